/** Bytes `[from, from + length)` of a file, fewer at its end. */
export type ReadPart = (from: number, length: number) => Uint8Array

/**
 * A map that lies ready in a file: nothing is parsed when it is opened, looking a key up costs one hash and one comparison, and an
 * entry is read and parsed when it is first asked for. What a run needs of a register does not grow with the register.
 *
 * Layout, little-endian: `u32` number of entries · `u32` number of slots (a power of two) · a slot each: `u32` offset of the entry,
 * 0 where free · a slot each: `u16` tag of its hash, 0 where free · the entries in their order: `u32` units of the key, `u32` bytes of the
 * value, the key in UTF-16, the value as JSON in UTF-8, padded to a multiple of four.
 */
export class FrozenMap<T> implements ReadonlyMap<string, T> {
  private readonly read: ReadPart
  private opened: Opened | undefined
  private readonly thawed = new Map<number, Entry<T>>()
  /** The same by key: strings that come again know their hash. */
  private readonly found = new Map<string, T>()

  /** `read` is called when something is first looked up. */
  constructor(read: ReadPart) {
    this.read = read
  }

  get size(): number {
    return this.open().size
  }

  get(key: string): T | undefined {
    const known = this.found.get(key)
    if (known !== undefined) return known
    const entry = this.find(key)
    if (entry === undefined) return undefined
    const value = valueOf(entry)
    this.found.set(key, value)
    return value
  }

  /** The value under the first `length` letters of what the probe stands for, and `*` after them if `star`; no string is made. */
  getBeginning(probe: Probe, length: number, star: boolean): T | undefined {
    const { slots, tags } = this.open()
    const mask = slots.length - 1
    const hash = probe.hash(length, star)
    const wanted = tagOf(hash)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const tag = tags[slot]!
      if (tag === 0) return undefined
      if (tag !== wanted) continue
      const entry = this.entry(slots[slot]!)
      if (probe.begins(entry.key, length, star)) return valueOf(entry)
    }
  }

  has(key: string): boolean {
    return this.find(key) !== undefined
  }

  *entries(): MapIterator<[string, T]> {
    for (const entry of this.all()) yield [entry.key, valueOf(entry)]
  }

  *keys(): MapIterator<string> {
    for (const { key } of this.all()) yield key
  }

  *values(): MapIterator<T> {
    for (const entry of this.all()) yield valueOf(entry)
  }

  [Symbol.iterator](): MapIterator<[string, T]> {
    return this.entries()
  }

  forEach(visit: (value: T, key: string, map: ReadonlyMap<string, T>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  private open(): Opened {
    return (this.opened ??= opened(this.read))
  }

  private *all(): Generator<Entry<T>> {
    const { size, begin } = this.open()
    const bytes = this.read(begin, Infinity)
    let at = 0
    for (let i = 0; i < size; i++) {
      const known = this.thawed.get(begin + at)
      const entry = known ?? entryAt<T>(bytes.subarray(at))!
      if (known === undefined) this.thawed.set(begin + at, entry)
      yield entry
      at += entry.length
    }
  }

  private find(key: string): Entry<T> | undefined {
    const { slots, tags } = this.open()
    const mask = slots.length - 1
    const hash = hashOf(key)
    const wanted = tagOf(hash)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const tag = tags[slot]!
      if (tag === 0) return undefined
      if (tag !== wanted) continue
      const entry = this.entry(slots[slot]!)
      if (entry.key === key) return entry
    }
  }

  private entry(offset: number): Entry<T> {
    let entry = this.thawed.get(offset)
    if (entry === undefined) {
      const part = this.read(offset, USUAL)
      entry = entryAt<T>(part) ?? entryAt<T>(this.read(offset, lengthOf(part)))!
      this.thawed.set(offset, entry)
    }
    return entry
  }
}

/** Bytes within which most entries lie. */
const USUAL = 1024

