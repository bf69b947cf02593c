import type { Bytes, Limits } from '../../model/ports.ts'
import type { Dialect } from '../table/text/delimiter.ts'
import { encodingOf, utf8Chunks } from '../table/text/encoding.ts'
import { recordsOf } from '../table/text/records.ts'
import type { Row } from '../table/table.ts'

/** RFC 4180 with commas, as the portal writes it. */
const DIALECT: Dialect = { delimiter: ',', lineEnds: ['\r\n', '\n'], separatorLine: false }

/** A row of a table by its headings, empty cells left out; `at` is its file and line. */
export type Cells = Readonly<Record<string, string | undefined>> & { readonly at: string }

/** A cell of a row: `tender.csv line 26, tenderValue`. */
export const placeIn = ({ at }: Cells, heading: string): string => `${at}, ${heading}`

export const rowsOf = (bytes: Bytes, limits: Limits): Generator<Row> =>
  recordsOf(utf8Chunks(bytes, encodingOf(bytes)), DIALECT, limits, bytes.path)

/** Rows of one table by notice; the version of a notice is a number, written `1` or `01`. */
export class NoticeTable {
  private readonly rows = new Map<string, Cells[]>()

  /** Rows of a file or sheet; there are several where those of several days lie in one folder. */
  take(headings: readonly string[], rows: Iterable<Row>, at: (line: number) => string): void {
    const names = headings.map((heading) => heading.trim())
    for (const { line, cells } of rows) this.add(names, cells, at(line))
  }

  takeFile(bytes: Bytes, limits: Limits): void {
    const name = bytes.path.replace(/^.*[/!]/s, '')
    const rows = rowsOf(bytes, limits)
    const heading = rows.next()
    if (heading.done !== true) this.take(heading.value.cells, rows, (line) => `${name} line ${line}`)
  }

  /** Ids with version, e.g. `88587a50…/1`. */
  get keys(): Iterable<string> {
    return this.rows.keys()
  }

  of(key: string): readonly Cells[] {
    return this.rows.get(key) ?? []
  }

  private add(headings: readonly string[], cells: readonly string[], at: string): void {
    const row = Object.create(null) as Record<string, string>
    headings.forEach((heading, index) => {
      const cell = (cells[index] ?? '').trim()
      if (cell !== '') row[heading] = cell
    })
    const { noticeIdentifier, noticeVersion } = row
    if (noticeIdentifier === undefined) return
    row['at'] = at
    const key = `${noticeIdentifier}/${Number(noticeVersion ?? 1)}`
    const known = this.rows.get(key)
    if (known === undefined) this.rows.set(key, [row as Cells])
    else known.push(row as Cells)
  }
}

/** Tables that are used, in the words of the portal; each of them may be missing, as the portal leaves out those without rows. */
export const USED = [
  'notice',
  'organisation',
  'purpose',
  'classification',
  'tender',
  'procedure',
  'procedureLotResult',
  'noticeResult',
  'duration',
  'receivedSubmissions',
  'contract',
  'changes',
] as const
export type TableName = (typeof USED)[number]
export type Tables = Readonly<Record<TableName, NoticeTable>>

/** A set whose tables are empty, to be filled. */
export const emptySet = (): Tables => Object.fromEntries(USED.map((name) => [name, new NoticeTable()])) as Tables
