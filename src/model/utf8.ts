import { Problem } from './problem.ts'

/** The text of a file that people wrote for us. Anything but UTF-8 would show, and store, other letters than were written: E2111 with its place. */
export function utf8(bytes: Uint8Array, file: string): string {
  try {
    // a byte order mark stays, as it does everywhere else
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('E2111', {}, { file, ...placeOf(bytes) })
  }
}

/** Line and column, counted in characters, of the first byte that is not UTF-8. */
function placeOf(bytes: Uint8Array): { line: number; column: number } {
  let [low, high] = [0, bytes.length]
  const reads = (end: number) => {
    try {
      // a character that is only cut off is no fault yet
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (reads(middle)) low = middle
    else high = middle - 1
  }
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true })
  const lines = before.split('\n')
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 }
}
