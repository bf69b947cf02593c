import type { Lookup } from './lookup.ts'
import type { Openness } from '../../model/register.ts'
import { meaningOf } from './meaning.ts'
import { COMMON_NOTICE } from './left-over.ts'
import { prose } from './normalise.ts'
import { SURE, wordy, type Reading, type Step } from './reading.ts'
import { isOffered, restrictionIn, stemOf } from './restricting.ts'
import { format, join, leaves, type LicenceNode } from './tree.ts'

/** What a name is worth whose text is that of another licence. */
const CONTRADICTED = 0.6
/** A shorter text is a reference to the licence, or a notice of copyright. */
const SHORT_WORDS = 60
const LINE_WORDS = 14
/** What a site asks of its visitors says nothing of what is offered there. */
const OF_SITES = 'LicenseRef-terms-of-service'
const NOTICE = /^\s*(?:copyright\b|\(c\))/

/**
 * A name or an identifier with the text that stands beside it. A name that says nothing is read by its text; of an open one the text
 * takes away: words that restrict count beside it, another licence lowers the confidence. No licence of a name becomes more open by a text.
 */
export function withText(own: Reading, text: string, read: (text: string) => Reading, lookup: Lookup): Reading {
  const { openness } = meaningOf(own.node, lookup)
  if (openness === 'unknown') return unknownWith(own, read(text), lookup)
  const words = prose(text)
  if (openness !== 'open' || !/[\p{L}\p{N}]/u.test(words.replace(COMMON_NOTICE, ''))) return own
  const said = read(text)
  if (said.silent) return own
  const meant = meaningOf(said.node, lookup).openness
  if (meant === 'open') return agreed(own, said, lookup)
  if (isOther(own, said, words, meant)) return limited(own, said, CONTRADICTED)
  const { node, shown, parts } = restrictionIn(text, own.node, read, lookup)
  if (node !== undefined) return limited(own, { ...said, node, by: ['text', 'veto'], confidence: SURE.veto }, shown ? 1 : CONTRADICTED)
  if (parts === true) return { ...own, confidence: own.confidence * CONTRADICTED }
  return shown || !wordy(words, SHORT_WORDS) ? own : { ...own, confidence: Math.min(own.confidence, SURE.assumed) }
}

/** Other terms than those of the name: by their own name or beginning, or in no more than a line. */
function isOther(own: Reading, said: Reading, words: string, meant: Openness): boolean {
  if (meant !== 'restricted' && meant !== 'proprietary') return false
  if (said.by.includes('text')) return !said.by.includes('veto') && !shares(own, said)
  const isNotice = format(said.node) === 'LicenseRef-all-rights-reserved' && NOTICE.test(words.replace(COMMON_NOTICE, ''))
  if (isOffered(said.node, words)) return false
  return !said.by.includes('veto') || (!wordy(words, LINE_WORDS) && !isNotice)
}

/**
 * The same with its address: one of closed terms counts beside an open name, another may name the version that the name leaves open.
 * Whose site it is says nothing beside a licence that is named: makers of closed software publish open one, too.
 */
export function withAddress(own: Reading, address: Reading, lookup: Lookup): Reading {
  const { openness } = meaningOf(own.node, lookup)
  if (openness === 'unknown') return unknownWith(own, address, lookup)
  const isTerms = address.byVendor !== true && format(address.node) !== OF_SITES
  if (openness === 'open' && isClosed(address, lookup) && isTerms) return limited(own, address, 1)
  return own.assumes.length > 0 ? exacter(own, address) : own
}

/** Another licence behind the address does not count. */
function exacter(own: Reading, address: Reading): Reading {
  const stem = ({ node }: Reading) => (node.kind === 'licence' ? node.id.split('-')[0] : undefined)
  const isSame = stem(own) !== undefined && stem(own) === stem(address)
  return isSame && address.assumes.length === 0 ? { ...address, by: [...own.by, ...address.by] } : own
}

/**
 * A name of which nobody knows what it allows, with its text or address. What cannot be read is no silence, whatever its file is called.
 * Words that forbid an open reading are not taken back, nor does what stands beside say which of several licences holds.
 */
function unknownWith(own: Reading, said: Reading, lookup: Lookup): Reading {
  const known = licencesOf(own).filter((one) => meaningOf(one, lookup).openness !== 'unknown')
  const isSaid = known.every((one) => shares({ ...own, node: one }, said) || isSameKind({ ...own, node: one }, said))
  const isGuess = said.byVendor === true && known.length > 0
  if (own.by.includes('veto') || known.length > 1 || !isSaid) return isClosed(said, lookup) && !isGuess ? limited(own, said, 1) : own
  return meaningOf(said.node, lookup).openness !== 'unknown' || (own.silent && !said.silent) ? said : own
}

function isClosed({ node }: Reading, lookup: Lookup): boolean {
  const { openness } = meaningOf(node, lookup)
  return openness === 'restricted' || openness === 'proprietary'
}

/** Both hold. */
function limited(own: Reading, said: Reading, factor: number): Reading {
  return {
    node: join('and', [own.node, said.node]),
    by: [...new Set<Step>([...own.by, ...said.by])],
    confidence: Math.min(own.confidence || said.confidence, said.confidence) * factor,
    assumes: own.assumes,
  }
}

/** Two open readings: the text may tell which version is meant. */
function agreed(own: Reading, said: Reading, lookup: Lookup): Reading {
  if (shares(own, said))
    return own.assumes.length === 0 ? own : { ...own, confidence: Math.max(own.confidence, said.confidence), assumes: [] }
  const [ours, theirs] = [own, said].map(({ node }) => meaningOf(node, lookup).family)
  if (theirs === 'unknown') return own
  if (ours === 'unknown' || licencesOf(own).every(({ id }) => id.startsWith('LicenseRef-')))
    return { ...said, by: [...new Set<Step>([...own.by, ...said.by])] }
  if (isSameKind(own, said)) return own.assumes.length === 0 ? own : { ...said, by: [...new Set<Step>([...own.by, ...said.by])] }
  return ours === theirs
    ? { ...own, confidence: Math.min(own.confidence, said.confidence) * CONTRADICTED }
    : limited(own, said, CONTRADICTED)
}

function licencesOf({ node }: Reading): LicenceNode[] {
  return leaves(node).filter((leaf) => leaf.kind === 'licence')
}

function shares(own: Reading, said: Reading): boolean {
  const ids = new Set(licencesOf(own).map(({ id }) => id))
  return licencesOf(said).some(({ id }) => ids.has(id))
}

/** One licence in two versions of which either may be meant, or two wordings of it. */
function isSameKind(own: Reading, said: Reading): boolean {
  const versionless = (one: LicenceNode) => one.id.replace(/-(?:only|or-later)$/, '')
  return licencesOf(own).some((one) =>
    licencesOf(said).some((other) => {
      if (versionless(one) === versionless(other)) return true
      if (stemOf(one.id) !== stemOf(other.id)) return false
      return (
        own.assumes.length > 0 || said.assumes.length > 0 || one.plus === true || one.id.endsWith('-or-later') || !/-only$/.test(one.id)
      )
    }),
  )
}
