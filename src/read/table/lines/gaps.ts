import type { Item } from '../../../model/item.ts'
import { shorten } from '../columns/header.ts'
import type { NoteBook } from '../notes.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'
import type { Placed } from '../values/amount-column.ts'
import { LineList } from './line-list.ts'

const PARTIES = ['supplier', 'manufacturer'] as const
/** Fewer lines show no blocks. */
const ENOUGH = 3

/**
 * Names the columns of suppliers and makers in which most lines have nothing, and those that have something begin blocks: the
 * first has it, and none says the same as the line above. For whom the others are is not guessed.
 */
export function noteGaps(items: readonly Item[], columns: readonly Placed[], notes: NoteBook, table: Table): void {
  for (const field of PARTIES) {
    const column = columns.find((one) => one.field === field)
    const empty = items.filter(({ said }) => said[field] === undefined)
    if (column === undefined || items.length < ENOUGH || empty.length * 2 <= items.length) continue
    const begins = items.filter(({ said }, at) => said[field] !== undefined && said[field] !== items[at - 1]?.said[field])
    if (items[0]!.said[field] === undefined || begins.length + empty.length < items.length) continue
    const lines = new LineList()
    for (const { seenAt } of empty) lines.add(seenAt[0]!.line!)
    const said = { n: empty.length, of: items.length, column: shorten(column.heading, 60), lines: someLines(lines) }
    notes.add('W-BLOCKS', said, table.columnName(column.index, column.heading))
  }
}
