import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { limitOf } from '../../zip/limits.ts'
import { columnLetters, MAX_COLUMN, MAX_ROW } from './cells.ts'
import { Spans } from './spans.ts'
import type { CellType, Row } from '../table.ts'

/** One sheet of a workbook; its rows are walked once. */
export interface Sheet {
  readonly name: string
  readonly rows: Iterable<Row>
  /** Filled while the rows are walked. */
  readonly found: SheetFindings
  /**
   * The same sheet once more, where only its end told which cells are merged over several rows; their texts are then found.
   * To be asked when its rows were walked.
   */
  readonly again?: () => Sheet | undefined
}

/** What a sheet holds that no row can say. */
export interface SheetFindings {
  /** Cells with error values; the first of them. */
  errors: number
  firstError?: { readonly at: string; readonly value: string }
  /** Formulas whose result was not stored; the first of them. */
  formulas: number
  firstFormula?: string
  /** Filled rows that the sheet hides; the first of them. */
  hidden: number
  firstHidden?: string
  /** Filled cells beyond the columns that are kept; the first of them. */
  far: number
  firstFar?: string
  readonly hiddenColumns: HiddenColumns
  readonly spans: Spans
}

/** `spans`: merged cells that are known already. */
export const noFindings = (spans = new Spans()): SheetFindings => ({
  errors: 0,
  formulas: 0,
  hidden: 0,
  far: 0,
  hiddenColumns: new HiddenColumns(),
  spans,
})

/** Columns that a sheet hides; they are read all the same. */
export class HiddenColumns {
  private readonly runs: { readonly first: number; readonly last: number }[] = []

  /** Indexes from 0, both included; more runs than a sheet has columns are not taken down. */
  add(first: number, last: number): void {
    if (this.runs.length < MAX_COLUMN) this.runs.push({ first, last })
  }

  has(index: number): boolean {
    return this.runs.some(({ first, last }) => first <= index && index <= last)
  }
}

/** Counts the cells of all sheets of a workbook. */
export class CellCount {
  private readonly limit: number
  private readonly file: string
  private cells = 0

  constructor(limits: Limits, file: string) {
    this.limit = limitOf(limits, 'cells')
    this.file = file
  }

  /** Error E3524 above the limit. */
  add(cells: number, at: string): void {
    this.cells += cells
    if (this.cells > this.limit) throw new Problem('E3524', { limit: this.limit }, { file: this.file, at })
  }
}

/** One row in the making: cells may come in any order, what is between them is empty. */
export class RowBuilder {
  private cells: string[] = []
  private types: (CellType | undefined)[] | undefined
  private filled = 0
  private struck = 0
  private readonly columns: number
  private readonly found: SheetFindings
  private readonly sheet: string

  /** `columns`: how many are kept. */
  constructor(sheet: string, columns: number, found: SheetFindings) {
    this.sheet = sheet
    this.columns = columns
    this.found = found
  }

  /** `struck`: it is shown struck through. */
  set(line: number, column: number, text: string, type?: CellType, struck = false): void {
    if (text === '') return
    if (text.trim() !== '') this.filled++
    if (text.trim() !== '' && struck) this.struck++
    if (column >= this.columns) {
      this.found.far++
      this.found.firstFar ??= `${this.sheet}!${columnLetters(column)}${line}`
      return
    }
    while (this.cells.length < column) this.cells.push('')
    this.cells[column] = text
    if (type === undefined) return
    this.types ??= []
    this.types[column] = type
  }

  error(line: number, column: number, value: string): void {
    this.found.errors++
    this.found.firstError ??= { at: `${this.sheet}!${columnLetters(column)}${line}`, value: value.slice(0, 20) }
  }

  /** A formula without a result: whoever wrote the file did not compute it. */
  formula(line: number, column: number): void {
    this.found.formulas++
    this.found.firstFormula ??= `${this.sheet}!${columnLetters(column)}${line}`
  }

  /** The row that is being made is hidden; it is read all the same. */
  hide(line: number): void {
    if (this.cells.length === 0) return
    this.found.hidden++
    this.found.firstHidden ??= `${this.sheet}!${line}`
  }

  /** The row, and an empty one begins. */
  take(line: number): Row {
    const { cells, types, filled, struck } = this
    this.cells = []
    this.types = undefined
    this.filled = this.struck = 0
    const said = struck === 0 ? {} : { struck: struck === filled ? ('all' as const) : ('some' as const) }
    return types === undefined ? { line, cells, ...said } : { line, cells, types, ...said }
  }
}

/** Absent rows up to this number are blank rows of the list; more of them are layout, and stand for one. */
const GAP_MAX = 1000

/** The blank rows between two rows that are there. */
export function* blankRows(before: number, next: number): Generator<Row> {
  const first = next - before - 1 <= GAP_MAX ? before + 1 : next - 1
  for (let line = first; line < next; line++) yield { line, cells: [] }
}

/** Refuses rows that no sheet has. */
export function assertRow(row: number, file: string, sheet: string): void {
  if (row > MAX_ROW) throw new Problem('E3523', { row, limit: MAX_ROW }, { file, at: `${sheet}!${row}` })
}
