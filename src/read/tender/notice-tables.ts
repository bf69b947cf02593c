import type { Bytes, Limits } from '../../model/ports.ts'
import type { Dialect } from '../table/delimiter.ts'
import { encodingOf, utf8Chunks } from '../table/encoding.ts'
import { recordsOf } from '../table/records.ts'
import type { Row } from '../table/table.ts'

/** RFC 4180 with commas, as the portal writes it. */
const DIALECT: Dialect = { delimiter: ',', lineEnds: ['\r\n', '\n'], separatorLine: false }

/** A row of a table by its headings; empty cells are left out. */
export type Cells = Readonly<Record<string, string | undefined>> & { readonly line: string }

export const rowsOf = (bytes: Bytes, limits: Limits): Generator<Row> =>
  recordsOf(utf8Chunks(bytes, encodingOf(bytes)), DIALECT, limits, bytes.path)

/** Rows of one table by notice; the version of a notice is a number, written `1` or `01`. */
export class NoticeTable {
  private readonly rows = new Map<string, Cells[]>()

  constructor(bytes: Bytes | undefined, limits: Limits) {
    if (bytes === undefined) return
    let headings: readonly string[] | undefined
    for (const { line, cells } of rowsOf(bytes, limits)) {
      if (headings === undefined) headings = cells.map((cell) => cell.trim())
      else this.add(headings, cells, line)
    }
  }

  /** Ids with version, e.g. `88587a50…/1`. */
  get keys(): Iterable<string> {
    return this.rows.keys()
  }

  of(key: string): readonly Cells[] {
    return this.rows.get(key) ?? []
  }

  private add(headings: readonly string[], cells: readonly string[], line: number): void {
    const row = Object.create(null) as Record<string, string>
    headings.forEach((heading, index) => {
      const cell = (cells[index] ?? '').trim()
      if (cell !== '') row[heading] = cell
    })
    const { noticeIdentifier, noticeVersion } = row
    if (noticeIdentifier === undefined) return
    row['line'] = `line ${line}`
    const key = `${noticeIdentifier}/${Number(noticeVersion ?? 1)}`
    const known = this.rows.get(key)
    if (known === undefined) this.rows.set(key, [row as Cells])
    else known.push(row as Cells)
  }
}
