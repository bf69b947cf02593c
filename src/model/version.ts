import type { Truth } from './policy.ts'

type Comparator = '<' | '<=' | '=' | '>=' | '>'

/** Versions between bounds; every bound holds. */
export type VersionRange = readonly { readonly comparator: Comparator; readonly version: readonly Part[] }[]

/** A number without leading zeros, or a word in small letters. */
type Part = string

const BOUND = /^(<=|>=|<|>|=)?([^<>=]+)$/
/** `2.x`, `2.*`: any number may stand there; and signs that no version has. */
const UNBOUND = /(?:^|[.])[x*](?:[.]|$)|[^\w.+~:-]/i
const MOST_PARTS = 64

/** `>=2.0 <3.0`: bounds parted by blanks, no operator means `=`. `undefined` if that is no range. */
export function versionRange(text: string): VersionRange | undefined {
  const bounds = text.replace(/(<=|>=|<|>|=) +/g, '$1').trim().split(/[ ,]+/).map((bound) => {
    const [, comparator = '=', said = ''] = BOUND.exec(bound) ?? []
    const version = UNBOUND.test(said) ? undefined : partsOf(said)
    return version === undefined ? undefined : { comparator: comparator as Comparator, version }
  }) // prettier-ignore
  return bounds.some((bound) => bound === undefined) ? undefined : (bounds as VersionRange)
}

/** Whether no version can lie in the range: bounds that exclude one another. */
export function isEmptyRange(range: VersionRange): boolean {
  return range.some(({ comparator: low, version: from }) =>
    range.some(({ comparator: high, version: to }) => {
      if (low === '<' || low === '<=' || high === '>' || high === '>=') return false
      const order = compareParts(from, to)
      return order > 0 || (order === 0 && (low === '>' || high === '<'))
    }),
  )
}

/** Whether a version lies in a range; unknown where the text shows no version. Takes time in proportion to the text. */
export function liesIn(said: string, range: VersionRange): Truth {
  const version = partsOf(said)
  if (version === undefined) return 'unknown'
  const holds = range.every(({ comparator, version: bound }) => {
    const order = compareParts(version, bound)
    if (comparator === '=') return order === 0
    if (comparator === '<') return order < 0
    if (comparator === '>') return order > 0
    return comparator === '<=' ? order <= 0 : order >= 0
  })
  return holds ? 'yes' : 'no'
}

/** Numbers and words of a version; what follows `+` is no part of its order. `undefined` where it does not begin with a number. */
function partsOf(said: string): readonly Part[] | undefined {
  const [text = ''] = said.trim().toLowerCase().replace(/^v(?=\d)/, '').split('+', 1) // prettier-ignore
  if (!/^\d/.test(text) || text.length > 256) return undefined
  const parts = (text.match(/\d+|[a-z]+|~/g) ?? []).map((part) => (/^\d/.test(part) ? part.replace(/^0+(?=\d)/, '') : part))
  return parts.length > MOST_PARTS ? undefined : parts
}

/** Words that come before the release: 2.0-rc1 is earlier than 2.0. Single letters do so only before a number: 1.0b2, but 1.0.2k is later. */
const BEFORE = new Map(['~', 'dev', 'snapshot', 'a', 'alpha', 'b', 'beta', 'm', 'milestone', 'pre', 'preview', 'c', 'cr', 'rc'].map((word, rank) => [word, rank])) // prettier-ignore
const RELEASE = new Set(['final', 'ga', 'release'])
const isNumber = (part: Part | undefined): boolean => part !== undefined && /^\d/.test(part)

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = rank(a, i) - rank(b, i) || compareAlike(a[i], b[i])
    if (order !== 0) return order
  }
  return 0
}

/** Before the release < the release (also: nothing more, zero) < words after it < numbers. */
function rank(parts: readonly Part[], at: number): number {
  const part = parts[at]
  if (part === undefined || part === '0' || RELEASE.has(part)) return 0
  if (isNumber(part)) return 2
  const before = BEFORE.get(part)
  return before === undefined || (part.length === 1 && part !== '~' && !isNumber(parts[at + 1])) ? 1 : before - 100
}

function compareAlike(a: Part | undefined, b: Part | undefined): number {
  if (a === undefined || b === undefined || a === b || RELEASE.has(a) || RELEASE.has(b)) return 0
  if (isNumber(a) && isNumber(b) && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : 1
}
