import type { Audit } from '../../model/audit.ts'
import type { NumberedFinding } from '../../model/numbering.ts'

/** Items of one finding that are listed with their evidence, and of all findings together; the rest is counted and stands in appendix A. */
export const OF_ONE = 50
const OF_ALL = 400

/** Which items these are: the heaviest of each finding, the gravest finding first. */
export function shownItems(numbered: readonly NumberedFinding[]): ReadonlySet<number> {
  const shown = new Set<number>()
  for (const { items } of numbered) {
    for (const item of items.slice(0, OF_ONE)) {
      if (shown.size === OF_ALL) return shown
      shown.add(item)
    }
  }
  return shown
}

/** Rows of appendix A: of items with a finding, and of others. With more the page would be slow to open. */
const FLAGGED = 2500
const UNFLAGGED = 2000
/** Items named for one bound service. */
export const OF_SERVICE = 5

/** The items that have a row in appendix A, and how many have none. */
export interface Listed {
  readonly items: ReadonlySet<number>
  readonly flagged: number
  readonly flaggedLeft: number
  readonly others: number
  readonly othersLeft: number
}

/** What the page points to comes first: evidence, bound services; then findings, the gravest first; then the first others. */
export function listedItems({ items, boundServices }: Audit, numbered: readonly NumberedFinding[], shown: ReadonlySet<number>): Listed {
  const bound = boundServices.flatMap((service) => service.items.slice(0, OF_SERVICE))
  const listed = new Set([...shown, ...bound])
  const flagged = new Set([...bound, ...boundServices.flatMap((service) => service.items)])
  for (const found of numbered) {
    for (const item of found.items) {
      flagged.add(item)
      if (listed.size < FLAGGED) listed.add(item)
    }
  }
  const flaggedLeft = flagged.size - listed.size
  let others = 0
  for (let index = 0; index < items.length && others < UNFLAGGED; index++) {
    if (flagged.has(index)) continue
    listed.add(index)
    others += 1
  }
  return { items: listed, flagged: flagged.size, flaggedLeft, others, othersLeft: items.length - flagged.size - others }
}
