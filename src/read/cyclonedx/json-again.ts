import type { Again } from '../../model/brief.ts'
import type { Item, ItemKind } from '../../model/item.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { readAgain } from '../json/again.ts'
import type { Collector } from './collect.ts'
import { ComponentMembers } from './json-component.ts'

/** Reads components of a document once more, without those that lie in them. */
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
    return readAgain(this.bytes, from, to, this.limits, (walk) => {
      const members = new ComponentMembers(walk, this.collector.graph.refs, () => walk.scanner.skip())
      return this.collector.again(members.read(''), kind)
    })
  }
}
