import type { Reading } from '../model/ports.ts'

/** One file that has been read. */
export interface ReadSource {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly reading: Reading
}
