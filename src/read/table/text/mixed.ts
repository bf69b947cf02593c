import { isUtf8 } from 'node:buffer'
import type { Words } from '../../../model/words.ts'

const LF = 10
const CR = 13
const NOTHING: Buffer = Buffer.alloc(0)

/** Which line of a text is UTF-8 beyond ASCII, and which is not: lists are put together from files of different origin. `undefined` where not both are there. */
export function mixedLines(windows: Iterable<Uint8Array>): Words | undefined {
  const lines = new LineKinds()
  for (const window of windows) {
    lines.add(window)
    if (lines.both !== undefined) return lines.both
  }
  lines.end(NOTHING)
  return lines.both
}

class LineKinds {
  private utf8: number | undefined
  private other: number | undefined
  private line = 1
  private rest = NOTHING
  private high = false
  /** CRs directly before this byte. */
  private crs = 0

  get both(): Words | undefined {
    const { utf8, other } = this
    if (utf8 === undefined || other === undefined) return undefined
    return { de: `Zeile ${utf8} ist UTF-8, Zeile ${other} nicht`, en: `line ${utf8} is UTF-8, line ${other} is not` }
  }

  add(window: Uint8Array): void {
    let from = 0
    for (let at = 0; at < window.length; at++) {
      const byte = window[at]!
      if (byte >= 0x80) this.high = true
      else if (byte === LF && this.crs > 0) {
        from = at + 1
        if (this.crs > 1) this.line--
      } else if (byte === LF || byte === CR) {
        this.end(window.subarray(from, at))
        from = at + 1
      }
      this.crs = byte === CR ? this.crs + 1 : 0
    }
    this.rest = Buffer.concat([this.rest, window.subarray(from)])
  }

  /** What is left of a line, and another begins. */
  end(bytes: Uint8Array): void {
    if (this.high) {
      if (isUtf8(Buffer.concat([this.rest, bytes]))) this.utf8 ??= this.line
      else this.other ??= this.line
    }
    this.rest = NOTHING
    this.high = false
    this.line++
  }
}
