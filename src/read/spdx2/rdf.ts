import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { rootOf } from '../xml/root.ts'
import { SpdxCollector } from './document.ts'
import { addReference, type RawPackage } from './raw.ts'
import { fragment, readGraph, type Node, type Value } from './rdf-graph.ts'
import { RdfLicences } from './rdf-licence.ts'

const PLAIN = {
  name: 'name',
  versionInfo: 'version',
  supplier: 'supplier',
  originator: 'originator',
  downloadLocation: 'download',
  homepage: 'homepage',
} as const

/** More than a document of the size that is read can state: only those that many elements share come to so many. */
const MOST_RELATIONSHIPS = 1_000_000

/** SPDX 2.1–2.3 as RDF/XML. Places are JSON Pointers of the same document's JSON form, packages counted in the order of this one. */
export const spdxRdf: Reader = {
  id: 'spdx-rdf',
  label: 'SPDX RDF/XML 2.1–2.3',
  recognise: ({ text }) => {
    if (!text.includes('http://spdx.org/rdf/terms')) return false
    const root = rootOf(text)
    // what is no XML is told by its place
    return root === undefined ? /^\s*<[?!\w]/.test(text) && /<(?:[\w.-]+:)?RDF\b/.test(text) : root.name === 'RDF'
  },
  read: (bytes, options) => new SpdxRdf(bytes, options).read(),
}

class SpdxRdf {
  private readonly bytes: Bytes
  private readonly limit: number
  private readonly document = new SpdxCollector()
  private readonly graph: ReadonlyMap<string, Node>
  private readonly encoding: string
  private readonly licences: RdfLicences
  /** Address of the document; what begins with another one is an element of another document. */
  private base: string | undefined
  private relationships = 0

  constructor(bytes: Bytes, options: ReadOptions) {
    this.bytes = bytes
    this.limit = options.limits.components
    ;({ graph: this.graph, encoding: this.encoding } = readGraph(bytes, options.limits))
    this.licences = new RdfLicences(this.graph, (key) => this.foreign(key))
  }

  read(): Reading {
    const nodes = [...this.graph.values()]
    const document = nodes.find(({ types }) => types.has('SpdxDocument'))
    this.version(document)
    this.base = document?.key.includes('#') ? document.key.slice(0, document.key.indexOf('#')) : undefined
    this.document.relations.ties.address = this.base
    for (const node of nodes) if (node.types.has('ExternalDocumentRef')) this.otherDocument(node)
    nodes.filter(({ types }) => types.has('Package')).forEach((node, i) => this.package(node, i))
    for (const node of nodes) this.other(node)
    return this.document.reading('spdx-rdf', undefined, this.encoding)
  }

  private version(document: Node | undefined): void {
    const place = { file: this.bytes.path, line: document?.line ?? 1, column: document?.column ?? 1 }
    this.document.edition(text(document, 'specVersion'), (params) => new Problem('E3203', params, place))
  }

  private package(node: Node, index: number): void {
    const { line, column } = node
    const at = `/packages/${index}`
    if (index >= this.limit) throw new Problem('E3104', { limit: this.limit }, { file: this.bytes.path, line, column, at })
    const raw: RawPackage = { spdxId: this.ref(node.key) }
    this.dropContradictions(node, at)
    for (const [property, field] of Object.entries(PLAIN)) raw[field] = text(node, property)
    raw.purpose = text(node, 'primaryPackagePurpose')?.replace(/^purpose_/, '')
    raw.declared = this.licences.expression(node.properties.get('licenseDeclared'))
    raw.concluded = this.licences.expression(node.properties.get('licenseConcluded'))
    for (const reference of this.nodes(node, 'externalRef'))
      addReference(raw, text(reference, 'referenceType'), text(reference, 'referenceLocator'))
    this.document.add(raw, { at, line, column })
  }

