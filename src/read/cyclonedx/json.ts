import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Keys } from '../json/keys.ts'
import { Names } from '../json/names.ts'
import { rereader } from '../json/reread.ts'
import { END, JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { atLeast, isMoment, isSerialNumber } from '../tr03183/tally.ts'
import { shortened } from '../many-notes.ts'
import { Collector, FIELDS, type Role } from './collect.ts'
import { Generator, type RawTool } from './generator.ts'
import { ComponentMembers, readComponent } from './json-component.ts'
import type { Lies } from './levels.ts'
import { SPEC_VERSIONS } from './raw.ts'
import { hasContact, readAny, readCompositions } from './tr03183.ts'

const BOM = new Keys([
  'bomFormat', 'specVersion', 'serialNumber', 'metadata', 'components', 'services', 'dependencies', 'compositions', 'vulnerabilities',
]) // prettier-ignore
const METADATA = new Keys(['component', 'tools', 'timestamp', 'manufacturer'])
/** What it `provides` are standards that it follows, and nothing that it needs. */
const DEPENDENCY = new Keys(['ref', 'dependsOn'])
const TOOL = new Keys(['name', 'version', 'group', 'vendor', 'components'])

/** CycloneDX JSON 1.2–1.7, https://cyclonedx.org/specification/overview/. */
export const cyclonedxJson: Reader = {
  id: 'cyclonedx-json',
  label: 'CycloneDX JSON 1.2–1.7',
  recognise: (head) => head.json?.get('bomFormat') === 'CycloneDX',
  read: (bytes, options) => new CycloneDxJson(bytes, options).read(),
}

class CycloneDxJson {
  private readonly scanner: JsonScanner
  private readonly walk: JsonWalk
  private readonly maxComponents: number
  private readonly collector: Collector
  private readonly members: ComponentMembers
  /** Whether places in the file are asked for. */
  private readonly keeps: boolean
  /** What is read just now: those that lie in it are nested, but for those in the root. */
  private outer: Role = 'root'
  private specVersion: string | undefined
  private readonly generator = new Generator()
  private root: number | undefined
  private subject: Reading['subject']
  private components = 0

  constructor(bytes: Bytes, options: ReadOptions) {
    const { limits, progress } = options
    const keep = bytes.onward ? undefined : options.keep
    this.keeps = keep !== undefined
    const refs = new Names()
    const again = rereader(bytes, limits, (walk, kind) => readComponent(walk, refs, kind))
    this.collector = new Collector(refs, keep && ((item, from, to) => keep(item, again, from, to)))
    this.scanner = new JsonScanner(bytes, limits, progress)
    this.walk = new JsonWalk(this.scanner, this.collector.notes)
    this.members = new ComponentMembers(this.walk, refs, (list, at) => {
      this.walk.list(`${at}/${list}`, (inner) =>
        this.component(inner, list === 'services' ? 'service' : 'component', this.outer === 'root' ? 'root' : 'inside'),
      )
    })
    this.maxComponents = limits.components
  }

  read(): Reading {
    const { scanner, collector } = this
    const { says } = collector.tally
    this.walk.members(BOM, '', (name) => {
      if (name === 'specVersion') this.specVersion = this.version()
      else if (name === 'metadata') this.metadata()
      else if (name === 'components') this.walk.list('/components', (at) => this.component(at, 'component', 'outermost'))
      else if (name === 'services') this.walk.list('/services', (at) => this.component(at, 'service', 'outermost'))
      else if (name === 'dependencies') this.walk.list('/dependencies', () => this.dependency())
      else if (name === 'compositions') readCompositions(this.walk, (refs) => collector.composed(refs))
      else if (name === 'serialNumber') says.uri = isSerialNumber(scanner.text())
      else if (name === 'vulnerabilities') says.vulnerabilities = readAny(scanner)
      else scanner.skip()
    })
    scanner.finish()
    if (this.specVersion === undefined) this.refuse('unknown')
    collector.concludeGraph(this.root, this.subject?.purl)
    if (this.subject === undefined) collector.note('W-NO-ROOT', '/metadata')
    return {
      format: 'cyclonedx-json',
      specVersion: this.specVersion!,
      ...(this.generator.text && { generator: this.generator.text }),
      encoding: 'utf-8',
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
      if (name === 'component') this.component('/metadata/component', 'root', 'outermost')
      else if (name === 'tools') this.tools()
      else if (name === 'timestamp') says.timestamp = isMoment(this.scanner.text())
      else says.creator = hasContact(this.members.party('/metadata', name))
    })
  }

  /** An array of tools up to 1.4; an object of components and services since 1.5. */
  private tools(): void {
    const tool = () => {
      const raw: Partial<Record<keyof RawTool, string | undefined>> = {}
      this.walk.members(TOOL, '/metadata/tools', (key) => {
        if (key === 'components') this.walk.list('/metadata/tools/components', tool)
        else raw[key] = this.scanner.text()
      })
      this.generator.take(raw)
    }
    if (this.scanner.type() === 'array') this.walk.list('', tool)
    else tool()
  }

  private component(at: string, role: Role, lies: Lies): void {
    const { scanner, collector, walk } = this
    if (++this.components > this.maxComponents) throw scanner.problem('E3104', { limit: this.maxComponents }, at)
    const { line, column } = scanner.place()
    if (scanner.type() !== 'object') return walk.wrong(at)
    const from = this.keeps ? scanner.offset() : 0
    const slot = collector.reserve()
    const { outer } = this
    this.outer = role
    const raw = this.members.read(at)
    this.outer = outer
    collector.fill(slot, raw, { source: 0, at, line, column }, role, lies, from, this.keeps ? scanner.after() : 0)
    if (role === 'root' && raw.name !== undefined) {
      if (raw.bomRef !== undefined) this.root = raw.bomRef
      this.subject = { name: raw.name, ...(raw.version && { version: raw.version }), ...(raw.purl && { purl: raw.purl }) }
    }
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
}
