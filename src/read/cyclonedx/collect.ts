import { itemId } from '../../model/identity.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import type { Field, Item, ItemKind, Said } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/messages.ts'
import { fill, type Params } from '../../model/problem.ts'
import { packageOf, parsePurl, type Purl } from '../../model/purl.ts'
import { Tally } from '../tr03183/tally.ts'
import { Graph } from './graph.ts'
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

export type Role = 'component' | 'service' | 'root'
const NOWHERE: Seen = { source: 0, at: '' }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Turns raw components into items, in the order of the document, and keeps what went wrong. */
export class Collector {
  readonly items: Mutable<Item>[] = []
  readonly notes: Note[] = []
  readonly tally = new Tally()
  rejected = 0
  readonly graph = new Graph<Mutable<Item>>()
  /** What is kept of an item that stands at `[from, to)`. */
  private readonly keep: (item: Item, from: number, to: number) => Mutable<Item>
  /** Number that the next component of the same reference gets. */
  private readonly copies = new Map<number, number>()
  private whole = false

  constructor(keep: (item: Item, from: number, to: number) => Item = (item) => item) {
    this.keep = keep
  }

  note(code: NoteId, at: string, params: Params = {}): void {
    this.notes.push({ code, at, message: fill(NOTES[code].en, params), params })
  }

  /** Keeps a place in the order for a component whose children come first. */
  reserve(): number {
    return this.items.push(undefined as unknown as Mutable<Item>) - 1
  }

  /** Fills the reserved place, or leaves it empty and counts a rejection if the component has no name. */
  fill(slot: number, raw: RawComponent, seen: Seen, role: Role, nested: boolean, from = 0, to = 0): void {
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
    const item = this.item(raw, purl, kind, name, seen)
    if (role === 'root') item.relation = 'root'
    else if (nested) item.relation = 'transitive'
    item.counted = role !== 'root' && raw.scope !== 'excluded' && !UNCOUNTED.has(raw.type ?? '')
    const { refs, items } = this.graph
    const ref = this.ownRef(raw.bomRef ?? refs.of(seen.at), seen.at)
    item.ref = refs.texts[ref]!
    this.items[slot] = items[ref] = this.keep(item, from, to)
  }

  /** The item of a component that was read before. */
  again(raw: RawComponent, kind: ItemKind): Item | undefined {
    const purl = raw.purl === undefined ? undefined : parsePurl(raw.purl)
    const name = raw.name ?? purl?.name
    return name === undefined ? undefined : this.item(raw, purl, kind, name, NOWHERE)
  }

  /** Written out for the common case, a package with its version: the fields of an object that is made at once lie together. */
  private item(raw: RawComponent, purl: Purl | undefined, kind: ItemKind, name: string, seen: Seen): Mutable<Item> {
    const item = this.named(raw, purl, kind, name, seen)
    if (raw.cpe) item.cpe = raw.cpe
    return item
  }

  private named(raw: RawComponent, purl: Purl | undefined, kind: ItemKind, name: string, seen: Seen): Mutable<Item> {
    const rest = { ref: '', source: 0, kind, name, relation: 'unknown', counted: true } as const
    const said = saidOf(raw)
    const { version } = raw
    if (purl === undefined) {
      const id = itemId(kind, raw.manufacturer?.name ?? raw.group ?? raw.supplier?.name ?? raw.provider?.name, name)
      return version ? { id, ...rest, said, seenAt: [seen], version } : { id, ...rest, said, seenAt: [seen] }
    }
    // most tools write the purl as bom-ref: one string is enough
    const ref = raw.bomRef === undefined ? undefined : this.graph.refs.texts[raw.bomRef]
    const text = raw.purl === ref ? ref! : raw.purl!
    const id = packageOf(purl)
    if (!version) return { id, ...rest, said, seenAt: [seen], purl: text, parsed: purl }
    return {
      id,
      ref: '',
      source: 0,
      kind,
      name,
      relation: 'unknown',
      counted: true,
      said,
      seenAt: [seen],
      version,
      purl: text,
      parsed: purl,
    }
  }

  /** How complete the dependencies of these are is stated; a statement that names none is about the whole document. */
  composed(refs: readonly string[]): void {
    if (refs.length === 0) this.whole = true
    for (const ref of refs) this.graph.complete(ref)
  }

  /** What the dependencies say, once everything is read: for TR-03183-2, and how near each component is to the root. */
  concludeGraph(root: number | undefined): void {
    this.graph.statements(({ kind, seenAt }, stated, complete) => {
      if (kind === 'service') return
      if (!stated) this.tally.lacks('dependencies', seenAt[0]!.at)
      if (!complete && !this.whole) this.tally.lacks('completeness', seenAt[0]!.at)
    })
    const dangling = root === undefined ? 0 : this.graph.relate(root)
    if (dangling > 0) this.note('W-DANGLING', '/dependencies', { n: dangling })
  }

  /** Number of the item's ref; to one that is taken already a figure is added. */
  private ownRef(ref: number, at: string): number {
    const { refs, items } = this.graph
    if (items[ref] === undefined) return ref
    const text = refs.texts[ref]!
    this.note('W-DUPLICATE-REF', at, { ref: text })
    let n = this.copies.get(ref) ?? 2
    const known = refs.size
    let number = refs.of(`${text} (${n})`)
    while (number < known) number = refs.of(`${text} (${++n})`)
    this.copies.set(ref, n + 1)
    return number
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
