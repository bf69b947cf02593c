import type { Column } from '../columns/columns.ts'
import { fold } from '../columns/fold.ts'
import type { AmountField } from '../columns/heading.ts'
import { remembered, rememberedOf } from '../remember.ts'
import type { AmountColumn } from './amount-column.ts'

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
  const [one, other] = [yearsAndAmount(a), yearsAndAmount(b)]
  return one.years !== other.years && one.years !== '' && other.years !== '' && one.amount === other.amount
}

const yearsAndAmount = rememberedOf((column: AmountColumn) => ({ years: yearsOf(column).join(), amount: amountOf(column) }))

/** Whether two of the columns have the same amount for different years. */
export function haveSeveralYears(columns: readonly AmountColumn[]): boolean {
  const known = new Map<string, string>()
  return columns.some((column) => {
    const { years, amount } = yearsAndAmount(column)
    if (years === '') return false
    if (!known.has(amount)) known.set(amount, years)
    return known.get(amount) !== years
  })
}

/** What columns for different years have in common. */
function amountOf({ field, unit }: AmountColumn): string {
  return `${OF_A_YEAR.has(field) ? 'of a year' : field} ${unit.basis} ${unit.perYear}`
}

type Dated = Pick<Column, 'heading' | 'partOfYear' | 'year'>

/** The years that a heading names. */
export const yearsOf = rememberedOf(({ heading, partOfYear, year }: Dated): readonly number[] => {
  if (year !== undefined) return [year]
  return partOfYear?.year !== undefined ? [partOfYear.year] : yearsIn(heading)
})

const yearsIn = remembered((heading: string): readonly number[] => (heading.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number))

/** Whether a heading says of which year its amounts are. */
export function namesYear(column: Pick<Column, 'heading' | 'year'>): boolean {
  return yearsOf(column).length > 0
}

/** „Kosten (Stand 2026)“, „Preis ab 2024“: since when an amount holds, and not of which year it is. */
const SINCE =
  /(?<![a-z])(?:stand|stichtag|preisstand|seit|ab|vom|von|bis|per|as of|since|from|until|to)(?: (?:dem|der|jahr|januar|jan\.?|\d{1,2}\.)){0,3}[ :]*(?:\d{1,2}\.){0,2}(?:19|20)\d\d/

/** Whether a heading says that its amounts are those of one year: „Kosten 2026“, „Ansatz HJ 2025/26“. */
function isOfOneYear(column: Pick<Column, 'heading' | 'partOfYear' | 'year'>): boolean {
  return new Set(yearsOf(column)).size === 1 && !SINCE.test(fold(column.heading))
}

/** Indexes of the columns whose amounts are those of one year: by their own heading, or beside one of another year. */
export function ofOneYear(columns: readonly AmountColumn[]): ReadonlySet<number> {
  const isIt = (column: AmountColumn): boolean =>
    column.parts !== undefined || isOfOneYear(column) || columns.some((other) => isOtherYear(column, other))
  return new Set(columns.filter(isIt).map(({ index }) => index))
}
