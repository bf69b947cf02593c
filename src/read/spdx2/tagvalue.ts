import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem, type SpokenParams } from '../../model/problem.ts'
import { SpdxCollector } from './document.ts'
import { addReference, type RawLicence, type RawPackage } from './raw.ts'
import { encodingOf, linesOf, textOf } from './text.ts'

/** Tags of a package; its name begins it. */
const PACKAGE_TAGS = new Map<string, Exclude<keyof RawPackage, 'purls' | 'located' | 'cpe'>>([
  ['PackageVersion', 'version'], ['PrimaryPackagePurpose', 'purpose'], ['PackageSupplier', 'supplier'], ['PackageOriginator', 'originator'],
  ['PackageDownloadLocation', 'download'], ['PackageHomePage', 'homepage'], ['PackageLicenseDeclared', 'declared'], ['PackageLicenseConcluded', 'concluded'],
]) // prettier-ignore
const LICENCE_TAGS = new Map<string, 'name' | 'text'>([['LicenseName', 'name'], ['ExtractedText', 'text']]) // prettier-ignore

/** SPDX 2.1–2.3 as tag-value. Places are JSON Pointers of the same document's JSON form, with the line of the package's name. */
export const spdxTagValue: Reader = {
  id: 'spdx-tag-value',
  label: 'SPDX tag-value 2.1–2.3',
  recognise: ({ text }) => /^\uFEFF?\s*[#A-Z]/.test(text) && /^\uFEFF?SPDXVersion:/m.test(text),
  read: (bytes, options) => new SpdxTagValue(bytes, options).read(),
}

class SpdxTagValue {
  private readonly bytes: Bytes
  private readonly options: ReadOptions
  private readonly document = new SpdxCollector()
  /** What the tags speak of that belong to no kind by their name. */
  private section: 'document' | 'package' | 'other' = 'document'
  private package: RawPackage | undefined
  private packageLine = 0
  private readonly twice = new Set<keyof RawPackage>()
  private packages = 0
  private licence: (RawLicence & { addresses?: string[] }) | undefined
  private line = 0
  private stray = { count: 0, line: 0 }

  constructor(bytes: Bytes, options: ReadOptions) {
    this.bytes = bytes
    this.options = options
  }

  read(): Reading {
    const { bytes, document, options } = this
    const limit = options.limits.stringBytes
    const lines = linesOf(textOf(bytes, options.progress), limit, (line) => this.problem('E3103', { limit }, line))
    for (let next = lines.next(); !next.done; next = lines.next()) {
      this.line++
      this.tag(next.value, lines)
    }
    this.endPackage()
    this.endLicence()
    if (document.specVersion === undefined) this.version(undefined, 1)
    if (this.stray.count > 0) document.note('W-ROW', `line ${this.stray.line}`, { why: `${this.stray.count} x no tag` })
    return document.reading('spdx-tag-value', undefined, encodingOf(bytes))
  }

  /** One `Tag: value`, which may go on over further lines within `<text>`. */
  private tag(line: string, lines: Iterator<string>): void {
    if (/^\s*(?:#|$)/.test(line)) return
    const found = /^\s*([A-Za-z]+):(.*)$/.exec(line)
    const start = this.line
    if (found !== null) return this.take(found[1]!, this.value(found[2]!.trim(), lines), start)
    if (this.stray.count++ === 0) this.stray.line = this.line
  }

  private value(first: string, lines: Iterator<string>): string {
    if (!first.startsWith('<text>')) return first
    const start = this.line
    const parts = [first.slice('<text>'.length)]
    let length = 0
    for (;;) {
      const part = parts.at(-1)!
      const end = part.indexOf('</text>')
      if (end >= 0) {
        parts[parts.length - 1] = part.slice(0, end)
        return parts.join('\n').trim()
      }
      length += part.length + 1
      if (length > this.options.limits.stringBytes) throw this.problem('E3103', { limit: this.options.limits.stringBytes }, start)
      const next = lines.next()
      if (next.done) throw this.problem('E3204', { what: '<text> is not closed' }, start)
      this.line++
      parts.push(next.value as string)
    }
  }

  private take(tag: string, value: string, line: number): void {
    const { document } = this
    const own = PACKAGE_TAGS.get(tag)
    if (own !== undefined) return this.set(own, value)
    switch (tag) {
      case 'SPDXVersion': return this.version(value, line)
      case 'Creator': return document.creator(value)
      case 'DocumentNamespace': return void (document.relations.ties.address ??= value)
      case 'ExternalDocumentRef': return document.relations.ties.document(...(value.split(/\s+/, 2) as [string, string?]))
      case 'PackageName': return this.beginPackage(value, line)
      case 'SPDXID': return this.section === 'package' ? this.set('spdxId', value) : undefined
      case 'ExternalRef': return this.reference(value)
      case 'Relationship': return this.relationship(value)
      case 'FileName': case 'SnippetSPDXID': case 'SnippetSPDXIdentifier':
        this.section = 'other'
        return void document.files++
      case 'LicenseID':
        this.section = 'other'
        this.endLicence()
        return void (this.licence = { id: value })
    } // prettier-ignore
    if (this.licence === undefined) return
    const licence = LICENCE_TAGS.get(tag)
    if (licence !== undefined) this.licence[licence] ??= value
    else if (tag === 'LicenseCrossReference') (this.licence.addresses ??= []).push(value)
  }

  private version(value: string | undefined, line: number): void {
    this.document.edition(value, (params) => this.problem('E3203', params, line))
  }

  private beginPackage(name: string, line: number): void {
    this.endPackage()
    const at = `/packages/${this.packages}`
    const limit = this.options.limits.components
    if (++this.packages > limit) throw new Problem('E3104', { limit }, { file: this.bytes.path, line, column: 1, at })
    this.section = 'package'
    this.package = { name }
    this.packageLine = line
  }

  /** A tag that stands twice in one package is a contradiction: neither counts. */
  private set(field: Exclude<keyof RawPackage, 'purls' | 'located' | 'cpe'>, value: string): void {
    const { package: raw, twice } = this
    if (raw === undefined || twice.has(field)) return
    if (raw[field] === undefined) return void (raw[field] = value)
    twice.add(field)
    this.document.note('W-DUPLICATE-KEY', `/packages/${this.packages - 1}`, { key: field })
    delete raw[field]
  }

  private endPackage(): void {
    if (this.package === undefined) return
    this.document.add(this.package, { at: `/packages/${this.packages - 1}`, line: this.packageLine, column: 1 })
    this.package = undefined
    this.twice.clear()
  }

  private endLicence(): void {
    if (this.licence !== undefined) this.document.licences.define(this.licence)
    this.licence = undefined
  }

  /** `CATEGORY type locator`. */
  private reference(value: string): void {
    const [, type, locator] = value.split(/\s+/, 3)
    if (this.package !== undefined && this.section === 'package') addReference(this.package, type, locator)
  }

  /** `SPDXRef-A TYPE SPDXRef-B`. */
  private relationship(value: string): void {
    const [from, type, to] = value.split(/\s+/, 3)
    if (from !== undefined && type !== undefined && to !== undefined) this.document.relations.add(from, type, to)
  }

  private problem(id: 'E3103' | 'E3203' | 'E3204', params: SpokenParams, line: number): Problem {
    return new Problem(id, params, { file: this.bytes.path, line, column: 1 })
  }
}
