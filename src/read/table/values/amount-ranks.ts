import { MAPPED } from '../columns/candidate.ts'
import { CURRENT, FIRST } from '../columns/before-and-now.ts'
import { fold } from '../columns/fold.ts'
import { AMOUNT_KINDS, GUESSED, meaningOf, WHOLE, type AmountField } from '../columns/heading.ts'
import { distance, haveSeveralYears, isOtherYear, yearsOf } from './amount-years.ts'
import type { AmountColumn } from './amount-column.ts'
import { relativeYear } from '../columns/relative-year.ts'
import { rememberedOf } from '../remember.ts'
import { ONCE } from './periods.ts'
import { unitOf } from './units.ts'

/** What a column is compared by beside the other columns of amounts. */
export interface Around {
  readonly columns: readonly AmountColumn[]
  /** The year that is to hold; without it the newest. */
  readonly year: number | undefined
  /** How many cells of a column are amounts. */
  readonly count: (column: AmountColumn) => number
  /** What a mapping file says is a choice: one that names every column, as it is written for a list, leaves it as it is. */
  readonly choice: boolean
  /** Columns have the same amount for different years. */
  readonly years: boolean
}

export function aroundOf(columns: readonly AmountColumn[], year: number | undefined, count: Around['count'] = () => 0): Around {
  return { columns, year, count, choice: columns.some(({ confidence }) => confidence !== MAPPED), years: haveSeveralYears(columns) }
}

/** Whether a mapping file chose a column. */
export function isChosen({ confidence }: AmountColumn, { choice }: Around): boolean {
  return confidence === MAPPED && choice
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
  (column, around) => (isFirst(column, around) ? around.columns.filter((other) => isCurrent(other, around)) : []),
  (column, { columns }) => (isGuess(column) ? columns.filter((other) => OF_LINES.has(other.field) && !isGuess(other)) : []),
  (column, around) => (isInvoiced(column, around) && column.unit.basis !== 'net' ? around.columns.filter(isInvoicedNet) : []),
  (column, around) => (isOnce(column, around) ? around.columns.filter((other) => isRunning(other, around)) : []),
  (column, around) => (isOfAnotherYear(column, around) ? around.columns.filter((other) => isOfThisYear(other)) : []),
  (column, around) => around.columns.filter((other) => other.field !== column.field && isNearer(other, column, around)),
  (column, around) =>
    around.columns.filter((other) => holdsForAll(other, column, around) && around.count(other) * HARDLY >= around.count(column)),
]

/** „Kosten Folgejahr“, „Ist Vorjahr“: another year than that of the columns that say none. */
export function isOfAnotherYear(column: AmountColumn, around: Around): boolean {
  return !isChosen(column, around) && relativeYear(column.heading) === 'other'
}

export const isOfThisYear = (column: AmountColumn): boolean => OF_LINES.has(column.field) && relativeYear(column.heading) !== 'other'

/** Whether a column holds, line by line, the sum of the parts of a year. */
export function isTotalOf({ index }: AmountColumn, { parts }: AmountColumn): boolean {
  return parts?.totalIn === index
}

/** Amounts of which a list may have the first and the current one. */
const AGREED: ReadonlySet<AmountField> = new Set(['contractValue', 'awardValue', 'amount'])
/** "Amendment value", "Nachtragsbetrag": what was added, and not what it came to. */
const CHANGE = /amend|chang|variation|extension|option|nachtrag|anderung|erweiterung|verlangerung/

/** Whether a column holds what was agreed before anything was changed: "Original value", "Auftragswert (ursprünglich)". */
function isFirst(column: AmountColumn, around: Around): boolean {
  return !isChosen(column, around) && AGREED.has(column.field) && saysFirst(column)
}

const saysFirst = rememberedOf(({ heading }: AmountColumn) => FIRST.test(fold(heading)))

function isCurrent(column: AmountColumn, around: Around): boolean {
  return AGREED.has(column.field) && !isFirst(column, around) && saysCurrent(column)
}

const saysCurrent = rememberedOf((column: AmountColumn) => {
  const heading = fold(column.heading)
  return !CHANGE.test(heading) && (column.field !== 'amount' || certainty(column) >= WHOLE || CURRENT.test(heading))
})

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
const isGuess = rememberedOf((column: AmountColumn) => {
  const found = meaningOf(nameOf(column))
  return found?.confidence === GUESSED && found.field === column.field && /[a-z]/.test(unitOf(fold(nameOf(column))).rest)
})

/** What stands in a book of invoices: „Rechnungsbetrag“, „Zahlbetrag“, „Brutto“. */
const INVOICED = /zahl|rechnung|invoice|paid|payment/

function isInvoiced(column: AmountColumn, around: Around): boolean {
  return !isChosen(column, around) && column.field === 'payment' && INVOICED.test(fold(column.heading))
}

function isInvoicedNet(column: AmountColumn): boolean {
  return (column.field === 'amount' || column.field === 'payment') && column.unit.basis === 'net' && !isGuess(column)
}

const AT_ONCE = new RegExp(
  `${ONCE.source}|(?<![a-z])(?:einrichtung|set-?up)|(?<![a-z0-9])(?:1\\. ?|erste[sn]? |im ersten |first )(?:vertrags)?(?:jahr|year)`,
)
const RUNNING = /(?<![a-z])(?:laufend|running|recurring|folgejahr)/

/** Whether a heading says that its amounts are due only once: "Einmalige Kosten", "Kosten 1. Jahr". */
function isOnce(column: AmountColumn, around: Around): boolean {
  return !isChosen(column, around) && saysOnce(column)
}

const saysOnce = rememberedOf(({ heading }: AmountColumn) => AT_ONCE.test(fold(heading)))

function isRunning(column: AmountColumn, around: Around): boolean {
  return !isOnce(column, around) && OF_LINES.has(column.field) && (column.field === 'annualValue' || saysRunning(column))
}

const saysRunning = rememberedOf(({ heading }: AmountColumn) => RUNNING.test(fold(heading)))

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
export function holdsForAll(other: AmountColumn, column: AmountColumn, around: Around): boolean {
  const [one, ...more] = yearsOf(other)
  const isOfIt = one !== undefined && one === around.year && more.length === 0
  const isLike = (other.field === 'amount' || other.field === column.field) && other.unit.basis === column.unit.basis
  return isOfIt && isLike && !isChosen(column, around) && isOfSeveralYears(column, around)
}

function isOfSeveralYears(column: AmountColumn, { years: several }: Around): boolean {
  const years = yearsOf(column)
  // "2025/2026" may be one that does not begin in January
  return years.length > 0 ? Math.max(...years) - Math.min(...years) > 1 : several && isTotal(column)
}

/** How sure the heading is, whatever a mapping file says. */
export const certainty = rememberedOf((column: AmountColumn): number => meaningOf(nameOf(column))?.confidence ?? 0)

/** What a heading says beside the part of a year that it may name. */
function nameOf({ heading, partOfYear }: AmountColumn): string {
  return partOfYear?.name ?? heading
}

/** The column that adds up those of several years. */
export const isTotal = rememberedOf(({ heading }: AmountColumn): boolean => meaningOf(heading)?.field === 'total')
