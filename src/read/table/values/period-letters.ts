import { tableOf } from '../../../model/table.ts'
import { fold } from '../columns/fold.ts'
import { saysNothing } from './numbers.ts'
import { periodOf, saysInterval, type PerYear } from './periods.ts'

/** monatlich, Quartal, halbjährlich, jährlich (yearly), einmalig. */
export const LETTERS = tableOf<PerYear>({ m: 12, q: 4, h: 2, j: 1, y: 1, e: 0 })
const LETTER = /^[a-z]\.?$/

/** The letter of a cell that says no more than one. */
export const letterOf = (cell: string): string | undefined => (cell.length > 2 ? undefined : LETTER.exec(fold(cell))?.[0][0])

/** Whether a cell says how often something is due, perhaps by a letter, or in words that are not understood. */
export function mayBeInterval(cell: string): boolean {
  return LETTERS.has(letterOf(cell) ?? '') || saysInterval(cell)
}

/** Whether all cells that say anything are understood, and by such letters: then each of these is an interval. */
export function areLetters(cells: Iterable<string>): boolean {
  let letters = 0
  for (const cell of cells) {
    if (saysNothing(cell)) continue
    const letter = letterOf(cell)
    if (letter !== undefined && LETTERS.has(letter)) letters++
    else if (periodOf(cell) === undefined) return false
  }
  return letters > 0
}
