import type { KeptRow } from '../rows/kept-row.ts'
import { saysNothing } from './numbers.ts'
import { areLetters, letterOf, LETTERS } from './period-letters.ts'
import { periodOf, saysInterval } from './periods.ts'
import type { Placed } from './amount-column.ts'
import type { Interval } from './yearly.ts'

/** The column that says how often the amount of a row is due. */
export class Intervals {
  readonly column: Placed | undefined
  private readonly letters: boolean

  constructor(column: Placed | undefined, rows: readonly KeptRow[]) {
    this.column = column
    this.letters = column !== undefined && areLetters(rows.map(({ cells }) => cells[column.position]!))
  }

  /** What the row says; a letter beside others that are none says something that nobody understands. */
  in({ cells }: KeptRow, unreadable: (column: Placed, text: string) => void): Interval {
    const text = this.column === undefined ? '' : cells[this.column.position]!
    const letter = letterOf(text)
    const period = letter === undefined ? periodOf(text) : this.letters ? LETTERS.get(letter) : undefined
    if (period !== undefined || saysNothing(text)) return period
    unreadable(this.column!, text)
    return saysInterval(text) || letter !== undefined ? 'unread' : undefined
  }
}
