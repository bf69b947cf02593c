import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { Row } from '../table/table.ts'
import type { OpenWorkbook } from '../table/workbook/workbook.ts'
import { openXlsx, xlsxReader } from '../table/workbook/xlsx.ts'
import { NOT_ALONE } from './alone.ts'
import { TABLE_NAMES, tableWith } from './bekanntmachungen.ts'
import { readNotices } from './notice-set.ts'
import { emptySet, type TableName } from './notice-tables.ts'

/** Workbooks; one that holds the tables of the Bekanntmachungsservice is read as its set, not as lists of contracts. */
export const workbookReader: Reader = {
  ...xlsxReader,
  read: (bytes, options) => (isSet(openXlsx(bytes, options)) ? readSet(bytes, options) : xlsxReader.read(bytes, options)),
}

/** Looked into only where the name of a sheet gives reason to. */
function isSet({ names = [], sheets }: OpenWorkbook): boolean {
  if (!names.some((name) => TABLE_NAMES.has(name))) return false
  for (const { name, rows } of sheets) if (TABLE_NAMES.has(name)) return isTable(headed(rows).headings)
  return false
}

const isTable = ([first, second]: readonly string[]): boolean => first?.trim() === 'noticeIdentifier' && second?.trim() === 'noticeVersion'

/** E3602 where there is but one table. */
function readSet(bytes: Bytes, options: ReadOptions): Reading {
  const set = emptySet()
  const found = new Set<string>()
  for (const sheet of openXlsx(bytes, options).sheets) {
    const { headings, rows } = headed(sheet.rows)
    if (!isTable(headings)) continue
    const table = tableWith(headings)
    found.add(table)
    if (Object.hasOwn(set, table)) set[table as TableName].take(headings, rows, (line) => `${sheet.name}!${line}`)
  }
  if (found.size < 2) throw new Problem(NOT_ALONE, { table: [...found].join() }, { file: bytes.path })
  return readNotices(set, 'bekanntmachungen-xlsx')
}

/** The first row, and those below it. */
function headed(all: Iterable<Row>): { readonly headings: readonly string[]; readonly rows: Iterable<Row> } {
  const rows = all[Symbol.iterator]()
  const first = rows.next()
  return { headings: first.done === true ? [] : first.value.cells, rows: { [Symbol.iterator]: () => rows } }
}
