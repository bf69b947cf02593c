import type { SaidLink } from '../../model/item.ts'
import type { Reader, Reading } from '../../model/ports.ts'
import { Keys } from '../json/keys.ts'
import { END, JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { Collector, FIELDS } from './collect.ts'
import { atLeast, BIT, isMoment, isSerialNumber } from '../tr03183/tally.ts'
import { placeOf, readLicences } from './json-licences.ts'
import { LINK_KINDS, SPEC_VERSIONS, RawComponent, type RawParty } from './raw.ts'
import { hasContact, readAny, readCompositions, readContacts, readProperties, readSha512, REFERENCES } from './tr03183.ts'

const BOM = new Keys([
  'bomFormat', 'specVersion', 'serialNumber', 'metadata', 'components', 'services', 'dependencies', 'compositions', 'vulnerabilities',
]) // prettier-ignore
const METADATA = new Keys(['component', 'tools', 'timestamp', 'manufacturer'])
const COMPONENT = new Keys([
  'bom-ref', 'type', 'name', 'group', 'version', 'purl', 'cpe', 'scope', 'publisher', 'author', 'authors',
  'supplier', 'manufacturer', 'provider', 'licenses', 'evidence', 'externalReferences', 'components', 'services', 'properties', 'swid',
]) // prettier-ignore
type ComponentMember = (typeof COMPONENT.names)[number]
/** Where a member is kept under another name. */
const RAW: Readonly<Partial<Record<ComponentMember, keyof RawComponent>>> = { licenses: 'licences', 'bom-ref': 'bomRef' }
const PARTY = new Keys(['name', 'url', 'contact'])
const LINK = new Keys(['type', 'url', 'hashes'])
const DEPENDENCY = new Keys(['ref', 'dependsOn', 'provides'])
const TOOL = new Keys(['name', 'version', 'components'])
const EVIDENCE = new Keys(['licenses'])

/** CycloneDX JSON 1.2–1.7, https://cyclonedx.org/specification/overview/. */
export const cyclonedxJson: Reader = {
  id: 'cyclonedx-json',
  label: 'CycloneDX JSON 1.2–1.7',
  recognise: (head) => head.json?.get('bomFormat') === 'CycloneDX',
  read: (bytes, options) => new CycloneDxJson(new JsonScanner(bytes, options.limits, options.progress), options.limits.components).read(),
}

class CycloneDxJson {
  private readonly scanner: JsonScanner
  private readonly walk: JsonWalk
  private readonly maxComponents: number
  private readonly collector = new Collector()
  private specVersion: string | undefined
  private generator: string | undefined
  private root: number | undefined
  private subject: Reading['subject']
  private components = 0

  constructor(scanner: JsonScanner, maxComponents: number) {
    this.scanner = scanner
    this.walk = new JsonWalk(scanner, this.collector.notes)
    this.maxComponents = maxComponents
  }

  read(): Reading {
    const { scanner, collector } = this
    const { says } = collector.tally
    this.walk.members(BOM, '', (name) => {
      if (name === 'specVersion') this.specVersion = this.version()
      else if (name === 'metadata') this.metadata()
      else if (name === 'components') this.walk.list('/components', (at) => this.component(at, 'component', false))
      else if (name === 'services') this.walk.list('/services', (at) => this.component(at, 'service', false))
      else if (name === 'dependencies') this.walk.list('/dependencies', () => this.dependency())
      else if (name === 'compositions') readCompositions(this.walk, (refs) => collector.composed(refs))
      else if (name === 'serialNumber') says.uri = isSerialNumber(scanner.text())
      else if (name === 'vulnerabilities') says.vulnerabilities = readAny(scanner)
      else scanner.skip()
    })
    scanner.finish()
    if (this.specVersion === undefined) this.refuse('unknown')
    collector.concludeGraph(this.root)
    if (this.subject === undefined) collector.note('W-NO-ROOT', '/metadata')
    return {
      format: 'cyclonedx-json',
      specVersion: this.specVersion!,
      ...(this.generator && { generator: this.generator }),
      encoding: 'utf-8',
      notation: 'pointer',
      fields: FIELDS,
      ...(this.subject && { subject: this.subject }),
      items: collector.items.filter((item) => item !== undefined),
      rejected: collector.rejected,
      unusable: 0,
      notes: collector.notes,
      tr03183: collector.tally.result(atLeast(this.specVersion, [1, 6]) ? 'ok' : 'too-old'),
    }
  }

  private version(): string {
    const place = this.scanner.problem('E3201', {})
    const version = this.scanner.scalar() ?? 'unknown'
    return (SPEC_VERSIONS as readonly string[]).includes(version) ? version : this.refuse(version, place.place)
  }

  private refuse(version: string, place = {}): never {
    const problem = this.scanner.problem('E3201', { version, known: `${SPEC_VERSIONS[0]}–${SPEC_VERSIONS.at(-1)}` })
    Object.assign(problem.place, place)
    throw problem
  }

  private metadata(): void {
    this.walk.members(METADATA, '/metadata', (name) => {
      const { says } = this.collector.tally
      if (name === 'component') this.component('/metadata/component', 'root', false)
      else if (name === 'tools') this.tools()
      else if (name === 'timestamp') says.timestamp = isMoment(this.scanner.text())
      else says.creator = hasContact(this.party('/metadata', name))
    })
  }

  /** An array of tools up to 1.4; an object of components and services since 1.5. */
  private tools(): void {
    const tool = () => {
      let name: string | undefined
      let version: string | undefined
      this.walk.members(TOOL, '/metadata/tools', (key) => {
        if (key === 'name') name = this.scanner.text()
        else if (key === 'version') version = this.scanner.text()
        else this.walk.list('', tool)
      })
      if (name !== undefined) this.generator ??= version === undefined ? name : `${name} ${version}`
    }
    if (this.scanner.type() === 'array') this.walk.list('', tool)
    else tool()
  }

  /** The loop is written out: it runs for every member of every component. */
  private component(at: string, role: 'component' | 'service' | 'root', nested: boolean): void {
    const { scanner, collector, walk } = this
    if (++this.components > this.maxComponents) throw scanner.problem('E3104', { limit: this.maxComponents }, at)
    const { line, column } = scanner.place()
    if (scanner.type() !== 'object') return walk.wrong(at)
    const slot = collector.reserve()
    const raw = new RawComponent()
    let once = 0
    let again = 0
    scanner.beginObject()
    for (let key = scanner.key(COMPONENT); key !== END; key = scanner.key(COMPONENT)) {
      const bit = key < 0 ? 0 : 1 << key
      if ((once & bit) !== 0) {
        again |= bit
        walk.note('W-DUPLICATE-KEY', at, { key: COMPONENT.names[key]! })
      }
      if (bit === 0 || (once & bit) !== 0) scanner.skip()
      else this.member(COMPONENT.names[key]!, raw, at, role !== 'root')
      once |= bit
    }
    // a member that stands twice says nothing that could be relied on
    if (again !== 0)
      for (const name of COMPONENT.names.filter((_, key) => (again & (1 << key)) !== 0))
        Object.assign(raw, { [RAW[name] ?? name]: undefined })
    collector.fill(slot, raw, { source: 0, at, line, column }, role, nested)
    if (role === 'root' && raw.name !== undefined) {
      if (raw.bomRef !== undefined) this.root = raw.bomRef
      this.subject = { name: raw.name, ...(raw.version && { version: raw.version }), ...(raw.purl && { purl: raw.purl }) }
    }
  }

  private member(name: ComponentMember, raw: RawComponent, at: string, child: boolean): void {
    const { walk } = this
    switch (name) {
      case 'bom-ref': raw.bomRef = this.reference(at, name); break
      case 'type': raw.type = walk.text(at, name); break
      case 'name': raw.name = walk.text(at, name); break
      case 'group': raw.group = walk.text(at, name); break
      case 'version': raw.version = walk.text(at, name); break
      case 'purl': raw.purl = walk.text(at, name); break
      case 'cpe': raw.cpe = walk.text(at, name); break
      case 'scope': raw.scope = walk.text(at, name); break
      case 'publisher': raw.publisher = walk.text(at, name); break
      case 'author': raw.author = walk.text(at, name); break
      // names of persons; only `author` is looked at, as evidence of organisations
      case 'authors': this.scanner.skip(); break
      case 'supplier': case 'manufacturer': case 'provider': raw[name] = this.party(at, name); break
      case 'licenses': raw.licences = readLicences(walk, at, '/licenses'); break
      case 'evidence': walk.members(EVIDENCE, at, () => void (raw.observed = readLicences(walk, at, '/evidence/licenses'))); break
      case 'externalReferences': raw.links = this.links(at, raw); break
      case 'properties': raw.bits |= readProperties(this.scanner); break
      case 'swid': raw.bits |= BIT.identifiers; this.scanner.skip(); break
      case 'components': walk.list(`${at}/components`, (inner) => this.component(inner, 'component', child)); break
      case 'services': walk.list(`${at}/services`, (inner) => this.component(inner, 'service', child)); break
    } // prettier-ignore
  }

  private party(at: string, field: string): RawParty {
    let name: string | undefined
    const urls: string[] = []
    let mail: true | undefined
    this.walk.members(PARTY, `${at}/${field}`, (key) => {
      if (key === 'name') name = this.walk.text(`${at}/${field}`, key)
      else if (key === 'contact') mail = readContacts(this.scanner)
      else if (this.scanner.type() === 'array') this.walk.list('', () => push(urls, this.scanner.text()))
      else push(urls, this.scanner.text())
    })
    return { ...(name && { name }), urls, ...(mail && { mail }) }
  }

  private links(at: string, raw: RawComponent): SaidLink[] {
    const { scanner, walk } = this
    const links: SaidLink[] = []
    if (!walk.begins('array', at, '/externalReferences')) return links
    for (let index = 0; scanner.element(); index++) {
      let type: string | undefined
      let url: string | undefined
      let there = false
      let sha512 = false
      if (!walk.begins('object', at, '/externalReferences')) continue
      for (let key = scanner.key(LINK); key !== END; key = scanner.key(LINK)) {
        if (LINK.names[key] === 'type') type = scanner.text()
        else if (LINK.names[key] === 'hashes' && (type === undefined || REFERENCES[type] !== undefined)) sha512 = readSha512(scanner)
        else if (LINK.names[key] !== 'url') scanner.skip()
        // most addresses tell nothing about the maker, and most tools write the type first
        else if (type !== undefined && LINK_KINDS[type] === undefined) {
          there = scanner.type() === 'string'
          scanner.skip()
        } else url = scanner.text()
      }
      const field = REFERENCES[type ?? '']
      if (field !== undefined) raw.bits |= (there || url ? field.url : 0) | (sha512 ? field.hash : 0)
      const kind = LINK_KINDS[type ?? '']
      if (url !== undefined && kind !== undefined) links.push({ kind, url, at: placeOf('/externalReferences', index, '/url') })
    }
    return links.slice()
  }

  private dependency(): void {
    const { collector: { graph }, scanner } = this // prettier-ignore
    let ref = -1
    const on: number[] = []
    if (!this.walk.begins('object', '/dependencies', '')) return
    for (let key = scanner.key(DEPENDENCY); key !== END; key = scanner.key(DEPENDENCY)) {
      if (key < 0) scanner.skip()
      else if (DEPENDENCY.names[key] === 'ref') ref = scanner.nameIn(graph.refs)
      else if (this.walk.begins('array', '/dependencies', '')) {
        while (scanner.element()) {
          const target = scanner.nameIn(graph.refs)
          if (target >= 0) on.push(target)
        }
      }
    }
    if (ref >= 0) graph.depends(ref, on)
  }

  private reference(at: string, field: string): number | undefined {
    if (this.scanner.type() === 'string') return this.scanner.nameIn(this.collector.graph.refs)
    this.walk.text(at, field)
    return undefined
  }
}

const push = (list: string[], text: string | undefined) => text !== undefined && list.push(text)
