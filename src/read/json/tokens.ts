import { Cursor, show } from './cursor.ts'
import { FAULT } from './faults.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** 0: plain byte of a string; 1: quote, backslash or control character; 2: part of a multi-byte character. */
const STRING_CLASS = new Uint8Array(256).map((_, byte) => (byte < 0x20 || byte === QUOTE || byte === BACKSLASH ? 1 : byte >= 0x80 ? 2 : 0))
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/
const ESCAPES = new Set(Buffer.from('"\\/bfnrtu'))

/** Strings up to this many bytes are looked up before they are made. */
const SHORT = 32
const SLOTS = 1 << 12

/** Strings, numbers and literals of JSON, checked byte by byte. */
export class Tokens extends Cursor {
  private readonly recent: (string | undefined)[] = new Array<string | undefined>(SLOTS)
  /** Set by `stringEnd`: whether the string has multi-byte characters, and escapes. */
  private wide = false
  protected escaped = false

  protected string(): string {
    const to = this.stringEnd(true)
    const text = this.decode(this.pos + 1, to)
    this.pos = to + 1
    return text
  }

  protected decode(from: number, to: number): string {
    const { buffer } = this.window
    if (this.escaped) return JSON.parse(buffer.toString('utf8', from - 1, to + 1)) as string
    if (this.wide) return buffer.toString('utf8', from, to)
    return to - from > SHORT ? latin1(buffer, from, to) : this.short(buffer, from, to)
  }

  /** Types, versions, licence ids and the like come again and again: each is made once, as long as no other takes its slot. */
  private short(buffer: Buffer, from: number, to: number): string {
    let hash = to - from
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + buffer[i]!) | 0
    const slot = hash & (SLOTS - 1)
    const known = this.recent[slot]
    if (known !== undefined && known.length === to - from) {
      let i = 0
      while (i < known.length && known.charCodeAt(i) === buffer[from + i]) i++
      if (i === known.length) return known
    }
    return (this.recent[slot] = latin1(buffer, from, to))
  }

  protected skipString(): void {
    this.pos = this.stringEnd(false) + 1
  }

  /** `pos` is at the opening quote; returns the index of the closing one. With `keep` the whole string stays in the window. */
  protected stringEnd(keep: boolean): number {
    let { buffer, end } = this.window
    let i = this.pos + 1
    this.wide = this.escaped = false
    for (;;) {
      while (i < end && STRING_CLASS[buffer[i]!] === 0) i++
      if (i >= end) {
        if (keep) this.assertLength(i - this.pos)
        i = this.reach(i, keep)
        if (i >= this.window.end) this.fail(FAULT.string)
        ;({ buffer, end } = this.window)
        continue
      }
      const byte = buffer[i]!
      if (byte === QUOTE) break
      if (byte === BACKSLASH) {
        i = this.escape(i, keep)
        ;({ buffer, end } = this.window)
      } else if (byte >= 0x80) {
        this.wide = true
        if (byte < 0xc0) this.surplus++
        else if (byte >= 0xf0) this.surplus--
        i++
      } else {
        this.pos = i
        this.fail(FAULT.control(show(byte)))
      }
    }
    if (keep) this.assertLength(i - this.pos - 1)
    return i
  }

  protected number(): string {
    let i = this.pos
    for (;;) {
      while (i < this.window.end && isNumberByte(this.window.buffer[i]!)) i++
      if (i < this.window.end) break
      this.assertLength(i - this.pos)
      i = this.reach(i, true)
      if (i >= this.window.end) break
    }
    const text = this.window.buffer.toString('latin1', this.pos, i)
    if (!NUMBER.test(text)) this.fail(FAULT.number(text.slice(0, 40)))
    this.pos = i
    return text
  }

  protected literal(word: string): void {
    while (this.window.end - this.pos < word.length) if (!this.more()) break
    if (this.window.buffer.toString('latin1', this.pos, Math.min(this.pos + word.length, this.window.end)) !== word) this.fail(FAULT.word)
    this.pos += word.length
  }

  /** Reads on while standing at `i`; returns where `i` is then. With `keep`, what lies between `pos` and `i` stays. */
  private reach(i: number, keep: boolean): number {
    const from = keep ? this.pos : i
    this.pos = from
    this.more()
    return i - from
  }

  /** Checks the escape at `i`; returns the index after it. */
  private escape(i: number, keep: boolean): number {
    this.escaped = true
    for (let known = -1; i + 6 > this.window.end && known !== this.window.base + this.window.end;) {
      known = this.window.base + this.window.end
      i = this.reach(i, keep)
    }
    const { buffer, end } = this.window
    const kind = buffer[i + 1]!
    const hex = kind === 0x75 ? buffer.toString('latin1', i + 2, Math.min(i + 6, end)) : '0000'
    if (i + 1 >= end || !ESCAPES.has(kind) || !/^[0-9a-fA-F]{4}$/.test(hex)) {
      this.pos = i
      this.fail(FAULT.escape)
    }
    return i + (kind === 0x75 ? 6 : 2)
  }

  private assertLength(length: number): void {
    if (length > this.limits.stringBytes) throw this.problem('E3103', { limit: this.limits.stringBytes })
  }
}

/** `toString('latin1')` without its checks of the arguments, which cost as much as the string. */
function latin1(buffer: Buffer, from: number, to: number): string {
  return (buffer as Buffer & { latin1Slice(from: number, to: number): string }).latin1Slice(from, to)
}

function isNumberByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e || byte === 0x65 || byte === 0x45
}
