import type { Note, Seen } from '../../model/evidence.ts'
import type { Field, Item, ItemKind } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/notes.ts'
import { fill, type Params } from '../../model/problem.ts'
import { parsePurl } from '../../model/purl.ts'
import { Names } from '../json/names.ts'
import { againIn } from '../same.ts'
import { Tally } from '../tr03183/tally.ts'
import { Graph } from './graph.ts'
import { itemOf } from './item.ts'
import { Levels, type Lies } from './levels.ts'
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Turns raw components into items, in the order of the document, and keeps what went wrong. */
export class Collector {
  readonly items: Mutable<Item>[] = []
  readonly notes: Note[] = []
  readonly tally = new Tally()
  rejected = 0
  readonly graph: Graph<Mutable<Item>>
  /** What is kept of an item that stands at `[from, to)`. */
  private readonly keep: (item: Item, from: number, to: number) => Mutable<Item>
  /** Number that the next component of the same reference gets. */
  private readonly copies = new Map<number, number>()
  private readonly levels = new Levels()
  private root: Mutable<Item> | undefined
  private whole = false
  /** Components whose licence is only given as NONE. */
  private unlicensed = 0

  constructor(refs = new Names(), keep: (item: Item, from: number, to: number) => Item = (item) => item) {
    this.graph = new Graph(refs)
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
  fill(slot: number, raw: RawComponent, seen: Seen, role: Role, lies: Lies, from = 0, to = 0): void {
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
    const { refs, items } = this.graph
    const item = itemOf(raw, purl, kind, name, seen, raw.bomRef === undefined ? undefined : refs.texts[raw.bomRef])
    if (role === 'root') item.relation = 'root'
    else if (lies === 'inside') item.relation = 'transitive'
    item.counted = role !== 'root' && raw.scope !== 'excluded' && !UNCOUNTED.has(raw.type ?? '')
    const ref = this.ownRef(raw.bomRef ?? refs.of(seen.at), seen.at)
    item.ref = refs.texts[ref]!
    if (item.said.licences?.every(({ absent }) => absent === true) === true) this.unlicensed++
    if (role === 'component') this.levels.look(raw, purl, slot, ref, lies, this.items.length > slot + 1)
    this.items[slot] = items[ref] = this.keep(item, from, to)
    if (role === 'root') this.root = this.items[slot]
  }

  /** How complete the dependencies of these are is stated; a statement that names none is about the whole document. */
  composed(refs: readonly string[]): void {
    if (refs.length === 0) this.whole = true
    for (const ref of refs) this.graph.complete(ref)
  }

  /** What the dependencies say, once everything is read: for TR-03183-2, and how near each component is to the root. */
  concludeGraph(rootRef: number | undefined, rootPurl: string | undefined): void {
    const root = rootRef ?? this.calledByPurl(rootPurl)
    this.graph.statements(({ kind, seenAt }, stated, complete) => {
      if (kind === 'service') return
      if (!stated) this.tally.lacks('dependencies', seenAt[0]!.at)
      if (!complete && !this.whole) this.tally.lacks('completeness', seenAt[0]!.at)
    })
    const levels = this.levels.conclude(this.items, this.graph, rootPurl)
    const again = againIn(this.items, this.root)
    for (const item of again) Object.assign(item, { relation: 'root', counted: false })
    const roots = [...levels, ...again.map(({ ref }) => this.graph.refs.of(ref))]
    const dangling = this.graph.relate(root === undefined ? roots : [root, ...roots])
    if (dangling > 0) this.note('W-DANGLING', '/dependencies', { n: dangling })
    if (this.unlicensed > 0) this.note('W-LICENCE-NONE', '', { n: this.unlicensed })
  }

  /** A root without a reference is called by its purl in some documents. */
  private calledByPurl(purl: string | undefined): number | undefined {
    if (purl === undefined || this.root === undefined) return undefined
    const { refs, items } = this.graph
    const number = refs.of(purl)
    if (items[number] !== undefined) return undefined
    items[refs.of(this.root.ref)] = undefined
    items[number] = this.root
    return number
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
