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
const SIDE_BY_SIDE: ReadonlySet<AmountField> = new Set(['payment', 'amount', 'budget'])

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
  return `${SIDE_BY_SIDE.has(field) ? 'of a year' : field} ${unit.basis} ${unit.perYear}`
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
  return yearsOf(column).length > 0 && !saysSince(column)
}

/** „Kosten (Stand 2026)“, „Preis ab 2024“: since when an amount holds, and not of which year it is. */
const SINCE =
  /(?<![a-z])(?:stand|stichtag|preisstand|seit|ab|vom|von|bis|per|as of|since|from|until|to)(?: (?:dem|der|jahr|januar|jan\.?|\d{1,2}\.)){0,3}[ :]*(?:\d{1,2}\.){0,2}(?:19|20)\d\d/

const saysSince = rememberedOf(({ heading }: Pick<Column, 'heading'>) => SINCE.test(fold(heading)))

/** What is bought or decided in a year, whatever it costs then: „Kaufpreis 2023“, „Summe (Ausschreibung 2024)“; „Einkauf 2025“ is what a year costs. */
const BOUGHT =
  /(?<!ein)kauf|(?:be|an)schaff(?!ungsvolumen)|ausschreib|vergabe|angebot|zuschlag|erwerb|beschluss|purchase|tender|award|acqui|quotation/
/** „Betrag (Vertrag 2023)“, but not „Vertragskosten 2026“. */
const AGREED_IN =
  /(?:auftrag|vertrag|abruf|bestellung|contract|order|commitment)(?:s?jahr)?[ :(]*(?:(?:vom|von|aus|of|from|in) )?(?:19|20)\d\d/

/** Whether a heading says that its amounts are those of one year: „Kosten 2026“, „Ansatz HJ 2025/26“. */
function isOfOneYear(column: Pick<Column, 'heading' | 'partOfYear' | 'year'>): boolean {
  const heading = fold(column.heading)
  return new Set(yearsOf(column)).size === 1 && !BOUGHT.test(heading) && !AGREED_IN.test(heading)
}

/** Index of a column whose amounts are those of one year → whether its heading alone says so, beside none of another year. */
export type OfOneYear = ReadonlyMap<number, { readonly byHeading: boolean }>

/** The columns whose amounts are those of one year. `begins`: the years in which what the rows are about begins; nothing costs anything before. */
export function ofOneYear(columns: readonly AmountColumn[], begins: () => readonly number[]): OfOneYear {
  const found = new Map<number, { readonly byHeading: boolean }>()
  for (const column of columns) {
    const byHeading = column.parts === undefined && !columns.some((other) => isOtherYear(column, other))
    const isIt = byHeading ? isOfOneYear(column) && hasBegun(yearsOf(column)[0]!, begins()) : true
    if (isIt && (column.parts !== undefined || !saysSince(column))) found.set(column.index, { byHeading })
  }
  return found
}

/** Whether a year is not before the begin of most. */
function hasBegun(year: number, begins: readonly number[]): boolean {
  const later = begins.filter((begin) => begin > year).length
  return later === 0 || later * 2 < begins.length
}
