import { replaceAll } from '../../../model/many.ts'
import { isHeadingAgain, spellingsOf, type Spellings } from '../columns/again.ts'
import { Dittos } from './ditto.ts'
import { LineList } from '../lines/line-list.ts'
import { isErrorValue } from '../values/numbers.ts'
import { SharedTexts } from '../remember.ts'
import { cellText, type Row } from '../table.ts'
import { isFootnote, isSentence } from './footnotes.ts'
import type { KeptRow, KnownColumns, Total } from './kept-row.ts'
import { Ordinals } from './ordinals.ts'
import { totalOf } from './total-words.ts'
import { ColumnTexts, filledOf, wordsOf } from './row-words.ts'

export type { KeptRow, KnownColumns, Total } from './kept-row.ts'

/** Why rows are no lines of the list. Every one of them is counted. */
export interface SetAside {
  blank: number
  totals: number
  groups: number
  footnotes: number
  headings: number
}

/** Rows with more cells than the heading; they are never shifted, and never used. */
export interface Ragged {
  readonly line: number
  readonly cells: number
}

const NO_ROW: KeptRow = { line: 0, cells: [], filled: 0, says: 0, dates: 0 }
const TYPES_KEPT = 1000
/**
 * Sorts the rows below a heading: lines of the list on one side; blank rows, totals, group headings, footnotes and
 * repeated headings on the other. Looks at words and at which cells are filled; sums are checked in totals.ts.
 */
export class RowSorter {
  readonly rows: KeptRow[] = []
  readonly ragged: Ragged[] = []
  /** Lines at which what is summed up may begin anew: totals and group headings. */
  readonly breaks: number[] = []
  /** Texts that stand alone in their row. */
  readonly groups: KeptRow[] = []
  /** Rows that are totals by their words. */
  readonly totals: Total[] = []
  readonly aside: SetAside = { blank: 0, totals: 0, groups: 0, footnotes: 0, headings: 0 }
  /** Rows set aside that are not blank, for the note about them. */
  readonly named = new LineList()
  /** Rows that end before the last column that matters. */
  readonly short = new LineList()
  /** Rows of a sheet with something right of the last heading. */
  readonly beyond = new LineList()
  /** Cells with an error value where it matters; they are taken as empty. */
  errors = 0
  firstError?: { readonly line: number; readonly index: number; readonly value: string }
  private readonly headings: readonly string[]
  private readonly spellings: Spellings
  /** What stands in the columns of the lines, also of those that do not matter. */
  readonly texts = new ColumnTexts()
  private readonly known: KnownColumns
  private readonly ordinals: Ordinals
  private readonly product: number
  private readonly columns: readonly number[]
  readonly dittos: Dittos
  private blanks = 0
  private filledSum = 0
  private tail = false
  private afterLine = false
  private readonly shared: readonly SharedTexts[]
  private readonly types = new Map<string, NonNullable<Row['types']>>()

  constructor(headings: readonly string[], columns: readonly number[], known: KnownColumns) {
    this.known = known
    this.ordinals = new Ordinals(known)
    this.product = known.product === undefined ? -1 : columns.indexOf(known.product)
    this.headings = headings
    this.spellings = spellingsOf(headings)
    this.columns = columns
    this.dittos = new Dittos({ ...known, kept: columns })
    this.shared = columns.map(() => new SharedTexts())
  }

  /** The last row was no line: blank, a total, a heading, or there was none. */
  get afterGap(): boolean {
    return !this.afterLine
  }

  add(row: Row): void {
    const filled = filledOf(row.cells)
    this.afterLine = false
    if (filled.length === 0) {
      this.blanks++
      this.tail = this.rows.length > 0
      return
    }
    this.aside.blank += this.blanks
    const afterBlank = this.blanks > 0
    this.blanks = 0
    this.sort(row, filled, afterBlank)
  }

  /** Ends the sorting. Blank rows at the end of a file are no records, unless there is `more`. Where "groups" outnumber lines, they are lines. */
  finish(more: boolean): void {
    if (more) this.aside.blank += this.blanks
    const lastLine = this.rows.at(-1)?.line ?? 0
    const isLine = this.groups.length > this.rows.length ? () => true : this.isProduct(lastLine)
    const lines = this.groups.filter(isLine)
    if (lines.length > 0) {
      for (const row of lines) this.rows.push(row)
      this.rows.sort((a, b) => a.line - b.line)
    }
    for (const { line } of this.groups.filter((row) => !isLine(row))) this.setAside(line > lastLine ? 'footnotes' : 'groups', line)
    this.takeAside(this.ordinals.headings(), 'groups')
  }

  /** Where the product stands alone among the lines of an inventory that does not begin with a group heading, it is a product. */
  private isProduct(lastLine: number): (row: KeptRow) => boolean {
    const grouped = (this.groups[0]?.line ?? 0) < (this.rows[0]?.line ?? 0)
    return ({ line, cells }) => !grouped && line < lastLine && this.product >= 0 && cells[this.product] !== ''
  }

  /** Counts a row that is no line of the list. */
  setAside(kind: keyof SetAside, line: number): void {
    this.aside[kind]++
    this.named.add(line)
  }

