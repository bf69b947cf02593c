import type { AmountConclusion } from '../model/dossier.ts'
import type { Amount, Term } from '../model/item.ts'
import { expired, gcd, netEuroFactor, ONE, times, unitsOf, UNITS_PER_MAJOR, yearFactor, type Fraction } from '../model/money.ts'
import type { Project } from '../model/project.ts'
import { PARTS, type Kind, type Measured, type Standing } from './standing.ts'

export interface MoneyOptions {
  readonly asOf: string
  readonly project: Pick<Project, 'rates' | 'vat'>
}

/** A list, weighed in one unit: net EUR, a year or as stated. */
export interface Spending {
  /** Every line that is not over; those without a usable amount weigh 0. */
  readonly lines: readonly Measured[]
  readonly kinds: readonly Kind[]
  readonly unit: 'per-year' | 'as-stated'
  /** The weight of one EUR. */
  readonly euro: bigint
  /** What is said about VAT, over the lines of software with weight. */
  readonly vat: ReadonlySet<Amount['basis']>
}

/** From this part of the stated sum with a term a list is read in EUR a year (docs/scoring.md, "Spend"). */
const TERMED = { n: 95n, d: 100n }

/** What an amount is multiplied with; one for all amounts of the same currency, tax, set-off and term. */
interface Factor {
  /** To net EUR after credits, as stated. */
  readonly stated: Fraction
  /** From there to a year; `undefined`: not annual and without a term. */
  readonly year: Fraction | undefined
  readonly basis: Amount['basis']
}

/** Amounts with one factor: their number and their sum in 1/100 cent of their currency. */
interface Sum {
  units: bigint
  count: number
}

type Sums = Map<Factor, Sum>

/**
 * Weighs all lines in one unit. Weights are exact integers over one common denominator, so that thirds of a contract
 * add up, and neither the order of the lines nor splitting one in two changes a figure. Lines that are over are left out.
 */
export function weigh(all: readonly Measured[], options: MoneyOptions): Spending {
  const lines = all.filter((line) => !isOut(line, options.asOf))
  const sums = add(lines, options)
  const factors = [...new Set([...sums.values()].flatMap((ofKind) => [...ofKind.keys()]))]
  const stated = onOneScale(factors, (factor) => factor.stated)
  const perYear = isTermed([...sums.values()], stated)
  const scale = perYear ? onOneScale(factors, yearly) : stated
  return {
    lines,
    kinds: [...sums].map(([standing, ofKind]) => kindOf(standing, ofKind, scale)),
    unit: perYear ? 'per-year' : 'as-stated',
    euro: UNITS_PER_MAJOR * scale.one * PARTS,
    vat: new Set([...sums].flatMap(([{ isSoftware }, ofKind]) => (isSoftware ? [...ofKind.keys()].map(({ basis }) => basis) : []))),
  }
}

/** Expired lines, those that follow others and credits are no longer, not yet, or never were, something to rely on. */
function isOut({ dossier: { amount, term } }: Measured, asOf: string): boolean {
  return amount?.why === 'expired' || amount?.why === 'not-begun' || amount?.why === 'credit' || expired(term, asOf)
}

/** Sums the usable amounts of all items that are alike; small numbers, before anything is brought to one scale. */
function add(lines: readonly Measured[], options: MoneyOptions): Map<Standing, Sums> {
  const factors = new Map<string, Factor>()
  const sums = new Map<Standing, Sums>()
  for (const { dossier, standing } of lines) {
    let ofKind = sums.get(standing)
    if (ofKind === undefined) sums.set(standing, (ofKind = new Map()))
    const { amount, term } = dossier
    const units = amount?.counts === true ? (unitsOf(amount.value) ?? 0n) : 0n
    if (amount === undefined || units <= 0n) continue
    const factor = factorOf(amount, term, factors, options)
    if (factor.stated.n <= 0n) continue
    const sum = ofKind.get(factor)
    if (sum === undefined) ofKind.set(factor, { units, count: 1 })
    else {
      sum.units += units
      sum.count++
    }
  }
  return sums
}

function factorOf(amount: AmountConclusion, term: Term | undefined, known: Map<string, Factor>, { project, asOf }: MoneyOptions): Factor {
  const { currency, basis, kind, ofYear, setOff } = amount
  const key = `${currency} ${basis} ${kind} ${ofYear} ${term?.start} ${term?.end} ${setOff?.left} ${setOff?.of}`
  let factor = known.get(key)
  if (factor === undefined) {
    const left = setOff === undefined ? ONE : { n: unitsOf(setOff.left) ?? 0n, d: unitsOf(setOff.of) ?? 1n }
    factor = { stated: times(netEuroFactor(amount, project, asOf) ?? NOTHING, left), year: yearFactor(amount, term), basis }
    known.set(key, factor)
  }
  return factor
}

const NOTHING: Fraction = { n: 0n, d: 1n }

/** A line without a term is taken as one year. */
const yearly = ({ stated, year }: Factor): Fraction => times(stated, year ?? ONE)

interface Scale {
  /** What 1 becomes. */
  readonly one: bigint
  readonly multiplier: ReadonlyMap<Factor, bigint>
}

function onOneScale(factors: readonly Factor[], valueOf: (factor: Factor) => Fraction): Scale {
  const values = factors.map((factor) => [factor, valueOf(factor)] as const)
  const one = values.reduce((common, [, { d }]) => (common / gcd(common, d)) * d, 1n)
  return { one, multiplier: new Map(values.map(([factor, { n, d }]) => [factor, n * (one / d)])) }
}

const weightOf = (factor: Factor, { units }: Sum, { multiplier }: Scale): bigint => units * (multiplier.get(factor) as bigint)

function isTermed(sums: readonly Sums[], scale: Scale): boolean {
  let total = 0n
  let termed = 0n
  for (const [factor, sum] of sums.flatMap((ofKind) => [...ofKind])) {
    const weight = weightOf(factor, sum, scale)
    total += weight
    if (factor.year !== undefined) termed += weight
  }
  return total > 0n && termed * TERMED.d >= total * TERMED.n
}

function kindOf(standing: Standing, sums: Sums, scale: Scale): Kind {
  let weight = 0n
  let count = 0
  for (const [factor, sum] of sums) {
    weight += weightOf(factor, sum, scale) * PARTS
    count += sum.count
  }
  return { standing, weight, count }
}
