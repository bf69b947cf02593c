import type { Field } from '../../model/item.ts'
import type { Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Keys } from '../json/keys.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { SpdxCollector } from '../spdx2/document.ts'
import { addReference, constant, type RawPackage } from '../spdx2/raw.ts'
import { all, readElement, refs, text, type Element } from './element.ts'
import { Spdx3Licences } from './licence.ts'
import { Spdx3Tally } from './tr03183.ts'
import { tableOf } from '../../model/table.ts'

const DOCUMENT = new Keys(['@context', '@graph'])
const PACKAGES = new Set(['Package', 'ai_AIPackage', 'dataset_DatasetPackage'])
const FILES = new Set(['File', 'Snippet', 'SoftwareArtifact'])
const COLLECTIONS = new Set(['SpdxDocument', 'Sbom', 'Bom', 'Bundle', 'ElementCollection'])
/** Scopes of relationships that are not about use: as the same types of SPDX 2. */
const OPTIONAL = new Set(['development', 'test'])
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

/** SPDX 3.0 as JSON-LD, https://spdx.github.io/spdx-spec/v3.0.1/, read as plain JSON: nothing is fetched, elements are joined by id. */
export const spdx3Json: Reader = {
  id: 'spdx3-json',
  label: 'SPDX JSON-LD 3.0',
  recognise: ({ json, text }) => json?.has('@graph') === true && /spdx\.org\/rdf\/[3v]|"spdxId"/.test(text),
  read: (bytes, options) => new Spdx3Json(new JsonScanner(bytes, options.limits, options.progress), options).read(),
}

class Spdx3Json {
  private readonly scanner: JsonScanner
  private readonly options: ReadOptions
  private readonly document = new SpdxCollector({ download: '/software_downloadLocation', homepage: '/software_homePage' })
  private readonly licences = new Spdx3Licences((id, name, words) => this.document.licences.define({ id, name, text: words }))
  private readonly tally = new Spdx3Tally()
  private readonly packages: Element[] = []
  /** Parties, tools and identifiers, which packages name by id. */
  private readonly others = new Map<string, Element>()
  private readonly collections = new Map<string, Element>()
  /** Statements of licences by package: ids of licences. */
  private readonly said = { declared: new Map<string, string[]>(), concluded: new Map<string, string[]>() }
  private readonly tools: string[] = []
  private context: string | undefined

  constructor(scanner: JsonScanner, options: ReadOptions) {
    this.scanner = scanner
    this.options = options
  }

  read(): Reading {
    const { scanner, document } = this
    const walk = new JsonWalk(scanner, document.notes)
    walk.members(DOCUMENT, '', (name) => {
      if (name === '@graph') walk.list('/@graph', (at) => void readElement(scanner, at, (element) => this.element(element)))
      else if (scanner.type() === 'array') walk.list('', () => this.contextOf(scanner.text()))
      else this.contextOf(scanner.text())
    })
    scanner.finish()
    document.specVersion ??= /\/rdf\/v?(3\.\d+(?:\.\d+)?)\//.exec(this.context ?? '')?.[1]
    for (const tool of this.tools) document.creator(`Tool: ${(text(this.others.get(tool), 'name') ?? '').replace(/^Tool:\s*/, '')}`)
    this.describe()
    const packages = this.packages.map((one) => [one, this.raw(one)] as const)
    for (const [one, raw] of packages) document.add(raw, { at: one.at, line: one.line, column: one.column })
    const tr03183 = this.tally.result(packages, (id) => this.others.get(id), document.specVersion)
    return { ...document.reading('spdx3-json', FIELDS), tr03183 }
  }

  /** The first address among the contexts; objects beside it add prefixes of their own. */
  private contextOf(address: string | undefined): void {
    this.context ??= address
  }

  private element(element: Element): void {
    const { document, options } = this
    for (const key of element.twice) document.note('W-DUPLICATE-KEY', element.at, { key })
    if (PARTS.has(element.type)) return
    this.tally.element(element)
    if (PACKAGES.has(element.type)) {
      if (this.packages.push(element) > options.limits.components)
        throw this.scanner.problem('E3104', { limit: options.limits.components }, element.at)
    } else if (FILES.has(element.type)) document.files++
    else if (element.type.endsWith('Relationship')) this.relationship(element)
    else if (element.type === 'CreationInfo') this.creation(element)
    else if (COLLECTIONS.has(element.type)) this.collections.set(element.id, element)
    else {
      this.licences.add(element)
      this.others.set(element.id, element)
    }
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
      const isOptional = OPTIONAL.has((text(element, 'scope') ?? '').replace(/^.*[/#]/, ''))
      for (const to of refs(element, 'to')) this.document.relations.add(from, type, to, isOptional)
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
