import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { tooLarge, type Input } from './model/input.ts'
import { Problem } from './model/problem.ts'
import { readPipe } from './pipe.ts'

export type { Input } from './model/input.ts'

/** Opens a file for reading. `shown` is its name in messages and in the audit. */
export function openInput(path: string, shown: string, maxBytes: number): Input {
  const place = { file: shown }
  const descriptor = opened(path, shown)
  const stat = fstatSync(descriptor)
  const refuse = (problem: Problem): never => {
    closeSync(descriptor)
    throw problem
  }
  if (stat.isDirectory()) refuse(new Problem('E3005', {}, place))
  // a pipe has no size and cannot be read twice
  if (!stat.isFile()) return { ...readPipe(descriptor, shown, maxBytes), close: () => undefined }
  if (stat.size > maxBytes) refuse(tooLarge(stat.size, maxBytes, shown))
  const hash = createHash('sha256')
  let hashed = 0
  let later: ClosedFile | undefined
  const read = (into: Uint8Array, position: number): number => {
    if (later !== undefined) return later.read(into, position)
    const count = readSync(descriptor, into, 0, into.length, position)
    if (position <= hashed && position + count > hashed) {
      hash.update(into.subarray(hashed - position, count))
      hashed = position + count
    }
    return count
  }
  return {
    path: shown,
    size: stat.size,
    read,
    whole() {
      const content = Buffer.allocUnsafe(stat.size)
      let filled = 0
      for (let count = -1; count !== 0 && filled < content.length; filled += count) count = read(content.subarray(filled), filled)
      return content.subarray(0, filled)
    },
    sha256() {
      const rest = Buffer.allocUnsafe(1 << 18)
      while (hashed < stat.size && read(rest, hashed) > 0);
      return hash.digest('hex')
    },
    close() {
      later ??= new ClosedFile(path, shown, descriptor, stat)
    },
  }
}

/** Standard input, read whole. */
export function openStdin(maxBytes: number): Input {
  return { ...readPipe(0, '-', maxBytes), close: () => undefined }
}

function opened(path: string, shown: string): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw new Problem('E3001', {}, { file: shown })
  }
}

/** A file of which nobody needs more for now. The last ones stay open, so that they can be read again whatever happens to their names. */
class ClosedFile {
  private static readonly held: ClosedFile[] = []
  private readonly path: string
  private readonly shown: string
  private readonly stat: Stats
  private descriptor: number | undefined

  constructor(path: string, shown: string, descriptor: number, stat: Stats) {
    this.path = path
    this.shown = shown
    this.stat = stat
    this.hold(descriptor)
  }

  /** E3007 if the file is another by now. */
  read(into: Uint8Array, position: number): number {
    const descriptor = this.descriptor ?? this.hold(opened(this.path, this.shown))
    const { size, mtimeMs, ino } = fstatSync(descriptor)
    if (size !== this.stat.size || mtimeMs !== this.stat.mtimeMs || ino !== this.stat.ino)
      throw new Problem('E3007', {}, { file: this.shown })
    return readSync(descriptor, into, 0, into.length, position)
  }

  private hold(descriptor: number): number {
    const { held } = ClosedFile
    if (held.push(this) > MOST_HELD) held.shift()!.release()
    return (this.descriptor = descriptor)
  }

  private release(): void {
    closeSync(this.descriptor!)
    this.descriptor = undefined
  }
}

const MOST_HELD = 64
