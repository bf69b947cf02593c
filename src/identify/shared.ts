import type { SharedConclusion } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import { ITEM_KINDS, type Item } from '../model/item.ts'
import type { Conclusion } from './conclusion.ts'
import type { ItemLicence } from './licences.ts'

/** Finds those of which the same is concluded: by licence, layer and binding, which are one object where they are equal, then by maker. */
export class SharedConclusions {
  private readonly makers = new Makers()
  private readonly all = new Map<ItemLicence, Map<Conclusion['layer'], Map<Conclusion['binding'], Map<number, SharedConclusion>>>>()

  /** `written` is called for the first of its kind. */
  of(item: Item, conclusion: Conclusion, licence: ItemLicence, written: () => Dossier): SharedConclusion {
    const byLayer = within(this.all, licence)
    const byBinding = within(byLayer, conclusion.layer)
    const last = within(byBinding, conclusion.binding)
    const key = this.makers.numberOf(conclusion) * MARKS + marksOf(item, conclusion)
    let shared = last.get(key)
    if (shared === undefined) last.set(key, (shared = { example: written() }))
    return shared
  }
}

/** One more than the largest of the marks. */
const MARKS = 64 * ITEM_KINDS.length

/** What policies and merging ask besides what is concluded. */
function marksOf({ kind, version, purl, cpe, said }: Item, { selfMade, critical }: Conclusion): number {
  return (
    (selfMade ? 1 : 0) |
    (critical ? 2 : 0) |
    (version !== undefined ? 4 : 0) |
    (purl !== undefined ? 8 : 0) |
    (cpe !== undefined ? 16 : 0) |
    (said.licences !== undefined && said.licences.length > 0 ? 32 : 0) |
    (64 * ITEM_KINDS.indexOf(kind))
  )
}

interface Known extends Pick<Conclusion, 'product' | 'made'> {
  readonly number: number
}

/** Numbers makers with their product, and what led to them; 0 is none. */
class Makers {
  private readonly byOrganisation = new Map<string, Known[]>()
  private count = 0

  numberOf({ made, product }: Conclusion): number {
    if (made === undefined) return 0
    let known = this.byOrganisation.get(made.organisation)
    if (known === undefined) this.byOrganisation.set(made.organisation, (known = []))
    for (const one of known) if (one.product === product && isSame(one.made!, made)) return one.number
    known.push({ made, product, number: ++this.count })
    return this.count
  }
}

type Made = NonNullable<Conclusion['made']>

function isSame(a: Made, b: Made): boolean {
  if (a.confidence !== b.confidence || a.product !== b.product || a.by.length !== b.by.length) return false
  for (let i = 0; i < a.by.length; i++) if (a.by[i] !== b.by[i]) return false
  return true
}

/** The table under a key, made where there is none. */
function within<K, L, V>(tables: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let table = tables.get(key)
  if (table === undefined) tables.set(key, (table = new Map()))
  return table
}
