import type { Basis } from '../model/audit.ts'
import type { Amount } from '../model/item.ts'
import { decimalText } from '../model/money.ts'
import { weigh, type MoneyOptions } from './spend.ts'
import { PARTS, type Kind, type Measured, type Standing } from './standing.ts'

export interface Base {
  readonly id: Basis
  readonly members: readonly Measured[]
  readonly kinds: readonly Kind[]
  readonly total: bigint
  /** The weight of one component, one line, one EUR. */
  readonly one: bigint
  /** Members with weight. */
  readonly weighted: number
}

export interface SpendBase extends Base {
  readonly unit: 'per-year' | 'as-stated'
  /** What hardware and people's services come to, in the base's weight. */
  readonly beside: bigint
  /** What is said about VAT, over the lines with weight. */
  readonly vat: ReadonlySet<Amount['basis']>
  /** Members of which it is not known what they cost. */
  readonly amountUnknown: readonly Measured[]
}

export interface Bases {
  /** Direct components, or all where none is known to be direct. */
  readonly components: Base | undefined
  /** Transitive components, where they do not carry the levels. */
  readonly transitive: Base | undefined
  readonly spend: SpendBase | undefined
  readonly lines: Base | undefined
}

/** Sorts everything measured into its bases. They are never added up. */
export function bases(measured: readonly Measured[], options: MoneyOptions): Bases {
  const lines = measured.filter(({ dossier }) => dossier.line === true)
  const softwareLines = lines.filter(({ standing }) => standing.isSoftware)
  const components = measured.filter(({ dossier, standing }) => dossier.line !== true && standing.isSoftware)
  const someDirect = components.some(({ dossier }) => dossier.relation === 'direct')
  const isBeside = ({ dossier }: Measured) => someDirect && dossier.relation === 'transitive'
  return {
    components: counted('components', someDirect ? components.filter((item) => !isBeside(item)) : components),
    transitive: counted('components', components.filter(isBeside)),
    spend: spend(lines, options),
    lines: counted('lines', softwareLines),
  }
}

/** Every member counts one. */
function counted(id: Basis, members: readonly Measured[]): Base | undefined {
  if (members.length === 0) return undefined
  const counts = new Map<Standing, number>()
  for (const { standing } of members) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  const kinds = [...counts].map(([standing, count]) => ({ standing, count, weight: BigInt(count) * PARTS }))
  return { id, members, kinds, total: BigInt(members.length) * PARTS, one: PARTS, weighted: members.length }
}

/** `undefined` where no software line has a usable amount. */
function spend(lines: readonly Measured[], options: MoneyOptions): SpendBase | undefined {
  const { lines: members, kinds, unit, euro, vat } = weigh(lines, options)
  const software = kinds.filter(({ standing }) => standing.isSoftware)
  const total = sum(software)
  if (total === 0n) return undefined
  const running = members.filter(({ standing }) => standing.isSoftware)
  return {
    id: 'spend',
    members: running,
    kinds: software,
    total,
    one: euro,
    weighted: software.reduce((all, { count }) => all + count, 0),
    unit,
    beside: sum(kinds) - total,
    vat,
    amountUnknown: running.filter(isAmountUnknown),
  }
}

/** Placeholders, ceilings and estimates are known to be no spend; what is missing, cannot be read or not be converted is spend nobody knows. */
const isAmountUnknown = ({ dossier: { amount } }: Measured): boolean => amount === undefined || amount.why === 'currency'

const sum = (kinds: readonly Kind[]): bigint => kinds.reduce((total, { weight }) => total + weight, 0n)

/** Weights are multiples of `PARTS`, so nothing is lost. */
export const partOf = (weight: bigint, parts: bigint): bigint => (weight / PARTS) * parts

/** The whole of a base, or a weight in it: a count, or EUR with two decimals. */
export function sizeOf({ id, total, one }: Base, weight = total): string {
  return decimalText({ n: weight, d: one }, id === 'spend' ? 2 : 0)
}
