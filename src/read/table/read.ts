import type { Note } from '../../model/evidence.ts'
import type { Field, Item } from '../../model/item.ts'
import type { ReadOptions } from '../../model/ports.ts'
import { NO_CURRENCY } from '../../model/money.ts'
import { Problem } from '../../model/problem.ts'
import type { Candidate } from './columns/candidate.ts'
import { candidatesOf, inferColumns, neededColumns, type Column } from './columns/columns.ts'
import { findHeader, HEADER_ROWS, noHeader, shorten, type Header } from './columns/header.ts'
import { fold } from './columns/fold.ts'
import { isAmountField } from './columns/heading.ts'
import { flowOf } from './columns/income.ts'
import { yearColumns } from './columns/year-headings.ts'
import { AlikeLines } from './alike.ts'
import { assertNotFlattened } from './flattened.ts'
import { LineReader } from './line.ts'
import { checkMapping, exampleMapping } from './columns/mapping.ts'
import { Money } from './values/money.ts'
import type { Placed } from './values/preference.ts'
import { NoteBook } from './notes.ts'
import { LineList, RowSorter, type KeptRow } from './rows.ts'
import type { Row, Table } from './table.ts'
import { sumRows } from './totals.ts'
import { unitAbove, type Unit } from './values/units.ts'

/** What was understood of a table, before its rows become items. */
export interface Inspection {
  readonly header: Header
  readonly columns: readonly Column[]
  /** Units stated above the heading. */
  readonly above: Unit
  readonly rows: RowSorter
  /** Indexes of the columns whose cells the rows hold, in their order. */
  readonly kept: readonly number[]
}

/** What a table comes to. `read + rejected + unusable` are all rows below the heading up to the last filled one. */
export interface TableReading {
  readonly items: Item[]
  readonly rejected: number
  readonly unusable: number
  readonly notes: Note[]
  readonly fields: Partial<Record<Field, string>>
  readonly columns: readonly Column[]
  /** The table is no list of its own but sums up another. */
  readonly sumsUp: boolean
}

/** Walks a table once and says what its columns are. Errors: E3301 no heading, E3302 no rows, E3310 flattened OCDS, E3104 too many. */
export function inspectTable(table: Table, options: ReadOptions): Inspection {
  const { mapping, limits } = options
  checkMapping(mapping)
  const first: Row[] = []
  const rows = table.rows[Symbol.iterator]()
  let next = rows.next()
  for (; next.done !== true && first.length < HEADER_ROWS; next = rows.next()) first.push(next.value)
  if (mapping === undefined) assertNotFlattened(first, table.file)
  const header = findHeader(first, mapping)
  if (header === undefined) throw noHeader(first, table.file, mapping)
  const candidates = yearColumns(candidatesOf(header.headings, mapping, table.mapping), header.above)
  const needed = neededColumns(candidates)
  const sorter = new RowSorter(header.headings, needed, productOf(candidates))
  const add = (row: Row): void => {
    sorter.add(row)
    if (sorter.held > limits.components) throw new Problem('E3104', { limit: limits.components }, { file: table.file, line: row.line })
  }
  first.slice(header.rows).forEach(add)
  for (; next.done !== true; next = rows.next()) add(next.value)
  sorter.finish()
  if (sorter.rows.length + sorter.ragged.length === 0) throw new Problem('E3302', {}, { file: table.file, line: header.line })
  const columns = inferColumns(candidates, needed, sorter.rows, { mapping, delimiter: table.delimiter })
  return { header, columns, above: unitAbove(fold(header.above.join(' · '))), rows: sorter, kept: needed }
}

/** Reads a table into items. Errors beside those of `inspectTable`: E3303 and E3304 undecided numbers and dates, E3308 undecided columns. */
export function readTable(table: Table, options: ReadOptions): TableReading {
  const { header, columns, above, rows, kept } = inspectTable(table, options)
  assertClear(columns, { file: table.file, line: header.line })
  const notes = new NoteBook()
  const placed = placedColumns(columns, kept)
  const income = incomeRows(rows.rows, placed)
  const spent = income.size === 0 ? rows.rows : rows.rows.filter((row) => !income.has(row))
  const totals = sumRows(spent, placed, above, rows)
  const money = new Money(
    placed,
    totals.size === 0 ? spent : spent.filter((row) => !totals.has(row)),
    above,
    options,
    isGerman(columns) && (table.delimiter === undefined || table.delimiter === ';'),
  )
  const reader = new LineReader(table, placed, money, notes)
  noteColumns(columns, notes, table)
  for (const { line, cells } of rows.ragged) notes.add('W-RAGGED', { cells, columns: header.headings.length }, table.at(line))
  const items: Item[] = []
  const alike = new AlikeLines()
  let rejected = rows.ragged.length
  const received = new LineList()
  for (const row of rows.drain()) {
    if (income.has(row)) {
      received.add(row.line)
      continue
    }
    if (totals.has(row)) {
      rows.setAside('totals', row.line)
      continue
    }
    const item = reader.itemOf(row)
    if (item !== undefined) {
      items.push(item)
      alike.add(item, row.line)
    } else {
      rejected++
      notes.add('W-NO-NAME', {}, table.at(row.line))
    }
  }
  noteRows(rows, notes, table)
  if (received.count > 0) notes.add('W-INCOME', { n: received.count, lines: someLines(received) }, table.at(received.first(1)[0]!))
  if (items.length === 0 && rejected > rows.ragged.length) notes.add('W-NO-NAMES', {}, table.at(header.line))
  if (alike.lines.count > 0)
    notes.add('W-SAME-LINES', { n: alike.lines.count, lines: someLines(alike.lines) }, table.at(alike.lines.first(1)[0]!))
  noteMoney(items, money, notes)
  for (const { line, n } of money.ceilings.shared()) notes.add('W-AMOUNT-SHARED', { n }, table.at(line))
  return {
    items,
    rejected,
    unusable: unusableRows(rows) + received.count,
    notes: notes.all(),
    fields: reader.fields(),
    columns,
    sumsUp: sumsUp(header),
  }
}

