import { depth, DEPTH_LIMIT, parseExpression, withException, type Resolve } from './expression.ts'
import type { Hit, Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { isUrl, plain, prose, TEXT_LIMIT } from './normalise.ts'
import { address, brackets, prepare, split, splitWith, unwrap } from './split.ts'
import { join, leaves, unread, type Node } from './tree.ts'

/** In the order in which they are tried. */
export const STEPS = ['silence', 'exact', 'case', 'name', 'url', 'alias', 'compound', 'text', 'veto'] as const
export type Step = (typeof STEPS)[number] | 'reference' | 'exception'

/** How far each step is to be trusted; a reading is as sure as the weakest of its parts. */
const SURE = { exact: 0.99, case: 0.97, name: 0.95, url: 0.9, alias: 0.9, assumed: 0.7, text: 0.85, reference: 0.6, exception: 0.7, veto: 0.75 } as const
/** Taking a list apart costs something; where the sign between the parts can mean two things, more. */
const SURE_COMPOUND = { and: 0.95, or: 0.95, either: 0.8 } as const
/** An unread part with more words than this is a sentence, and `or` in a sentence need not be a choice of licences. */
const PROSE_WORDS = 3
/** With more words than this an unread part makes the whole a text, not a list. */
const SENTENCE_WORDS = 8
/** No name of a licence has more words than this. */
const TEXT_WORDS = 14
/** No text that grants something has fewer words. */
const SHORTEST_TEXT = 19
/** A licence text is known by how it begins; before that there is room for a title and copyright notices. */
const TEXT_START = 2000
/** A text shorter than this is no whole licence: any word in it that forbids an open reading counts. */
const WHOLE_TEXT_WORDS = 60
/** A word that forbids an open reading is looked for in this much of a recognised licence text. */
const TEXT_HEAD = 1000
/** Stands in nearly every licence text and says nothing there. */
const COMMON_NOTICE = /all rights reserved|alle rechte vorbehalten/g
const UNKNOWN_EXCEPTION = /^(?:[\w.+ -]*\bexceptions?|[\w.-]+-exception[\w.+-]*|AdditionRef-[\w.-]+)$/i
/** Of the Python package index; its last part is the licence. */
const CLASSIFIER = /^licen[cs]e ::(?: (?:OSI|DFSG) approved ::)? ?([^,;:]+)$/i
const VERSION = /^v?\d[\d.]*\+?$/i
const ABBREVIATION = /^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,6}[\s-]?v?[\d.]*\+?$/
/** Who coined a `LicenseRef-`, not what it means. */
const REFERENCE_PREFIX = /^LicenseRef-(?:(?:scancode|callaway|fedora|rhel|cavil|opensuse|nonspdx)-)?/i

export interface Reading {
  readonly node: Node
  readonly by: readonly Step[]
  /** 0 where nothing could be read. */
  readonly confidence: number
  readonly assumes: readonly string[]
  /** The document says that it says nothing. */
  readonly silent?: true
}

/** `LicenseRef-…` → what the document itself says about it: a name or the beginning of the text. */
export type References = Readonly<Record<string, string>>

export interface Steps {
  /** One string, through all steps. */
  read(text: string, references?: References): Reading
  /** One step alone, for explanations. */
  take(step: (typeof STEPS)[number], text: string): Reading | undefined
}

