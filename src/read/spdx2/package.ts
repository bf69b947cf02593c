import { itemId } from '../../model/identity.ts'
import type { Seen } from '../../model/evidence.ts'
import type { Item, ItemKind, Said, SaidLink } from '../../model/item.ts'
import { packageOf, parsePurl, type Purl } from '../../model/purl.ts'
import { NO_LICENCE, type Licences } from './licences.ts'
import { purlsOf, stated, type RawPackage } from './raw.ts'

/** Where links and licences stand; SPDX 3 gives licences by relationship, which is no place below the package. */
export interface Places {
  readonly download: string
  readonly homepage: string
  readonly declared?: string
  readonly concluded?: string
}
export const PLACES: Places = {
  download: '/downloadLocation',
  homepage: '/homepage',
  declared: '/licenseDeclared',
  concluded: '/licenseConcluded',
}

/** Purposes of a package that is no software a project relies on. */
const UNCOUNTED = new Set(['file', 'data', 'documentation', 'specification', 'evidence', 'manifest', 'bom', 'requirement', 'patch'])

/** Whether a package of that purpose, as it is kept, counts. */
export const isCountedAs = (type: string | undefined): boolean => !UNCOUNTED.has(type ?? '')

export interface ReadPurl {
  readonly text: string
  readonly parsed: Purl
}

export function readPurl(text: string): ReadPurl[] {
  const parsed = parsePurl(text)
  return parsed === undefined ? [] : [{ text, parsed }]
}

/** Purposes of what may be no more than a level between the root and what it relies on, as a lock file or a layer of an image. */
const LEVELS = new Set(['', 'application', 'archive', 'container'])

/** Whether nothing is said of a package but its name. */
export function isBare(raw: RawPackage): boolean {
  const { purpose, cpe, version, supplier, originator, manufacturer, declared, concluded } = raw
  if (purlsOf(raw) !== undefined || cpe !== undefined || !LEVELS.has((stated(purpose) ?? '').toLowerCase())) return false
  const isUnstated = [version, supplier, originator, manufacturer].every((text) => stated(text) === undefined)
  return isUnstated && [declared, concluded].every((text) => (stated(text) ?? NO_LICENCE) === NO_LICENCE)
}

/** `sha256:90cda3…`, as the layers of an image are called: it names no software, whatever lies in it. */
const DIGEST = /^(?:sha\d{1,3}[:-])?(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i

export const isDigest = (name: string): boolean => DIGEST.test(name)

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The item of a package; `undefined` where it has no name. */
export function itemOf(
  raw: RawPackage,
  purl: ReadPurl | undefined,
  seen: Seen,
  places: Places,
  licences: Licences,
): Mutable<Item> | undefined {
  const name = stated(raw.name) ?? purl?.parsed.name
  if (name === undefined) return undefined
  const said = saidOf(raw, places, licences)
  const kind: ItemKind = said.type === 'device' ? 'hardware' : 'software'
  const item: Mutable<Item> = {
    id: purl === undefined ? itemId(kind, bare(said.manufacturer ?? said.supplier), name) : packageOf(purl.parsed),
    ref: '',
    source: 0,
    kind,
    name,
    relation: 'unknown',
    counted: isCountedAs(said.type),
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

function saidOf(raw: RawPackage, places: Places, known: Licences): Said {
  const said: Mutable<Said> = {}
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
  const licences = [known.said(raw.declared, 'declared', places.declared), known.said(raw.concluded, 'concluded', places.concluded)].filter(
    (one) => one !== undefined,
  )
  if (licences.length > 0) said.licences = licences
  const links = [link(raw.download, places.download), link(raw.homepage, places.homepage, 'website')].filter((one) => one !== undefined)
  if (links.length > 0) said.links = links
  return said
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
