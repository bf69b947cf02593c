import type { Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { isAmountField, meaningOf, type AmountField } from './heading.ts'
import type { Row } from '../table.ts'
import { saysNothing, shapeOf } from '../values/numbers.ts'
import { unitOf } from '../values/units.ts'

const YEAR = /^(?:19|20)\d\d$/
/** "2024", "2024/25", "HJ 2024", "2024 *". */
const YEAR_ONLY = /^(?:(?:haushaltsjahr|geschaftsjahr|jahr|hj|gj|fy) ?)?(?:19|20)\d\d(?: ?[/-] ?(?:(?:19|20)\d\d|\d\d))? ?\*{0,3}$/
/** Where a title goes on with whose or what for: "Ausgaben für Lizenzen". */
const GOES_ON = / (?:fur|an|von|der|des|im|in|aus|nach|je|bei|durch|for|of|on|by|per) |[(:,]/
const SURE = 0.6

/**
 * Columns headed by nothing but a year hold what the lines above the heading say ("Ausgaben für Lizenzen (in T€)"), else amounts
 * where all of their first cells name a currency.
 */
export function yearColumns(candidates: readonly Candidate[], above: readonly string[], first: readonly Row[]): readonly Candidate[] {
  const isOpen = ({ field, heading }: Candidate): boolean => field === undefined && isYearHeading(heading)
  if (!candidates.some(isOpen)) return candidates
  const cells = candidates.filter(isOpen).flatMap(({ index }) => first.map((row) => (row.cells[index] ?? '').trim()))
  const field = saidAbove(above) ?? (areAmounts(cells) ? 'amount' : undefined)
  return field === undefined || field === 'count'
    ? candidates
    : candidates.map((one) => (isOpen(one) ? { ...one, field, confidence: SURE, german: true } : one))
}

function areAmounts(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => !saysNothing(cell))
  return said.length > 0 && said.every((cell) => shapeOf(cell)?.currency !== undefined)
}

/** Whether a heading says nothing but a year. */
export const isYearHeading = (heading: string): boolean => YEAR_ONLY.test(fold(heading))

export type SaidAbove = AmountField | 'count' | undefined

/** What the numbers of a list are, by the nearest line above it that tells; pieces, if any line says so. */
export function saidAbove(above: readonly string[]): SaidAbove {
  const said = above.toReversed().map(whatIs)
  if (said.includes('count')) return 'count'
  return said.find((what) => what !== undefined && what !== 'money' && what !== 'count') ?? (said.includes('money') ? 'amount' : undefined)
}

function whatIs(line: string): SaidAbove | 'money' {
  const folded = fold(line)
  if (/^(?:an)?zahl |^number |lizenzzahl/.test(folded)) return 'count'
  const field = [folded.split(GOES_ON)[0]!, line].map((text) => meaningOf(text)?.field).find(isAmountField)
  if (field !== undefined) return field
  const { currency, shift } = unitOf(folded).unit
  return currency === undefined && shift === undefined ? undefined : 'money'
}

/** Years side by side head columns, each perhaps for several that stand below it or beside it; a year alone may be a cell of the first line. */
export function areYearsBeside(cells: readonly string[]): boolean {
  const years = cells.flatMap((cell, index) => (YEAR.test(cell.trim()) ? [{ index, year: Number(cell) }] : []))
  const follows = (at: number): boolean => {
    const [one, next] = [years[at - 1]!, years[at]!]
    const between = cells.slice(one.index + 1, next.index)
    return between.every((cell) => cell.trim() === '') && Math.abs(next.year - one.year) <= 1
  }
  return new Set(years.map(({ year }) => year)).size >= 2 && years.every((_, at) => at === 0 || follows(at))
}

export function isYear(cell: string): boolean {
  return YEAR.test(cell.trim())
}
