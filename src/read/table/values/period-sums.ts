import type { KeptRow } from '../rows/rows.ts'
import { plus } from './decimal.ts'
import type { AmountColumn } from './amount-column.ts'
import { isUsable, numberAt, type ReadNumber } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** Lines that are looked at. */
const SAMPLE = 200
/** Share of the lines in which a column has to be the sum of others. */
const MOST = 0.9
const TOLERANCE = 0.01

/** Columns that hold the parts of one year as one: the first of them, with all. Which other column has their sum the lines show. */
export function withPeriods(columns: readonly AmountColumn[], rows: readonly KeptRow[], above: Unit): AmountColumn[] {
  const groups = new Map<string, AmountColumn[]>()
  for (const column of columns) {
    const key = groupOf(column)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), column])
  }
  const merged = columns.flatMap((column): AmountColumn[] => {
    const group = groups.get(groupOf(column) ?? '') ?? []
    if (group.length < 2) return [column]
    return group[0] === column ? [{ ...column, parts: { columns: group } }] : []
  })
  if (groups.size === 0) return merged
  const sample = rows.slice(0, SAMPLE)
  const stated = new Map(merged.map((column) => [column, sample.map((row) => valueAt(row, column, above))]))
  return merged.map((column) => {
    const { parts } = column
    const isTotal = (other: AmountColumn): boolean =>
      other.field !== 'unitPrice' &&
      (other.parts?.columns.length ?? 1) < parts!.columns.length &&
      areSame(stated.get(other)!, stated.get(column)!)
    const total = parts && merged.find(isTotal)
    return total === undefined ? column : { ...column, parts: { ...parts!, totalIn: total.index } }
  })
}

function valueAt(row: KeptRow, column: AmountColumn, above: Unit): number {
  const read = statedAt(row, column, above)
  return isUsable(read) ? Number(read.value) : NaN
}

/** Whether nearly all lines that have an amount in both have the same. */
function areSame(these: readonly number[], those: readonly number[]): boolean {
  const apart = these.map((one, at) => Math.abs(one - those[at]!)).filter((one) => !Number.isNaN(one))
  const same = apart.filter((one) => one < TOLERANCE).length
  return same > 0 && same >= apart.length * MOST
}

/** The cells of a column, or of the parts of a year, that cannot be read; where each could, the first column. */
export function unreadableIn(row: KeptRow, column: AmountColumn, above: Unit): readonly AmountColumn[] {
  const those = column.parts?.columns.filter((part) => numberAt(row, part, above) === 'unreadable') ?? []
  return those.length === 0 ? [column] : those
}

function groupOf({ partOfYear, field, unit }: AmountColumn): string | undefined {
  return partOfYear && [partOfYear.group, field, unit.basis, unit.currency, unit.shift].join(' ')
}

/** What a row states in a column, or in all those of the parts of a year together; `unreadable` where one of them is, or they differ in currency or tax. */
export function statedAt(row: KeptRow, column: AmountColumn, above: Unit): ReadNumber {
  if (column.parts === undefined) return numberAt(row, column, above)
  const read = column.parts.columns.map((part) => numberAt(row, part, above))
  const unread = read.find((one) => one === 'unreadable' || one === 'unclear')
  if (unread !== undefined) return unread
  const [first, ...others] = read.filter((one) => typeof one !== 'string')
  if (first === undefined) return 'nothing'
  const { currency, basis } = first.shape
  if ([first, ...others].some(({ shape }) => shape.currency !== currency || shape.basis !== basis || shape.perYear !== undefined))
    return 'unreadable'
  return { value: others.reduce((sum, { value }) => plus(sum, value), first.value), shape: first.shape }
}
