import type { Bytes, Limits, Reader, ReadOptions } from '../../../model/ports.ts'
import { tellXml } from '../../xml/events.ts'
import { Archive } from '../../zip/archive.ts'
import { blankRows, CellCount, noFindings, type Sheet, type SheetFindings } from './sheet.ts'
import type { Row } from '../table.ts'
import { readWorkbookLists, type OpenWorkbook } from './workbook.ts'
import { SheetListener, type SheetContext } from './xlsx-sheet.ts'
import { readTexts } from './xlsx-texts.ts'
import { readWorkbook, SPREADSHEET, WORKBOOK, type Workbook } from './xlsx-workbook.ts'

/** Office Open XML workbooks, with or without macros: every visible sheet that is a list. */
export const xlsxReader: Reader = {
  id: 'xlsx',
  label: 'XLSX',
  recognise: ({ parts }) => parts !== undefined && parts.has('[Content_Types].xml') && parts.has(WORKBOOK),
  read: (bytes, options) => readWorkbookLists(openXlsx(bytes, options), options),
}

/** The sheets of a workbook, none of them read yet. */
export function openXlsx(bytes: Bytes, { limits, progress }: ReadOptions): OpenWorkbook {
  const archive = new Archive(bytes, limits, progress)
  const workbook = readWorkbook(archive, limits)
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name)
  const names = workbook.sheets.map(({ name }) => name)
  return { format: 'xlsx', file: bytes.path, names, sheets: sheetsOf(archive, workbook, limits), hidden }
}

function* sheetsOf(archive: Archive, workbook: Workbook, limits: Limits): Generator<Sheet> {
  const cells = new CellCount(limits, archive.file)
  const texts = workbook.texts === undefined ? undefined : readTexts(archive, workbook.texts, limits)
  for (const { name, part } of workbook.sheets.filter(({ hidden }) => !hidden)) {
    const { date1904, styles } = workbook
    const context = { file: archive.file, name, limits, date1904, styles, texts }
    const found = noFindings()
    const again = (): Sheet | undefined =>
      found.spans.any ? sheet(noFindings(found.spans), new CellCount(limits, archive.file), true) : undefined
    const sheet = (its: SheetFindings, count: CellCount, isAgain = false): Sheet => ({
      name,
      found: its,
      rows: rowsOf(isAgain ? archive.again(part) : archive.chunks(part), part, { ...context, cells: count, found: its }),
    })
    yield { ...sheet(found, cells), again }
  }
}

function* rowsOf(chunks: Iterable<Uint8Array>, part: string, context: SheetContext): Generator<Row> {
  const listener = new SheetListener(context)
  let before = 0
  for (const _ of tellXml({ file: context.file, part, chunks, namespaces: SPREADSHEET }, context.limits, listener)) {
    for (const row of listener.rows) {
      yield* blankRows(before, row.line)
      yield row
      before = row.line
    }
    listener.rows.length = 0
  }
}
