/**
 * A map that lies ready in a file: nothing is parsed when it is opened, looking a key up costs one hash and one comparison, and its value is
 * parsed when it is first asked for. What a run needs of a register does not grow with the register.
 *
 * Layout, little-endian: `u32` number of entries · `u32` number of slots (a power of two) · a slot each: `u32` offset of the entry,
 * 0 where free · the entries in their order: `u32` units of the key, `u32` bytes of the value, the key in UTF-16, the value as JSON
 * in UTF-8, padded to a multiple of four.
 */
export class FrozenMap<T> implements ReadonlyMap<string, T> {
  private readonly read: () => Uint8Array
  private opened: Opened | undefined
  private readonly thawed = new Map<number, T>()
  /** The same by key: strings that come again know their hash. */
  private readonly found = new Map<string, T>()

  /** `read` is called when something is first looked up. */
  constructor(read: () => Uint8Array) {
    this.read = read
  }

  get size(): number {
    return this.open().size
  }

  get(key: string): T | undefined {
    const known = this.found.get(key)
    if (known !== undefined) return known
    const entry = this.find(key)
    if (entry === 0) return undefined
    const value = this.thaw(entry)
    this.found.set(key, value)
    return value
  }

  /** The value under the first `length` letters of what the probe stands for, and `*` after them if `star`; no string is made. */
  getBeginning(probe: Probe, length: number, star: boolean): T | undefined {
    const { slots, units } = this.open()
    const mask = slots.length - 1
    for (let slot = probe.hash(length, star) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!
      if (entry === 0) return undefined
      const start = entry >> 1
      if (units[start] === length + (star ? 1 : 0) && probe.begins(units, start + 4, length, star)) return this.thaw(entry)
    }
  }

  has(key: string): boolean {
    return this.find(key) !== 0
  }

  *entries(): MapIterator<[string, T]> {
    for (const { key, entry } of this.shapes()) yield [key, this.thaw(entry)]
  }

  private *shapes(): Generator<{ readonly key: string; readonly entry: number }> {
    const { size, slots } = this.open()
    let entry = 8 + slots.length * 4
    for (let i = 0; i < size; i++) {
      const { key, end } = this.shape(entry)
      yield { key, entry }
      entry = end
    }
  }

  *keys(): MapIterator<string> {
    for (const { key } of this.shapes()) yield key
  }

  *values(): MapIterator<T> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries()
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  private open(): Opened {
    return (this.opened ??= opened(this.read()))
  }

  /** Offset of the entry, 0 where there is none. */
  private find(key: string): number {
    const { slots, units } = this.open()
    const mask = slots.length - 1
    for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]!
      if (entry === 0) return 0
      const start = entry >> 1
      // lengths below 2^16: keys are names
      if (units[start] === key.length && sameUnits(units, start + 4, key)) return entry
    }
  }

  private thaw(entry: number): T {
    let value = this.thawed.get(entry)
    if (value === undefined) {
      const { from, to } = this.shape(entry)
      value = JSON.parse(new TextDecoder().decode(this.open().bytes.subarray(from, to))) as T
      this.thawed.set(entry, value)
    }
    return value
  }

  private shape(entry: number): { readonly key: string; readonly from: number; readonly to: number; readonly end: number } {
    const { units } = this.open()
    const start = entry >> 1
    const length = units[start]!
    const from = entry + 8 + 2 * length
    const to = from + units[start + 2]! + units[start + 3]! * 0x10000
    return { key: String.fromCharCode(...units.subarray(start + 4, start + 4 + length)), from, to, end: (to + 3) & ~3 }
  }
}

interface Opened {
  readonly size: number
  readonly bytes: Uint8Array
  readonly slots: Uint32Array
  readonly units: Uint16Array
}

function opened(read: Uint8Array): Opened {
  // typed arrays look at multiples of their size only
  const bytes = read.byteOffset % 4 === 0 ? read : read.slice()
  const { buffer, byteOffset, byteLength } = bytes
  const [size, slots] = new Uint32Array(buffer, byteOffset, 2) as unknown as [number, number]
  return { size, bytes, slots: new Uint32Array(buffer, byteOffset + 8, slots), units: new Uint16Array(buffer, byteOffset, byteLength >> 1) }
}

/** The bytes of a `FrozenMap`; the values are what JSON can hold. */
export function freeze(map: ReadonlyMap<string, unknown>): Uint8Array {
  const encoder = new TextEncoder()
  const entries = [...map].map(([key, value]) => ({ key, value: encoder.encode(JSON.stringify(value)) }))
  // at most half full: a search that finds nothing ends soon
  const slots = 2 ** Math.max(1, Math.ceil(Math.log2(2 * entries.length + 1)))
  const sizes = entries.map(({ key, value }) => (8 + 2 * key.length + value.length + 3) & ~3)
  const bytes = new Uint8Array(8 + 4 * slots + sizes.reduce((sum, size) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, entries.length, true)
  view.setUint32(4, slots, true)
  let at = 8 + 4 * slots
  entries.forEach(({ key, value }, i) => {
    if (key.length > 0xffff) throw new RangeError(`key of ${key.length} units`)
    let slot = hashOf(key) & (slots - 1)
    while (view.getUint32(8 + 4 * slot, true) !== 0) slot = (slot + 1) & (slots - 1)
    view.setUint32(8 + 4 * slot, at, true)
    view.setUint32(at, key.length, true)
    view.setUint32(at + 4, value.length, true)
    for (let unit = 0; unit < key.length; unit++) view.setUint16(at + 8 + 2 * unit, key.charCodeAt(unit), true)
    bytes.set(value, at + 8 + 2 * key.length)
    at += sizes[i]!
  })
  return bytes
}

const STAR = 0x2a

/** A key in two parts that is looked for in several maps and by its beginnings: its letters are hashed once, and it is never put together. */
export class Probe {
  private head = ''
  private rest = ''
  /** The hash after each of the letters, before its last step. */
  private states = new Int32Array(256)

  set(head: string, rest: string): void {
    const length = head.length + rest.length
    if (length >= this.states.length) this.states = new Int32Array(length * 2)
    this.head = head
    this.rest = rest
    let state = SEED
    let at = 0
    for (let i = 0; i < head.length; i++) this.states[++at] = state = step(state, head.charCodeAt(i))
    for (let i = 0; i < rest.length; i++) this.states[++at] = state = step(state, rest.charCodeAt(i))
  }

  private state(length: number): number {
    return length === 0 ? SEED : this.states[length]!
  }

  hash(length: number, star: boolean): number {
    return folded(star ? step(this.state(length), STAR) : this.state(length))
  }

  begins(units: Uint16Array, start: number, length: number, star: boolean): boolean {
    const { head, rest } = this
    // what tells two keys apart is the rest
    for (let i = head.length; i < length; i++) if (units[start + i] !== rest.charCodeAt(i - head.length)) return false
    for (let i = 0; i < head.length && i < length; i++) if (units[start + i] !== head.charCodeAt(i)) return false
    return !star || units[start + length] === STAR
  }
}

/** FNV-1a over UTF-16 units, with the high bits folded in. */
function hashOf(key: string): number {
  let hash = SEED
  for (let i = 0; i < key.length; i++) hash = step(hash, key.charCodeAt(i))
  return folded(hash)
}

const SEED = 0x811c9dc5 | 0
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)
const folded = (hash: number) => (hash ^ (hash >>> 15)) >>> 0

function sameUnits(units: Uint16Array, start: number, key: string): boolean {
  for (let i = 0; i < key.length; i++) if (units[start + i] !== key.charCodeAt(i)) return false
  return true
}
