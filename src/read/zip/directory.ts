import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem, type SpokenParams } from '../../model/problem.ts'
import type { MessageId } from '../../model/messages.ts'
import { faultWords, type ZipFault } from './faults.ts'
import { limitOf } from './limits.ts'

/** One part of an archive, as its central directory declares it. */
export interface ZipPart {
  readonly name: string
  readonly method: number
  readonly crc: number
  /** Declared bytes, packed and inflated. */
  readonly packed: number
  readonly size: number
  /** Offset of its data in the file. */
  readonly data: number
}

/** A part before its local header was looked at. */
type Entry = Omit<ZipPart, 'data'> & { readonly header: number; readonly described: boolean }

// PKWARE, APPNOTE.TXT 6.3: signatures and lengths of the fixed parts of the records
const LOCAL = { signature: 0x04034b50, length: 30 }
const CENTRAL = { signature: 0x02014b50, length: 46 }
const END = { signature: 0x06054b50, length: 22 }
const END64_LOCATOR = { signature: 0x07064b50, length: 20 }
const END64 = { signature: 0x06064b50, length: 56 }
const COMMENT_MAX = 0xffff
const IN_ZIP64 = 0xffffffff
const ENCRYPTED = 0x0041
const DESCRIBED = 0x0008
const STORED = 0
export const DEFLATED = 8
/** Name, extra field and comment of an entry have 64 KiB each at most, but nobody needs that for all. */
const DIRECTORY_MAX = 64 * 2 ** 20

/** The parts of an archive, by its central directory; everything that is unsafe or contradicts itself is refused. Folders are left out. */
export function readDirectory(bytes: Bytes, limits: Limits): ZipPart[] {
  return new Directory(bytes, limits).parts()
}

class Directory {
  private readonly bytes: Bytes
  private readonly limits: Limits

  constructor(bytes: Bytes, limits: Limits) {
    this.bytes = bytes
    this.limits = limits
  }

  parts(): ZipPart[] {
    const { count, offset, size } = this.location()
    const limit = limitOf(this.limits, 'parts')
    if (count > limit) this.fail('E3518', { count, limit })
    if (size > DIRECTORY_MAX) this.damaged('central directory too large')
    const entries = this.entries(this.slice(offset, size), count)
    this.assertNames(entries)
    const parts = entries.map((entry) => this.part(entry, offset))
    this.assertApart(parts, entries)
    return parts.filter(({ name }) => !name.endsWith('/'))
  }

  /** Where the central directory lies, by the record at the end of the file. */
  private location(): { count: number; offset: number; size: number } {
    const length = Math.min(this.bytes.size, END.length + COMMENT_MAX)
    const base = this.bytes.size - length
    const tail = this.slice(base, length)
    let at = tail.length - END.length
    while (at >= 0 && !(tail.readUInt32LE(at) === END.signature && at + END.length + tail.readUInt16LE(at + 20) === tail.length)) at--
    if (at < 0) this.damaged('no end record')
    if (tail.readUInt16LE(at + 4) !== tail.readUInt16LE(at + 6) || tail.readUInt16LE(at + 8) !== tail.readUInt16LE(at + 10))
      this.damaged('several volumes')
    const found = { count: tail.readUInt16LE(at + 10), size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
    const locator = at - END64_LOCATOR.length
    const zip64 = locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR.signature
    const { end, ...place } = zip64 ? this.location64(tail.readBigUInt64LE(locator + 8)) : { ...found, end: base + at }
    if (place.offset + place.size !== end) this.damaged('central directory not where it should be')
    return place
  }

  private location64(record: bigint): { count: number; offset: number; size: number; end: number } {
    const end = this.within(record)
    const buffer = this.slice(end, END64.length)
    if (buffer.readUInt32LE(0) !== END64.signature) this.damaged('no ZIP64 end record')
    const [count, size, offset] = [32, 40, 48].map((at) => this.within(buffer.readBigUInt64LE(at)))
    return { count: count!, size: size!, offset: offset!, end }
  }

  private entries(directory: Buffer, count: number): Entry[] {
    const entries: Entry[] = []
    let at = 0
    for (let i = 0; i < count; i++) {
      if (at + CENTRAL.length > directory.length || directory.readUInt32LE(at) !== CENTRAL.signature)
        this.damaged('central directory breaks off')
      const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [number, number, number]
      const end = at + CENTRAL.length + name + extra + comment
      if (end > directory.length) this.damaged('central directory breaks off')
      entries.push(this.entry(directory.subarray(at, end), name, extra))
      at = end
    }
    if (at !== directory.length) this.damaged('central directory and number of parts differ')
    return entries
  }

  private entry(record: Buffer, nameLength: number, extraLength: number): Entry {
    const flags = record.readUInt16LE(8)
    const method = record.readUInt16LE(10)
    const nameEnd = CENTRAL.length + nameLength
    const name = record.toString('utf8', CENTRAL.length, nameEnd)
    if ((flags & ENCRYPTED) !== 0) this.fail('E3511', { part: name })
    if (method !== STORED && method !== DEFLATED) this.fail('E3512', { part: name, method })
    const wide = this.zip64(record.subarray(nameEnd, nameEnd + extraLength))
    const [size, packed, header] = [24, 20, 42].map((field) => {
      const value = record.readUInt32LE(field)
      return value === IN_ZIP64 ? this.within(wide.shift() ?? 0n, field === 24) : value
    }) as [number, number, number]
    return { name, method, crc: record.readUInt32LE(16), packed, size, header, described: (flags & DESCRIBED) !== 0 }
  }

  /** The 64-bit values of the extra field 1, in their order. */
  private zip64(extra: Buffer): bigint[] {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
      const end = at + 4 + extra.readUInt16LE(at + 2)
      if (end > extra.length) break
      if (extra.readUInt16LE(at) !== 1) continue
      return Array.from({ length: Math.floor((end - at - 4) / 8) }, (_, i) => extra.readBigUInt64LE(at + 4 + i * 8))
    }
    return []
  }

