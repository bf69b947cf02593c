import { lazily } from '../../model/lazily.ts'
import { TOKENIZER } from './tokenizer-wasm.ts'

/** Tokens that one tape holds; more of them mean another call, not more memory. */
const TOKENS = 1 << 14
const TOKEN_BYTES = 16
/** Address of the stack of open brackets; 0 is the address of no token. */
const STACK = 16
const PAGE = 1 << 16
/** Bytes of text in memory as long as no token needs more. */
const TEXT = 1 << 18
/** Bytes after the text that may be read with its last ones, and mean nothing. */
const MARGIN = 16
/** What has grown beyond this is not kept for the next file. */
const KEPT = 1 << 22

/** What may come next, as in `tokenizer.wat`. */
export const STATE = {
  value: 0,
  afterValue: 1,
  firstName: 2,
  name: 3,
  colon: 4,
  firstElement: 5,
  element: 6,
  inString: 7,
  inName: 8,
} as const
/** What is wrong with the text, as in `tokenizer.wat`. */
export const FAULTS = { none: 0, unexpected: 1, control: 2, escape: 3, number: 4, word: 5, depth: 6, string: 7 } as const

/** `toString` without its checks of the arguments, which cost as much as a short string. */
export type TextBuffer = Buffer & {
  latin1Slice(from: number, to: number): string
  utf8Slice(from: number, to: number): string
}

/** As much of https://webassembly.github.io/spec/js-api/ as is used: the types of Node lack it. */
declare const WebAssembly: { Module: new (bytes: Uint8Array) => object; Instance: new (module: object) => { readonly exports: object } }
type Global = { value: number }

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void }
  readonly state: Global
  readonly depth: Global
  readonly line: Global
  readonly origin: Global
  readonly used: Global
  readonly fault: Global
  tokenize(at: number, end: number, last: number, tape: number, full: number, stack: number, deepest: number): number
}

const compiled = lazily(() => new WebAssembly.Module(Buffer.from(TOKENIZER, 'base64')))

/** `tokenizer.wat` with its memory: the stack of open brackets, the tape, then the text, which may grow. Addresses are bytes, but those of the tape are words. */
export class Engine {
  private static readonly idle: Engine[] = []

  readonly run: Exports
  readonly levels: number
  /** Word at which the tape begins. */
  readonly tape: number
  /** Address at which the text begins. */
  readonly start: number
  /** The whole memory; both are replaced when it grows. */
  words: Int32Array
  buffer: TextBuffer

  /** One that nobody uses, or a new one, with nothing read yet. `levels`: how deep brackets may nest. */
  static take(levels: number): Engine {
    const engine = Engine.idle.pop()
    return engine === undefined || engine.levels !== levels ? new Engine(levels) : engine.reset()
  }

  private constructor(levels: number) {
    this.levels = levels
    this.run = new WebAssembly.Instance(compiled()).exports as Exports
    const tape = align(STACK + 4 * levels)
    this.tape = tape / 4
    this.start = tape + TOKENS * TOKEN_BYTES
    this.run.memory.grow(Math.ceil((this.start + TEXT + MARGIN) / PAGE) - 1)
    this.words = new Int32Array(this.run.memory.buffer)
    this.buffer = textOf(this.run.memory.buffer)
    this.reset()
  }

  /** Reads `[at, end)`; returns the word after the last token. */
  tokenize(at: number, end: number, last: boolean, tokens = TOKENS): number {
    const tape = this.tape * 4
    return this.run.tokenize(at, end, last ? 1 : 0, tape, tape + tokens * TOKEN_BYTES, STACK, this.levels) / 4
  }

  /** Whether the innermost open bracket is that of an object; `undefined` where none is open. */
  get inObject(): boolean | undefined {
    const depth = this.run.depth.value
    return depth === 0 ? undefined : (this.words[STACK / 4 + depth - 1]! & 3) === 1
  }

  /** Twice as much room for text. */
  grow(): void {
    this.run.memory.grow(Math.ceil((this.buffer.length - this.start) / PAGE))
    this.words = new Int32Array(this.run.memory.buffer)
    this.buffer = textOf(this.run.memory.buffer)
  }

  release(): void {
    if (this.buffer.length <= KEPT) Engine.idle.push(this)
  }

  private reset(): this {
    const { state, depth, line, origin, used, fault } = this.run
    state.value = depth.value = fault.value = 0
    line.value = 1
    used.value = this.start
    origin.value = this.start - 1
    return this
  }
}

const align = (bytes: number) => Math.ceil(bytes / TOKEN_BYTES) * TOKEN_BYTES

const textOf = (memory: ArrayBuffer) => Buffer.from(memory, 0, memory.byteLength - MARGIN) as TextBuffer
