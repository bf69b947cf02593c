import { COMMON_NOTICE, CONDITION, DISCLAIMER, leftOver, PATENT_GRANT, TITLE_WORDS, uncovered } from './left-over.ts'
import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { prose } from './normalise.ts'
import { standingOf } from './offers.ts'
import { isListing, isOfFolder, ITSELF, OF_PARTS } from './parts.ts'
import type { Reading } from './reading.ts'
import type { Hit } from './register-tables.ts'
import { leaves, format, unread, type Node } from './tree.ts'
import { joint, type Coverage, type Run } from './whole.ts'
import { wordingOf, type Wording } from './wording.ts'

/** Other licences that are looked for in one text; files with the licences of all parts have more. */
const MOST_OTHERS = 8
/** Nobody's name may be used to advertise, notices are kept, and nobody is liable: that restricts no use. Behind a notice itself anything may stand. */
const USUAL = new RegExp(
  String.raw`\b(?:endorse|promot|advertis|publicity|trademark|except in compliance with|copyright(?! (?:copyright )?(?:19|20)\d\d\b))|${DISCLAIMER.source}`,
)
/** So many words of the licence stand before and behind what was put into it; */
const AROUND = [1, 2, 3] as const
/** and so many times as many words has the whole sentence. */
const MOSTLY = 4
/** Without such a word `research` or `profit` stands in a name. */
const BINDING = /\b(?:for|under|use|used|uses|using|purposes?|only|solely|exclusively|not?|never|must|shall|may|cannot|without|prohibited|forbidden|permitted|allowed|requires?d?|needs?|more than|up to|restrict\w*|limit\w*|non\w+|sell|sold|für|zu|nur|nicht|kein\w*|darf|dürfen|ausschließlich|untersagt|verboten|erforder\w*)\b/ // prettier-ignore
/** Also where a text is one long line. */
const LINE_ENDS = /\n|(?<=[.;])\s/
/** As much of a text as is looked through line by line. */
const LINES_WITHIN = 65_536
/** A line that is a title and no part of a sentence. */
const SHORT_LINE = 6
/** With these the last line of many licences ends. */
const LAST_WORDS = /^(?:the )?software$/
/** What open licences say of themselves. */
const IN_ANY_TEXT = new Set(['LicenseRef-all-rights-reserved', 'LicenseRef-terms-of-service'])
/** Topics: what they mean depends on what is said of them. Other words that forbid speak for themselves. */
const TOPICS = new Set(['LicenseRef-noncommercial', 'LicenseRef-commercial', 'LicenseRef-terms-of-service'])
/** Other terms, which somebody may offer beside the licence. */
const PAID = 'LicenseRef-commercial'
const OFFERED = new Set([PAID, 'LicenseRef-proprietary', 'LicenseRef-evaluation'])
/** Words for them that are looked for in one sentence. */
const MOST_OFFERS = 8

export interface Restriction {
  /** What restricts, or what asks for something that is not known; `undefined` where nothing does. */
  readonly node: Node | undefined
  /** Whether the licence itself stands in the text. */
  readonly shown: boolean
  /** All that is left over lists other works, entry by entry. */
  readonly isListing: boolean
  /** Other works that the text lists are restricted. */
  readonly parts?: true
}

/**
 * What a text says beyond the open licences that stand in it, and beyond what every copy has: `named` is the licence beside the text.
 * Licences of other works that the text lists do not restrict that one. Where it is not sure of which work a sentence speaks, it is not
 * known what it does.
 */
