import type { Amount, Item } from '../../../model/item.ts'
import { sumText } from '../../../model/money.ts'
import type { KeptRow } from './kept-row.ts'
import { LineList } from '../lines/line-list.ts'
import type { NoteBook } from '../notes.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'

/** Whether a row is not struck through as a whole. */
export const isValid = ({ struck }: KeptRow): boolean => struck !== 'all'

/** The rows without those struck through, where there are any: a total may have been made with or without them. */
export function withoutStruck(rows: readonly KeptRow[]): readonly KeptRow[][] {
  const valid = rows.filter(isValid)
  return valid.length === rows.length ? [] : [valid]
}

/** Rows that people have struck through: as a whole they are lines that do not count; where only some cells are, they do, and are named. */
export class StruckRows {
  private readonly whole = new LineList()
  private readonly partly = new LineList()
  private readonly amounts: Amount[] = []

  heed({ line, struck }: KeptRow, item: { counted: boolean } & Pick<Item, 'amount'>): void {
    if (struck === 'some') this.partly.add(line)
    if (struck !== 'all') return
    item.counted = false
    this.whole.add(line)
    if (item.amount !== undefined) this.amounts.push(item.amount)
  }

  note(notes: NoteBook, table: Table): void {
    const { whole, partly, amounts } = this
    const [first, other] = [whole.first(1)[0], partly.first(1)[0]]
    if (first !== undefined)
      notes.add(
        'W-STRUCK',
        { n: whole.count, sum: amounts.length === 0 ? '–' : sumText(amounts), lines: someLines(whole) },
        table.at(first),
      )
    if (other !== undefined) notes.add('W-STRUCK-CELLS', { n: partly.count, lines: someLines(partly) }, table.at(other))
  }
}
