import { itemId } from '../../model/identity.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import type { Field, Item, ItemKind, Said } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/messages.ts'
import { fill, type Params } from '../../model/problem.ts'
import { packageOf, parsePurl } from '../../model/purl.ts'
import { Tally } from '../tr03183/tally.ts'
import type { RawComponent } from './raw.ts'
import { bitsOf } from './tr03183.ts'

/** Where the fields of a component stand below it, as JSON Pointer suffixes. */
export const FIELDS: Readonly<Partial<Record<Field, string>>> = {
  name: '/name', version: '/version', purl: '/purl', cpe: '/cpe', group: '/group', type: '/type',
  supplier: '/supplier/name', manufacturer: '/manufacturer/name', publisher: '/publisher', author: '/author',
  provider: '/provider/name', licences: '/licenses', links: '/externalReferences',
} // prettier-ignore

/** Component types that are no software a project relies on. */
const UNCOUNTED = new Set(['file', 'data', 'cryptographic-asset'])
const HARDWARE = new Set(['device'])

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A reference of the document: what it names, and what that depends on. Every mention of a reference meets the same node. */
export interface Node {
  item?: Mutable<Item>
  to?: Node[]
  /** Number that the next component of the same reference gets. */
  copies?: number
  /** How complete its dependencies are is stated. */
  composed?: true
  /** Steps from the root; 0 as long as it was not reached. */
  depth: number
}

/** Turns raw components into items, in the order of the document, and keeps what went wrong. */
export class Collector {
  readonly items: Mutable<Item>[] = []
  readonly notes: Note[] = []
  readonly tally = new Tally()
  rejected = 0
  private readonly nodes = new Map<string, Node>()
  private whole = false

  note(code: NoteId, at: string, params: Params = {}): void {
    this.notes.push({ code, at, message: fill(NOTES[code].en, params), params })
  }

  /** Keeps a place in the order for a component whose children come first. */
  reserve(): number {
    return this.items.push(undefined as unknown as Mutable<Item>) - 1
  }

  /** Fills the reserved place, or leaves it empty and counts a rejection if the component has no name. */
  fill(slot: number, raw: RawComponent, seen: Seen, role: 'component' | 'service' | 'root', nested: boolean): void {
    const purl = raw.purl === undefined ? undefined : parsePurl(raw.purl)
    if (raw.purl !== undefined && purl === undefined) this.note('W-PURL', seen.at, { purl: raw.purl })
    if (role !== 'service') this.tally.component(bitsOf(raw), seen.at)
    const name = raw.name ?? purl?.name
    if (name === undefined || name === '') {
      this.rejected++
      this.note('W-NO-NAME', seen.at)
      return
    }
    const kind: ItemKind = role === 'service' ? 'service' : HARDWARE.has(raw.type ?? '') ? 'hardware' : 'software'
    const item: Mutable<Item> = {
      id:
        purl === undefined
          ? itemId(kind, raw.manufacturer?.name ?? raw.group ?? raw.supplier?.name ?? raw.provider?.name, name)
          : packageOf(purl),
      ref: '',
      source: 0,
      kind,
      name,
      relation: role === 'root' ? 'root' : nested ? 'transitive' : 'unknown',
      counted: role !== 'root' && raw.scope !== 'excluded' && !UNCOUNTED.has(raw.type ?? ''),
      said: saidOf(raw),
      seenAt: [seen],
    }
    if (raw.version) item.version = raw.version
    // most tools write the purl as bom-ref: one string is enough
    if (purl !== undefined) {
      item.purl = raw.purl === raw.bomRef ? raw.bomRef! : raw.purl!
      item.parsed = purl
    }
    if (raw.cpe) item.cpe = raw.cpe
    item.ref = this.register(raw.bomRef ?? seen.at, item, seen.at)
    this.items[slot] = item
  }

  /** How complete the dependencies of these are is stated; a statement that names none is about the whole document. */
  composed(refs: readonly string[]): void {
    if (refs.length === 0) this.whole = true
    for (const ref of refs) this.node(ref).composed = true
  }

  node(ref: string): Node {
    let node = this.nodes.get(ref)
    if (node === undefined) this.nodes.set(ref, (node = { depth: 0 }))
    return node
  }

  /** What the dependencies say of the components, for TR-03183-2; call it when everything is read. */
  tallyDependencies(): void {
    const { whole } = this
    for (const { item, to, composed } of this.nodes.values()) {
      if (item === undefined || item.kind === 'service') continue
      if (to === undefined) this.tally.lacks('dependencies', item.seenAt[0]!.at)
      if (composed === undefined && !whole) this.tally.lacks('completeness', item.seenAt[0]!.at)
    }
  }

  /** Gives the item its ref; one that is taken already gets a number. */
  private register(ref: string, item: Mutable<Item>, at: string): string {
    const node = this.node(ref)
    if (node.item === undefined) {
      node.item = item
      return ref
    }
    this.note('W-DUPLICATE-REF', at, { ref })
    let n = node.copies ?? 2
    while (this.nodes.has(`${ref} (${n})`)) n++
    node.copies = n + 1
    this.node(`${ref} (${n})`).item = item
    return `${ref} (${n})`
  }
}

/** Only what is there; written out, because it runs once for every component. */
function saidOf(raw: RawComponent): Said {
  const said: Mutable<Said> = {}
  if (raw.type) said.type = raw.type
  if (raw.group) said.group = raw.group
  if (raw.supplier?.name) said.supplier = raw.supplier.name
  if (raw.manufacturer?.name) said.manufacturer = raw.manufacturer.name
  if (raw.publisher) said.publisher = raw.publisher
  if (raw.author) said.author = raw.author
  if (raw.provider?.name) said.provider = raw.provider.name
  const parties = raw.manufacturer ?? raw.supplier ?? raw.provider
  if (parties !== undefined) {
    const urls = [raw.manufacturer, raw.supplier, raw.provider].flatMap((party) => party?.urls ?? [])
    if (urls.length > 0) said.partyUrls = urls
  }
  const licences = raw.licences?.length ? raw.licences : raw.observed
  if (licences?.length) said.licences = licences
  if (raw.links?.length) said.links = raw.links
  if (raw.scope === 'optional' || raw.scope === 'excluded') said.scope = raw.scope
  return said
}

/**
 * Sets direct and transitive from the dependency graph, walking references even where they name no component.
 * What the graph does not reach stays unknown. `provides` counts like `dependsOn`.
 */
export function relate(collector: Collector, root: Node | undefined): void {
  if (root?.to === undefined) return
  let dangling = 0
  root.depth = -1
  const queue = [root]
  for (const from of queue) {
    for (const to of from.to ?? []) {
      if (to.depth !== 0) continue
      to.depth = from === root ? 1 : 2
      queue.push(to)
      if (to.item === undefined) dangling++
      else if (to.item.relation !== 'root') to.item.relation = to.depth === 1 ? 'direct' : 'transitive'
    }
  }
  if (dangling > 0) collector.note('W-DANGLING', '/dependencies', { n: dangling })
}
