import type { Bytes, Limits } from '../../model/ports.ts'
import type { MessageId } from '../../model/messages.ts'
import { Problem, type SpokenParams } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'
import { Engine, FAULTS, STATE, type TextBuffer } from './engine.ts'
import { FAULT, show, unexpected } from './faults.ts'
import { ByteWindow } from './window.ts'

/** Kinds of tokens, as in `tokenizer.wat`; the last two are strings and names longer than any that may be read. */
export const KIND = {
  object: 1, array: 2, objectEnd: 3, arrayEnd: 4, string: 5, number: 6, true: 7, false: 8, null: 9, name: 10, longString: 11, longName: 12,
} as const // prettier-ignore

/** Words of one token. */
export const TOKEN = 4

const kindOf = (word: number) => word & 15

/** The tokens of a JSON text, one stretch after the other. Knows line and column of each, and says where the text is wrong. */
export class Tape {
  /** The memory: the tape in words, the text in bytes. */
  protected words: Int32Array
  protected buffer: TextBuffer
  /** Word of the next token, and of the end of this stretch. */
  protected next: number
  private end: number
  /** Word at which every stretch begins. */
  protected readonly base: number
  protected readonly limits: Limits
  private readonly engine: Engine
  private readonly window: ByteWindow
  private readonly file: string
  /** Nothing of the file is left to be read. */
  private last = false
  private closed = false
  private stretch = 0
  /** Where this stretch begins: address, line, and what to subtract for a column. */
  private mark = { at: 0, line: 1, origin: 0 }
  /** Offset in the file after the last token of the stretch before. */
  private behind = 0

  constructor(bytes: Bytes, limits: Limits, progress?: (bytes: number) => void) {
    this.file = bytes.path
    this.limits = limits
    this.engine = Engine.take(limits.depth)
    this.window = new ByteWindow(this.engine, bytes, progress)
    this.words = this.engine.words
    this.buffer = this.engine.buffer
    this.next = this.end = this.base = this.engine.tape
    this.passMark()
  }

  /** Line and column of the next value, from 1; columns count UTF-16 units, as editors and SARIF do. */
  place(): { line: number; column: number } {
    if (!this.more()) return this.here()
    const { words, next } = this
    return kindOf(words[next]!) <= KIND.array ? { line: words[next + 2]!, column: words[next + 3]! } : this.placeOf(next)
  }

  /** Offset in the file at which the next value starts. */
  offset(): number {
    return this.offsetOf(this.more() ? this.startOf(this.next) : this.engine.run.used.value)
  }

  /** Offset in the file after the last value that was read or passed over. */
  after(): number {
    const last = this.next - TOKEN
    if (last < this.base) return this.behind
    const kind = kindOf(this.words[last]!)
    if (kind >= KIND.longString) {
      this.refill()
      return this.behind
    }
    if (kind <= KIND.array) return this.offsetOf(this.words[last + 1]! + 1)
    return this.offsetOf(this.words[last + 2]! + (kind === KIND.string ? 1 : 0))
  }

  /** Where the reader stands, other than before as soon as anything was read. */
  position(): number {
    return this.stretch * (1 << 24) + this.next
  }

  /** A problem at the next value. */
  problem(id: MessageId, params: SpokenParams = {}, at?: string): Problem {
    return new Problem(id, params, { file: this.file, ...this.place(), ...(at === undefined ? {} : { at }) })
  }

  /** Gives the memory back; nothing can be read afterwards. */
  close(): void {
    if (this.closed) return
    this.closed = true
    this.engine.release()
    this.next = this.end = this.base
  }

  /** Whether another token follows. Throws where the text is wrong. */
  protected more(): boolean {
    return this.next < this.end || this.refill()
  }

  /** Word of the next token, which must be there. */
  protected ahead(): number {
    if (this.next >= this.end && !this.refill()) throw this.fault(FAULT.end)
    return this.next
  }

  /** That something stands after the end. */
  protected trailing(): Problem {
    const place = { file: this.file, ...this.place() }
    return new Problem('E3101', { what: FAULT.trailing(show(this.buffer[this.startOf(this.next)]!)) }, place)
  }

  /** Reads the next stretch; false where the text ends after a whole value. */
  private refill(): boolean {
    if (this.closed) return false
    const { engine, window } = this
    const { run } = engine
    if (run.state.value >= STATE.inString) this.passString()
    else this.behind = this.after()
    this.next = this.end = this.base
    this.stretch++
    for (;;) {
      if (run.fault.value !== FAULTS.none) throw this.wrong()
      this.mark = { at: run.used.value, line: run.line.value, origin: run.origin.value }
      this.end = engine.tokenize(run.used.value, window.end, this.last)
      if (this.next < this.end) return true
      if (run.fault.value !== FAULTS.none) continue
      if (!this.last) this.read()
      else if (engine.inObject === undefined && this.behind > 0) return false
      else throw this.fault(FAULT.end)
      if (this.next < this.end) return true
    }
  }

