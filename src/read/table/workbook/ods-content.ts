import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import type { Attributes, XmlListener } from '../../xml/events.ts'
import { amountText, columnLetters, MAX_ROW, percentText, plainDecimal } from './cells.ts'
import { numberOf, shapeOf } from '../values/numbers.ts'
import { assertRow, noFindings, RowBuilder, type CellCount, type SheetFindings } from './sheet.ts'
import type { Row } from '../table.ts'

/** Namespaces of OpenDocument (ISO/IEC 26300), and LibreOffice's own for error values. */
export const OPENDOCUMENT = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'calcext',
}

/** What comes out of a content part, in its order. A row that repeats comes once, with its number of lines. */
export type OdsPiece =
  | { readonly kind: 'table'; readonly name: string; readonly hidden: boolean; readonly found: SheetFindings }
  | { readonly kind: 'row'; readonly row: Row; readonly repeat: number }
  | { readonly kind: 'end' }

interface Cell {
  readonly attributes: Attributes
  readonly repeat: number
  readonly covered: boolean
  text: string
  paragraphs: number
}

/** Elements with texts that are no content of a cell: remarks, drawings, changes, links, readings; '' is all that is foreign. */
const SKIPPED: ReadonlySet<string> = new Set([
  '',
  'office:annotation',
  'table:tracked-changes',
  'table:dde-links',
  'table:shapes',
  'table:named-expressions',
  'table:database-ranges',
  'table:data-pilot-tables',
  'text:ruby-text',
  'text:note',
])
const SPREADSHEET = 'office:spreadsheet'

/** Listens to content.xml and tells tables and rows. Repetitions are counted, never expanded. */
export class OdsListener implements XmlListener {
  /** What is complete; whoever listens empties it. */
  readonly pieces: OdsPiece[] = []
  private readonly file: string
  private readonly limits: Limits
  private readonly count: CellCount
  private readonly hiddenStyles = new Set<string>()
  /** Styles of cells that strike through. */
  private readonly struckStyles = new Set<string>()
  private style: { readonly family: string; readonly name: string } | undefined
  private skipping = 0
  private inBody = false
  private tables = 0
  private name = ''
  private builder: RowBuilder
  private found = noFindings()
  private row = 0
  private columns = 0
  private repeat = 1
  private column = 0
  private filled = 0
  private rowHidden = false
  private cell: Cell | undefined
  private inParagraph = 0

