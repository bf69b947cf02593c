import type { SharedMapping } from './columns/mapping.ts'

/** What a spreadsheet says about a cell beside its text; such texts are plain decimals and ISO dates. */
export type CellType = 'number' | 'date'

/** One record as it stands. Cells beyond its end are empty. */
export interface Row {
  /** Physical line on which it starts, or row number of the sheet; from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly types?: readonly (CellType | undefined)[]
  /** Its filled cells are struck through: all of them, or some. */
  readonly struck?: Struck
  /** Cells that state several amounts, of which one stands in `cells`: index → as written. */
  readonly written?: ReadonlyMap<number, string>
}

export type Struck = 'all' | 'some'

/** A delimited file or one sheet of a workbook: all that the rest of this folder knows of either. Rows are walked once. */
export interface Table {
  readonly rows: Iterable<Row>
  /** As shown in errors: the file. */
  readonly file: string
  /** Name of the sheet. */
  readonly name?: string
  /** Only delimited files: what separates their cells. Missing cells at the end of a row are then worth a note. */
  readonly delimiter?: string
  /** What all tables of a file have to have together of the mapping file. */
  readonly mapping?: SharedMapping
  /** Place of a row in the audit's notation: `line 12` or `Verträge!12`. */
  at(line: number): string
  /** Place of a cell, where it is more than that of its row: `Verträge!D12`. */
  cellAt?(line: number, index: number): string
  /** How `Reading.fields` names a column: by its heading, or by its letter. */
  columnName(index: number, heading: string): string
  /** What the cell says that is merged over this one and stands above it. */
  spanned?(line: number, index: number): string | undefined
  /** Whether a sheet hides a column, which is read all the same. */
  isHidden?(index: number): boolean
}

/** Place of a cell in the audit's notation: `Verträge!D12`, or `line 12, Auftragswert`. */
export function placeOfCell(table: Table, line: number, { index, heading }: { readonly index: number; readonly heading: string }): string {
  return table.cellAt?.(line, index) ?? `${table.at(line)}, ${table.columnName(index, heading)}`
}

/** A cell as people see it: blanks of all kinds trimmed. */
export function cellText(cells: readonly string[], index: number): string {
  return (cells[index] ?? '').trim()
}
