import { FAMILIES, type Family, type LicenceEntry, type Openness } from '../../model/register.ts'
import type { Lookup } from './lookup.ts'
import { leaves, type JoinNode, type LicenceNode, type Node } from './tree.ts'

export type Approval = boolean | 'unknown'

/** What an expression comes to. `openRange` is set where more than "unknown" is known, or where it can be read two ways. */
export interface Meaning {
  readonly family: Family
  readonly openness: Openness
  readonly osi: Approval
  readonly range?: readonly [Openness, Openness]
}

/** Lowest and highest place on a scale; the width is what is not known. */
type Span = readonly [number, number]

interface Reach {
  readonly family: Span
  readonly openness: Span
  readonly osi: Approval
}

const OPENNESS_SCALE = ['open', 'restricted', 'proprietary'] as const
/** From the greatest freedom to the least. `open-unsure` and `unsure` are the far ends of what is not known. */
const FAMILY_SCALE = ['public-domain', 'permissive', 'weak-copyleft', 'strong-copyleft', 'network-copyleft', 'open-unsure', 'restricted', 'proprietary', 'unsure'] as const // prettier-ignore

const RESTRICTED = FAMILY_SCALE.indexOf('restricted')
const OPEN_UNSURE: Span = [0, FAMILY_SCALE.indexOf('open-unsure')]
const UNSURE: Span = [0, FAMILY_SCALE.indexOf('unsure')]
const ANY: Span = [0, OPENNESS_SCALE.length - 1]
const LICENCE_TEXT = 'LicenseRef-verbatim-licence-text'
const UNREAD: Reach = { family: UNSURE, openness: ANY, osi: 'unknown' }

/**
 * The truth table. OR: the licensee takes the freest part. AND: all parts apply, the most restrictive governs.
 * What is not known is a span over the whole scale: `MIT OR ?` is open, `MIT AND ?` is not known, `Proprietary AND ?` is proprietary.
 */
export function meaningOf(node: Node, lookup: Lookup): Meaning {
  if (node.kind === 'licence' && node.exception === undefined) {
    const entry = lookup.entry(node.id)
    if (entry !== undefined)
      return { family: entry.openness === 'unknown' ? 'unknown' : entry.family, openness: entry.openness, osi: approval(entry) }
  }
  const reach = reachOf(node, lookup)
  if (reach === undefined) return nothingSaid(node, lookup)
  const openness = opennessOf(reach.openness)
  const family = openness === 'unknown' ? 'unknown' : familyOf(reach.family)
  return { family, openness, osi: reach.osi, ...rangeOf(reach.openness) }
}

/** Nothing but parts without effect: not applicable if all of them are, else not known. */
function nothingSaid(node: Node, lookup: Lookup): Meaning {
  const applies = leaves(node).some((leaf) => leaf.kind === 'licence' && lookup.entry(leaf.id)?.openness === 'unknown')
  return applies
    ? { family: 'unknown', openness: 'unknown', osi: 'unknown' }
    : { family: 'not-applicable', openness: 'not-applicable', osi: 'unknown' }
}

/** `undefined`: the part says nothing about the licence (an agreement with contributors, a price) and drops out. */
function reachOf(node: Node, lookup: Lookup): Reach | undefined {
  if (node.kind === 'unread') return UNREAD
  if (node.kind === 'licence') return leafReach(node, lookup)
  const parts = node.parts
    .filter((part) => !isOfText(part, node))
    .map((part) => reachOf(part, lookup))
    .filter((reach) => reach !== undefined)
  return parts.length === 0 ? undefined : parts.reduce(JOIN[node.kind])
}

/** What xz-utils says of the text of the GPL in it, beside what is in the public domain. Elsewhere the same word means the work. */
function isOfText(part: Node, { kind, parts }: JoinNode): boolean {
  const has = (id: RegExp) => parts.some((one) => one.kind === 'licence' && id.test(one.id))
  return kind === 'and' && part.kind === 'licence' && part.id === LICENCE_TEXT && has(/^GPL-/) && has(/^LicenseRef-public-domain$/)
}

