import { isDay } from './days.ts'
import { durationOf, moved } from './duration.ts'
import type { Amount, Term } from './item.ts'
import type { Project } from './project.ts'

/** An exact number `n / d`; `d` is positive. Money is never a float: sums must not depend on their order. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** ISO 4217 for "no currency is known". Such amounts have no weight until the mapping file names one. */
export const NO_CURRENCY = 'XXX'

export const ONE: Fraction = { n: 1n, d: 1n }
/** Amounts are read in 1/100 cent. */
export const UNITS_PER_MAJOR = 10_000n

const DECIMAL = /^(-?)(\d{1,30})(?:\.(\d*))?$/
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000
/** Four years of 365.25 days. */
const DAYS_PER_FOUR_YEARS = 1461n

/** 1/100 cents of a decimal string in major units, rounded half up; `undefined` where it is none. */
export function unitsOf(value: string): bigint | undefined {
  const found = DECIMAL.exec(value)
  if (found === null) return undefined
  const [, sign, whole, decimals = ''] = found
  const units = BigInt(whole + decimals.slice(0, 4).padEnd(4, '0')) + (Number(decimals[4] ?? 0) >= 5 ? 1n : 0n)
  return sign === '-' ? -units : units
}

/** `n / d` as a decimal string, rounded half away from zero. */
export function decimalText({ n, d }: Fraction, places: number): string {
  const size = n < 0n ? -n : n
  const rounded = (2n * size * 10n ** BigInt(places) + d) / (2n * d)
  const digits = rounded.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return n < 0n && rounded !== 0n ? `-${text}` : text
}

export const times = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.n, a.d * b.d)
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : reduced(a.n * b.d + b.n * a.d, a.d * b.d)

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function reduced(n: bigint, d: bigint): Fraction {
  const common = gcd(n, d)
  return common === 1n ? { n, d } : { n: n / common, d: d / common }
}

/**
 * What makes an amount net and EUR: the newest rate of the project file that is not later than `asOf`, and its VAT
 * factor for gross amounts. `undefined`: a foreign currency without rate. Without a VAT factor gross stays as it is.
 */
export function netEuroFactor(
  { currency, basis }: Pick<Amount, 'currency' | 'basis'>,
  project: Pick<Project, 'rates' | 'vat'>,
  asOf: string,
): Fraction | undefined {
  const rate = currency === 'EUR' ? ONE : rateOf(currency, project, asOf)
  if (rate === undefined || basis !== 'gross' || project.vat === undefined) return rate
  const { n, d } = exact(project.vat.factor)
  return times(rate, { n: d, d: n })
}

function rateOf(currency: string, project: Pick<Project, 'rates'>, asOf: string): Fraction | undefined {
  const rate = rateOn(asOf, currency, project)
  return rate === undefined ? undefined : exact(rate.eur)
}

/** The newest rate of a currency that is not later than the day. */
export function rateOn(asOf: string, currency: string, { rates }: Pick<Project, 'rates'>): Project['rates'][number] | undefined {
  const usable = rates.filter((rate) => rate.currency === currency && rate.date <= asOf)
  return usable.reduce((best, rate) => (best === undefined || rate.date > best.date ? rate : best), usable[0])
}

/** A rate or factor as people write it, to eight decimals. */
const exact = (value: number): Fraction => reduced(BigInt(Math.round(value * 1e8)), 100_000_000n)

/**
 * What turns an amount into EUR a year: 12 / whole months where the term spans whole months, else 365.25 / days, both
 * ends counted; at least one year as divisor. `undefined`: neither annual nor a term with both ends.
 */
export function yearFactor({ kind, ofYear }: Pick<Amount, 'kind' | 'ofYear'>, term: Term | undefined): Fraction | undefined {
  if (kind === 'annual' || ofYear === true) return ONE
  const start = DAY.exec(term?.start ?? '')
  const end = DAY.exec(term?.end ?? '')
  if (start === null || end === null) return undefined
  const from = Date.UTC(Number(start[1]), Number(start[2]) - 1, Number(start[3]))
  const after = Date.UTC(Number(end[1]), Number(end[2]) - 1, Number(end[3]) + 1)
  if (after <= from) return undefined
  return atMostOne(wholeMonths(new Date(from), new Date(after)) ?? inDays(from, after))
}

function wholeMonths(from: Date, after: Date): Fraction | undefined {
  if (from.getUTCDate() !== after.getUTCDate()) return undefined
  const months = (after.getUTCFullYear() - from.getUTCFullYear()) * 12 + after.getUTCMonth() - from.getUTCMonth()
  return reduced(12n, BigInt(months))
}

const inDays = (from: number, after: number): Fraction => reduced(DAYS_PER_FOUR_YEARS, 4n * BigInt(Math.round((after - from) / MS_PER_DAY)))
const atMostOne = (factor: Fraction): Fraction => (factor.n > factor.d ? ONE : factor)

/** Is the term over on this day? Its end is inclusive. What renews itself has no end until somebody ends it, and what may have been extended none that is known. */
export const expired = (term: Term | undefined, asOf: string): boolean =>
  term?.end !== undefined && term.end < asOf && term.renewsItself !== true && !mayBeExtended(term, asOf)

/** The stated end has passed, and an option that is stated reaches this day: whether it was drawn is not known. */
export function mayBeExtended(term: Term | undefined, asOf: string): boolean {
  const option = durationOf(term?.option)
  if (option === undefined || term?.end === undefined || term.end >= asOf || term.renewsItself !== undefined) return false
  const latest = isDay(term.end) ? moved(term.end, option) : undefined
  return latest !== undefined && latest >= asOf
}

/** What amounts come to, in each currency: `1200.00 EUR, 50.00 GBP`. */
export function sumText(amounts: readonly Pick<Amount, 'value' | 'currency'>[]): string {
  const sums = new Map<string, bigint>()
  for (const { value, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + (unitsOf(value) ?? 0n))
  const shown = [...sums].map(([currency, units]) => {
    const value = decimalText({ n: units, d: UNITS_PER_MAJOR }, 2)
    return currency === NO_CURRENCY ? value : `${value} ${currency}`
  })
  return shown.sort().join(', ')
}
