import type { Column } from '../columns/columns.ts'
import type { AmountField } from '../columns/heading.ts'
import type { AmountColumn } from './preference.ts'

/** How far a year is from the wanted one; those to come are farther than any that has been, and without it the newest is nearest. */
export function yearsApart(year: number, wanted: number | undefined): number {
  if (wanted === undefined) return -year
  return year <= wanted ? wanted - year : year
}

/** The same of the (first) year that a heading names. */
export function distance(column: AmountColumn, wanted: number | undefined): number {
  return yearsApart(yearsOf(column)[0] ?? NaN, wanted)
}

/** What was planned, what came of it, and amounts that may be either: of these one year's may stand beside another's. */
const OF_A_YEAR: ReadonlySet<AmountField> = new Set(['payment', 'amount', 'budget'])

/** The same amount for another year, planned or not: one of them is the list's, and the others do not stand in for it. */
export function isOtherYear(a: AmountColumn, b: AmountColumn): boolean {
  const isSame = a.field === b.field || (OF_A_YEAR.has(a.field) && OF_A_YEAR.has(b.field))
  const [one, other] = [yearsOf(a).join(), yearsOf(b).join()]
  return isSame && a.unit.basis === b.unit.basis && a.unit.perYear === b.unit.perYear && one !== '' && other !== '' && one !== other
}

/** The years that a heading names. */
export function yearsOf({ heading, partOfYear }: Pick<Column, 'heading' | 'partOfYear'>): readonly number[] {
  if (partOfYear?.year !== undefined) return [partOfYear.year]
  return (heading.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number)
}

/** Whether a heading says of which year its amounts are. */
export function namesYear(column: Pick<Column, 'heading'>): boolean {
  return yearsOf(column).length > 0
}
