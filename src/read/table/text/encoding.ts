import type { Bytes } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { utf16Of } from '../../encoding.ts'
import { decodeCp850 } from './cp850.ts'
import { unknown } from '../columns/mapping.ts'
import { mixedLines } from './mixed.ts'

/** The 8-bit encodings that lists come in, the likeliest first. */
export const EIGHT_BIT = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const
/** All encodings that lists come in; but for cp850 they are labels of the web. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', ...EIGHT_BIT] as const
export type ListEncoding = (typeof ENCODINGS)[number]

const WINDOW = 1 << 18

/** The encoding of a list: byte order mark, NUL pattern, strict UTF-8 over the whole file, else the more plausible 8-bit one. */
export function encodingOf(bytes: Bytes, said?: string): ListEncoding {
  if (said !== undefined) return saidEncoding(said)
  const head = new Uint8Array(4)
  const length = bytes.read(head, 0)
  const wide = utf16Of(head.subarray(0, length))
  if (wide !== undefined) return wide
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  return marked || isUtf8(bytes) ? 'utf-8' : eightBit(bytes)
}

/** The text as UTF-8, window by window, without a byte order mark. Damaged bytes are E3105. */
export function* utf8Chunks(bytes: Bytes, encoding: ListEncoding, progress?: (bytes: number) => void): Generator<Buffer> {
  const decoder = decoderOf(encoding)
  let position = 0
  for (const window of windows(bytes)) {
    yield Buffer.from(decoded(decoder, window, bytes))
    position += window.length
    progress?.(position)
  }
  yield Buffer.from(decoded(decoder, undefined, bytes))
}

type Decoder = Pick<InstanceType<typeof TextDecoder>, 'encoding' | 'decode'>

function decoderOf(encoding: ListEncoding): Decoder {
  if (encoding !== 'cp850') return new TextDecoder(encoding, { fatal: true })
  return { encoding, decode: (bytes?: Uint8Array) => (bytes === undefined ? '' : decodeCp850(bytes)) } as Decoder
}

function decoded(decoder: Decoder, window: Uint8Array | undefined, bytes: Bytes): string {
  try {
    return window === undefined ? decoder.decode() : decoder.decode(window, { stream: true })
  } catch {
    throw damaged(bytes, decoder.encoding)
  }
}

/** The error for bytes that are not in this encoding, with the place of the first. */
function damaged(bytes: Bytes, encoding: string): Problem {
  let offset = 0
  let decoder = new TextDecoder(encoding, { fatal: true })
  for (const window of windows(bytes)) {
    if (!accepts(decoder, window)) break
    offset += window.length
  }
  // once more up to the bad window, then byte by byte
  decoder = new TextDecoder(encoding, { fatal: true })
  for (const window of windows(bytes, offset)) accepts(decoder, window)
  const byte = new Uint8Array(1)
  while (bytes.read(byte, offset) === 1 && accepts(decoder, byte)) offset++
  return new Problem('E3105', { what: `${encoding}, byte ${offset}` }, { file: bytes.path })
}

function accepts(decoder: Decoder, window: Uint8Array): boolean {
  try {
    decoder.decode(window, { stream: true })
    return true
  } catch {
    return false
  }
}

function* windows(bytes: Bytes, end = bytes.size): Generator<Uint8Array> {
  for (let position = 0; position < end;) {
    const window = new Uint8Array(Math.min(WINDOW, end - position))
    const count = bytes.read(window, position)
    if (count === 0) return
    position += count
    yield window.subarray(0, count)
  }
}

function saidEncoding(said: string): ListEncoding {
  const found = ENCODINGS.find((encoding) => encoding === said.toLowerCase())
  if (found === undefined) throw unknown(said, ENCODINGS)
  return found
}

function isUtf8(bytes: Bytes): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (const window of windows(bytes)) decoder.decode(window, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Letters and signs that European lists are full of, and signs that betray the wrong table. */
const USUAL = 'äöüÄÖÜßéèàáâçêëîïôû'
const RARER = 'ñóíúøåÉ'
const POSSIBLE = '€§°–—‘’“”„…•´£®™©²³«»½¼·\u00a0\u00ad'
const ODD = /[^\p{L}]/u
/** What ISO 8859-15 has where Windows-1252 has signs: only its euro speaks for it, or „O´Neill“ had a Ž. */
const LATIN_9 = 'ŠšŽžŒœŸ'

/** Which 8-bit encoding it is, by what the high bytes would stand for beside their neighbours. Of several in one file E3105. */
function eightBit(bytes: Bytes): ListEncoding {
  const counts = pairsOf(bytes)
  const mixed = mixedLines(windows(bytes))
  if (mixed !== undefined) throw new Problem('E3105', { what: mixed }, { file: bytes.path })
  const scores = EIGHT_BIT.map((encoding) => ({ encoding, score: plausibility(counts, encoding) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).encoding
}

/** How often each high byte stands after a letter (index + 256) and elsewhere; damaged UTF-8 is an error of its own. */
function pairsOf(bytes: Bytes): Uint32Array {
  const counts = new Uint32Array(512)
  let before = 0
  let high = 0
  let pairs = 0
  for (const window of windows(bytes)) {
    for (const byte of window) {
      if (byte >= 0x80) {
        high++
        if ((before === 0xc3 || before === 0xc2) && byte < 0xc0) pairs++
        counts[isLetter(before) ? byte + 256 : byte]!++
      }
      before = byte
    }
  }
  if (pairs > 2 && pairs * 2 > high * 0.8) throw damaged(bytes, 'utf-8')
  return counts
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function plausibility(counts: Uint32Array, encoding: (typeof EIGHT_BIT)[number]): number {
  const decoder = decoderOf(encoding)
  let score = 0
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!
    if (count === 0) continue
    const char = decoder.decode(Uint8Array.of(index % 256))
    score += count * (encoding === 'iso-8859-15' && LATIN_9.includes(char) ? -3 : weight(char, index >= 256))
  }
  return score
}

function weight(char: string, afterLetter: boolean): number {
  if (USUAL.includes(char)) return 3
  if (RARER.includes(char)) return 1
  // an apostrophe may follow a letter; a currency or paragraph sign hardly does
  if (POSSIBLE.includes(char)) return afterLetter && !'’”“–—…\u00a0\u00ad®™'.includes(char) ? -1 : 2
  return ODD.test(char) ? -2 : 0
}
