/** What may stand beside a high byte. Of another high byte nobody knows yet whether it is a letter. */
const BESIDE = ['nothing', 'digit', 'vowel', 'consonant', 'capital', 'high'] as const
export type Beside = (typeof BESIDE)[number]

/** A high byte with what stands around it, and how often a text has it so. */
export interface HighByte {
  readonly byte: number
  readonly before: Beside
  readonly after: Beside
  readonly count: number
}

const KINDS = BESIDE.length
const HIGH = 0x80
const NOTHING = BESIDE.indexOf('nothing')
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => BESIDE.indexOf(besideOf(byte)))

function besideOf(byte: number): Beside {
  if (byte >= HIGH) return 'high'
  const sign = String.fromCharCode(byte)
  if (/\d/.test(sign)) return 'digit'
  if (/[A-Z]/.test(sign)) return 'capital'
  if (/[a-z]/.test(sign)) return /[aeiouy]/.test(sign) ? 'vowel' : 'consonant'
  return 'nothing'
}

/** The high bytes of a text by what stands around them. */
export class HighBytes {
  /** How many there are. */
  all = 0
  /** How many of them end a letter of UTF-8. */
  paired = 0
  private readonly counts = new Uint32Array(KINDS * HIGH * KINDS)

  constructor(windows: Iterable<Uint8Array>) {
    let [last, before, after] = [0, NOTHING, NOTHING]
    for (const window of windows) {
      for (const byte of window) {
        after = KIND[byte]!
        if (last >= HIGH) this.add(last, before, after, byte)
        before = KIND[last]!
        last = byte
      }
    }
    if (last >= HIGH) this.add(last, before, NOTHING, 0)
  }

  *[Symbol.iterator](): Generator<HighByte> {
    for (const [index, count] of this.counts.entries()) {
      if (count === 0) continue
      const [place, after] = [Math.floor(index / KINDS), BESIDE[index % KINDS]!]
      yield { byte: HIGH + Math.floor(place / KINDS), before: BESIDE[place % KINDS]!, after, count }
    }
  }

  private add(byte: number, before: number, after: number, next: number): void {
    this.all++
    if ((byte === 0xc2 || byte === 0xc3) && next >= HIGH && next < 0xc0) this.paired++
    this.counts[((byte - HIGH) * KINDS + before) * KINDS + after]!++
  }
}