/** The column of the product in an inventory; in a list with amounts a text that stands alone is the heading of a group. */
function productOf(candidates: readonly Candidate[]): number | undefined {
  const installed = candidates.some(({ field }) => field === 'version') && !candidates.some(({ field }) => isAmountField(field))
  return installed ? candidates.find(({ field }) => field === 'product')?.index : undefined
}

/** A pivot table: spreadsheets call its columns "Summe von Betrag" or "Sum of Amount". */
function sumsUp({ headings }: Header): boolean {
  return headings.some((heading) => /^(?:(?:summe|anzahl|mittelwert|maximum|minimum) von|(?:sum|count|average|max|min) of) /i.test(heading))
}

/** The columns that say something, with their place among the kept cells. */
function placedColumns(columns: readonly Column[], kept: readonly number[]): Placed[] {
  const used = columns.filter(({ field, index }) => field !== undefined && field !== 'ignore' && kept.includes(index))
  return used.map((column) => ({ ...column, position: kept.indexOf(column.index) }))
}

/** Rows of a budget that say of themselves that money comes in. */
function incomeRows(rows: readonly KeptRow[], columns: readonly Placed[]): ReadonlySet<KeptRow> {
  const flow = columns.find(({ field }) => field === 'flow')
  return new Set(flow === undefined ? [] : rows.filter(({ cells }) => flowOf(cells[flow.position]!) === 'income'))
}

function assertClear(columns: readonly Column[], place: { file: string; line: number }): void {
  const vendor = columns.find(({ field }) => field === 'vendor')
  if (vendor !== undefined) {
    const what = `„${shorten(vendor.heading, 40)}“ (supplier/manufacturer)`
    throw new Problem('E3308', { what, example: exampleMapping([vendor.heading], ['supplier']) }, place)
  }
  for (const { heading, index, numbers, dates } of columns) {
    const id = numbers?.undecided === undefined ? 'E3304' : 'E3303'
    const value = numbers?.undecided ?? dates?.undecided
    if (value !== undefined)
      throw new Problem(id, { column: shorten(heading, 60), value: shorten(value, 40) }, { ...place, column: index + 1 })
  }
}

/** Whether most understood headings are German words. */
function isGerman(columns: readonly Column[]): boolean {
  const understood = columns.filter(({ field }) => field !== undefined)
  return understood.filter(({ german }) => german).length * 2 > understood.length
}

function noteColumns(columns: readonly Column[], notes: NoteBook, table: Table): void {
  for (const { field, heading, index } of columns) {
    if ((field === undefined || field === 'ignore') && heading !== '')
      notes.add('W-COLUMN', { column: shorten(heading, 60) }, table.columnName(index, heading))
  }
}

const LINES_NAMED = 10

function noteRows(rows: RowSorter, notes: NoteBook, table: Table): void {
  const { aside, named, short, errors, firstError } = rows
  const n = unusableRows(rows)
  const at = named.first(1).map((line) => table.at(line))[0]
  if (n > 0) notes.add('W-SET-ASIDE', { n, ...aside, lines: someLines(named) }, at)
  if (table.delimiter !== undefined && short.count > 0)
    notes.add('W-SHORT-ROWS', { n: short.count, lines: someLines(short) }, table.at(short.first(1)[0]!))
  if (firstError !== undefined) {
    const { line, index, value } = firstError
    notes.add('W-ERROR-CELLS', { n: errors, value: value.slice(0, 20) }, table.cellAt?.(line, index) ?? table.at(line))
  }
}

function unusableRows({ aside }: RowSorter): number {
  return aside.blank + aside.totals + aside.groups + aside.footnotes + aside.headings
}

function someLines(list: LineList): string {
  const shown = list.first(LINES_NAMED).join(', ')
  return list.count > LINES_NAMED ? `${shown}, …` : shown === '' ? '–' : shown
}

function noteMoney(items: readonly Item[], money: Money, notes: NoteBook): void {
  if (money.assumesEuro && items.some(({ amount }) => amount?.currency === 'EUR')) notes.add('W-EUR-ASSUMED')
  if (money.dollars.assumed && items.some(({ amount }) => amount?.currency === 'USD')) notes.add('W-USD-ASSUMED')
  const n = items.filter(({ amount }) => amount?.currency === NO_CURRENCY).length
  if (n > 0) notes.add('W-NO-CURRENCY', { n })
  for (const { index, heading } of money.amounts) {
    const n = money.unused.get(index) ?? 0
    if (n > 0) notes.add('W-AMOUNT-UNUSED', { column: shorten(heading, 60), n })
    const byRow = money.byRow.get(index) ?? 0
    if (byRow > 0) notes.add('W-INTERVAL', { column: shorten(heading, 60), interval: shorten(money.interval!.heading, 60), n: byRow })
    const minus = money.minus.get(index) ?? 0
    if (minus > 0) notes.add('W-MINUS', { column: shorten(heading, 60), n: minus })
    const missed = money.missed.get(index) ?? 0
    if (missed > 0) notes.add('W-AMOUNT-MISSED', { column: shorten(heading, 60), n: missed })
  }
}
