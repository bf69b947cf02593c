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
