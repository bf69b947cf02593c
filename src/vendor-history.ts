import { Ownerships } from './identify/control.ts'
import { holds } from './identify/names/namespaces.ts'
import { NameIndex } from './identify/names/name-index.ts'
import { indexOf } from './identify/register-index.ts'
import type { FactSource } from './model/evidence.ts'
import type { Knowledge } from './model/knowledge.ts'
import type { Goods, Organisation } from './model/register.ts'

/** A stretch of time with what it rests on. */
export interface Span {
  readonly from?: string
  readonly until?: string
  readonly source: FactSource
  /** Whether it covers the day asked for. */
  readonly holds: boolean
}

/** All that the register knows of one organisation, as `vendors explain --json` prints it. */
export interface VendorHistory {
  readonly format: 'eigenstand/vendor-history/1'
  readonly asOf: string
  readonly id: string
  readonly name: string
  readonly kind: Organisation['kind']
  readonly country?: string
  readonly publicHand: boolean
  readonly names: readonly string[]
  readonly owners: readonly (Span & { readonly owner: string; readonly name: string; readonly control?: 'joint' })[]
  readonly tiers: readonly (Span & { readonly tier: string; readonly because: string })[]
  /** Names of other houses that its goods of one kind bear. */
  readonly brands: readonly (Span & { readonly names: readonly string[]; readonly goods: Goods })[]
  readonly products: number
  readonly control: 'controlled' | 'none'
  readonly controller?: { readonly id: string; readonly name: string; readonly country?: string; readonly tier: string }
  readonly chain: readonly string[]
  readonly rule: string
}

/** The organisation with this id or name; `undefined` where the register knows none. */
export function organisationCalled(idOrName: string, knowledge: Knowledge): Organisation | undefined {
  const { organisations } = knowledge
  return organisations.get(idOrName) ?? organisations.get(new NameIndex(indexOf(knowledge).names).find(idOrName)?.id ?? '')
}

/** The history of the organisation with this id or name, seen from `asOf`; `undefined` where the register knows none. */
export function vendorHistory(idOrName: string, knowledge: Knowledge, asOf: string): VendorHistory | undefined {
  const { organisations } = knowledge
  const organisation = organisationCalled(idOrName, knowledge)
  if (organisation === undefined) return undefined
  const { id, name, kind, country, publicHand, names, exactNames, products, brands, owners, tiers, place } = organisation
  const ownerships = new Ownerships(organisations, asOf)
  const controller = ownerships.controller(id)
  return {
    format: 'eigenstand/vendor-history/1',
    asOf,
    id,
    name,
    kind,
    ...(country !== undefined && { country }),
    publicHand,
    names: [...new Set([...names, ...(exactNames ?? [])])].filter((other) => other !== name),
    owners: [...owners].sort(byStart).map((link) => ({ ...link, name: organisations.get(link.owner)!.name, holds: holds(link, asOf) })),
    tiers: [...tiers].sort(byStart).map((finding) => ({ ...finding, holds: holds(finding, asOf) })),
    brands: [...(brands ?? [])].sort(byStart).map((brand) => ({ ...brand, holds: holds(brand, asOf) })),
    products: products.filter((product) => holds(product, asOf)).length,
    control: controller === undefined ? 'none' : 'controlled',
    ...(controller !== undefined && { controller }),
    chain: ownerships.chain(id).map(({ owner }) => owner),
    rule: `${place.file}:${place.line}`,
  }
}

function byStart(a: { readonly from?: string }, b: { readonly from?: string }): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1
}
