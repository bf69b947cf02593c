import { createHash } from 'node:crypto'
import type { ColumnMapping, Head, Limits, Reader, ReadOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { cyclonedxJson } from './cyclonedx/json.ts'
import { cyclonedxXml } from './cyclonedx/xml.ts'
import { readInputs as readWith, type Formats, type OpenInput } from './inputs.ts'
import { checkJson } from './json/check.ts'
import { looksLike } from './looks.ts'
import type { ReadSource } from './source.ts'
import { spdxJson } from './spdx2/json.ts'
import { spdxRdf } from './spdx2/rdf.ts'
import { spdxTagValue } from './spdx2/tagvalue.ts'
import { spdxXml } from './spdx2/xml.ts'
import { spdxYaml } from './spdx2/yaml.ts'
import { spdx3Json } from './spdx3/json.ts'
import { csvReader, isInColumns } from './table/text/csv.ts'
import { FIXED_WIDTH, isFixedWidth } from './table/text/fixed-width.ts'
import { legacyWorkbook } from './table/workbook/legacy.ts'
import { odsReader } from './table/workbook/ods.ts'
import { noticeTable, readNoticeTables } from './tender/bekanntmachungen.ts'
import { eformsReader } from './tender/eforms.ts'
import { workbookReader } from './tender/notice-workbook.ts'
import { ocdsReader } from './tender/ocds.ts'
import { rootOf } from './xml/root.ts'
import { openContainer } from './wrap/containers.ts'

export { join } from './inputs.ts'

/** Every input format. The first that recognises the beginning of a file reads it; a new one is a file and a line. */
export const READERS: readonly Reader[] = [
  cyclonedxJson,
  cyclonedxXml,
  spdxJson,
  spdxTagValue,
  spdxYaml,
  spdxRdf,
  spdxXml,
  spdx3Json,
  ocdsReader,
  eformsReader,
  noticeTable,
  workbookReader,
  odsReader,
  csvReader,
]

const IN_COLUMNS: Words = {
  de: 'Text in Spalten, vielleicht eine Liste: „eigenstand columns DATEI“ zeigt sie, --map ordnet ihre Spalten zu',
  en: 'text in columns, perhaps a list: "eigenstand columns FILE" shows it, --map says what its columns mean',
}

/** Every format, and what holds files of any. */
const FORMATS: Formats = {
  readerOf: (head, { mapping }) =>
    READERS.find((reader) => reader.recognise(head)) ?? (mapping !== undefined && isMapped(head, mapping) ? csvReader : undefined),
  contained(bytes, head, options, read) {
    const contained = openContainer(bytes, head, options.limits, read, (tables) => readNoticeTables(tables, options.limits))
    const legacy = contained === undefined ? legacyWorkbook(head, bytes.path) : undefined
    if (legacy !== undefined) throw legacy
    return contained
  },
  refuse,
}

/** One file with one document → what it says. Throws `Problem` with its place if it cannot be used. */
export function readInput(bytes: OpenInput, options: ReadOptions): ReadSource {
  const [source] = readInputs(bytes, options)
  return source!
}

/**
 * One file → what its documents say: one as a rule, more of an archive, an array or JSON Lines.
 * A file in an archive has its own hash, every other document that of the whole file. Throws `Problem` if any cannot be used.
 */
export function readInputs(bytes: OpenInput, options: ReadOptions): ReadSource[] {
  return readWith(bytes, options, FORMATS)
}

/**
 * Tables of a notice CSV set that lie in one folder, shown as `path` → what they say together. The hash is that of the
 * tables' names and hashes. Throws `Problem` E3602 where it is only one.
 */
export function readTables(tables: readonly OpenInput[], path: string, { limits }: ReadOptions): ReadSource {
  const reading = readNoticeTables(tables, limits)
  const hash = createHash('sha256')
  for (const table of [...tables].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${table.path.replace(/^.*\//s, '')} ${table.sha256()}\n`)
  return { path, bytes: tables.reduce((sum, { size }) => sum + size, 0), sha256: hash.digest('hex'), reading }
}

/** A text in columns that nobody would take for a list, but with a heading that the mapping file names. */
function isMapped(head: Head, { columns }: ColumnMapping): boolean {
  return isInColumns(head) && Object.keys(columns).some((heading) => head.text.includes(heading))
}

function refuse(head: Head, file: string, limits: Limits): never {
  const looks = looksLike(head) || (isFixedWidth(head.text) ? FIXED_WIDTH : isInColumns(head) ? IN_COLUMNS : '')
  if (looks === 'JSON') assertWhole(head, file, limits)
  // a document type can be longer than what is looked at
  if (looks === 'XML' && /<!DOCTYPE\b/i.test(head.text) && rootOf(head.text) === undefined) throw new Problem('E3402', {}, { file })
  throw new Problem(
    'E3003',
    {
      looks: typeof looks === 'object' ? { de: ` (${looks.de})`, en: ` (${looks.en})` } : looks === '' ? '' : ` (${looks})`,
      known: READERS.flatMap(({ label }) => label || []).join(', '),
    },
    { file, line: 1, column: 1 },
  )
}

/** A JSON file that breaks off within its beginning is called broken, not unknown. */
function assertWhole(head: Head, file: string, limits: Limits): void {
  if (head.size <= head.bytes.length) checkJson(head.bytes, file, limits)
}
