import { AT_LEAST, behindBegin, extensionIn } from './extension.ts'
import { countOf, fold, LENGTH, lengthOf, unitOf } from './lengths.ts'
import { beginIn, dayAloneIn, daysIn, extendedTo, firstDayIn, isDayAlone, namesDay, TERMINATED, type SaidDays } from './term-days.ts'

/** What a cell about a term says: its days, a length, or that there is no end. */
export interface SaidTerm extends SaidDays {
  readonly months?: number
  readonly endless?: true
  readonly renews?: boolean
  /** By how long, ISO 8601. */
  readonly renewal?: string
  /** By how many months it can be extended in all. */
  readonly option?: number
}

/** „3 Monate Kündigungsfrist“ beside a term is none. */
const NOTICE = new RegExp(
  String.raw`(?:kundigung\w*|notice(?: period)?):?(?: (?:von|of|mit))? ${LENGTH.source}|${LENGTH.source} ?(?:kundigungs?|notice)\w*`,
  'g',
)
/** SAP writes the last day of its calendar where there is no end. */
const ENDLESS =
  /^(?:fort|weiter)?laufend$|^31\.12\.9999$|^9999-12-31$|unbefrist|unbestimmte zeit|auf dauer(?! (?:von|de[rs]|eine[rs]|\d))|dauerhaft|bis auf weiteres|until further notice|open[- ]?end|indefinite|perpetual|unbegrenzt/
/** „unbefristet verlängerbar“: how often it can be renewed, not how long it is. */
const RENEWABLE =
  /(?:unbefristet|unbegrenzt|dauerhaft|indefinitely)(?: oft)? (?:verlangerbar|renewable|extend[ai]ble)|(?:verlangerbar|renewable|extend[ai]ble),? \(?(?:unbefristet|unbegrenzt|dauerhaft|indefinitely)\)?/
const RENEWS =
  /verl(?:anger\w*|\.) sich|automat\w*\.? (?:um |jahrlich )?verlanger|verlangerung um (?:je|jeweils|jew\.) |stillschweigend|auto(?:matic(?:ally)?)?[- ]?renew/
const NOT_RENEWING = /(?:keine|nicht|ohne|no) (?:\w+ )?(?:automatisch|verlanger|auto)/

/** „um jeweils 12 Monate“, „um ein weiteres Jahr“: how much longer, not how long. */
const LONGER =
  /(?:(?<![a-z])um|(?:renew|extend)\w*(?: [a-z]+){0,2} (?:for|by)|verlangerung(?: von|:)?) (?:(?:je|jeweils|jew\.|immer|another|weitere[nrs]?|further) )*(\d{1,3}|[a-z]+)[ -]?(?:(?:weitere[nrs]?|further) )?(tage?n?|days?|wochen?|weeks?|monate?n?|mon\.?|months?|jahre?n?|years?)(?![a-z])/
const SAYS_LONGER = /verl(?:anger|\.)|stillschweig|renew|extend/
const EACH_YEAR = /jahrliche? (?:[a-z]+ )?verlanger|verlanger\w*(?: [a-z]+){0,2} jahrlich|renew\w*(?: [a-z]+)? (?:annually|yearly)/
const EACH_MONTH = /monatliche? (?:[a-z]+ )?verlanger|verlanger\w*(?: [a-z]+){0,2} monatlich|renew\w*(?: [a-z]+)? monthly/

/**
 * "24 Monate", "3 Jahre ab 01.01.2024", "01.01.2024 – 31.12.2026", "bis 30.06.2027", "unbefristet"; `bare` is the unit of plain
 * numbers, from the heading. In a column of ends a day alone is the end, whatever length stands beside it.
 */
