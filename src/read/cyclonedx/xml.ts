import type { SaidLicence, SaidLink } from '../../model/item.ts'
import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { readElements, type XmlElement, type XmlShape } from '../xml/elements.ts'
import { rootOf } from '../xml/root.ts'
import { shortened } from '../many-notes.ts'
import { Collector, FIELDS, type Role } from './collect.ts'
import { Generator } from './generator.ts'
import type { Lies } from './levels.ts'
import { atLeast, BIT, isContact, isMoment, isSerialNumber } from '../tr03183/tally.ts'
import { licenceLink, LINK_KINDS, SPEC_VERSIONS, RawComponent, type RawParty } from './raw.ts'
import { child, licences, PLAIN, twice, value } from './xml-licences.ts'
import { hasContact, NOTED, REFERENCES, saysHowComplete } from './tr03183.ts'

const NAMESPACE = 'http://cyclonedx.org/schema/bom/'
const VERSIONS = ['1.0', '1.1', ...SPEC_VERSIONS] as const
const SHAPE: XmlShape = {
  namespace: (uri) => uri.startsWith(NAMESPACE),
  skip: new Set([
    'pedigree',
    'releaseNotes',
    'modelCard',
    'cryptoProperties',
    'authors',
    'annotations',
    'formulation',
    'declarations',
    'definitions',
    'data',
    'endpoints',
    'signature',
  ]),
  streams: new Set(['bom', 'bom/components', 'bom/services', 'bom/dependencies', 'bom/compositions', 'bom/vulnerabilities']),
}
const TOOL = ['group', 'vendor', 'name', 'version'] as const

/** CycloneDX XML 1.0–1.7. Places are JSON Pointers of the same BOM's JSON form. */
export const cyclonedxXml: Reader = {
  id: 'cyclonedx-xml',
  label: 'CycloneDX XML 1.0–1.7',
  recognise: ({ text }) => {
    const root = rootOf(text)
    if (root !== undefined) return root.name === 'bom' && root.uri.startsWith(NAMESPACE)
    // what is no XML is told by its place
    return /^\s*<[?!\w]/.test(text) && /<(?:[\w.-]+:)?bom\b[^>]*http:\/\/cyclonedx\.org\/schema\/bom/.test(text)
  },
  read: (bytes, options) => new CycloneDxXml(bytes, options).read(),
}

class CycloneDxXml {
  private readonly bytes: Bytes
  private readonly options: ReadOptions
  private readonly collector = new Collector()
  private readonly counts = { components: 0, services: 0 }
  private total = 0
  private specVersion = ''
  private readonly generator = new Generator()
  private root: number | undefined
  private subject: Reading['subject']

  constructor(bytes: Bytes, options: ReadOptions) {
    this.bytes = bytes
    this.options = options
  }

  read(): Reading {
    const { collector } = this
    const encoding = readElements(this.bytes, this.options.limits, SHAPE, (bom, uri) => this.begin(bom, uri), (element, parent) => this.part(element, parent)) // prettier-ignore
    collector.concludeGraph(this.root, this.subject?.purl)
    if (this.subject === undefined) collector.note('W-NO-ROOT', '/metadata')
    return {
      format: 'cyclonedx-xml',
      specVersion: this.specVersion,
      ...(this.generator.text && { generator: this.generator.text }),
      encoding,
      notation: 'pointer',
      fields: FIELDS,
      ...(this.subject && { subject: this.subject }),
      items: collector.items.filter((item) => item !== undefined),
      rejected: collector.rejected,
      unusable: 0,
      notes: shortened(collector.notes, 'W-DUPLICATE-REF'),
      tr03183: collector.tally.result(atLeast(this.specVersion, [1, 6]) ? 'ok' : 'too-old'),
    }
  }

  /** The version stands in the namespace alone. */
  private begin({ attributes, line, column }: XmlElement, uri: string): void {
    this.specVersion = uri.slice(NAMESPACE.length)
    this.collector.tally.says.uri = isSerialNumber(attributes['serialNumber'])
    if ((VERSIONS as readonly string[]).includes(this.specVersion)) return
    const params = { version: `XML ${this.specVersion}`, known: `${VERSIONS[0]}–${VERSIONS.at(-1)}` }
    throw new Problem('E3201', params, { file: this.bytes.path, line, column })
  }

  private part(element: XmlElement, parent: string): void {
    if (parent === 'bom') {
      if (element.name === 'metadata') this.metadata(element)
    } else if (parent === 'bom/dependencies') this.dependency(element)
    else if (parent === 'bom/vulnerabilities') this.collector.tally.says.vulnerabilities = true
    else if (parent === 'bom/compositions') this.composition(element)
    else {
      const kind = element.name === 'service' ? 'services' : 'components'
      this.component(element, `/${kind}/${this.counts[kind]++}`, kind === 'services' ? 'service' : 'component', 'outermost')
    }
  }

  private metadata(metadata: XmlElement): void {
    const root = child(metadata, 'component')
    if (root !== undefined) this.component(root, '/metadata/component', 'root', 'outermost')
    const { says } = this.collector.tally
    const creator = party(child(metadata, 'manufacturer'))
    says.timestamp = isMoment(value(metadata, 'timestamp'))
    says.creator = creator !== undefined && hasContact(creator)
    for (const tool of descend(child(metadata, 'tools'), new Set(['tool', 'component'])))
      this.generator.take(Object.fromEntries(TOOL.map((name) => [name, value(tool, name)])))
  }

