import type { Rereader } from '../../model/brief.ts'
import type { Item, ItemKind } from '../../model/item.ts'
import type { Bytes, Limits } from '../../model/ports.ts'
import { parsePurl } from '../../model/purl.ts'
import type { Names } from '../json/names.ts'
import { reread } from '../json/reread.ts'
import { itemOf } from './item.ts'
import { ComponentMembers } from './json-component.ts'

/** Reads components of a document once more, without those that lie in them. */
export class ComponentRereader implements Rereader {
  readonly file: string
  private readonly bytes: Bytes
  private readonly limits: Limits
  private readonly refs: Names

  constructor(bytes: Bytes, limits: Limits, refs: Names) {
    this.file = bytes.path
    this.bytes = bytes
    this.limits = limits
    this.refs = refs
  }

  item(from: number, to: number, kind: ItemKind): Item {
    return reread(this.bytes, from, to, this.limits, (walk) => {
      const raw = new ComponentMembers(walk, this.refs, () => walk.scanner.skip()).read('')
      const purl = raw.purl === undefined ? undefined : parsePurl(raw.purl)
      const name = raw.name ?? purl?.name
      return name === undefined ? undefined : itemOf(raw, purl, kind, name, NOWHERE)
    })
  }
}

const NOWHERE = { source: 0, at: '' }
