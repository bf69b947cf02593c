import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import type { Attributes, XmlListener } from '../../xml/events.ts'
import { amountText, columnIndex, columnLetters, dayOfSerial, MAX_COLUMN, percentText, plainDecimal } from './cells.ts'
import { assertRow, RowBuilder, type CellCount, type SheetFindings } from './sheet.ts'
import type { CellType, Row } from '../table.ts'
import { TextRuns, unescaped, type SharedTexts } from './xlsx-texts.ts'
import type { CellStyle } from './xlsx-workbook.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly file: string
  readonly name: string
  readonly limits: Limits
  readonly date1904: boolean
  readonly styles: readonly CellStyle[]
  readonly texts: SharedTexts | undefined
  readonly cells: CellCount
  readonly found: SheetFindings
}

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: CellStyle | undefined
}

const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,9})$/

/** Listens to the part of a worksheet and makes rows. Only rows and cells that are there: no range is ever expanded. */
export class SheetListener implements XmlListener {
  /** Rows that are complete; whoever listens empties it. */
  readonly rows: Row[] = []
  private readonly context: SheetContext
  private readonly builder: RowBuilder
  private readonly runs: TextRuns
  private readonly columns = new Set<number>()
  private inData = false
  private row = 0
  private last = -1
  private cell: Cell | undefined
  private value = ''
  private inValue = false
  private formula = false
  private hidden = false
  /** The sheet is read again, and what it says at its end is known. */
  private readonly knowsSpans: boolean

  constructor(context: SheetContext) {
    this.context = context
    this.knowsSpans = context.found.spans.any
    this.builder = new RowBuilder(context.name, context.limits.columns, context.found)
    this.runs = new TextRuns(context.limits, context.file)
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inData = true
    else if (name === 'col') this.hideColumns(attributes)
    else if (name === 'mergeCell' && !this.knowsSpans) this.context.found.spans.addRange(attributes['ref'] ?? '')
    else if (!this.inData) return
    else if (name === 'row') this.beginRow(attributes)
    else if (name === 'c') this.beginCell(attributes)
    else if (name === 'v') this.inValue = true
    else if (name === 'f') this.formula = true
    else this.runs.open(name)
  }

  text(text: string): void {
    if (this.cell === undefined) return
    if (!this.inValue) return this.runs.add(text)
    this.value += text
    const { limits, file } = this.context
    if (this.value.length > limits.stringBytes)
      throw new Problem('E3103', { limit: limits.stringBytes }, { file, at: this.at(this.cell.column) })
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false
    else if (!this.inData) return
    else if (name === 'row') this.endRow()
    else if (name === 'c') this.endCell()
    else if (name === 'v') this.inValue = false
    else this.runs.close(name)
  }

  private hideColumns({ min, max, hidden }: Attributes): void {
    if (hidden === '1' || hidden === 'true') this.context.found.hiddenColumns.add(Number(min) - 1, Number(max) - 1)
  }

  private beginRow({ r: reference, hidden }: Attributes): void {
    this.hidden = hidden === '1' || hidden === 'true'
    const row = reference === undefined ? this.row + 1 : /^[1-9]\d{0,15}$/.test(reference) ? Number(reference) : this.wrong(reference)
    assertRow(row, this.context.file, this.context.name)
    // rows come in their order; one that comes again contradicts the first
    if (row <= this.row) this.wrong(String(row))
    this.row = row
    this.last = -1
    this.columns.clear()
  }

  private endRow(): void {
    if (this.hidden) this.builder.hide(this.row)
    const row = this.builder.take(this.row)
    this.context.found.spans.begin(row.line, row.cells)
    this.rows.push(row)
  }

  private beginCell({ r, t = 'n', s }: Attributes): void {
    const column = r === undefined ? this.last + 1 : this.columnOf(r)
    this.context.cells.add(1, this.at(column))
    if (column >= MAX_COLUMN || this.columns.has(column)) this.wrong(r ?? String(column + 1))
    this.columns.add(column)
    this.last = column
    this.cell = { column, type: t, style: s === undefined ? undefined : this.context.styles[Number(s)] }
    this.value = ''
    this.formula = false
    this.runs.take()
  }

  private columnOf(reference: string): number {
    const match = REFERENCE.exec(reference)
    if (match === null) return this.wrong(reference)
    const row = Number(match[2])
    assertRow(row, this.context.file, this.context.name)
    return row === this.row ? columnIndex(match[1]!) : this.wrong(reference)
  }

  private endCell(): void {
    const { cell, value, row, builder } = this
    if (cell === undefined) return
    this.cell = undefined
    const { column, type, style } = cell
    const set = (text: string, as?: CellType): void => builder.set(row, column, text, as, style?.struck)
    if (type === 's') set(this.shared(value, column))
    else if (type === 'inlineStr') set(this.runs.take())
    else if (type === 'b') set(value === '' ? '' : value === '1' || value === 'true' ? 'true' : 'false')
    else if (type === 'e') builder.error(row, column, value)
    else if (type === 'd') set(value.slice(0, 10), 'date')
    else if (type === 'n' && value.trim() === '' && this.formula) builder.formula(row, column)
    else if (type === 'n') this.number(value.trim(), style, set)
    else set(unescaped(value))
  }

  private number(value: string, style: CellStyle | undefined, set: (text: string, as?: CellType) => void): void {
    const decimal = plainDecimal(value)
    if (decimal === undefined) return set(value)
    if (style?.percent === true) return set(percentText(decimal))
    const day = style?.date === true ? dayOfSerial(Number(decimal), this.context.date1904) : undefined
    if (day !== undefined) return set(day, 'date')
    set(amountText(decimal, style?.shift, style?.currency), 'number')
  }

  private shared(value: string, column: number): string {
    if (value === '') return ''
    const text = /^\d{1,10}$/.test(value.trim()) ? this.context.texts?.get(Number(value)) : undefined
    if (text === undefined) throw new Problem('E3526', { index: value.slice(0, 20) }, { file: this.context.file, at: this.at(column) })
    return text
  }

  private at(column: number): string {
    return `${this.context.name}!${column < 0 || column >= MAX_COLUMN ? '' : columnLetters(column)}${this.row}`
  }

  private wrong(reference: string): never {
    throw new Problem(
      'E3522',
      { reference: reference.slice(0, 40) },
      { file: this.context.file, at: `${this.context.name}!${Math.max(1, this.row)}` },
    )
  }
}
