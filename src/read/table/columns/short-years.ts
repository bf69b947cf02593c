import { isAmountField } from './heading.ts'
import { fold } from './fold.ts'
import type { Candidate } from './candidate.ts'

/** „Kosten 25“, „Ansatz '26“, „Plan HH 27“. */
const SHORT = /^(.*[a-z.)€'’ ])([23]\d)$/

/** Columns with one name and numbers that follow one another are those of years: „Kosten 25“ beside „Kosten 26“. */
export function shortYears(candidates: readonly Candidate[]): readonly Candidate[] {
  const named = candidates.flatMap((candidate) => {
    const [, name, year] = (isAmountField(candidate.field) && SHORT.exec(fold(candidate.heading))) || []
    return name === undefined ? [] : [{ candidate, name: PLAN_OR_RESULT.has(candidate.field) ? '' : name, year: 2000 + Number(year) }]
  })
  const told = new Map<Candidate, number>()
  for (const group of Map.groupBy(named, ({ name }) => name).values()) {
    const years = [...new Set(group.map(({ year }) => year))].sort((a, b) => a - b)
    if (years.length < 2 || years.some((year, at) => year !== years[0]! + at)) continue
    for (const { candidate, year } of group) told.set(candidate, year)
  }
  return candidates.map((candidate) => (told.has(candidate) ? { ...candidate, year: told.get(candidate)! } : candidate))
}

/** Plans and results of a year may stand beside one another: „Ist 25“, „Ansatz 26“. */
const PLAN_OR_RESULT: ReadonlySet<Candidate['field']> = new Set<Candidate['field']>(['budget', 'payment'])
