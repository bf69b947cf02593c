import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import type { Coverage, Run } from './whole.ts'
import type { Wording } from './wording.ts'

/** A title, or what a copy puts into a gap of its licence. */
export const TITLE_WORDS = 14
/** Who holds the copyright, and since when; several names stand in one notice. */
const NOTICE_WORDS = 18
/** Names of so many notices are sought in gaps and disclaimers. */
const MOST_HOLDERS = 32
/** Before less of a licence than this, a title could be anything. */
export const GRANT_WORDS = 8
/** Copies of long texts differ in an address or a number. */
const EDITED_WORDS = 4
const LONG_TEXT = 500
/** Stands in nearly every licence text and says nothing there. */
export const COMMON_NOTICE = /all rights reserved|alle rechte vorbehalten/g
const NOTICE = /(?:\b(?:portions|parts) )?\bcopyright(?:ed)?\b/
/** Who is not liable for what is worded in many ways, and restricts nobody. */
export const DISCLAIMER =
  /\b(?:warrant(?:y|ies|s|ed)?\b|liab(?:le|ilit)|damages?\b|as is\b|gewähr\b|haft(?:et|en|bar))|gewährleist|haftung|schadenersatz|schadensersatz/
/** What a licence of patents permits. */
export const PATENT_GRANT = /\b(?:offer to sell sell|sell offer to sell|sell offer for sale|offer for sale sell)\b|\bperpetual(?= (?:worldwide|nonexclusive|irrevocable|royaltyfree|nocharge))|(?<=(?:worldwide|nonexclusive|irrevocable|royaltyfree) )perpetual\b/g // prettier-ignore
/** Asks for or forbids something, we do not know what. */
export const CONDITION = /\b(?:must|shall not|may not|may only|can ?not|only (?:if|when|where|after|while|in|within|under)|as long as|on condition|provided that|are required to|darf|dürfen|muss|müssen|nur|sofern|solange)\b/ // prettier-ignore
/** „Institute for Research“ is a name, „Jane Doe, for Research“ a condition. */
const OF_CLAUSE = /^(?:for|für)$/
/** No name, also in capitals. */
const CLAUSE = /, (?:for|für)(?!\p{L})|\b(?:use[sd]?|using|be|not|only|purposes?|licen[cs]e[sd]?|permitted|allowed|prohibited|forbidden|granted|without|sale|sell|sold|editions?|versions?|cop(?:y|ies)|non\p{L}+|commercial\p{L}*|nur für|nicht|kein\p{L}*|werden|ohne|außer)(?!\p{L})/u // prettier-ignore

/** Words of a text that stand neither in the licence nor in what every copy has beside it: title, notices of copyright, a disclaimer. */
export function leftOver(text: Wording, coverage: Coverage, lookup: Lookup): Wording {
  const parts = coverage.runs.flatMap((run) => sentences(text, run))
  const holders = parts.flatMap((part) => holdersIn(text, part, lookup)).slice(0, MOST_HOLDERS)
  const isHolder = (part: Run) => (part.inGap || DISCLAIMER.test(sentenceOf(text, part))) && isWithin(said(text, part), holders)
  const kept = parts.filter((part) => !isUsual(text, part, coverage, lookup) && !(holders.length > 0 && isHolder(part)))
  const left = wordsIn(text, kept)
  return text.cut ? { ...left, words: [...left.words, '…'] } : left
}

/** All words of a text in which a licence is not, with what is usual beside licences. */
export function uncovered(text: Wording, { runs }: Coverage): Wording {
  return wordsIn(text, runs)
}

function wordsIn({ words, sentences, signs, cut, written }: Wording, runs: readonly Run[]): Wording {
  const pick = <T>(of: readonly T[]): T[] => runs.flatMap(({ from, to }) => of.slice(from, to))
  return {
    words: pick(words),
    sentences: pick(sentences),
    signs: runs.map(({ from, to }) => signs.slice(from, to)).join(''),
    cut,
    written: () => pick(written()),
  }
}

/** Words in a gap are one name, whatever dots stand in it. Of others each sentence is looked at by itself. */
function sentences(text: Wording, run: Run): readonly Run[] {
  if (run.inGap && run.to - run.from <= TITLE_WORDS) return [run]
  const parts: Run[] = []
  for (let from = run.from, to = from + 1; from < run.to; from = to, to++) {
    while (to < run.to && text.sentences[to] === text.sentences[from]) to++
    parts.push({ ...run, from, to, inGap: false })
  }
  return run.from === 0 ? titleFirst(text, parts) : parts
}

