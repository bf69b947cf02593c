import type { Bytes, Limits } from '../../model/ports.ts'
import type { MessageId } from '../../model/messages.ts'
import { Problem, type Params } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'
import { ByteWindow } from './window.ts'

/** A position in a file that knows its line and column. Skips white space, slides the window, says where something is wrong. */
export class Cursor {
  protected readonly window: ByteWindow
  protected readonly limits: Limits
  protected pos = 0
  /** By how much the bytes of the current line exceed its UTF-16 units so far. */
  protected surplus = 0
  private readonly file: string
  private line = 1
  /** Offset in the file at which the current line starts. */
  private lineStart = 0

  constructor(bytes: Bytes, limits: Limits, progress?: (bytes: number) => void) {
    this.window = new ByteWindow(bytes, progress)
    this.limits = limits
    this.file = bytes.path
    if (this.more() && this.window.end >= 3 && this.window.buffer.readUIntBE(0, 3) === 0xefbbbf) this.pos = this.lineStart = 3
  }

  /** Line and column of the next value, from 1; columns count UTF-16 units, as editors and SARIF do. */
  place(): { line: number; column: number } {
    this.peek()
    return this.here()
  }

  /** Offset in the file: after `place()` that of the next value, after a value that of its end. */
  offset(): number {
    return this.window.base + this.pos
  }

  /** A problem at the next value. */
  problem(id: MessageId, params: Params = {}, at?: string): Problem {
    return new Problem(id, params, { file: this.file, ...this.place(), ...(at === undefined ? {} : { at }) })
  }

  /** Skips white space; returns the next byte, or -1 at the end. */
  protected peek(): number {
    for (;;) {
      const { buffer, end } = this.window
      let i = this.pos
      for (; i < end; i++) {
        const byte = buffer[i]!
        if (byte === 0x0a) {
          this.line++
          this.lineStart = this.window.base + i + 1
          this.surplus = 0
        } else if (byte !== 0x20 && byte !== 0x0d && byte !== 0x09) {
          this.pos = i
          return byte
        }
      }
      this.pos = i
      if (!this.more()) return -1
    }
  }

  /** Reads on, so that the window begins at `pos`, which becomes 0. False at the end of the file. */
  protected more(): boolean {
    const grew = this.window.slide(this.pos)
    this.pos = 0
    return grew
  }

  protected fail(what: Words): never {
    throw new Problem('E3101', { what }, { file: this.file, ...this.here() })
  }

  private here(): { line: number; column: number } {
    return { line: this.line, column: this.window.base + this.pos - this.lineStart - this.surplus + 1 }
  }
}

export function show(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16).padStart(2, '0')}`
}
