import { isBrief } from '../model/brief.ts'
import { packageKey } from '../model/identity.ts'
import { purlOf, type Item } from '../model/item.ts'
import { percentDecoded } from '../model/purl.ts'

/** The version by which an item is compared with others: that of its purl, else its own. */
export const versionOf = (item: Item): string | undefined => (isBrief(item) ? item.mergedAs : (purlOf(item)?.version ?? item.version))

/** What `packageKey` is of packages, of versions: that of a module of Go is written with and without its `v`. */
export function versionKey(item: Item): string | undefined {
  const version = versionOf(item)
  return version !== undefined && item.id.startsWith('pkg:golang/') ? version.replace(/^v(?=\d)/, '') : version
}

const IMAGE = /^pkg:(?:oci|docker)\//
const REPOSITORY = /[?&]repository_url=([^&#]+)/i
/** Docker Hub, by which an image lies that says no registry. */
const DOCKER_HUB = /^(?:(?:index|registry-1|hub)\.)?docker\.io(?:\/library(?=\/))?|^(?:registry\.)?hub\.docker\.com/

/**
 * Where an image lies, as far as its identity does not say it: two registries may have one name and tag for different things. A digest
 * means the same image wherever it lies.
 */
export function repositoryKey(item: Item): string | undefined {
  if (!IMAGE.test(item.id) || /^sha\d+:/.test(versionOf(item) ?? '')) return undefined
  const said = REPOSITORY.exec(packageUrl(item) ?? '')?.[1]
  if (said === undefined) return undefined
  const own = `/${packageKey(item.id).replace(IMAGE, '')}`
  const repository = percentDecoded(said)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(DOCKER_HUB, '')
  const path = repository.endsWith('/') ? repository.slice(0, -1) : repository
  return (path.endsWith(own) ? path.slice(0, -own.length) : path) || undefined
}

export const isPackage = (item: Item): boolean => (isBrief(item) ? item.shared.example : item).purl !== undefined

/** Without its subpath, which leads to a file or folder within the package. */
const packageUrl = (item: Item): string | undefined => (isBrief(item) ? item.item() : item).purl?.split('#', 1)[0]

/** What else in its document is the root again, or what is built of a part of it: the same package and version, and not for another platform. */
export function againIn<T extends Item>(items: readonly (T | undefined)[], root: Item | undefined): T[] {
  const version = root === undefined || !isPackage(root) ? undefined : versionOf(root)
  if (version === undefined) return []
  const key = packageKey(root!.id)
  const alike = items.filter(
    (item) => item !== undefined && item !== root && packageKey(item.id) === key && versionOf(item) === version,
  ) as T[]
  return alike.filter((item) => packageUrl(item) === packageUrl(root!))
}
