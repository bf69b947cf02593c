import type { ColumnMapping, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { RowsBeside, tableBeside } from './columns/beside.ts'
import { MAPPED, NAMED_BY, type Candidate } from './columns/candidate.ts'
import { candidatesOf, inferColumns, neededColumns, type Column } from './columns/columns.ts'
import { fold } from './columns/fold.ts'
import type { ColumnField } from './columns/header-words.ts'
import { findHeader, HEADER_ROWS, noHeader, type Header } from './columns/header.ts'
import { isAmountField } from './columns/heading.ts'
import { layoutOf, type Layout } from './columns/layouts.ts'
import { checkMapping, ownColumns } from './columns/mapping.ts'
import { pricedByPiece } from './columns/priced.ts'
import { saidByCells } from './columns/said-by-cells.ts'
import { shortYears } from './columns/short-years.ts'
import { periodColumns } from './columns/period-headings.ts'
import { TotalColumns } from './columns/total-column.ts'
import { saidAbove, yearColumns } from './columns/year-headings.ts'
import { NewHeadings } from './columns/new-heading.ts'
import { Documents } from './lines/documents.ts'
import type { LineList } from './lines/line-list.ts'
import { RowFeed } from './feed.ts'
import { assertNotFlattened } from './flattened.ts'
import { isCounted, settleFooters } from './rows/footers.ts'
import { mayName } from './lines/line.ts'
import { PartyAbove } from './rows/party-above.ts'
import { PortalRows } from './rows/portal-rows.ts'
import { Remarks } from './lines/remarks.ts'
import { RowSorter, type KnownColumns } from './rows/rows.ts'
import { SteppedCells } from './rows/stepped-cells.ts'
import { SpannedCells } from './rows/spanned-cells.ts'
import type { Row, Table } from './table.ts'
import { MoneyColumns } from './values/money-cells.ts'
import { withOwnUnits } from './values/own-units.ts'
import { isMoneyUnit, unitAbove, type Unit } from './values/units.ts'

/** What was understood of a table, before its rows become items. */
export interface Inspection {
  readonly header: Header
  readonly columns: readonly Column[]
  /** Units stated above the heading, or above those before it, or known of a portal. */
  readonly above: Unit
  readonly rows: RowSorter
  /** Indexes of the columns whose cells the rows hold, in their order. */
  readonly kept: readonly number[]
  /** Columns that hold money, whatever their headings say. */
  readonly money: MoneyColumns
  readonly remarks: Remarks
  readonly documents: Documents
  /** Index of the column in which another table begins that stands beside this one and comes next. */
  readonly beside?: number
  /** Rows of all tables so far with texts that were encoded twice. */
  readonly mended: LineList
  readonly spanned: SpannedCells
  /** Of a list as a portal writes it. */
  readonly portal?: { readonly layout: Layout; readonly rows: PortalRows }
}

/**
 * Walks a table once and says what its columns are; where another heading follows, with other columns, it is the next
 * table. At least one has rows. Errors: E3301 no heading, E3311 headings below each other, E3302 no rows, E3310 flattened OCDS, E3104 too many,
 * E2117 no heading where the mapping file says.
 */
export function* inspectTables(table: Table, options: ReadOptions): Generator<Inspection> {
  checkMapping(options.mapping)
  const feed = new RowFeed(table.rows)
  let above: Unit = {}
  let [held, lines] = [0, 0]
  let isBeside = false
  for (let isFirst = true; isFirst || feed.more(); isFirst = false) {
    const found: Inspection = inspectNext({ table, feed, isFirst, above, held, isBeside }, options)
    isBeside = found.beside !== undefined
    held += found.rows.held
    lines += found.rows.lines + (found.portal?.rows.aside ?? 0)
    if (lines === 0 && !feed.more()) throw new Problem('E3302', {}, { file: table.file, line: found.header.line })
    above = found.above
    yield found
  }
}

interface Next {
  readonly table: Table
  readonly feed: RowFeed
  readonly isFirst: boolean
  readonly above: Unit
  /** Rows of the tables before it. */
  readonly held: number
  /** It stands beside the one before it. */
  readonly isBeside: boolean
}

function inspectNext({ table, feed, isFirst, above, held, isBeside }: Next, options: ReadOptions): Inspection {
  const first = feed.take(HEADER_ROWS)
  const found = isFirst ? firstHeader(first, table, options.mapping) : findHeader(first, options.mapping, 0)!
  const whole = table.delimiter === undefined ? withUnheaded(found, first) : found
  const besideAt = options.mapping === undefined ? tableBeside(whole.headings, whole.above, first.slice(whole.rows)) : undefined
  const own = besideAt === undefined ? whole : { ...whole, headings: whole.headings.slice(0, besideAt) }
  const party =
    besideAt === undefined && options.mapping === undefined
      ? PartyAbove.of(
          first.filter(({ line }) => line < own.line),
          own.headings,
        )
      : undefined
  const header = party === undefined ? own : { ...own, headings: [...own.headings, party.heading] }
  const beside = besideAt === undefined ? undefined : new RowsBeside(besideAt, { line: whole.line, cells: whole.headings })
  const mapping = isFirst ? options.mapping : ownColumns(options.mapping, header.headings)
  const layout = layoutOf(header.headings)
  const portal = layout && { layout, rows: new PortalRows(layout, header.headings) }
  const headed = yearColumns(candidatesOf(header.headings, mapping, table.mapping, layout), header.above, first.slice(header.rows))
  const candidates = saidByCells(shortYears(periodColumns(headed, header.above)), first.slice(header.rows))
  const needed = neededColumns(candidates)
  const money = new MoneyColumns(candidates.filter(({ field }) => field !== 'person').map(({ index }) => index))
  const open = new TotalColumns(candidates)
  const remarks = new Remarks(header.headings)
  const documents = new Documents(header.headings)
  const steps = new SteppedCells(candidates, options.asOf)
  const spanned = new SpannedCells(candidates, table, party)
  const sorter = new RowSorter(header.headings, needed, {
    ...knownColumns(candidates),
    mayShift: table.delimiter !== undefined,
    spanned,
  })
  if (!isFirst && !isBeside) for (const { line } of first.slice(0, header.rows)) sorter.setAside('headings', line)
  feed.giveBack(first.slice(header.rows))
  const totals: Row[] = []
  const others = new NewHeadings(candidates, options.mapping)
  for (let next = feed.next(); next !== undefined; next = feed.next()) {
    if (others.has(next, sorter.afterGap)) {
      feed.giveBack([next])
      break
    }
    if (party?.begins(next) === true) {
      sorter.setAside('groups', next.line)
      sorter.breaks.push(next.line)
      continue
    }
    const row = steps.held(beside === undefined ? next : beside.without(next))
    const line = portal === undefined ? row : portal.rows.of(row)
    if (line !== undefined) {
      const { totals: before } = sorter.aside
      sorter.add(line)
      if (sorter.aside.totals > before) totals.push(line)
      else open.add(line)
      money.add(line.cells)
      remarks.add(line)
      documents.add(line)
    }
    if (held + sorter.held > options.limits.components)
      throw new Problem('E3104', { limit: options.limits.components }, { file: table.file, line: row.line })
  }
  sorter.finish(feed.more())
  if (beside !== undefined) feed.giveBack(beside.all())
  const supplier = candidates.find(({ field, confidence }) => field === 'supplier' && confidence === MAPPED)
  if (supplier !== undefined) portal?.rows.join(sorter.rows, needed.indexOf(supplier.index))
  const units = { ...above, ...(layout && { currency: layout.currency }), ...unitAbove(fold(header.above.join(' · '))) }
  const settled = open.settled({ above: units, said: saidAbove(header.above), totals })
  const inferred = pricedByPiece(inferColumns(settled, needed, sorter.rows, { mapping, delimiter: table.delimiter }), needed, sorter.rows)
  settleFooters(sorter, inferred, needed)
  const columns = withOwnUnits(inferred, { rows: sorter.rows, kept: needed, totals, above: units })
  return {
    header,
    columns,
    above: units,
    rows: sorter,
    kept: needed,
    money,
    remarks,
    documents,
    mended: feed.mended,
    spanned,
    ...(beside && { beside: beside.at }),
    ...(portal && { portal }),
  }
}

/** Right of the last heading of a sheet a cell may stand that says more: the currency of an amount whose heading is merged over both. */
function withUnheaded(header: Header, first: readonly Row[]): Header {
  const beside = first.slice(header.rows).some(({ cells }) => isMoneyUnit(cells[header.headings.length]?.trim() ?? ''))
  return beside ? { ...header, headings: [...header.headings, ''] } : header
}

function firstHeader(first: readonly Row[], { file }: Table, mapping: ColumnMapping | undefined): Header {
  if (mapping === undefined) assertNotFlattened(first, file)
  const header = findHeader(first, mapping, mappedLine(first, file, mapping))
  if (header === undefined) throw noHeader(first, file, mapping)
  return header
}

/** Index of the row that the mapping file says is the heading; -1 where it says nothing. Error E2117: it is not there. */
function mappedLine(first: readonly Row[], file: string, { headerLine: line }: Partial<ColumnMapping> = {}): number {
  const index = first.findIndex((row) => row.line === line)
  if (line !== undefined && index < 0) throw new Problem('E2117', { line, rows: first.length }, { file, line })
  return index
}

function knownColumns(candidates: readonly Candidate[]): KnownColumns {
  const at = (isMeant: (field: ColumnField | undefined) => boolean) =>
    new Set(candidates.filter(({ field }) => isMeant(field)).map(({ index }) => index))
  return { product: productOf(candidates), names: at(mayName), things: at((field) => NAMED_BY.has(field)), amounts: at(isCounted) }
}

/** The column of the product in an inventory; in a list with amounts a text that stands alone is the heading of a group. */
function productOf(candidates: readonly Candidate[]): number | undefined {
  const installed = candidates.some(({ field }) => field === 'version') && !candidates.some(({ field }) => isAmountField(field))
  return installed ? candidates.find(({ field }) => field === 'product')?.index : undefined
}
