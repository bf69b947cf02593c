import type { Column } from '../columns/columns.ts'
import { isExpenditure } from '../columns/income.ts'
import type { Decimal } from './decimal.ts'

/** Fewer amounts with a minus sign may all be credits. */
const ENOUGH = 3
/** Shares of the amounts of a column: among the postings on creditors' accounts are credit notes too. */
const NEARLY_ALL = 0.9
const MOST = 0.5

/**
 * Whether the minus sign of a column means that money was spent, and not that it came back: it is headed as
 * expenditure, or its rows are, and nearly all of its amounts have one; or most in a ledger of creditors. `values`: its amounts.
 */
export function minusIsSpent({ heading }: Column, rowsAre: 'spending' | 'ledger' | undefined, values: Iterable<Decimal>): boolean {
  if (rowsAre === undefined && !isExpenditure(heading)) return false
  let [all, minus] = [0, 0]
  for (const value of values) {
    if (value === '0') continue
    all++
    if (value.startsWith('-')) minus++
  }
  return minus >= ENOUGH && minus >= all * (rowsAre === 'ledger' ? MOST : NEARLY_ALL)
}

/** The same amount with the other sign. */
export function turned(value: Decimal): Decimal {
  if (value === '0') return value
  return value.startsWith('-') ? value.slice(1) : `-${value}`
}
