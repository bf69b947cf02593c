import type { KeptRow } from '../rows/rows.ts'
import { isTotalOf } from './amount-ranks.ts'
import type { AmountColumn } from './amount-column.ts'
import { statedAt } from './period-sums.ts'
import { isUsable } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** How many amounts of a column gave way, and the columns that hold instead of it. */
export interface GaveWay {
  n: number
  readonly to: Set<AmountColumn>
}

/** Counts what lines state beside the amount that counts, and what lines state that have none. */
export class LeftOver {
  /** Columns whose amounts gave way to those of others. */
  readonly unused = new Map<AmountColumn, GaveWay>()
  /** Column → in how many lines only it, or another of them, has an amount, so that they stay without one. */
  readonly missed = new Map<AmountColumn, number>()
  private readonly columns: readonly AmountColumn[]
  private readonly above: Unit

  constructor(columns: readonly AmountColumn[], above: Unit) {
    this.columns = columns
    this.above = above
  }

  /** A line whose amount is that of the column `used`. The price of one piece beside a total is no other statement. */
  beside(row: KeptRow, used: AmountColumn): void {
    for (const column of this.statedIn(row)) {
      if (column === used || column.field === 'unitPrice' || isTotalOf(used, column) || isTotalOf(column, used)) continue
      const gave = this.unused.get(column) ?? { n: 0, to: new Set() }
      this.unused.set(column, gave)
      gave.n++
      gave.to.add(used)
    }
  }

  /** A line without an amount that counts. */
  instead(row: KeptRow): void {
    for (const column of this.statedIn(row)) this.missed.set(column, (this.missed.get(column) ?? 0) + 1)
  }

  private statedIn(row: KeptRow): readonly AmountColumn[] {
    return this.columns.filter((column) => isUsable(statedAt(row, column, this.above)))
  }
}