  /** Passes over the rest of a string that is too long to be read. */
  private passString(): void {
    const { engine, window } = this
    const { run } = engine
    for (;;) {
      engine.tokenize(run.used.value, window.end, this.last, 0)
      if (run.fault.value !== FAULTS.none) throw this.wrong()
      if (run.state.value < STATE.inString) break
      this.slide()
    }
    this.behind = this.offsetOf(run.used.value)
  }

  /** Reads more of the file. A token that has become longer than any may be is put on the tape as such, and the rest of it passed over. */
  private read(): void {
    const { run } = this.engine
    const { used, state } = run
    const tooLong = this.window.end - used.value > this.limits.stringBytes + 2 && this.window.isFull
    if (tooLong) {
      if (this.buffer[used.value] !== 0x22) throw this.refusal('E3103', { limit: this.limits.stringBytes })
      const isName = state.value === STATE.firstName || state.value === STATE.name
      this.words.set([isName ? KIND.longName : KIND.longString, used.value + 1, used.value + 1, 0], this.base)
      state.value = isName ? STATE.inName : STATE.inString
      used.value++
      this.end = this.base + TOKEN
      return
    }
    this.slide()
  }

  private slide(): void {
    const { run, start } = this.engine
    const from = run.used.value
    this.last = !this.window.slide(from)
    run.used.value = start
    run.origin.value -= from - start
    this.words = this.engine.words
    this.buffer = this.engine.buffer
  }

  /** Passes over the mark of UTF-8 at the beginning of a file. */
  private passMark(): void {
    const { start, run } = this.engine
    while (this.window.end - start < 3 && !this.last) this.last = !this.window.slide(start)
    this.buffer = this.engine.buffer
    if (this.window.end - start < 3 || this.buffer.readUIntBE(start, 3) !== 0xefbbbf) return
    run.used.value += 3
    run.origin.value += 3
  }

  private wrong(): Problem {
    const { run, inObject } = this.engine
    const { limits, buffer } = this
    const at = run.used.value
    if (run.fault.value === FAULTS.depth) return this.refusal('E3102', { limit: limits.depth })
    if (run.fault.value === FAULTS.string) return this.fault(FAULT.string)
    if (run.fault.value === FAULTS.word) return this.fault(FAULT.word)
    if (run.fault.value === FAULTS.escape) return this.fault(FAULT.escape)
    if (run.fault.value === FAULTS.number) return this.fault(FAULT.number(/^[-+.\deE]*/.exec(buffer.latin1Slice(at, at + 40))![0]))
    const byte = buffer[at]!
    if (run.fault.value === FAULTS.control) return this.fault(FAULT.control(show(byte)))
    if (inObject === undefined && this.behind > 0) return this.fault(FAULT.trailing(show(byte)))
    return this.fault(unexpected(run.state.value, inObject === true, byte))
  }

  private fault(what: Words): Problem {
    return this.refusal('E3101', { what })
  }

  /** A problem where the tokenizer stands. */
  private refusal(id: MessageId, params: SpokenParams): Problem {
    return new Problem(id, params, { file: this.file, ...this.here() })
  }

  private here(): { line: number; column: number } {
    const { line, used, origin } = this.engine.run
    return { line: line.value, column: used.value - origin.value }
  }

  /** Counted from the last bracket before it that opened: only brackets know their place. */
  private placeOf(token: number): { line: number; column: number } {
    const { words, buffer } = this
    const to = this.startOf(token)
    let opener = token - TOKEN
    while (opener >= this.base && kindOf(words[opener]!) > KIND.array) opener -= TOKEN
    const known = opener >= this.base
    let at = known ? words[opener + 1]! : this.mark.at
    let line = known ? words[opener + 2]! : this.mark.line
    let origin = known ? at - words[opener + 3]! : this.mark.origin
    for (; at < to; at++) {
      const byte = buffer[at]!
      if (byte === 0x0a) {
        line++
        origin = at
      } else if (byte >= 0x80 && byte < 0xc0) origin++
      else if (byte >= 0xf0) origin--
    }
    return { line, column: to - origin }
  }

  private startOf(token: number): number {
    const kind = kindOf(this.words[token]!)
    return this.words[token + 1]! - (kind === KIND.string || kind >= KIND.name ? 1 : 0)
  }

  private offsetOf(address: number): number {
    return this.window.base + address - this.engine.start
  }
}
