import { isBrief } from '../../model/brief.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import type { Field, Item, SaidLicence } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/notes.ts'
import type { Reading } from '../../model/ports.ts'
import { fill, type Params, type SpokenParams } from '../../model/problem.ts'
import { TR03183_VERSION, type Tr03183 } from '../../model/tr03183.ts'
import { firstFew } from '../../model/first-few.ts'
import { shortened } from '../many-notes.ts'
import { againIn } from '../same.ts'
import { Licences, NO_LICENCE } from './licences.ts'
import { isBare, isDigest, itemOf, PLACES, readPurl, type Places, type ReadPurl } from './package.ts'
import { purlsOf, specVersion, type RawPackage } from './raw.ts'
import { Relations } from './relations.ts'

/** Where the fields of a package stand below it in the JSON form of SPDX 2, as JSON Pointer suffixes. */
export const FIELDS: Readonly<Partial<Record<Field, string>>> = {
  name: '/name', version: '/versionInfo', purl: '/externalRefs', cpe: '/externalRefs', type: '/primaryPackagePurpose',
  supplier: '/supplier', manufacturer: '/originator',
} // prettier-ignore

/** The guideline has not allowed SPDX 2 since version 2.1.0. */
const EXCLUDED: Tr03183 = { version: TR03183_VERSION, format: 'excluded', fields: [] }

/** What the end of the document may explain. */
const OWN_PART = new RegExp(`(?:LicenseRef|AdditionRef)-|^${NO_LICENCE}$`)

const NOWHERE: Seen = { source: 0, at: '' }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Turns the packages of one document into items, in its order, whatever it is written in. */
export class SpdxCollector {
  readonly notes: Note[] = []
  readonly relations = new Relations()
  readonly licences = new Licences()
  specVersion: string | undefined
  generator: string | undefined
  /** Files and snippets: read over, not used. */
  files = 0
  private readonly places: Places
  private readonly items: Mutable<Item>[] = []
  private readonly byRef = new Map<string, Mutable<Item>>()
  /** Packages of which only the name is said. */
  private readonly bare = new Set<string>()
  /** Those of them that are named by a digest. */
  private readonly layers = new Set<string>()
  /** Last number given to a ref that is taken. */
  private readonly copies = new Map<string, number>()
  private rejected = 0
  private purls = 0
  /** Packages of which nothing is said but that they have no licence. */
  private readonly unlicensed: (readonly SaidLicence[])[] = []

  /** What is kept of an item that stands at `[from, to)`. */
  private readonly keep: ((item: Item, from: number, to: number) => Mutable<Item>) | undefined
  /** Items whose licences the end of the document explains. */
  private readonly late: { readonly index: number; readonly from: number; readonly to: number }[] = []

  constructor(places: Places = PLACES, keep?: (item: Item, from: number, to: number) => Item) {
    this.places = places
    this.keep = keep
  }

  note(code: NoteId, at: string, params: Params = {}): void {
    this.notes.push({ code, at, message: fill(NOTES[code].en, params), params })
  }

  add(raw: RawPackage, seen: Omit<Seen, 'source'>, from = 0, to = 0): void {
    const item = itemOf(raw, this.purl(purlsOf(raw), seen.at), { source: 0, ...seen }, this.places, this.licences)
    if (item === undefined) {
      this.rejected++
      return this.note('W-NO-NAME', seen.at)
    }
    item.ref = this.ownRef(raw.spdxId ?? seen.at, seen.at)
    if (isBare(raw)) {
      this.bare.add(item.ref)
      if (isDigest(item.name)) this.layers.add(item.ref)
    }
    // what another document explains can be concluded only when all are read
    const { licences } = item.said
    if (licences?.every(({ text }) => text === NO_LICENCE)) this.unlicensed.push(licences)
    const isLinked = licences?.some(({ text }) => text.includes('DocumentRef-')) === true
    const isLate = this.keep !== undefined && licences?.some(({ text }) => OWN_PART.test(text)) === true
    if (isLate && !isLinked) this.late.push({ index: this.items.length, from, to })
    const kept = isLinked || isLate || this.keep === undefined ? item : this.keep(item, from, to)
    this.byRef.set(item.ref, kept)
    this.items.push(kept)
  }

  /** The item of a package that was read before. */
  again(raw: RawPackage): Item | undefined {
    return itemOf(raw, purlsOf(raw)?.flatMap(readPurl)[0], NOWHERE, this.places, this.licences)
  }

  /** What a document says about its version; throws what `refuse` makes of one that is not read. */
  edition(said: string | undefined, refuse: (params: SpokenParams) => Error): void {
    const { version, written } = specVersion(said, refuse)
    this.specVersion = version
    if (written !== undefined) this.note('W-SPDX-PATCH', '/spdxVersion', { written, version })
  }

