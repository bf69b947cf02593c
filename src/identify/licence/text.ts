import { COMMON_NOTICE, GRANT_WORDS, leftOver, PATENT_GRANT, TITLE_WORDS, uncovered } from './left-over.ts'
import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { prose } from './normalise.ts'
import { found, wordy, type Reading } from './reading.ts'
import type { Hit } from './register-tables.ts'
import { restrictionIn } from './restricting.ts'
import { format, join, unread, type Node } from './tree.ts'
import { joint, type Coverage } from './whole.ts'
import { wordingOf, type Wording } from './wording.ts'

/** Fewer words than this are a title or the first line of a text: what stands beside them is read otherwise. */
const SHORTEST_TEXT = 19
/** A licence text is known by how it begins; before that there is room for a title and copyright notices. */
const TEXT_START = 2000
/** So few words behind a beginning may agree with the licence by chance. */
const SIGNS_TOO_FEW = 2
/** Texts of several licences one after the other; more are a collection. */
const MOST_LICENCES = 4
/** What follows the title in the texts of well-known licences. */
const FIRST_HEADING = /(?<= )(?:1\. definitions|preamble|everyone is permitted to copy and distribute verbatim copies)\b/

type Begun = Hit & { readonly at: number; readonly end: number }

/**
 * A licence by its text. It begins as the licence does; of an open one the whole text is compared, because words that are added
 * restrict it: nothing may be left over beside the licence.
 */
export function readText(text: string, read: (line: string) => Reading, lookup: Lookup): Reading | undefined {
  const start = prose(text)
  const hit = lookup.body(start)
  const begun = hit !== undefined && hit.at <= TEXT_START ? hit : undefined
  if (begun !== undefined && meaningOf(begun.node, lookup).openness !== 'open') return closed(start, begun, lookup)
  const named = begun ?? titled(start, lookup)
  const isLong = wordy(start, SHORTEST_TEXT)
  if (named === undefined && !isLong) return undefined
  if (!isLong && begun !== undefined && isTooLittle(start.slice(begun.end))) return undefined
  const whole = readWhole(text, named, isLong, read, lookup)
  if (whole !== undefined || named === undefined) return whole
  return lookup.wholes().of(format(named.node)) === undefined && begun !== undefined ? byBeginning(start, begun, lookup) : undefined
}

/** A word or two behind the beginning that are no heading: by their signs alone one in 64 would pass for the licence's next. */
function isTooLittle(rest: string): boolean {
  const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words > 0 && words <= SIGNS_TOO_FEW && !FIRST_HEADING.test(rest)
}

/** The licence that leaves the least over; what is left over beside it is another licence, restricts it, or makes it unknown. */
function readWhole(
  whole: string,
  named: Hit | undefined,
  isLong: boolean,
  read: (line: string) => Reading,
  lookup: Lookup,
): Reading | undefined {
  const text = wordingOf(whole)
  const best = closest(text, named, isLong, lookup)
  if (best === undefined || (named === undefined && !best.complete)) return undefined
  // „Eclipse Public License - v 1.0; Kauflizenzen“: beside no more than a title anything may be said
  if (best.covered < GRANT_WORDS && uncovered(text, best).words.length > 0) return undefined
  const isNamed = named !== undefined && format(best.node) === format(named.node)
  const reading = found(isNamed ? named : { node: best.node }, 'text')!
  const left = best.left.words.join(' ')
  if (left === '') return reading
  if (!isLong) return undefined
  const beside = otherLicences(text, best, lookup)
  if (beside !== undefined) return { ...reading, node: join('and', [best.node, ...beside]) }
  const { node, isListing } = best.complete
    ? restrictionIn(whole, best.node, read, lookup)
    : { node: restrictingIn(left, lookup), isListing: false }
  // the licence is that of the work, and all that follows lists other works
  if (node === undefined && isListing) return reading
  if (node === undefined || node.kind === 'unread') return { ...reading, node: join('and', [best.node, unread(left)]) }
  return { ...reading, node: join('and', [best.node, node]), by: ['text', 'veto'] }
}

type Judged = Coverage & { readonly left: Wording }