  private component(element: XmlElement, at: string, role: Role, lies: Lies): void {
    const { limits } = this.options
    if (++this.total > limits.components)
      throw new Problem('E3104', { limit: limits.components }, { file: this.bytes.path, line: element.line, column: element.column, at })
    const slot = this.collector.reserve()
    for (const name of repeated(element)) this.collector.note('W-DUPLICATE-KEY', at, { key: name })
    const raw = new RawComponent()
    raw.type = element.attributes['type']
    raw.bomRef = this.reference(element.attributes['bom-ref'])
    for (const name of PLAIN) raw[name] = value(element, name)
    for (const name of ['supplier', 'manufacturer', 'provider'] as const) raw[name] = party(child(element, name))
    raw.licences = licences(child(element, 'licenses'), '/licenses')
    raw.observed = licences(child(child(element, 'evidence'), 'licenses'), '/evidence/licenses')
    raw.links = links(child(element, 'externalReferences'))
    raw.linked = licenceLinks(child(element, 'externalReferences'))
    raw.bits = bitsIn(element)
    const inner = role === 'root' ? 'root' : 'inside'
    child(element, 'components')?.children.forEach((one, i) => this.component(one, `${at}/components/${i}`, 'component', inner))
    child(element, 'services')?.children.forEach((one, i) => this.component(one, `${at}/services/${i}`, 'service', inner))
    this.collector.fill(slot, raw, { source: 0, at, line: element.line, column: element.column }, role, lies)
    if (role === 'root' && raw.name !== undefined) {
      if (raw.bomRef !== undefined) this.root = raw.bomRef
      this.subject = { name: raw.name, ...(raw.version && { version: raw.version }), ...(raw.purl && { purl: raw.purl }) }
    }
  }

  private composition(element: XmlElement): void {
    if (!saysHowComplete(value(element, 'aggregate'))) return
    const lists = element.children.filter(({ name }) => name === 'assemblies' || name === 'dependencies')
    this.collector.composed(lists.flatMap(({ children }) => children.flatMap(({ attributes }) => attributes['ref'] ?? [])))
  }

  /** What one depends on stands in it, with what that depends on. What it `provides` are standards that it follows: nothing that it needs. */
  private dependency(outermost: XmlElement): void {
    const waiting = [outermost]
    for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
      const ref = this.reference(element.attributes['ref'])
      if (ref === undefined) continue
      const inner = element.children.filter(({ name }) => name === 'dependency')
      // one that is only named within another does not say that it depends on nothing
      if (inner.length === 0 && element !== outermost) continue
      const on = inner.flatMap(({ attributes }) => this.reference(attributes['ref']) ?? [])
      this.collector.graph.depends(ref, on)
      for (const one of inner) waiting.push(one)
    }
  }

  private reference(ref: string | undefined): number | undefined {
    return ref === undefined ? undefined : this.collector.graph.refs.of(ref)
  }
}

/** Fields of TR-03183-2 in properties, external references and SWID tags. */
function bitsIn(element: XmlElement): number {
  let bits = child(element, 'swid') === undefined ? 0 : BIT.identifiers
  for (const property of child(element, 'properties')?.children ?? [])
    if (property.text.trim() !== '') bits |= NOTED.get(property.attributes['name'] ?? '') ?? 0
  for (const reference of child(element, 'externalReferences')?.children ?? []) {
    const field = REFERENCES.get(reference.attributes['type'] ?? '')
    if (field === undefined) continue
    if (value(reference, 'url') !== undefined) bits |= field.url
    if (child(reference, 'hashes')?.children.some((hash) => hash.attributes['alg'] === 'SHA-512')) bits |= field.hash
  }
  return bits
}

/** Names of children that stand twice and must not, in the component itself or in one of its licences. */
function repeated(component: XmlElement): string[] {
  const licences = component.children.filter(({ name }) => name === 'licenses').flatMap(({ children }) => children)
  return [component, ...licences].flatMap(twice)
}

/** Elements of the given names below `element`, not below one another. */
function descend(element: XmlElement | undefined, names: ReadonlySet<string>): XmlElement[] {
  return (element?.children ?? []).flatMap((one) => (names.has(one.name) ? [one] : descend(one, names)))
}

function party(element: XmlElement | undefined): RawParty | undefined {
  if (element === undefined) return undefined
  const name = value(element, 'name')
  const urls = element.children.filter((one) => one.name === 'url').map((one) => one.text.trim())
  const mail = element.children.some((one) => one.name === 'contact' && isContact(value(one, 'email')))
  return { ...(name !== undefined && { name }), urls, ...(mail && { mail: true as const }) }
}

function links(element: XmlElement | undefined): SaidLink[] | undefined {
  return element?.children.flatMap((reference, index) => {
    const kind = LINK_KINDS[reference.attributes['type'] ?? '']
    const url = value(reference, 'url')
    return kind === undefined || url === undefined ? [] : [{ kind, url, at: `/externalReferences/${index}/url` }]
  })
}

function licenceLinks(element: XmlElement | undefined): SaidLicence[] | undefined {
  const found = element?.children.flatMap((reference, index) => {
    const url = reference.attributes['type'] === 'license' ? value(reference, 'url') : undefined
    return url === undefined ? [] : [licenceLink(url, `/externalReferences/${index}/url`)]
  })
  return found?.length ? found : undefined
}
