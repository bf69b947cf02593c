import { withoutAdditions, type Additions } from './additions.ts'
import { decimalOf, type Decimal } from './decimal.ts'
import { currencyIn, type Currency } from './units.ts'

/** The sign between whole and fraction: `,` in German, `.` in English and Swiss lists. */
export type DecimalMark = ',' | '.'

/** A number as written, before it is known what its separators mean. */
export interface NumberShape extends Additions {
  readonly negative: boolean
  /** Digits and separators only. */
  readonly body: string
  /** Which mark makes it a number: one, both (`1.234`), or none is needed (`1234`, `1'234`). */
  readonly mark: DecimalMark | 'either' | 'none'
  readonly currency?: Currency
  /** "500,-", "18'000.-": the mark that it is written with, of which it has no need. */
  readonly dashed?: DecimalMark
  /** The currency is known by the sign `$` only. */
  readonly dollar?: true
  /** Set by a unit in the cell itself: 3 for thousands, 6 for millions, 9 for milliards. */
  readonly shift?: number
}

const GROUPS = {
  ',': /^(?:\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+))(?:,\d+)?$/,
  '.': /^(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+))(?:\.\d+)?$/,
}
const LONGEST = 48

const NOTHING = new Set([
  '-',
  '--',
  '---',
  '.',
  '?',
  'k.a.',
  'k. a.',
  'n/a',
  'na',
  'n.a.',
  'n. a.',
  'nc',
  'tbc',
  'tbd',
  'null',
  'none',
  'keine',
  'keine angabe',
  'keine angaben',
  'vertraulich',
  'geheim',
  'entfällt',
  'unbekannt',
  'nicht bekannt',
  'noch offen',
  'offen',
  'auf anfrage',
  'redacted',
  'confidential',
  'unknown',
  'not available',
  '*****',
])

const LONGEST_NOTHING = Math.max(...[...NOTHING].map((word) => word.length))

const ERROR_VALUE = /^(?:#(?:name\?|ref!|bezug!|value!|wert!|div\/0!|n\/a|nv|null!|num!|zahl!|spill!|calc!)|#{3,})$/i

/** What a spreadsheet leaves in a list where it could not compute or show a cell. */
export function isErrorValue(text: string): boolean {
  return text.startsWith('#') && ERROR_VALUE.test(text)
}

/** Cells that say in words that nothing is said: they are unknown, not unreadable. */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING) return false
  const plain = text.trim()
  return plain === '' || NOTHING.has(plain.replace(/[−–—]/g, '-').toLowerCase())
}

/** Reads the outside of a number. `undefined`: not a number (words, exponents, percentages, ranges, broken groups). */
export function shapeOf(text: string): NumberShape | undefined {
  if (text.length > LONGEST || !/\d/.test(text)) return undefined
  const bare = bareShape(text)
  const added = bare === undefined ? withoutAdditions(text) : undefined
  const shape = added === undefined ? bare : bareShape(added.rest)
  return shape && (added === undefined ? shape : { ...shape, ...added.additions })
}

function bareShape(text: string): NumberShape | undefined {
  const { rest, negative, currency, dollar, shift } = usual(text) ?? peel(text)
  const dashed = WHOLE_UNITS.exec(rest)?.[1] as DecimalMark | undefined
  const body = rest.replace(/[.,]-{1,2}$/, (dashes) => (dashed === undefined ? `${dashes[0]}00` : ''))
  const comma = GROUPS[','].test(body)
  const point = GROUPS['.'].test(body)
  if (!comma && !point) return undefined
  const mark = comma && point ? (/[.,]/.test(body) ? 'either' : 'none') : comma ? ',' : '.'
  return {
    negative,
    body,
    mark,
    ...(currency === undefined ? {} : { currency }),
    ...(dollar ? { dollar } : {}),
    ...(dashed === undefined ? {} : { dashed }),
    ...(shift === undefined ? {} : { shift }),
  }
}

