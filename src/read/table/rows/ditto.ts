import type { KeptRow } from './kept-row.ts'
import { LineList } from '../lines/line-list.ts'
import { cellText, type Row } from '../table.ts'

/** „dito“, „wie oben“, and the marks that people write for it: `"`, `-"-`, `„`. */
const DITTO =
  /^(?:[-–—]{0,3} ?(?:["„“”″〃]|''|,,){1,3} ?[-–—]{0,3}|(?:dito|ditto|dto|idem|desgl|desgleichen|wie (?:oben|vor|vorstehend)|siehe oben|s\. ?o)\.?)$/i
/** Programs are called so, too. */
const MAY_NAME = /^(?:Ditto|DITTO|Idem|IDEM)$/
const LONGEST = 16
/** Different ones that a note names. */
export const DITTOS_NAMED = 3

/** Columns as a list has them: those whose cells are kept, those that hold numbers, those of names, and those among them that name things. */
interface Columns {
  readonly kept: readonly number[]
  readonly amounts: ReadonlySet<number>
  readonly names: ReadonlySet<number>
  readonly things: ReadonlySet<number>
}

/** What the cells of a list say by pointing to the cell above. Amounts are never taken from there: theirs may be included in it. */
export class Dittos {
  /** Rows in which it was so. */
  readonly lines = new LineList()
  /** By which words or marks, no more of them than a note can name and one. */
  readonly texts = new Set<string>()
  private above: readonly string[] = []
  private readonly columns: readonly number[]
  /** Positions of the cells that hold numbers, names, and names of things. */
  private readonly amounts: ReadonlySet<number>
  private readonly names: ReadonlySet<number>
  private readonly things: ReadonlySet<number>

  constructor({ kept, amounts, names, things }: Columns) {
    const positions = (wanted: ReadonlySet<number>) => new Set(kept.flatMap((column, at) => (wanted.has(column) ? [at] : [])))
    this.columns = kept
    this.amounts = positions(amounts)
    this.names = positions(names)
    this.things = positions(things)
  }

  /** The kept cells of a row, with what those of the line above say. */
  resolved(cells: readonly string[]): readonly string[] {
    if (this.above.length === 0 || !cells.some((cell, at) => this.isDitto(cell, at))) return cells
    return cells.map((cell, at) => (this.isDitto(cell, at) && this.points(cells, at) ? this.above[at]! : cell))
  }

  /** A line of the list, as it stands and as it was kept. */
  line({ line, cells: written }: Row, { cells }: KeptRow): void {
    this.above = cells
    const found = this.columns.map((column) => cellText(written, column)).filter((cell, at) => this.isDitto(cell, at) && cell !== cells[at])
    if (found.length === 0) return
    this.lines.add(line)
    for (const cell of found) if (this.texts.size <= DITTOS_NAMED) this.texts.add(cell)
  }

  private isDitto(cell: string, at: number): boolean {
    return cell !== '' && cell.length <= LONGEST && !this.amounts.has(at) && DITTO.test(cell)
  }

  /** „Ditto“ may be the name of a thing, unless the row says another name of that above, too. */
  private points(cells: readonly string[], at: number): boolean {
    if (!this.things.has(at) || !MAY_NAME.test(cells[at]!)) return true
    return cells.some((cell, other) => {
      const isName = other !== at && cell !== '' && this.names.has(other)
      return isName && (cell === this.above[other] || (this.isDitto(cell, other) && !MAY_NAME.test(cell)))
    })
  }
}
