import { highest } from '../../../model/many.ts'
import { hashOf } from '../lines/alike.ts'
import type { ColumnField } from '../columns/header-words.ts'
import { isAmountField } from '../columns/heading.ts'
import type { KeptRow } from './rows.ts'

/** Fields that may differ where a posting is stated again: for another year, as planned and as it came. */
const DIFFERING: ReadonlySet<ColumnField> = new Set(['year', 'stage', 'quantity', 'currency', 'ignore', 'person'])

/** Whether a column says of a row what it is for. */
export function tellsPosting(field: ColumnField | undefined): field is ColumnField {
  return field !== undefined && !DIFFERING.has(field) && !isAmountField(field)
}

/** The postings of rows that belong together, each with the number of its rows. */
export class Postings {
  rows = 0
  private readonly counts = new Map<number, number>()
  private readonly positions: readonly number[]

  /** `positions`: where the cells stand that say what a row is for. */
  constructor(positions: readonly number[]) {
    this.positions = positions
  }

  add({ cells }: KeptRow): void {
    const posting = hashOf(this.positions.map((position) => cells[position]!).join('\n'))
    this.counts.set(posting, (this.counts.get(posting) ?? 0) + 1)
    this.rows++
  }

  /** How many of the rows have a row of the same posting among any of the others. */
  recurring(others: readonly Postings[]): number {
    let found = 0
    for (const [posting, count] of this.counts)
      found += Math.min(count, highest(others.map(({ counts }) => counts.get(posting) ?? 0), 0)) // prettier-ignore
    return found
  }
}
