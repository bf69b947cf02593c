import type { BrandUse } from '../model/register-index.ts'
import type { Goods, Organisation } from '../model/register.ts'
import { bareName } from './names.ts'
import { holds } from './namespaces.ts'

/** Names of houses that the goods of others bear. */
export class BrandIndex {
  private readonly uses: ReadonlyMap<string, readonly BrandUse[]>
  private readonly asOf: string

  constructor(uses: ReadonlyMap<string, readonly BrandUse[]>, asOf: string) {
    this.uses = uses
    this.asOf = asOf
  }

  /** Whether the bare name is a brand that others use too. */
  has(bare: string): boolean {
    return this.uses.has(bare)
  }

  /** Whose goods of this kind bear the brand. */
  on(bare: string, goods: Goods): string | undefined {
    return this.uses.get(bare)?.find((use) => use.goods === goods && holds(use, this.asOf))?.organisation
  }
}

export function brandMap(organisations: readonly Organisation[]): ReadonlyMap<string, readonly BrandUse[]> {
  const uses = new Map<string, BrandUse[]>()
  for (const { id, brands = [] } of organisations) {
    for (const { names, goods, from, until } of brands) {
      const use: BrandUse = { goods, organisation: id, ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
      for (const name of new Set(names.map(bareName))) uses.set(name, [...(uses.get(name) ?? []), use])
    }
  }
  return uses
}
