import { MAPPED } from '../columns/candidate.ts'
import type { Column } from '../columns/columns.ts'
import { fold } from '../columns/fold.ts'
import { AMOUNT_KINDS, meaningOf, WHOLE, type AmountField } from '../columns/heading.ts'

/** A column with its place among the kept cells. */
export type Placed = Column & { readonly position: number }
export type AmountColumn = Placed & { readonly field: AmountField }

/**
 * The columns of amounts, the most telling first. `usable`: index of a column → how many of its cells are amounts. `year`: of
 * several years this one holds, else the newest before it; without it the newest.
 */
export function byPreference(columns: readonly AmountColumn[], usable: ReadonlyMap<number, number>, year?: number): AmountColumn[] {
  return columns
    .map((column) => ranked(column, columns, usable, year))
    .sort(preferred)
    .map(({ column }) => column)
}

interface Ranked {
  readonly column: AmountColumn
  /** By its kind; what was agreed at first comes after what holds now. */
  readonly kind: number
  /** Filled less than half as often as another of the same kind, less than a quarter as often as another year. */
  readonly sparse: boolean
  /** How many columns of other years come before it. */
  readonly behind: number
}

function ranked(column: AmountColumn, all: readonly AmountColumn[], usable: ReadonlyMap<number, number>, year: number | undefined): Ranked {
  const count = ({ index }: AmountColumn): number => usable.get(index) ?? 0
  const [years, others] = [all.filter((other) => isOtherYear(column, other)), all.filter((other) => isAlike(column, other))]
  return {
    column,
    kind: kindRank(column, all),
    sparse: others.some((other) => count(column) * (years.includes(other) ? 4 : 2) < count(other)),
    behind: years.filter((other) => distance(other, year) < distance(column, year)).length,
  }
}

const KINDS = Object.keys(AMOUNT_KINDS)
/** Amounts of which a list may have the first and the current one. */
const AGREED: ReadonlySet<AmountField> = new Set(['contractValue', 'awardValue', 'amount'])
const FIRST = /(?<![a-z])(?:original|initial|ursprung|anfang)/

/** "Amendment value", "Nachtragsbetrag": what was added, and not what it came to. */
const CHANGE = /amend|chang|variation|extension|option|nachtrag|anderung|erweiterung|verlangerung/

function kindRank(column: AmountColumn, all: readonly AmountColumn[]): number {
  const own = KINDS.indexOf(column.field)
  if (!isFirst(column)) return own
  const current = all.filter(isCurrent).map(({ field }) => KINDS.indexOf(field))
  return Math.max(own, ...current.map((kind) => kind + 0.5))
}

/** Whether a column holds what was agreed before anything was changed: "Original value", "Auftragswert (ursprünglich)". */
function isFirst({ field, heading, confidence }: AmountColumn): boolean {
  return confidence !== MAPPED && AGREED.has(field) && FIRST.test(fold(heading))
}

function isCurrent(column: AmountColumn): boolean {
  const { field, heading } = column
  return AGREED.has(field) && !isFirst(column) && !CHANGE.test(fold(heading)) && (field !== 'amount' || certainty(column) >= WHOLE)
}

function distance(column: AmountColumn, wanted: number | undefined): number {
  return yearsApart(Number.parseInt(yearsOf(column), 10), wanted)
}

/** How far a year is from the wanted one; those to come are farther than any that has been, and without it the newest is nearest. */
export function yearsApart(year: number, wanted: number | undefined): number {
  if (wanted === undefined) return -year
  return year <= wanted ? wanted - year : year
}

function preferred({ column: a, ...one }: Ranked, { column: b, ...other }: Ranked): number {
  const bases = ['net', undefined, 'unknown', 'gross']
  return (
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

/** How sure the heading is, whatever a mapping file says. */
function certainty({ heading }: AmountColumn): number {
  return meaningOf(heading)?.confidence ?? 0
}

/** The column that adds up those of several years. */
function isTotal({ heading }: AmountColumn): boolean {
  return meaningOf(heading)?.field === 'total'
}

function isAlike(a: AmountColumn, b: AmountColumn): boolean {
  return a.field === b.field && a.unit.basis === b.unit.basis && a.unit.perYear === b.unit.perYear
}

/** The same amount for another year: one of them is the list's, and the others do not stand in for it. */
export function isOtherYear(a: AmountColumn, b: AmountColumn): boolean {
  const [one, other] = [yearsOf(a), yearsOf(b)]
  return isAlike(a, b) && one !== '' && other !== '' && one !== other
}

function yearsOf({ heading }: Pick<Column, 'heading'>): string {
  return (heading.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).join()
}

/** Whether a heading says of which year its amounts are. */
export function namesYear(column: Pick<Column, 'heading'>): boolean {
  return yearsOf(column) !== ''
}
