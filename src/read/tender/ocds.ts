import type { Head, Limits, Reader, Reading } from '../../model/ports.ts'
import { Keys } from '../json/keys.ts'
import { JsonScanner } from '../json/scanner.ts'
import { Lines } from './line.ts'
import { addAwards } from './ocds-awards.ts'
import { Process, type Role } from './ocds-joined.ts'
import { RELEASE, type Release } from './ocds-release.ts'
import { Picker, type Place } from './pick.ts'

const FIELDS = Object.keys(RELEASE) as (keyof typeof RELEASE)[]
const ANY = new Keys([...FIELDS, 'version', 'url', 'releases', 'records', 'compiledRelease', 'versionedRelease'] as const)

/** OCDS 1.0–1.2 in every published shape: packages, records, releases, compiled and versioned ones, arrays and lines of them. */
export const ocdsReader: Reader = {
  id: 'ocds',
  label: 'OCDS 1.0–1.2',
  recognise,
  read: (bytes, options) => new Ocds(new JsonScanner(bytes, options.limits, options.progress), options.limits).read(),
}

function recognise({ json, text }: Head): boolean {
  if (json === undefined) return /^\s*\[\s*[{[]/.test(text) && /"ocid"\s*:|"releases"\s*:/.test(text)
  if (json.has('releases') || json.has('ocid')) return true
  if (json.has('records')) return /"(?:ocid|publishedDate)"/.test(text)
  return json.has('uri') && json.has('publishedDate') && json.has('publisher')
}

/** Streams through a file, one release at a time; of each process only what is wanted is kept. */
class Ocds {
  private readonly scanner: JsonScanner
  private readonly limits: Limits
  private readonly lines = new Lines()
  private readonly picker: Picker
  private readonly processes = new Map<string, Process>()
  private version: string | undefined
  private linked = 0
  private releases = 0

  constructor(scanner: JsonScanner, limits: Limits) {
    this.scanner = scanner
    this.limits = limits
    this.picker = new Picker(scanner, this.lines.notes)
  }

  read(): Reading {
    const { scanner, lines } = this
    // JSON Lines and concatenated JSON: the second text is /1, the third /2
    let count = 0
    do this.value(count === 0 ? '' : `/${count}`, 'release')
    while ((count++, scanner.another()))
    let merged = 0
    for (const [ocid, one] of this.processes) {
      this.processes.delete(ocid)
      if (one.count > 1) merged++
      addAwards(one.merged, lines)
      if (lines.items.length > this.limits.components) throw scanner.problem('E3104', { limit: this.limits.components })
    }
    if (this.releases + this.linked === 0) lines.notes.add('W-NO-RELEASES')
    if (this.linked > 0) lines.notes.add('W-LINKED-RELEASES', { n: this.linked })
    if (merged > 0) lines.notes.add('W-RELEASES-MERGED', { n: merged })
    return lines.reading('ocds', 'pointer', this.version)
  }

  private value(at: string, role: Role): void {
    const { scanner } = this
    const type = scanner.type()
    if (type === 'array') this.list(at, role)
    else if (type === 'object') this.container(at, role)
    else {
      scanner.skip()
      this.lines.reject('W-TYPE', { field: at === '' ? '/' : at }, at)
    }
  }

  private list(at: string, role: Role): void {
    this.scanner.beginArray()
    for (let index = 0; this.scanner.element(); index++) this.value(`${at}/${index}`, role)
  }

  /** A package, record or release: which of them it is, only all its members tell. */
  private container(at: string, role: Role): void {
    const place: Place = { at, ...this.scanner.place() }
    const own: { -readonly [K in keyof Release]: Release[K] } = { place }
    let holds = false
    let url = false
    const inner = (name: string, kind: Role) => {
      holds = true
      if (this.scanner.type() === 'null') this.scanner.skip()
      else this.value(`${at}/${name}`, kind)
    }
    this.picker.members(
      ANY,
      at,
      (name) => {
        if (name === 'releases' || name === 'records') inner(name, 'release')
        else if (name === 'compiledRelease') inner(name, 'compiled')
        else if (name === 'versionedRelease') inner(name, 'versioned')
        else if (name === 'version') {
          const version = this.scanner.scalar()
          this.version ??= version
        } else if (name === 'url') url = this.scanner.text() !== undefined
        else {
          const value = this.picker.pick(RELEASE[name], `${at}/${name}`)
          if (value !== undefined) Object.assign(own, { [name]: value })
        }
      },
      (name) => delete (own as Record<string, unknown>)[name],
    )
    if (isRelease(own, holds)) this.keep(own, own.tag?.includes('compiled') === true ? 'compiled' : role)
    else if (url && !holds) this.linked++
  }

  private keep(release: Release, role: Role): void {
    if (++this.releases > this.limits.components) throw this.scanner.problem('E3104', { limit: this.limits.components }, release.place.at)
    const id = release.ocid ?? release.id ?? release.place.at
    const known = this.processes.get(id) ?? new Process()
    this.processes.set(id, known)
    known.add(release, role)
  }
}

/** A record has an ocid and releases, a link has an address, a date and a tag; a release says something of its own. */
function isRelease({ ocid, id, tender, awards, contracts }: Release, holds: boolean): boolean {
  if (tender !== undefined || awards !== undefined || contracts !== undefined) return true
  return !holds && (ocid !== undefined || id !== undefined)
}
