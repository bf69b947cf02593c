import { LENGTH, UNIT, unitOf } from './lengths.ts'
import { COUNTED, monthsOfOptions, total } from './options.ts'
import { withoutDays } from './term-days.ts'

/** A text about a term, apart: the term that is agreed, and by how much longer it can be. */
export interface Extension {
  readonly base: string
  /** Months, all options together; `undefined` where none is told, or not how long. */
  readonly option?: number
}

/** From here on a text speaks of what comes after the term. */
const LONGER = new RegExp(
  String.raw`[\s(,;/]*(?:\+|(?:mit )?${COUNTED}|(?<![a-z])(?:zzgl|zuzugl|plus|optional|option|(?:mit )?(?:ein(?:er|maliger)? )?(?:vertrags)?verl(?:anger|\.)|extension|extend))`,
)
/** Such a number behind the term may be how many options there are. */
const MAY_COUNT =
  /(?<![a-z\d.,]|(?:los|lot) )(?:\d{1,2}|zwei|drei|vier|funf|two|three|four|five)(?:[ -]?(?:mal|fach|x)(?![a-z\d])|(?:mal|fach|x)?[ (,;/]*$)/
const OPTIONAL = /option|verl(?:anger|\.)|exten[ds]|\+|zzgl|zuzugl|plus/
/** „3+1+1 Jahre“, „36 (+12) Monate“: of one unit; no part of a day is one of them. */
const SUM = new RegExp(String.raw`(?<![\d.,/-])(\d{1,3}(?!\d)[\d +x()]{1,30})[ -]?(${UNIT})(?![a-z])`)
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
  const option = OPTIONAL.test(rest) && !MAY_COUNT.test(behindLength(base)) ? monthsOfOptions(rest, base) : undefined
  return { base, ...(option !== undefined && { option }) }
}

/** What stands behind the first length of a text. */
function behindLength(base: string): string {
  const plain = withoutDays(base)
  const [length] = plain.matchAll(LENGTH)
  return length === undefined ? '' : plain.slice(length.index + length[0].length)
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
  const first = /^\d+(?: ?x ?\d+)?/.exec(parts)![0]
  const count = total(first, 'M')
  const months = total(parts.slice(first.length), unitOf(unit))
  const base = plain.replace(all, `${count} ${unit}`)
  return { base, ...(months > 0 && { option: months }) }
}
