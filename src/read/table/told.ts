import { firstFew } from '../../model/first-few.ts'
import type { Amount, Item } from '../../model/item.ts'
import { NO_CURRENCY, sumText } from '../../model/money.ts'
import { MAPPED } from './columns/candidate.ts'
import type { Column, OwnUnits } from './columns/columns.ts'
import { shorten } from './columns/header.ts'
import { meaningOf } from './columns/heading.ts'
import { totalCounts } from './columns/total-column.ts'
import type { Inspection } from './inspection.ts'
import type { Money } from './values/money.ts'
import type { AmountColumn } from './values/amount-column.ts'
import { BESIDE } from './values/preference.ts'
import { turned } from './values/signs.ts'
import { mayBeAmount } from './values/money-cells.ts'
import type { NoteBook } from './notes.ts'
import { DITTOS_NAMED } from './rows/ditto.ts'
import type { Nameless } from './rows/nameless.ts'
import { LineList } from './lines/line-list.ts'
import type { RowSorter } from './rows/rows.ts'
import type { StatedAgain } from './rows/stated-again.ts'
import type { Differing } from './rows/own-totals.ts'
import { placeOfCell, type Table } from './table.ts'

export function noteColumns(columns: readonly Column[], notes: NoteBook, table: Table): void {
  for (const { field, heading, index, summed, ownUnits } of columns) {
    if (ownUnits !== undefined) noteOwnUnits(ownUnits, shorten(heading, 60), notes, table.columnName(index, heading))
    if ((field === undefined || field === 'ignore') && heading !== '')
      notes.add('W-COLUMN', { column: shorten(heading, 60) }, table.columnName(index, heading))
    if (summed !== undefined)
      notes.add('W-YEARS-SUMMED', { column: shorten(heading, 60), years: summed.join(', ') }, table.columnName(index, heading))
  }
}

const OWN_UNITS = [
  ['whole', 'W-OWN-UNIT'],
  ['scaled', 'W-OWN-UNIT-SCALED'],
  ['unclear', 'W-OWN-UNIT-UNCLEAR'],
] as const

/** Amounts that name a currency and not the thousands of their column. */
function noteOwnUnits(found: OwnUnits, column: string, notes: NoteBook, at: string): void {
  for (const [as, code] of OWN_UNITS) {
    const those = [...found].filter(([, cell]) => cell.as === as)
    const n = those.reduce((sum, [, cell]) => sum + cell.n, 0)
    if (n > 0) notes.add(code, { n, column, value: shorten(those[0]![0], 40) }, at)
  }
}

/** Of a list without amounts: which of its columns may be one after all. */
export function noteNoAmounts({ columns, money }: Inspection, notes: NoteBook, table: Table): void {
  const installed = columns.some(({ field }) => field === 'version')
  const unsure = totalCounts(columns.map((column) => (isOpenTotal(column) ? { ...column, field: 'total' } : column))) === 'unsure'
  for (const column of columns) {
    const { field, heading, index } = column
    const said = { column: shorten(heading, 60), line: `${JSON.stringify(heading)}: amount` }
    if (unsure && isOpenTotal(column)) notes.add('W-TOTAL-COUNTED', said, table.columnName(index, heading))
    if (field !== undefined || heading === '' || !money.has(index) || !mayBeAmount(heading, installed)) continue
    notes.add('W-NO-AMOUNT', said, table.columnName(index, heading))
  }
}

/** „Gesamt“, taken for a number of pieces by nothing but the columns beside it. */
function isOpenTotal({ field, heading, confidence }: Column): boolean {
  return field === 'quantity' && confidence < MAPPED && meaningOf(heading)?.field === 'total'
}

const LINES_NAMED = 10

export function noteRows(rows: RowSorter, notes: NoteBook, table: Table): void {
  const { aside, named, short, beyond, dittos, errors, firstError } = rows
  const n = unusableRows(rows)
  const at = named.first(1).map((line) => table.at(line))[0]
  if (n > 0) notes.add('W-SET-ASIDE', { n, ...aside, named: named.count, lines: someLines(named) }, at)
  if (table.delimiter !== undefined && short.count > 0)
    notes.add('W-SHORT-ROWS', { n: short.count, lines: someLines(short) }, table.at(short.first(1)[0]!))
  noteDittos(dittos, notes, table)
  if (beyond.count > 0) notes.add('W-BEYOND', { n: beyond.count, lines: someLines(beyond) }, table.at(beyond.first(1)[0]!))
  if (firstError !== undefined) {
    const { line, index, value } = firstError
    notes.add('W-ERROR-CELLS', { n: errors, value: value.slice(0, 20) }, table.cellAt?.(line, index) ?? table.at(line))
  }
}

