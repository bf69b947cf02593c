import type { KeptRow } from '../rows/rows.ts'
import type { Placed } from './amount-column.ts'
import { currencyCode } from './units.ts'

/** Share of the rows that have to say a currency. */
const MOST = 0.9

/**
 * What an empty cell means in a column that was taken for currencies by its cells: the currency of the others, if nearly all rows
 * have one and it is the same. A few cells speak of their own rows only.
 */
export function currencyOfMost({ position }: Placed, rows: readonly KeptRow[]): string | undefined {
  const said = new Map<string | undefined, number>()
  for (const { cells } of rows) {
    const code = currencyCode(cells[position]!)
    said.set(code, (said.get(code) ?? 0) + 1)
  }
  const [most, ...others] = [...said].filter(([code]) => code !== undefined)
  return most !== undefined && others.length === 0 && most[1] >= rows.length * MOST ? most[0] : undefined
}
