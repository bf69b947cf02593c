import { Problem } from '../../model/problem.ts'
import type { JsonScanner } from '../json/scanner.ts'
import type { JsonWalk } from '../json/walk.ts'
import { Terms, wordOf } from './terms.ts'

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
  /** Without members that stand twice: those are contradictions. */
  readonly values: ReadonlyMap<string, Value>
}

/** Members that say something about packages, parties, licences and how they hang together. */
const WANTED = new Set([
  'import', 'imports', 'externalSpdxId',
  'name', 'packageVersion', 'primaryPurpose', 'downloadLocation', 'homePage', 'packageUrl', 'suppliedBy', 'originatedBy', 'externalIdentifier', 'externalIdentifiers',
  'externalIdentifierType', 'identifier', 'rootElement', 'from', 'to', 'relationshipType', 'scope', 'licenseExpression', 'licenseText', 'additionText', 'seeAlso', 'member', 'subjectLicense',
  'subjectExtendableLicense', 'subjectAddition', 'customIdToUri', 'key', 'value', 'specVersion', 'createdUsing', 'element',
  'created', 'createdBy', 'comment', 'completeness', 'verifiedUsing', 'algorithm', 'additionalPurpose', 'externalRef', 'externalRefType', 'locator',
]) // prettier-ignore

/** Members whose texts are ids. */
const REFERENCES = new Set([
  'suppliedBy', 'originatedBy', 'externalIdentifier', 'externalIdentifiers', 'rootElement', 'from', 'to', 'member', 'subjectLicense',
  'subjectExtendableLicense', 'subjectAddition', 'createdUsing', 'createdBy', 'element', 'externalSpdxId',
]) // prettier-ignore
/** Members whose texts are words of the vocabulary's lists. */
const WORDS = new Set([
  'primaryPurpose', 'additionalPurpose', 'externalIdentifierType', 'relationshipType', 'scope', 'completeness', 'algorithm', 'externalRefType',
]) // prettier-ignore
/** What JSON-LD calls so in every object, and as what SPDX's context knows two of them. A bit for each. */
const KEYWORDS = { type: 1, '@type': 2, spdxId: 4, '@id': 8, '@context': 16, '@graph': 32, '@value': 64, '@list': 128, '@set': 256 } as const // prettier-ignore
type Keyword = keyof typeof KEYWORDS
const isKeyword = (name: string): name is Keyword => Object.hasOwn(KEYWORDS, name)

/** Reads the objects of one document, however they stand in one another. Depth is the scanner's. */
export class Elements {
  /** The first address among the contexts; what stands beside it adds names of its own. */
  context: string | undefined
  private readonly walk: JsonWalk
  private readonly scanner: JsonScanner
  private readonly found: (element: Element) => void
  private readonly terms = new Terms()
  private some = false

  /** `found` gets every object that says something, after those that stand in it. */
  constructor(walk: JsonWalk, found: (element: Element) => void) {
    this.walk = walk
    this.scanner = walk.scanner
    this.found = found
  }

  /** Reads the whole document, an object: a graph of elements, or a single one. */
  read(): void {
    this.object('')
  }

  /** The next value, an object: an element, what is wrapped in it, or the id of one that is described elsewhere. */
  private object(at: string): Value | undefined {
    const { scanner } = this
    const { line, column } = scanner.place()
    const values = new Map<string, Value>()
    const said: Said = {}
    let once = 0
    let again: string[] | undefined
    scanner.beginObject()
    for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) {
      const name = this.terms.name(key)
      const bit = isKeyword(name) ? KEYWORDS[name] : 0
      if ((once & bit) !== 0 || values.has(name)) {
        ;(again ??= []).push(name)
        scanner.skip()
      } else if (bit !== 0) this.keyword(name as Keyword, said, at)
      else if (!WANTED.has(name)) scanner.skip()
      else {
        const value = this.value(name, `${at}/${key}`)
        if (value !== undefined) values.set(name, value)
      }
      once |= bit
    }
    for (const name of again ?? []) {
      this.walk.note('W-DUPLICATE-KEY', at, { key: name })
      values.delete(name)
      if (name === 'type' || name === '@type') said.type = ''
      else if (name === 'spdxId' || name === '@id') said.id = undefined
    }
    const { type = '', id, wrapped } = said
    if (wrapped !== undefined) return wrapped
    if (type === '' && (values.size === 0 || at === '')) return id
    this.some = true
    const element = { type, id: id ?? at, at, line, column, values }
    this.found(element)
    return element
  }

  private keyword(name: Keyword, said: Said, at: string): void {
    switch (name) {
      case 'type': case '@type': return void (said.type = this.type())
      case 'spdxId': case '@id': return void (said.id = this.id() ?? said.id)
      case '@context': return this.contexts()
      case '@graph': return this.graph(`${at}/@graph`)
      case '@value': case '@list': case '@set': return void (said.wrapped = this.value('', at))
    } // prettier-ignore
  }

  /** Of several classes the first that is SPDX's: others are addresses. */
  private type(): string {
    const types = flat(this.value('', '')).flatMap((type) => (typeof type === 'string' ? this.terms.name(type) : []))
    return types.find((type) => !type.includes(':')) ?? types[0] ?? ''
  }

  private id(): string | undefined {
    const id = this.scanner.text()
    return id === undefined ? undefined : this.terms.address(id)
  }

  /** Elements of the graph need not be kept: `found` has got them. */
  private graph(at: string): void {
    const type = this.scanner.type()
    if (type === 'object') this.object(at)
    else
      this.walk.list(at, (place) => {
        if (this.scanner.type() === 'object') this.object(place)
        else this.scanner.skip()
      })
  }

  private contexts(): void {
    const type = this.scanner.type()
    if (type === 'array') this.walk.list('', () => this.contexts())
    else if (type !== 'object') this.context ??= this.scanner.text()
    else {
      this.scanner.beginObject()
      for (let term = this.scanner.anyKey(); term !== undefined; term = this.scanner.anyKey()) {
        const address = this.defined()
        if (address === undefined || term.startsWith('@')) continue
        // names are needed where they are read
        if (this.some) throw new Problem('E3204', { what: AFTER }, this.scanner.problem('E3204').place)
        this.terms.define(term, address)
      }
    }
  }

  /** The next value, what a term of a context stands for: an address, or an object that has it. */
  private defined(): string | undefined {
    const { scanner } = this
    if (scanner.type() !== 'object') return scanner.text()
    let address: string | undefined
    scanner.beginObject()
    for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) {
      if (key === '@id') address = scanner.text()
      else scanner.skip()
    }
    return address
  }

  private value(name: string, at: string): Value | undefined {
    const { scanner } = this
    const type = scanner.type()
    if (type !== 'array') {
      const value = type === 'object' ? this.object(at) : scanner.scalar()
      if (typeof value !== 'string') return value
      return REFERENCES.has(name) ? this.terms.address(value) : WORDS.has(name) ? wordOf(this.terms.address(value)) : value
    }
    const values: Value[] = []
    scanner.beginArray()
    for (let i = 0; scanner.element(); i++) {
      const value = this.value(name, `${at}/${i}`)
      if (value !== undefined) values.push(value)
    }
    return values
  }
}

/** What the keywords of one object say. */
interface Said {
  type?: string | undefined
  id?: string | undefined
  wrapped?: Value | undefined
}

const AFTER = { de: '@context steht hinter dem, dessen Namen es erklärt', en: '@context stands after what it explains the names of' }

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