export function noteSpanned({ lines, above }: Inspection['spanned'], notes: NoteBook, table: Table): void {
  if (above !== undefined && above.lines.count > 0)
    notes.add(
      'W-PARTY-ABOVE',
      { n: above.lines.count, label: shorten(above.heading, 40), lines: someLines(above.lines) },
      table.at(above.lines.first(1)[0]!),
    )
  if (lines.count > 0) notes.add('W-MERGED-CELLS', { n: lines.count, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}

export function notePortal({ layout, rows }: NonNullable<Inspection['portal']>, notes: NoteBook, table: Table): void {
  notes.add('W-PORTAL', { portal: layout.portal, currency: layout.currency })
  if (rows.unawarded.count > 0) notes.add('W-NO-AWARD', { n: rows.unawarded.count }, table.at(rows.unawarded.first(1)[0]!))
  for (const [code, list] of [
    ['W-ROWS-REPLACED', rows.replaced],
    ['W-ROWS-OF-WINNERS', rows.winners],
  ] as const)
    if (list.count > 0) notes.add(code, { n: list.count, lines: someLines(list) }, table.at(list.first(1)[0]!))
}

export function noteNameless({ lines, left }: Nameless, notes: NoteBook, table: Table): void {
  const list = new LineList()
  for (const { line } of lines.keys()) list.add(line)
  const params = { n: list.count, sum: sumText([...lines.values()]), lines: someLines(list) }
  if (list.count > 0) notes.add('W-UNNAMED', params, table.at(list.first(1)[0]!))
  if (left.length > 0) notes.add('W-NO-NAME-AMOUNTS', { n: left.length, sum: sumText(left) })
}

export function noteIncome(received: LineList, columns: readonly Column[], notes: NoteBook, table: Table): void {
  const said = { n: received.count, lines: someLines(received) }
  const at = table.at(received.first(1)[0]!)
  const { heading = '', titles, income } = columns.find(({ field }) => field === 'flow') ?? {}
  const column = shorten(heading, 60)
  if (titles === true) notes.add('W-INCOME-TITLES', { ...said, column }, at)
  else if (income !== undefined) notes.add('W-INCOME-ACCOUNTS', { ...said, column, first: [...income].join(', ') }, at)
  else notes.add('W-INCOME', said, at)
}

/** Rows that are told beside the list, with what they come to. */
export function noteMemo(rows: ReadonlyMap<unknown, Amount | undefined>, lines: LineList, notes: NoteBook, table: Table): void {
  if (lines.count === 0) return
  const sum = sumText([...rows.values()].flatMap((amount) => amount ?? [])) || '–'
  notes.add('W-MEMO', { n: lines.count, sum, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}

/** Totals of the list that are not what was read. */
export function noteTotals(differing: readonly Differing[], notes: NoteBook, table: Table): void {
  for (const { total, column, says, read } of differing) {
    const at = placeOfCell(table, total.row.line, column)
    notes.add(
      'W-TOTAL',
      { total: shorten(total.text, 40), says: says.toFixed(2), read: read.toFixed(2), column: shorten(column.heading, 60) },
      at,
    )
  }
}

export function noteAgain({ code, says }: StatedAgain, lines: LineList, notes: NoteBook, table: Table): void {
  if (lines.count === 0) return
  const said = Object.fromEntries(Object.entries(says).map(([name, text]) => [name, shorten(text, 60)]))
  notes.add(code, { ...said, n: lines.count, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}

export function unusableRows({ aside }: RowSorter): number {
  return aside.blank + aside.totals + aside.groups + aside.footnotes + aside.headings
}

export function someLines(list: LineList): string {
  const shown = list.first(LINES_NAMED).join(', ')
  return list.count > LINES_NAMED ? `${shown}, …` : shown === '' ? '–' : shown
}

function noteDittos({ lines, texts }: RowSorter['dittos'], notes: NoteBook, table: Table): void {
  if (lines.count === 0) return
  const named = [...texts].slice(0, DITTOS_NAMED).map(quoted).join(', ') + (texts.size > DITTOS_NAMED ? ', …' : '')
  notes.add('W-DITTO', { n: lines.count, texts: named, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}

/** A text of a list, as it stands there, in the parameter `texts` of a note; reports write the marks of their language around it. */
export const quoted = (text: string): string => `"${text}"`

/** Amounts that somebody typed because a number was asked for; 0 says so itself. */
function notePlaceholders(items: readonly Item[], notes: NoteBook): void {
  const found = items.flatMap(({ amount }) => (amount?.placeholder === true && Number(amount.value) !== 0 ? [amount.value] : []))
  const values = [...new Set(found)]
  if (found.length > 0) notes.add('W-PLACEHOLDER', { n: found.length, values: firstFew(values) })
}

/** Amounts that came back, and were told from those spent by a column of signs or types. */
function noteBack(items: readonly Item[], { turnings }: Money, notes: NoteBook): void {
  const { sides, types, back } = turnings
  const amounts = items.flatMap(({ amount, seenAt }) =>
    amount !== undefined && amount.placeholder !== true && back.has(seenAt[0]!.line!) ? [amount] : [],
  )
  if (amounts.length === 0) return
  const said = { n: amounts.length, sum: sumText(amounts.map((amount) => ({ ...amount, value: turned(amount.value) }))) }
  if (types !== undefined) notes.add('W-TYPE-CREDIT', { column: shorten(types.column.heading, 60), ...said })
  if (sides === undefined) return
  const [spent, came] = sides.names.map((name) => shorten(name, 20) || '–')
  notes.add('W-SIGN', { column: shorten(sides.column.heading, 60), spent: spent!, back: came!, ...said })
}

export function noteMoney(items: readonly Item[], money: Money, notes: NoteBook, table: Table): void {
  if (money.euroAssumed) notes.add('W-EUR-ASSUMED')
  if (money.dollars.assumed && items.some(({ amount }) => amount?.currency === 'USD')) notes.add('W-USD-ASSUMED')
  notePlaceholders(items, notes)
  noteBack(items, money, notes)
  const n = items.filter(({ amount }) => amount?.currency === NO_CURRENCY).length
  if (n > 0) notes.add('W-NO-CURRENCY', { n })
  for (const column of money.amounts) {
    const { index, heading } = column
    noteUnused(column, money, notes)
    if (money.used.has(index) && table.isHidden?.(index) === true)
      notes.add('W-HIDDEN-COLUMN', { column: shorten(heading, 60) }, table.columnName(index, heading))
    noteSummed(column, money.summed.get(index) ?? 0, notes)
    const byRow = money.byRow.get(index) ?? 0
    if (byRow > 0) notes.add('W-INTERVAL', { column: shorten(heading, 60), interval: shorten(money.interval!.heading, 60), n: byRow })
    const byYear = money.byYear.get(index) ?? 0
    if (byYear > 0) notes.add('W-OF-YEAR', { column: shorten(heading, 60), n: byYear, line: `${JSON.stringify(heading)}: contractValue` })
    const whole = money.notByRow.get(index) ?? 0
    if (whole > 0)
      notes.add('W-INTERVAL-UNUSED', { column: shorten(heading, 60), interval: shorten(money.interval!.heading, 60), n: whole })
    const unread = money.unreadIntervals.get(index)
    if (unread !== undefined)
      notes.add('W-INTERVAL-UNREAD', {
        column: shorten(heading, 60),
        interval: shorten(money.interval!.heading, 60),
        n: unread.n,
        value: shorten(unread.value, 40),
      })
    const minus = money.turnings.minus.get(index) ?? 0
    if (minus > 0) notes.add('W-MINUS', { column: shorten(heading, 60), n: minus })
    const missed = money.leftOver.missed.get(column) ?? 0
    if (missed > 0) notes.add('W-AMOUNT-MISSED', { column: shorten(heading, 60), n: missed })
  }
}

/** Amounts that are added up of the parts of a year. */
function noteSummed({ parts, partOfYear }: AmountColumn, n: number, notes: NoteBook): void {
  if (n === 0) return
  const columns = parts!.columns.map(({ heading }) => shorten(heading, 30)).join(', ')
  notes.add('W-PERIODS-SUMMED', { n, columns, k: parts!.columns.length, of: partOfYear!.of })
}

/** Amounts beside those that count: which column holds instead of theirs, and what a mapping file says to choose it. */
function noteUnused(column: AmountColumn, { leftOver }: Money, notes: NoteBook): void {
  const gave = leftOver.unused.get(column)
  if (gave === undefined) return
  const [first, ...more] = gave.to
  const others = more.length === 0 ? '' : ', …'
  // a mapped column holds before all others; where that does not help, the other has to go
  const own = `${JSON.stringify(column.heading)}: ${column.field}`
  const other = `${JSON.stringify(first!.heading)}: ignore`
  const line = BESIDE.has(column.field) ? other : first!.confidence === MAPPED ? `${own}, ${other}` : own
  notes.add('W-AMOUNT-UNUSED', { column: shorten(column.heading, 60), n: gave.n, instead: `${shorten(first!.heading, 60)}${others}`, line })
}
