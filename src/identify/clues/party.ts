import { purlOf, type Field, type Item, type Said } from '../../model/item.ts'
import { candidate, passesOn, type Candidate, type Clue, type Lookup } from '../clue.ts'
import { BY_NAME_ALONE, mayBeNamesake } from '../names/legal-form.ts'
import { cleanParty, PACKERS } from '../names/party.ts'
import { bareName, wordsOf } from '../names/comparable.ts'
import { isPackagedImage, isRepackedModel, PACKAGERS_OF_IMAGES } from '../names/purl-names.ts'
import { tableOf } from '../../model/table.ts'

/** How much a named party shows. A supplier may be anybody in the chain, an author is often a person. */
const STRENGTHS: readonly { readonly field: Field & ('manufacturer' | 'provider' | 'supplier' | 'publisher' | 'author'); readonly strength: number; readonly lines: boolean }[] = [
  { field: 'manufacturer', strength: 0.9, lines: true },
  { field: 'provider', strength: 0.9, lines: false },
  { field: 'publisher', strength: 0.75, lines: true },
  { field: 'supplier', strength: 0.75, lines: false },
  { field: 'author', strength: 0.5, lines: false },
] // prettier-ignore
/** Beside whoever made or published it a supplier only passed it on: Realtek's driver from Dell. */
const BESIDE_MAKER = 0.5
/** A name that only adds group words („Microsoft Deutschland“) shows a little less than the same name. */
const LONGER_NAME = 0.9
/** A product stands for its maker: „QNX“, „Tableau“. */
const PRODUCT = 0.7
/** What remains where the party also passes on the work of others, as distributions do. */
const ALSO_PASSES_ON = 0.6
const PACKAGED = new Set(['deb', 'rpm', 'apk', 'alpm'])
/** Namespace of a system package → who builds the distribution. Beside its packages that name says who packed them. */
const DISTRIBUTORS = tableOf<readonly string[]>({
  redhat: ['red-hat', 'ibm'],
  rhel: ['red-hat', 'ibm'],
  centos: ['red-hat', 'ibm', 'centos'],
  fedora: ['red-hat', 'ibm', 'fedora'],
  suse: ['suse', 'opensuse'],
  sles: ['suse'],
  opensuse: ['suse', 'opensuse'],
  ubuntu: ['canonical'],
  amzn: ['aws', 'amazon'],
  amazon: ['aws', 'amazon'],
  ol: ['oracle'],
  oracle: ['oracle'],
  oraclelinux: ['oracle'],
  mariner: ['microsoft'],
  azurelinux: ['microsoft'],
  photon: ['vmware', 'broadcom'],
  wolfi: ['chainguard'],
  chainguard: ['chainguard'],
  proxmox: ['proxmox'],
})
/** Who fills a collection of the software of others is named beside all that lies in it. */
const COLLECTOR_OF_CONDA = 'anaconda'
/** Distributions that nobody owns. */
const COMMUNITY = new Set(['debian', 'alpine', 'arch', 'almalinux', 'rocky', 'openwrt', 'devuan', 'gentoo', 'void', 'postmarketos'])
/** A scanner that looked up the address of the network card: who made that has mostly not made the device. */
const BY_ADDRESS = /\bmac (?:vendor|address)|\boui\b/i
const OF_CHIP = 0.5
/** „con terra GmbH (Reseller)“ */
const RESELLER = /\((?:[^()]*\s)?(?:reseller|distributor|fachhändler|händler|vertriebspartner|vertrieb)\)/i
/** SPDX says it itself: a mail address shows where a person works, not who makes it. */
const PERSON = /^\s*person\s*:/i

/** Manufacturer, supplier, publisher and the like, by name or mail domain. */
export const partyClue: Clue = {
  id: 'party',
  find(item, lookup) {
    const found: Candidate[] = []
    let stated: string | undefined
    for (const { field, strength, lines } of STRENGTHS) {
      if (item.line && !lines) continue
      for (const raw of saidOf(item, field)) {
        const party = partyOf(raw, lookup)
        const hit = party.byName ?? (isPackager(item) ? undefined : party.byDomain)
        if (hit === undefined) continue
        const factor =
          party.resells || (party.packs && passesOn(lookup.organisations.get(hit.id)!) !== 'no') ? 0 : trust(item, lookup, hit.id, field)
        if (factor === 0) continue
        const weight = field === 'supplier' && stated !== undefined && stated !== hit.id ? strength * BESIDE_MAKER : strength
        found.push(
          candidate(
            { organisation: hit.id },
            Math.min(weight * hit.factor * factor, hit.most),
            item.also === undefined ? raw : field,
            field,
            field,
            raw,
          ),
        )
        if (field === 'manufacturer' || field === 'publisher') stated ??= hit.id
      }
    }
    return found
  },
}

