import { purlOf, type Item } from '../model/item.ts'
import { percentDecoded } from '../model/purl.ts'
import type { LicenceHistory, LicenceRange, Product } from '../model/register.ts'
import { purlNames } from './names/purl-names.ts'
import type { NamespaceIndex } from './names/namespaces.ts'
import { isBelow, parseVersion, type Version } from './version.ts'

/** Package types whose packages are parts: a part may be under another licence than the product whose name it bears. */
const PARTS = new Set(['npm', 'maven', 'nuget', 'pypi', 'golang', 'composer', 'cargo', 'gem', 'conda'])
/** A container's tag stands beside a digest that is no version. */
const TAG = /[?&]tag=([^&#]+)/i

/** What an item's version comes to in the history of its product. */
export interface HistoricLicence {
  readonly history: LicenceHistory
  /** Every range in which the version may lie; one where it can be told. */
  readonly ranges: readonly LicenceRange[]
  /** As it was written, where it could be read as a version. */
  readonly version?: string
}

/** Licences by version, from the register. */
export class LicenceHistories {
  private readonly namespaces: NamespaceIndex
  private readonly ofProduct: ReadonlyMap<string, string>
  private readonly histories: ReadonlyMap<string, LicenceHistory>

  constructor(namespaces: NamespaceIndex, ofProduct: ReadonlyMap<string, string>, histories: ReadonlyMap<string, LicenceHistory>) {
    this.namespaces = namespaces
    this.ofProduct = ofProduct
    this.histories = histories
  }

  of(item: Item, product: Product | undefined): HistoricLicence | undefined {
    const id = this.find(item, product)
    const history = id === undefined ? undefined : this.histories.get(id)
    if (history === undefined) return undefined
    for (const text of versionsOf(item)) {
      const version = parseVersion(text, history.scheme)
      if (version === undefined) continue
      const ranges = history.versions.filter((range) => lies(version, range, history))
      if (ranges.length > 0) return { history, ranges, version: text }
    }
    // a contract is about what is sold today
    return { history, ranges: item.line ? history.versions.slice(-1) : history.versions }
  }

  private find(item: Item, product: Product | undefined): string | undefined {
    const purl = purlOf(item)
    if (purl !== undefined) {
      for (const { kind, name } of purlNames(purl, item.purl!)) {
        const { history } = this.namespaces.find(kind, name)
        if (history !== undefined) return history
      }
      if (PARTS.has(purl.type)) return undefined
    }
    return product === undefined ? undefined : this.ofProduct.get(product.id)
  }
}

/** The licence of a range on a day. */
export function licenceOn({ licence, becomes }: LicenceRange, day: string): string {
  return becomes !== undefined && becomes.on <= day ? becomes.licence : licence
}

/** `true` also where it cannot be told. */
function lies(version: Version, { from, until }: LicenceRange, { scheme }: LicenceHistory): boolean {
  const below = (boundary: string) => isBelow(version, parseVersion(boundary, scheme)!)
  return (from === undefined || below(from) !== true) && (until === undefined || below(until) !== false)
}

function versionsOf(item: Item): readonly string[] {
  const tag = item.purl === undefined ? undefined : TAG.exec(item.purl)?.[1]
  return [item.version, tag === undefined ? undefined : percentDecoded(tag), purlOf(item)?.version].filter((one) => one !== undefined)
}
