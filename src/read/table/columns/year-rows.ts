import { isAmountField, meaningOf } from './heading.ts'
import { isYearHeading } from './year-headings.ts'

/** A heading of two rows, one of which has nothing but years: „2025 | | 2026 |“ above „Ansatz | Ist | Ansatz | Ist“, or below „Ansatz | Ansatz“. */
export function yearsJoin(upper: readonly string[], lower: readonly string[]): boolean {
  return areAbove(upper, lower) || areBelow(upper, lower)
}

/** The two as one heading; a year is that of the amounts below it and right of it, until the next. `undefined` where they do not belong together so. */
export function withYears(upper: readonly string[], lower: readonly string[]): string[] | undefined {
  const above = areAbove(upper, lower)
  if (!above && !areBelow(upper, lower)) return undefined
  let [year, group] = ['', '']
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [top, bottom] = [textAt(upper, index), textAt(lower, index)]
    if (top !== '') group = top
    if (!above) return bottom === '' ? top : `${group} / ${bottom}`
    if (isYearHeading(top)) year = top.slice(top.search(/\d/))
    // "2025 / Ergebnis": beside a plan the words of budgets are amounts, too
    return year !== '' && mayBeAmount(bottom) ? `${year} / ${bottom}` : bottom
  })
}

const textAt = (cells: readonly string[], index: number): string => (cells[index] ?? '').trim()
const isAmount = (heading: string): boolean => isAmountField(meaningOf(heading)?.field)
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
