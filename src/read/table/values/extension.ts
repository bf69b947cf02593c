import { countOf, lengthOf, UNIT, unitOf } from './lengths.ts'

/** A text about a term, apart: the term that is agreed, and by how much longer it can be. */
export interface Extension {
  readonly base: string
  /** Months, all options together; `undefined` where none is told, or not how long. */
  readonly option?: number
}

/** From here on a text speaks of what comes after the term. */
const LONGER =
  /[\s(,;/]*(?:\+|(?<![a-z])(?:zzgl|zuzugl|plus|optional|option|(?:mit )?(?:ein(?:er|maliger)? )?(?:vertrags)?verl(?:anger|\.)|extension|extend))/
const OPTIONAL = /option|verl(?:anger|\.)|exten[ds]|\+|zzgl|zuzugl|plus/
/** „2 x 12 Monate“ */
const TIMES = new RegExp(String.raw`(?<![\d.,])(\d{1,2}) ?(?:x|mal|times) ?(\d{1,3}|[a-z]+)[ -]?(${UNIT})(?![a-z])`)
const BARE_TIMES = /(?<![\d.,])(\d{1,2}) ?(?:x|mal|times) ?(\d{1,3})(?!\d)/
/** „3+1+1 Jahre“, „36 (+12) Monate“: of one unit; no part of a day is one of them. */
const SUM = new RegExp(String.raw`(?<![\d.,/-])(\d{1,3}(?!\d)[\d +x()]{1,30})[ -]?(${UNIT})(?![a-z])`)
const PART = /(\d{1,3})(?: ?x ?(\d{1,3}))?/g
/** Behind a begin this comes before how long it is. */
const ADDED = /^[\s(,;/]*(?:\+|(?:zzgl|zuzugl)\.?|plus) ?/
/** Not longer than this, or not shorter: no end follows from the least. */
export const AT_LEAST = /(?<![a-z])(?:mind(?:est|\.|estens)|minimum|min\.|at least|wenigstens)/

/** Takes a folded text apart. What stands before the first word of more is the term; where nothing does, all of it is. */
export function extensionIn(plain: string): Extension {
  const sum = sumIn(plain)
  if (sum !== undefined) return sum
  const at = LONGER.exec(plain)?.index ?? -1
  if (at <= 0) return { base: plain }
  const [base, rest] = [plain.slice(0, at), plain.slice(at)]
  const option = OPTIONAL.test(rest) ? monthsOf(rest, base) : undefined
  return { base, ...(option !== undefined && { option }) }
}

/**
 * The same of a text that is known to say a begin alone before the first word of more: „+ 36 Monate“ is how long it is, „+ 36 Monate
 * + 12 Monate“ that and an option, „Option 12 Monate“ nothing but one.
 */
export function behindBegin(found: Extension, plain: string): Extension {
  const rest = plain.slice(found.base.length)
  const length = rest.replace(ADDED, '')
  if (length === rest || LONGER.exec(length)?.index === 0) return found
  const { base, option } = extensionIn(length)
  if (option === undefined && base !== length) return found
  return { base: `${found.base} + ${base}`, ...(option !== undefined && { option }) }
}

function sumIn(plain: string): Extension | undefined {
  const [all, parts, unit] = SUM.exec(plain) ?? []
  if (all === undefined || parts === undefined || unit === undefined || !parts.includes('+')) return undefined
  const [first, ...more] = Array.from(parts.matchAll(PART), ([, count, each]) => Number(count) * Number(each ?? 1))
  const months = more.reduce((sum, count) => sum + inMonths(count, unit), 0)
  const base = plain.replace(all, `${first} ${unit}`)
  return { base, ...(months > 0 && { option: months }) }
}

/** „+ 2 x 12“ is of the unit of the term before it. */
function monthsOf(rest: string, base: string): number | undefined {
  const [, times, number, unit] = TIMES.exec(rest) ?? []
  if (times !== undefined) return positive(Number(times) * inMonths(countOf(number!) ?? 0, unit!))
  const own = lengthOf(rest, undefined)
  if (own !== undefined) return positive(inMonths(own.count, own.unit))
  const before = lengthOf(base, undefined)
  const [, count, each] = BARE_TIMES.exec(rest) ?? []
  return count === undefined || before === undefined ? undefined : positive(inMonths(Number(count) * Number(each), before.unit))
}

const positive = (months: number): number | undefined => (months > 0 ? months : undefined)

/** 0 for days and weeks, by which nobody extends a contract. */
function inMonths(count: number, unit: string): number {
  const letter = unit.length === 1 && unit === unit.toUpperCase() ? unit : unitOf(unit)
  return letter === 'Y' ? count * 12 : letter === 'M' ? count : 0
}
