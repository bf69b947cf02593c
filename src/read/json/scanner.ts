import type { Keys } from './keys.ts'
import { show } from './cursor.ts'
import { FAULT } from './faults.ts'
import { Tokens } from './tokens.ts'

/** What `key` returns when the object is over, and for a name nobody asked for. */
export const END = -2
export const OTHER = -1

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'true' | 'false' | 'null'

/**
 * Reads JSON (RFC 8259) from a sliding window over the bytes, making strings only of what is asked for.
 * What is skipped is checked as strictly as what is read: it accepts and refuses exactly what `JSON.parse` does.
 * A reader pulls: `beginObject`, then `key` until `END`; `beginArray`, then `element` until false; a value in between.
 */
export class JsonScanner extends Tokens {
  private depth = 0
  /** True right after an opening bracket: no comma may come first. */
  private fresh = false

  /** The type of the next value; consumes nothing of it. */
  type(): JsonType {
    const byte = this.peek()
    if (byte === OPEN_OBJECT) return 'object'
    if (byte === OPEN_ARRAY) return 'array'
    if (byte === QUOTE) return 'string'
    if (byte === 0x74) return 'true'
    if (byte === 0x66) return 'false'
    if (byte === 0x6e) return 'null'
    if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) return 'number'
    return this.fail(byte < 0 ? FAULT.end : FAULT.unexpected(show(byte)))
  }

  beginObject(): void {
    this.open(OPEN_OBJECT)
  }

  beginArray(): void {
    this.open(OPEN_ARRAY)
  }

  /** Index in `keys` of the next member's name, `OTHER`, or `END` after the last; a value must follow unless it is `END`. */
  key(keys: Keys<string>): number {
    if (this.closes(CLOSE_OBJECT)) return END
    if (this.peek() !== QUOTE) this.fail(FAULT.name)
    const found = this.oneOf(keys)
    if (this.peek() !== COLON) this.fail(FAULT.colon)
    this.pos++
    return found
  }

  /** Index in `keys` of the next value if it is one of these texts, else `OTHER`; no string is made. */
  word(keys: Keys<string>): number {
    if (this.peek() === QUOTE) return this.oneOf(keys)
    this.skip()
    return OTHER
  }

  /** The next member's name as a string; `undefined` after the last. */
  anyKey(): string | undefined {
    if (this.closes(CLOSE_OBJECT)) return undefined
    if (this.peek() !== QUOTE) this.fail(FAULT.name)
    const name = this.string()
    if (this.peek() !== COLON) this.fail(FAULT.colon)
    this.pos++
    return name
  }

  /** Whether another element follows in the array. */
  element(): boolean {
    return !this.closes(CLOSE_ARRAY)
  }

  /** The next value if it is a string, else `undefined` (skipped). */
  text(): string | undefined {
    if (this.peek() === QUOTE) return this.string()
    this.skip()
    return undefined
  }

  /** The next value if it is a string, number or truth value, as its text; `undefined` for null, objects and arrays. */
  scalar(): string | undefined {
    const type = this.type()
    if (type === 'string') return this.string()
    if (type === 'object' || type === 'array') this.skip()
    else if (type === 'number') return this.number()
    else this.literal(type)
    return type === 'true' || type === 'false' ? type : undefined
  }

  /** Passes over the next value, checking it. Counts nesting instead of recursing. */
  skip(): void {
    const closers: number[] = []
    for (;;) {
      const type = this.type()
      if (type === 'object' || type === 'array') {
        this.open(type === 'object' ? OPEN_OBJECT : OPEN_ARRAY)
        closers.push(type === 'object' ? CLOSE_OBJECT : CLOSE_ARRAY)
      } else if (type === 'string') this.skipString()
      else if (type === 'number') this.number()
      else this.literal(type)

      while (closers.length > 0 && this.closes(closers.at(-1)!)) closers.pop()
      if (closers.length === 0) return
      if (closers.at(-1) === CLOSE_OBJECT) this.skipName()
    }
  }

  /** Call after the outermost value: nothing but white space may follow. */
  finish(): void {
    const byte = this.peek()
    if (byte >= 0) this.fail(FAULT.trailing(show(byte)))
  }

  /** True if another value follows on the outermost level (NDJSON, concatenated JSON). */
  another(): boolean {
    return this.peek() >= 0
  }

  private open(bracket: number): void {
    if (this.peek() !== bracket) throw this.problem('E3202', { expected: bracket === OPEN_OBJECT ? '{' : '[', actual: this.type() })
    if (this.depth >= this.limits.depth) throw this.problem('E3102', { limit: this.limits.depth })
    this.depth++
    this.pos++
    this.fresh = true
  }

  /** Consumes the closing bracket if it is next, else the comma that must stand before another member. */
  private closes(bracket: number): boolean {
    const byte = this.peek()
    const fresh = this.fresh
    this.fresh = false
    if (byte === bracket) {
      this.depth--
      this.pos++
      return true
    }
    if (fresh) return false
    if (byte !== COMMA) this.fail(byte < 0 ? FAULT.end : FAULT.comma(show(bracket), show(byte)))
    this.pos++
    if (this.peek() === bracket) this.fail(FAULT.dangling(show(bracket)))
    return false
  }

  private oneOf(keys: Keys<string>): number {
    const to = this.stringEnd(true)
    const from = this.pos + 1
    const found = this.escaped ? keys.names.indexOf(this.decode(from, to)) : keys.find(this.window.buffer, from, to)
    this.pos = to + 1
    return found
  }

  private skipName(): void {
    if (this.peek() !== QUOTE) this.fail(FAULT.name)
    this.skipString()
    if (this.peek() !== COLON) this.fail(FAULT.colon)
    this.pos++
  }
}
