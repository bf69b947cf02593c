import { hashOf } from './hash.ts'

const MOST_SLOTS = 1 << 16

/** Member names a reader asks for, recognised on the bytes without making a string of each. */
export class Keys<N extends string> {
  readonly names: readonly N[]
  private readonly bytes: readonly Uint8Array[]
  /** Index in `names` by the low bits of the hash, -1 where there is none; every name has a slot of its own. */
  private readonly slots: Int8Array
  private readonly mask: number

  constructor(names: readonly N[]) {
    this.names = names
    this.bytes = names.map((name) => Buffer.from(name))
    this.slots = placed(this.bytes, 16)
    this.mask = this.slots.length - 1
  }

  /** Index of the name that stands in `buffer[from, to)` and has this hash, else -1. */
  find(buffer: Uint8Array, from: number, to: number, hash: number): number {
    const index = this.slots[hash & this.mask]!
    if (index < 0) return -1
    const bytes = this.bytes[index]!
    if (bytes.length !== to - from) return -1
    let i = 0
    while (i < bytes.length && bytes[i] === buffer[from + i]) i++
    return i === bytes.length ? index : -1
  }
}

function placed(names: readonly Uint8Array[], size: number): Int8Array {
  if (size > MOST_SLOTS) throw new Error('two names have one hash')
  const slots = new Int8Array(size).fill(-1)
  for (const [index, bytes] of names.entries()) {
    const slot = hashOf(bytes) & (size - 1)
    if (slots[slot] !== -1) return placed(names, size * 2)
    slots[slot] = index
  }
  return slots
}
