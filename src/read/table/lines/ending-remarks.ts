import type { Item } from '../../../model/item.ts'
import { LineList } from './line-list.ts'
import type { NoteBook } from '../notes.ts'
import type { Remarks } from './remarks.ts'
import type { Table } from '../table.ts'
import { quoted, someLines } from '../told.ts'

const NAMED = 3

/** Names the remarks that speak of an end, of lines that count and whose end is not known otherwise. */
export function noteRemarks(items: readonly Item[], remarks: Remarks, notes: NoteBook, table: Table): void {
  const texts: string[] = []
  const lines = new LineList()
  for (const { counted, term, seenAt } of items) {
    const line = seenAt[0]!.line!
    const text = remarks.of(line)
    if (text === undefined || !counted || term?.end !== undefined) continue
    lines.add(line)
    if (texts.length < NAMED) texts.push(quoted(text))
  }
  if (lines.count === 0) return
  const shown = texts.join(', ') + (lines.count > NAMED ? ', …' : '')
  notes.add('W-REMARK', { n: lines.count, texts: shown, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}
