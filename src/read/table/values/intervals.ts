import { tableOf } from '../../../model/table.ts'
import { fold } from '../columns/fold.ts'
import type { KeptRow } from '../kept-row.ts'
import { saysNothing } from './numbers.ts'
import { periodOf, saysInterval, type PerYear } from './periods.ts'
import type { Placed } from './preference.ts'
import type { Interval } from './yearly.ts'

/** monatlich, Quartal, halbjährlich, jährlich (yearly), einmalig. */
const LETTERS = tableOf<PerYear>({ m: 12, q: 4, h: 2, j: 1, y: 1, e: 0 })
const LETTER = /^[a-z]\.?$/

const letterOf = (cell: string): string | undefined => (cell.length > 2 ? undefined : LETTER.exec(fold(cell))?.[0][0])

/** Whether a cell says how often something is due, perhaps by a letter, or in words that are not understood. */
export function mayBeInterval(cell: string): boolean {
  return LETTERS.has(letterOf(cell) ?? '') || saysInterval(cell)
}

/** Whether all cells that say anything are understood, and by such letters: then each of these is an interval. */
function areLetters(cells: Iterable<string>): boolean {
  let letters = 0
  for (const cell of cells) {
    if (saysNothing(cell)) continue
    const letter = letterOf(cell)
    if (letter !== undefined && LETTERS.has(letter)) letters++
    else if (periodOf(cell) === undefined) return false
  }
  return letters > 0
}

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
