import { fold, lengthOf } from './lengths.ts'
import { withoutLonger } from './terms.ts'

/** „30.09. zum 31.12.“: the day itself, and to which. */
const FROM_DAY_TO_DAY = /^(?:bis )?(?:zum )?(?:spatestens )?(\d{1,2})\.(\d{1,2})\. ?(?:zum|auf den|per) (\d{1,2})\.(\d{1,2})\.?$/
/** To the end of each calendar year. */
const YEAR_END =
  /(?<![a-z])(?:zum|z\.|auf|auf das|per|to|to the|at the|before the|vor|vor dem) ?(?:(?:ende|schluss|ablauf|end) (?:(?:des|eines|of the|of a|of each) )?(?:(?:jeweiligen|jeden|laufenden) )?(?:kalenderjahre?s|jahres|(?:calendar )?year)|(?:kalender)?jahres(?:ende|schluss)|j\.?e\.?(?![a-z])|(?:calendar )?year[- ]end)(?![a-z])/
/** To a day of each year; with a year it would be once. */
const TO_DAY = /(?<![a-z])(?:zum|per|auf den) (?:jeweils )?(\d{1,2})\.(\d{1,2})(?!\d|\.? ?\d)/
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

/** "3 Monate zum Jahresende" is to `--12-31`, "6 Wochen zum Ende des Vertragsjahres" to the end of that. */
export function noticeToOf(text: string): NoticeTo | undefined {
  const plain = fold(text)
  if (CONTRACT_YEAR.test(plain)) return 'contract-year'
  if (YEAR_END.test(plain)) return '--12-31'
  const [, day = '', month = ''] = TO_DAY.exec(plain) ?? []
  return isDayOfYear(day, month) ? `--${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
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
