import type { RootComponent } from './item.ts'
import { packageOf, parsePurl } from './purl.ts'

const DIGEST = /@sha\d+:[0-9a-f]+$/i
/** What follows the last colon of an image's name. */
const TAG = /^\w[\w.-]{0,127}$/
/** The same where no slash shows that it is an image. */
const PLAIN_TAG = /^(?:v?\d[\w.+-]*|latest)$/i
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
  const bare = /\s/.test(place) ? place : untagged(place)
  return /^\.*$/.test(bare) ? undefined : bare
}

/** „registry.example/app:1.2@sha256:…“, „app:latest“; a colon before the last slash is that of a port. */
function untagged(name: string): string {
  const bare = name.replace(DIGEST, '')
  const [colon, slash] = [bare.lastIndexOf(':'), bare.lastIndexOf('/')]
  return colon > slash && (slash < 0 ? PLAIN_TAG : TAG).test(bare.slice(colon + 1)) ? bare.slice(0, colon) : bare
}
