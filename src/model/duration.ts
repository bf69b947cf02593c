import { lastDayOf, utc } from './days.ts'

const DURATION = /^P(\d{1,4})([DWMY])$/
const DAY = 86_400_000
/** Beyond it days have no four-digit year. */
export const LAST_YEAR = 9999

export interface Duration {
  readonly count: number
  readonly unit: 'D' | 'W' | 'M' | 'Y'
}

/** Of an ISO 8601 duration with one unit, e.g. `P3M`. */
export function durationOf(text: string | undefined): Duration | undefined {
  const [, count, unit] = DURATION.exec(text ?? '') ?? []
  return count === undefined ? undefined : { count: Number(count), unit: unit as Duration['unit'] }
}

/** The inclusive end of a term that is so many times longer, or shorter: counted from the day after it, so that month ends stay month ends. */
export function moved(end: string, { count, unit }: Duration, times = 1): string | undefined {
  const after = new Date(utc(end) + DAY)
  const begins = shifted(after, times * count, unit)
  const day = new Date(begins.getTime() - DAY)
  const year = day.getUTCFullYear()
  return !(year >= 0 && year <= LAST_YEAR) ? undefined : day.toISOString().slice(0, 10)
}

/** A month that is too short ends earlier: one month before 31 March is 28 or 29 February. */
function shifted(date: Date, count: number, unit: Duration['unit']): Date {
  if (unit === 'D' || unit === 'W') return new Date(date.getTime() + count * (unit === 'W' ? 7 : 1) * DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count * (unit === 'Y' ? 12 : 1)]
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), lastDayOf(year, month + 1))))
}
