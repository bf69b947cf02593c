import type { KeptRow } from '../rows/kept-row.ts'
import { countShapeOf } from '../values/count-shapes.ts'
import { numberIn } from '../values/marks.ts'
import { numberOfCell } from '../values/stated-numbers.ts'
import { MAPPED } from './candidate.ts'
import type { Column } from './columns.ts'
import { isAmountField, type AmountField } from './heading.ts'

/** Lines that are looked at, and how many of them have to be of more than one piece. */
const SAMPLE = 200
const ENOUGH = 2
/** Share of those in which the one amount has to be that of so many pieces of the other. */
const MOST = 0.9
/** By half a cent a piece prices are rounded. */
const ROUNDED = 0.0051

/** Amounts that may as well be those of one piece; the others say that they are none. */
const OPEN: ReadonlySet<AmountField> = new Set<AmountField>(['amount', 'annualValue', 'contractValue', 'payment'])

/**
 * Of two columns of amounts one is the price of a piece where so many pieces, line by line, come to the other:
 * „Nettopreis“ 360,00 × 100 = „Nettowert“ 36.000,00.
 */
export function pricedByPiece(columns: readonly Column[], needed: readonly number[], rows: readonly KeptRow[]): readonly Column[] {
  const quantity = columns.find(({ field }) => field === 'quantity')
  const amounts = columns.filter(({ field }) => isAmountField(field))
  if (quantity === undefined || amounts.length < 2) return columns
  const read = (column: Column, numbers: Column['numbers'], isCount = false) => {
    const at = needed.indexOf(column.index)
    return rows.slice(0, SAMPLE).map(({ cells, types }) => {
      const [text, typed] = [cells[at]!, types?.[at] === 'number']
      if (!isCount) return valueOf(numberOfCell(text, typed, { ...(numbers && { numbers }) }))
      const shape = countShapeOf(text)
      return Number((shape && numberIn(typed || numbers === undefined ? PLAIN : numbers, shape)) ?? NaN)
    })
  }
  const isPrice = (column: Column): boolean => {
    if (!isAmountField(column.field) || !OPEN.has(column.field) || column.confidence === MAPPED) return false
    const [prices, counts] = [read(column, column.numbers), read(quantity, quantity.numbers ?? column.numbers, true)]
    return amounts.some((other) => other !== column && comesTo(prices, counts, read(other, other.numbers)))
  }
  const prices = new Set(columns.filter(isPrice))
  if (prices.size === 0) return columns
  const [{ numbers } = quantity] = prices
  return columns.map((column) => {
    if (prices.has(column)) return { ...column, field: 'unitPrice' as const }
    return column === quantity && column.numbers === undefined && numbers !== undefined ? { ...column, numbers } : column
  })
}

const PLAIN = { mark: '.', by: 'none', thirds: true } as const
const valueOf = (read: ReturnType<typeof numberOfCell>): number => (typeof read === 'string' ? NaN : Number(read.value))

/** Whether nearly all lines of more than one piece state in the one column what so many pieces of the other cost. */
function comesTo(prices: readonly number[], counts: readonly number[], totals: readonly number[]): boolean {
  const lines = counts.flatMap((count, at) => {
    const [price, total] = [prices[at]!, totals[at]!]
    return count > 1 && price !== 0 && total !== 0 && !Number.isNaN(price + total)
      ? [Math.abs(price * count - total) <= ROUNDED * (count + 1)]
      : []
  })
  return lines.length >= ENOUGH && lines.filter(Boolean).length >= lines.length * MOST
}
