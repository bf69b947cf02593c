import type { ColumnMapping } from '../../../model/ports.ts'
import type { Row } from '../table.ts'
import { isHeadingAgain, spellingsOf, type Spellings } from './again.ts'
import type { Candidate } from './candidate.ts'
import { isTableHeading, knownWords } from './header.ts'
import { isAmountField } from './heading.ts'

/** Knows the heading of another table among the rows of one. */
export class NewHeadings {
  private readonly amounts: readonly number[]
  private readonly spellings: Spellings
  private readonly known: ReadonlySet<string>

  constructor(candidates: readonly Candidate[], mapping: ColumnMapping | undefined) {
    this.known = knownWords(mapping)
    this.amounts = candidates.filter(({ field }) => isAmountField(field)).map(({ index }) => index)
    this.spellings = spellingsOf(candidates.map(({ heading }) => heading))
  }

  /** It stands below a gap, a total or the heading of a group, or has a word where the lines have amounts. */
  has(row: Row, afterGap: boolean): boolean {
    const { cells } = row
    if (!afterGap && !this.amounts.some((index) => /^\D{3,}$/.test(cells[index] ?? ''))) return false
    if (!isTableHeading(row, this.known)) return false
    const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]))
    return !isHeadingAgain(cells, filled, this.spellings)
  }
}