  /** A property that has one value but is given two is a contradiction: neither counts. */
  private dropContradictions(node: Node, at: string): void {
    for (const property of [...Object.keys(PLAIN), 'primaryPackagePurpose', 'licenseDeclared', 'licenseConcluded']) {
      const values = node.properties.get(property) ?? []
      if (new Set(values.map((value) => ('key' in value ? value.key : value.text))).size < 2) continue
      this.document.note('W-DUPLICATE-KEY', at, { key: property })
      node.properties.delete(property)
    }
  }

  private other(node: Node): void {
    const { document } = this
    if (node.types.has('File') || node.types.has('Snippet')) document.files++
    if (node.types.has('CreationInfo'))
      for (const creator of node.properties.get('creator') ?? []) document.creator('text' in creator ? creator.text : undefined)
    if (node.types.has('ExtractedLicensingInfo')) {
      document.licences.define({
        id: text(node, 'licenseId') ?? fragment(node.key),
        name: text(node, 'name') ?? text(node, 'licenseName'),
        text: text(node, 'extractedText'),
        addresses: (node.properties.get('seeAlso') ?? []).map((one) => ('text' in one ? one.text : one.key)),
      })
    }
    const [id, words] = [text(node, 'licenseId'), text(node, 'licenseText')]
    if (id !== undefined && words !== undefined) document.licences.beside(id, words)
    for (const value of node.properties.get('describesPackage') ?? []) if ('key' in value) document.relations.describe(this.ref(value.key))
    for (const relationship of this.nodes(node, 'relationship')) {
      const type = text(relationship, 'relationshipType')?.replace(/^relationshipType_/, '')
      const related = relationship.properties.get('relatedSpdxElement') ?? []
      this.relationships += related.length
      if (this.relationships > MOST_RELATIONSHIPS) throw this.tooMany(relationship)
      for (const value of related) {
        if (type !== undefined && 'key' in value) document.relations.add(this.ref(node.key), type, this.ref(value.key))
      }
    }
  }

  private tooMany({ line, column }: Node): Problem {
    const what = { de: `mehr als ${MOST_RELATIONSHIPS} Beziehungen`, en: `more than ${MOST_RELATIONSHIPS} relationships` }
    return new Problem('E3204', { what }, { file: this.bytes.path, line, column })
  }

  private nodes(node: Node, property: string): Node[] {
    return (node.properties.get(property) ?? []).flatMap((value) => ('key' in value ? (this.graph.get(value.key) ?? []) : []))
  }

  private otherDocument(node: Node): void {
    const id = text(node, 'externalDocumentId') ?? fragment(node.key)
    const [address] = node.properties.get('spdxDocument') ?? []
    if (address !== undefined) this.document.relations.ties.document(id, 'key' in address ? address.key : address.text)
  }

  /** `DocumentRef-x:LicenseRef-1` of a licence that another document defines. */
  private foreign(key: string): string | undefined {
    const at = key.indexOf('#')
    if (at <= 0 || this.base === undefined || key.startsWith(`${this.base}#`)) return undefined
    return `${this.document.relations.ties.nameOf(key.slice(0, at))}:${key.slice(at + 1)}`
  }

  /** `SPDXRef-…` of an element of this document, `DocumentRef-…` of another's. */
  private ref(key: string): string {
    if (/^https?:\/\/spdx\.org\/rdf\/terms#/.test(key)) return fragment(key).toUpperCase()
    if (!key.includes('#')) return key
    return this.base === undefined || key.startsWith(`${this.base}#`) || key.startsWith('#') ? fragment(key) : `DocumentRef-${key}`
  }
}

/** The first value: a text, or what an address says at its end. */
function text(node: Node | undefined, property: string): string | undefined {
  const value: Value | undefined = node?.properties.get(property)?.[0]
  if (value === undefined) return undefined
  if ('text' in value) return value.text === '' ? undefined : value.text
  if (/^https?:\/\/spdx\.org\//.test(value.key) && value.key.includes('#')) return fragment(value.key)
  return property === 'referenceType' ? fragment(value.key) : value.key
}
