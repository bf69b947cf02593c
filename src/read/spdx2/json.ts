import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { Keys } from '../json/keys.ts'
import { rereader } from '../json/reread.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { SpdxCollector } from './document.ts'
import { readPackage } from './json-package.ts'
import { LICENCE_FIELDS, type RawLicence } from './raw.ts'

const DOCUMENT = new Keys([
  'spdxVersion',
  'creationInfo',
  'documentNamespace',
  'externalDocumentRefs',
  'packages',
  'relationships',
  'documentDescribes',
  'hasExtractedLicensingInfos',
  'files',
  'snippets',
])
const CREATION = new Keys(['creators'])
const EXTERNAL = new Keys(['externalDocumentId', 'spdxDocument'])
const RELATIONSHIP = new Keys(['spdxElementId', 'relationshipType', 'relatedSpdxElement'])
const LICENCE = new Keys([...(Object.keys(LICENCE_FIELDS) as (keyof typeof LICENCE_FIELDS)[]), 'seeAlsos', 'crossRefs'])
const CROSS_REFERENCE = new Keys(['url'])

/** SPDX 2.1–2.3 as JSON, https://spdx.github.io/spdx-spec/v2.3/. The version may stand after everything else. */
export const spdxJson: Reader = {
  id: 'spdx-json',
  label: 'SPDX JSON 2.1–2.3',
  recognise: ({ json }) => json !== undefined && (json.has('spdxVersion') || json.get('SPDXID') === 'SPDXRef-DOCUMENT'),
  read: (bytes, options) => new SpdxJson(bytes, options).read(),
}

class SpdxJson {
  private readonly scanner: JsonScanner
  private readonly walk: JsonWalk
  private readonly maxPackages: number
  private readonly document: SpdxCollector
  /** Whether places in the file are asked for. */
  private readonly keeps: boolean
  private packages = 0

  constructor(bytes: Bytes, options: ReadOptions) {
    const keep = bytes.onward ? undefined : options.keep
    this.keeps = keep !== undefined
    const again = rereader(bytes, options.limits, (walk) => this.document.again(readPackage(walk, '')))
    this.document = new SpdxCollector(undefined, keep && ((item, from, to) => keep(item, again, from, to)))
    this.scanner = new JsonScanner(bytes, options.limits, options.progress)
    this.walk = new JsonWalk(this.scanner, this.document.notes)
    this.maxPackages = options.limits.components
  }

  read(): Reading {
    const { scanner, document, walk } = this
    walk.members(DOCUMENT, '', (name) => {
      switch (name) {
        case 'spdxVersion': return this.version()
        case 'creationInfo': return walk.members(CREATION, '/creationInfo', () => this.creators())
        case 'documentNamespace': return void (document.relations.ties.address = walk.text('', name))
        case 'externalDocumentRefs': return walk.list('/externalDocumentRefs', (at) => this.external(at))
        case 'packages': return walk.list('/packages', (at) => this.package(at))
        case 'relationships': return walk.list('/relationships', () => this.relationship())
        case 'documentDescribes': return walk.list('/documentDescribes', () => describe(scanner.text()))
        case 'hasExtractedLicensingInfos': return walk.list('/hasExtractedLicensingInfos', (at) => this.licence(at))
        case 'files': case 'snippets': return this.passOver(name)
      }
    }) // prettier-ignore
    scanner.finish()
    if (document.specVersion === undefined) document.edition(undefined, (params) => scanner.problem('E3203', params))
    return document.reading('spdx-json')

    function describe(ref: string | undefined): void {
      if (ref !== undefined) document.relations.describe(ref)
    }
  }

  /** One alone is no list in the files of some tools. */
  private creators(): void {
    const { scanner, document } = this
    if (scanner.type() === 'string') document.creator(scanner.text())
    else this.walk.list('/creationInfo/creators', () => document.creator(scanner.text()))
  }

  private external(at: string): void {
    const said: Partial<Record<(typeof EXTERNAL.names)[number], string | undefined>> = {}
    this.walk.members(EXTERNAL, at, (name) => void (said[name] = this.walk.text(at, name)))
    this.document.relations.ties.document(said.externalDocumentId, said.spdxDocument)
  }

  private version(): void {
    const { place } = this.scanner.problem('E3203')
    this.document.edition(this.scanner.scalar(), (params) => new Problem('E3203', params, place))
  }

  private package(at: string): void {
    const { scanner, walk } = this
    if (++this.packages > this.maxPackages) throw scanner.problem('E3104', { limit: this.maxPackages }, at)
    const seen = { at, ...scanner.place() }
    const from = this.keeps ? scanner.offset() : 0
    const raw = readPackage(walk, at)
    this.document.add(raw, seen, from, this.keeps ? scanner.after() : 0)
  }

  private relationship(): void {
    const said: Partial<Record<(typeof RELATIONSHIP.names)[number], string | undefined>> = {}
    this.walk.members(RELATIONSHIP, '/relationships', (name) => void (said[name] = this.scanner.text()))
    const { spdxElementId: from, relationshipType: type, relatedSpdxElement: to } = said
    if (from !== undefined && type !== undefined && to !== undefined) this.document.relations.add(from, type, to)
  }

  private licence(at: string): void {
    const { walk } = this
    const addresses: (string | undefined)[] = []
    const raw: RawLicence = { addresses }
    walk.members(
      LICENCE,
      at,
      (name) => {
        if (name === 'seeAlsos') walk.list(`${at}/${name}`, () => void addresses.push(this.scanner.text()))
        else if (name === 'crossRefs')
          walk.list(`${at}/${name}`, (one) => walk.members(CROSS_REFERENCE, one, (url) => void addresses.push(walk.text(one, url))))
        else raw[LICENCE_FIELDS[name]] = walk.text(at, name)
      },
      (name) => name !== 'seeAlsos' && name !== 'crossRefs' && delete raw[LICENCE_FIELDS[name]],
    )
    this.document.licences.define(raw)
  }

  private passOver(name: 'files' | 'snippets'): void {
    if (!this.walk.begins('array', '', `/${name}`)) return
    for (; this.scanner.element(); this.document.files++) this.scanner.skip()
  }
}