function leafReach(node: LicenceNode, lookup: Lookup): Reach | undefined {
  const entry = lookup.entry(node.id)
  if (entry === undefined || entry.id === LICENCE_TEXT) return UNREAD
  if (entry.family === 'not-applicable') return undefined
  const at = OPENNESS_SCALE.indexOf(entry.openness as 'open')
  const openness: Span = at === -1 ? ANY : [at, at]
  return { openness, family: familySpan(softened(entry, node, lookup), entry.openness), osi: approval(entry) }
}

/** An exception that allows linking with anything leaves a strong copyleft on the work itself only. */
function softened(entry: LicenceEntry, node: LicenceNode, lookup: Lookup): Family {
  const links = node.exception !== undefined && lookup.linking(node.exception)
  return links && entry.family === 'strong-copyleft' ? 'weak-copyleft' : entry.family
}

function familySpan(family: Family, openness: Openness): Span {
  const at = (FAMILY_SCALE as readonly string[]).indexOf(family === 'none' ? 'proprietary' : family)
  return at !== -1 ? [at, at] : openness === 'open' ? OPEN_UNSURE : UNSURE
}

/** Terms that name no licence cannot be approved or not. */
function approval(entry: LicenceEntry): Approval {
  if (entry.osi) return true
  return entry.openness === 'unknown' || (entry.openness === 'open' && entry.id.startsWith('LicenseRef-')) ? 'unknown' : false
}

const least = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.min(a[1], b[1])]
const most = (a: Span, b: Span): Span => [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
const both = (a: Span, b: Span): Span => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]
const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1]

const choice = (a: Reach, b: Reach): Reach => ({
  family: least(a.family, b.family),
  openness: least(a.openness, b.openness),
  osi: a.osi === true || b.osi === true ? true : a.osi === 'unknown' || b.osi === 'unknown' ? 'unknown' : false,
})
/** "Open source" beside a named licence adds nothing to it. */
const governing = (a: Span, b: Span): Span => (a === OPEN_UNSURE ? b : b === OPEN_UNSURE ? a : most(a, b))
const together = (a: Reach, b: Reach): Reach => ({
  family: governing(a.family, b.family),
  openness: most(a.openness, b.openness),
  osi: a.osi === false || b.osi === false ? false : a.osi === 'unknown' || b.osi === 'unknown' ? 'unknown' : true,
})
/** Choice or all together is not said: where that makes no difference to openness it is taken as a choice, else both are possible. */
const undecided = (a: Reach, b: Reach): Reach => {
  const free = choice(a, b)
  const bound = together(a, b)
  if (same(free.openness, bound.openness)) return free
  return {
    family: both(free.family, bound.family),
    openness: both(free.openness, bound.openness),
    osi: free.osi === bound.osi ? free.osi : 'unknown',
  }
}

const JOIN: Readonly<Record<JoinNode['kind'], (a: Reach, b: Reach) => Reach>> = { or: choice, and: together, either: undecided }

/** At least restricted is known to be not open, and is called so; anything wider is not known. */
function opennessOf([low, high]: Span): Openness {
  return low === high || low > 0 ? OPENNESS_SCALE[low]! : 'unknown'
}

function familyOf([low, high]: Span): Family {
  const at = isFamily(high) ? high : low >= RESTRICTED ? low : high
  return isFamily(at) ? (FAMILY_SCALE[at] as Family) : 'unknown'
}

function isFamily(at: number): boolean {
  return (FAMILIES as readonly string[]).includes(FAMILY_SCALE[at]!)
}

function rangeOf([low, high]: Span): Pick<Meaning, 'range'> {
  return low === high || same([low, high], ANY) ? {} : { range: [OPENNESS_SCALE[low]!, OPENNESS_SCALE[high]!] }
}
