import type { Amount } from '../../../model/item.ts'
import { MAPPED } from '../columns/candidate.ts'
import { AMOUNT_KINDS } from '../columns/heading.ts'
import { dividedBy, times, type Decimal } from './decimal.ts'
import type { PerYear } from './periods.ts'
import { namesYear } from './amount-years.ts'
import type { AmountColumn } from './amount-column.ts'

export type Interval = PerYear | 'unread' | undefined

/** What is stated of an amount beside its number. */
interface Stated {
  readonly column: AmountColumn
  /** Said by its cell. */
  readonly perYear: PerYear | undefined
  /** By how long it is for, and so only where nothing says how often it is due. */
  readonly bySpan?: boolean
  /** Said by the column `interval` of its row; `unread`: in words that are not understood. */
  readonly interval: Interval
  /** Of the price of one piece: how many there are. */
  readonly count: Decimal | undefined
  /** It is that of one year: others have other years, or it is added up of parts of one. */
  readonly ofYear?: boolean
}

/** Kinds that stay what they are, however often the amount is due. */
const NO_SPENDING: ReadonlySet<Amount['kind']> = new Set(['framework-max', 'estimate', 'budget'])

/** Kinds that stay what they are where a heading says of which year they are; no term spreads them then. */
export const SPREAD_OVER_NO_TERM: ReadonlySet<Amount['kind']> = new Set(['payment', 'budget'])

/** Amounts of a whole contract. */
const WHOLE: ReadonlySet<AmountColumn['field']> = new Set<AmountColumn['field']>(['contractValue', 'awardValue'])

/** What is due each year, whatever its cell says of how long. */
const ANNUAL: ReadonlySet<AmountColumn['field']> = new Set<AmountColumn['field']>(['annualValue'])

interface Yearly {
  readonly value: Decimal
  readonly kind: Amount['kind']
  /** Its row says how often it is due, and so it is counted. */
  readonly byRow: boolean
  /** Its row says so, but it is the amount of the whole contract. */
  readonly whole: boolean
  /** It is annual, for its column is one of a year. */
  readonly byYear: boolean
}

/** Whether it is said how often an amount is due, and nobody knows what that means. */
export function isUnread(said: Stated): boolean {
  return said.interval === 'unread' && said.perYear === undefined && said.column.unit.perYear === undefined && takesInterval(said)
}

/** An amount a year where cell, heading or row say how often it is due, and what kind of amount that makes it. */
export function yearly(value: Decimal, said: Stated): Yearly {
  const { column, count } = said
  const interval = said.interval === 'unread' ? undefined : said.interval
  const bySpan = said.bySpan === true && (column.unit.perYear !== undefined || interval !== undefined || ANNUAL.has(column.field))
  const stated = (bySpan ? undefined : said.perYear) ?? column.unit.perYear
  const byRow = stated === undefined && interval !== undefined && takesInterval(said)
  const perYear = stated ?? (byRow ? interval : undefined)
  const own = AMOUNT_KINDS[column.field]
  const whole = stated === undefined && !byRow && (interval ?? 0) > 0 && WHOLE.has(column.field)
  const how = { byRow, whole, byYear: false }
  if (column.field === 'unitPrice' && count === undefined) return { value, kind: own, ...how, byRow: false }
  const all = count === undefined ? value : times(value, count)
  const kind = count === undefined || NO_SPENDING.has(own) ? own : 'contract'
  if (perYear === 0) return { value: all, kind: kind === 'annual' || kind === 'unknown' ? 'contract' : kind, ...how }
  if (perYear !== undefined) return { value: inAYear(all, perYear), kind: NO_SPENDING.has(kind) ? kind : 'annual', ...how }
  return isOfYear(said, kind) ? { value: all, kind: 'annual', ...how, byYear: true } : { value: all, kind, ...how }
}

/** Words for what is agreed as a whole, whatever year stands beside them: „Auftragswert 2025“. */
const AGREED = /auftrag|vertrag|abruf|bestell|laufzeit|contract|order|commitment/i

/** „Gesamtkosten 2026“ are what that year costs in all, unless a mapping file says that they are those of the contract. */
function isOfYear({ column, count, ofYear }: Stated, kind: Amount['kind']): boolean {
  if (ofYear !== true || count !== undefined) return false
  return kind === 'unknown' || (column.field === 'contractValue' && column.confidence !== MAPPED && !AGREED.test(column.heading))
}

function inAYear(value: Decimal, perYear: PerYear): Decimal {
  return Number.isInteger(perYear) ? times(value, String(perYear)) : dividedBy(times(value, '12'), Math.round(12 / perYear))
}

/** "Gesamtkosten" and "Kosten 2026" are totals, though they may be paid every month. */
function takesInterval({ column, count, ofYear }: Stated): boolean {
  return ofYear !== true && !namesYear(column) && (column.field === 'amount' || count !== undefined)
}
