import type { Bytes } from '../model/ports.ts'
import { inMemory } from './json/window.ts'

/** UTF-16 by its byte order mark, or by NUL bytes on one side of every character of the beginning. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.length < 4) return undefined
  if (head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) return 'utf-16be'
  return undefined
}

/** The same text in UTF-8. Throws `RangeError` or `TypeError` where the bytes are not in that encoding. */
export function transcode(bytes: Bytes, encoding: string): Bytes {
  return inMemory(bytes.path, Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes.whole())))
}
