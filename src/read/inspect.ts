import type { Bytes, Head, ReadOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { headOf } from './detect.ts'
import { NotUtf8 } from './json/window.ts'
import { columnLetters } from './table/workbook/cells.ts'
import type { Column } from './table/columns/columns.ts'
import { csvReader, inspectCsv, isInColumns } from './table/text/csv.ts'
import { FIXED_WIDTH, isFixedWidth } from './table/text/fixed-width.ts'
import { legacyWorkbook } from './table/workbook/legacy.ts'
import { MAPPABLE } from './table/columns/mapping.ts'
import { odsReader, openOds } from './table/workbook/ods.ts'
import type { Inspection } from './table/inspection.ts'
import { inspectWorkbook } from './table/workbook/workbook.ts'
import { openXlsx, xlsxReader } from './table/workbook/xlsx.ts'

/** One column as it was understood, with the first different texts in it. */
export interface InspectedColumn extends Column {
  readonly letters: string
  readonly examples: readonly string[]
  /** Whether a mapping file may give this field; words with two meanings have to be decided there. */
  readonly mappable: boolean
}

/** One list of a file: a delimited file and a sheet are one, or several below each other. */
export interface InspectedList {
  readonly format: string
  readonly sheet?: string
  readonly encoding: string
  /** Of a delimited file. */
  readonly delimiter?: string
  /** Row of the heading, from 1. */
  readonly headerLine: number
  readonly rows: number
  readonly columns: readonly InspectedColumn[]
}

const EXAMPLES = 3
const LISTS = [csvReader, xlsxReader, odsReader].map(({ label }) => label).join(', ')

/** What is understood of the lists in a file, before anything is read from them. Errors: E3003 no list, and those of `inspectTables`. */
export function inspectLists(bytes: Bytes, options: ReadOptions): InspectedList[] {
  if (bytes.size === 0) throw new Problem('E3002', {}, { file: bytes.path })
  const head = headOfList(bytes, options)
  const legacy = legacyWorkbook(head, bytes.path)
  if (legacy !== undefined) throw legacy
  for (const [reader, open] of [
    [xlsxReader, openXlsx],
    [odsReader, openOds],
  ] as const) {
    if (!reader.recognise(head)) continue
    return inspectWorkbook(open(bytes, options), options)
      .filter(hasRows)
      .map((found) => ({
        format: reader.id,
        sheet: found.sheet,
        encoding: 'utf-8',
        ...listOf(found),
      }))
  }
  if (!csvReader.recognise(head) && !isInColumns(head)) {
    const looks = isFixedWidth(head.text) ? { de: ` (${FIXED_WIDTH.de})`, en: ` (${FIXED_WIDTH.en})` } : ''
    throw new Problem('E3003', { looks, known: LISTS }, { file: bytes.path })
  }
  return inspectCsv(bytes, options)
    .filter(hasRows)
    .map((found) => ({ format: csvReader.id, encoding: found.encoding, delimiter: found.dialect.delimiter, ...listOf(found) }))
}

/** A heading may be the last row of a file. */
function hasRows({ rows }: Inspection): boolean {
  return rows.lines > 0
}

/** The beginning; what begins like JSON and is not UTF-8 is no list either. */
function headOfList(bytes: Bytes, { limits }: ReadOptions): Head {
  try {
    return headOf(bytes, limits)
  } catch (error) {
    throw error instanceof NotUtf8 ? new Problem('E3003', { looks: ' (JSON)', known: LISTS }, { file: bytes.path }) : error
  }
}

function listOf({ header, columns, rows, kept }: Inspection): Pick<InspectedList, 'headerLine' | 'rows' | 'columns'> {
  return {
    headerLine: header.line,
    rows: rows.rows.length,
    columns: columns.map((column) => ({
      ...column,
      letters: columnLetters(column.index),
      examples: examplesOf(rows.rows, kept.indexOf(column.index)),
      mappable: column.field !== undefined && (MAPPABLE as readonly string[]).includes(column.field),
    })),
  }
}

/** Cells of columns that are not kept, such as names of persons, are not shown either. */
function examplesOf(rows: Inspection['rows']['rows'], position: number): string[] {
  const texts = new Set<string>()
  if (position < 0) return []
  for (const { cells } of rows) {
    if (texts.size === EXAMPLES) break
    if (cells[position]! !== '') texts.add(cells[position]!)
  }
  return [...texts]
}
