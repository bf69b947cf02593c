import { isBrief } from '../../model/brief.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import { itemId } from '../../model/identity.ts'
import type { Field, Item, ItemKind, Said, SaidLink } from '../../model/item.ts'
import { NOTES, type NoteId } from '../../model/messages.ts'
import type { Reading } from '../../model/ports.ts'
import { fill, type Params, type SpokenParams } from '../../model/problem.ts'
import { packageOf, parsePurl, type Purl } from '../../model/purl.ts'
import { TR03183_VERSION, type Tr03183 } from '../../model/tr03183.ts'
import { shortened } from '../many-notes.ts'
import { Licences } from './licences.ts'
import { specVersion, stated, type RawPackage } from './raw.ts'
import { Relations } from './relations.ts'

/** Where the fields of a package stand below it in the JSON form of SPDX 2, as JSON Pointer suffixes. */
export const FIELDS: Readonly<Partial<Record<Field, string>>> = {
  name: '/name', version: '/versionInfo', purl: '/externalRefs', cpe: '/externalRefs', type: '/primaryPackagePurpose',
  supplier: '/supplier', manufacturer: '/originator',
} // prettier-ignore

/** Where links and licences stand; SPDX 3 gives licences by relationship, which is no place below the package. */
export interface Places {
  readonly download: string
  readonly homepage: string
  readonly declared?: string
  readonly concluded?: string
}
const PLACES: Places = {
  download: '/downloadLocation',
  homepage: '/homepage',
  declared: '/licenseDeclared',
  concluded: '/licenseConcluded',
}

/** Purposes of a package that is no software a project relies on. */
const UNCOUNTED = new Set(['file', 'data', 'documentation', 'specification', 'evidence', 'manifest', 'bom', 'requirement'])

/** The guideline has not allowed SPDX 2 since version 2.1.0. */
const EXCLUDED: Tr03183 = { version: TR03183_VERSION, format: 'excluded', fields: [] }

interface ReadPurl {
  readonly text: string
  readonly parsed: Purl
}

function readPurl(text: string): ReadPurl[] {
  const parsed = parsePurl(text)
  return parsed === undefined ? [] : [{ text, parsed }]
}

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
  /** Last number given to a ref that is taken. */
  private readonly copies = new Map<string, number>()
  private rejected = 0
  private purls = 0

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
    const item = this.item(raw, this.purl(raw.purls, seen.at), { source: 0, ...seen })
    if (item === undefined) {
      this.rejected++
      return this.note('W-NO-NAME', seen.at)
    }
    item.ref = this.ownRef(raw.spdxId ?? seen.at, seen.at)
    const isLate = this.keep !== undefined && item.said.licences?.some(({ text }) => text.includes('LicenseRef-')) === true
    if (isLate) this.late.push({ index: this.items.length, from, to })
    const kept = isLate || this.keep === undefined ? item : this.keep(item, from, to)
    this.byRef.set(item.ref, kept)
    this.items.push(kept)
  }

  /** The item of a package that was read before. */
  again(raw: RawPackage): Item | undefined {
    return this.item(raw, raw.purls?.flatMap(readPurl)[0], NOWHERE)
  }

  private item(raw: RawPackage, purl: ReadPurl | undefined, seen: Seen): Mutable<Item> | undefined {
    const name = stated(raw.name) ?? purl?.parsed.name
    if (name === undefined) return undefined
    const said = this.said(raw)
    const kind: ItemKind = said.type === 'device' ? 'hardware' : 'software'
    const item: Mutable<Item> = {
      id: purl === undefined ? itemId(kind, bare(said.manufacturer ?? said.supplier), name) : packageOf(purl.parsed),
      ref: '',
      source: 0,
      kind,
      name,
      relation: 'unknown',
      counted: !UNCOUNTED.has(said.type ?? ''),
      said,
      seenAt: [seen],
    }
    const version = stated(raw.version)
    if (version !== undefined) item.version = version
    if (purl !== undefined) {
      item.purl = purl.text
      item.parsed = purl.parsed
    }
    if (raw.cpe) item.cpe = raw.cpe
    return item
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
    this.licences.resolve()
    for (const { index, from, to } of this.late) {
      const item = this.items[index]!
      this.items[index] = this.keep!(item, from, to)
      this.byRef.set(item.ref, this.items[index])
    }
    const roots = this.relations.roots((ref) => this.byRef.has(ref))
    for (const ref of roots) Object.assign(this.byRef.get(ref)!, { relation: 'root', counted: false })
    const dangling = this.relations.place(roots, this.byRef)
    if (dangling > 0) this.note('W-DANGLING', '/relationships', { n: dangling })
    if (roots.length === 0) this.note('W-NO-ROOT', '')
    if (this.purls > 0) this.note('W-PURLS', '/packages', { n: this.purls })
    if (this.files > 0) this.note('W-FILES', '/files', { n: this.files })
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
      rejected: this.rejected,
      unusable: this.files,
      notes: shortened(this.notes, 'W-DUPLICATE-REF'),
      tr03183: EXCLUDED,
    }
  }

  /** `Tool: name-version` of the creators; their other kinds are parties, often persons. */
  creator(text: string | undefined): void {
    const tool = /^\s*Tool:\s*(.*\S)/i.exec(text ?? '')?.[1]
    if (tool !== undefined) this.generator ??= tool
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

  private said(raw: RawPackage): Said {
    const said: Mutable<Said> = {}
    const { places } = this
    const purpose = stated(raw.purpose)
    const supplier = party(raw.supplier)
    const originator = party(raw.originator)
    if (purpose !== undefined)
      said.type = purpose
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase()
    if (supplier !== undefined) said.supplier = supplier
    const manufacturer = stated(raw.manufacturer) ?? (/^organi[sz]ation:/i.test(originator ?? '') ? originator : undefined)
    if (manufacturer !== undefined) said.manufacturer = manufacturer
    const licences = [
      this.licences.said(raw.declared, 'declared', places.declared),
      this.licences.said(raw.concluded, 'concluded', places.concluded),
    ].filter((one) => one !== undefined)
    if (licences.length > 0) said.licences = licences
    const links = [link(raw.download, places.download), link(raw.homepage, places.homepage, 'website')].filter((one) => one !== undefined)
    if (links.length > 0) said.links = links
    return said
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

/** A party as written; names of persons are not kept. */
function party(text: string | undefined): string | undefined {
  const value = stated(text)
  return value === undefined || /^person:/i.test(value) ? undefined : value
}

/** The name alone, as identities compare it: without prefix and address, and no longer than a name can be. */
function bare(text: string | undefined): string | undefined {
  return text
    ?.slice(0, 1000)
    .replace(/^organi[sz]ation:\s*/i, '')
    .replace(/\s*(?:\([^()]*\)|<[^<>]*>)$/, '')
}

function link(text: string | undefined, at: string, kind?: 'website'): SaidLink | undefined {
  const url = stated(text)
  if (url === undefined || !/^(?:[a-z][a-z0-9+.-]*:|git@)/i.test(url)) return undefined
  const repository = /^(?:git|hg|svn|bzr)\+|^git(?::|@)|\.git(?:[#@?/]|$)/i.test(url)
  return { kind: kind ?? (repository ? 'vcs' : 'distribution'), url, at }
}
