import { crc32 } from 'node:zlib'
import type { MessageId } from '../../model/messages.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem, type SpokenParams } from '../../model/problem.ts'
import { DEFLATED, readDirectory, type ZipPart } from './directory.ts'
import { faultWords } from './faults.ts'
import { BadDeflate, Inflater } from './inflate.ts'
import { limitOf, RATIO_FROM } from './limits.ts'

const CHUNK = 1 << 16

/** A ZIP archive whose parts are read piece by piece. What they really hold is counted, whatever they declare. */
export class Archive {
  readonly file: string
  private readonly bytes: Bytes
  private readonly limits: Limits
  private readonly progress: ((bytes: number) => void) | undefined
  /** By name in lower case: readers of these formats do not tell cases apart. */
  private readonly parts: ReadonlyMap<string, ZipPart>
  private inflated = 0

  /** Errors: E3510 damaged, E3511 encrypted, E3512 method, E3514 and E3515 names, E3518 number of parts. */
  constructor(bytes: Bytes, limits: Limits, progress?: (bytes: number) => void) {
    this.file = bytes.path
    this.bytes = bytes
    this.limits = limits
    this.progress = progress
    this.parts = new Map(readDirectory(bytes, limits).map((part) => [part.name.toLowerCase(), part]))
  }

  names(): string[] {
    return [...this.parts.values()].map(({ name }) => name)
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase())
  }

  /** The content of a part in pieces, each valid until the next. Errors: E3510, E3513 size, E3516 and E3517 limits, E3520 no such part. */
  *chunks(name: string): Generator<Uint8Array> {
    const part = this.parts.get(name.toLowerCase()) ?? this.fail('E3520', { part: name })
    const limit = limitOf(this.limits, 'inflatedBytes')
    this.assertRatio(part, part.size)
    if (this.inflated + part.size > limit) this.fail('E3516', { limit })
    let size = 0
    let crc = 0
    for (const piece of this.content(part)) {
      size += piece.length
      this.inflated += piece.length
      if (size > part.size) this.fail('E3513', { part: part.name, declared: part.size, actual: `> ${part.size}` })
      if (this.inflated > limit) this.fail('E3516', { limit })
      this.assertRatio(part, size)
      crc = crc32(piece, crc)
      yield piece
    }
    if (size < part.size) this.fail('E3513', { part: part.name, declared: part.size, actual: size })
    if (crc !== part.crc) this.fail('E3510', { what: faultWords('check sum', part.name) })
  }

  /** A part that was read to its end and is read once more; what it holds was counted and compared with what it declares. */
  again(name: string): Generator<Uint8Array> {
    return this.content(this.parts.get(name.toLowerCase()) ?? this.fail('E3520', { part: name }))
  }

  /** The beginning of a small part as text. */
  beginning(name: string, length: number): string {
    for (const piece of this.chunks(name)) return Buffer.from(piece.subarray(0, length)).toString('utf8')
    return ''
  }

  private *content(part: ZipPart): Generator<Uint8Array> {
    if (part.method !== DEFLATED) {
      yield* this.packed(part)
      return
    }
    const inflater = new Inflater(this.packed(part))
    try {
      for (let piece = inflater.read(); piece !== undefined; piece = inflater.read()) yield piece
    } catch (error) {
      if (error instanceof BadDeflate) this.fail('E3510', { what: faultWords('bad data', part.name) })
      throw error
    }
  }

  private *packed({ data, packed }: ZipPart): Generator<Uint8Array> {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, packed))
    for (let done = 0; done < packed;) {
      const count = this.bytes.read(buffer.subarray(0, packed - done), data + done)
      if (count === 0) this.fail('E3510', { what: faultWords('breaks off') })
      done += count
      this.progress?.(data + done)
      yield buffer.subarray(0, count)
    }
  }

  private assertRatio({ name, packed }: ZipPart, size: number): void {
    const limit = limitOf(this.limits, 'inflationRatio')
    if (size > RATIO_FROM && size > packed * limit) this.fail('E3517', { part: name, limit })
  }

  private fail(id: MessageId, params: SpokenParams): never {
    throw new Problem(id, params, { file: this.file })
  }
}
