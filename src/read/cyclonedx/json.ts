import type { SaidLicence, SaidLink } from '../../model/item.ts'
import type { Reader, Reading } from '../../model/ports.ts'
import { Keys } from '../json/keys.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { Collector, FIELDS, relate, type Node } from './collect.ts'
import { licenceText, LINK_KINDS, SPEC_VERSIONS, type RawComponent, type RawParty } from './raw.ts'

const BOM = new Keys(['bomFormat', 'specVersion', 'metadata', 'components', 'services', 'dependencies'])
const METADATA = new Keys(['component', 'tools'])
const COMPONENT = new Keys([
  'bom-ref', 'type', 'name', 'group', 'version', 'purl', 'cpe', 'scope', 'publisher', 'author', 'authors',
  'supplier', 'manufacturer', 'provider', 'licenses', 'evidence', 'externalReferences', 'components', 'services',
]) // prettier-ignore
const PARTY = new Keys(['name', 'url'])
const LICENCE_CHOICE = new Keys(['license', 'expression', 'acknowledgement'])
const LICENCE = new Keys(['id', 'name', 'url', 'text', 'acknowledgement'])
const ATTACHMENT = new Keys(['content', 'encoding'])
const LINK = new Keys(['type', 'url'])
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
  private root: Node | undefined
  private subject: Reading['subject']
  private components = 0

  constructor(scanner: JsonScanner, maxComponents: number) {
    this.scanner = scanner
    this.walk = new JsonWalk(scanner, this.collector.notes)
    this.maxComponents = maxComponents
  }

  read(): Reading {
    const { scanner, collector } = this
    this.walk.members(BOM, '', (name) => {
      if (name === 'specVersion') this.specVersion = this.version()
      else if (name === 'metadata') this.metadata()
      else if (name === 'components') this.walk.list('/components', (at) => this.component(at, 'component', false))
      else if (name === 'services') this.walk.list('/services', (at) => this.component(at, 'service', false))
      else if (name === 'dependencies') this.walk.list('/dependencies', () => this.dependency())
      else scanner.skip()
    })
    scanner.finish()
    if (this.specVersion === undefined) this.refuse('unknown')
    relate(collector, this.root)
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
      if (name === 'component') this.component('/metadata/component', 'root', false)
      else this.tools()
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

  private component(at: string, role: 'component' | 'service' | 'root', nested: boolean): void {
    const { scanner, collector } = this
    if (++this.components > this.maxComponents) throw scanner.problem('E3104', { limit: this.maxComponents }, at)
    const { line, column } = scanner.place()
    const seen = { source: 0, at, line, column }
    const slot = collector.reserve()
    const raw: RawComponent = {}
    const child = role !== 'root'
    this.walk.members(COMPONENT, at, (name) => {
      switch (name) {
        case 'bom-ref': return void (raw.bomRef = this.walk.text(at, name))
        case 'type': case 'name': case 'group': case 'version': case 'purl': case 'cpe': case 'scope': case 'publisher': case 'author':
          return void (raw[name] = this.walk.text(at, name))
        // names of persons; only `author` is kept, as evidence of organisations
        case 'authors': return scanner.skip()
        case 'supplier': case 'manufacturer': case 'provider': return void (raw[name] = this.party(at, name))
        case 'licenses': return void (raw.licences = this.licences(`${at}/licenses`, '/licenses'))
        case 'evidence':
          return this.walk.members(EVIDENCE, at, () => void (raw.observed = this.licences(`${at}/evidence/licenses`, '/evidence/licenses')))
        case 'externalReferences': return void (raw.links = this.links(at))
        case 'components': return this.walk.list(`${at}/components`, (inner) => this.component(inner, 'component', child))
        case 'services': return this.walk.list(`${at}/services`, (inner) => this.component(inner, 'service', child))
      }
    }, (name) => delete raw[(name === 'licenses' ? 'licences' : name === 'bom-ref' ? 'bomRef' : name) as keyof RawComponent]) // prettier-ignore
    collector.fill(slot, raw, seen, role, nested)
    if (role === 'root' && raw.name !== undefined) {
      if (raw.bomRef !== undefined) this.root = collector.node(raw.bomRef)
      this.subject = { name: raw.name, ...(raw.version && { version: raw.version }), ...(raw.purl && { purl: raw.purl }) }
    }
  }

  private party(at: string, field: string): RawParty {
    let name: string | undefined
    const urls: string[] = []
    this.walk.members(PARTY, `${at}/${field}`, (key) => {
      if (key === 'name') name = this.walk.text(`${at}/${field}`, key)
      else if (this.scanner.type() === 'array') this.walk.list('', () => push(urls, this.scanner.text()))
      else push(urls, this.scanner.text())
    })
    return { ...(name && { name }), urls }
  }

  private licences(at: string, suffix: string): SaidLicence[] {
    const said: SaidLicence[] = []
    this.walk.list(at, (_, index) => {
      const place = `${suffix}/${index}`
      let acknowledgement: string | undefined
      let found: Omit<SaidLicence, 'acknowledgement'> | undefined
      this.walk.members(LICENCE_CHOICE, `${at}/${index}`, (key) => {
        if (key === 'acknowledgement') acknowledgement = this.scanner.text()
        else if (key === 'expression') {
          const text = this.walk.text(`${at}/${index}`, key)
          if (text !== undefined) found = { text, as: 'expression', at: `${place}/expression` }
        } else {
          const inner = this.licence(`${at}/${index}/license`, `${place}/license`)
          found = inner.found
          acknowledgement ??= inner.acknowledgement
        }
      })
      if (found === undefined) return
      said.push(acknowledgement === 'declared' || acknowledgement === 'concluded' ? { ...found, acknowledgement } : found)
    })
    return said
  }

  private licence(at: string, suffix: string): { found: SaidLicence | undefined; acknowledgement: string | undefined } {
    const raw: Partial<Record<'id' | 'name' | 'url' | 'acknowledgement' | 'text' | 'encoding', string | undefined>> = {}
    this.walk.members(LICENCE, at, (key) => {
      if (key !== 'text') raw[key] = this.walk.text(at, key)
      else if (this.scanner.type() === 'string') raw.text = this.scanner.text()
      else this.walk.members(ATTACHMENT, `${at}/text`, (part) => void (raw[part === 'content' ? 'text' : part] = this.walk.text(`${at}/text`, part)))
    })
    return { found: licenceText(raw, suffix), acknowledgement: raw.acknowledgement }
  }

  private links(at: string): SaidLink[] {
    const links: SaidLink[] = []
    this.walk.list(`${at}/externalReferences`, (place, index) => {
      let type: string | undefined
      let url: string | undefined
      this.walk.members(LINK, place, (key) => {
        if (key === 'type') type = this.scanner.text()
        // most addresses tell nothing about the maker, and most tools write the type first
        else if (type !== undefined && LINK_KINDS[type] === undefined) this.scanner.skip()
        else url = this.scanner.text()
      })
      const kind = LINK_KINDS[type ?? '']
      if (url !== undefined && kind !== undefined) links.push({ kind, url, at: `/externalReferences/${index}/url` })
    })
    return links
  }

  private dependency(): void {
    const { collector, scanner } = this
    let ref: string | undefined
    const to: Node[] = []
    this.walk.members(DEPENDENCY, '/dependencies', (key) => {
      if (key === 'ref') ref = scanner.text()
      else
        this.walk.list('', () => {
          const target = scanner.text()
          if (target !== undefined) to.push(collector.node(target))
        })
    })
    if (ref === undefined) return
    const from = collector.node(ref)
    from.to = from.to === undefined ? to : from.to.concat(to)
  }
}

function push(list: string[], text: string | undefined): void {
  if (text !== undefined) list.push(text)
}
