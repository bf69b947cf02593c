import type { Inventory } from '../model/item.ts'
import type { Bytes, Head, Limits, Reader, ReadOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { headOf } from './detect.ts'
import { transcode } from './encoding.ts'
import { NotUtf8 } from './json/window.ts'
import { merge } from './merge.ts'
import type { ReadSource } from './source.ts'
import { readDocuments } from './wrap/documents.ts'
import type { PartReading } from './wrap/part.ts'

/** The input formats that are known. */
export interface Formats {
  /** Who reads a file that begins so. Both may throw where they cannot tell, so that others are asked. */
  readerOf(head: Head, options: ReadOptions): Reader | undefined
  /** What lies in a container, read by `read`; `undefined` for what is none. */
  contained(bytes: Bytes, head: Head, options: ReadOptions, read: (inner: Bytes) => PartReading[]): PartReading[] | undefined
  /** Ends the reading of what nobody recognises, and says what it looks like. */
  refuse(head: Head, file: string, limits: Limits): never
}

/** Fallback for text that is not UTF-8: it maps every byte, and German offices mean it. */
const FALLBACK = 'windows-1252'

/** An input that is open, with the hash of what was read. */
export interface OpenInput extends Bytes {
  sha256(): string
}

/**
 * One file → what its documents say: one as a rule, more of an archive, an array or JSON Lines.
 * A file in an archive has its own hash, every other document that of the whole file. Throws `Problem` if any cannot be used.
 */
export function readInputs(bytes: OpenInput, options: ReadOptions, formats: Formats): ReadSource[] {
  const parts = readBytes(bytes, options, formats)
  const sha256 = bytes.sha256()
  return parts.map((part) => ({ sha256, ...part }))
}

/** What all files say together: nothing counted twice, order of the files without meaning. `asOf`: the day on which contracts have ended or not. */
export function join(sources: readonly ReadSource[], asOf?: string): Inventory {
  return merge(sources, asOf)
}

function readBytes(bytes: Bytes, options: ReadOptions, formats: Formats): PartReading[] {
  if (bytes.size === 0) throw new Problem('E3002', {}, { file: bytes.path })
  try {
    const head = headOf(bytes, options.limits)
    return formats.contained(bytes, head, options, (inner) => readBytes(inner, options, formats)) ?? readText(bytes, head, options, formats)
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return inFallback(bytes, options, formats)
  }
}

function readText(bytes: Bytes, head: Head, options: ReadOptions, formats: Formats): PartReading[] {
  if (head.encoding !== 'utf-8' && /^\uFEFF?\s*[{[]/.test(head.text)) return inEncoding(bytes, head.encoding, options, formats)
  return documents(bytes, head, options, formats)
}

function documents(bytes: Bytes, head: Head, options: ReadOptions, formats: Formats): PartReading[] {
  const read = (part: Bytes, its: Head) =>
    (formats.readerOf(its, options) ?? formats.refuse(its, part.path, options.limits)).read(part, options)
  return readDocuments(bytes, head, options.limits, (one) => formats.readerOf(one, options) !== undefined, read)
}

/** What is no UTF-8, read once more; what then still is damaged stays so. */
function inFallback(bytes: Bytes, options: ReadOptions, formats: Formats): PartReading[] {
  try {
    return inEncoding(bytes, FALLBACK, options, formats)
  } catch (error) {
    throw error instanceof NotUtf8 ? new Problem('E3105', { what: 'UTF-8' }, { file: bytes.path }) : error
  }
}

/** Reads a JSON text again after turning it into UTF-8, and says so. */
function inEncoding(bytes: Bytes, encoding: string, options: ReadOptions, formats: Formats): PartReading[] {
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
  return documents(text, headOf(text, options.limits), options, formats).map(({ reading, ...part }) => ({
    ...part,
    ...(part.path === bytes.path && { bytes: bytes.size }),
    reading: { ...reading, encoding, notes: [...note, ...reading.notes] },
  }))
}