interface Entry<T> {
  readonly key: string
  /** Bytes of the whole entry. */
  readonly length: number
  readonly json: Buffer
  value: T | undefined
}

interface Opened {
  readonly size: number
  readonly slots: Uint32Array
  readonly tags: Uint16Array
  /** Offset of the first entry. */
  readonly begin: number
}

function opened(read: ReadPart): Opened {
  const [size, slots] = new Uint32Array(aligned(read(0, 8)), 0, 2) as unknown as [number, number]
  const table = aligned(read(8, 6 * slots))
  return { size, slots: new Uint32Array(table, 0, slots), tags: new Uint16Array(table, 4 * slots, slots), begin: 8 + 6 * slots }
}

/** Typed arrays look at multiples of their size only. */
function aligned({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  return byteOffset === 0 && buffer instanceof ArrayBuffer ? buffer : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
}

function lengthOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return (8 + 2 * view.getUint32(0, true) + view.getUint32(4, true) + 3) & ~3
}

/** The entry that begins there; `undefined` if it is cut off. */
function entryAt<T>(bytes: Uint8Array): Entry<T> | undefined {
  const length = lengthOf(bytes)
  if (bytes.length < length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const from = 8 + 2 * view.getUint32(0, true)
  // of short texts a buffer makes strings without the set-up of a decoder
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length)
  return { key: buffer.toString('utf16le', 8, from), length, json: buffer.subarray(from, from + view.getUint32(4, true)), value: undefined }
}

function valueOf<T>(entry: Entry<T>): T {
  return (entry.value ??= JSON.parse(entry.json.toString()) as T)
}

/** The bytes of a `FrozenMap`; the values are what JSON can hold. */
export function freeze(map: ReadonlyMap<string, unknown>): Uint8Array {
  const encoder = new TextEncoder()
  const entries = [...map].map(([key, value]) => ({ key, value: encoder.encode(JSON.stringify(value)) }))
  // at most half full: a search that finds nothing ends soon
  const slots = 2 ** Math.max(1, Math.ceil(Math.log2(2 * entries.length + 1)))
  const sizes = entries.map(({ key, value }) => (8 + 2 * key.length + value.length + 3) & ~3)
  const begin = 8 + 6 * slots
  const bytes = new Uint8Array(begin + sizes.reduce((sum, size) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, entries.length, true)
  view.setUint32(4, slots, true)
  let at = begin
  entries.forEach(({ key, value }, i) => {
    const hash = hashOf(key)
    let slot = hash & (slots - 1)
    while (view.getUint32(8 + 4 * slot, true) !== 0) slot = (slot + 1) & (slots - 1)
    view.setUint32(8 + 4 * slot, at, true)
    view.setUint16(8 + 4 * slots + 2 * slot, tagOf(hash), true)
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

  /** Whether the key is the first `length` letters, and `*` after them if `star`. */
  begins(key: string, length: number, star: boolean): boolean {
    const { head, rest } = this
    if (key.length !== length + (star ? 1 : 0)) return false
    // what tells two keys apart is the rest
    for (let i = head.length; i < length; i++) if (key.charCodeAt(i) !== rest.charCodeAt(i - head.length)) return false
    for (let i = 0; i < head.length && i < length; i++) if (key.charCodeAt(i) !== head.charCodeAt(i)) return false
    return !star || key.charCodeAt(length) === STAR
  }
}

/** FNV-1a over UTF-16 units, with the high bits folded in. */
function hashOf(key: string): number {
  let hash = SEED
  for (let i = 0; i < key.length; i++) hash = step(hash, key.charCodeAt(i))
  return folded(hash)
}

/** The upper half of a hash, never 0. The tags lie close together: most searches find nothing, and look at nothing else. */
const tagOf = (hash: number) => hash >>> 16 || 1

const SEED = 0x811c9dc5 | 0
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)
const folded = (hash: number) => (hash ^ (hash >>> 15)) >>> 0