export function createSteps(lookup: Lookup): Steps {
  const take: Readonly<Record<(typeof STEPS)[number], (text: string, references: References) => Reading | undefined>> = {
    silence: (text) => (lookup.silent(text) ? { ...nothing(text), by: ['silence'], silent: true } : undefined),
    exact: (text, references) => expression(text, 'exact', references),
    case: (text, references) => expression(recased(text), 'case', references),
    name: (text) => found(tabled(text, lookup.name), 'name'),
    url: (text) => (isUrl(text) ? found(lookup.url(text), 'url') : undefined),
    alias: (text) => found(tabled(text, lookup.alias) ?? tabled(text, (part) => lookup.name(part) ?? lookup.alias(part)), 'alias'),
    compound: (text, references) => compound(text, references),
    text: (text) => (wordy(text, SHORTEST_TEXT) ? body(text) : undefined),
    veto: (text) => found(lookup.veto(prose(text)), 'veto'),
  }

  const run = (text: string, references: References): Reading => {
    for (const step of STEPS) {
      const reading = take[step](text, references)
      if (reading !== undefined) return reading
    }
    return nothing(text)
  }
  return {
    read: (text, references = {}) => run(plain(text), references),
    take: (step, text) => take[step](plain(text), {}),
  }

  function expression(text: string, step: 'exact' | 'case', references: References): Reading | undefined {
    const by = new Set<Step>([step])
    let confidence: number = SURE[step]
    const resolve: Resolve = (id, plus) => {
      const known = lookup.exact(id, plus)
      if (known !== undefined || !id.includes('LicenseRef-')) return known
      const reading = reference(id, references)
      reading?.by.forEach((one) => by.add(one))
      if (reading !== undefined) confidence = Math.min(confidence, reading.confidence)
      return reading?.node
    }
    const node = lookup.exact(text) ?? parseExpression(text, resolve)
    return node && { node, by: [...by], confidence: node.kind === 'unread' ? 0 : confidence, assumes: [] }
  }

  /** The document's own words first; else the reference's name, if it is one that we know. */
  function reference(id: string, references: References): Reading | undefined {
    const own = references[id]
    if (own !== undefined) {
      const reading = run(plain(own), {})
      if (!reading.silent && reading.confidence > 0) return { ...reading, by: ['reference', ...reading.by] }
    }
    const name = id.replace(/^.*:/, '').replace(REFERENCE_PREFIX, '')
    const hit = [id, name, name.replace(/-$/, '+')].map((one) => lookup.name(one) ?? lookup.alias(one)).find((one) => one !== undefined) ?? lookup.veto(prose(name))
    return hit && { node: hit.node, by: ['reference'], confidence: SURE.reference, assumes: [] }
  }

  function recased(text: string): string {
    return text.replace(/[A-Za-z0-9][A-Za-z0-9.-]*/g, (word) => lookup.recase(word) ?? word.replace(/^licenseref-/i, 'LicenseRef-'))
  }

  function found(hit: Hit | undefined, step: 'name' | 'url' | 'alias' | 'text' | 'veto'): Reading | undefined {
    if (hit === undefined) return undefined
    const assumed = hit.assumes !== undefined
    return { node: hit.node, by: [step], confidence: assumed ? Math.min(SURE.assumed, SURE[step]) : SURE[step], assumes: assumed ? [hit.assumes!] : [] }
  }

  /** Looks a text up as it stands, as the last part of a classifier, and without an abbreviation in brackets. */
  function tabled(text: string, table: (text: string) => Hit | undefined): Hit | undefined {
    const last = CLASSIFIER.exec(text)?.[1]
    const hit = (last === undefined ? undefined : tabled(last, table)) ?? table(text)
    const parts = hit === undefined ? brackets(text) : undefined
    return parts === undefined ? hit : bracketed(parts.outer, parts.inner, table)
  }

  /** `GNU GPL (GPLv3)`: the more exact of the two; unless both are open, both count. What is not known in brackets forbids a reading. */
  function bracketed(outer: string, inner: string, table: (text: string) => Hit | undefined): Hit | undefined {
    const outside = table(outer)
    if (outside === undefined) return table(`${outer} ${inner}`)
    const inside = lookup.name(inner) ?? lookup.alias(inner)
    if (inside === undefined) return VERSION.test(inner) ? table(`${outer} ${inner}`) : ABBREVIATION.test(inner) ? outside : undefined
    const open = [outside, inside].every((hit) => meaningOf(hit.node, lookup).openness === 'open')
    if (!open) return { node: join('and', [outside.node, inside.node]) }
    return outside.assumes === undefined ? outside : inside
  }

  /** Terms that stand before a known text, or restrict it at its beginning, apply beside it. */
  function body(text: string): Reading | undefined {
    const start = prose(text)
    const hit = lookup.body(start)
    if (hit === undefined || hit.at > TEXT_START) return undefined
    const reading = found(hit, 'text')!
    if (meaningOf(hit.node, lookup).openness !== 'open') return reading
    if (!wordy(start, WHOLE_TEXT_WORDS) && forbidding(start) !== undefined) return undefined
    const within = forbidding(start.slice(hit.at, TEXT_HEAD))
    const veto = forbidding(start.slice(0, hit.at)) ?? (within?.openness === 'restricted' ? within : undefined)
    return veto === undefined ? reading : { ...reading, node: join('and', [reading.node, veto.node]), by: ['text', 'veto'] }
  }

  /** A bare "not" or "only" is in every text; only words that tell of other terms count. */
  function forbidding(text: string): { readonly node: Node; readonly openness: string } | undefined {
    const veto = lookup.veto(text.replace(COMMON_NOTICE, ''))
    const openness = veto === undefined ? 'unknown' : meaningOf(veto.node, lookup).openness
    return veto === undefined || openness === 'unknown' ? undefined : { node: veto.node, openness }
  }

  function compound(text: string, references: References): Reading | undefined {
    if (isUrl(text) || depth(text) > DEPTH_LIMIT) return undefined
    const inner = unwrap(text)
    if (inner !== undefined) return run(inner, references)
    const linked = address(text)
    if (linked !== undefined) return beside(run(linked.words, references), run(linked.url, references), linked.words)
    const prepared = prepare(text)
    const pieces = split(prepared)
    if (pieces?.pieces.some((piece) => wordy(piece, TEXT_WORDS))) return undefined
    if (pieces !== undefined && pieces.pieces.length > 1) {
      const parts = pieces.pieces.map((piece) => run(piece, references))
      if (parts.some((part, at) => (part.confidence === 0 || part.by.includes('veto')) && wordy(pieces.pieces[at]!, SENTENCE_WORDS))) return undefined
      if (!pieces.allKnown || parts.every((part) => part.confidence > 0)) return joined(pieces.kind, parts)
    }
    const granted = splitWith(prepared)
    return granted && excepted(run(granted[0], references), granted[1])
  }

  function joined(kind: 'and' | 'or' | 'either', parts: readonly Reading[]): Reading | undefined {
    const read = parts.filter((part) => part.confidence > 0)
    if (read.length === 0) return undefined
    const sure = kind === 'or' && parts.some(vague) ? 'either' : kind
    return {
      node: join(sure, parts.map((part) => part.node)),
      by: [...new Set<Step>(['compound', ...read.flatMap((part) => part.by)])],
      confidence: Math.min(...read.map((part) => part.confidence)) * SURE_COMPOUND[sure],
      assumes: [...new Set(read.flatMap((part) => part.assumes))],
    }
  }

  /** An address beside words: it counts where the words say nothing, and where it forbids more than they do. */
  function beside(words: Reading, url: Reading, text: string): Reading | undefined {
    if (url.confidence === 0) return words.confidence > 0 ? words : undefined
    if (words.confidence === 0) return wordy(text, PROSE_WORDS) || lookup.veto(prose(text)) !== undefined ? undefined : url
    return meaningOf(url.node, lookup).openness === 'open' ? words : joined('and', [words, url])
  }

  /** An exception that we do not know leaves the licence as open as it is; anything else beside a licence may take away from it. */
  function excepted(licence: Reading, words: string): Reading | undefined {
    if (licence.confidence === 0) return undefined
    const by = [...new Set<Step>(['compound', ...licence.by, 'exception'])]
    const id = lookup.exception(words)
    if (id !== undefined) return { ...licence, by, node: withException(licence.node, id) }
    const terms = lookup.alias(words) ?? lookup.veto(prose(words))
    if (terms !== undefined) return { ...licence, by, node: join('and', [licence.node, terms.node]), confidence: Math.min(licence.confidence, SURE.exception) }
    if (UNKNOWN_EXCEPTION.test(words)) return { ...licence, by, confidence: Math.min(licence.confidence, SURE.exception) }
    return { ...licence, by, node: join('and', [licence.node, unread(words)]), confidence: Math.min(licence.confidence, SURE.exception) }
  }
}

/** A sentence, or terms recognised by nothing but a word in it: no safe side of a choice. */
function vague(reading: Reading): boolean {
  return reading.by.includes('veto') || leaves(reading.node).some((leaf) => leaf.kind === 'unread' && wordy(leaf.text, PROSE_WORDS))
}

function wordy(text: string, limit: number): boolean {
  return text.split(' ', limit + 1).length > limit
}

function nothing(text: string): Reading {
  return { node: unread(text.slice(0, TEXT_LIMIT)), by: [], confidence: 0, assumes: [] }
}
