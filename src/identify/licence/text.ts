import type { Lookup } from './lookup.ts'
import type { Hit } from './register-tables.ts'
import { meaningOf } from './meaning.ts'
import { prose } from './normalise.ts'
import { found, wordy, type Reading } from './reading.ts'
import { join, type Node } from './tree.ts'

/** Fewer words than this are a title or the first line of a text: nothing that narrows may stand beside them. */
const SHORTEST_TEXT = 19
/** A licence text is known by how it begins; before that there is room for a title and copyright notices. */
const TEXT_START = 2000
/** A text shorter than this is no whole licence: any word in it that forbids an open reading counts. */
const WHOLE_TEXT_WORDS = 60
/** In a whole text only the beginning is searched for such words: further on they explain, they do not restrict. */
const TEXT_HEAD = 1000
/** A title and one copyright notice. */
const TITLE_WORDS = 14
/** A title is shorter than a grant. */
const GRANT_WORDS = 8
/** What follows the title in the texts of well-known licences. */
const FIRST_HEADING = /(?<= )(?:1\. definitions|preamble|everyone is permitted to copy and distribute verbatim copies)\b/
/** Stands in nearly every licence text and says nothing there. */
const COMMON_NOTICE = /all rights reserved|alle rechte vorbehalten/g

/** A licence by the beginning of its text. Terms that stand before it, or restrict it at its beginning, apply beside it. */
export function readText(text: string, lookup: Lookup): Reading | undefined {
  const start = prose(text)
  const hit = lookup.body(start)
  if (hit === undefined || hit.at > TEXT_START) return undefined
  const reading = found(hit, 'text')!
  if (hit.assumes !== undefined || !wordy(text, SHORTEST_TEXT))
    return isFirstLine(start, hit, lookup) ? reading : found(titled(start, lookup), 'text')
  if (meaningOf(hit.node, lookup).openness !== 'open') return reading
  if (!wordy(start, WHOLE_TEXT_WORDS) && forbidding(start, lookup) !== undefined) return undefined
  const within = forbidding(start.slice(hit.at, TEXT_HEAD), lookup)
  const veto = forbidding(start.slice(0, hit.at), lookup) ?? (within?.openness === 'restricted' ? within : undefined)
  return veto === undefined ? reading : { ...reading, node: join('and', [reading.node, veto.node]), by: ['text', 'veto'] }
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