/** The number under a decimal mark; `undefined` where it cannot be one under that mark. */
export function numberOf(shape: NumberShape, mark: DecimalMark, shift = 0): Decimal | undefined {
  if (!GROUPS[mark].test(shape.body)) return undefined
  const [whole = '', fraction = ''] = shape.body.split(mark)
  return decimalOf(shape.negative, whole.replace(/\D/g, ''), fraction, shape.shift ?? shift)
}

/** A whole number before dashes, without another mark that would be one of thousands. */
const WHOLE_UNITS = /^[\d' ]+([.,])-{1,2}$/

interface Peeled {
  readonly rest: string
  readonly negative: boolean
  readonly currency: Currency | undefined
  readonly dollar?: boolean
  readonly shift: number | undefined
}

/** The usual cell, without the cost of the general way: digits, perhaps with a euro sign. */
const USUAL = /^(\d(?:[\d.,']*\d)?)( ?€)?$/

function usual(text: string): Peeled | undefined {
  const cell = USUAL.exec(text)
  return cell ? { rest: cell[1]!, negative: false, currency: cell[2] === undefined ? undefined : 'EUR', shift: undefined } : undefined
}

const THOUSANDS = /^(?:t€|teur|t eur|tsd\.?|tausend|k€)\s*|\s*(?:t€|teur|t eur|tsd\.?|tausend|k€|(?<=\d ?)k)$/i
const MILLIONS = /^(?:mio\.?|mn)\s*|\s*(?:mio\.?|mill\.?|mn|millionen|million)$/i
const MILLIARDS = /\s*(?:mrd\.?|milliarden?|bn)$/i
const CURRENCY = /^(?:€|£|\$|[a-z]{3}|euro|sfr\.?)(?=[\s\d(.,'-]|$)|(?:€|£|\$|(?<![a-z])(?:[a-z]{3}|euro|sfr\.?))$/i

/** How a spreadsheet is told to take a number as text; exports keep the sign. */
export const AS_TEXT = /^'(?=[\d+(-])/

/** „Fr. 80'000.–“; a heading may say as much of a language. „FR 75001“ is a place in France. */
const FRANCS = /^Fr\. ?(?=\d)/

/** Takes off signs, brackets, currencies, units and footnote marks from both ends, in any order. */
function peel(text: string): Peeled {
  let rest = text
    .replace(/[\s\u2007\u2009\u202f]+/g, ' ')
    .replace(/[\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[−–—]/g, '-')
    .replace(AS_TEXT, '')
    .replace(FRANCS, 'CHF ')
    .replace(/(?:\s*\*+|\s+\d\)|[¹²³⁴-⁹])$/, '')
  let negative = false
  let currency: Currency | undefined
  let dollar = false
  let shift: number | undefined
  for (let before = ''; before !== rest;) {
    rest = rest.trim()
    before = rest
    const bracketed = /^\(([^()]*)\)$/.exec(rest)
    if (bracketed) {
      if (negative) break
      negative = true
      rest = bracketed[1]!
      continue
    }
    const unit = THOUSANDS.exec(rest) ?? MILLIONS.exec(rest) ?? MILLIARDS.exec(rest)
    if (unit && shift === undefined) {
      shift = THOUSANDS.test(rest) ? 3 : MILLIONS.test(rest) ? 6 : 9
      if (/€|eur/i.test(unit[0])) currency ??= 'EUR'
      rest = rest.replace(unit[0], '')
      continue
    }
    const money = CURRENCY.exec(rest)
    const code = money === null ? undefined : currencyIn(money[0])
    if (money && code !== undefined && (currency === undefined || currency === code)) {
      dollar = money[0] === '$' && (dollar || currency === undefined)
      currency = code
      rest = money.index === 0 ? rest.slice(money[0].length) : rest.slice(0, money.index)
      continue
    }
    const sign = /^[+-](?=.)|(?<=\d)-$|(?<=[.,]\d\d) -$/.exec(rest)
    if (sign && !negative) {
      negative = sign[0].trim() === '-'
      rest = sign.index === 0 ? rest.slice(1) : rest.slice(0, sign.index)
    }
  }
  return { rest, negative, currency, dollar, shift }
}
