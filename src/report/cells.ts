import { cellText } from './escape.ts'

export interface Dialect {
  readonly delimiter: string
  readonly decimal: string
  readonly mark: string
  /** Days and periods as the office's spreadsheet and its readers write them, not as ISO does. */
  readonly local: boolean
}

export const CSV_DIALECTS = {
  /** As German Excel opens it with a double click. */
  'excel-de': { delimiter: ';', decimal: ',', mark: '\ufeff', local: true },
  /** RFC 4180, for programs. */
  rfc4180: { delimiter: ',', decimal: '.', mark: '', local: false },
} as const satisfies Record<string, Dialect>
export type DialectId = keyof typeof CSV_DIALECTS

/** A text, or a number as a decimal string. */
export type Cell = { readonly text: string } | { readonly number: string }

/** One record, with its line end. A text is never taken for a formula; numbers stay numbers. */
export function record(cells: readonly Cell[], { delimiter, decimal }: Dialect): string {
  const written = cells.map((cell) => ('number' in cell ? cell.number.replace('.', decimal) : quoted(cellText(cell.text))))
  return `${written.join(delimiter)}\r\n`
}

/** Both delimiters are quoted, whichever of them parts the cells. */
const quoted = (cell: string): string => (/[;,"]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table of texts; the first row is the heading. */
export function* textTable(rows: readonly (readonly string[])[], dialect: Dialect): Generator<string, void, undefined> {
  yield dialect.mark
  for (const row of rows) yield record(row.map((text) => ({ text })), dialect) // prettier-ignore
}
