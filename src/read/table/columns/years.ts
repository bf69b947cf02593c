import { Postings, tellsPosting } from '../rows/postings.ts'
import type { KeptRow } from '../rows/rows.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { isAmountField } from './heading.ts'

const YEAR = /^((?:19|20)\d\d)(?: ?[/-] ?(?:(?:19|20)\d\d|\d\d))?$/

/** The year that a cell says, of two the first. */
export function yearOf(cell: string): number | undefined {
  const year = YEAR.exec(cell)?.[1]
  return year === undefined ? undefined : Number(year)
}

const MOST = 0.9
/** Share of the rows of which there must be another for another year. */
const MANY = 0.5
/** More are years of something else. */
const MOST_YEARS = 30

/**
 * Whether the rows of a list are those of several years. In a budget that states the same postings for each only one of the
 * years may count; in a list of anything else they may be what was paid, and the years are only told.
 */
export function fiscalYears(candidates: readonly Candidate[], needed: readonly number[], rows: readonly KeptRow[]): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.field !== 'year' || candidate.confidence === MAPPED) return candidate
    const found = yearsIn(candidate, candidates, needed, rows)
    const isAmong = isBudget(candidates)
    if (found !== undefined && found.recur && isAmong) return candidate
    const summed = found !== undefined && (found.recur || isAmong) ? { summed: found.years } : {}
    return { ...candidate, field: undefined, confidence: 0, ...summed }
  })
}

function yearsIn(column: Candidate, candidates: readonly Candidate[], needed: readonly number[], rows: readonly KeptRow[]) {
  if (!candidates.some(({ field }) => isAmountField(field))) return undefined
  const positions = candidates.filter(({ field }) => tellsPosting(field)).map(({ index }) => needed.indexOf(index))
  const [of, position] = [new Map<number, Postings>(), needed.indexOf(column.index)]
  let [filled, told] = [0, 0]
  for (const row of rows) {
    const year = yearOf(row.cells[position]!)
    if (row.cells[position] !== '') filled++
    if (year === undefined) continue
    told++
    const known = of.get(year) ?? new Postings(positions)
    if (of.size < MOST_YEARS) of.set(year, known)
    known.add(row)
  }
  if (of.size < 2 || of.size === MOST_YEARS || told < filled * MOST) return undefined
  const all = [...of.values()]
  const recurring = all.reduce((sum, one) => sum + one.recurring(all.filter((other) => other !== one)), 0)
  return { years: [...of.keys()].sort((a, b) => a - b), recur: recurring >= told * MANY }
}

/** It tells income from spending, or plans from results, or has no amounts but planned ones and what came of them. */
function isBudget(candidates: readonly Candidate[]): boolean {
  const amounts = candidates.filter(({ field }) => isAmountField(field))
  return candidates.some(({ field }) => field === 'flow' || field === 'stage') || areOfBudgets(amounts)
}

function areOfBudgets(amounts: readonly Candidate[]): boolean {
  const planned = amounts.filter(({ field }) => field === 'budget')
  return (
    planned.length === amounts.length || (planned.length > 0 && amounts.every(({ field }) => field === 'budget' || field === 'payment'))
  )
}
