import { append } from '../../model/many.ts'
import { LineList } from './lines/line-list.ts'
import type { Row } from './table.ts'
import { withoutSecondEncoding } from './text/encoded-twice.ts'
import { plainRow } from './text/plain.ts'

/** Rows that are walked once, and of which the last may be given back. */
export class RowFeed {
  private readonly rows: Iterator<Row>
  private waiting: Row[] = []
  /** Rows with texts that were encoded as UTF-8 twice and are read as they were meant. */
  readonly mended = new LineList()

  constructor(rows: Iterable<Row>) {
    this.rows = rows[Symbol.iterator]()
  }

  next(): Row | undefined {
    const waiting = this.waiting.pop()
    if (waiting !== undefined) return waiting
    const next = this.rows.next()
    return next.done === true ? undefined : this.meant(plainRow(next.value))
  }

  private meant(row: Row): Row {
    const meant = row.cells.map(withoutSecondEncoding)
    if (meant.every((cell) => cell === undefined)) return row
    this.mended.add(row.line)
    return { ...row, cells: row.cells.map((cell, at) => meant[at] ?? cell) }
  }

  /** The next rows, at most so many. */
  take(count: number): Row[] {
    const rows: Row[] = []
    for (let row = this.next(); row !== undefined; row = rows.length < count ? this.next() : undefined) rows.push(row)
    return rows
  }

  giveBack(rows: readonly Row[]): void {
    append(this.waiting, rows.toReversed())
  }

  /** Whether a row was given back and not taken again. */
  more(): boolean {
    return this.waiting.length > 0
  }
}
