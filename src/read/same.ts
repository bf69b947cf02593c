import { isBrief } from '../model/brief.ts'
import { purlOf, type Item } from '../model/item.ts'

/** The version by which an item is compared with others: that of its purl, else its own. */
export const versionOf = (item: Item): string | undefined => (isBrief(item) ? item.mergedAs : (purlOf(item)?.version ?? item.version))

export const isPackage = (item: Item): boolean => (isBrief(item) ? item.shared.example : item).purl !== undefined

const packageUrl = (item: Item): string | undefined => (isBrief(item) ? item.item() : item).purl

/** What else in its document is the root again: the same package and version, and not built for another platform. */
export function againIn<T extends Item>(items: readonly (T | undefined)[], root: Item | undefined): T[] {
  const version = root === undefined || !isPackage(root) ? undefined : versionOf(root)
  if (version === undefined) return []
  const alike = items.filter((item) => item !== undefined && item.id === root!.id && item !== root && versionOf(item) === version) as T[]
  return alike.filter((item) => packageUrl(item) === packageUrl(root!))
}