  constructor(file: string, limits: Limits, count: CellCount) {
    this.file = file
    this.limits = limits
    this.count = count
    this.builder = new RowBuilder('', limits.columns, this.found)
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipping > 0 || SKIPPED.has(name)) this.skipping++
    else if (name === SPREADSHEET) this.inBody = true
    else if (!this.inBody) this.openStyle(name, attributes)
    else if (name === 'table:table') this.openTable(attributes)
    // a table inside a cell
    else if (this.tables !== 1) return
    else if (name === 'table:table-column') this.openColumn(attributes)
    else if (name === 'table:table-row') this.openRow(attributes)
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.openCell(name, attributes)
    else if (this.cell !== undefined) this.openText(this.cell, name, attributes)
  }

  text(text: string): void {
    if (this.skipping === 0 && this.inParagraph > 0 && this.tables === 1 && this.cell !== undefined)
      this.add(this.cell, text.replace(/\s+/g, ' '))
  }

  close(name: string): void {
    if (this.skipping > 0) this.skipping--
    else if (name === SPREADSHEET) this.inBody = false
    else if (!this.inBody) return
    else if (name === 'table:table') this.closeTable()
    else if (this.tables !== 1) return
    else if (name === 'table:table-row') this.closeRow()
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.closeCell()
    else if (name === 'text:p' || name === 'text:h') this.inParagraph--
  }

  private openStyle(name: string, attributes: Attributes): void {
    if (name === 'style:style') this.style = { family: attributes['style:family'] ?? '', name: attributes['style:name'] ?? '' }
    const { family = '', name: style = '' } = this.style ?? {}
    if (name === 'style:table-properties' && family === 'table' && attributes['table:display'] === 'false') this.hiddenStyles.add(style)
    if (name === 'style:text-properties' && family === 'table-cell' && isStruck(attributes)) this.struckStyles.add(style)
  }

  private openTable(attributes: Attributes): void {
    if (++this.tables > 1) return
    this.name = attributes['table:name'] ?? ''
    this.found = noFindings()
    this.builder = new RowBuilder(this.name, this.limits.columns, this.found)
    this.row = 0
    this.columns = 0
    this.pieces.push({
      kind: 'table',
      name: this.name,
      hidden: this.hiddenStyles.has(attributes['table:style-name'] ?? ''),
      found: this.found,
    })
  }

  private closeTable(): void {
    if (--this.tables === 0) this.pieces.push({ kind: 'end' })
  }

  private openColumn(attributes: Attributes): void {
    const first = this.columns
    this.columns += this.repeated(attributes['table:number-columns-repeated'])
    if (isHidden(attributes)) this.found.hiddenColumns.add(first, this.columns - 1)
  }

  private openRow(attributes: Attributes): void {
    this.repeat = this.repeated(attributes['table:number-rows-repeated'])
    this.column = 0
    this.filled = 0
    this.rowHidden = isHidden(attributes)
  }

  private closeRow(): void {
    const { filled, repeat } = this
    const line = this.row + 1
    this.row += repeat
    if (this.rowHidden) this.builder.hide(line)
    const row = this.builder.take(line)
    if (filled === 0) return
    // empty rows may be said to go on beyond the sheet; filled ones may not
    assertRow(this.row, this.file, this.name)
    this.count.add(filled * (repeat - 1), `${this.name}!${line}`)
    this.pieces.push({ kind: 'row', row, repeat })
  }

  private openCell(name: string, attributes: Attributes): void {
    const repeat = this.repeated(attributes['table:number-columns-repeated'])
    this.cell = { attributes, repeat, covered: name !== 'table:table-cell', text: '', paragraphs: 0 }
    this.inParagraph = 0
    this.count.add(1, `${this.name}!${this.row + 1}`)
  }

  private openText(cell: Cell, name: string, attributes: Attributes): void {
    if (name === 'text:p' || name === 'text:h') {
      this.inParagraph++
      if (cell.paragraphs++ > 0) this.add(cell, '\n')
    } else if (name === 'text:s') this.add(cell, ' '.repeat(Math.min(this.repeated(attributes['text:c']), this.limits.stringBytes + 1)))
    else if (name === 'text:tab') this.add(cell, '\t')
    else if (name === 'text:line-break') this.add(cell, '\n')
  }

  private closeCell(): void {
    const { cell } = this
    if (cell === undefined) return
    this.cell = undefined
    const from = this.column
    this.column += cell.repeat
    // of merged cells only the first has a value
    if (cell.covered) return
    const value = this.valueOf(cell, from)
    if (value.text === '' && cell.attributes['table:formula'] !== undefined && cell.attributes['office:value-type'] === undefined)
      this.builder.formula(this.row + 1, from)
    if (value.text === '') return
    const rows = this.repeated(cell.attributes['table:number-rows-spanned'])
    this.found.spans.add(from, this.row + 1, this.row + rows, value.text)
    this.filled += cell.repeat
    this.count.add(cell.repeat - 1, `${this.name}!${this.row + 1}`)
    const struck = this.struckStyles.has(cell.attributes['table:style-name'] ?? '')
    // one column beyond those kept is enough to say that there are more
    const to = Math.min(this.column, Math.max(from, this.limits.columns) + 1)
    for (let column = from; column < to; column++) this.builder.set(this.row + 1, column, value.text, value.type, struck)
  }

  private valueOf({ attributes, text }: Cell, column: number): { text: string; type?: 'number' | 'date' } {
    const type = attributes['office:value-type']
    if (attributes['calcext:value-type'] === 'error') {
      this.builder.error(this.row + 1, column, text)
      return { text: '' }
    }
    if (type === 'boolean') return { text: attributes['office:boolean-value'] === 'true' ? 'true' : 'false' }
    if (type === 'date' && attributes['office:date-value'] !== undefined)
      return { text: attributes['office:date-value'].slice(0, 10), type: 'date' }
    const decimal =
      type === 'float' || type === 'currency' || type === 'percentage' ? plainDecimal(attributes['office:value'] ?? '') : undefined
    if (decimal !== undefined && type === 'percentage') return { text: percentText(decimal) }
    if (decimal === undefined) return { text: attributes['office:string-value'] ?? text }
    const currency = /^[A-Z]{3}$/.exec(type === 'currency' ? (attributes['office:currency'] ?? '') : '')
    return { text: amountText(decimal, shownScale(decimal, text), currency?.[0]), type: 'number' }
  }

  private add(cell: Cell, text: string): void {
    cell.text += text
    const { stringBytes: limit } = this.limits
    if (cell.text.length > limit)
      throw new Problem('E3103', { limit }, { file: this.file, at: `${this.name}!${columnLetters(this.column)}${this.row + 1}` })
  }

  private repeated(count: string | undefined): number {
    if (count === undefined) return 1
    if (/^[1-9]\d{0,8}$/.test(count)) return Number(count)
    throw new Problem(
      'E3522',
      { reference: count.slice(0, 40) },
      { file: this.file, at: `${this.name}!${Math.min(this.row + 1, MAX_ROW)}` },
    )
  }
}

const isStruck = (attributes: Attributes): boolean => (attributes['style:text-line-through-style'] ?? 'none') !== 'none'

/** Of a row or column. */
const isHidden = (attributes: Attributes): boolean => /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '')

/**
 * By which power of ten a number is to be read larger: 1.2 is shown as "1,20 Mio. €". One that is shown much smaller than it
 * is, is whole already. Three places behind a separator are taken for thousands.
 */
function shownScale(decimal: string, shown: string): number | undefined {
  const shape = shapeOf(shown)
  if (shape?.shift === undefined) return undefined
  const whole = shape.mark === ',' || shape.mark === '.' ? shape.mark : /\./.test(shape.body) ? ',' : '.'
  const number = numberOf({ ...shape, shift: 0 }, whole)
  const ratio = Number(decimal) / Number(number)
  return ratio > 0.5 && ratio < 2 ? shape.shift : undefined
}
