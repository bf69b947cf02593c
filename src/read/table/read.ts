import type { Amount, Item } from '../../model/item.ts'
import type { ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { Column } from './columns/columns.ts'
import { columnLetters } from './workbook/cells.ts'
import { shorten, type Header } from './columns/header.ts'
import { isAmountField, meaningOf } from './columns/heading.ts'
import { arePayments, isCreditorsLedger } from './columns/ledger.ts'
import { AlikeLines } from './lines/alike.ts'
import { noteGaps } from './lines/gaps.ts'
import { countContractOnce } from './lines/contract-again.ts'
import { nameCredited } from './lines/credited.ts'
import { noteRemarks } from './lines/ending-remarks.ts'
import { incomeRows } from './rows/income-rows.ts'
import { inspectTables, type Inspection } from './inspection.ts'
import { besideTotals, memoRows } from './rows/memo-rows.ts'
import { LineReader } from './lines/line.ts'
import { exampleMapping } from './columns/mapping.ts'
import { Money } from './values/money.ts'
import type { Placed } from './values/amount-column.ts'
import { namelessRows } from './rows/nameless.ts'
import { NoteBook } from './notes.ts'
import { differingTotals } from './rows/own-totals.ts'
import { noteOptional } from './lines/optional.ts'
import { partRows } from './rows/parts.ts'
import { LineList } from './lines/line-list.ts'
import { noteSteps } from './lines/steps.ts'
import { notePrices } from './lines/prices.ts'
import type { KeptRow, RowSorter } from './rows/rows.ts'
import type { Table } from './table.ts'
import { together, type PartReading, type TableReading } from './together.ts'
import { heedStatus } from './lines/standings.ts'
import { isValid, StruckRows, withoutStruck } from './rows/struck.ts'
import { statedAgain } from './rows/stated-again.ts'
import {
  noteAgain,
  noteColumns,
  noteIncome,
  noteMemo,
  noteMoney,
  noteNameless,
  noteNoAmounts,
  notePortal,
  noteRows,
  noteSpanned,
  noteTotals,
  someLines,
  unusableRows,
} from './told.ts'
import { noteMaybeCredits } from './lines/maybe-credits.ts'
import { sumRows } from './rows/totals.ts'

/** Reads a table into items. Errors beside those of `inspectTables`: E3303 and E3304 undecided numbers and dates, E3308 undecided columns. */
export function readTable(table: Table, options: ReadOptions): TableReading {
  const notes = new NoteBook()
  const readings: PartReading[] = []
  let mended: LineList | undefined
  const besides: Inspection[] = []
  for (const found of inspectTables(table, options)) {
    readings.push(readPart(table, found, options, notes))
    mended = found.mended
    if (found.beside !== undefined) besides.push(found)
  }
  if (mended !== undefined && mended.count > 0)
    notes.add('W-ENCODED-TWICE', { n: mended.count, lines: someLines(mended) }, table.at(mended.first(1)[0]!))
  for (const { header, beside } of besides) notes.add('W-BESIDE', { column: columnLetters(beside!) }, table.at(header.line))
  const whole = together(readings, notes)
  return { ...whole, notes: notes.all() }
}

function readPart(table: Table, found: Inspection, options: ReadOptions, notes: NoteBook): PartReading {
  const { header, columns, rows, portal } = found
  if (rows.lines === 0 && portal === undefined) return emptyPart(rows, notes, table)
  assertClear(columns, { file: table.file, line: header.line })
  const { income, parts, memo, again, totals, money, reader, nameless, placed, differing } = sorted(table, found, options, notes)
  if (portal !== undefined) notePortal(portal, notes, table)
  noteColumns(columns, notes, table)
  if (money.amounts.length === 0) noteNoAmounts(found, notes, table)
  for (const { line, cells } of rows.ragged) notes.add('W-RAGGED', { cells, columns: header.headings.length }, table.at(line))
  const items: Item[] = []
  let rejected = rows.ragged.length
  const struck = new StruckRows()
  const aside = [income, parts, memo, ...again.map(({ rows }) => rows)].map((rows) => ({ rows, lines: new LineList() }))
  for (const row of rows.drain()) {
    const apart = aside.find(({ rows }) => rows.has(row))
    if (apart !== undefined) {
      apart.lines.add(row.line)
      continue
    }
    if (totals.has(row)) {
      rows.setAside('totals', row.line)
      continue
    }
    const item: { -readonly [K in keyof Item]: Item[K] } | undefined = reader.itemOf(row, nameless.lines.has(row))
    if (item !== undefined) {
      struck.heed(row, item)
      items.push(item)
    } else {
      rejected++
      notes.add('W-NO-NAME', {}, table.at(row.line))
    }
  }
  noteRows(rows, notes, table)
  noteSpanned(found.spanned, notes, table)
  const [received, within, beside, ...others] = aside.map(({ lines }) => lines)
  if (received!.count > 0) noteIncome(received!, placed, notes, table)
  if (within!.count > 0) notes.add('W-PARTS', { n: within!.count, lines: someLines(within!) }, table.at(within!.first(1)[0]!))
  noteMemo(memo, beside!, notes, table)
  again.forEach((one, index) => noteAgain(one, others[index]!, notes, table))
  if (items.length === 0 && rejected > rows.ragged.length) notes.add('W-NO-NAMES', {}, table.at(header.line))
  struck.note(notes, table)
  if (portal === undefined) heedStatus(items, notes, table)
  noteRemarks(items, found.remarks, notes, table)
  noteGaps(items, placed, notes, table)
  nameCredited(items, found.documents)
  countContractOnce(items, money, notes, table, options.asOf)
  const alike = new AlikeLines()
  for (const item of items) if (item.counted) alike.add(item, item.seenAt[0]!.line!)
  if (alike.lines.count > 0)
    notes.add('W-SAME-LINES', { n: alike.lines.count, lines: someLines(alike.lines) }, table.at(alike.lines.first(1)[0]!))
  noteNameless(nameless, notes, table)
  noteMoney(items, money, notes, table)
  notePrices(items, money, placed, notes)
  noteOptional(items, notes, table)
  noteSteps(items, notes, table, options.asOf)
  noteTotals(
    differing.filter(({ column }) => money.used.has(column.index)),
    notes,
    table,
  )
  noteMaybeCredits(items, arePayments(columns) || columns.some(({ field }) => field === 'documentType'), notes, table)
  for (const { line, n } of money.ceilings.shared()) notes.add('W-AMOUNT-SHARED', { n }, table.at(line))
  return {
    items,
    rejected,
    unusable: unusableRows(rows) + aside.reduce((sum, { lines }) => sum + lines.count, 0) + (portal?.rows.aside ?? 0),
    fields: reader.fields(),
    sumsUp: sumsUp(header),
  }
}

/** What the rows of a part are, and what reads them. None is held on to but a few, so that each can be let go of once it was read. */
function sorted(table: Table, { header, columns, above, rows, kept, portal }: Inspection, options: ReadOptions, notes: NoteBook) {
  const placed = placedColumns(columns, kept)
  const income = incomeRows(rows.rows, placed, above, rows)
  const parts = partRows(rows.rows, placed, above, rows)
  const told = memoRows(rows.rows, placed, rows)
  const whole = rows.rows.filter((row) => !parts.has(row) && !told.has(row))
  const stated = income.size === 0 ? whole : whole.filter((row) => !income.has(row))
  const again = statedAgain(stated, columns, placed, options.asOf)
  const spent = stated.filter((row) => !again.some(({ rows }) => rows.has(row)))
  // the total of a budget may sum up what does not count
  const sums = [spent, ...(spent.length === whole.length ? [] : [whole]), ...withoutStruck(spent)]
  const totals = new Set(sums.flatMap((summed) => [...sumRows(summed, placed, above, rows)]))
  const summed = totals.size === 0 ? spent : spent.filter((row) => !totals.has(row))
  const beside = besideTotals(summed, placed, rows, totals)
  const lines = beside.size === 0 ? summed : summed.filter((row) => !beside.has(row))
  const moneyIn = () => new Money(placed, lines, above, options, listKind(columns, header, table))
  const money = moneyIn()
  const reader = new LineReader(table, placed, money, notes)
  const nameless = namelessRows(lines, placed, (row) => reader.isNamed(row), amountsAside(moneyIn))
  for (const row of nameless.sums) totals.add(row)
  const amountOf = amountsAside(moneyIn)
  const memo = new Map([...told, ...beside].map((row) => [row, amountOf(row)]))
  const all = rows.rows.filter((row) => !parts.has(row) && !totals.has(row))
  const byRow = money.interval !== undefined || money.turnings.sides !== undefined || money.turnings.types !== undefined
  const countedAs = byRow ? (row: KeptRow) => numberOf(amountOf(row)) : undefined
  const { groups, breaks } = rows
  const differing =
    portal === undefined
      ? differingTotals(money.columns, { lines: lines.filter(isValid), all, totals: rows.totals, groups, breaks, above, countedAs })
      : []
  return { income, parts, memo, again, totals, money, reader, nameless, placed, differing }
}

function listKind(columns: readonly Column[], { headings }: Header, { delimiter }: Table): ConstructorParameters<typeof Money>[4] {
  return {
    german: isGerman(columns) && (delimiter === undefined || delimiter === ';' || delimiter === '\t'),
    ledger: isCreditorsLedger(headings),
    payments: arePayments(columns),
  }
}

/** Amounts of rows that may be no lines; they count nowhere among what is told of the amounts of the lines. */
function amountsAside(moneyIn: () => Money): (row: KeptRow) => Amount | undefined {
  let money: Money | undefined
  return (row) => (money ??= moneyIn()).amountOf(row, { place: () => '', unreadable: () => undefined })
}

const numberOf = (amount: Amount | undefined): number | undefined => (amount === undefined ? undefined : Number(amount.value))

/** A heading below which nothing stands, beside tables that have rows. */
function emptyPart(rows: RowSorter, notes: NoteBook, table: Table): PartReading {
  noteRows(rows, notes, table)
  return { items: [], rejected: 0, unusable: unusableRows(rows), fields: {}, sumsUp: false }
}

/** A pivot table: spreadsheets call its columns "Summe von Betrag" or "Sum of Amount". */
function sumsUp({ headings }: Header): boolean {
  return headings.some((heading) => /^(?:(?:summe|anzahl|mittelwert|maximum|minimum) von|(?:sum|count|average|max|min) of) /i.test(heading))
}

/** The columns that say something, with their place among the kept cells. */
function placedColumns(columns: readonly Column[], kept: readonly number[]): Placed[] {
  const used = columns.filter(({ field, index }) => field !== undefined && field !== 'ignore' && kept.includes(index))
  const currency = used.find(({ field }) => field === 'currency')
  const beside = currency === undefined ? {} : { unitAt: kept.indexOf(currency.index) }
  return used.map((column) => ({ ...column, position: kept.indexOf(column.index), ...(isAmountField(column.field) && beside) }))
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
  const understood = columns.filter(({ field, heading }) => field !== undefined && meaningOf(heading) !== undefined)
  return understood.filter(({ german }) => german).length * 2 > understood.length
}
