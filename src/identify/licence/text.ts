import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { prose } from './normalise.ts'
import { found, wordy, type Reading } from './reading.ts'
import { join, type Node } from './tree.ts'

/** No text that grants something has fewer words. */
const SHORTEST_TEXT = 19
/** A licence text is known by how it begins; before that there is room for a title and copyright notices. */
const TEXT_START = 2000
/** A text shorter than this is no whole licence: any word in it that forbids an open reading counts. */
const WHOLE_TEXT_WORDS = 60
/** In a whole text only the beginning is searched for such words: further on they explain, they do not restrict. */
const TEXT_HEAD = 1000
/** Stands in nearly every licence text and says nothing there. */
const COMMON_NOTICE = /all rights reserved|alle rechte vorbehalten/g

/** A licence by the beginning of its text. Terms that stand before it, or restrict it at its beginning, apply beside it. */
export function readText(text: string, lookup: Lookup): Reading | undefined {
  if (!wordy(text, SHORTEST_TEXT)) return undefined
  const start = prose(text)
  const hit = lookup.body(start)
  if (hit === undefined || hit.at > TEXT_START) return undefined
  const reading = found(hit, 'text')!
  if (meaningOf(hit.node, lookup).openness !== 'open') return reading
  if (!wordy(start, WHOLE_TEXT_WORDS) && forbidding(start, lookup) !== undefined) return undefined
  const within = forbidding(start.slice(hit.at, TEXT_HEAD), lookup)
  const veto = forbidding(start.slice(0, hit.at), lookup) ?? (within?.openness === 'restricted' ? within : undefined)
  return veto === undefined ? reading : { ...reading, node: join('and', [reading.node, veto.node]), by: ['text', 'veto'] }
}

/** A bare "not" or "only" is in every text; only words that tell of other terms count. */
function forbidding(text: string, lookup: Lookup): { readonly node: Node; readonly openness: string } | undefined {
  const veto = lookup.veto(text.replace(COMMON_NOTICE, ''))
  if (veto === undefined) return undefined
  const { openness } = meaningOf(veto.node, lookup)
  return openness === 'unknown' ? undefined : { node: veto.node, openness }
}
