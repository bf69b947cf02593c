import { createHash } from 'node:crypto'
import { append } from '../../model/many.ts'
import type { Bytes, Head, Limits, Reading } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { Archive } from '../zip/archive.ts'
import { isApple } from '../table/workbook/legacy.ts'
import { NOT_ALONE } from '../tender/alone.ts'
import { partsOf } from '../zip/parts.ts'
import { gunzipped } from './gzip.ts'
import type { PartReading } from './part.ts'
import { replayed } from './replay.ts'
import { isSkipped, NoInput, noted, skippedParams } from './skipped.ts'

/** Reads one file that is no container: what `openContainer` is to do with each that it finds. */
export type ReadFile = (bytes: Bytes) => PartReading[]
/** Reads files that say something only together; E3602 of one of them asks for it. */
export type ReadTogether = (files: readonly Bytes[]) => Reading

/**
 * What the files in a gzip file or ZIP archive say; `undefined` if this is neither. One level: an archive in an archive is
 * refused (E3705) rather than left out: it may hold inputs. Files in an archive that are no input of ours are left out with a note; E3706 if
 * none is one.
 */
export function openContainer(bytes: Bytes, head: Head, limits: Limits, read: ReadFile, together: ReadTogether): PartReading[] | undefined {
  if (isGzip(head.bytes)) {
    const content = gunzipped(bytes, limits)
    assertNoArchive(content)
    return read(content).map((part) => (part.path === bytes.path ? { ...part, bytes: bytes.size } : part))
  }
  return head.parts !== undefined && !isOffice(head.parts) ? readMembers(bytes, limits, read, together) : undefined
}

function readMembers(bytes: Bytes, limits: Limits, read: ReadFile, together: ReadTogether): PartReading[] {
  const archive = new Archive(bytes, limits)
  const skipped: string[] = []
  const archives: string[] = []
  const found: PartReading[] = []
  const sets = new Map<string, Bytes[]>()
  for (const name of archive.names().filter(isContent)) {
    // the first run counts towards what the archive may hold altogether; going back does not
    let first = true
    const content = replayed(`${bytes.path}!${name}`, () => {
      const source = first ? archive : new Archive(bytes, limits)
      first = false
      return source.chunks(name)
    })
    const parts = readMember(content, limits, read)
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')))
    if (parts === undefined) skipped.push(name)
    else if (parts === 'archive') archives.push(content.path)
    else if (parts === 'together') sets.set(folder, [...(sets.get(folder) ?? []), content])
    else {
      const whole = sha256(content)
      append(found, parts.map((part) => ({ sha256: whole, ...part }))) // prettier-ignore
    }
  }
  for (const [folder, files] of sets) {
    const size = files.reduce((sum, file) => sum + file.size, 0)
    found.push({ path: folder === '' ? bytes.path : `${bytes.path}!${folder}`, bytes: size, reading: together(files) })
  }
  const [within] = archives
  if (within !== undefined) throw new (found.length === 0 ? NoInput : Problem)('E3705', {}, { file: within })
  if (found.length === 0) throw new Problem('E3706', skippedParams(skipped), { file: bytes.path })
  return skipped.length === 0 ? found : noted(found, skipped)
}

/** `undefined`: no input of ours; `together`: it has to be read with others beside it; `archive`: it is one itself. */
function readMember(content: Bytes, limits: Limits, read: ReadFile): PartReading[] | 'together' | 'archive' | undefined {
  const head = beginning(content)
  // workbooks are archives too
  if (isGzip(head) || (isZip(head) && !isOffice(partsOf(content, limits)))) return 'archive'
  try {
    return read(content)
  } catch (error) {
    if (error instanceof Problem && error.id === NOT_ALONE) return 'together'
    if (!isSkipped(error)) throw error
    return undefined
  }
}

/** What operating systems add to an archive is no content of it. */
function isContent(name: string): boolean {
  return !name.split('/').some((step) => step.startsWith('.') || step === '__MACOSX')
}

function isOffice(parts: ReadonlyMap<string, string>): boolean {
  return parts.has('[Content_Types].xml') || parts.has('mimetype') || isApple(parts)
}

function assertNoArchive(content: Bytes): void {
  const head = beginning(content)
  if (isGzip(head) || isZip(head)) throw new NoInput('E3705', {}, { file: content.path })
}

function beginning(content: Bytes): Uint8Array {
  const head = new Uint8Array(4)
  return head.subarray(0, content.read(head, 0))
}

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b
const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2]! <= 5

function sha256(content: Bytes): string {
  const hash = createHash('sha256')
  const buffer = new Uint8Array(1 << 16)
  for (let at = 0, count = -1; count !== 0; at += count) {
    count = content.read(buffer, at)
    hash.update(buffer.subarray(0, count))
  }
  return hash.digest('hex')
}
