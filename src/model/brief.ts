import type { Dossier } from './dossier.ts'
import type { Seen } from './evidence.ts'
import type { Item, ItemKind, Relation, Said } from './item.ts'
import { Problem } from './problem.ts'

/** Reads a component once more, from the bytes `[from, to)` of its document. */
export interface Rereader {
  readonly file: string
  item(from: number, to: number, kind: ItemKind): Item
}

/** Takes a component that stands at `[from, to)` of its document, and says what is kept of it. */
export type Keep = (item: Item, rereader: Rereader, from: number, to: number) => Item

/** What a dossier says that all may have in common of which the same is concluded: nothing of it names or places a single one. */
export type Conclusions = Omit<Dossier, 'id' | 'ref' | 'name' | 'source' | 'relation' | 'counted' | 'seenAt' | 'projectFile'>

/** What is concluded of several components. Statements, names and evidence are left out, save whether a licence and a version were stated. */
export interface SharedConclusion {
  readonly example: Conclusions
}

/**
 * A component of an SBOM of which little is kept: what was concluded, shared with all of which the same is, and where it stands.
 * It is an item and a dossier as any other; what is its own is read from the document once more when it is asked for. A gate over
 * a large inventory asks for few. Its fields are accessors: a copy by `...` would lose them.
 */
export type Brief = Dossier & Pick<BriefDossier, 'shared' | 'mergedAs' | 'item' | 'complete'> & { scope: Said['scope'] }

/** A document that is still there, and what concludes its components. */
export class Original {
  private readonly rereader: Rereader
  private readonly conclude: (item: Item) => Dossier
  /** Several fields of one component are asked for in turn. */
  private last: { readonly of: object; readonly dossier: Dossier } | undefined

  constructor(rereader: Rereader, conclude: (item: Item) => Dossier) {
    this.rereader = rereader
    this.conclude = conclude
  }

  item({ id, ref, relation, counted, seenAt, kind, scope }: Kept, from: number, to: number): Item {
    const item = this.rereader.item(from, to, kind)
    if (item.id !== id) throw new Problem('E3007', {}, { file: this.rereader.file })
    return { ...item, ...(scope && { said: { ...item.said, scope } }), ref, source: seenAt[0]!.source, relation, counted, seenAt }
  }

  dossier(of: object, make: () => Item): Dossier {
    if (this.last?.of !== of) this.last = { of, dossier: this.conclude(make()) }
    return this.last.dossier
  }
}

/** What is kept of an item, and may be another than when it was read. */
type Kept = Pick<Item, 'id' | 'ref' | 'relation' | 'counted' | 'seenAt' | 'kind'> & Pick<Said, 'scope'>

class BriefDossier {
  readonly id: string
  ref: string
  relation: Relation
  counted: boolean
  /** Where relationships tell it, and not the component itself. */
  scope: Said['scope'] = undefined
  readonly version?: string
  /** The version by which it is merged with others: that of the purl, else its own. */
  readonly mergedAs: string | undefined
  readonly shared: SharedConclusion
  private readonly original: Original
  private readonly from: number
  private readonly to: number
  /** Of a component without a purl, which is compared by it. */
  private readonly ownCpe: string | undefined
  // where it was first read: kept as three fields, which is less than a list with one place
  private readonly firstAt: string
  private readonly firstLine: number | undefined
  private readonly firstColumn: number | undefined
  private places: readonly Seen[] | undefined = undefined

  constructor(item: Item, mergedAs: string | undefined, shared: SharedConclusion, original: Original, from: number, to: number) {
    this.id = flat(item.id)
    this.ref = item.ref
    this.relation = item.relation
    this.counted = item.counted
    if (item.version !== undefined) this.version = item.version
    this.mergedAs = mergedAs === item.version ? item.version : mergedAs
    this.shared = shared
    this.original = original
    this.from = from
    this.to = to
    this.ownCpe = item.purl === undefined ? item.cpe : undefined
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

  /** With everything that is concluded of it, and what shows that. Only once all is read: evidence names places in the sources. */
  complete(): Dossier {
    return this.original.dossier(this, () => this.item())
  }

  get source(): number {
    return this.places?.[0]?.source ?? 0
  }

  get kind() {
    return this.shared.example.kind
  }

  get control() {
    return this.shared.example.control
  }

  get controller() {
    return this.shared.example.controller
  }

  get selfMade() {
    return this.shared.example.selfMade
  }

  get governance() {
    return this.shared.example.governance
  }

  get structuralClass() {
    return this.shared.example.structuralClass
  }

  get layer() {
    return this.shared.example.layer
  }

  get binding() {
    return this.shared.example.binding
  }

  get critical() {
    return this.shared.example.critical
  }

  get openPart() {
    return this.shared.example.openPart
  }

  get licenceChange() {
    return this.shared.example.licenceChange
  }

  get cpe() {
    const { cpe, purl } = this.shared.example
    return cpe === undefined || purl === undefined ? this.ownCpe : this.complete().cpe
  }

  get name() {
    return this.complete().name
  }

  get purl() {
    return this.complete().purl
  }

  get said() {
    return this.complete().said
  }

  get maker() {
    return this.complete().maker
  }

  get projectFile() {
    return this.complete().projectFile
  }

  get product() {
    return this.complete().product
  }

  get licence() {
    return this.complete().licence
  }

  toJSON(): Dossier {
    return this.complete()
  }
}

/** `mergedAs`: the version by which it is merged with others. */
export function briefOf(
  item: Item,
  mergedAs: string | undefined,
  shared: SharedConclusion,
  original: Original,
  from: number,
  to: number,
): Brief {
  // what it has not is undefined instead of left out: for whoever reads it there is no difference
  return new BriefDossier(item, mergedAs, shared, original, from, to) as unknown as Brief
}

/** A text put together from others holds on to all of them until a letter of it is looked at: then it is copied into one. */
function flat(text: string): string {
  // the answer has to matter, or nobody looks
  return text.charCodeAt(0) === 0 ? `${text}` : text
}

export const isBrief = (item: Item | Dossier): item is Brief => item instanceof BriefDossier

/** What is concluded of an item; of one object for all of which a brief shares it. */
export function concluded(dossier: Dossier): Conclusions {
  return isBrief(dossier) ? dossier.shared.example : dossier
}

/** The item at other places. A brief is moved itself. */
export function moved(item: Item, move: (seen: Seen) => Seen): Item {
  const seenAt = item.seenAt.map(move)
  if (!(item instanceof BriefDossier)) return { ...item, source: seenAt[0]?.source ?? item.source, seenAt }
  item.seenAt = seenAt
  return item
}
