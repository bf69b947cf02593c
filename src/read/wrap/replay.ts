import type { Bytes } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { inMemory } from '../json/window.ts'
import { contentOf } from './part.ts'

/** Up to this size what was inflated is kept; above it, it is inflated again when a reader goes back. */
const KEPT = 64 * 2 ** 20
/** Readers go back once or twice: after looking at the beginning, and for another encoding. */
const RESTARTS = 8

/**
 * What a stream yields, as an input. `produce` starts the stream anew; its errors pass through.
 * The first run is complete, so that size and checks are known before anything is read.
 */
export function replayed(path: string, produce: () => Iterable<Uint8Array>): Bytes {
  let kept: Buffer[] | undefined = []
  let size = 0
  for (const piece of produce()) {
    size += piece.length
    if (size > KEPT) kept = undefined
    kept?.push(Buffer.from(piece))
  }
  return kept === undefined ? streamed(path, size, produce) : inMemory(path, Buffer.concat(kept))
}

function streamed(path: string, size: number, produce: () => Iterable<Uint8Array>): Bytes {
  let pieces = produce()[Symbol.iterator]()
  let piece: Uint8Array = new Uint8Array(0)
  let start = 0
  let restarts = 0
  const restart = () => {
    if (++restarts > RESTARTS) throw new Problem('E3503', { format: 'gzip/ZIP', size: `${size} B`, limit: `${KEPT} B` }, { file: path })
    pieces = produce()[Symbol.iterator]()
    piece = new Uint8Array(0)
    start = 0
  }
  const read = (into: Uint8Array, position: number): number => {
    if (position < start) restart()
    while (position >= start + piece.length) {
      const next = pieces.next()
      if (next.done === true) return 0
      start += piece.length
      piece = next.value
    }
    const part = piece.subarray(position - start, position - start + into.length)
    into.set(part)
    return part.length
  }
  return { path, size, read, whole: () => contentOf(size, read), onward: true }
}
