import type { AmountConclusion } from '../model/dossier.ts'
import type { Term } from '../model/item.ts'
import { expired, gcd, netEuroFactor, ONE, times, unitsOf, UNITS_PER_MAJOR, yearFactor, type Fraction } from '../model/money.ts'
import type { Project } from '../model/project.ts'
import { PARTS, type Measured } from './standing.ts'

export interface MoneyOptions {
  readonly asOf: string
  readonly project: Pick<Project, 'rates' | 'vat'>
}

/** A line and what it weighs: net EUR, a year or as stated. 0 without a usable amount. */
export interface Price {
  readonly item: Measured
  readonly weight: bigint
}

export interface Prices {
  readonly prices: readonly Price[]
  readonly unit: 'per-year' | 'as-stated'
  /** The weight of one EUR. */
  readonly euro: bigint
}

/** From this part of the stated sum with a term a list is read in EUR a year (docs/scoring.md, "Spend"). */
const TERMED = { n: 95n, d: 100n }

/** What an amount is multiplied with; one for all amounts of the same currency, tax, set-off and term. */
interface Factor {
  /** To net EUR after credits, as stated. */
  readonly stated: Fraction
  /** From there to a year; `undefined`: not annual and without a term. */
  readonly year: Fraction | undefined
}

interface Stated {
  readonly item: Measured
  readonly units: bigint
  readonly factor: Factor
}

/**
 * Weighs all lines in one unit. Weights are exact integers over one common denominator, so that thirds of a contract
 * add up, and neither the order of the lines nor splitting one in two changes a figure. Lines that are over are left out.
 */
export function priceAll(lines: readonly Measured[], options: MoneyOptions): Prices {
  const factors = new Map<string, Factor>()
  const stated = lines.filter((line) => !isOut(line, options.asOf)).map((line) => state(line, factors, options))
  const asStated = onOneScale([...factors.values()].map((factor) => [factor, factor.stated]))
  const perYear = isTermed(stated, asStated)
  const { scale, multiplier } = perYear ? onOneScale([...factors.values()].map((factor) => [factor, yearly(factor)])) : asStated
  return {
    prices: stated.map(({ item, units, factor }) => ({ item, weight: units * (multiplier.get(factor) as bigint) * PARTS })),
    unit: perYear ? 'per-year' : 'as-stated',
    euro: UNITS_PER_MAJOR * scale * PARTS,
  }
}

/** Expired lines and credits are no longer, or never were, something to rely on. */
function isOut({ dossier: { amount, term } }: Measured, asOf: string): boolean {
  return amount?.why === 'expired' || amount?.why === 'credit' || expired(term, asOf)
}

function state(item: Measured, factors: Map<string, Factor>, options: MoneyOptions): Stated {
  const { amount, term } = item.dossier
  const units = amount?.counts === true ? (unitsOf(amount.value) ?? 0n) : 0n
  if (amount === undefined || units <= 0n) return { item, units: 0n, factor: intern(factors, '', () => NO_FACTOR) }
  const key = `${amount.currency} ${amount.basis} ${amount.kind} ${term?.start} ${term?.end} ${amount.setOff?.left} ${amount.setOff?.of}`
  return { item, units, factor: intern(factors, key, () => factorOf(amount, term, options)) }
}

const NO_FACTOR: Factor = { stated: { n: 0n, d: 1n }, year: undefined }

function intern(factors: Map<string, Factor>, key: string, make: () => Factor): Factor {
  const known = factors.get(key) ?? make()
  factors.set(key, known)
  return known
}

function factorOf(amount: AmountConclusion, term: Term | undefined, { project, asOf }: MoneyOptions): Factor {
  const euro = netEuroFactor(amount, project, asOf) ?? NO_FACTOR.stated
  const { setOff } = amount
  const left = setOff === undefined ? ONE : { n: unitsOf(setOff.left) ?? 0n, d: unitsOf(setOff.of) ?? 1n }
  return { stated: times(euro, left), year: yearFactor(amount.kind, term) }
}

/** A line without a term is taken as one year. */
const yearly = ({ stated, year }: Factor): Fraction => times(stated, year ?? ONE)

interface Scale {
  /** What 1 becomes. */
  readonly scale: bigint
  readonly multiplier: ReadonlyMap<Factor, bigint>
}

function onOneScale(fractions: readonly (readonly [Factor, Fraction])[]): Scale {
  const scale = fractions.reduce((common, [, { d }]) => (common / gcd(common, d)) * d, 1n)
  return { scale, multiplier: new Map(fractions.map(([factor, { n, d }]) => [factor, n * (scale / d)])) }
}

function isTermed(stated: readonly Stated[], { multiplier }: Scale): boolean {
  let total = 0n
  let termed = 0n
  for (const { units, factor } of stated) {
    const weight = units * (multiplier.get(factor) as bigint)
    total += weight
    if (factor.year !== undefined) termed += weight
  }
  return total > 0n && termed * TERMED.d >= total * TERMED.n
}
