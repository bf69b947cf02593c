import { isUtf8 } from 'node:buffer'
import type { Bytes } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'

/** Thrown inside `read/` when a file is not UTF-8; the caller reads it again in another encoding. */
export class NotUtf8 extends Error {
  readonly offset: number
  constructor(offset: number) {
    super('not UTF-8')
    this.offset = offset
  }
}

/** Memory that the bytes are read into, from `start` on. */
export interface Room {
  readonly start: number
  readonly buffer: Buffer
  grow(): void
}

/**
 * A window that slides over a file: `[start, end)` of the room holds the bytes from `base` on, always whole UTF-8 characters.
 * Only what the scanner still needs is kept, so memory does not grow with the file.
 */
export class ByteWindow {
  end: number
  /** Offset in the file of what lies at `start`. */
  base = 0
  /** Bytes after `end` that begin a character whose rest is not read yet. */
  private pending = 0
  private readonly room: Room
  private readonly bytes: Bytes
  private readonly progress: ((bytes: number) => void) | undefined

  constructor(room: Room, bytes: Bytes, progress?: (bytes: number) => void) {
    this.room = room
    this.bytes = bytes
    this.progress = progress
    this.end = room.start
  }

  /** Whether more can be read only into more memory. */
  get isFull(): boolean {
    return this.end + this.pending === this.room.buffer.length
  }

  /** Drops what lies before `keep` and reads on. All addresses move down by `keep - start`. False at the end of the file. */
  slide(keep: number): boolean {
    const { room } = this
    if (keep > room.start) {
      room.buffer.copyWithin(room.start, keep, this.end + this.pending)
      this.base += keep - room.start
      this.end -= keep - room.start
    }
    for (;;) {
      const filled = this.end + this.pending
      if (filled === room.buffer.length) room.grow()
      const count = this.bytes.read(room.buffer.subarray(filled), this.base + filled - room.start)
      if (count === 0) {
        if (this.pending > 0) throw new NotUtf8(this.base + this.end - room.start)
        return false
      }
      this.pending = incomplete(room.buffer, this.end, filled + count)
      const whole = filled + count - this.pending
      if (!isUtf8(room.buffer.subarray(this.end, whole))) throw new NotUtf8(this.base + this.end - room.start)
      if (whole === this.end) continue
      this.end = whole
      this.progress?.(this.base + whole - room.start)
      return true
    }
  }
}

/** Number of bytes at the end of `[from, to)` that begin a UTF-8 sequence without finishing it. */
function incomplete(buffer: Uint8Array, from: number, to: number): number {
  for (let back = 1; back <= 3 && to - back >= from; back++) {
    const byte = buffer[to - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

/** Presents bytes in memory as an input, e.g. after decompression or transcoding. */
export function inMemory(path: string, content: Uint8Array): Bytes {
  return {
    path,
    size: content.length,
    read(into, position) {
      const part = content.subarray(position, position + into.length)
      into.set(part)
      return part.length
    },
    whole: () => content,
  }
}

/** Refuses a file above the limit before a byte of it is read. */
export function assertSize(size: number, limit: number, file: string): void {
  if (size > limit) throw new Problem('E3004', { size: `${size} B`, limit: `${limit} B`, flag: '--max-file' }, { file })
}
