import { highest } from '../../../model/many.ts'
import type { ColumnField } from './header-words.ts'
import { isAmountField, meaningOf } from './heading.ts'
import { isYearHeading } from './year-headings.ts'

/** A heading of two rows, one of which has nothing but years: „2025 | | 2026 |“ above „Ansatz | Ist | Ansatz | Ist“, or below „Ansatz | Ansatz“. */
export function yearsJoin(upper: readonly string[], lower: readonly string[]): boolean {
  return areAbove(upper, lower) || areBelow(upper, lower)
}

/**
 * The two as one heading; a year is that of the amounts below it and right of it, until the next. The last reaches no farther than the
 * others. `undefined` where they do not belong together so.
 */
export function withYears(upper: readonly string[], lower: readonly string[]): string[] | undefined {
  const above = areAbove(upper, lower)
  if (!above && !areBelow(upper, lower)) return undefined
  const reach = above ? reachOf(upper, lower) : 0
  let [year, group] = ['', '']
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [top, bottom] = [textAt(upper, index), textAt(lower, index)]
    if (top !== '') group = top
    if (!above) return bottom === '' ? top : `${group} / ${bottom}`
    if (isYearHeading(top)) year = top.slice(top.search(/\d/))
    // "2025 / Ergebnis": beside a plan the words of budgets are amounts, too
    return year !== '' && index < reach && mayBeAmount(bottom) ? `${year} / ${bottom}` : bottom
  })
}

/**
 * Where the columns end that belong to the last year. They are no more than another year has, and one that no other year has is an
 * amount of a year; a year alone has what stands beside it and may be such an amount.
 */
function reachOf(upper: readonly string[], lower: readonly string[]): number {
  const years = upper.flatMap((_, index) => (isYearHeading(textAt(upper, index)) ? [index] : []))
  const last = years.at(-1)!
  const widest = highest(years.slice(1).map((index, at) => index - years[at]!))
  const recurs = (heading: string): boolean => lower.slice(years[0], last).some((other) => other.trim() === heading)
  const isIt = (heading: string): boolean => isOfYear(heading) && (years.length === 1 || isAmount(heading))
  const end = lower.findIndex((_, index) => index > last && !recurs(textAt(lower, index)) && !isIt(textAt(lower, index)))
  const all = end < 0 ? lower.length : end
  return years.length === 1 ? all : Math.min(all, last + widest)
}

const textAt = (cells: readonly string[], index: number): string => (cells[index] ?? '').trim()
const isAmount = (heading: string): boolean => isAmountField(meaningOf(heading)?.field)
/** „Ergebnis“, which nobody knows, may be one; „Gesamtkosten“ is of no year that does not stand right above it. */
const isOfYear = (heading: string): boolean => heading !== '' && MAY_BE_OF_A_YEAR.has(meaningOf(heading)?.field)
const MAY_BE_OF_A_YEAR: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['payment', 'budget', 'amount', undefined])
/** „Ergebnis“ is one beside „Ansatz“ only. */
const mayBeAmount = (heading: string): boolean => heading !== '' && (isAmount(heading) || meaningOf(heading) === undefined)
const isYearWord = (cell: string): boolean => meaningOf(cell)?.field === 'year'

/** Indexes of the years in a row that has nothing else, but perhaps the word for them. */
function yearsIn(cells: readonly string[]): number[] {
  const filled = cells.flatMap((_, index) => (textAt(cells, index) === '' ? [] : [index]))
  const years = filled.filter((index) => isYearHeading(textAt(cells, index)))
  return years.length >= filled.length - 1 && filled.every((index) => years.includes(index) || isYearWord(textAt(cells, index)))
    ? years
    : []
}

function areAbove(upper: readonly string[], lower: readonly string[]): boolean {
  const years = yearsIn(upper)
  const known = lower.filter((cell) => cell.trim() !== '' && meaningOf(cell.trim()) !== undefined)
  return known.length >= 2 && headAmounts(years.map((index) => textAt(lower, index)))
}

/** A line of the list would say more than years. */
function areBelow(upper: readonly string[], lower: readonly string[]): boolean {
  const years = yearsIn(lower)
  const headed = (index: number): string => upper.slice(0, index + 1).findLast((cell) => cell.trim() !== '') ?? ''
  return years.length >= 2 && headAmounts(years.map((index) => headed(index).trim()))
}

const headAmounts = (headings: readonly string[]): boolean => headings.every(mayBeAmount) && headings.some(isAmount)
