import type { Basis } from '../model/audit.ts'
import { decimalText } from '../model/money.ts'
import type { Measured, Standing } from './standing.ts'
import { PARTS } from './standing.ts'
import { priceAll, type MoneyOptions, type Price } from './spend.ts'

/** All items of a base that are alike, weighed together. */
export interface Kind {
  readonly standing: Standing
  /** An exact multiple of `PARTS`; 0 where none of the items has weight. */
  readonly weight: bigint
  /** Items with weight. */
  readonly count: number
}

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
  /** Members with weight, by what is said about value added tax. */
  readonly unstatedVat: number
  readonly gross: number
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
  const components = measured.filter(({ dossier, standing }) => dossier.line !== true && standing.isSoftware)
  const someDirect = components.some(({ dossier }) => dossier.relation === 'direct')
  const isBeside = ({ dossier }: Measured) => someDirect && dossier.relation === 'transitive'
  return {
    components: counted('components', someDirect ? components.filter((item) => !isBeside(item)) : components),
    transitive: counted('components', components.filter(isBeside)),
    spend: spend(lines, options),
    lines: counted(
      'lines',
      lines.filter(({ standing }) => standing.isSoftware),
    ),
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
  const { prices, unit, euro } = priceAll(lines, options)
  const software = prices.filter(({ item }) => item.standing.isSoftware)
  const weighted = software.filter(({ weight }) => weight > 0n)
  const said = (basis: string) => weighted.filter(({ item }) => item.dossier.amount?.basis === basis).length
  const total = sum(weighted)
  if (total === 0n) return undefined
  return {
    id: 'spend',
    members: software.map(({ item }) => item),
    kinds: kindsOf(software),
    total,
    one: euro,
    weighted: weighted.length,
    unit,
    beside: sum(prices) - total,
    unstatedVat: said('unknown'),
    gross: said('gross'),
  }
}

function kindsOf(prices: readonly Price[]): Kind[] {
  const kinds = new Map<Standing, { standing: Standing; weight: bigint; count: number }>()
  for (const { item, weight } of prices) {
    let kind = kinds.get(item.standing)
    if (kind === undefined) kinds.set(item.standing, (kind = { standing: item.standing, weight: 0n, count: 0 }))
    kind.weight += weight
    if (weight > 0n) kind.count++
  }
  return [...kinds.values()]
}

const sum = (prices: readonly Price[]): bigint => prices.reduce((total, { weight }) => total + weight, 0n)

/** Weights are multiples of `PARTS`, so nothing is lost. */
export const partOf = (weight: bigint, parts: bigint): bigint => (weight / PARTS) * parts

/** The whole of a base, or a weight in it: a count, or EUR with two decimals. */
export function sizeOf({ id, total, one }: Base, weight = total): string {
  return decimalText({ n: weight, d: one }, id === 'spend' ? 2 : 0)
}