  /** Rows that turn out to be totals. */
  setTotalsAside(isTotal: (row: KeptRow) => boolean): void {
    const totals = new Set(this.rows.filter(isTotal))
    for (const row of totals) this.totals.push({ row, text: row.cells.find((cell) => totalOf(cell) !== undefined) ?? '' })
    this.takeAside(totals, 'totals')
  }

  /** Sets rows aside that were taken for lines, and after which what is summed up may begin anew. */
  private takeAside(rows: ReadonlySet<KeptRow>, kind: keyof SetAside): void {
    for (const row of rows) {
      this.setAside(kind, row.line)
      this.breaks.push(row.line)
      if (kind === 'groups') this.groups.push(row)
    }
    this.breaks.sort((a, b) => a - b)
    this.groups.sort((a, b) => a.line - b.line)
    replaceAll(this.rows, this.rows.filter((row) => !rows.has(row))) // prettier-ignore
  }

  /** Rows that are lines of the list, or would be. */
  get lines(): number {
    return this.rows.length + this.ragged.length
  }

  /** Rows held in memory. */
  get held(): number {
    return this.rows.length + this.groups.length + this.ragged.length
  }

  /** The lines, each let go of once it was handed out. */
  *drain(): Generator<KeptRow> {
    for (let index = 0; index < this.rows.length; index++) {
      const row = this.rows[index]!
      this.rows[index] = NO_ROW
      yield row
    }
  }

  private sort(row: Row, filled: readonly number[], afterBlank: boolean): void {
    const first = row.cells[filled[0]!]!.trim()
    const texts = filled.map((index) => row.cells[index]!.trim())
    const { total, label, ...said } = wordsOf(texts, filled, this.known.amounts)
    const isNamed = label !== undefined && this.known.names.has(label.index)
    const kept = {
      ...this.keep(row),
      ...said,
      ...(typeof total === 'object' && { totalOf: total.name }),
      ...(label && !isNamed && { label }),
    }
    if (total === 'total') {
      this.breaks.push(row.line)
      this.totals.push({ row: kept, text: texts.find((text) => totalOf(text) !== undefined) ?? '' })
      this.setAside('totals', row.line)
    } else if (filled.length <= 2 && this.columns.length >= 3 && isFootnote(first) && kept.filled <= 1) this.end('footnotes', row.line)
    else if (filled.length === 1 && isSentence(first)) this.end('footnotes', row.line)
    else if (filled.at(-1)! >= this.headings.length && this.known.mayShift) this.ragged.push({ line: row.line, cells: filled.at(-1)! + 1 })
    else if (isHeadingAgain(row.cells, filled, this.spellings, this.known.amounts)) this.setAside('headings', row.line)
    else if (filled.length === 1 && this.columns.length >= 3 && this.known.spanned?.isWithin(row) !== true) {
      this.groups.push(kept)
      this.breaks.push(row.line)
      this.tail = afterBlank
    } else if (this.tail && kept.filled * 2 < this.usual()) this.end('footnotes', row.line)
    else {
      if (label === undefined) this.texts.add(texts, filled)
      this.ordinals.add(kept, texts, filled)
      this.line(row, kept)
    }
  }

  private line(row: Row, kept: KeptRow): void {
    if (row.cells.findLastIndex((cell) => cell.trim() !== '') >= this.headings.length) this.beyond.add(row.line)
    this.tail = false
    this.afterLine = true
    this.filledSum += kept.filled
    this.rows.push(kept)
    this.dittos.line(row, kept)
    this.known.spanned?.line(row)
    if (row.cells.length <= (this.columns.at(-1) ?? 0)) this.short.add(row.line)
  }

  private end(kind: keyof SetAside, line: number): void {
    this.tail = true
    this.setAside(kind, line)
  }

  /** Filled cells of a usual line so far. */
  private usual(): number {
    return this.rows.length === 0 ? 2 : this.filledSum / this.rows.length
  }

  private keep(row: Row): Omit<KeptRow, 'says' | 'dates'> {
    const cells = this.dittos.resolved(this.columns.map((column, position) => this.shared[position]!.of(this.cell(row, column))))
    const filled = cells.reduce((count, cell) => (cell === '' ? count : count + 1), 0)
    const struck = { ...(row.struck && { struck: row.struck }), ...(row.written && { written: row.written }) }
    return row.types === undefined
      ? { line: row.line, cells, filled, ...struck }
      : { line: row.line, cells, filled, types: this.sharedTypes(row.types), ...struck }
  }

  /** The types of the kept cells; most rows of a list have the same. */
  private sharedTypes(all: NonNullable<Row['types']>): NonNullable<Row['types']> {
    let key = ''
    for (const column of this.columns) key += all[column]?.charAt(0) ?? ' '
    const known = this.types.get(key)
    if (known !== undefined) return known
    const types = this.columns.map((column) => all[column])
    if (this.types.size < TYPES_KEPT) this.types.set(key, types)
    return types
  }

  private cell(row: Row, index: number): string {
    const { line, cells } = row
    const value = cellText(cells, index)
    if (value === '') return this.known.spanned?.cell(row, index) ?? ''
    if (!isErrorValue(value)) return value
    this.errors++
    this.firstError ??= { line, index, value }
    return ''
  }
}
