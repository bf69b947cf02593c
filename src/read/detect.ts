import type { Bytes, Head, Limits } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { JsonScanner } from './json/scanner.ts'
import { NotUtf8 } from './json/window.ts'
import { utf16Of } from './encoding.ts'
import { streamsOf } from './compound.ts'
import { partsOf } from './zip/parts.ts'

const HEAD = 1 << 16
/** Members that tell a JSON format; with the first of them the search ends. */
const MARKERS = new Set([
  'bomFormat',
  'specFormat',
  'spdxVersion',
  'SPDXID',
  '@graph',
  'releases',
  'records',
  'ocid',
  'payloadType',
  'predicateType',
  'mediaType',
  'SchemaVersion',
  'artifacts',
])
/** Members whose value is looked at; any other may be of any length. */
const TELLING = new Set([...MARKERS, '$schema', '@context', 'version', 'format'])
/** Members whose value is a whole document: no string to be made of it. */
const HOLDERS = new Set(['sbom', 'SPDX', 'payload', 'dsseEnvelope', 'Data'])

/** The beginning of a file, decoded as far as possible; for JSON with the members that tell its format. */
export function headOf(bytes: Bytes, limits: Limits): Head {
  const buffer = new Uint8Array(Math.min(HEAD, bytes.size))
  const head = buffer.subarray(0, bytes.read(buffer, 0))
  const encoding = utf16Of(head) ?? 'utf-8'
  const text = new TextDecoder(encoding).decode(head)
  const json = encoding === 'utf-8' && /^\s*\{/.test(text) ? members(bytes, limits) : undefined
  const parts = isZip(head) ? partsOf(bytes, limits) : undefined
  const streams = streamsOf(head, bytes)
  return {
    bytes: head,
    text,
    encoding,
    size: bytes.size,
    ...(json && { json }),
    ...(parts && { parts }),
    ...(streams !== undefined && { streams }),
  }
}

/** A ZIP archive begins with the header of its first part, an empty one with its end record. */
function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
}

/** Members of the outermost object up to the first that tells the format. A file that breaks off keeps what was seen. */
function members(bytes: Bytes, limits: Limits): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const scanner = new JsonScanner(bytes, limits)
  try {
    scanner.beginObject()
    for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) {
      if (HOLDERS.has(key)) {
        found.set(key, '')
        break
      }
      if (TELLING.has(key)) found.set(key, scanner.text() ?? '')
      else {
        found.set(key, '')
        scanner.skip()
      }
      if (MARKERS.has(key)) break
    }
  } catch (error) {
    if (error instanceof NotUtf8 || (error instanceof Problem && error.id === 'E3103')) throw error
    // the reader that is chosen, or the refusal, says what is wrong and where
  } finally {
    scanner.close()
  }
  return found
}
