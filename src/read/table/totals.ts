import { isAmountField } from './columns/heading.ts'
import { numberAt, type Placed } from './values/money.ts'
import type { KeptRow } from './rows.ts'
import type { Unit } from './values/units.ts'

const TOLERANCE = 0.005
/** A total sums up at least so many rows. */
const SUMMANDS = 2

/**
 * Rows that no word gives away but whose amount is the sum of the rows above (or of those since the last total), within
 * 0.5 %. Only rows that say less than usual are looked at: a line that happens to cost as much as the others together stays.
 */
export function sumRows(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit): ReadonlySet<KeptRow> {
  const amount = columns.find(({ field, samples }) => isAmountField(field) && field !== 'unitPrice' && samples > 0)
  const found = new Set<KeptRow>()
  if (amount === undefined) return found
  const words = columns.filter(({ field, numbers, dates }) => field !== undefined && numbers === undefined && dates === undefined)
  const usual = rows.reduce((sum, row) => sum + row.filled, 0) / Math.max(1, rows.length)
  const all = new Sum()
  const part = new Sum()
  for (const row of rows) {
    const read = numberAt(row, amount, above)
    if (typeof read === 'string') continue
    const value = Number(read.value)
    const said = words.filter(({ position }) => row.cells[position] !== '').length
    const sparse = said === 0 || (said === 1 && row.filled <= usual - 1)
    if (sparse && (all.matches(value) || part.matches(value))) {
      found.add(row)
      part.reset()
      continue
    }
    all.add(value)
    part.add(value)
  }
  return found
}

class Sum {
  private value = 0
  private rows = 0

  add(value: number): void {
    this.value += value
    this.rows++
  }

  reset(): void {
    this.value = 0
    this.rows = 0
  }

  matches(value: number): boolean {
    return this.rows >= SUMMANDS && value !== 0 && Math.abs(this.value - value) <= Math.abs(value) * TOLERANCE
  }
}
