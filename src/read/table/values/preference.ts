import { MAPPED } from '../columns/candidate.ts'
import type { AmountField } from '../columns/heading.ts'
import type { AmountColumn } from './amount-column.ts'
import {
  aroundOf,
  certainty,
  holdsForAll,
  isChosen,
  isOfAnotherYear,
  isOfThisYear,
  isTotal,
  kindRank,
  type Around,
} from './amount-ranks.ts'
import { distance, isOtherYear } from './amount-years.ts'

/**
 * The columns of amounts, the most telling first. `usable`: index of a column → how many of its cells are amounts. `year`: of
 * several years this one holds, else the newest before it; without it the newest.
 */
export function byPreference(columns: readonly AmountColumn[], usable: ReadonlyMap<number, number>, year?: number): AmountColumn[] {
  const around = aroundOf(columns, year, ({ index }) => usable.get(index) ?? 0)
  return columns
    .map((column) => ranked(column, around))
    .sort(preferred)
    .map(({ column }) => column)
}

/** Of the columns, the most telling first, those in which a line's amount is looked for: what only another year's states does not stand in. */
export function holding(columns: readonly AmountColumn[], year: number | undefined): AmountColumn[] {
  const around = aroundOf(columns, year)
  return columns.filter((column, index) => {
    const before = columns.slice(0, index)
    if (isOfAnotherYear(column, around) && before.some(isOfThisYear)) return false
    return !before.some((other) => isOtherYear(column, other) || holdsForAll(other, column, around))
  })
}

interface Ranked {
  readonly column: AmountColumn
  /** The mapping file says that this is what a line costs. */
  readonly mapped: boolean
  readonly kind: number
  /** Filled less than half as often as another of the same kind, less than a quarter as often as another year. */
  readonly sparse: boolean
  /** How many columns of other years come before it. */
  readonly behind: number
}

/** Kinds that say of themselves that they are not what a line costs, also where a mapping file names them. */
export const BESIDE: ReadonlySet<AmountField> = new Set<AmountField>(['unitPrice', 'frameworkMax', 'estimate'])

function ranked(column: AmountColumn, around: Around): Ranked {
  const { columns, count, year } = around
  const years = new Set(columns.filter((other) => isOtherYear(column, other)))
  const others = columns.filter((other) => isAlike(column, other))
  return {
    column,
    mapped: isChosen(column, around) && !BESIDE.has(column.field),
    kind: kindRank(column, around),
    sparse: others.some((other) => count(column) * (years.has(other) ? 4 : 2) < count(other)),
    behind: [...years].filter((other) => distance(other, year) < distance(column, year)).length,
  }
}

function preferred({ column: a, ...one }: Ranked, { column: b, ...other }: Ranked): number {
  const bases = ['net', undefined, 'unknown', 'gross']
  return (
    Number(other.mapped) - Number(one.mapped) ||
    one.kind - other.kind ||
    Number(b.confidence === MAPPED) - Number(a.confidence === MAPPED) ||
    bases.indexOf(a.unit.basis) - bases.indexOf(b.unit.basis) ||
    Number(isTotal(b)) - Number(isTotal(a)) ||
    Number(a.unit.foreignTo !== undefined) - Number(b.unit.foreignTo !== undefined) ||
    Number(one.sparse) - Number(other.sparse) ||
    one.behind - other.behind ||
    certainty(b) - certainty(a) ||
    a.index - b.index
  )
}

function isAlike(a: AmountColumn, b: AmountColumn): boolean {
  return a.field === b.field && a.unit.basis === b.unit.basis && a.unit.perYear === b.unit.perYear
}