export function termOf(text: string, bare?: 'M' | 'Y', ofEnds = false): SaidTerm | undefined {
  const said = fold(text)
  const renews: Pick<SaidTerm, 'renews' | 'renewal'> = saysRenewal(text) === true ? { renews: true, ...renewalIn(said) } : {}
  const [, day, first] = TERMINATED.exec(said) ?? []
  const to = day ?? first
  if (to !== undefined) return { to, renews: false }
  const whole = said.replace(NOTICE, ' ').replace(RENEWABLE, ' ').trim()
  if (ENDLESS.test(withoutLonger(whole))) {
    const from = beginIn(whole)
    return { endless: true, ...(from !== undefined && { from }), ...renews }
  }
  const extended = extendedTo(whole)
  if (extended !== undefined) return { to: extended, ...renews }
  const found = extensionIn(whole)
  const { base, option } = isDayAlone(found.base) && !ofEnds ? behindBegin(found, whole) : found
  const plain = withoutLonger(base)
  const more = { ...renews, ...(option !== undefined && renews.renews !== true && { option }) }
  const days = daysIn(plain)
  if (days !== undefined && days.length === undefined) return { ...days, ...more }
  const end = ofEnds && days === undefined ? firstDayIn(plain) : undefined
  if (end !== undefined) return { to: end, ...more }
  // by itself a day may be either; with an option behind it the last of a month is an end
  const alone = ofEnds || days !== undefined || option === undefined ? undefined : dayAloneIn(plain)
  if (alone !== undefined) return { ...alone, ...(alone.to === undefined ? renews : more) }
  const length = AT_LEAST.test(plain) ? undefined : lengthOf(plain, bare)
  const months = length?.unit === 'M' ? length.count : length?.unit === 'Y' ? length.count * 12 : undefined
  if (months !== undefined) return { ...(days?.from !== undefined && { from: days.from }), months, ...more }
  return renews.renews === true ? renews : undefined
}

/** Whether a text about a term names a day. */
export const saysDay = (text: string): boolean => namesDay(fold(text))

/** Whether a text says that a contract renews itself; `undefined` if it says nothing about it. */
export function saysRenewal(text: string): boolean | undefined {
  const plain = fold(text)
  if (NOT_RENEWING.test(plain)) return false
  return RENEWS.test(plain) ? true : undefined
}

/** A cell of a column that asks "does it renew itself?". */
export function renewalOf(text: string): boolean | undefined {
  const plain = fold(text)
  if (/^(?:ja|j|yes|y|true|wahr|x|automatisch)(?![a-z])|^(?:1|on|ein)$/.test(plain)) return true
  if (/^(?:nein|n|no|false|falsch|keine)(?![a-z])|^(?:0|off|aus)$/.test(plain)) return false
  return saysRenewal(text)
}

/** By how long it renews itself, of such a column: „ja, um jeweils 12 Monate“ is `P12M`. */
export function renewalTimeOf(text: string, bare?: 'M' | 'Y'): string | undefined {
  const plain = fold(text)
  const { renewal } = renewalIn(plain)
  if (renewal !== undefined || /kundig|notice/.test(plain)) return renewal
  if (/^(?:ja,? )?(?:jahrlich|annually|yearly)/.test(plain)) return 'P1Y'
  const length = lengthOf(plain, bare)
  return length && `P${length.count}${length.unit}`
}

/** The same of any text about the term. */
export const saidRenewalTime = (text: string): string | undefined => renewalIn(fold(text)).renewal

function renewalIn(plain: string): { renewal?: string } {
  if (!SAYS_LONGER.test(plain)) return {}
  const [, number = '', unit = ''] = LONGER.exec(plain) ?? []
  const count = countOf(number)
  if (count !== undefined) return { renewal: `P${count}${unitOf(unit)}` }
  return EACH_YEAR.test(plain) ? { renewal: 'P1Y' } : EACH_MONTH.test(plain) ? { renewal: 'P1M' } : {}
}

/** Without the time by which it renews itself, which is neither a term nor a period of notice. */
export const withoutLonger = (plain: string): string => (SAYS_LONGER.test(plain) ? plain.replace(LONGER, ' ') : plain)
