import { createHash } from 'node:crypto'
import type { Inventory } from '../model/item.ts'
import type { Bytes, Head, Limits, Reader, ReadOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { cyclonedxJson } from './cyclonedx/json.ts'
import { cyclonedxXml } from './cyclonedx/xml.ts'
import { headOf } from './detect.ts'
import { transcode } from './encoding.ts'
import { checkJson } from './json/check.ts'
import { NotUtf8 } from './json/window.ts'
import { looksLike } from './looks.ts'
import { merge } from './merge.ts'
import type { ReadSource } from './source.ts'
import { spdxJson } from './spdx2/json.ts'
import { spdxRdf } from './spdx2/rdf.ts'
import { spdxTagValue } from './spdx2/tagvalue.ts'
import { spdxXml } from './spdx2/xml.ts'
import { spdxYaml } from './spdx2/yaml.ts'
import { spdx3Json } from './spdx3/json.ts'
import { csvReader } from './table/csv.ts'
import { legacyWorkbook } from './table/legacy.ts'
import { odsReader } from './table/ods.ts'
import { xlsxReader } from './table/xlsx.ts'
import { noticeTable, readNoticeTables } from './tender/bekanntmachungen.ts'
import { eformsReader } from './tender/eforms.ts'
import { ocdsReader } from './tender/ocds.ts'
import { openContainer } from './wrap/containers.ts'
import { readDocuments } from './wrap/documents.ts'
import type { PartReading } from './wrap/part.ts'

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
  xlsxReader,
  odsReader,
  csvReader,
]

/** Fallback for text that is not UTF-8: it maps every byte, and German offices mean it. */
const FALLBACK = 'windows-1252'

/** An input that is open, with the hash of what was read. */
export interface OpenInput extends Bytes {
  sha256(): string
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
  const parts = readBytes(bytes, options)
  const sha256 = bytes.sha256()
  return parts.map((part) => ({ sha256, ...part }))
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

/** What all files say together: nothing counted twice, order of the files without meaning. */
export function join(sources: readonly ReadSource[]): Inventory {
  return merge(sources)
}

function readBytes(bytes: Bytes, options: ReadOptions): PartReading[] {
  if (bytes.size === 0) throw new Problem('E3002', {}, { file: bytes.path })
  try {
    const head = headOf(bytes, options.limits)
    return (
      openContainer(
        bytes,
        head,
        options.limits,
        (inner) => readBytes(inner, options),
        (tables) => readNoticeTables(tables, options.limits),
      ) ?? readText(bytes, head, options)
    )
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return inFallback(bytes, options)
  }
}

function readText(bytes: Bytes, head: Head, options: ReadOptions): PartReading[] {
  const legacy = legacyWorkbook(head, bytes.path)
  if (legacy !== undefined) throw legacy
  if (head.encoding !== 'utf-8' && /^\uFEFF?\s*[{[]/.test(head.text)) return inEncoding(bytes, head.encoding, options)
  return documents(bytes, head, options)
}

function documents(bytes: Bytes, head: Head, options: ReadOptions): PartReading[] {
  const known = (one: Head) => READERS.some((reader) => reader.recognise(one))
  return readDocuments(bytes, head, options.limits, known, (part, its) => readerOf(its, part.path, options.limits).read(part, options))
}

/** What is no UTF-8, read once more; what then still is damaged stays so. */
function inFallback(bytes: Bytes, options: ReadOptions): PartReading[] {
  try {
    return inEncoding(bytes, FALLBACK, options)
  } catch (error) {
    throw error instanceof NotUtf8 ? new Problem('E3105', { what: 'UTF-8' }, { file: bytes.path }) : error
  }
}

/** Reads a JSON text again after turning it into UTF-8, and says so. */
function inEncoding(bytes: Bytes, encoding: string, options: ReadOptions): PartReading[] {
  let text: Bytes
  try {
    text = transcode(bytes, encoding)
  } catch {
    throw new Problem('E3105', { what: encoding }, { file: bytes.path })
  }
  const note =
    encoding === FALLBACK
      ? [{ code: 'W-ENCODING', at: '', message: `The file is not UTF-8 and was read as ${encoding}.`, params: { encoding } }]
      : []
  return documents(text, headOf(text, options.limits), options).map(({ reading, ...part }) => ({
    ...part,
    ...(part.path === bytes.path && { bytes: bytes.size }),
    reading: { ...reading, encoding, notes: [...note, ...reading.notes] },
  }))
}

function readerOf(head: Head, file: string, limits: Limits): Reader {
  const reader = READERS.find((one) => one.recognise(head))
  if (reader !== undefined) return reader
  const looks = looksLike(head)
  if (looks === 'JSON') assertWhole(head, file, limits)
  // a document type can be longer than what is looked at
  if (looks === 'XML' && /<!DOCTYPE\b/i.test(head.text)) throw new Problem('E3402', {}, { file })
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
