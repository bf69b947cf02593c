import type { Field } from '../../model/item.ts'
import type { Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { SpdxCollector } from '../spdx2/document.ts'
import { addReference, constant, type RawPackage } from '../spdx2/raw.ts'
import { all, Elements, refs, text, type Element } from './element.ts'
import { Spdx3Licences } from './licence.ts'
import { termOf } from './terms.ts'
import { Spdx3Tally } from './tr03183.ts'
import { tableOf } from '../../model/table.ts'

const PACKAGES = new Set(['Package', 'ai_AIPackage', 'dataset_DatasetPackage'])
const FILES = new Set(['File', 'Snippet', 'SoftwareArtifact'])
const COLLECTIONS = new Set(['SpdxDocument', 'Sbom', 'Bom', 'Bundle', 'ElementCollection'])
/** Classes of SPDX 3 without which no document says anything. */
const KNOWN = new Set([...PACKAGES, ...FILES, ...COLLECTIONS, 'CreationInfo', 'Organization', 'Person', 'Agent', 'SoftwareAgent', 'Tool'])
/** Scopes of relationships that are not about use: as the same types of SPDX 2. */
const SCOPES = tableOf<'optional' | 'build'>({ development: 'optional', test: 'optional', build: 'build' })
/** What stands within others and is looked at there. */
const PARTS = new Set(['Hash', 'ExternalRef'])
const LICENCES = tableOf<'declared' | 'concluded'>({
  HAS_DECLARED_LICENSE: 'declared',
  HAS_CONCLUDED_LICENSE: 'concluded',
})

/** Licences stand in relationships: their place is the package. */
const FIELDS: Readonly<Partial<Record<Field, string>>> = {
  name: '/name', version: '/software_packageVersion', purl: '/externalIdentifier', cpe: '/externalIdentifier', type: '/software_primaryPurpose',
  supplier: '/suppliedBy', manufacturer: '/originatedBy',
} // prettier-ignore

/** Slashes may be escaped. */
const VOCABULARY = /spdx\.org\\?\/rdf\\?\/[3v]/

/** SPDX 3.0 as JSON-LD, https://spdx.github.io/spdx-spec/v3.0.1/, read as plain JSON: nothing is fetched, elements are joined by id. */
export const spdx3Json: Reader = {
  id: 'spdx3-json',
  label: 'SPDX JSON-LD 3.0',
  recognise: ({ json, text }) =>
    (json?.has('@graph') === true && (VOCABULARY.test(text) || text.includes('"spdxId"'))) ||
    (json?.has('@context') === true && (json.has('spdxId') || json.has('@id')) && VOCABULARY.test(text)),
  read: (bytes, options) => new Spdx3Json(new JsonScanner(bytes, options.limits, options.progress), bytes.path, options).read(),
}

class Spdx3Json {
  private readonly scanner: JsonScanner
  private readonly file: string
  private readonly options: ReadOptions
  private readonly document = new SpdxCollector({ download: '/software_downloadLocation', homepage: '/software_homePage' })
  private readonly licences = new Spdx3Licences(this.document.licences)
  private readonly tally = new Spdx3Tally()
  private readonly packages: Element[] = []
  /** Parties, tools and identifiers, which packages name by id. */
  private readonly others = new Map<string, Element>()
  private readonly collections = new Map<string, Element>()
  /** Statements of licences by package: ids of licences. */
  private readonly said = { declared: new Map<string, string[]>(), concluded: new Map<string, string[]>() }
  private readonly tools: string[] = []
  /** The first object that says something, and whether any is of a class that is known. */
  private first: Element | undefined
  private isKnown = false

  constructor(scanner: JsonScanner, file: string, options: ReadOptions) {
    this.scanner = scanner
    this.file = file
    this.options = options
    this.document.relations.ties.isAddressed = true
  }

  read(): Reading {
    const { scanner, document } = this
    const elements = new Elements(new JsonWalk(scanner, document.notes), (element) => this.element(element))
    elements.read()
    scanner.finish()
    if (this.first !== undefined && !this.isKnown) throw this.nothingKnown(this.first)
    document.specVersion ??= /\/rdf\/v?(3\.\d+(?:\.\d+)?)\//.exec(elements.context ?? '')?.[1]
    for (const tool of this.tools) document.creator(`Tool: ${(text(this.others.get(tool), 'name') ?? '').replace(/^Tool:\s*/, '')}`)
    this.describe()
    const packages = this.packages.map((one) => [one, this.raw(one)] as const)
    for (const [one, raw] of packages) document.add(raw, { at: one.at, line: one.line, column: one.column })
    const tr03183 = this.tally.result(packages, (id) => this.others.get(id), document.specVersion)
    return { ...document.reading('spdx3-json', FIELDS), licences: this.licences.linked(document.licences), tr03183 }
  }

  private element(element: Element): void {
    const { document, options } = this
    this.first ??= element
    this.isKnown ||= KNOWN.has(element.type) || element.type.endsWith('Relationship')
    if (PARTS.has(element.type)) return
    this.tally.element(element)
    if (PACKAGES.has(element.type)) {
      if (this.packages.push(element) > options.limits.components)
        throw this.scanner.problem('E3104', { limit: options.limits.components }, element.at)
    } else if (FILES.has(element.type)) document.files++
    else if (element.type.endsWith('Relationship')) this.relationship(element)
    else if (element.type === 'CreationInfo') this.creation(element)
    else if (element.type === 'ExternalMap') this.document.relations.ties.element(text(element, 'externalSpdxId') ?? '')
    else if (COLLECTIONS.has(element.type)) this.collections.set(element.id, element)
    else {
      this.licences.add(element)
      this.others.set(element.id, element)
    }
  }

  /** Nothing of such a document was read: to say that there is nothing in it would be wrong. */
  private nothingKnown({ type, at, line, column }: Element): Problem {
    const what = { de: `keine Klasse von SPDX 3 (${type.slice(0, 80)})`, en: `no class of SPDX 3 (${type.slice(0, 80)})` }
    return new Problem('E3204', { what }, { file: this.file, line, column, at })
  }

  private creation(element: Element): void {
    const version = text(element, 'specVersion')
    if (version !== undefined && !/^3\.0(?:\.\d+)?$/.test(version))
      throw this.scanner.problem('E3203', { version: version.slice(0, 40), known: '2.1–2.3, 3.0' }, element.at)
    if (version !== undefined) this.document.specVersion ??= version
    for (const tool of refs(element, 'createdUsing')) this.tools.push(tool)
  }

  private relationship(element: Element): void {
    const type = constant(text(element, 'relationshipType') ?? '')
    const [from] = refs(element, 'from')
    if (from === undefined) return
    this.tally.relationship(type, from, refs(element, 'to'), {
      completeness: text(element, 'completeness'),
      comment: text(element, 'comment'),
    })
    const licences = LICENCES.get(type)
    if (licences === undefined) {
      const scope = SCOPES.get(text(element, 'scope') ?? '')
      for (const to of refs(element, 'to')) if (!isNothing(to)) this.document.relations.add(from, type, to, scope)
      return
    }
    const known = this.said[licences].get(from)
    if (known === undefined) this.said[licences].set(from, refs(element, 'to'))
    else for (const to of refs(element, 'to')) known.push(to)
  }

  /** What the document's roots are, through collections of collections. */
  private describe(): void {
    const seen = new Set<string>()
    const within = new Set([...this.collections.values()].flatMap((one) => refs(one, 'rootElement')))
    const waiting = [...this.collections.keys()].filter((id) => !within.has(id))
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      const collection = this.collections.get(id)
      if (collection === undefined) this.document.relations.describe(id)
      else for (const root of refs(collection, 'rootElement')) waiting.push(root)
    }
  }

  private raw(element: Element): RawPackage {
    const raw: RawPackage = {
      spdxId: element.id,
      name: text(element, 'name'),
      version: text(element, 'packageVersion'),
      purpose: text(element, 'primaryPurpose') ?? (element.type === 'dataset_DatasetPackage' ? 'data' : undefined),
      supplier: this.party(element, 'suppliedBy'),
      manufacturer: this.party(element, 'originatedBy'),
      download: text(element, 'downloadLocation'),
      homepage: text(element, 'homePage'),
      declared: this.licence(element.id, 'declared'),
      concluded: this.licence(element.id, 'concluded'),
    }
    for (const name of ['externalIdentifier', 'externalIdentifiers']) {
      for (const value of all(element, name)) {
        const identifier = typeof value === 'string' ? this.others.get(value) : value
        const type = text(identifier, 'externalIdentifierType')
        addReference(raw, type === 'packageURL' ? 'packageUrl' : type, text(identifier, 'identifier'))
      }
    }
    addReference(raw, 'purl', text(element, 'packageUrl'))
    return raw
  }

  /** The first organisation; other agents are persons, or may be. */
  private party(element: Element, name: 'suppliedBy' | 'originatedBy'): string | undefined {
    const agents = all(element, name).flatMap((value) => (typeof value === 'string' ? (this.others.get(value) ?? []) : value))
    const said = text(
      agents.find(({ type }) => type === 'Organization'),
      'name',
    )
    return said === undefined || /^person:/i.test(said) ? undefined : said
  }

  /** Several statements of one kind all apply. */
  private licence(id: string, kind: 'declared' | 'concluded'): string | undefined {
    const all = [...new Set((this.said[kind].get(id) ?? []).map((licence) => this.licences.expression(licence)))]
    return all.length > 1 ? all.map((one) => (one.includes(' OR ') ? `(${one})` : one)).join(' AND ') : all[0]
  }
}

/** Whether an id is that of one of the two individuals that say that there is nothing, or that nothing is said. */
const isNothing = (id: string): boolean => /^(?:None|NoAssertion)Element$/.test(termOf(id))
