import type { Column } from '../columns/columns.ts'
import type { AmountField } from '../columns/heading.ts'

/** A column with its place among the kept cells. */
export type Placed = Column & {
  readonly position: number
  /** Of an amount: where the cell stands that says its currency, perhaps „T€“. */
  readonly unitAt?: number
}
export type AmountColumn = Placed & {
  readonly field: AmountField
  /** It is the first of several that hold the parts of a year, which are added up. */
  readonly parts?: { readonly columns: readonly AmountColumn[]; readonly totalIn?: number }
}
