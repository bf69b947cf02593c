import { itemId } from '../../model/identity.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import type { Field, Item, ItemKind, Relation, Said } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/messages.ts'
import { fill, type Params } from '../../model/problem.ts'
import { packageOf, parsePurl } from '../../model/purl.ts'
import type { RawComponent } from './raw.ts'

/** Where the fields of a component stand below it, as JSON Pointer suffixes. */
export const FIELDS: Readonly<Partial<Record<Field, string>>> = {
  name: '/name', version: '/version', purl: '/purl', cpe: '/cpe', group: '/group', type: '/type',
  supplier: '/supplier/name', manufacturer: '/manufacturer/name', publisher: '/publisher', author: '/author',
  provider: '/provider/name', description: '/description', licences: '/licenses', links: '/externalReferences',
} // prettier-ignore

/** Component types that are no software a project relies on. */
const UNCOUNTED = new Set(['file', 'data', 'cryptographic-asset'])
const HARDWARE = new Set(['device'])

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Turns raw components into items, in the order of the document, and keeps what went wrong. */
export class Collector {
  readonly items: Mutable<Item>[] = []
  readonly notes: Note[] = []
  rejected = 0
  private readonly refs = new Set<string>()
  /** Item of each bom-ref, for the dependency graph. */
  readonly byBomRef = new Map<string, Mutable<Item>>()

  note(code: NoteId, at: string, params: Params = {}): void {
    this.notes.push({ code, at, message: fill(NOTES[code].en, params), params })
  }

  /** Keeps a place in the order for a component whose children come first. */
  reserve(): number {
    return this.items.push(undefined as unknown as Mutable<Item>) - 1
  }

  /** Fills the reserved place, or leaves it empty and counts a rejection if the component has no name. */
  fill(slot: number, raw: RawComponent, seen: Omit<Seen, 'source'>, role: 'component' | 'service' | 'root', nested: boolean): void {
    const purl = raw.purl === undefined ? undefined : parsePurl(raw.purl)
    if (raw.purl !== undefined && purl === undefined) this.note('W-PURL', seen.at, { purl: raw.purl })
    const name = raw.name ?? purl?.name
    if (name === undefined || name === '') {
      this.rejected++
      this.note('W-NO-NAME', seen.at)
      return
    }
    const kind: ItemKind = role === 'service' ? 'service' : HARDWARE.has(raw.type ?? '') ? 'hardware' : 'software'
    const said = saidOf(raw)
    const item: Mutable<Item> = {
      id: purl === undefined ? itemId(kind, raw.manufacturer?.name ?? raw.group ?? raw.supplier?.name ?? raw.provider?.name, name) : packageOf(purl),
      ref: this.unique(raw.bomRef ?? seen.at, seen.at),
      source: 0,
      kind,
      name,
      ...(raw.version && { version: raw.version }),
      ...(purl && { purl: raw.purl! }),
      ...(raw.cpe && { cpe: raw.cpe }),
      relation: role === 'root' ? 'root' : nested ? 'transitive' : 'unknown',
      counted: role !== 'root' && raw.scope !== 'excluded' && !UNCOUNTED.has(raw.type ?? ''),
      said,
      seenAt: [{ source: 0, ...seen }],
    }
    this.items[slot] = item
    if (raw.bomRef !== undefined) this.byBomRef.set(raw.bomRef, item)
  }

  private unique(ref: string, at: string): string {
    let name = ref
    if (this.refs.has(ref)) {
      this.note('W-DUPLICATE-REF', at, { ref })
      for (let n = 2; this.refs.has(name); n++) name = `${ref} (${n})`
    }
    this.refs.add(name)
    return name
  }
}

function saidOf(raw: RawComponent): Said {
  const licences = raw.licences?.length ? raw.licences : raw.observed
  const urls = [...(raw.manufacturer?.urls ?? []), ...(raw.supplier?.urls ?? []), ...(raw.provider?.urls ?? [])]
  return {
    ...(raw.type && { type: raw.type }),
    ...(raw.group && { group: raw.group }),
    ...(raw.supplier?.name && { supplier: raw.supplier.name }),
    ...(raw.manufacturer?.name && { manufacturer: raw.manufacturer.name }),
    ...(raw.publisher && { publisher: raw.publisher }),
    ...(raw.author && { author: raw.author }),
    ...(raw.provider?.name && { provider: raw.provider.name }),
    ...(urls.length > 0 && { partyUrls: urls }),
    ...(licences?.length && { licences }),
    ...(raw.links?.length && { links: raw.links }),
  }
}

/**
 * Sets direct and transitive from the dependency graph, walking references even where they name no component.
 * What the graph does not reach stays unknown. `provides` counts like `dependsOn`.
 */
export function relate(collector: Collector, root: string | undefined, edges: ReadonlyMap<string, readonly string[]>): void {
  const { byBomRef } = collector
  if (root === undefined || !edges.has(root)) return
  const set = (ref: string, relation: Relation) => {
    const item = byBomRef.get(ref)
    if (item !== undefined && item.relation !== 'root') item.relation = relation
  }
  const reached = new Set([root])
  let dangling = 0
  let front = [root]
  for (let depth = 1; front.length > 0; depth++) {
    const next: string[] = []
    for (const from of front) {
      for (const to of edges.get(from) ?? []) {
        if (reached.has(to)) continue
        reached.add(to)
        next.push(to)
        if (!byBomRef.has(to)) dangling++
        set(to, depth === 1 ? 'direct' : 'transitive')
      }
    }
    front = next
  }
  if (dangling > 0) collector.note('W-DANGLING', '/dependencies', { n: dangling })
}
