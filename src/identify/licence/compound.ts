import { lowest } from '../../model/many.ts'
import { depth, DEPTH_LIMIT, withException } from './expression.ts'
import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { isUrl, prose } from './normalise.ts'
import { SURE, wordy, type Reading, type Step } from './reading.ts'
import { address, prepare, split, splitWith, unwrap, type Pieces } from './split.ts'
import { join, leaves, unread, type JoinNode, type Node } from './tree.ts'

/** Taking a list apart costs something; where the sign between the parts can mean two things, more. */
const SURE_COMPOUND: Readonly<Record<JoinNode['kind'], number>> = { and: 0.95, or: 0.95, either: 0.8 }
/** An unread part with more words than this is a sentence, and `or` in a sentence need not be a choice of licences. */
const PROSE_WORDS = 3
/** With more words than this an unread part makes the whole a text, not a list. */
const SENTENCE_WORDS = 8
/** Nor is it a list where a sentence ends within a part; `Inc.` ends none. */
const SENTENCE_END = /\p{L}{5}[.!?] \p{Lu}/u
/** No name of a licence has more words than this. */
const NAME_WORDS = 14
const UNKNOWN_EXCEPTION = /^(?:[\w.+ -]*\bexceptions?|[\w.-]+-exception[\w.+-]*)$/i
const ADDITION = /^(?:DocumentRef-[\w.-]+:)?AdditionRef-[\w.-]+$/

/** What a licence comes to with an addition of the document's own, by its id. */
export type WithAddition = (licence: Node, id: string) => Node

/** Reads a string that is made of several; `run` reads one part through all steps. */
export function readCompound(text: string, run: (part: string) => Reading, lookup: Lookup, add: WithAddition): Reading | undefined {
  if (isUrl(text) || depth(text) > DEPTH_LIMIT) return undefined
  const inner = unwrap(text)
  if (inner !== undefined) return run(inner)
  const linked = address(text)
  if (linked !== undefined) return beside(run(linked.words), run(linked.url), linked.words, lookup)
  const prepared = prepare(text)
  const pieces = split(prepared)
  if (pieces?.pieces.some((piece) => wordy(piece, NAME_WORDS))) return undefined
  const list = pieces === undefined ? undefined : readList(pieces, run, lookup)
  if (list !== undefined) return list === 'prose' ? undefined : list
  const [licence, granted] = splitWith(prepared) ?? []
  return licence === undefined || granted === undefined ? undefined : excepted(run(licence), granted, lookup, add)
}

function readList({ kind, pieces, allKnown, dual }: Pieces, run: (part: string) => Reading, lookup: Lookup): Reading | 'prose' | undefined {
  const read = new Map([...new Set(pieces)].map((piece) => [piece, run(piece)]))
  const parts = pieces.map((piece) => read.get(piece)!)
  const unsure = (part: Reading): boolean => part.confidence === 0 || part.by.includes('veto')
  const isProse = (piece: string): boolean => wordy(piece, SENTENCE_WORDS) || SENTENCE_END.test(piece)
  if (parts.some((part, at) => unsure(part) && isProse(pieces[at]!))) return 'prose'
  if (allKnown && parts.some((part) => !isKnown(part, lookup))) return undefined
  const isDoubtful = parts.some(vague) || isTrailing(parts.at(-1)!, pieces.at(-1)!, lookup)
  return joined(dual && !parts.some(unsure) ? 'or' : kind, parts, isDoubtful)
}

function joined(kind: JoinNode['kind'], parts: readonly Reading[], isDoubtful: boolean): Reading | undefined {
  const read = parts.filter((part) => part.confidence > 0)
  if (read.length === 0) return undefined
  const safe = kind === 'or' && isDoubtful ? 'either' : kind
  return {
    node: join(safe, parts.map((part) => part.node)), // prettier-ignore
    by: [...new Set<Step>(['compound', ...read.flatMap((part) => part.by)])],
    confidence: lowest(read.map((part) => part.confidence)) * SURE_COMPOUND[safe],
    assumes: [...new Set(read.flatMap((part) => part.assumes))],
  }
}

/** A licence by its own name; whose terms they are („MIT Microsoft“, „BSD Intel“) tells of none. */
function isKnown({ node, confidence, by }: Reading, lookup: Lookup): boolean {
  const { openness } = meaningOf(node, lookup)
  return confidence > 0 && (openness === 'open' || openness === 'restricted') && !by.includes('veto')
}

/** A sentence, or terms recognised by nothing but a word in it: no safe side of a choice. */
function vague(reading: Reading): boolean {
  return reading.by.includes('veto') || leaves(reading.node).some((leaf) => leaf.kind === 'unread' && wordy(leaf.text, PROSE_WORDS))
}

/** `MIT or Apache-2.0 (non-commercial)`: words behind the last of a choice may be about all of it. */
function isTrailing({ node }: Reading, piece: string, lookup: Lookup): boolean {
  if (node.kind === 'unread') return piece.includes(' ') && piece.split(' ').some((word) => lookup.exact(word) !== undefined)
  if (node.kind !== 'and' || piece.startsWith('(')) return false
  // behind closed terms they are about those
  if (meaningOf(leaves(node)[0]!, lookup).openness === 'proprietary') return false
  return leaves(node).some(
    (leaf) => leaf.kind === 'unread' || (leaf.id.startsWith('LicenseRef-') && meaningOf(leaf, lookup).openness !== 'open'),
  )
}

/** An address beside words: it counts where the words say nothing, and where it forbids more than they do. */
function beside(words: Reading, url: Reading, text: string, lookup: Lookup): Reading | undefined {
  if (url.confidence === 0) return words.confidence > 0 ? words : undefined
  if (words.confidence === 0) return wordy(text, PROSE_WORDS) || lookup.veto(prose(text)) !== undefined ? undefined : url
  return meaningOf(url.node, lookup).openness === 'open' ? words : joined('and', [words, url], false)
}

/** An exception that we do not know leaves the licence as open as it is; anything else beside a licence may take away from it. */
function excepted(licence: Reading, words: string, lookup: Lookup, add: WithAddition): Reading | undefined {
  if (licence.confidence === 0) return undefined
  const reading = (node: Node, confidence: number = SURE.exception): Reading => ({
    ...licence,
    node,
    by: [...new Set<Step>(['compound', ...licence.by, 'exception'])],
    confidence: Math.min(licence.confidence, confidence),
  })
  if (ADDITION.test(words)) return reading(add(licence.node, words))
  const id = lookup.exception(words)
  if (id !== undefined) return reading(withException(licence.node, id), licence.confidence)
  const terms = lookup.alias(words) ?? lookup.veto(prose(words))
  if (terms !== undefined) return reading(join('and', [licence.node, terms.node]))
  return reading(UNKNOWN_EXCEPTION.test(words) ? licence.node : join('and', [licence.node, unread(words)]))
}
