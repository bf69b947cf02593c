import type { Keys } from './keys.ts'
import type { Names } from './names.ts'
import { KIND, Tape, TOKEN } from './tape.ts'

/** What `key` returns when the object is over, and for a name nobody asked for. */
export const END = -2
export const OTHER = -1

const TYPES = [, 'object', 'array', , , 'string', 'number', 'true', 'false', 'null', , 'string'] as const // prettier-ignore
export type JsonType = NonNullable<(typeof TYPES)[number]>

/** Marks of a string. */
const ESCAPED = 1 << 4
const WIDE = 2 << 4
/** Strings up to this many bytes are looked up before they are made. */
const SHORT = 32
const SLOTS = 1 << 12
/** Short texts that came last, in whatever document. */
const RECENT: string[] = new Array<string>(SLOTS).fill('')
const HASHES = new Int32Array(SLOTS)

/**
 * Reads JSON (RFC 8259) from the tape, making strings only of what is asked for. What is passed over was checked as strictly as
 * what is read: it accepts and refuses exactly what `JSON.parse` does.
 * A reader pulls: `beginObject`, then `key` until `END`; `beginArray`, then `element` until false; a value in between.
 */
export class JsonScanner extends Tape {
  /** The type of the next value; consumes nothing of it. */
  type(): JsonType {
    // first the token: to reach it the memory may be replaced
    const token = this.ahead()
    return TYPES[this.words[token]! & 15] ?? this.noValue()
  }

  beginObject(): void {
    this.open(KIND.object, '{')
  }

  beginArray(): void {
    this.open(KIND.array, '[')
  }

  /** Index in `keys` of the next member's name, `OTHER`, or `END` after the last; a value must follow unless it is `END`. */
  key(keys: Keys<string>): number {
    const token = this.ahead()
    if ((this.words[token]! & 15) === KIND.objectEnd) {
      this.next = token + TOKEN
      return END
    }
    return this.oneOf(keys, token)
  }

  /** Index in `keys` of the next value if it is one of these texts, else `OTHER`; no string is made. */
  word(keys: Keys<string>): number {
    const token = this.ahead()
    if (this.type() === 'string') return this.oneOf(keys, token)
    this.skip()
    return OTHER
  }

  /** Number in `names` of the next value, a string; -1 for anything else (skipped). */
  nameIn(names: Names): number {
    const token = this.ahead()
    const word = this.words[token]!
    const kind = word & 15
    if (kind !== KIND.string && kind !== KIND.longString) {
      this.skip()
      return -1
    }
    const from = this.words[token + 1]!
    const to = this.words[token + 2]!
    if ((word & (ESCAPED | WIDE)) !== 0 || this.isTooLong(word, to - from)) return names.of(this.string(token))
    this.next = token + TOKEN
    return names.at(this.buffer, from, to, this.words[token + 3]!)
  }

  /** The next member's name as a string; `undefined` after the last. */
  anyKey(): string | undefined {
    const token = this.ahead()
    if ((this.words[token]! & 15) !== KIND.objectEnd) return this.string(token)
    this.next = token + TOKEN
    return undefined
  }

  /** Whether another element follows in the array. */
  element(): boolean {
    const token = this.ahead()
    if ((this.words[token]! & 15) !== KIND.arrayEnd) return true
    this.next = token + TOKEN
    return false
  }

  /** The next value if it is a string, else `undefined` (skipped). */
  text(): string | undefined {
    return this.textOrNull() ?? undefined
  }

  /** The next value if it is a string; `null` as itself, `undefined` for anything else (skipped). */
  textOrNull(): string | null | undefined {
    const token = this.ahead()
    const kind = this.words[token]! & 15
    if (kind === KIND.string || kind === KIND.longString) return this.string(token)
    this.skip()
    return kind === KIND.null ? null : undefined
  }

  /** The next value if it is a string, number or truth value, as its text; `undefined` for null, objects and arrays. */
  scalar(): string | undefined {
    const type = this.type()
    if (type === 'string' || type === 'number') return this.string(this.next)
    this.skip()
    return type === 'true' || type === 'false' ? type : undefined
  }

  /** Passes over the next value. Counts nesting instead of recursing. */
  skip(): void {
    let open = 0
    do {
      const token = this.ahead()
      const word = this.words[token]!
      const kind = word & 15
      this.next = token + TOKEN
      if (kind > KIND.arrayEnd) continue
      if (kind >= KIND.objectEnd) open--
      else if (word > 15) this.next = this.base + (word >>> 8) * TOKEN + TOKEN
      else open++
    } while (open > 0)
  }

  /** Call after the outermost value: nothing but white space may follow. */
  finish(): void {
    if (this.more()) throw this.trailing()
    this.close()
  }

  /** True if another value follows on the outermost level (NDJSON, concatenated JSON). */
  another(): boolean {
    return this.more()
  }

  private open(kind: number, bracket: string): void {
    const token = this.ahead()
    if ((this.words[token]! & 15) !== kind) throw this.problem('E3202', { expected: bracket, actual: this.type() })
    this.next = token + TOKEN
  }

  private oneOf(keys: Keys<string>, token: number): number {
    const { words, buffer } = this
    const word = words[token]!
    const from = words[token + 1]!
    const to = words[token + 2]!
    if ((word & ESCAPED) !== 0 || this.isTooLong(word, to - from)) return keys.names.indexOf(this.string(token))
    this.next = token + TOKEN
    return keys.find(buffer, from, to, words[token + 3]!)
  }

  /** The text of a string, name or number. */
  private string(token: number): string {
    const { words, buffer } = this
    const word = words[token]!
    const from = words[token + 1]!
    const to = words[token + 2]!
    if (this.isTooLong(word, to - from)) throw this.problem('E3103', { limit: this.limits.stringBytes })
    this.next = token + TOKEN
    if ((word & ESCAPED) !== 0) return JSON.parse(buffer.utf8Slice(from - 1, to + 1)) as string
    if ((word & WIDE) !== 0) return buffer.utf8Slice(from, to)
    return to - from > SHORT ? buffer.latin1Slice(from, to) : this.short(from, to, words[token + 3]!)
  }

  /** Types, versions, licence ids and the like come again and again: each is made once, as long as no other takes its slot. */
  private short(from: number, to: number, hash: number): string {
    const { buffer } = this
    const slot = hash & (SLOTS - 1)
    if (HASHES[slot] === hash) {
      const known = RECENT[slot]!
      let i = from
      while (i < to && known.charCodeAt(i - from) === buffer[i]) i++
      if (i === to && known.length === to - from) return known
    }
    HASHES[slot] = hash
    return (RECENT[slot] = buffer.latin1Slice(from, to))
  }

  private isTooLong(word: number, length: number): boolean {
    return length > this.limits.stringBytes || (word & 15) >= KIND.longString
  }

  /** A closing bracket or a name stands where a reader asks for a value: a defect of the reader. */
  private noValue(): never {
    throw new Error('no value follows')
  }
}
