import type { Lookup } from './lookup.ts'
import type { Hit } from './register-tables.ts'
import { meaningOf } from './meaning.ts'
import { prose } from './normalise.ts'
import { brackets } from './split.ts'
import { join } from './tree.ts'

export type Table = (text: string) => Hit | undefined

/** Of the Python package index; the last part is the licence. */
const CLASSIFIER = /^licen[cs]e ::(?: (?:OSI|DFSG) approved ::)? ?([^,;:]+(?:, version [^,;:]+)?)$/i
const VERSION = /^v?\d[\d.]*\+?$/i
/** In brackets behind closed terms this may offer something freer. */
const OTHERWISE = /\b(?:or|oder|dual|alternativ\w*|wahlweise|unless|except|außer|ausser|until|bis|then|dann)\b/i
const ABBREVIATION = /^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,6}[\s-]?v?[\d.]*\+?$/

/** `Expat~disclaimer`: Debian's way to name a variant after what it is a variant of. */
function named(whole: string, variant: string, table: Table, lookup: Lookup): Hit | undefined {
  const hit = table(`${whole}~${variant}`)
  const words = prose(variant.replaceAll('-', ' '))
  if (hit !== undefined || lookup.veto(words) !== undefined || lookup.restriction(words) !== undefined) return hit
  const base = table(whole)
  return base && { ...base, assumes: 'a variant asks for the same as what it is named after' }
}

/** Looks a text up as it stands, as the last part of a classifier, and without an abbreviation in brackets. What ends in a question mark is a guess of the writer. */
export function tabled(text: string, table: Table, lookup: Lookup): Hit | undefined {
  if (/\?[)\s]*$/.test(text)) return undefined
  const [whole, variant] = text.split('~', 2)
  if (variant !== undefined) return named(whole!, variant, table, lookup)
  const last = CLASSIFIER.exec(text)?.[1]
  const hit = (last === undefined ? undefined : tabled(last, table, lookup)) ?? table(text)
  const parts = hit === undefined ? brackets(text) : undefined
  return parts === undefined ? hit : bracketed(parts.outer, parts.inner, table, lookup)
}

/**
 * `GNU GPL (GPLv3)`: the more exact of the two; unless both are open, both count. What is neither known nor an abbreviation
 * forbids a reading: it may take away what stands outside.
 */
function bracketed(outer: string, inner: string, table: Table, lookup: Lookup): Hit | undefined {
  const outside = table(outer)
  if (outside === undefined || VERSION.test(inner)) return table(`${outer} ${inner}`)
  const inside = lookup.name(inner) ?? lookup.alias(inner)
  if (inside === undefined) return ABBREVIATION.test(inner) || (isClosed(outside, lookup) && !OTHERWISE.test(inner)) ? outside : undefined
  const open = [outside, inside].every((hit) => meaningOf(hit.node, lookup).openness === 'open')
  if (!open) return { node: join('and', [outside.node, inside.node]) }
  return outside.assumes === undefined ? outside : inside
}

function isClosed(hit: Hit, lookup: Lookup): boolean {
  const { openness } = meaningOf(hit.node, lookup)
  return openness === 'restricted' || openness === 'proprietary'
}
