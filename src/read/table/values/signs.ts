import type { Column } from '../columns/columns.ts'
import { isExpenditure } from '../columns/income.ts'
import type { Decimal } from './decimal.ts'

/** Fewer amounts with a minus sign may all be credits. */
const ENOUGH = 3
/** Share of the amounts of a column. */
const NEARLY_ALL = 0.9

/**
 * Whether the minus sign of a column means that money was spent, and not that it came back: it is headed as
 * expenditure, or its rows are, and nearly all of its amounts have one. `values`: its amounts.
 */
export function minusIsSpent({ heading }: Column, rowsAreSpending: boolean, values: Iterable<Decimal>): boolean {
  if (!rowsAreSpending && !isExpenditure(heading)) return false
  let [all, minus] = [0, 0]
  for (const value of values) {
    if (value === '0') continue
    all++
    if (value.startsWith('-')) minus++
  }
  return minus >= ENOUGH && minus >= all * NEARLY_ALL
}

/** The same amount with the other sign. */
export function turned(value: Decimal): Decimal {
  if (value === '0') return value
  return value.startsWith('-') ? value.slice(1) : `-${value}`
}
