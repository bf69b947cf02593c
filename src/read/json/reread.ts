import type { Rereader } from '../../model/brief.ts'
import type { Item, ItemKind } from '../../model/item.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { slice } from '../wrap/part.ts'
import { JsonScanner } from './scanner.ts'
import { JsonWalk } from './walk.ts'
import { NotUtf8 } from './window.ts'

/** Reads single components of a document once more, each by `read`. E3007 if something else stands there by now. */
export function rereader(bytes: Bytes, limits: Limits, read: (walk: JsonWalk, kind: ItemKind) => Item | undefined): Rereader {
  return {
    file: bytes.path,
    item(from, to, kind) {
      const scanner = new JsonScanner(slice(bytes, from, to), limits)
      try {
        // what was noted is noted already
        const item = read(new JsonWalk(scanner, []), kind)
        if (item !== undefined) return item
      } catch (error) {
        if (!(error instanceof NotUtf8 || (error instanceof Problem && error.id !== 'E3001'))) throw error
      } finally {
        scanner.close()
      }
      throw new Problem('E3007', {}, { file: bytes.path })
    },
  }
}
