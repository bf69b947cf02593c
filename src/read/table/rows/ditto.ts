import type { KeptRow } from './kept-row.ts'
import { LineList } from '../lines/line-list.ts'
import { cellText, type Row } from '../table.ts'

/** „dito“, „wie oben“, and the marks that people write for it: `"`, `-"-`, `„`. */
const DITTO =
  /^(?:[-–—]{0,3} ?(?:["„“”″〃]|''|,,){1,3} ?[-–—]{0,3}|(?:dito|ditto|dto|idem|desgl|desgleichen|wie (?:oben|vor|vorstehend)|siehe oben|s\. ?o)\.?)$/i
const LONGEST = 16

/** What the cells of a list say by pointing to the cell above. Amounts are never taken from there: theirs may be included in it. */
export class Dittos {
  /** Rows in which it was so. */
  readonly lines = new LineList()
  private above: readonly string[] = []
  private readonly columns: readonly number[]
  /** Positions of the cells that hold numbers. */
  private readonly amounts: ReadonlySet<number>

  /** `columns`: indexes of the columns whose cells are kept; `amounts`: of those that hold numbers. */
  constructor(columns: readonly number[], amounts: ReadonlySet<number>) {
    this.columns = columns
    this.amounts = new Set(columns.flatMap((column, at) => (amounts.has(column) ? [at] : [])))
  }

  /** The kept cells of a row, with what those of the line above say. */
  resolved(cells: readonly string[]): readonly string[] {
    if (this.above.length === 0 || !cells.some((cell, at) => this.isDitto(cell, at))) return cells
    return cells.map((cell, at) => (this.isDitto(cell, at) ? this.above[at]! : cell))
  }

  /** A line of the list, as it stands and as it was kept. */
  line({ line, cells: written }: Row, { cells }: KeptRow): void {
    this.above = cells
    if (this.columns.some((column, at) => this.isDitto(cellText(written, column), at))) this.lines.add(line)
  }

  private isDitto(cell: string, at: number): boolean {
    return cell !== '' && cell.length <= LONGEST && !this.amounts.has(at) && DITTO.test(cell)
  }
}
