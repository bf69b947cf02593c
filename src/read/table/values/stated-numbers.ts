import type { Column } from '../columns/columns.ts'
import { isAmountField } from '../columns/heading.ts'
import type { KeptRow } from '../rows/rows.ts'
import type { Decimal } from './decimal.ts'
import { numberIn } from './marks.ts'
import { saysNothing, shapeOf, type NumberShape } from './numbers.ts'
import type { AmountColumn, Placed } from './amount-column.ts'
import { shiftIn, type Unit } from './units.ts'

/** What a cell that should hold a number comes to. */
export type ReadNumber = { readonly value: Decimal; readonly shape: NumberShape } | 'nothing' | 'unreadable' | 'unclear'

/** Reads one cell in the style of its column and the unit of its heading. */
export function numberAt(row: KeptRow, column: Placed, above: Unit): ReadNumber {
  const text = row.cells[column.position]!
  const own = column.ownUnits?.get(text)?.as
  if (own === 'unclear') return own
  const shift = isAmountField(column.field) && own !== 'whole' ? (besideIt(row, column) ?? column.unit.shift ?? above.shift ?? 0) : 0
  return numberOfCell(text, row.types?.[column.position] === 'number', column, shift)
}

/** What the cell of the currency says of the size of the amount: „T€“. */
const besideIt = ({ cells }: KeptRow, { unitAt }: Placed): number | undefined =>
  unitAt === undefined ? undefined : shiftIn(cells[unitAt]!)

/** The same of a text; `typed`: a spreadsheet says that it is a number. */
export function numberOfCell(text: string, typed: boolean, column: Pick<Column, 'numbers'>, shift = 0): ReadNumber {
  if (saysNothing(text)) return 'nothing'
  const shape = shapeOf(text)
  if (shape === undefined) return 'unreadable'
  const value = numberIn(typed || column.numbers === undefined ? { mark: '.', by: 'none', thirds: true } : column.numbers, shape, shift)
  return value === undefined ? 'unreadable' : { value, shape }
}

/** What nothing ever costs. */
export const NEVER: ReadonlySet<Decimal> = new Set(['0', '0.01'])
export function isUsable(read: ReadNumber): read is Exclude<ReadNumber, string> {
  return typeof read !== 'string' && !NEVER.has(read.value)
}

/** Largest amount of each column, how many of its cells are amounts, and the currencies that cells name. `read`: how a row is read. */
export function survey(
  columns: readonly AmountColumn[],
  rows: readonly KeptRow[],
  read: (row: KeptRow, column: AmountColumn) => ReadNumber,
) {
  const largest = new Map<number, number>()
  const usable = new Map<number, number>()
  const currencies = new Set<string>()
  for (const column of columns) {
    for (const row of rows) {
      const stated = read(row, column)
      if (typeof stated === 'string') continue
      largest.set(column.index, Math.max(largest.get(column.index) ?? 0, Number(stated.value)))
      if (isUsable(stated)) usable.set(column.index, (usable.get(column.index) ?? 0) + 1)
      if (stated.shape.currency !== undefined) currencies.add(stated.shape.currency)
    }
  }
  return { largest, usable, currencies }
}

export function* valuesOf(column: AmountColumn, rows: readonly KeptRow[], above: Unit): Generator<Decimal> {
  for (const row of rows) {
    const read = numberAt(row, column, above)
    if (typeof read !== 'string') yield read.value
  }
}
