import type { Bytes, Head, Reader, Reading, ReadOptions } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { fill } from '../../../model/problem.ts'
import { NOTES } from '../../../model/notes.ts'
import { guessDialect, LINE_FEEDS, type Dialect, type Guess } from './delimiter.ts'
import { EIGHT_BIT, encodingOf, utf8Chunks, type ListEncoding } from './encoding.ts'
import { shorten } from '../columns/header.ts'
import { mappedDelimiter, SharedMapping } from '../columns/mapping.ts'
import { NoInput } from '../../wrap/skipped.ts'
import { inspectTables, type Inspection } from '../inspection.ts'
import { readTable } from '../read.ts'
import { recordsOf } from './records.ts'
import { isFixedWidth } from './fixed-width.ts'
import type { Table } from '../table.ts'

/** Characters of the beginning from which delimiter and line ends are guessed. */
const HEAD = 1 << 16
/** Length at which a heading is cut where it names a place. */
const HEADING = 60
/** Share of records that have to agree in their number of cells before a text counts as a table. */
const AGREED = 0.8
/** A single record of so many cells is one as well. */
const WIDE = 100

/** Delimited text: CSV and TSV in any encoding, with any of the usual separators. */
export const csvReader: Reader = {
  id: 'csv',
  label: 'CSV/TSV',
  recognise,
  read,
}

function recognise(head: Head): boolean {
  const guess = guessOf(head)
  return (
    guess !== undefined &&
    (guess.separatorLine || guess.words >= 2 || guess.cells >= WIDE || (guess.agreeing >= 2 && guess.stability >= AGREED))
  )
}

/** Whether a text may be a list, though its headings say nothing and its lines are of different length: a person has to say so. */
export function isInColumns(head: Head): boolean {
  return (guessOf(head)?.agreeing ?? 0) >= 2
}

function guessOf(head: Head): Guess | undefined {
  const text = head.text.replace(/^\ufeff/, '')
  return /^\s*(?:[{[<]|\/\/|---(?!-{7,} *[\r\n]))/.test(text) || isBinary(text) || isFixedWidth(text)
    ? undefined
    : guessDialect(text, head.size > head.bytes.length)
}

/** Control characters that no text has; a NUL here and there is damage, many are a binary format. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return controls * 20 > text.length
}

/** Names that say that a file is a list. */
const LIST = /\.(?:csv|tsv|tab)(?:\.gz)?$/i
/** Refusals of a table by how its lines and headings are. */
const FORM = /^E33(?:0[1-8]|11)$/

function read(bytes: Bytes, options: ReadOptions): Reading {
  try {
    return readList(bytes, options)
  } catch (error) {
    if (!(error instanceof Problem) || !FORM.test(error.id) || options.mapping !== undefined || isMeantAsList(bytes)) throw error
    throw new NoInput(error.id, error.params, error.place)
  }
}

/** Whether more than the shape of its lines makes a text a list: its name, or words of headings. A script has lines of equally many cells too. */
function isMeantAsList(bytes: Bytes): boolean {
  if (LIST.test(bytes.path)) return true
  const { text, truncated } = beginning(bytes, encodingOf(bytes))
  const guess = guessDialect(text, truncated)
  return guess !== undefined && (guess.separatorLine || guess.words >= 2)
}

function readList(bytes: Bytes, options: ReadOptions): Reading {
  const { table, encoding } = open(bytes, options)
  const { items, rejected, unusable, notes, fields } = readTable(table, options)
  table.mapping.assertFound(options.mapping)
  const foreign = (EIGHT_BIT as readonly string[]).includes(encoding)
  const params = { encoding }
  const first = foreign ? [{ code: 'W-ENCODING', message: fill(NOTES['W-ENCODING'].en, params), params }] : []
  return { format: 'csv', encoding, notation: 'line', fields, items, rejected, unusable, notes: [...first, ...notes] }
}

/** What was understood of the tables of a delimited file, without reading them into items. */
export function inspectCsv(
  bytes: Bytes,
  options: ReadOptions,
): (Inspection & { readonly encoding: ListEncoding; readonly dialect: Dialect })[] {
  const { table, encoding, dialect } = open(bytes, options)
  const found = [...inspectTables(table, options)]
  table.mapping.assertFound(options.mapping)
  return found.map((one) => ({ ...one, encoding, dialect }))
}

function open(bytes: Bytes, options: ReadOptions): { table: Table & { mapping: SharedMapping }; encoding: ListEncoding; dialect: Dialect } {
  const { mapping, limits, progress } = options
  const file = bytes.path
  if (bytes.size === 0) throw new Problem('E3002', {}, { file })
  const encoding = encodingOf(bytes, mapping?.encoding)
  const { text, truncated } = beginning(bytes, encoding)
  const dialect = guessDialect(text, truncated, mappedDelimiter(mapping)) ?? {
    delimiter: ';',
    lineEnds: LINE_FEEDS,
    separatorLine: false,
  }
  const table = {
    rows: recordsOf(utf8Chunks(bytes, encoding, progress), dialect, limits, file),
    file,
    delimiter: dialect.delimiter,
    mapping: new SharedMapping(),
    at: (line: number) => `line ${line}`,
    columnName: (_: number, heading: string) => shorten(heading, HEADING),
  }
  return { table, encoding, dialect }
}

function beginning(bytes: Bytes, encoding: ListEncoding): { text: string; truncated: boolean } {
  let text = ''
  for (const chunk of utf8Chunks(bytes, encoding)) {
    text += chunk.toString()
    if (text.length >= HEAD) return { text: text.slice(0, HEAD), truncated: true }
  }
  return { text, truncated: false }
}
