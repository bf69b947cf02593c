import type { KeptRow } from '../rows.ts'
import { plus } from './decimal.ts'
import type { AmountColumn } from './preference.ts'
import { isUsable, numberAt, type ReadNumber } from './stated-numbers.ts'
import type { Unit } from './units.ts'

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
  return merged.map((column) => {
    const { parts } = column
    const total = parts && merged.find((other) => other !== column && sumsUp(other, column, rows, above))
    return total === undefined ? column : { ...column, parts: { ...parts!, totalIn: total.index } }
  })
}

/** The cells of a column, or of the parts of a year, that cannot be read; where each could, the first column. */
export function unreadableIn(row: KeptRow, column: AmountColumn, above: Unit): readonly AmountColumn[] {
  const those = column.parts?.columns.filter((part) => numberAt(row, part, above) === 'unreadable') ?? []
  return those.length === 0 ? [column] : those
}

function groupOf({ partOfYear, field, unit }: AmountColumn): string | undefined {
  return partOfYear && [partOfYear.group, field, unit.basis, unit.currency, unit.shift].join(' ')
}

function sumsUp(total: AmountColumn, column: AmountColumn, rows: readonly KeptRow[], above: Unit): boolean {
  if (total.field === 'unitPrice' || (total.parts?.columns.length ?? 1) >= column.parts!.columns.length) return false
  let [both, same] = [0, 0]
  for (const row of rows) {
    const [whole, sum] = [statedAt(row, total, above), statedAt(row, column, above)]
    if (!isUsable(whole) || !isUsable(sum)) continue
    both++
    if (Math.abs(Number(whole.value) - Number(sum.value)) < TOLERANCE) same++
  }
  return same > 0 && same >= both * MOST
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
