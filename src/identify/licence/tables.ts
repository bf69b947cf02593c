import type { Hit, Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { brackets } from './split.ts'
import { join } from './tree.ts'

export type Table = (text: string) => Hit | undefined

/** Of the Python package index; the last part is the licence. */
const CLASSIFIER = /^licen[cs]e ::(?: (?:OSI|DFSG) approved ::)? ?([^,;:]+)$/i
const VERSION = /^v?\d[\d.]*\+?$/i
const ABBREVIATION = /^(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z]{1,6}[\s-]?v?[\d.]*\+?$/

/** Looks a text up as it stands, as the last part of a classifier, and without an abbreviation in brackets. */
export function tabled(text: string, table: Table, lookup: Lookup): Hit | undefined {
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
  if (inside === undefined) return ABBREVIATION.test(inner) ? outside : undefined
  const open = [outside, inside].every((hit) => meaningOf(hit.node, lookup).openness === 'open')
  if (!open) return { node: join('and', [outside.node, inside.node]) }
  return outside.assumes === undefined ? outside : inside
}
