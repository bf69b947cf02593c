import { CsvError, parse } from 'csv-parse/sync'
import type { Limits } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import type { Dialect } from './delimiter.ts'
import type { Row } from '../table.ts'

const EMPTY = Buffer.alloc(0)

/** Records of one window with the offset at which each ends, up to the first that is not certain to be whole. */
interface Parsed {
  readonly records: readonly { readonly cells: readonly string[]; readonly end: number }[]
  readonly error?: CsvError
}

/**
 * Cuts UTF-8 text into records, window by window: what a window leaves unfinished is parsed again with the next one, so
 * memory holds a window and never the file. Errors: E3305 too many cells, E3306 record too long, E3307 open quotation.
 */
export function* recordsOf(chunks: Iterable<Buffer>, dialect: Dialect, limits: Limits, file: string): Generator<Row> {
  const windows = chunks[Symbol.iterator]()
  let rest: Buffer = EMPTY
  let line = 1
  let first = true
  for (let ended = false; !ended;) {
    const next = windows.next()
    ended = next.done === true
    const window = next.done === true ? rest : rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    // the parser takes 0 for "no limit"; for us it forbids everything
    if (limits.recordBytes === 0 && window.length > 0) throw new Problem('E3306', { limit: 0 }, { file, line })
    const { records, error } = parseWindow(window, ended, dialect, limits)
    let from = 0
    for (const { cells, end } of records) {
      if (sizeOf(window, from, end) > limits.recordBytes) throw new Problem('E3306', { limit: limits.recordBytes }, { file, line })
      if (cells.some(isSuspicious)) assertQuotes(window.subarray(from, end), dialect, limits, { file, line })
      if (cells.length > limits.columns && widthOf(cells) > limits.columns)
        throw new Problem('E3305', { limit: limits.columns }, { file, line })
      if (!(first && dialect.separatorLine)) yield { line, cells }
      first = false
      line += lineBreaks(window, from, end, dialect)
      from = end
    }
    if (error !== undefined && (ended || error.code !== 'CSV_QUOTE_NOT_CLOSED'))
      throw problemOf(error, window.subarray(from), dialect, limits, { file, line })
    rest = window.subarray(from)
  }
}

function parseWindow(window: Buffer, ended: boolean, dialect: Dialect, limits: Limits): Parsed {
  const records: { cells: string[]; end: number }[] = []
  try {
    parse(window, {
      ...optionsOf(dialect, limits),
      relax_quotes: true,
      on_record: (cells: string[], context) => {
        // the record at the end of a window may go on in the next
        if (ended || context.bytes < window.length) records.push({ cells, end: context.bytes })
        return null
      },
    })
    return { records }
  } catch (error) {
    if (error instanceof CsvError) return { records, error }
    throw error
  }
}

function optionsOf(dialect: Dialect, limits: Limits) {
  return {
    delimiter: dialect.delimiter,
    record_delimiter: [...dialect.lineEnds],
    relax_column_count: true,
    max_record_size: limits.recordBytes,
  }
}

/** Bytes of a record without its line end; the parser itself counts without delimiters and quotation marks. */
function sizeOf(window: Buffer, from: number, end: number): number {
  let to = end
  while (to > from && (window[to - 1] === 0x0a || window[to - 1] === 0x0d)) to--
  return to - from
}

interface Place {
  readonly file: string
  readonly line: number
}

/** A cell that begins with a quotation mark and runs over lines may have swallowed other records. */
function isSuspicious(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell)
}

/** Reads one record without leniency; where that fails, a quotation mark was never closed. */
function assertQuotes(record: Buffer, dialect: Dialect, limits: Limits, place: Place): void {
  try {
    parse(record, { ...optionsOf(dialect, limits), relax_quotes: false })
  } catch (error) {
    if (error instanceof CsvError) throw openQuotation(record, dialect, place)
    throw error
  }
}

function problemOf(error: CsvError, rest: Buffer, dialect: Dialect, limits: Limits, place: Place): Problem {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return openQuotation(rest, dialect, place)
  if (error.code !== 'CSV_MAX_RECORD_SIZE') throw error
  const firstLine = rest.subarray(0, rest.indexOf('\n') < 0 ? rest.length : rest.indexOf('\n'))
  if (firstLine.toString('latin1').split(dialect.delimiter).length > limits.columns)
    return new Problem('E3305', { limit: limits.columns }, place)
  return new Problem('E3306', { limit: limits.recordBytes }, place)
}

function openQuotation(record: Buffer, dialect: Dialect, place: Place): Problem {
  const offset = openQuote(record.toString('latin1'), dialect.delimiter)
  return new Problem('E3307', {}, { file: place.file, line: place.line + lineBreaks(record, 0, offset, dialect) })
}

/** Offset of the first quotation mark that opens a cell and is not closed at the end of one. */
function openQuote(text: string, delimiter: string): number {
  let begins = true
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!
    if (begins && char === '"') {
      const close = closing(text, index + 1, delimiter)
      if (close < 0) return index
      index = close
      begins = false
    } else {
      begins = char === delimiter || char === '\n' || char === '\r'
    }
  }
  return 0
}

function closing(text: string, from: number, delimiter: string): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    const after = text[quote + 1]
    if (after === '"') continue
    return after === undefined || after === delimiter || after === '\n' || after === '\r' ? quote : -1
  }
  return -1
}

const LF = 10
const CR = 13

/** Line ends between two offsets, as an editor counts them: inside quotation marks as well. */
function lineBreaks(window: Buffer, from: number, to: number, dialect: Dialect): number {
  const lone = dialect.lineEnds.includes('\r')
  let count = 0
  for (let index = from; index < to; index++) {
    const byte = window[index]
    if (byte === LF || (lone && byte === CR && window[index + 1] !== LF)) count++
  }
  return count
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}
