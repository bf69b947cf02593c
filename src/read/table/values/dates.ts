import { tableOf } from '../../../model/table.ts'
import { remembered } from '../remember.ts'

/** Order of day and month where only the column can tell: `31/12/2025` or `12/31/2025`. */
export type DateOrder = 'dmy' | 'mdy'

/** A date as written: settled, or with two numbers whose order is open. */
export type DateShape = { readonly iso: string } | { readonly a: number; readonly b: number; readonly year: number }

const MONTHS = tableOf({
  januar: 1,
  janner: 1,
  january: 1,
  jan: 1,
  februar: 2,
  february: 2,
  feb: 2,
  marz: 3,
  maerz: 3,
  march: 3,
  mar: 3,
  mrz: 3,
  april: 4,
  apr: 4,
  mai: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nov: 11,
  dezember: 12,
  december: 12,
  dez: 12,
  dec: 12,
})
/** Two-digit years from here on belong to the last century. */
const PIVOT = 70

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const COMPACT = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/
const OPEN = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/
const DAY_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]*([a-z]{3,9})[.\s-]*(\d{4}|\d{2})$/
const NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/
const CLOCK =
  /[t ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?$|(?<=^\d{4}-\d\d-\d\d)(?:z|[+-]\d{2}:\d{2})$/

const monthOf = (name: string): string => String(MONTHS.get(name) ?? 0)

function readShape(text: string): DateShape | undefined {
  const plain = text.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').replace(CLOCK, '')
  const year = ISO.exec(plain)
  if (year) return settled(year[1]!, year[3]!, year[4]!)
  const compact = COMPACT.exec(plain)
  if (compact) return settled(compact[1]!, compact[2]!, compact[3]!)
  const dotted = DOTTED.exec(plain)
  if (dotted) return settled(dotted[3]!, dotted[2]!, dotted[1]!)
  const named = DAY_NAME.exec(plain)
  if (named) return settled(named[3]!, monthOf(named[2]!), named[1]!)
  const american = NAME_DAY.exec(plain)
  if (american) return settled(american[3]!, monthOf(american[1]!), american[2]!)
  const open = OPEN.exec(plain)
  if (!open) return undefined
  const [a, b] = [Number(open[1]), Number(open[3])]
  const full = fullYear(open[4]!)
  return isoDate(full, b, a) === undefined && isoDate(full, a, b) === undefined ? undefined : { a, b, year: full }
}

const MONTH = /^(?:ende |anfang |bis |end of )?(?:(\d{1,2})[./] ?(\d{4})|(\d{4})[-/](\d{1,2})|([a-z]{3,9})[. /-]*(\d{4}))$/

/** The first or the last day of a month: "12/2026", "Dez. 2028". What begins or ends in a month does so with it. */
export function dayOfMonth(text: string, which: 'first' | 'last'): string | undefined {
  if (text.length > LONGEST) return undefined
  const plain = text.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ')
  const [, month, year, isoYear, isoMonth, name, ofName] = MONTH.exec(plain) ?? []
  const number = Number(month ?? isoMonth ?? MONTHS.get(name ?? '') ?? 0)
  const full = Number(year ?? isoYear ?? ofName)
  return number < 1 || number > 12 ? undefined : isoDate(full, number, which === 'first' ? 1 : daysOf(full, number))
}

/** The day as ISO date under an order; `undefined` where it does not exist. */
export function dateOf(shape: DateShape, order: DateOrder | undefined): string | undefined {
  if ('iso' in shape) return shape.iso
  const { a, b, year } = shape
  if (a === b) return isoDate(year, a, b)
  if (order === undefined) return undefined
  return order === 'dmy' ? isoDate(year, b, a) : isoDate(year, a, b)
}

/** Last day of a term of whole months that begins on `start`: 2025-01-01 and 12 months is 2025-12-31. */
export function lastDay(start: string, months: number): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  if (day > daysOf(toYear, toMonth)) return isoDate(toYear, toMonth, daysOf(toYear, toMonth))!
  if (day > 1) return isoDate(toYear, toMonth, day - 1)!
  return toMonth === 1 ? isoDate(toYear - 1, 12, 31)! : isoDate(toYear, toMonth - 1, daysOf(toYear, toMonth - 1))!
}

/** Counts, over a whole column, which order its open dates prove. */
export class OrderTally {
  private readonly proofs = { dmy: 0, mdy: 0 }
  private readonly examples: { dmy?: string; mdy?: string; open?: string } = {}

  add(shape: DateShape, text: string): void {
    if ('iso' in shape || shape.a === shape.b) return
    if (shape.a <= 12 && shape.b <= 12) {
      this.examples.open ??= text
      return
    }
    const order = shape.a > 12 ? 'dmy' : 'mdy'
    this.proofs[order]++
    this.examples[order] ??= text
  }

  /** One slip among several clear dates does not make a column unclear. */
  proven(): DateOrder | 'conflict' | undefined {
    const { dmy, mdy } = this.proofs
    if (dmy === 0 && mdy === 0) return undefined
    if (Math.min(dmy, mdy) > 1 || dmy === mdy) return 'conflict'
    return dmy > mdy ? 'dmy' : 'mdy'
  }

  /** The order, or the cell that leaves it undecided. */
  style(hints: readonly (DateOrder | undefined)[]): { order?: DateOrder; undecided?: string } {
    const own = this.proven()
    const { open, dmy, mdy } = this.examples
    if (own === 'conflict') return { undecided: (this.proofs.dmy < this.proofs.mdy ? dmy : mdy)! }
    if (own !== undefined) return { order: own }
    if (open === undefined) return {}
    const hint = hints.find((order) => order !== undefined)
    return hint === undefined ? { undecided: open } : { order: hint }
  }
}

/** A remark behind a day: "31.12.2026 (Option bis 2028)". */
const REMARK = /(?<=\d)\s*\([^()]*\)$/

/** What stands before a day and is none: a weekday, a word of beginning, the sign of a text. */
const BEFORE =
  /^(?:(?:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?)\.?,? |(?:ab|seit|from|since)(?: dem)? )(?=\d)|^'(?=\d)/i

/** Reads a date without deciding what only its column can decide. `undefined`: no date with a day in it, or a day that does not exist. */
export function dateShapeOf(text: string): DateShape | undefined {
  return text.length > LONGEST ? undefined : shapes(text.replace(REMARK, '').replace(BEFORE, ''))
}

const LONGEST = 40
const shapes = remembered(readShape)

function settled(year: string, month: string, day: string): DateShape | undefined {
  const iso = isoDate(fullYear(year), Number(month), Number(day))
  return iso === undefined ? undefined : { iso }
}

function fullYear(year: string): number {
  const number = Number(year)
  if (year.length === 4) return number
  return number < PIVOT ? 2000 + number : 1900 + number
}

function isoDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month) || year < 1900 || year > 2999) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
