import type { Bytes } from './ports.ts'
import { Problem } from './problem.ts'

/** An opened input. Its hash grows as the reader moves through it, so that no byte is read twice. */
export interface Input extends Bytes {
  /** SHA-256 over the whole file, hex. */
  sha256(): string
  /** Gives it back; what is read afterwards is opened anew for it. */
  close(): void
}

export function tooLarge(size: number, limit: number, file: string): Problem {
  return new Problem('E3004', { size: `${size} B`, limit: `${limit} B`, flag: '--max-file' }, { file })
}
