import type { Item } from '../../../model/item.ts'
import { highest } from '../../../model/many.ts'
import type { PartReading } from '../together.ts'
import { yearsApart } from '../values/amount-years.ts'

interface SheetOfYear<S> {
  readonly sheet: S
  readonly year: number
  readonly items: readonly Item[]
}

/** Sheets that are one list for several years. */
export interface YearSheets<S> {
  readonly all: readonly SheetOfYear<S>[]
  /** The only one that counts; where all do, none. */
  readonly only?: SheetOfYear<S>
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
/** Share of the lines of which there must be another in another year, or that have to have a number. */
const MANY = 0.5
/** A year with less than this share of another's lines has hardly begun. */
const HARDLY = 0.25
/** What is stated for each year, and would be added up to no year's amount. */
const YEARLY: ReadonlySet<string> = new Set(['annual', 'budget'])

/**
 * Sheets whose names differ in nothing but the year, whose columns are the same and whose lines recur. Of amounts that are a year's
 * only those of one year count, as among columns of several years; others may be what was paid, and all count. Where most lines have
 * the number of a contract, that decides.
 */
export function yearSheets<S extends { readonly name: string; readonly reading: PartReading }>(
  sheets: readonly S[],
  asOf?: string,
): YearSheets<S>[] {
  const dated = sheets.flatMap((sheet) => {
    const years = sheet.name.match(YEAR) ?? []
    return years.length === 1 && sheet.reading.items.length > 0 ? [{ sheet, year: Number(years[0]), items: sheet.reading.items }] : []
  })
  const alike = Map.groupBy(dated, ({ sheet }) => `${sheet.name.replace(YEAR, '')}\n${JSON.stringify(sheet.reading.fields)}`)
  return [...alike.values()].filter(areOneList).map((all) => {
    const yearly = all.every(({ items }) => items.every(({ amount }) => amount === undefined || YEARLY.has(amount.kind)))
    return yearly ? { all, only: nearest(all, asOf) } : { all }
  })
}

function areOneList<S>(sheets: readonly SheetOfYear<S>[]): boolean {
  if (new Set(sheets.map(({ year }) => year)).size < Math.max(sheets.length, 2)) return false
  const items = sheets.flatMap((one) => one.items)
  const numbered = items.filter(({ said }) => said.contractNumber !== undefined)
  if (numbered.length >= items.length * MANY || items.every(({ amount }) => amount === undefined)) return false
  const ids = sheets.map((one) => new Set(one.items.map(({ id }) => id)))
  const recurring = sheets.flatMap((one, at) => one.items.filter(({ id }) => ids.some((other, index) => index !== at && other.has(id))))
  return recurring.length >= items.length * MANY
}

/** That of the wanted year, else the newest before it. */
function nearest<S>(sheets: readonly SheetOfYear<S>[], asOf: string | undefined): SheetOfYear<S> {
  const wanted = asOf === undefined ? undefined : Number(asOf.slice(0, 4))
  const most = highest(sheets.map(({ items }) => items.length))
  const begun = sheets.filter(({ items }) => items.length >= most * HARDLY)
  return begun.toSorted((a, b) => yearsApart(a.year, wanted) - yearsApart(b.year, wanted))[0]!
}
