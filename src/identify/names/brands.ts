import type { BrandUse } from '../../model/register-index.ts'
import type { Goods, Organisation } from '../../model/register.ts'
import { bareName } from './comparable.ts'
import { holds } from './namespaces.ts'

/** Words of the longest brand. */
const LONGEST = 2

/** Names of houses that the goods of others bear. */
export class BrandIndex {
  private readonly uses: ReadonlyMap<string, readonly BrandUse[]>
  private readonly asOf: string
  private readonly lenders = new Map<string, boolean>()

  constructor(uses: ReadonlyMap<string, readonly BrandUse[]>, asOf: string) {
    this.uses = uses
    this.asOf = asOf
  }

  /** Every brand in a text, from its first word on, the longer first. */
  *in(words: readonly string[]): Generator<{ readonly bare: string; readonly at: number; readonly count: number }> {
    for (let at = 0; at < words.length; at++) {
      for (let count = LONGEST; count > 0; count--) {
        const bare = words.slice(at, at + count).join(' ')
        if (this.uses.has(bare)) yield { bare, at, count }
      }
    }
  }

  /** Whether the bare name is a brand that others use too. */
  has(bare: string): boolean {
    return this.uses.has(bare)
  }

  /** Whose goods of this kind bear the brand. */
  on(bare: string, goods: Goods): string | undefined {
    return this.bearers(bare).find((use) => use.goods === goods)?.organisation
  }

  /** Whether goods of others bear a name of this house. */
  lends({ id, name, names }: Organisation): boolean {
    let lends = this.lenders.get(id)
    if (lends === undefined)
      this.lenders.set(id, (lends = [name, ...names].some((one) => this.bearers(bareName(one)).some((use) => use.organisation !== id))))
    return lends
  }

  /** Whose goods bear the brand, kind by kind. */
  bearers(bare: string): readonly BrandUse[] {
    return (this.uses.get(bare) ?? []).filter((use) => holds(use, this.asOf))
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
