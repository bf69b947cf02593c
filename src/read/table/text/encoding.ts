import type { Bytes } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { utf16Of } from '../../encoding.ts'
import { decodeCp850 } from './cp850.ts'
import { HighBytes } from './high-bytes.ts'
import { unknown } from '../columns/mapping.ts'
import { mixedLines } from './mixed.ts'
import { plausibilityOf } from './plausible.ts'

/** The 8-bit encodings that lists come in, the likeliest first. */
export const EIGHT_BIT = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const
/** All encodings that lists come in; but for cp850 they are labels of the web. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', ...EIGHT_BIT] as const
export type ListEncoding = (typeof ENCODINGS)[number]
type EightBit = (typeof EIGHT_BIT)[number]

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

/** What ISO 8859-15 has where Windows-1252 has signs: only its euro speaks for it, or „O´Neill“ had a Ž. */
const LATIN_9 = 'ŠšŽžŒœŸ'
/** Lists of old Macs and of DOS are rare: what could be either is none of theirs. */
const RARE = -2
const BEFOREHAND: Readonly<Record<EightBit, number>> = { 'windows-1252': 0, 'iso-8859-15': 0, macintosh: RARE, cp850: RARE }

/** Which 8-bit encoding it is, by what the high bytes would stand for beside their neighbours. Of several in one file E3105. */
function eightBit(bytes: Bytes): EightBit {
  const found = new HighBytes(windows(bytes))
  // damaged UTF-8 is an error of its own
  if (found.paired > 2 && found.paired * 2 > found.all * 0.8) throw damaged(bytes, 'utf-8')
  const mixed = mixedLines(windows(bytes))
  if (mixed !== undefined) throw new Problem('E3105', { what: mixed }, { file: bytes.path })
  const scores = EIGHT_BIT.map((encoding) => ({ encoding, score: plausibility(found, encoding) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).encoding
}

/** What is repeated says little more than once: the rows of one supplier do not outvote the words of all others. */
function plausibility(found: HighBytes, encoding: EightBit): number {
  const decoder = decoderOf(encoding)
  let score = BEFOREHAND[encoding]
  for (const { byte, count, ...around } of found) {
    const sign = decoder.decode(Uint8Array.of(byte))
    score += Math.log2(1 + count) * (encoding === 'iso-8859-15' && LATIN_9.includes(sign) ? -3 : plausibilityOf(sign, around))
  }
  return score
}
