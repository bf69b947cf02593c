import type { Dossier } from './dossier.ts'
import type { Seen } from './evidence.ts'
import type { Item, ItemKind, Relation } from './item.ts'
import { Problem } from './problem.ts'

/** Reads a component once more, from the bytes `[from, to)` of its document. */
export interface Again {
  readonly file: string
  item(from: number, to: number, kind: ItemKind): Item
}

/** Takes a component that stands at `[from, to)` of its document, and says what is kept of it. */
export type Keep = (item: Item, again: Again, from: number, to: number) => Item

/** Components of which everything concluded is the same. `like` shows that on the first of them, without places and evidence; its names are its own. */
export interface Alike {
  readonly like: Dossier
}

/**
 * A component of an SBOM of which little is kept: what was concluded, shared with all that are alike, and where it stands.
 * It is an item and a dossier as any other; what is its own is read from the document once more when it is asked for.
 * A gate over a large inventory asks for few.
 */
export type Brief = Dossier & Pick<Abridged, 'alike' | 'mergedAs' | 'item' | 'whole'>

/** What is kept of an item, and may be another than when it was read. */
type Kept = Pick<Item, 'id' | 'ref' | 'relation' | 'counted' | 'seenAt' | 'kind'>

/** A document that is still there, and what concludes its components: what briefs are made whole from. */
export class Original {
  private readonly again: Again
  private readonly conclude: (item: Item) => Dossier
  /** Several of its fields are asked for in turn. */
  private last: { readonly of: object; readonly dossier: Dossier } | undefined

  constructor(again: Again, conclude: (item: Item) => Dossier) {
    this.again = again
    this.conclude = conclude
  }

  item({ id, ref, relation, counted, seenAt, kind }: Kept, from: number, to: number): Item {
    const item = this.again.item(from, to, kind)
    if (item.id !== id) throw new Problem('E3007', {}, { file: this.again.file })
    return { ...item, ref, source: seenAt[0]!.source, relation, counted, seenAt }
  }

  dossier(of: object, make: () => Item): Dossier {
    if (this.last?.of !== of) this.last = { of, dossier: this.conclude(make()) }
    return this.last.dossier
  }
}

class Abridged {
  readonly id: string
  ref: string
  relation: Relation
  counted: boolean
  readonly version?: string
  /** The version by which it is merged with others: that of the purl, else its own. */
  readonly mergedAs: string | undefined
  readonly alike: Alike
  private readonly original: Original
  private readonly from: number
  private readonly to: number
  // where it was first read: kept as three fields, which is less than a list with one place
  private readonly firstAt: string
  private readonly firstLine: number | undefined
  private readonly firstColumn: number | undefined
  private places: readonly Seen[] | undefined = undefined

  constructor(item: Item, mergedAs: string | undefined, alike: Alike, original: Original, from: number, to: number) {
    this.id = flat(item.id)
    this.ref = item.ref
    this.relation = item.relation
    this.counted = item.counted
    if (item.version !== undefined) this.version = item.version
    this.mergedAs = mergedAs === item.version ? item.version : mergedAs
    this.alike = alike
    this.original = original
    this.from = from
    this.to = to
    const [{ at, line, column }] = item.seenAt as readonly [Seen]
    this.firstAt = at
    this.firstLine = line
    this.firstColumn = column
  }

  get seenAt(): readonly Seen[] {
    const { firstAt: at, firstLine: line, firstColumn: column } = this
    return this.places ?? [{ source: 0, at, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }]
  }

  set seenAt(places: readonly Seen[]) {
    this.places = places
  }

  /** As it was read. */
  item(): Item {
    return this.original.item(this, this.from, this.to)
  }

  /** With everything that is concluded of it, and what shows that. */
  whole(): Dossier {
    return this.original.dossier(this, () => this.item())
  }

  get source(): number {
    return this.places?.[0]?.source ?? 0
  }

  get kind() {
    return this.alike.like.kind
  }

  get control() {
    return this.alike.like.control
  }

  get controller() {
    return this.alike.like.controller
  }

  get selfMade() {
    return this.alike.like.selfMade
  }

  get governance() {
    return this.alike.like.governance
  }

  get structuralClass() {
    return this.alike.like.structuralClass
  }

  get layer() {
    return this.alike.like.layer
  }

  get binding() {
    return this.alike.like.binding
  }

  get critical() {
    return this.alike.like.critical
  }

  get openPart() {
    return this.alike.like.openPart
  }

  get licenceChange() {
    return this.alike.like.licenceChange
  }

  get name() {
    return this.whole().name
  }

  get purl() {
    return this.whole().purl
  }

  get cpe() {
    return this.whole().cpe
  }

  get said() {
    return this.whole().said
  }

  get maker() {
    return this.whole().maker
  }

  get product() {
    return this.whole().product
  }

  get licence() {
    return this.whole().licence
  }

  toJSON(): Dossier {
    return this.whole()
  }
}

/** `mergedAs`: the version by which it is merged with others. */
export function briefOf(item: Item, mergedAs: string | undefined, alike: Alike, original: Original, from: number, to: number): Brief {
  // what it has not is undefined instead of left out: for whoever reads it there is no difference
  return new Abridged(item, mergedAs, alike, original, from, to) as unknown as Brief
}

/** A text put together from others holds on to all of them until a letter of it is looked at: then it is copied into one. */
function flat(text: string): string {
  // the answer has to matter, or nobody looks
  return text.charCodeAt(0) === 0 ? `${text}` : text
}

export const isBrief = (item: Item | Dossier): item is Brief => item instanceof Abridged

/** A dossier of which everything concluded is that of this one; names may be those of another, places and evidence may be left out. */
export function concluded(dossier: Dossier): Dossier {
  return isBrief(dossier) ? dossier.alike.like : dossier
}

/** The item at other places. A brief is moved itself. */
export function moved(item: Item, move: (seen: Seen) => Seen): Item {
  const seenAt = item.seenAt.map(move)
  if (!(item instanceof Abridged)) return { ...item, source: seenAt[0]?.source ?? item.source, seenAt }
  item.seenAt = seenAt
  return item
}
