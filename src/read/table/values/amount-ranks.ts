import { MAPPED } from '../columns/candidate.ts'
import { fold } from '../columns/fold.ts'
import { AMOUNT_KINDS, GUESSED, meaningOf, WHOLE, type AmountField } from '../columns/heading.ts'
import { distance, isOtherYear, yearsOf } from './amount-years.ts'
import type { AmountColumn } from './preference.ts'
import { ONCE } from './periods.ts'
import { unitOf } from './units.ts'

/** What a column is compared by beside the other columns of amounts. */
export interface Around {
  readonly columns: readonly AmountColumn[]
  /** The year that is to hold; without it the newest. */
  readonly year: number | undefined
  /** How many cells of a column are amounts. */
  readonly count: (column: AmountColumn) => number
}

/** Whether a mapping file chose a column: one that names them all, as it is written for a list, leaves the choice as it is. */
export function isChosen({ confidence }: AmountColumn, all: readonly AmountColumn[]): boolean {
  return confidence === MAPPED && all.some((other) => other.confidence !== MAPPED)
}

const KINDS = Object.keys(AMOUNT_KINDS)
/** A year that is filled less than so many times as often as another has hardly begun. */
const HARDLY = 4

/**
 * Where a column stands by what kind of amount it holds, 0 the most telling. What does not hold beside another column comes right
 * after it: what was agreed at first, another year, gross beside net in a book of invoices, what is due once beside what is due
 * every year, a guess beside whatever is known.
 */
export function kindRank(column: AmountColumn, around: Around): number {
  const behind = GIVING_WAY.flatMap((holding) => holding(column, around).map(({ field }) => KINDS.indexOf(field)))
  return Math.max(KINDS.indexOf(column.field), ...behind.map((kind) => kind + 0.5))
}

/** Each finds the columns that hold instead of this one. */
const GIVING_WAY: readonly ((column: AmountColumn, around: Around) => readonly AmountColumn[])[] = [
  (column, { columns }) => columns.filter((other) => isTotalOf(other, column)),
  (column, { columns }) => (isFirst(column, columns) ? columns.filter((other) => isCurrent(other, columns)) : []),
  (column, { columns }) => (isGuess(column) ? columns.filter((other) => OF_LINES.has(other.field) && !isGuess(other)) : []),
  (column, { columns }) => (isInvoiced(column, columns) && column.unit.basis !== 'net' ? columns.filter(isInvoicedNet) : []),
  (column, { columns }) => (isOnce(column, columns) ? columns.filter((other) => isRunning(other, columns)) : []),
  (column, around) => around.columns.filter((other) => other.field !== column.field && isNearer(other, column, around)),
  (column, { columns, year, count }) =>
    columns.filter((other) => holdsForAll(other, column, columns, year) && count(other) * HARDLY >= count(column)),
]

/** Whether a column holds, line by line, the sum of the parts of a year. */
export function isTotalOf({ index }: AmountColumn, { parts }: AmountColumn): boolean {
  return parts?.totalIn === index
}

/** Amounts of which a list may have the first and the current one. */
const AGREED: ReadonlySet<AmountField> = new Set(['contractValue', 'awardValue', 'amount'])
const FIRST = /(?<![a-z])(?:original|initial|ursprung|anfang)/

/** "Amendment value", "Nachtragsbetrag": what was added, and not what it came to. */
const CHANGE = /amend|chang|variation|extension|option|nachtrag|anderung|erweiterung|verlangerung/

/** Whether a column holds what was agreed before anything was changed: "Original value", "Auftragswert (ursprünglich)". */
function isFirst(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  return !isChosen(column, all) && AGREED.has(column.field) && FIRST.test(fold(column.heading))
}

function isCurrent(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  const { field, heading } = column
  return AGREED.has(field) && !isFirst(column, all) && !CHANGE.test(fold(heading)) && (field !== 'amount' || certainty(column) >= WHOLE)
}

/** Kinds that say what a line costs; ceilings and estimates do not. */
const OF_LINES: ReadonlySet<AmountField> = new Set<AmountField>([
  'contractValue',
  'awardValue',
  'payment',
  'amount',
  'annualValue',
  'unitPrice',
  'budget',
])

/** „Ergebnis EUR“: a word that nobody knows, with a currency or tax. "EUR" or "Netto" alone is no guess. */
function isGuess(column: AmountColumn): boolean {
  const found = meaningOf(nameOf(column))
  return found?.confidence === GUESSED && found.field === column.field && /[a-z]/.test(unitOf(fold(nameOf(column))).rest)
}

/** What stands in a book of invoices: „Rechnungsbetrag“, „Zahlbetrag“, „Brutto“. */
const INVOICED = /zahl|rechnung|invoice|paid|payment/

function isInvoiced(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  return !isChosen(column, all) && column.field === 'payment' && INVOICED.test(fold(column.heading))
}

function isInvoicedNet(column: AmountColumn): boolean {
  return (column.field === 'amount' || column.field === 'payment') && column.unit.basis === 'net' && !isGuess(column)
}

const AT_ONCE = new RegExp(
  `${ONCE.source}|(?<![a-z])(?:einrichtung|set-?up)|(?<![a-z0-9])(?:1\\. ?|erste[sn]? |im ersten |first )(?:vertrags)?(?:jahr|year)`,
)
const RUNNING = /(?<![a-z])(?:laufend|running|recurring|folgejahr)/

/** Whether a heading says that its amounts are due only once: "Einmalige Kosten", "Kosten 1. Jahr". */
function isOnce(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  return !isChosen(column, all) && AT_ONCE.test(fold(column.heading))
}

function isRunning(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  return !isOnce(column, all) && OF_LINES.has(column.field) && (column.field === 'annualValue' || RUNNING.test(fold(column.heading)))
}

/** Whether the year of another column is nearer to the one that is to hold, and has begun. */
function isNearer(other: AmountColumn, column: AmountColumn, { year, count }: Around): boolean {
  return (
    isOtherYear(column, other) &&
    !isGuess(other) &&
    distance(other, year) < distance(column, year) &&
    count(other) * HARDLY >= count(column)
  )
}

/** Whether a column of the wanted year holds instead of one that adds up several: „Kosten 2025–2027“, „Gesamt“ beside „2025“, „2026“. */
export function holdsForAll(other: AmountColumn, column: AmountColumn, all: readonly AmountColumn[], year: number | undefined): boolean {
  const [one, ...more] = yearsOf(other)
  const isOfIt = one !== undefined && one === year && more.length === 0 && (other.field === 'amount' || other.field === column.field)
  return isOfIt && other.unit.basis === column.unit.basis && !isChosen(column, all) && isOfSeveralYears(column, all)
}

function isOfSeveralYears(column: AmountColumn, all: readonly AmountColumn[]): boolean {
  const years = yearsOf(column)
  // "2025/2026" may be one that does not begin in January
  if (years.length > 0) return Math.max(...years) - Math.min(...years) > 1
  return isTotal(column) && all.some((one) => all.some((other) => isOtherYear(one, other)))
}

/** How sure the heading is, whatever a mapping file says. */
export function certainty(column: AmountColumn): number {
  return meaningOf(nameOf(column))?.confidence ?? 0
}

/** What a heading says beside the part of a year that it may name. */
function nameOf({ heading, partOfYear }: AmountColumn): string {
  return partOfYear?.name ?? heading
}

/** The column that adds up those of several years. */
export function isTotal({ heading }: AmountColumn): boolean {
  return meaningOf(heading)?.field === 'total'
}
