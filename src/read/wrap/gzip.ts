import { crc32 } from 'node:zlib'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { faultWords, type ZipFault } from '../zip/faults.ts'
import { BadDeflate, Inflater } from '../zip/inflate.ts'
import { limitOf, RATIO_FROM } from '../zip/limits.ts'
import { replayed } from './replay.ts'

const CHUNK = 1 << 16
const HEADER = 10
const TRAILER = 8
/** Extra field, name and comment are of no use to us and of no length that anybody needs. */
const HEADER_MAX = 1 << 16
// RFC 1952, 2.3.1
const HAS_CRC = 2
const HAS_EXTRA = 4
const HAS_NAME = 8
const HAS_COMMENT = 16

/** What a gzip file holds (RFC 1952), all its members one after the other. Errors: E3704 damaged, E3516 and E3517 limits. */
export function gunzipped(bytes: Bytes, limits: Limits): Bytes {
  return replayed(bytes.path, () => members(bytes, limits))
}

function* members(bytes: Bytes, limits: Limits): Generator<Uint8Array> {
  const limit = limitOf(limits, 'inflatedBytes')
  const ratio = limitOf(limits, 'inflationRatio')
  let total = 0
  for (let at = 0; at < bytes.size && !isPadding(bytes, at);) {
    const member = new Member(bytes, at)
    for (const piece of member.pieces()) {
      total += piece.length
      if (total > limit) throw new Problem('E3516', { limit }, { file: bytes.path })
      if (total > RATIO_FROM && total > bytes.size * ratio)
        throw new Problem('E3517', { part: bytes.path, limit: ratio }, { file: bytes.path })
      yield piece
    }
    at = member.end
  }
}

/** Some tapes and tools fill up with NUL. */
function isPadding(bytes: Bytes, at: number): boolean {
  const first = new Uint8Array(1)
  return at > 0 && bytes.read(first, at) === 1 && first[0] === 0
}

class Member {
  /** Where the next member begins; known after the last piece. */
  end = 0
  private readonly bytes: Bytes
  private fed: number

  constructor(bytes: Bytes, at: number) {
    this.bytes = bytes
    this.fed = at + this.headerLength(at)
  }

  *pieces(): Generator<Uint8Array> {
    const inflater = new Inflater(this.packed())
    let crc = 0
    let size = 0
    try {
      for (let piece = inflater.read(); piece !== undefined; piece = inflater.read()) {
        crc = crc32(piece, crc)
        size += piece.length
        yield piece
      }
    } catch (error) {
      throw error instanceof BadDeflate ? this.damaged('bad data') : error
    }
    const after = this.fed - inflater.unused
    const trailer = this.slice(after, TRAILER)
    if (trailer.readUInt32LE(0) !== crc) throw this.damaged('check sum')
    if (trailer.readUInt32LE(4) !== size % 2 ** 32) throw this.damaged('size')
    this.end = after + TRAILER
  }

  private *packed(): Generator<Uint8Array> {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (let count = this.bytes.read(buffer, this.fed); count > 0; count = this.bytes.read(buffer, this.fed)) {
      this.fed += count
      yield buffer.subarray(0, count)
    }
  }

  private headerLength(at: number): number {
    const header = this.slice(at, HEADER)
    if (header.readUInt16BE(0) !== 0x1f8b || header[2] !== 8) throw this.damaged('text after the end')
    const flags = header[3]!
    const rest = Buffer.alloc(Math.min(HEADER_MAX, this.bytes.size - at - HEADER))
    const room = this.bytes.read(rest, at + HEADER)
    let length = 0
    if (flags & HAS_EXTRA) length += 2 + (room >= 2 ? rest.readUInt16LE(0) : 0)
    for (const text of [HAS_NAME, HAS_COMMENT]) {
      if (!(flags & text)) continue
      const zero = rest.indexOf(0, length)
      if (zero < 0) throw this.damaged('breaks off')
      length = zero + 1
    }
    if (flags & HAS_CRC) length += 2
    return HEADER + length
  }

  private slice(at: number, length: number): Buffer {
    const buffer = Buffer.alloc(length)
    if (this.bytes.read(buffer, at) < length) throw this.damaged('breaks off')
    return buffer
  }

  private damaged(fault: ZipFault | 'bad data'): Problem {
    return new Problem('E3704', { what: faultWords(fault) }, { file: this.bytes.path })
  }
}