  /** A 64-bit place in the file as a number. Inflated sizes may be larger than the file, but no number larger than it can hold. */
  private within(value: bigint, inflated = false): number {
    if (value > BigInt(inflated ? Number.MAX_SAFE_INTEGER : this.bytes.size)) this.damaged('impossible size')
    return Number(value)
  }

  private assertNames(entries: readonly Entry[]): void {
    const seen = new Set<string>()
    for (const { name } of entries) {
      if (!isSafe(name)) this.fail('E3515', { part: name.slice(0, 100) })
      const key = name.normalize('NFC').toLowerCase()
      if (seen.has(key)) this.fail('E3514', { part: name })
      seen.add(key)
    }
  }

  /** Follows an entry to its local header, which has to say the same. */
  private part({ header, described, ...entry }: Entry, directory: number): ZipPart {
    const { name, method, packed, size } = entry
    const local = header + LOCAL.length <= directory ? this.slice(header, LOCAL.length) : this.damaged('lies outside', name)
    if (local.readUInt32LE(0) !== LOCAL.signature) this.damaged('no header', name)
    const nameLength = local.readUInt16LE(26)
    const data = header + LOCAL.length + nameLength + local.readUInt16LE(28)
    if (data + packed > directory) this.damaged('lies outside', name)
    const same = (field: number, value: number) => [value, IN_ZIP64].includes(local.readUInt32LE(field))
    const localName = this.slice(header + LOCAL.length, nameLength).toString('utf8')
    if (localName !== name || local.readUInt16LE(8) !== method) this.damaged('header and directory differ', name)
    if (!described && !same(18, packed)) this.damaged('header and directory differ', name)
    if (!described && !same(22, size)) this.damaged('header and directory differ', name)
    return { ...entry, data }
  }

  /** Parts that share their data turn a small file into a large one. */
  private assertApart(parts: readonly ZipPart[], entries: readonly Entry[]): void {
    const places = parts
      .map(({ data, packed, name }, i) => ({ from: entries[i]!.header, to: data + packed, name }))
      .sort((a, b) => a.from - b.from)
    for (let i = 1; i < places.length; i++) if (places[i]!.from < places[i - 1]!.to) this.damaged('overlaps another part', places[i]!.name)
  }

  private slice(position: number, length: number): Buffer {
    const buffer = Buffer.alloc(length)
    let filled = 0
    for (let count = -1; count !== 0 && filled < length; filled += count)
      count = this.bytes.read(buffer.subarray(filled), position + filled)
    if (filled < length) this.damaged('breaks off')
    return buffer
  }

  private damaged(fault: ZipFault, part?: string): never {
    return this.fail('E3510', { what: faultWords(fault, part) })
  }

  private fail(id: MessageId, params: SpokenParams): never {
    throw new Problem(id, params, { file: this.bytes.path })
  }
}

/** Relative, with `/`, without steps upward, drives and NUL. */
function isSafe(name: string): boolean {
  return name !== '' && !/^\/|\\|\0|^[a-zA-Z]:|\ufffd/.test(name) && !name.split('/').includes('..')
}
