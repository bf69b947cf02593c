import type { Item } from '../../model/item.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { slice } from '../wrap/part.ts'
import { JsonScanner } from './scanner.ts'
import { JsonWalk } from './walk.ts'
import { NotUtf8 } from './window.ts'

/** Reads one value of a document once more, from its bytes `[from, to)`. E3007 if something else stands there by now. */
export function reread(bytes: Bytes, from: number, to: number, limits: Limits, read: (walk: JsonWalk) => Item | undefined): Item {
  const scanner = new JsonScanner(slice(bytes, from, to), limits)
  try {
    // what was noted is noted already
    const item = read(new JsonWalk(scanner, []))
    if (item !== undefined) return item
  } catch (error) {
    if (!(error instanceof NotUtf8 || (error instanceof Problem && error.id !== 'E3001'))) throw error
  } finally {
    scanner.close()
  }
  throw new Problem('E3007', {}, { file: bytes.path })
}
