import { fold, lengthOf, plainOf } from './lengths.ts'
import { withoutLonger } from './terms.ts'

/** „30.09. zum 31.12.“: the day itself, and to which. */
const FROM_DAY_TO_DAY =
  /^(?:kundigung:? |kundbar )?(?:(?:bis|zum|spatestens|jeweils|am) )*(\d{1,2})\.(\d{1,2})\. ?(?:zum|auf den|per) (\d{1,2})\.(\d{1,2})\.?$/
/** To the end of each calendar year. */
const YEAR_END =
  /(?<![a-z])(?:zum|z\.|auf|auf das|per|to|to the|at the|before the|vor|vor dem) ?(?:(?:ende|schluss|ablauf|end) (?:(?:des|eines|of the|of a|of each) )?(?:(?:jeweiligen|jeden|laufenden) )?(?:kalenderjahre?s|jahres|(?:calendar )?year)|(?:kalender)?jahres(?:ende|schluss)|j\.?e\.?(?![a-z])|(?:calendar )?year[- ]end)(?![a-z])/
/** To the end of each part of a calendar year, and how many months it has. */
const PART_ENDS = (
  [
    [1, '(?:kalender)?monats?', '(?:calendar )?months?'],
    [3, '(?:kalender)?(?:viertel ?jahre?s?|quartals?)', '(?:calendar )?quarters?'],
    [6, '(?:kalender)?halbjahre?s?', 'half[- ]years?'],
  ] as const
).map(([months, german, english]) => ({ months, pattern: toEndOf(`${german}|${english}`) }))
/** To a day of each year; with a year it would be once, and before another „zum …“ it is the last day to say so. */
const TO_DAY = /(?<![a-z])(?:zum|per|auf den) (?:jeweils )?(\d{1,2})\.(\d{1,2})(?!\d|\.? ?(?:(?:zum|per|auf den) (?:jeweils )?)?\d)/
/** What other days follow: „zum 30.06. und 31.12.“ */
const MORE_DAYS = /^\.?(?: ?(?:,|und|u\.|oder|bzw\.|\/|and|or)(?: (?:zum|per))? ?\d{1,2}\.\d{1,2}\.?(?!\d| ?\d))+/
const CONTRACT_YEAR =
  /(?:ende|schluss|ablauf|end) (?:(?:des|eines|of the|of a|of each) )?(?:(?:jeweiligen|jeden|laufenden) )?(?:vertragsjahre?s|contract year)|vertragsjahresende/
const LEAP_YEAR = 2000

/** To which day of each year notice can be given, `--12-31`; or that it is the end of a contract's own year. */
export type NoticeTo = `--${string}` | 'contract-year'

/** ISO 8601 duration of a period of notice: "3 Monate zum Jahresende" is `P3M`; `bare` is the unit of plain numbers, from the heading. */
export function noticeOf(text: string, bare?: 'M' | 'Y'): string | undefined {
  const plain = withoutLonger(fold(text))
  const length = lengthOf(plain, bare)
  if (length) return `P${length.count}${length.unit}`
  const months = betweenDays(plain)
  if (months !== undefined) return `P${months}M`
  return /^monatlich/.test(plain) ? 'P1M' : undefined
}

/** To what notice can be given: a day of each year, or the end of each so many months before and after it. */
interface NoticeDays {
  readonly to: NoticeTo
  /** ISO 8601 duration: `P3M` for the end of each quarter. */
  readonly every?: 'P1M' | 'P3M' | 'P6M'
}

/**
 * "3 Monate zum Jahresende" is to `--12-31`, "6 Wochen zum Ende des Vertragsjahres" to the end of that, "6 Wochen zum Quartalsende"
 * to `--12-31` and every three months before and after.
 */
export function noticeToOf(text: string): NoticeDays | undefined {
  const plain = plainOf(text)
  if (CONTRACT_YEAR.test(plain)) return { to: 'contract-year' }
  const part = PART_ENDS.find(({ pattern }) => pattern.test(plain))
  if (part !== undefined) return { to: '--12-31', every: everyOf(part.months) }
  if (YEAR_END.test(plain)) return { to: '--12-31' }
  const found = TO_DAY.exec(plain)
  if (found === null) return undefined
  const more = MORE_DAYS.exec(plain.slice(found.index + found[0].length))?.[0]
  return more === undefined ? dayOf(found[1]!, found[2]!) : partsOf(found[0] + more)
}

function dayOf(day: string, month: string): NoticeDays | undefined {
  return isDayOfYear(day, month) ? { to: `--${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : undefined
}

/** Ends of months that are as far from one another: „31.03., 30.06., 30.09. und 31.12.“. */
function partsOf(days: string): NoticeDays | undefined {
  const named = [...days.matchAll(/(\d{1,2})\.(\d{1,2})/g)].map(([, day = '', month = '']) => ({ day, month }))
  const months = [...new Set(named.map(({ month }) => Number(month)))].sort((a, b) => a - b)
  const each = 12 / months.length
  const areEnds = named.every(({ day, month }) => isMonthEnd(day, month)) && months.every((month, at) => month === months[0]! + at * each)
  const last = String(months.at(-1)).padStart(2, '0')
  return areEnds && (each === 3 || each === 6) ? { to: `--${last}-${lastOf(Number(last))}`, every: everyOf(each) } : undefined
}

const everyOf = (months: 1 | 3 | 6) => `P${months}M` as const

/** „zum Quartalsende“, „zum Ende eines Kalendervierteljahres“, „zum Halbjahr“, „to the end of a quarter“; not „des 1. Quartals“, nor of the contract's own. */
function toEndOf(part: string): RegExp {
  const of = '(?:(?:des|eines|jeden|of the|of a|of each|of any) )?(?:(?:jeweiligen|jeden|laufenden|each|any) )?'
  return new RegExp(
    `(?<![a-z])(?:zum|z\\.|auf das|per|to|to the|at the|before the|vor|vor dem) ?(?:(?:ende|schluss|ablauf|end) ${of}(?:${part})|(?:${part})(?:-? ?(?:ende|schluss|end))?)(?![a-z])`,
  )
}

/** Months from the end of one month to that of another, as in „30.09. zum 31.12.“. */
function betweenDays(plain: string): number | undefined {
  const [, day = '', month = '', toDay = '', toMonth = ''] = FROM_DAY_TO_DAY.exec(plain) ?? []
  if (!isMonthEnd(day, month) || !isMonthEnd(toDay, toMonth)) return undefined
  return (Number(toMonth) - Number(month) + 12) % 12 || 12
}

const lastOf = (month: number): number => new Date(Date.UTC(LEAP_YEAR, month, 0)).getUTCDate()

function isDayOfYear(day: string, month: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastOf(Number(month))
}

function isMonthEnd(day: string, month: string): boolean {
  return isDayOfYear(day, month) && Number(day) >= (Number(month) === 2 ? 28 : lastOf(Number(month)))
}
