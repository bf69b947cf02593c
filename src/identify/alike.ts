import type { Alike } from '../model/brief.ts'
import { ITEM_KINDS, type Item } from '../model/item.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Conclusion } from './conclusion.ts'
import type { ItemLicence } from './licences.ts'

/** Finds those of which the same is concluded. Two numbers make one, by way of a table: each stays small. */
export class Alikes {
  private readonly makers = new Numbers<string>()
  private readonly licences = new Numbers<ItemLicence>()
  private readonly layers = new Numbers<unknown>()
  private readonly bindings = new Numbers<unknown>()
  private readonly firsts = new Numbers<number>()
  private readonly seconds = new Numbers<number>()
  private readonly all = new Map<number, Alike>()

  /** `written` is called for the first of its kind. Layers, bindings and licences that are equal are one object. */
  of(item: Item, conclusion: Conclusion, licence: ItemLicence, written: () => Dossier): Alike {
    const { made, product, layer, binding } = conclusion
    const maker = made === undefined ? '' : `${made.organisation} ${made.product} ${made.confidence} ${product?.id} ${made.by.join(' ')}`
    const first = this.firsts.of(this.makers.of(maker) * TABLE + this.licences.of(licence))
    const second = this.seconds.of((this.layers.of(layer) * TABLE + this.bindings.of(binding)) * MARKS + marksOf(item, conclusion))
    const key = first * TABLE + second
    let alike = this.all.get(key)
    if (alike === undefined) this.all.set(key, (alike = { like: written() }))
    return alike
  }
}

/** More rows than a table may have before two of its numbers in one would lose something. */
const TABLE = 2 ** 22
const MARKS = 2 ** 8

/** What policies and merging ask besides what is concluded. */
function marksOf({ kind, version, purl, cpe, said }: Item, { selfMade, critical }: Conclusion): number {
  return (
    ITEM_KINDS.indexOf(kind) |
    (selfMade ? 4 : 0) |
    (critical ? 8 : 0) |
    (version !== undefined ? 16 : 0) |
    (purl !== undefined ? 32 : 0) |
    (cpe !== undefined ? 64 : 0) |
    (said.licences !== undefined && said.licences.length > 0 ? 128 : 0)
  )
}

/** Numbers values as they come. */
class Numbers<T> {
  private readonly numbers = new Map<T, number>()

  of(value: T): number {
    let number = this.numbers.get(value)
    if (number === undefined) this.numbers.set(value, (number = this.numbers.size))
    return number
  }
}
