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

const WINDOW = 1 << 18

/**
 * A window that slides over a file: `buffer[0, end)` holds the bytes from `base` on, always whole UTF-8 characters.
 * Only what the scanner still needs is kept, so memory does not grow with the file.
 */
export class ByteWindow {
  buffer: Buffer
  end = 0
  /** Offset in the file of `buffer[0]`. */
  base = 0
  /** Bytes after `end` that begin a character whose rest is not read yet. */
  private pending = 0
  private readonly bytes: Bytes
  private readonly progress: ((bytes: number) => void) | undefined

  constructor(bytes: Bytes, progress?: (bytes: number) => void) {
    this.bytes = bytes
    this.progress = progress
    this.buffer = Buffer.allocUnsafe(Math.max(64, Math.min(WINDOW, bytes.size + 1)))
  }

  /** Drops what lies before `keep` and reads on. All indexes move down by `keep`. False at the end of the file. */
  slide(keep: number): boolean {
    if (keep > 0) {
      this.buffer.copyWithin(0, keep, this.end + this.pending)
      this.base += keep
      this.end -= keep
    }
    for (;;) {
      const filled = this.end + this.pending
      if (filled === this.buffer.length) this.grow()
      const count = this.bytes.read(this.buffer.subarray(filled), this.base + filled)
      if (count === 0) {
        if (this.pending > 0) throw new NotUtf8(this.base + this.end)
        return false
      }
      this.pending = incomplete(this.buffer, this.end, filled + count)
      const whole = filled + count - this.pending
      if (!isUtf8(this.buffer.subarray(this.end, whole))) throw new NotUtf8(this.base + this.end)
      if (whole === this.end) continue
      this.end = whole
      this.progress?.(this.base + whole)
      return true
    }
  }

  private grow(): void {
    const larger = Buffer.allocUnsafe(this.buffer.length * 2)
    this.buffer.copy(larger)
    this.buffer = larger
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
