import { foldLater, withoutDate } from './normalise.ts'
import type { JoinNode } from './tree.ts'

/** Pieces of a list that people wrote with other signs than SPDX operators, and what the signs between them mean. */
export interface Pieces {
  readonly kind: JoinNode['kind']
  readonly pieces: readonly string[]
  /** The sign may be part of a name: only if every piece is known it was a separator. */
  readonly allKnown: boolean
  /** `Dual-licensed` stood before it: a choice, if every piece is a licence. */
  readonly dual?: true
}

/** From the loosest to the tightest. A comma reads as AND; a slash stands for a choice as often as for all together. */
const SEPARATORS: readonly { readonly kind: JoinNode['kind']; readonly pattern: RegExp }[] = [
  { kind: 'and', pattern: /[,;]/g },
  { kind: 'or', pattern: / (?:or|oder) | ?\|\|? ?/gi },
  { kind: 'and', pattern: / (?:and|und|&&?|\+) /gi },
  { kind: 'either', pattern: / ?\/ ?/g },
]
/** Signs that may be part of a name: only if every piece is known were they separators. */
const UNSURE: typeof SEPARATORS = [
  { kind: 'either', pattern: /\+(?=[A-Za-z])/g },
  { kind: 'or', pattern: /[-_]or[-_]/gi },
  { kind: 'and', pattern: /[-_]and[-_]/gi },
  { kind: 'and', pattern: / /g },
]
/** More words than this are no list without signs. */
const MOST_WORDS = 5
/** `Dual MIT/GPL`, `dual-licensed under MIT and Apache`: between licences that is a choice. */
const DUAL = /^(?:dual|multi|triple|tri)[- ]?(?:licen[cs](?:e|ed|ing))?(?: under)?:? +(?! )(?:the )?(?=.*(?:\/| and |,| & ))/i
const LEADING_OR = /^(?:or|oder) /i
const LEADING_AND = /^(?:and|und|&) /i
const COMMA_INSIDE =
  /,(?= *(?:(?:versions?|ver\.?|v\.?|release) *\d|with\b|(?:inc|llc|ltd|gmbh|corp|ag)\b|\d+(?:\.\d+)* *(?:[,;/)]|$|and\b|or\b)|\d[- ]clause))/gi

/** Makes what looks like an operator but is none safe: `or later`, `License, Version 2.0`, `w/`. */
export function prepare(text: string): string {
  return foldLater(withoutDate(text))
    .replace(COMMA_INSIDE, '')
    .replace(/\band\/or\b/gi, '/')
    .replace(/, (or|and),(?= )/gi, ' $1')
    .replace(/\bw\/ ?/gi, 'with ')
    .replace(/ +/g, ' ')
}

/** Cuts at the loosest separators that stand outside brackets and addresses; `undefined` if there are none. */
export function split(text: string): Pieces | undefined {
  const dual = DUAL.test(text)
  const whole = text.replace(DUAL, '')
  const masked = mask(whole)
  for (const [at, { kind, pattern }] of SEPARATORS.entries()) {
    const pieces = cut(whole, masked, pattern)
    if (pieces.length < 2) continue
    const choice = (at === 0 && pieces.some((piece) => LEADING_OR.test(piece))) || (dual && kind === 'either')
    const bare = pieces.map((piece) => piece.replace(LEADING_OR, '').replace(LEADING_AND, '').trim()).filter((piece) => piece !== '')
    return { kind: choice ? 'or' : kind, pieces: bare, allKnown: false, ...(dual && { dual }) }
  }
  if (masked.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return undefined
  const unsure = UNSURE.map(({ kind, pattern }) => ({ kind, pieces: cut(whole, masked, pattern) })).find(({ pieces }) => pieces.length > 1)
  return unsure && { ...unsure, kind: dual && unsure.kind === 'either' ? 'or' : unsure.kind, allKnown: true, ...(dual && { dual }) }
}

/** `(A or B)` → `A or B`, if the brackets are one pair round the whole. */
export function unwrap(text: string): string | undefined {
  return text.length > 2 && /^\(.*\)$/.test(text) && !/[^\0()]/.test(mask(text)) && closesAtEnd(text) ? text.slice(1, -1).trim() : undefined
}

function closesAtEnd(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    if (depth === 0) return false
  }
  return true
}

/** Same length; what stands in brackets or in an address is blotted out. */
function mask(text: string): string {
  let depth = 0
  let masked = ''
  for (const sign of text.replace(/\b(?:https?:\/\/|www\.)[^\s,;)>]+/gi, (url) => '\0'.repeat(url.length)).split('')) {
    if (sign === ')' && depth > 0) depth--
    masked += depth > 0 ? '\0' : sign
    if (sign === '(') depth++
  }
  return masked
}

function cut(text: string, masked: string, pattern: RegExp): string[] {
  const pieces: string[] = []
  let from = 0
  for (const found of masked.matchAll(pattern)) {
    pieces.push(text.slice(from, found.index).trim())
    from = found.index + found[0].length
  }
  pieces.push(text.slice(from).trim())
  return pieces.filter((piece) => piece !== '')
}

/** `GPL-2.0 with classpath exception`, `GPL-2.0-with-classpath-exception` → the licence and what is granted or asked beside it. */
export function splitWith(text: string): readonly [licence: string, beside: string] | undefined {
  const found = /^(.+?)(?: with | plus |-with-)(.+)$/i.exec(text)
  return found === null ? undefined : [found[1]!.trim(), found[2]!.trim()]
}

/** `Name (ACRONYM)` → what stands outside and inside of the brackets. */
export function brackets(text: string): { readonly outer: string; readonly inner: string } | undefined {
  const found = /^([^()]+)\(([^()]+)\)([^()]*)$/.exec(text)
  return found === null
    ? undefined
    : { outer: `${found[1]!.trim()} ${found[3]!.replace(/^[,.]/, '').trim()}`.trim(), inner: found[2]!.trim() }
}

/** `The Apache License <https://…>` → the words and the address. */
export function address(text: string): { readonly words: string; readonly url: string } | undefined {
  const at = text.search(/[\s(<:-]https?:\/\/[^\s)>]+(?:[)>][)>.]*)?$/i)
  if (at < 1) return undefined
  return { words: text.slice(0, at).replace(/[\s(<:-]+$/, ''), url: text.slice(at + 1).replace(/[)>.]+$/, '') }
}