/** A title ends where the licence begins, not at a dot. */
function titleFirst(text: Wording, parts: readonly Run[]): readonly Run[] {
  const to = parts.at(-1)!.to
  return to <= TITLE_WORDS && !NOTICE.test(said(text, { from: 0, to })) ? [{ ...parts[0]!, to }] : parts
}

function isUsual(text: Wording, run: Run, { covered }: Coverage, lookup: Lookup): boolean {
  const [before = '', ...notices] = said(text, run).replace(COMMON_NOTICE, '').split(NOTICE)
  if (notices.some((notice) => count(notice) > NOTICE_WORDS)) return false
  const asked = notices.filter((notice) => !isSilent(notice, lookup))
  if (asked.length > holdersIn(text, run, lookup).length) return false
  const words = count(before)
  if (words === 0) return true
  if (DISCLAIMER.test(sentenceOf(text, run)) && !restricts(before, lookup)) return notices.length === 0
  if (words > TITLE_WORDS) return false
  if (run.inGap || (run.replaces && words <= EDITED_WORDS && covered >= LONG_TEXT)) return isSilent(before, lookup)
  if (covered < GRANT_WORDS) return false
  return (run.from === 0 && isSilent(before, lookup)) || isOpenName(before, lookup)
}

/** Of notices of copyright in these words those that would ask for something if they held no names: each without the word. */
function holdersIn(text: Wording, run: Run, lookup: Lookup): readonly string[] {
  const starts = text.words.slice(run.from, run.to).flatMap((word, i) => (/^copyright(?:ed)?$/.test(word) ? [run.from + i + 1] : []))
  return starts.flatMap((from, i) => {
    const notice = { from, to: starts[i + 1] ?? run.to }
    const words = said(text, notice).replace(COMMON_NOTICE, '')
    return count(words) <= NOTICE_WORDS && !isSilent(words, lookup) && isOfNames(text, notice, lookup) ? [words] : []
  })
}

function isWithin(words: string, notices: readonly string[]): boolean {
  return notices.some((notice) => ` ${notice} `.includes(` ${words} `))
}

/** „Nur Hidayat“, „Institute for Research“: in a notice words are names that would be conditions in a sentence. What follows it is none. */
function isOfNames(text: Wording, { from, to }: Pick<Run, 'from' | 'to'>, lookup: Lookup): boolean {
  let end = from
  while (end < to && text.sentences[end] === text.sentences[from]) end++
  if (!isSilent(said(text, { from: end, to }).replace(COMMON_NOTICE, ''), lookup)) return false
  const spelt = text.words.slice(from, end).map((word, i) => ({ word, ...text.written()[from + i]! }))
  const clauses = spelt
    .map(({ word, parted, asName }) => (OF_CLAUSE.test(word) && (parted || asName) ? `, ${word}` : word))
    .join(' ')
    .replace(COMMON_NOTICE, '')
  const names = spelt.filter(({ asName }) => asName).map(({ word }) => word)
  const others = spelt.filter(({ asName }) => !asName).map(({ word }) => word)
  return names.length > 0 && !CLAUSE.test(clauses) && lookup.veto(clauses) === undefined && isSilent(others.join(' '), lookup)
}

function restricts(words: string, lookup: Lookup): boolean {
  const hit = lookup.restriction(words)
  return hit !== undefined && meaningOf(hit.node, lookup).openness !== 'unknown'
}

/** Nothing in it restricts, takes back, asks for something or makes an exception. */
function isSilent(words: string, lookup: Lookup): boolean {
  return !CONDITION.test(words) && lookup.restriction(words) === undefined && lookup.veto(words) === undefined
}

function isOpenName(title: string, lookup: Lookup): boolean {
  const hit = lookup.name(title) ?? lookup.alias(title)
  return hit !== undefined && meaningOf(hit.node, lookup).openness === 'open'
}

function said({ words }: Wording, { from, to }: Pick<Run, 'from' | 'to'>): string {
  return words.slice(from, to).join(' ')
}

/** The whole sentence in which the words stand. */
function sentenceOf({ words, sentences }: Wording, { from, to }: Run): string {
  let start = from
  let end = to
  while (start > 0 && sentences[start - 1] === sentences[from]) start--
  while (end < words.length && sentences[end] === sentences[to - 1]) end++
  return words.slice(start, end).join(' ')
}

function count(words: string): number {
  return words.split(' ').filter((word) => word !== '').length
}
