const DAY = 86_400_000

/** Whole days from one ISO day to another; negative if `to` is earlier. A date without a day counts from its first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY)
}

/** The beginning of a day, in ms since 1970. */
export function utc(date: string): number {
  const [year, month = '01', day = '01'] = date.split('-')
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}

/** Whether the text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month)
}

/** `Date.UTC` takes smaller numbers for years of the twentieth century. */
const FIRST_YEAR = 100

/** Days of a month, which counts from 1 and may lie outside of its year. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether the text is a day, a month or a year of the calendar. */
export function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true
  return /^\d{4}-\d{2}$/.test(text) ? isDay(`${text}-01`) : isDay(text)
}

/** The first and the last day that a date means: a month or a year is not yet a day. */
export function daysOf(date: string): readonly [first: string, last: string] {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return [date, date]
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`]
  return [`${year}-${month}-01`, new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)]
}

/** The same day `count` months later, as § 188 BGB has it: 31 January and one month is the last day of February. */
export function monthsAfter(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = lastDayOf(year, month + count)
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}
