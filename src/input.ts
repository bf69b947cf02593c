import { createHash } from 'node:crypto'
import type { Bytes } from './model/ports.ts'
import { Problem } from './model/problem.ts'

/** An opened input. Its hash grows as the reader moves through it, so that no byte is read twice. */
export interface Input extends Bytes {
  /** SHA-256 over the whole file, hex. */
  sha256(): string
  close(): void
}

/** An input whose bytes are all here. */
export function inputOf(content: Uint8Array, shown: string): Input {
  return {
    path: shown,
    size: content.length,
    read(into, position) {
      const part = content.subarray(position, position + into.length)
      into.set(part)
      return part.length
    },
    whole: () => content,
    sha256: () => createHash('sha256').update(content).digest('hex'),
    close: () => undefined,
  }
}

export function tooLarge(size: number, limit: number, file: string): Problem {
  return new Problem('E3004', { size: `${size} B`, limit: `${limit} B`, flag: '--max-file' }, { file })
}