  has(ref: string): boolean {
    return this.byRef.has(ref)
  }

  /** Call at the end: places every package and says what the document comes to. */
  reading(format: string, fields: Readonly<Partial<Record<Field, string>>> = FIELDS, encoding = 'utf-8'): Reading {
    this.licences.resolve(this.generator)
    for (const { index, from, to } of this.late) {
      const item = this.items[index]!
      this.items[index] = this.keep!(item, from, to)
      this.byRef.set(item.ref, this.items[index])
    }
    const { ties, origins } = this.relations
    ties.settle(this.relations, origins.all(), (ref) => this.byRef.has(ref))
    const roots = this.relations.roots((ref) => this.byRef.has(ref) || ties.isForeign(ref))
    const isRoot = new Set(roots)
    for (const { ref } of againIn(this.items, this.byRef.get(roots[0] ?? ''))) if (!isRoot.has(ref)) roots.push(ref)
    for (const ref of roots) Object.assign(this.byRef.get(ref)!, { relation: 'root', counted: false })
    const levels = this.relations.levels(roots, this.bare, this.layers)
    for (const ref of levels) this.byRef.get(ref)!.counted = false
    const dangling = this.relations.place([...roots, ...levels], this.byRef)
    for (const ref of this.relations.optional([...roots, ...levels])) setOptional(this.byRef.get(ref))
    origins.settle(
      this.byRef,
      () => this.relations.needed(),
      () => this.relations.loose(this.bare),
    )
    if (dangling > 0) this.note('W-DANGLING', '/relationships', { n: dangling })
    if (roots.length === 0 && this.items.length > 0) this.note('W-NO-ROOT', '')
    const twice = this.licences.twice()
    if (twice.length > 0) this.note('W-LICENCE-TWICE', '', { n: twice.length, which: firstFew(twice) })
    const absent = this.unlicensed.filter((all) => all.every((one) => one.absent)).length
    if (absent > 0) this.note('W-LICENCE-NONE', '', { n: absent })
    if (this.purls > 0) this.note('W-PURLS', '/packages', { n: this.purls })
    if (this.files > 0) this.note('W-FILES', '/files', { n: this.files })
    const { address, isAddressed } = ties
    const across = ties.all()
    const first = this.byRef.get(roots[0] ?? '')
    const root = first && isBrief(first) ? first.item() : first
    return {
      format,
      ...(this.specVersion && { specVersion: this.specVersion }),
      ...(this.generator && { generator: this.generator }),
      encoding,
      notation: 'pointer',
      fields,
      ...(root && { subject: { name: root.name, ...(root.version && { version: root.version }), ...(root.purl && { purl: root.purl }) } }),
      items: this.items,
      ...(address !== undefined && { address }),
      ...(isAddressed && { isAddressed }),
      ...(across.length > 0 && { ties: across }),
      licences: this.licences.linked((ref) => this.relations.ties.full(ref)),
      rejected: this.rejected,
      unusable: this.files,
      notes: shortened(this.notes, 'W-DUPLICATE-REF'),
      tr03183: EXCLUDED,
    }
  }

  /** `Tool: name-version` of the creators; their other kinds are parties, often persons. */
  creator(text: string | undefined): void {
    const tool = /^\s*Tool:(.*)/i.exec(text ?? '')?.[1]?.trim()
    if (tool) this.generator ??= tool
  }

  /** The first valid one; the others are counted. */
  private purl(purls: readonly string[] | undefined, at: string): ReadPurl | undefined {
    if (purls === undefined) return undefined
    const valid = purls.flatMap((purl) => {
      const read = readPurl(purl)
      if (read.length === 0) this.note('W-PURL', at, { purl })
      return read
    })
    if (valid.length > 1 && new Set(valid.map(({ text }) => text)).size > 1) this.purls++
    return valid[0]
  }

  /** The ref of an item; to one that is taken already a figure is added. */
  private ownRef(ref: string, at: string): string {
    if (!this.byRef.has(ref)) return ref
    this.note('W-DUPLICATE-REF', at, { ref })
    for (let n = (this.copies.get(ref) ?? 1) + 1; ; n++) {
      const name = `${ref} (${n})`
      if (this.byRef.has(name)) continue
      this.copies.set(ref, n)
      return name
    }
  }
}

function setOptional(item: Mutable<Item> | undefined): void {
  if (item === undefined || item.relation === 'root') return
  if (isBrief(item)) item.scope = 'optional'
  else item.said = { ...item.said, scope: 'optional' }
}
