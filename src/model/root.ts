import type { RootComponent } from './item.ts'
import { packageOf, parsePurl } from './purl.ts'

/** The tag or digest of an image, or a version where one is written behind the name; a name with blanks is a title. */
const TAG = /(?:@sha\d+:[0-9a-f]+|(?<=\/\S*):[\w][\w.-]{0,127}|:(?:v?\d[\w.+-]*|latest))+$/i
/** A path of a file system: from its root, a drive, the home, or the working directory. */
const PATH = /^(?:[a-z]:)?(?:~|\.{0,2})[\\/]/i

/**
 * By what an SBOM's root is known from one build to the next: its purl without version, else its name without what changes with each
 * version, machine and call: tags, digests, folders. `undefined` where nothing is left, as of `.`.
 */
export function rootId({ name, purl }: RootComponent): string | undefined {
  const parsed = purl === undefined ? undefined : parsePurl(purl)
  if (parsed !== undefined) return packageOf(parsed)
  const place = PATH.test(name) ? name.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, '') : name
  const bare = /\s/.test(place) ? place : place.replace(TAG, '')
  return /^\.*$/.test(bare) ? undefined : bare
}
