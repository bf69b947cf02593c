import { purlOf, type Item, type SaidLink } from '../../model/item.ts'
import { percentDecoded } from '../../model/purl.ts'
import { candidate, passesOn, type Candidate, type Clue, type Lookup } from '../clue.ts'
import type { Owner } from '../../model/register-index.ts'
import { isPackagedImage, PACKAGERS_OF_IMAGES } from '../names/purl-names.ts'

const STRENGTH = { repository: 0.65, website: 0.5, party: 0.6 } as const

/** The owner of the source repository, the website's domain, the parties' domains. Hosts of other people's work are in no register entry. */
export const linkClue: Clue = {
  id: 'link',
  find(item, lookup) {
    const { links = NONE, partyUrls } = item.said
    const source = item.purl === undefined ? undefined : sourceIn(item.purl)
    if (links.length === 0 && partyUrls === undefined && source === undefined) return NONE
    const found: Candidate[] = []
    const isPacked = item.purl !== undefined && isPackedImage(item)
    for (const link of links) {
      const hit = link.kind === 'distribution' ? undefined : locate(link, lookup)
      // whoever packs the software of others links to how it is packed
      if (hit === undefined || (isPacked && PACKAGERS_OF_IMAGES.has(hit.owner.organisation))) continue
      found.push(candidate(hit.owner, hit.strength, hit.stem, link.kind === 'vcs' ? 'repository' : 'website', 'links', link.url, link.at))
    }
    const packed = source === undefined ? undefined : locate(source, lookup)
    if (packed !== undefined) found.push(candidate(packed.owner, packed.strength, packed.stem, source!.kind === 'vcs' ? 'repository' : 'website', 'purl', item.purl!)) // prettier-ignore
    for (const url of item.line ? NONE : (partyUrls ?? NONE)) {
      const host = hostOf(url)
      const hit = host === undefined ? undefined : lookup.namespaces.owner('domain', host)
      if (hit === undefined || passesOn(lookup.organisations.get(hit.owner.organisation)!) !== 'no') continue
      found.push(candidate({ organisation: hit.owner.organisation }, STRENGTH.party, hit.entry, 'party-domain', 'supplier', url))
    }
    return found
  },
}

const NONE: readonly never[] = []

function isPackedImage(item: Item): boolean {
  const purl = purlOf(item)
  return purl !== undefined && isPackagedImage(purl, item.purl!)
}

/** What a purl says of where its source lies, https://github.com/package-url/purl-spec (qualifiers). */
const SOURCE = /[?&](vcs|download)_url=([^&#]+)/

function sourceIn(purl: string): SaidLink | undefined {
  const [, kind, url] = (purl.includes('_url=') && SOURCE.exec(purl)) || []
  return url === undefined ? undefined : { kind: kind === 'vcs' ? 'vcs' : 'website', url: percentDecoded(url), at: '' }
}

function locate({ url }: SaidLink, lookup: Lookup): { owner: Owner; strength: number; stem: string } | undefined {
  if (url.length > LONGEST_URL) return undefined
  const { namespaces } = lookup
  const repository = repositoryOn(url)
  if (repository !== undefined) {
    const hit = namespaces.owner('github', repository)
    return hit === undefined ? undefined : { owner: hit.owner, strength: STRENGTH.repository, stem: repository }
  }
  const host = hostOf(url)
  if (host === undefined) return undefined
  let denied: readonly string[] | undefined
  if (namespaces.isCodeHost(host)) {
    const path = url.replace(/^[a-z+]+:\/\/([^/@]*@)?/i, '')
    const hits = namespaces.find('gitlab', path)
    if (hits.owner !== undefined) return { owner: hits.owner.owner, strength: STRENGTH.repository, stem: path }
    denied = hits.denied
  }
  const hit = namespaces.owner('domain', host)
  // „codeberg.org/alice/…“: whose site it is lets others publish there
  return hit === undefined || denied?.includes(hit.owner.organisation) === true
    ? undefined
    : { owner: { organisation: hit.owner.organisation }, strength: STRENGTH.website, stem: hit.entry }
}

/** Longer ones lead nowhere: browsers and servers cut them. */
const LONGEST_URL = 2048
const GITHUB = 'github.com'
const REPOSITORY = /(?:^|[/@.])github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/#?].*)?$/i

/** `owner/name` on the code host, however the address is written. */
function repositoryOn(url: string): string | undefined {
  return url.includes(GITHUB) ? REPOSITORY.exec(url)?.[1] : undefined
}

const HOST = /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i

function hostOf(url: string): string | undefined {
  return HOST.exec(url.trim())?.[1]?.toLowerCase()
}
