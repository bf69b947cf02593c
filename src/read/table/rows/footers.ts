import type { Column } from '../columns/columns.ts'
import type { ColumnField } from '../columns/header-words.ts'
import { isAmountField } from '../columns/heading.ts'
import { NAMES } from '../lines/line.ts'
import { saysPart } from './parts.ts'
import type { KeptRow, RowSorter } from './rows.ts'

/**
 * Rows whose only words stand where lines have a number ("davon Wartung" below "Lfd. Nr.") are judged by these words, like rows
 * that have them in the column of names; those of a total beside an amount that cannot be read are one.
 */
export function settleFooters(sorter: RowSorter, columns: readonly Column[], kept: readonly number[]): void {
  const fields = new Map(columns.map(({ index, field }) => [index, field]))
  sorter.setTotalsAside(({ totalBeside }) => totalBeside?.every((index) => isCounted(fields.get(index))) === true)
  const name = NAMES.map((field) => columns.findIndex((column) => column.field === field)).find((at) => at >= 0)
  const position = name === undefined ? -1 : kept.indexOf(columns[name]!.index)
  if (position < 0) return
  const amounts = kept.flatMap((index, at) => (isAmountField(fields.get(index)) ? [at] : []))
  for (const [at, row] of sorter.rows.entries()) {
    const { label, cells } = row
    if (label === undefined || cells[position] !== '' || amounts.every((amount) => cells[amount] === '')) continue
    if (sorter.texts.areNumbers(label.index) || saysPart(label.text)) sorter.rows[at] = named(row, position, kept.indexOf(label.index))
  }
}

/** What totals sum up. */
export const isCounted = (field: ColumnField | undefined): boolean => isAmountField(field) || field === 'quantity'

function named(row: KeptRow, position: number, from: number): KeptRow {
  const cells = row.cells.map((cell, at) => (at === position ? row.label!.text : at === from ? '' : cell))
  return { ...row, cells, filled: cells.filter((cell) => cell !== '').length, labelled: true }
}
