import { tableOf } from '../../../model/table.ts'
import { remembered } from '../remember.ts'

const WORDS = tableOf<number>({
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  one: 1,
  zwei: 2,
  two: 2,
  drei: 3,
  three: 3,
  vier: 4,
  four: 4,
  funf: 5,
  five: 5,
  sechs: 6,
  six: 6,
  sieben: 7,
  seven: 7,
  acht: 8,
  eight: 8,
  neun: 9,
  nine: 9,
  zehn: 10,
  ten: 10,
  elf: 11,
  eleven: 11,
  zwolf: 12,
  twelve: 12,
})
/** Numbers in words, as a part of a pattern. */
export const NUMBER_WORDS = [...WORDS.keys()].join('|')
/** Units of time as people write them. */
export const UNIT = String.raw`tage?n?|days?|wochen?|wo\.|weeks?|monate?n?|monatige?r?|mon\.?|months?|m|jahre?n?|jahrige?r?|j\.?|years?`
/** A length of time in words; neither the end of a fraction, a range or a product nor of another number. */
export const LENGTH = new RegExp(String.raw`(?<![\d.,/⁄]|\d ?- ?|\d ?x ?)(\d{1,3}|[a-z]+)[ -]?(${UNIT})(?![a-z])`, 'g')

export type LengthUnit = 'D' | 'W' | 'M' | 'Y'

/** Years and quarters of them in figures, of which a whole number of months is told: „1/4 Jahr“, „2 1/2 Jahre“, „2,5 Jahre“. */
const QUARTERS =
  /(?<![\d.,/⁄a-z])(?:(?:(\d{1,2}) ?)?([13])[/⁄]([24])|(\d{1,2})[.,](25|50?|75))[ -]?(?:jahre?n?s?|jahrige?r?|years?)(?![a-z]| ?\d{4})/g
/** The same in words: „ein halbes Jahr“; but „1. Halbjahr“ is when, and „3 halbe Jahre“ are more than one. */
const PARTS = [
  [18, String.raw`(?:anderthalb|eineinhalb|one and a half)[ -]?(?:jahre?n?|jahrige?r?|years)`],
  [9, String.raw`(?:dreivierteljahr|three quarters of a year)`],
  [6, String.raw`(?:halbe[ns]?[ -]?jahre?s?|(?:1|eine?m?) halbjahr|half (?:a )?year)`],
  [3, String.raw`(?:(?:1|eine?m?) (?:vierteljahr|quartal)|(?:one|a) quarter|quarter of a year)`],
].map(
  ([months, text]) => [`${months} monate`, new RegExp(String.raw`(?<![\d.,/a-z]|(?<!\d)\d{1,3} )${text}(?![a-z]| ?\d{4})`, 'g')] as const,
)

/** The first length that a text names; `bare` is the unit of plain numbers, from the heading. The text is folded. */
export function lengthOf(plain: string, bare: 'M' | 'Y' | undefined): { count: number; unit: LengthUnit } | undefined {
  if (bare !== undefined && /^\d{1,3}(?:[.,]0+)?$/.test(plain)) return { count: Number.parseInt(plain, 10), unit: bare }
  for (const [, number = '', unit = ''] of plain.matchAll(LENGTH)) {
    const count = countOf(number)
    if (count !== undefined) return { count, unit: unitOf(unit) }
  }
  return undefined
}

/** A number in figures or words; not 0. */
export function countOf(text: string): number | undefined {
  const count = /^\d/.test(text) ? Number(text) : WORDS.get(text)
  return count !== undefined && count > 0 ? count : undefined
}

export function unitOf(word: string): LengthUnit {
  if (/^(?:t|d)/.test(word)) return 'D'
  if (/^w/.test(word)) return 'W'
  return /^(?:j|y)/.test(word) ? 'Y' : 'M'
}

const LONGEST = 200

/** Lower case without accents, one blank where there were more, years in fractions as months. */
export const plainOf = remembered((text) => {
  const apart = text.slice(0, LONGEST).replace(/(?<=\d)[¼½¾]/g, ' $&')
  const plain = apart.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[−–—]/g, '-')
  return plain.replace(/\s+/g, ' ').trim().replace(QUARTERS, monthsOf)
})

/** The same with parts of a year as months; to whose end something is, is not told any more then. */
export const fold = remembered((text) => PARTS.reduce((rest, [months, part]) => rest.replace(part, months), plainOf(text)))

function monthsOf(_: string, whole = '0', over = '0', under = '1', years = '0', share = '0'): string {
  return `${(Number(whole) + Number(over) / Number(under) + Number(`${years}.${share}`)) * 12} monate`
}
