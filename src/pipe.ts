import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import { tooLarge } from './model/input.ts'
import type { Bytes } from './model/ports.ts'

const PIECE = 1 << 20

/** What comes through a pipe, whole: it has no size and cannot be read twice. */
export function readPipe(descriptor: number, shown: string, maxBytes: number): Bytes & { sha256(): string } {
  // kept in pieces: put together it would be there twice
  const pieces = piecesOf(descriptor, shown, maxBytes)
  return {
    path: shown,
    size: pieces.reduce((sum, { length }) => sum + length, 0),
    read(into, position) {
      let filled = 0
      for (let at = position; filled < into.length; at = position + filled) {
        const part = pieces[Math.floor(at / PIECE)]?.subarray(at % PIECE, (at % PIECE) + into.length - filled)
        if (part === undefined || part.length === 0) break
        into.set(part, filled)
        filled += part.length
      }
      return filled
    },
    whole: () => Buffer.concat(pieces),
    sha256: () => pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest('hex'),
  }
}

/** Pieces of one size, the last one apart. */
function piecesOf(descriptor: number, shown: string, maxBytes: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let size = 0; ;) {
    const piece = Buffer.allocUnsafeSlow(PIECE)
    let filled = 0
    for (let count = -1; count !== 0 && filled < PIECE; filled += count) {
      count = readChunk(descriptor, piece.subarray(filled))
      if (size + filled + count > maxBytes) throw tooLarge(size + filled + count, maxBytes, shown)
    }
    size += filled
    if (filled === PIECE) pieces.push(piece)
    else if (filled > 0) pieces.push(Buffer.from(piece.subarray(0, filled)))
    if (filled < PIECE) return pieces
  }
}

function readChunk(descriptor: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      // a pipe that has nothing yet
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
