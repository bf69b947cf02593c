import { fold } from '../columns/fold.ts'
import { unitOf } from '../values/units.ts'

/** Rows and columns of a sheet: those of Excel. */
export const MAX_ROW = 1_048_576
export const MAX_COLUMN = 16_384

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

/** Index of a column from its letters, from 0. */
export function columnIndex(letters: string): number {
  let index = 0
  for (let i = 0; i < letters.length; i++) index = index * 26 + letters.charCodeAt(i) - 64
  return index - 1
}

/** Digits that a spreadsheet keeps of a number; what is behind them is noise of the binary form. */
const DIGITS = 15
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/

/** A stored number as a plain decimal; `undefined` where the text is none. */
export function plainDecimal(text: string): string | undefined {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return text
  if (!NUMBER.test(text)) return undefined
  const value = Number(Number(text).toPrecision(DIGITS))
  if (!Number.isFinite(value)) return undefined
  const short = String(value)
  if (!short.includes('e')) return short
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(30).replace(/0+$/, '')
}

const DAY_MS = 86_400_000
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465
const SINCE_1900 = Date.UTC(1899, 11, 30)
const SINCE_1904 = Date.UTC(1904, 0, 1)

/** The day of a serial number, ISO; `undefined` for times of day and what lies outside the calendar. */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const day = Math.floor(serial)
  if (!(day >= 1) || day > LAST_SERIAL || (!date1904 && day === 60)) return undefined
  // the calendar of 1900 has a 29 February that never was: serial 60
  const shifted = !date1904 && day < 60 ? day + 1 : day
  return new Date((date1904 ? SINCE_1904 : SINCE_1900) + shifted * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a number format shows a date or a time: a custom code with y, m, d, h or s outside texts and brackets. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47)) return true
  if (code === undefined) return false
  const bare = code.replace(/"[^"]*"?|\\.|[_*]./g, '')
  return /\[[hms]+\]/i.test(bare) || /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, '').replace(/General|Standard/gi, ''))
}

/** Whether a number format shows a share of a hundred. */
export function isPercentFormat(id: number, code: string | undefined): boolean {
  return id === 9 || id === 10 || (code !== undefined && code.replace(/"[^"]*"?|\\./g, '').includes('%'))
}

/** A share as people see it; as an amount it would be a few cents. */
export function percentText(decimal: string): string {
  return `${plainDecimal(String(Number(decimal) * 100)) ?? decimal} %`
}

const FIRST_SECTION = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/
const CONDITION = /\[[<>=]/

/**
 * By which power of ten a number format says that a number is to be read larger: 6 for 0.00" Mio. €". `undefined` where it
 * says nothing, or a comma behind the digits shows a whole number shortened: 0.00,,"Mio. €".
 */
export function scaleOf(code: string): number | undefined {
  if (CONDITION.test(code)) return undefined
  const first = FIRST_SECTION.exec(code)![0]
  if (/[0#?],+(?![0#?,])/.test(first.replace(/"[^"]*"|\\./g, 'x'))) return undefined
  const words = first
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, ' $1 ')
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/["\\]/g, '')
    .replace(/[0#?.,]+/g, ' ')
  return unitOf(fold(words)).unit.shift || undefined
}

const SCALES: Readonly<Record<number, string>> = { 3: 'Tsd.', 6: 'Mio.', 9: 'Mrd.' }

/** A number with the unit and the currency of its format, as a cell of a list would say it. */
export function amountText(decimal: string, shift: number | undefined, currency: string | undefined): string {
  return [decimal, SCALES[shift ?? 0], currency].filter((part) => part !== undefined).join(' ')
}
