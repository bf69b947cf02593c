import type { TextBuffer } from './engine.ts'
import { hashOf } from './hash.ts'

const FIRST_SLOTS = 1 << 10

/** Numbers names from 0, in the order in which they come. A name that is known is found on its bytes: no string is made of it again. */
export class Names {
  readonly texts: string[] = []
  /** Number of a name, plus 1; 0 where the slot is free. At most half of them are taken. */
  private slots = new Int32Array(FIRST_SLOTS)
  private hashes = new Int32Array(FIRST_SLOTS / 2)

  get size(): number {
    return this.texts.length
  }

  of(text: string): number {
    const hash = hashOf(Buffer.from(text))
    let slot = hash & (this.slots.length - 1)
    for (;;) {
      const number = this.slots[slot]! - 1
      if (number < 0) return this.add(text, hash, slot)
      if (this.hashes[number] === hash && this.texts[number] === text) return number
      slot = (slot + 1) & (this.slots.length - 1)
    }
  }

  /** Of plain ASCII in `buffer[from, to)`, with its hash. */
  at(buffer: TextBuffer, from: number, to: number, hash: number): number {
    let slot = hash & (this.slots.length - 1)
    for (;;) {
      const number = this.slots[slot]! - 1
      if (number < 0) return this.add(buffer.latin1Slice(from, to), hash, slot)
      if (this.hashes[number] === hash && isAt(this.texts[number]!, buffer, from, to)) return number
      slot = (slot + 1) & (this.slots.length - 1)
    }
  }

  private add(text: string, hash: number, slot: number): number {
    const number = this.texts.push(text) - 1
    this.hashes[number] = hash
    this.slots[slot] = number + 1
    if (this.texts.length === this.hashes.length) this.grow()
    return number
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2)
    hashes.set(this.hashes)
    this.hashes = hashes
    const mask = hashes.length * 2 - 1
    this.slots = new Int32Array(mask + 1)
    for (let number = 0; number < this.texts.length; number++) {
      let slot = hashes[number]! & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }
}

function isAt(text: string, buffer: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false
  let i = from
  while (i < to && text.charCodeAt(i - from) === buffer[i]) i++
  return i === to
}
