import type { Candidate } from '../columns/candidate.ts'
import type { ColumnField } from '../columns/header-words.ts'
import { LineList } from '../lines/line-list.ts'
import type { PartyAbove } from './party-above.ts'
import type { Row, Table } from '../table.ts'
import { shapeOf } from '../values/numbers.ts'

/** What holds for every row over which its cell is merged. An amount or a quantity is stated once for all of them. */
const FOR_EACH: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>([
  'product', 'title', 'category', 'cpv', 'manufacturer', 'supplier', 'vendor', 'contractNumber', 'framework', 'agreement', 'licence', 'licenceModel',
  'start', 'end', 'duration', 'notice', 'renewal', 'terminated', 'status', 'procedure', 'awardReason', 'currency', 'basis', 'interval', 'year', 'flow', 'stage',
]) // prettier-ignore

/** The empty cells of rows that a cell above is merged over. A row without words of its own may be a total, and says nothing. */
export class SpannedCells {
  /** Lines in which it was so. */
  readonly lines = new LineList()
  private readonly columns: ReadonlySet<number>
  private readonly table: Table
  readonly above: PartyAbove | undefined
  private row: Row | undefined
  private says = false
  private found = false

  /** `above`: whom the rows are about, where that stands above them. */
  constructor(candidates: readonly Candidate[], table: Table, above?: PartyAbove) {
    this.table = table
    this.above = above
    this.columns = new Set(candidates.flatMap(({ field, index }) => (FOR_EACH.has(field) ? [index] : [])))
  }

  /** What is said of an empty cell; '' where nothing is. */
  cell(row: Row, index: number): string {
    if ((this.table.spanned === undefined && this.above === undefined) || !this.columns.has(index)) return ''
    if (this.row !== row) {
      this.row = row
      this.found = false
      this.says = row.cells.some((cell) => cell.trim() !== '' && shapeOf(cell) === undefined)
    }
    const party = this.says ? this.above?.cell(index) : undefined
    if (party !== undefined) return party
    const text = this.says ? this.table.spanned?.(row.line, index) : undefined
    if (text === undefined) return ''
    this.found = true
    return text
  }

  /** Whether a cell is merged over one of the row that was looked at last; it is counted when it is a line. */
  isWithin(row: Row): boolean {
    return this.found && this.row === row
  }

  line(row: Row): void {
    if (this.isWithin(row)) this.lines.add(row.line)
    if (this.above?.cell(this.above.index) !== undefined) this.above.lines.add(row.line)
  }
}
