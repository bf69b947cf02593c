import type { VersionScheme } from '../model/register.ts'

/** A version as numbers, the most significant first. */
export type Version = readonly number[]

/** An epoch (`5:`), `v`, `RELEASE.`; then numbers with dots; then nothing, or a sign or word that begins a suffix (`-1~deb12u1`, `+dfsg`, `rc1`). */
const NUMBERS = /^(?:\d+:)?(?:v|r|release[.-])?(\d+(?:\.\d+)*)(?:$|[-+~_. ]|(?:rc|alpha|beta|a|b|p|final|ga|m)[-.]?\d*(?:$|[-+~_. ]))/i
const DATE = /(?:^|[^\d])((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d{7})/
const JAVA_OLD = /^1\.(\d+)(?:\.0)?(?:[_.:-](?:update[_-]?)?0*(\d+))?/
const JAVA_UPDATE = /^(\d+)u0*(\d+)/i

/**
 * Reads versions as semantic versioning, distributions and registries write them. A suffix is dropped: a packaging or a
 * pre-release of a version has that version's licence. `undefined` where no version can be told (`latest`, a hash, a date that is none).
 */
export function parseVersion(text: string, scheme: VersionScheme): Version | undefined {
  const trimmed = text.trim()
  if (scheme === 'date') return dated(trimmed)
  if (scheme === 'java') {
    const update = JAVA_UPDATE.exec(trimmed)
    if (update !== null) return [Number(update[1]), 0, Number(update[2])]
    const old = JAVA_OLD.exec(trimmed)
    if (old !== null) return [Number(old[1]), 0, Number(old[2] ?? 0)]
  }
  const numbers = NUMBERS.exec(trimmed)?.[1]
  return numbers?.split('.').map(Number)
}

function dated(text: string): Version | undefined {
  const found = DATE.exec(text)
  if (found === null) return undefined
  const [year, month, day] = found.slice(1, 4).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : undefined
}

/** Is it below the boundary? `undefined` where it is too short to tell: `7` may be 7.2 or 7.4. */
export function isBelow(version: Version, boundary: Version): boolean | undefined {
  for (const [at, number] of boundary.entries()) {
    const own = version[at]
    if (own === undefined) return boundary.slice(at).every((rest) => rest === 0) ? false : undefined
    if (own !== number) return own < number
  }
  return false
}
