import type { Again } from '../../model/brief.ts'
import type { Item, ItemKind } from '../../model/item.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { JsonScanner } from '../json/scanner.ts'
import { JsonWalk } from '../json/walk.ts'
import { slice } from '../wrap/part.ts'
import type { Collector } from './collect.ts'
import { ComponentMembers } from './json-component.ts'

/** Reads components of a document once more, without those that lie in them. What was noted is noted already. */
export class ComponentAgain implements Again {
  readonly file: string
  private readonly bytes: Bytes
  private readonly limits: Limits
  private readonly collector: Collector

  constructor(bytes: Bytes, limits: Limits, collector: Collector) {
    this.file = bytes.path
    this.bytes = bytes
    this.limits = limits
    this.collector = collector
  }

  item(from: number, to: number, kind: ItemKind): Item {
    const scanner = new JsonScanner(slice(this.bytes, from, to), this.limits)
    try {
      const members = new ComponentMembers(new JsonWalk(scanner, []), this.collector.graph.refs, () => scanner.skip())
      const item = this.collector.again(members.read(''), kind)
      if (item !== undefined) return item
    } catch (error) {
      if (!(error instanceof Problem) || error.id === 'E3001') throw error
    } finally {
      scanner.close()
    }
    throw new Problem('E3007', {}, { file: this.file })
  }
}
