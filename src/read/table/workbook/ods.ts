import type { Bytes, Reader, ReadOptions } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { tellXml } from '../../xml/events.ts'
import { Archive } from '../../zip/archive.ts'
import { OdsListener, OPENDOCUMENT, type OdsPiece } from './ods-content.ts'
import { blankRows, CellCount, type Sheet } from './sheet.ts'
import type { Row } from '../table.ts'
import { readWorkbookLists, type OpenWorkbook } from './workbook.ts'

const CONTENT = 'content.xml'
const MANIFEST = 'META-INF/manifest.xml'
const MANIFEST_LOOKED_AT = 1 << 16

/** OpenDocument spreadsheets: every visible table that is a list. */
export const odsReader: Reader = {
  id: 'ods',
  label: 'ODS',
  recognise: ({ parts }) => /^application\/vnd\.oasis\.opendocument\.spreadsheet(?:-template)?$/.test(parts?.get('mimetype')?.trim() ?? ''),
  read: (bytes, options) => readWorkbookLists(openOds(bytes, options), options),
}

/** The tables of a document, none of them read yet. */
export function openOds(bytes: Bytes, { limits, progress }: ReadOptions): OpenWorkbook {
  const archive = new Archive(bytes, limits, progress)
  if (archive.has(MANIFEST) && archive.beginning(MANIFEST, MANIFEST_LOOKED_AT).includes('encryption-data'))
    throw new Problem('E3511', { part: CONTENT }, { file: bytes.path })
  const listener = new OdsListener(bytes.path, limits, new CellCount(limits, bytes.path))
  const events = tellXml({ file: bytes.path, part: CONTENT, chunks: archive.chunks(CONTENT), namespaces: OPENDOCUMENT }, limits, listener)
  const hidden: string[] = []
  return { format: 'ods', file: bytes.path, sheets: sheetsOf(piecesOf(events, listener), hidden), hidden }
}

function* piecesOf(events: Iterable<void>, listener: OdsListener): Generator<OdsPiece> {
  for (const _ of events) {
    yield* listener.pieces
    listener.pieces.length = 0
  }
}

function* sheetsOf(pieces: Iterator<OdsPiece>, hidden: string[]): Generator<Sheet> {
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) {
    if (piece.value.kind !== 'table') continue
    const { name, found } = piece.value
    const rows = rowsOf(pieces)
    if (piece.value.hidden) hidden.push(name)
    else yield { name, found, rows }
    // what nobody wanted of this table
    for (const _ of rows);
  }
}

function* rowsOf(pieces: Iterator<OdsPiece>): Generator<Row> {
  let before = 0
  for (let piece = pieces.next(); piece.done !== true && piece.value.kind === 'row'; piece = pieces.next()) {
    const { row, repeat } = piece.value
    yield* blankRows(before, row.line)
    for (let i = 0; i < repeat; i++) yield { ...row, line: row.line + i }
    before = row.line + repeat - 1
  }
}
