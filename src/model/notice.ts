import { isDay } from './days.ts'
import type { Term } from './item.ts'

const DURATION = /^P(\d{1,4})([DWMY])$/
type Unit = 'D' | 'W' | 'M' | 'Y'

/**
 * The last day on which notice can be given to the end of the term, ISO. The end is inclusive: with three months' notice to
 * 31 December it is 30 September. `undefined` where end or period are not known or not exact.
 */
export function lastDayOfNotice({ end, notice }: Pick<Term, 'end' | 'notice'>): string | undefined {
  const [, count, unit] = DURATION.exec(notice ?? '') ?? []
  if (end === undefined || !isDay(end) || count === undefined) return undefined
  const after = new Date(`${end}T00:00:00Z`)
  after.setUTCDate(after.getUTCDate() + 1)
  const begins = back(after, Number(count), unit as Unit)
  begins.setUTCDate(begins.getUTCDate() - 1)
  return begins.toISOString().slice(0, 10)
}

/** A month that is too short ends earlier: one month before 31 March is 28 or 29 February. */
function back(date: Date, count: number, unit: Unit): Date {
  if (unit === 'D' || unit === 'W') return new Date(date.getTime() - count * (unit === 'W' ? 7 : 1) * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - count * (unit === 'Y' ? 12 : 1)]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)))
}
