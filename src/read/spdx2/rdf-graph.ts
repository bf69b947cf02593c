import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { readElements, type XmlElement, type XmlShape } from '../xml/elements.ts'

/** A value of a property: a text, or the node of that key, which may be described elsewhere or nowhere. */
export type Value = { readonly text: string } | { readonly key: string }

/** What the document says about one resource, collected from every place where it says something. */
export interface Node {
  readonly key: string
  readonly types: Set<string>
  readonly properties: Map<string, Value[]>
  readonly line: number
  readonly column: number
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
/** The range of a snippet is told in W3C's terms for pointers; an element may be described within. */
const NAMESPACES = new Set([
  RDF, 'http://spdx.org/rdf/terms#', 'http://usefulinc.com/ns/doap#', 'http://www.w3.org/2000/01/rdf-schema#', 'http://www.w3.org/2009/pointers#',
]) // prettier-ignore
/** Attributes of RDF/XML itself, which older documents write without a prefix. */
const SYNTAX = new Set(['about', 'ID', 'nodeID', 'resource'])
const SHAPE: XmlShape = {
  namespace: (uri) => NAMESPACES.has(uri),
  attribute: (uri, local) => {
    if (uri === RDF || (uri === '' && SYNTAX.has(local))) return `rdf:${local}`
    return NAMESPACES.has(uri) ? local : undefined
  },
  skip: new Set([
    'licenseTextHtml', 'standardLicenseTemplate', 'standardLicenseHeader', 'standardLicenseHeaderHtml', 'standardLicenseHeaderTemplate',
    'crossRef', 'noticeText', 'fileContributor', 'checksum', 'annotation', 'reviewed', 'copyrightText', 'attributionText', 'comment',
    'packageVerificationCode', 'licenseComments', 'licenseInfoFromFiles', 'licenseInfoInFile', 'licenseInfoInSnippet', 'dataLicense', 'description',
  ]),
  streams: new Set(['RDF']),
} // prettier-ignore
/** The whole graph is kept, because anything may be described anywhere. */
const MAX_BYTES = 1 << 25

/** All resources of an RDF/XML document by their key: an address, or `_:` and a number or name. In the order of the document. */
export function readGraph(bytes: Bytes, limits: Limits): { readonly graph: ReadonlyMap<string, Node>; readonly encoding: string } {
  if (bytes.size > MAX_BYTES)
    throw new Problem('E3503', { format: 'RDF/XML', size: `${bytes.size} B`, limit: `${MAX_BYTES} B` }, { file: bytes.path })
  const graph = new Map<string, Node>()
  const only = (element: XmlElement) => {
    if (element.name !== 'RDF')
      throw new Problem('E3204', { what: `<${element.name}>` }, { file: bytes.path, line: element.line, column: element.column })
  }
  const encoding = readElements(bytes, limits, SHAPE, only, (element) => void describe(element, graph, bytes.path))
  return { graph, encoding }
}

function describe(element: XmlElement, graph: Map<string, Node>, file: string): string {
  const node = nodeOf(keyOf(element.attributes), element, graph)
  if (element.name !== 'Description') node.types.add(element.name)
  takeProperties(node, element, graph, file)
  return node.key
}

/** The node of that key, or a new one. */
function nodeOf(known: string | undefined, { line, column }: XmlElement, graph: Map<string, Node>): Node {
  const key = known ?? `_:${graph.size}`
  let node = graph.get(key)
  if (node === undefined) graph.set(key, (node = { key, types: new Set(), properties: new Map(), line, column }))
  return node
}

/** What stands in an element, and in its attributes, says it of the node. */
function takeProperties(node: Node, element: XmlElement, graph: Map<string, Node>, file: string): void {
  for (const [name, text] of Object.entries(element.attributes)) {
    if (name === 'rdf:type') node.types.add(fragment(text))
    else if (isProperty(name)) add(node, name, [{ text: text.trim() }])
  }
  for (const property of element.children) {
    // a thing where a property of one has to stand: nobody could say how the two belong together
    if (THINGS.has(property.name))
      throw new Problem('E3204', { what: `<${element.name}> → <${property.name}>` }, { file, line: property.line, column: property.column })
    const values = valuesOf(property, graph, file)
    if (property.name === 'type') for (const value of values) if ('key' in value) node.types.add(fragment(value.key))
    add(node, property.name, values)
  }
}

function add({ properties }: Node, name: string, values: Value[]): void {
  const known = properties.get(name)
  if (known === undefined) properties.set(name, values)
  else for (const value of values) known.push(value)
}

const THINGS = new Set(['Package', 'File', 'Snippet', 'SpdxDocument', 'Relationship'])

/** A value is what stands in the property. With `parseType="Resource"` that is said of a node without an element, and so are the attributes of an empty one. */
function valuesOf(property: XmlElement, graph: Map<string, Node>, file: string): Value[] {
  const { attributes, children } = property
  const key = attributes['rdf:resource'] ?? keyOf(attributes)
  const isEmpty = children.length === 0 && property.text.trim() === ''
  if (attributes['rdf:parseType'] === 'Resource' || (isEmpty && Object.keys(attributes).some(isProperty))) {
    const node = nodeOf(key, property, graph)
    takeProperties(node, property, graph, file)
    return [{ key: node.key }]
  }
  if (key !== undefined) return [{ key }]
  if (children.length > 0) return children.map((child) => ({ key: describe(child, graph, file) }))
  return [{ text: property.text.trim() }]
}

const isProperty = (attribute: string): boolean => !attribute.startsWith('rdf:')

function keyOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const { 'rdf:about': about, 'rdf:ID': id, 'rdf:nodeID': nodeID } = attributes
  if (about !== undefined) return about
  if (id !== undefined) return `#${id}`
  return nodeID === undefined ? undefined : `_:${nodeID}`
}

/** What stands after `#`, else after the last `/`. */
export function fragment(key: string): string {
  return key.slice(Math.max(key.lastIndexOf('#'), key.lastIndexOf('/')) + 1)
}
