import type { JsonScanner } from '../json/scanner.ts'

/** A text, an object, or a list of them; what says nothing is left out. */
export type Value = string | Element | readonly Value[]

/** An object of the graph with the members that are asked for; prefixes of profiles are cut. */
export interface Element {
  readonly type: string
  /** `spdxId` or `@id`; for an object without one, its place. */
  readonly id: string
  readonly at: string
  readonly line: number
  readonly column: number
  readonly values: ReadonlyMap<string, Value>
  /** Members that stand twice: contradictions, their values are left out. */
  readonly twice: readonly string[]
}

const PREFIX = /^(?:core|software|simplelicensing|expandedlicensing)_/
/** Members that say something about packages, parties, licences and how they hang together. */
const WANTED = new Set([
  'name', 'packageVersion', 'primaryPurpose', 'downloadLocation', 'homePage', 'packageUrl', 'suppliedBy', 'originatedBy', 'externalIdentifier', 'externalIdentifiers',
  'externalIdentifierType', 'identifier', 'rootElement', 'from', 'to', 'relationshipType', 'scope', 'licenseExpression', 'licenseText', 'member', 'subjectLicense',
  'subjectExtendableLicense', 'subjectAddition', 'customIdToUri', 'key', 'value', 'specVersion', 'createdUsing', 'element',
  'created', 'createdBy', 'comment', 'completeness', 'verifiedUsing', 'algorithm', 'additionalPurpose', 'externalRef', 'externalRefType', 'locator',
]) // prettier-ignore

/** Reads the next value, an object of the graph. Objects within it are handed to `found` too, after it. Depth is the scanner's. */
export function readElement(scanner: JsonScanner, at: string, found: (element: Element) => void): Element | undefined {
  if (scanner.type() !== 'object') {
    scanner.skip()
    return undefined
  }
  const { line, column } = scanner.place()
  const values = new Map<string, Value>()
  const twice: string[] = []
  let type = ''
  let id: string | undefined
  scanner.beginObject()
  for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) {
    if (key === 'type' || key === '@type') type = (scanner.text() ?? '').replace(PREFIX, '')
    else if (key === 'spdxId' || key === '@id') id = scanner.text() ?? id
    else {
      const name = key.replace(PREFIX, '')
      if (!WANTED.has(name)) scanner.skip()
      else if (values.has(name)) {
        twice.push(name)
        scanner.skip()
      } else {
        const value = readValue(scanner, `${at}/${key}`, found)
        if (value !== undefined) values.set(name, value)
      }
    }
  }
  for (const name of twice) values.delete(name)
  const element = { type, id: id ?? at, at, line, column, values, twice }
  found(element)
  return element
}

function readValue(scanner: JsonScanner, at: string, found: (element: Element) => void): Value | undefined {
  const type = scanner.type()
  if (type === 'object') return readElement(scanner, at, found)
  if (type !== 'array') return scanner.scalar()
  const values: Value[] = []
  scanner.beginArray()
  for (let i = 0; scanner.element(); i++) {
    const value = readValue(scanner, `${at}/${i}`, found)
    if (value !== undefined) values.push(value)
  }
  return values
}

/** Forgets members that have been used. */
export function drop(element: Element, names: readonly string[]): void {
  for (const name of names) (element.values as Map<string, Value>).delete(name)
}

/** The text of a member, if it is one; of a list the first. */
export function text(element: Element | undefined, name: string): string | undefined {
  return all(element, name).find((value) => typeof value === 'string')
}

/** What a member holds, one by one. */
export function all(element: Element | undefined, name: string): readonly (string | Element)[] {
  return flat(element?.values.get(name))
}

/** Ids of what a member refers to or holds. */
export function refs(element: Element, name: string): string[] {
  return all(element, name).map((value) => (typeof value === 'string' ? value : value.id))
}

function flat(value: Value | undefined): readonly (string | Element)[] {
  if (value === undefined) return []
  return isList(value) ? value.flatMap(flat) : [value]
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}
