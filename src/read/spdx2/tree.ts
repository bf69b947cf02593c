import type { Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { SpdxCollector } from './document.ts'
import { addReference, LICENCE_FIELDS, PACKAGE_FIELDS, type RawLicence, type RawPackage } from './raw.ts'

/** An object of the document with its members, from YAML or XML. */
export interface Fields {
  readonly line: number
  readonly column: number
  text(name: string): string | undefined
  list(name: string): readonly Fields[]
  /** The texts of a list, or the one that stands alone. */
  texts(name: string): readonly string[]
}

/** Takes the members of a document whose names are those of the JSON form. */
export class TreeReader {
  readonly document: SpdxCollector
  private readonly limits: Limits
  private readonly file: string
  private packages = 0

  constructor(document: SpdxCollector, limits: Limits, file: string) {
    this.document = document
    this.limits = limits
    this.file = file
  }

  version(text: string | undefined, place: { readonly line: number; readonly column: number }): void {
    const { line, column } = place
    this.document.edition(text, (params) => new Problem('E3203', params, { file: this.file, line, column }))
  }

  package(fields: Fields): void {
    const at = `/packages/${this.packages}`
    const { line, column } = fields
    const limit = this.limits.components
    if (++this.packages > limit) throw new Problem('E3104', { limit }, { file: this.file, line, column, at })
    const raw: RawPackage = {}
    for (const name of Object.keys(PACKAGE_FIELDS) as (keyof typeof PACKAGE_FIELDS)[]) raw[PACKAGE_FIELDS[name]] = fields.text(name)
    for (const one of fields.list('externalRefs')) addReference(raw, one.text('referenceType'), one.text('referenceLocator'))
    this.document.add(raw, { at, line, column })
  }

  relationship(fields: Fields): void {
    const [from, type, to] = ['spdxElementId', 'relationshipType', 'relatedSpdxElement'].map((name) => fields.text(name))
    if (from !== undefined && type !== undefined && to !== undefined) this.document.relations.add(from, type, to)
  }

  external(fields: Fields): void {
    this.document.relations.ties.document(fields.text('externalDocumentId'), fields.text('spdxDocument'))
  }

  licence(fields: Fields): void {
    const raw: RawLicence = {}
    for (const name of Object.keys(LICENCE_FIELDS) as (keyof typeof LICENCE_FIELDS)[]) raw[LICENCE_FIELDS[name]] = fields.text(name)
    raw.addresses = [...fields.texts('seeAlsos'), ...fields.list('crossRefs').map((one) => one.text('url'))]
    this.document.licences.define(raw)
  }
}
