import type { KeptRow } from '../rows/rows.ts'
import type { AmountColumn, Placed } from './amount-column.ts'
import { CreditTypes } from './credit-types.ts'
import type { Decimal } from './decimal.ts'
import { Sides } from './sides.ts'
import { minusIsSpent, turned } from './signs.ts'
import { valuesOf } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** Which amounts of a list get another sign than the one that they are written with. */
export class Turnings {
  /** What a column of signs makes of the amounts. */
  readonly sides: Sides | undefined
  /** The same of a column of types of documents. */
  readonly types: CreditTypes | undefined
  /** Index of a column whose minus sign means spending → how many lines have their amount from it. */
  readonly minus: Map<number, number>
  /** Lines whose amount came back by such a column, and was written like what was spent. */
  readonly back = new Set<number>()

  /** `ledger`: the rows are postings on creditors' accounts. */
  constructor(columns: readonly Placed[], found: readonly AmountColumn[], rows: readonly KeptRow[], above: Unit, ledger: boolean) {
    const rowsAre = columns.some(({ field }) => field === 'flow') ? 'spending' : ledger ? 'ledger' : undefined
    this.sides = Sides.of(columns, found, rows, above, ledger)
    this.types = this.sides === undefined ? CreditTypes.of(columns, found, rows, above) : undefined
    const signed = this.sides === undefined ? found : []
    const isSpent = (column: AmountColumn): boolean =>
      minusIsSpent(column, rowsAre, valuesOf(column, rows, above)) || this.types?.invoicesHaveMinus(column, rows, above) === true
    const minus = signed.filter(isSpent)
    this.minus = new Map(minus.map(({ index }) => [index, 0]))
  }

  /** What was spent is positive, what came back negative; `asSpent`: the same amount, had it not come back. */
  of(row: KeptRow, column: AmountColumn, value: Decimal): Readonly<Record<'stated' | 'asSpent', Decimal>> {
    const isMinus = this.minus.has(column.index)
    if (isMinus) this.minus.set(column.index, this.minus.get(column.index)! + 1)
    const asSpent = isMinus ? turned(value) : value
    // what a column of signs says is said of both sides
    const own = column.credit === true && this.sides === undefined ? turned(asSpent) : asSpent
    const by = this.sides ?? this.types
    const isBack = by?.isBack(row, column) === true
    if (isBack) this.back.add(row.line)
    const stated = by?.stated(row, column, own) ?? own
    return { stated, asSpent: isBack || column.credit === true ? asSpent : stated }
  }
}
