import type { Bytes } from '../../model/ports.ts'
import { utf16Of } from '../encoding.ts'
import { NotUtf8 } from '../json/window.ts'

const CHUNK = 1 << 18

/** The encoding of a text format: UTF-16 by its mark or pattern, else UTF-8. */
export function encodingOf(bytes: Bytes): string {
  const head = new Uint8Array(4)
  return utf16Of(head.subarray(0, bytes.read(head, 0))) ?? 'utf-8'
}

/** The text in pieces as they are read. Throws `NotUtf8` where bytes are no characters. */
export function* textOf(bytes: Bytes, progress?: (bytes: number) => void): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  const chunk = Buffer.allocUnsafe(CHUNK)
  for (let position = 0; ;) {
    const count = bytes.read(chunk, position)
    try {
      yield count === 0 ? decoder.decode() : decoder.decode(chunk.subarray(0, count), { stream: true })
    } catch (error) {
      throw error instanceof TypeError ? new NotUtf8(position) : error
    }
    if (count === 0) return
    position += count
    progress?.(position)
  }
}

/** Lines without their ends, which are LF, CR LF or CR alone; `limit` is the longest in UTF-16 units, above which `tooLong` is thrown. */
export function* linesOf(pieces: Iterable<string>, limit: number, tooLong: (line: number) => Error): Generator<string> {
  let rest = ''
  let count = 1
  for (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    if (rest.length > limit) throw tooLong(count + lines.length)
    count += lines.length
    yield* lines
  }
  if (rest.endsWith('\r')) rest = rest.slice(0, -1)
  if (rest !== '') yield rest
}
