import { isAmountField } from '../columns/heading.ts'
import type { Column, OwnUnit, OwnUnits } from '../columns/columns.ts'
import type { KeptRow } from '../rows/rows.ts'
import type { Row } from '../table.ts'
import { numberOfCell, type ReadNumber } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** An amount that is so many times smaller or larger than all others is not one of them. */
const APART = 10
const TOLERANCE = 0.005

/** What is looked at beside the columns themselves. */
interface Around {
  readonly rows: readonly KeptRow[]
  /** Indexes of the columns whose cells the rows hold. */
  readonly kept: readonly number[]
  /** Rows that are totals by their words. */
  readonly totals: readonly Row[]
  readonly above: Unit
}

/**
 * "24.000,00 €" below "Auftragswert in T€" may be meant as it is written. Where the other cells name no currency, the total tells,
 * or else that only one of the two ways gives an amount like the others.
 */
export function withOwnUnits(columns: readonly Column[], around: Around): Column[] {
  return columns.map((column) => {
    const shift = column.unit.shift ?? around.above.shift ?? 0
    const position = around.kept.indexOf(column.index)
    if (!isAmountField(column.field) || shift === 0 || position < 0) return column
    const ownUnits = ownUnitsOf(column, position, 10 ** shift, around)
    return ownUnits.size === 0 ? column : { ...column, ownUnits }
  })
}

function ownUnitsOf(column: Column, position: number, factor: number, { rows, totals }: Around): OwnUnits {
  const numbers = { own: [] as { text: string; value: number }[], others: [] as number[] }
  for (const { cells, types } of rows) {
    const text = cells[position]!
    const read = numberOfCell(text, types?.[position] === 'number', column)
    if (typeof read === 'string' || Number(read.value) === 0) continue
    if (namesOwnUnit(read)) numbers.own.push({ text, value: Number(read.value) })
    else if (read.shape.shift === undefined) numbers.others.push(Number(read.value) * factor)
  }
  if (numbers.own.length === 0 || numbers.others.length === 0) return new Map()
  const sums = totals.flatMap(({ cells, types }) => {
    const read = numberOfCell((cells[column.index] ?? '').trim(), types?.[column.index] === 'number', column)
    return typeof read === 'string' || namesOwnUnit(read) ? [] : [Number(read.value) * factor]
  })
  const bySum = toldBySum(sum(numbers.others), sum(numbers.own.map(({ value }) => value)), sums, factor)
  const found = new Map<string, { as: OwnUnit; n: number }>()
  for (const { text, value } of numbers.own) {
    const as = bySum ?? toldBySize(Math.abs(value), numbers.others.map(Math.abs), factor)
    found.set(text, { as, n: (found.get(text)?.n ?? 0) + 1 })
  }
  return found
}

/** A currency and no thousands: "24.000 EUR"; "24 T€" says itself what it is. */
export function namesOwnUnit({ shape }: Exclude<ReadNumber, string>): boolean {
  return shape.currency !== undefined && shape.shift === undefined
}

function toldBySum(others: number, own: number, sums: readonly number[], factor: number): OwnUnit | undefined {
  const fits = (times: number): boolean => sums.some((one) => Math.abs(others + own * times - one) <= Math.abs(one) * TOLERANCE)
  const [whole, scaled] = [fits(1), fits(factor)]
  return whole === scaled ? undefined : whole ? 'whole' : 'scaled'
}

function toldBySize(value: number, others: readonly number[], factor: number): OwnUnit {
  const [least, most] = others.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, 0])
  const fits = (amount: number): boolean => amount <= most * APART && amount * APART >= least
  const [whole, scaled] = [fits(value), fits(value * factor)]
  return whole === scaled ? 'unclear' : whole ? 'whole' : 'scaled'
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
