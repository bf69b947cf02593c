import { lazily } from '../../model/lazily.ts'
import { BadDeflate, Codes } from './codes.ts'

export { BadDeflate }

const WINDOW = 1 << 15
const OUTPUT = 1 << 16
const LONGEST_MATCH = 258
/** End of a block, in the alphabet of literals and lengths. */
const END = 256

// RFC 1951, 3.2.5 and 3.2.7
const LENGTH_BASE = Uint16Array.of(
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  13,
  15,
  17,
  19,
  23,
  27,
  31,
  35,
  43,
  51,
  59,
  67,
  83,
  99,
  115,
  131,
  163,
  195,
  227,
  258,
)
const LENGTH_EXTRA = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0)
const DISTANCE_BASE = Uint16Array.of(1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577) // prettier-ignore
const DISTANCE_EXTRA = Uint8Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13)
const CODE_LENGTH_ORDER = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)

/** Inflates a raw deflate stream piece by piece; memory holds one window, however large the data. */
export class Inflater {
  private readonly input: Iterator<Uint8Array>
  private chunk: Uint8Array = new Uint8Array(0)
  private at = 0
  private bits = 0
  private count = 0
  private readonly output = new Uint8Array(WINDOW + OUTPUT + LONGEST_MATCH)
  private end = 0
  private last = false
  private stored = 0
  private literals: Codes | undefined
  private distances: Codes | undefined
  // filled anew for every block: one may take a dozen bytes, and there may be millions
  private readonly ownLiterals = new Codes()
  private readonly ownDistances = new Codes()
  private readonly ownLengths = new Codes()

  constructor(input: Iterable<Uint8Array>) {
    this.input = input[Symbol.iterator]()
  }

  /** The next piece, at most 64 KiB and valid until the next call; `undefined` at the end. Throws `BadDeflate`. */
  read(): Uint8Array | undefined {
    if (this.end > WINDOW) {
      this.output.copyWithin(0, this.end - WINDOW, this.end)
      this.end = WINDOW
    }
    const from = this.end
    while (this.end < WINDOW + OUTPUT - LONGEST_MATCH) {
      if (this.stored > 0) this.copyStored()
      else if (this.literals !== undefined) this.decode(this.literals, this.distances!)
      else if (this.last) break
      else this.beginBlock()
    }
    return this.end === from ? undefined : this.output.subarray(from, this.end)
  }

  /** Bytes of the last piece of input that were not needed; after the end. */
  get unused(): number {
    return this.chunk.length - this.at + (this.count >> 3)
  }

  private beginBlock(): void {
    this.last = this.take(1) === 1
    const type = this.take(2)
    if (type === 0) this.beginStored()
    else if (type === 1) [this.literals, this.distances] = [FIXED_LITERALS(), FIXED_DISTANCES()]
    else if (type === 2) this.beginDynamic()
    else throw new BadDeflate('unknown block')
  }

  private beginStored(): void {
    this.take(this.count & 7)
    const length = this.take(16)
    if ((this.take(16) ^ 0xffff) !== length) throw new BadDeflate('length of a stored block')
    this.stored = length
  }

  private copyStored(): void {
    const room = Math.min(this.stored, WINDOW + OUTPUT - this.end)
    for (let i = 0; i < room; i++) this.output[this.end++] = this.take(8)
    this.stored -= room
  }

  private beginDynamic(): void {
    const literals = this.take(5) + 257
    const distances = this.take(5) + 1
    const ordered = this.take(4) + 4
    const lengths = new Uint8Array(19)
    for (let i = 0; i < ordered; i++) lengths[CODE_LENGTH_ORDER[i]!] = this.take(3)
    const all = this.codeLengths(this.ownLengths.set(lengths), literals + distances)
    if (all[END] === 0) throw new BadDeflate('block without an end')
    this.literals = this.ownLiterals.set(all.subarray(0, literals))
    this.distances = this.ownDistances.set(all.subarray(literals))
  }

  private codeLengths(codes: Codes, size: number): Uint8Array {
    const lengths = new Uint8Array(size)
    for (let i = 0; i < size;) {
      const symbol = this.symbol(codes)
      if (symbol < 16) {
        lengths[i++] = symbol
        continue
      }
      if (symbol === 16 && i === 0) throw new BadDeflate('nothing to repeat')
      const value = symbol === 16 ? lengths[i - 1]! : 0
      const repeat = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7)
      if (i + repeat > size) throw new BadDeflate('too many code lengths')
      lengths.fill(value, i, i + repeat)
      i += repeat
    }
    return lengths
  }

  /** Decodes until the block ends or the output is full. */
  private decode(literals: Codes, distances: Codes): void {
    const { output } = this
    const full = WINDOW + OUTPUT - LONGEST_MATCH
    while (this.end < full) {
      const symbol = this.symbol(literals)
      if (symbol < END) {
        output[this.end++] = symbol
      } else if (symbol === END) {
        this.literals = undefined
        return
      } else {
        if (symbol > 285) throw new BadDeflate('unknown length')
        const length = LENGTH_BASE[symbol - 257]! + this.take(LENGTH_EXTRA[symbol - 257]!)
        const code = this.symbol(distances)
        if (code > 29) throw new BadDeflate('unknown distance')
        const distance = DISTANCE_BASE[code]! + this.take(DISTANCE_EXTRA[code]!)
        this.copy(distance, length)
      }
    }
  }

  private copy(distance: number, length: number): void {
    const { output } = this
    const start = this.end
    if (distance > start) throw new BadDeflate('distance beyond the beginning')
    // byte by byte: a match may reach into itself
    for (let i = 0; i < length; i++) output[start + i] = output[start + i - distance]!
    this.end = start + length
  }

  private symbol(codes: Codes): number {
    while (this.count < codes.bits && this.more());
    const entry = codes.find(this.bits)
    const length = entry & 15
    if (length === 0 || length > this.count) throw new BadDeflate(length === 0 ? 'unknown code' : 'breaks off')
    this.bits >>>= length
    this.count -= length
    return entry >>> 4
  }

  private take(bits: number): number {
    while (this.count < bits) if (!this.more()) throw new BadDeflate('breaks off')
    const value = this.bits & ((1 << bits) - 1)
    this.bits >>>= bits
    this.count -= bits
    return value
  }

  /** Adds a byte to the bits at hand; at most 23 are there before. False at the end of the input. */
  private more(): boolean {
    while (this.at >= this.chunk.length) {
      const next = this.input.next()
      if (next.done === true) return false
      this.chunk = next.value
      this.at = 0
    }
    this.bits |= this.chunk[this.at++]! << this.count
    this.count += 8
    return true
  }
}

const FIXED_LITERALS = lazily(() =>
  new Codes().set(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
)
const FIXED_DISTANCES = lazily(() => new Codes().set(new Uint8Array(32).fill(5)))
