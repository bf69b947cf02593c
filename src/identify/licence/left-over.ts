import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import type { Coverage, Run } from './whole.ts'
import type { Wording } from './wording.ts'

/** A title, or what a copy puts into a gap of its licence. */
export const TITLE_WORDS = 14
/** Who holds the copyright, and since when; several names stand in one notice. */
const NOTICE_WORDS = 18
/** Before less of a licence than this, a title could be anything. */
export const GRANT_WORDS = 8
/** Copies of long texts differ in an address or a number. */
const EDITED_WORDS = 4
const LONG_TEXT = 500
/** Stands in nearly every licence text and says nothing there. */
export const COMMON_NOTICE = /all rights reserved|alle rechte vorbehalten/g
const NOTICE = /(?:\b(?:portions|parts) )?\bcopyright(?:ed)?\b/
/** Who is not liable for what is worded in many ways, and restricts nobody. */
export const DISCLAIMER = /\b(?:warrant(?:y|ies|s|ed)?\b|liab(?:le|ilit)|damages?\b|as is\b|gewähr(?:leist|\b)|haft(?:et|en|bar|ung))/
/** What a licence of patents permits. */
export const PATENT_GRANT = /\b(?:offer to sell sell|sell offer to sell|sell offer for sale|offer for sale sell)\b|\bperpetual(?= (?:worldwide|nonexclusive|irrevocable|royaltyfree|nocharge))|(?<=(?:worldwide|nonexclusive|irrevocable|royaltyfree) )perpetual\b/g // prettier-ignore
/** Asks for or forbids something, we do not know what. */
export const CONDITION = /\b(?:must|shall not|may not|may only|can ?not|only (?:if|when|where|after|while|in|within|under)|as long as|on condition|provided that|are required to|darf|dürfen|muss|müssen|nur|sofern|solange)\b/ // prettier-ignore

/** Words of a text that stand neither in the licence nor in what every copy has beside it: title, notices of copyright, a disclaimer. */
export function leftOver(text: Wording, coverage: Coverage, lookup: Lookup): Wording {
  const kept = coverage.runs.flatMap((run) => sentences(text, run).filter((part) => !isUsual(text, part, coverage, lookup)))
  const left = wordsIn(text, kept)
  return text.cut ? { ...left, words: [...left.words, '…'] } : left
}

/** All words of a text in which a licence is not, with what is usual beside licences. */
export function uncovered(text: Wording, { runs }: Coverage): Wording {
  return wordsIn(text, runs)
}

function wordsIn({ words, sentences, signs, cut }: Wording, runs: readonly Run[]): Wording {
  const pick = <T>(of: readonly T[]): T[] => runs.flatMap(({ from, to }) => of.slice(from, to))
  return { words: pick(words), sentences: pick(sentences), signs: runs.map(({ from, to }) => signs.slice(from, to)).join(''), cut }
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
  const isTold = notices.every((notice) => count(notice) <= NOTICE_WORDS && isSilent(notice, lookup))
  if (!isTold) return false
  const words = count(before)
  if (words === 0) return true
  if (DISCLAIMER.test(sentenceOf(text, run)) && !restricts(before, lookup)) return notices.length === 0
  if (words > TITLE_WORDS) return false
  if (run.inGap || (run.replaces && words <= EDITED_WORDS && covered >= LONG_TEXT)) return isSilent(before, lookup)
  if (covered < GRANT_WORDS) return false
  return (run.from === 0 && isSilent(before, lookup)) || isOpenName(before, lookup)
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