export function restrictionIn(text: string, named: Node, read: (line: string) => Reading, lookup: Lookup): Restriction {
  const wording = wordingOf(text)
  const { together, shown } = openIn(wording, named, prose(text), lookup)
  const left = leftOver(wording, together, lookup)
  const line = lineIn(text, new Set(left.words), shown, read, lookup)
  if (line !== undefined) return { node: line, shown, isListing: false }
  const whole = sentencesOf(wording)
  const inserted = insertedIn(wording, together)
  let unclear: string | undefined
  let ofParts = false
  let restricted = false
  for (const [at, sentence] of sentencesOf(left)) {
    const from: number = ofParts ? 0 : shown ? (OF_PARTS.exec(sentence)?.index ?? sentence.length) : sentence.length
    const words = sentence.slice(0, from).replace(COMMON_NOTICE, '').replace(PATENT_GRANT, ' ')
    const isUsual = USUAL.test(whole.get(at)!)
    const isWithin = !isUsual && inserted.has(at)
    const { node, offered } = restricting(words, isWithin, lookup)
    const ofFolder = shown && isOfFolder(words)
    if (node !== undefined && node.kind !== 'unread' && !ofFolder) return { node, shown, isListing: false }
    const asks = !isUsual && !offered && CONDITION.test(words)
    if (unclear === undefined && words !== '' && (node !== undefined || isWithin || asks)) unclear = words
    const rest: string = sentence.slice(from).replace(COMMON_NOTICE, '')
    ofParts ||= rest !== ''
    if (isUsual || rest === '' || restricting(rest, false, lookup).node === undefined) continue
    restricted = true
    if (ITSELF.test(rest)) unclear ??= rest
  }
  return {
    node: unclear === undefined ? undefined : unread(unclear),
    shown,
    ...(restricted && { parts: true }),
    isListing: shown && ofParts && !restricted && isListing(text, left.words, (name) => isOpen(read(name).node, lookup)),
  }
}

/** Whose work it is names no terms. */
const NOTICE_LINE = /^\W*(?:copyright|\(c\)|©)\W.{0,8}(?:19|20)\d\d/i

/** Terms that are named on a line of their own, of words that are left over. */
function lineIn(
  text: string,
  left: ReadonlySet<string>,
  shown: boolean,
  read: (line: string) => Reading,
  lookup: Lookup,
): Node | undefined {
  for (const line of text.slice(0, LINES_WITHIN).split(LINE_ENDS)) {
    const { words } = wordingOf(line)
    if (shown && OF_PARTS.test(words.join(' '))) return undefined
    if (words.length === 0 || words.length > TITLE_WORDS || !words.every((word) => left.has(word))) continue
    if (LAST_WORDS.test(words.join(' ')) || NOTICE_LINE.test(line)) continue
    const { node, by } = read(line)
    const isTerms = !by.includes('veto') || (words.length <= SHORT_LINE && !USUAL.test(line.toLowerCase()))
    if (isTerms && isClosed(node, lookup) && !isOffered(node, words.join(' ')) && (by.includes('url') || !IN_ANY_TEXT.has(format(node))))
      return node
  }
  return undefined
}

function isOpen(node: Node, lookup: Lookup): boolean {
  return meaningOf(node, lookup).openness === 'open'
}

function isClosed(node: Node, lookup: Lookup): boolean {
  const { openness } = meaningOf(node, lookup)
  return openness === 'restricted' || openness === 'proprietary'
}

/** `offered`: the words tell of other terms that one may have instead, and ask for nothing. */
interface Judged {
  readonly node: Node | undefined
  readonly offered: boolean
}

/**
 * `isWithin`: the words stand in a sentence of the licence, and narrow what that one grants. The node is unread where it is not known
 * what they ask for.
 */
function restricting(words: string, isWithin: boolean, lookup: Lookup): Judged {
  const isBinding = isWithin || BINDING.test(words)
  let hit = hitIn(words, words, isBinding, lookup)
  let [rest, offers] = [words, 0]
  for (; hit !== undefined && offers < MOST_OFFERS && isOffered(hit.node, words); offers++) {
    rest = rest.replaceAll(hit.word, ' ').replace(/ {2,}/g, ' ')
    hit = hitIn(rest, words, isBinding, lookup)
  }
  return { node: hit?.node, offered: offers > 0 }
}

