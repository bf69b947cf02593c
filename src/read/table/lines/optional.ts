import type { Item } from '../../../model/item.ts'
import { sumText } from '../../../model/money.ts'
import { fold } from '../columns/fold.ts'
import { LineList } from './line-list.ts'
import type { NoteBook } from '../notes.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'

/** „B Suite (optional)“, „Eventualposition: Schulung“: what was offered and perhaps never ordered. „Optionale Module“ may well be had. */
const OPTIONAL =
  /^\(?(?:optional|eventual(?:position)?|bedarfs(?:position)?|alternativ(?:position)?|zuschlagsposition|e-?pos)\)?\.?(?: ?[:–—-] ?|$)|(?<=^| )[(\[](?:optional(?: angeboten)?|option|eventual(?:position)?|bedarfsposition|alternativ(?:e|position)?)[)\]]$/

/** Names lines that call themselves optional and count all the same. */
export function noteOptional(items: readonly Item[], notes: NoteBook, table: Table): void {
  const found = items.filter(({ counted, amount, name }) => counted && amount !== undefined && OPTIONAL.test(fold(name)))
  if (found.length === 0) return
  const lines = new LineList()
  for (const { seenAt } of found) lines.add(seenAt[0]!.line!)
  const sum = sumText(found.map(({ amount }) => amount!))
  notes.add('W-OPTIONAL', { n: found.length, sum, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}
