import type { Item, ItemKind, SaidLink } from '../../model/item.ts'
import { parsePurl } from '../../model/purl.ts'
import { Keys } from '../json/keys.ts'
import type { Names } from '../json/names.ts'
import { END } from '../json/scanner.ts'
import type { JsonWalk } from '../json/walk.ts'
import { BIT } from '../tr03183/tally.ts'
import { itemOf } from './item.ts'
import { placeOf, readLicences } from './json-licences.ts'
import { licenceLink, LINK_KINDS, RawComponent, Statements, type RawParty } from './raw.ts'
import { readContacts, readProperties, readSha512, REFERENCES } from './tr03183.ts'

const COMPONENT = new Keys([
  'bom-ref', 'type', 'name', 'group', 'version', 'purl', 'cpe', 'scope', 'publisher', 'author', 'authors',
  'supplier', 'manufacturer', 'provider', 'licenses', 'evidence', 'externalReferences', 'components', 'services', 'properties', 'swid',
]) // prettier-ignore
type ComponentMember = (typeof COMPONENT.names)[number]
/** Where a member is kept. */
const KEPT: Readonly<Record<ComponentMember, keyof RawComponent | undefined>> = {
  'bom-ref': 'bomRef', type: 'type', name: 'name', group: 'group', version: 'version', purl: 'purl', cpe: 'cpe', scope: 'scope',
  publisher: 'publisher', author: 'author', authors: undefined, supplier: 'supplier', manufacturer: 'manufacturer', provider: 'provider',
  licenses: 'licences', evidence: 'observed', externalReferences: 'links', components: undefined, services: undefined, properties: undefined, swid: undefined,
} // prettier-ignore
const PARTY = new Keys(['name', 'url', 'contact'])
const LINK = new Keys(['type', 'url', 'hashes'])
const EVIDENCE = new Keys(['licenses'])

/** The members of components and services. */
export class ComponentMembers {
  private readonly walk: JsonWalk
  private readonly refs: Names
  /** Reads those that lie in the component at `at`. */
  private readonly inner: (list: 'components' | 'services', at: string) => void

  constructor(walk: JsonWalk, refs: Names, inner: (list: 'components' | 'services', at: string) => void) {
    this.walk = walk
    this.refs = refs
    this.inner = inner
  }

  /** The next value, an object. The loop is written out: it runs for every member of every component. */
  read(at: string): RawComponent {
    const { walk } = this
    const { scanner } = walk
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
      else this.member(COMPONENT.names[key]!, raw, at)
      once |= bit
    }
    // a member that stands twice says nothing that could be relied on
    if (again !== 0)
      for (const name of COMPONENT.names.filter((_, key) => (again & (1 << key)) !== 0)) {
        const kept = KEPT[name]
        if (kept !== undefined) Object.assign(raw, { [kept]: undefined })
      }
    return raw
  }

  private member(name: ComponentMember, raw: RawComponent, at: string): void {
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
      case 'authors': this.walk.scanner.skip(); break
      case 'supplier': case 'manufacturer': case 'provider': raw[name] = this.party(at, name); break
      case 'licenses': raw.licences = readLicences(walk, at, '/licenses'); break
      case 'evidence': walk.members(EVIDENCE, at, () => void (raw.observed = readLicences(walk, at, '/evidence/licenses'))); break
      case 'externalReferences': raw.links = this.links(at, raw); break
      case 'properties': raw.bits |= readProperties(this.walk.scanner); break
      case 'swid': raw.bits |= BIT.identifiers; this.walk.scanner.skip(); break
      case 'components': case 'services': this.inner(name, at); break
    } // prettier-ignore
  }

  party(at: string, field: string): RawParty {
    let name: string | undefined
    const urls: string[] = []
    let mail: true | undefined
    this.walk.members(PARTY, `${at}/${field}`, (key) => {
      if (key === 'name') name = this.walk.text(`${at}/${field}`, key)
      else if (key === 'contact') mail = readContacts(this.walk.scanner)
      else if (this.walk.scanner.type() === 'array') this.walk.list('', () => push(urls, this.walk.scanner.text()))
      else push(urls, this.walk.scanner.text())
    })
    return { ...(name && { name }), urls, ...(mail && { mail }) }
  }

  private links(at: string, raw: RawComponent): SaidLink[] {
    const { walk } = this
    const { scanner } = walk
    const links: SaidLink[] = []
    const linked = new Statements()
    if (!walk.begins('array', at, '/externalReferences')) return links
    for (let index = 0; scanner.element(); index++) {
      let type: string | undefined
      let url: string | undefined
      let there = false
      let sha512 = false
      if (!walk.begins('object', at, '/externalReferences')) continue
      for (let key = scanner.key(LINK); key !== END; key = scanner.key(LINK)) {
        if (LINK.names[key] === 'type') type = scanner.text()
        else if (LINK.names[key] === 'hashes' && (type === undefined || REFERENCES.has(type))) sha512 = readSha512(scanner)
        else if (LINK.names[key] !== 'url') scanner.skip()
        // most addresses tell nothing about the maker, and most tools write the type first
        else if (type !== undefined && type !== 'license' && LINK_KINDS[type] === undefined) {
          there = scanner.type() === 'string'
          scanner.skip()
        } else url = scanner.text()
      }
      const field = REFERENCES.get(type ?? '')
      if (field !== undefined) raw.bits |= (there || url ? field.url : 0) | (sha512 ? field.hash : 0)
      if (url !== undefined && type === 'license') linked.add(licenceLink(url, placeOf('/externalReferences', index, '/url')))
      const kind = LINK_KINDS[type ?? '']
      if (url !== undefined && kind !== undefined) links.push({ kind, url, at: placeOf('/externalReferences', index, '/url') })
    }
    if (!linked.isEmpty) raw.linked = linked.all
    return links.slice()
  }

  private reference(at: string, field: string): number | undefined {
    if (this.walk.scanner.type() === 'string') return this.walk.scanner.nameIn(this.refs)
    this.walk.text(at, field)
    return undefined
  }
}

const push = (list: string[], text: string | undefined) => text !== undefined && list.push(text)

/** The next value, a component that was read before, without those that lie in it. */
export function readComponent(walk: JsonWalk, refs: Names, kind: ItemKind): Item | undefined {
  const raw = new ComponentMembers(walk, refs, () => walk.scanner.skip()).read('')
  const purl = raw.purl === undefined ? undefined : parsePurl(raw.purl)
  const name = raw.name ?? purl?.name
  return name === undefined ? undefined : itemOf(raw, purl, kind, name, { source: 0, at: '' })
}
