/** The compressed data is not what RFC 1951 allows, or breaks off. */
export class BadDeflate extends Error {}

export const MAX_BITS = 15
/** Longer codes are rare and found bit by bit. A table of all would have 32,768 places, and any few bytes can ask for a new one. */
const TABLE_BITS = 10
const MOST_SYMBOLS = 288

/** A Huffman code of RFC 1951, 3.2.2. What it is kept in is filled anew for each block. */
export class Codes {
  /** Of the longest code. */
  bits = 0
  /** The next bits, up to `TABLE_BITS` of them, give `symbol << 4 | length`; 0 where the code is longer, or none begins like that. */
  private readonly table = new Uint16Array(1 << TABLE_BITS)
  private mask = 0
  /** How many codes have each length. */
  private readonly counts = new Uint16Array(MAX_BITS + 1)
  /** Symbols in the order of their codes. */
  private readonly symbols = new Uint16Array(MOST_SYMBOLS)

  /** Takes the lengths of the codes. Throws where they overlap, or leave a gap in what is more than one code of one bit, as zlib does. */
  set(lengths: Uint8Array): this {
    const { counts, table, symbols } = this
    counts.fill(0)
    for (const length of lengths) counts[length]!++
    counts[0] = 0
    this.bits = Math.max(
      1,
      counts.findLastIndex((count) => count > 0),
    )
    const next = new Uint16Array(MAX_BITS + 2)
    const places = new Uint16Array(MAX_BITS + 2)
    let free = 1
    for (let length = 1; length <= MAX_BITS; length++) {
      free = 2 * free - counts[length]!
      if (free < 0) throw new BadDeflate('overlapping codes')
      next[length + 1] = (next[length]! + counts[length]!) << 1
      places[length + 1] = places[length]! + counts[length]!
    }
    if (free > 0 && this.bits > 1) throw new BadDeflate('codes are missing')
    const size = 1 << Math.min(this.bits, TABLE_BITS)
    this.mask = size - 1
    table.fill(0, 0, size)
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]!
      if (length === 0) continue
      symbols[places[length]!++] = symbol
      const code = next[length]!++
      if (length > TABLE_BITS) continue
      for (let i = reversed(code, length); i < size; i += 1 << length) table[i] = (symbol << 4) | length
    }
    return this
  }

  /** `symbol << 4 | length` of the code that the bits begin with, the first the lowest; 0 if it is none. */
  find(bits: number): number {
    return this.table[bits & this.mask]! || (this.bits > TABLE_BITS ? this.long(bits) : 0)
  }

  private long(bits: number): number {
    const { counts, symbols } = this
    for (let length = 1, code = 0, first = 0, before = 0; length <= this.bits; length++) {
      code = (code << 1) | ((bits >>> (length - 1)) & 1)
      first <<= 1
      const count = counts[length]!
      if (code - first < count) return (symbols[before + code - first]! << 4) | length
      before += count
      first += count
    }
    return 0
  }
}

function reversed(code: number, length: number): number {
  let result = 0
  for (let i = 0; i < length; i++) result |= ((code >>> i) & 1) << (length - 1 - i)
  return result
}
