import type { Decimal } from './decimal.ts'
import type { AmountColumn } from './amount-column.ts'
import { NEVER } from './stated-numbers.ts'

/** Typed where a form asks for a number: 999999, 999999.99. */
const NINES = /^9{6,}(?:\.99)?$/
/** Beside amounts of this size nothing costs 1 or 9.99. */
const LARGE = 100

/** What is known of the amounts of a list. */
interface Amounts {
  /** Index of a column → its largest amount. */
  readonly largest: ReadonlyMap<number, number>
  /** Each row is a payment. */
  readonly payments: boolean
}

/** 0 and 0.01 never are what something costs; 1, the masked 9.99 and nothing but nines are not where other amounts are large, unless they were paid. */
export function isPlaceholder({ field, index }: AmountColumn, value: Decimal, { largest, payments }: Amounts): boolean {
  if (NEVER.has(value)) return true
  const isPaid = field === 'payment' || (field === 'amount' && payments)
  const isTyped = value === '1' || value === '9.99' || NINES.test(value)
  return isTyped && field !== 'unitPrice' && !isPaid && (largest.get(index) ?? 0) >= LARGE
}