const NONE: readonly string[] = []

/** All that statements about one thing say in a field. */
function saidOf({ said, also }: Item, field: keyof Said & (typeof STRENGTHS)[number]['field']): readonly string[] {
  const raw = said[field]
  if (also === undefined) return raw === undefined ? NONE : [raw]
  const others = also.get(field)?.keys() ?? []
  return [...new Set(raw === undefined ? others : [raw, ...others])]
}

/** Beside a package of a distribution stands who packs it, often with the address of an employer. */
function isPackager(item: Item): boolean {
  const purl = item.line ? undefined : purlOf(item)
  return purl?.namespace !== undefined && PACKAGED.has(purl.type) && (COMMUNITY.has(purl.namespace) || DISTRIBUTORS.has(purl.namespace))
}

/** What a party's name says by itself, whatever stands beside it. */
interface Party {
  readonly byName: Hit | undefined
  readonly byDomain: Hit | undefined
  readonly resells: boolean
  readonly packs: boolean
}

interface Hit {
  readonly id: string
  readonly factor: number
  /** All that it shows, however strong the field. */
  readonly most: number
}

/** The same few parties stand beside most components. */
const parties = new WeakMap<Lookup, Map<string, Party>>()
const MOST_PARTIES = 1 << 13

function partyOf(raw: string, lookup: Lookup): Party {
  let known = parties.get(lookup)
  if (known === undefined) parties.set(lookup, (known = new Map()))
  let party = known.get(raw)
  if (party === undefined) {
    if (known.size === MOST_PARTIES) known.clear()
    const byNames = byName(raw, lookup)
    party = {
      byName: byNames,
      byDomain: byNames === undefined ? byDomain(raw, lookup) : undefined,
      resells: RESELLER.test(raw),
      packs: PACKERS.test(raw),
    }
    known.set(raw, party)
  }
  return party
}

function hitOf(id: string, factor: number, raw: string, lookup: Lookup, daughter = false): Hit {
  return { id, factor, most: daughter || mayBeNamesake(raw, lookup.organisations.get(id)!) ? BY_NAME_ALONE : 1 }
}

function byName(raw: string, lookup: Lookup): Hit | undefined {
  const hit = lookup.names.find(raw)
  if (hit !== undefined) return hitOf(hit.id, hit.exact ? 1 : LONGER_NAME, raw, lookup, hit.daughter)
  const { name } = cleanParty(raw)
  const [product, ...others] = lookup.text.find(name)
  if (product?.owner.product === undefined || others.length > 0 || product.words < wordsOf(bareName(name)).length) return undefined
  return hitOf(product.owner.organisation, PRODUCT, raw, lookup)
}

function byDomain(raw: string, lookup: Lookup): Hit | undefined {
  const domain = PERSON.test(raw) ? undefined : cleanParty(raw).domain
  const hit = domain === undefined ? undefined : lookup.namespaces.owner('domain', domain)
  return hit === undefined ? undefined : hitOf(hit.owner.organisation, LONGER_NAME, raw, lookup)
}

function trust(item: Item, lookup: Lookup, id: string, field: Field): number {
  const purl = item.line ? undefined : purlOf(item)
  const packaged = purl !== undefined && PACKAGED.has(purl.type)
  const distributor = packaged ? (DISTRIBUTORS.get(purl.namespace ?? '') ?? []) : []
  if (distributor.includes(id) || (purl?.type === 'conda' && id === COLLECTOR_OF_CONDA)) return 0
  if (purl !== undefined && ((isPackagedImage(purl, item.purl!) && PACKAGERS_OF_IMAGES.has(id)) || isRepackedModel(purl))) return 0
  if (field === 'manufacturer' && BY_ADDRESS.test(item.said.description ?? '')) return OF_CHIP
  const organisation = lookup.organisations.get(id)!
  const passing = passesOn(organisation)
  if (item.kind === 'service' || passing === 'no') return 1
  // „Debian“ in a list's column of makers: what it makes is a distribution
  const isOfItsOwn = item.line === true && field === 'manufacturer' && organisation.products.length > 0
  if (passing === 'only' && !isOfItsOwn) return 0
  return ALSO_PASSES_ON * (packaged ? 0.5 : 1)
}