function closest(text: Wording, named: Hit | undefined, isLong: boolean, lookup: Lookup): Judged | undefined {
  const wholes = lookup.wholes()
  const own = named === undefined ? undefined : wholes.of(format(named.node))
  const judge = (known: NonNullable<typeof own>): Judged => {
    const coverage = wholes.cover(text, known)
    return { ...coverage, left: leftOver(text, coverage, lookup) }
  }
  const first = own && judge(own)
  if (first?.left.words.length === 0 || !isLong) return first
  const rivals = wholes.rivals(text).filter((known) => known !== own)
  const weight = ({ left, complete }: Judged) => left.words.length + (complete ? 0 : 0.5)
  const [best] = rivals.map(judge).sort((a, b) => weight(a) - weight(b))
  return first === undefined || best?.left.words.length === 0 ? best : first
}

/** Whole licences that together with the first are all of a text; `undefined` where something is left over. */
function otherLicences(text: Wording, first: Coverage, lookup: Lookup): readonly Node[] | undefined {
  const wholes = lookup.wholes()
  const nodes: Node[] = []
  for (let together = first; nodes.length < MOST_LICENCES;) {
    const others = wholes.rivals(uncovered(text, together)).map((known) => wholes.cover(text, known))
    const [best] = others
      .filter(({ complete }) => complete)
      .map((other) => ({ node: other.node, both: joint(together, other) }))
      .sort((a, b) => b.both.covered - a.both.covered)
    if (best === undefined || best.both.covered <= together.covered) return undefined
    nodes.push(best.node)
    if (leftOver(text, best.both, lookup).words.length === 0) return nodes
    together = best.both
  }
  return undefined
}

/** Words that restrict anywhere in a text of which no whole licence is known. */
function restrictingIn(words: string, lookup: Lookup): Node | undefined {
  const plain = words.replace(PATENT_GRANT, ' ')
  const own = lookup.restriction(plain)
  return own !== undefined && meaningOf(own.node, lookup).openness !== 'unknown' ? own.node : forbidding(plain, lookup)?.node
}

/** A licence that is not open, by its beginning; its first line alone, where nothing stands beside it. */
function closed(start: string, begun: Begun, lookup: Lookup): Reading | undefined {
  const isSure = begun.assumes === undefined && wordy(start, SHORTEST_TEXT)
  return isSure || isFirstLine(start, begun, lookup) ? found(begun, 'text') : undefined
}

/** An open licence of which no more than the beginning is known, as somebody's own rules have them: words that restrict it count. */
function byBeginning(start: string, begun: Begun, lookup: Lookup): Reading | undefined {
  if (begun.assumes !== undefined || !wordy(start, SHORTEST_TEXT)) return closed(start, begun, lookup)
  const beside = `${start.slice(0, begun.at)} ${start.slice(begun.end)}`
  const restriction = restrictingIn(beside, lookup)
  const reading = found(begun, 'text')!
  return restriction === undefined ? reading : { ...reading, node: join('and', [reading.node, restriction]), by: ['text', 'veto'] }
}

/** Nothing but a grant, perhaps under a title and one copyright notice; what follows it could take it back. */
function isFirstLine(start: string, { at, end }: { readonly at: number; readonly end: number }, lookup: Lookup): boolean {
  const before = start.slice(0, at).replace(COMMON_NOTICE, '').trim()
  const grant = start.slice(at, end)
  return (
    wordy(grant, GRANT_WORDS) && !wordy(before, TITLE_WORDS) && /^[\s.,:;)]*$/.test(start.slice(end)) && lookup.veto(before) === undefined
  )
}

/** The title of a text whose first heading follows. */
function titled(start: string, lookup: Lookup): Hit | undefined {
  const end = start.search(FIRST_HEADING)
  const title = end > 0 ? start.slice(0, end).trim() : ''
  return title === '' ? undefined : (lookup.name(title) ?? lookup.alias(title))
}

/** A bare "not" or "only" is in every text; only words that tell of other terms count. */
function forbidding(text: string, lookup: Lookup): { readonly node: Node; readonly openness: string } | undefined {
  const veto = lookup.veto(text.replace(COMMON_NOTICE, ''))
  if (veto === undefined) return undefined
  const { openness } = meaningOf(veto.node, lookup)
  return openness === 'unknown' ? undefined : { node: veto.node, openness }
}
