import type { Bytes, Head, Limits } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { JsonScanner } from './json/scanner.ts'
import { NotUtf8 } from './json/window.ts'
import { utf16Of } from './encoding.ts'
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

/** File signatures of what people hand in by mistake or in a later format. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP (XLSX, ODS …)' },
  { bytes: [0x1f, 0x8b], name: 'gzip' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'xz' },
  { bytes: [0x42, 0x5a, 0x68], name: 'bzip2' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'Excel 97–2003 (.xls)' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], name: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'GIF' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'ELF' },
  { bytes: [0x4d, 0x5a], name: 'EXE/DLL' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], name: 'SQLite' },
  { bytes: [0xff, 0xfe, 0, 0], name: 'UTF-32' },
  { bytes: [0, 0, 0xfe, 0xff], name: 'UTF-32' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'RTF' },
]
/** Office files that are no workbook, by a part that they have. */
const OFFICE: readonly (readonly [part: RegExp, name: string])[] = [
  [/^word\//, 'Word (.docx)'],
  [/^ppt\//, 'PowerPoint (.pptx)'],
]

/** The beginning of a file, decoded as far as possible; for JSON with the members that tell its format. */
export function headOf(bytes: Bytes, limits: Limits): Head {
  const buffer = new Uint8Array(Math.min(HEAD, bytes.size))
  const head = buffer.subarray(0, bytes.read(buffer, 0))
  const encoding = utf16Of(head) ?? 'utf-8'
  const text = new TextDecoder(encoding).decode(head)
  const json = encoding === 'utf-8' && /^\s*\{/.test(text) ? members(bytes, limits) : undefined
  const parts = isZip(head) ? partsOf(bytes, limits) : undefined
  return { bytes: head, text, encoding, size: bytes.size, ...(json && { json }), ...(parts && { parts }) }
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

/** What an unreadable file looks like, for the message; '' if nothing is known. */
export function looksLike(head: Head): string | Words {
  const office = OFFICE.find(([part]) => [...(head.parts?.keys() ?? [])].some((name) => part.test(name)))
  if (office !== undefined) return office[1]
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => head.bytes[i] === byte))
  if (signature !== undefined) return signature.name
  const { json, text } = head
  if (json?.has('@graph')) return 'JSON-LD'
  if (json?.has('releases') || json?.has('records') || json?.has('ocid')) return 'OCDS'
  if (json?.has('bomFormat') || /cyclonedx/i.test(json?.get('$schema') ?? ''))
    return { de: 'CycloneDX ohne richtiges bomFormat', en: 'CycloneDX without the right bomFormat' }
  if (json !== undefined) return 'JSON'
  if (/^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text)) return 'HTML'
  if (/^\s*<[?!]?\w/.test(text)) return /<bom\b/.test(text) ? 'CycloneDX XML' : 'XML'
  if (/^\s*\[/.test(text)) return 'JSON'
  if (/^\s*(?:\/\/.*\s+|\/\*[^]*?\*\/\s*)+[{[]/.test(text)) return { de: 'JSON mit Kommentaren', en: 'JSON with comments' }
  return ''
}
