import type { Alike } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import { ITEM_KINDS, type Item } from '../model/item.ts'
import type { Conclusion } from './conclusion.ts'
import type { ItemLicence } from './licences.ts'

/** Finds those of which the same is concluded: by licence, layer and binding, which are one object where they are equal, then by maker. */
export class Alikes {
  private readonly makers = new Makers()
  private readonly all = new Map<ItemLicence, Map<Conclusion['layer'], Map<Conclusion['binding'], Map<number, Alike>>>>()

  /** `written` is called for the first of its kind. */
  of(item: Item, conclusion: Conclusion, licence: ItemLicence, written: () => Dossier): Alike {
    const byLayer = within(this.all, licence)
    const byBinding = within(byLayer, conclusion.layer)
    const last = within(byBinding, conclusion.binding)
    const key = this.makers.numberOf(conclusion) * MARKS + marksOf(item, conclusion)
    let alike = last.get(key)
    if (alike === undefined) last.set(key, (alike = { like: written() }))
    return alike
  }
}

const MARKS = 2 ** 8

/** What policies and merging ask besides what is concluded. */
function marksOf({ kind, version, purl, cpe, said }: Item, { selfMade, critical }: Conclusion): number {
  return (
    ITEM_KINDS.indexOf(kind) |
    (selfMade ? 4 : 0) |
    (critical ? 8 : 0) |
    (version !== undefined ? 16 : 0) |
    (purl !== undefined ? 32 : 0) |
    (cpe !== undefined ? 64 : 0) |
    (said.licences !== undefined && said.licences.length > 0 ? 128 : 0)
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