/** The first words that restrict, and what they come to. */
function hitIn(words: string, sentence: string, isBinding: boolean, lookup: Lookup): (Hit & { readonly word: string }) | undefined {
  const veto = lookup.veto(words)
  if (veto !== undefined && isKnown(veto.node, lookup) && (isBinding || !TOPICS.has(format(veto.node)))) return veto
  const hit = isBinding ? lookup.restriction(words) : undefined
  if (hit === undefined || !isKnown(hit.node, lookup)) return undefined
  return format(hit.node) === PAID && standingOf(sentence) === 'unclear' ? { ...hit, node: unread(sentence) } : hit
}

/** Whether the words offer what a text says beside its licence, and ask for nothing. */
export function isOffered(node: Node, words: string): boolean {
  return leaves(node).some((leaf) => OFFERED.has(format(leaf))) && standingOf(words) === 'offered'
}

function isKnown(node: Node, lookup: Lookup): boolean {
  return meaningOf(node, lookup).openness !== 'unknown'
}

/** How far the named licences go with the text, and with them other whole open ones. */
function openIn(text: Wording, named: Node, start: string, lookup: Lookup): { readonly together: Coverage; readonly shown: boolean } {
  const wholes = lookup.wholes()
  const begun = lookup.body(start)?.node
  const own = leaves(named).flatMap((leaf) => (leaf.kind === 'licence' ? [leaf] : []))
  const stems = new Set(own.map(({ id }) => stemOf(id)))
  let shown = false
  let together: Coverage = {
    node: named,
    runs: [{ from: 0, to: text.words.length, inGap: false, replaces: false }],
    covered: 0,
    complete: false,
  }
  const take = (other: Coverage): void => {
    together = together.covered === 0 ? other : joint(together, other)
    shown ||= stems.has(stemOf(format(other.node)))
  }
  for (const leaf of own) {
    const known = wholes.of(leaf.id)
    const coverage = known && wholes.cover(text, known)
    if (coverage?.complete || (coverage && begun !== undefined && format(begun) === leaf.id)) take(coverage)
  }
  for (let n = 0; n < MOST_OTHERS; n++) {
    const [best] = wholes
      .rivals(uncovered(text, together))
      .filter(({ node }) => meaningOf(node, lookup).openness === 'open')
      .map((known) => wholes.cover(text, known))
      .filter(({ complete }) => complete)
      .sort((a, b) => joint(together, b).covered - joint(together, a).covered)
    if (best === undefined || joint(together, best).covered <= together.covered) break
    take(best)
  }
  return { together, shown }
}

/** By their numbers. */
function sentencesOf({ words, sentences }: Wording): ReadonlyMap<number, string> {
  return new Map([...Map.groupBy(words, (_, i) => sentences[i] ?? -1)].map(([at, all]) => [at, all.join(' ')]))
}

/** Sentences of a licence in whose midst a few other words stand, where it has no gap for them. */
function insertedIn({ words, sentences }: Wording, { runs }: Coverage): ReadonlySet<number> {
  const all = Map.groupBy(words, (_, i) => sentences[i] ?? -1)
  const left = new Map<number, number>()
  for (const { from, to } of runs) for (let i = from; i < to; i++) left.set(sentences[i]!, (left.get(sentences[i]!) ?? 0) + 1)
  const isIn = (run: Run, at: number, sentence: number) => sentences[at] === sentence && (at < run.from || at >= run.to)
  const inserted = runs.filter((run) => {
    const sentence = sentences[run.from]!
    return !run.inGap && AROUND.every((step) => isIn(run, run.from - step, sentence) && isIn(run, run.to - 1 + step, sentence))
  })
  const isQuoted = (sentence: number) => all.get(sentence)!.length >= MOSTLY * left.get(sentence)!
  return new Set(inserted.map(({ from }) => sentences[from]!).filter(isQuoted))
}

/** `GPL` of `GPL-2.0-only`: what a licence is called without its version and clauses. */
export function stemOf(id: string): string {
  return id.split('-', 1)[0]!
}
