import type { Amount } from '../../../model/item.ts'
import { decimalText, NO_CURRENCY, unitsOf, UNITS_PER_MAJOR } from '../../../model/money.ts'

/** What amounts come to, in each currency: `1200.00 EUR, 50.00 GBP`. */
export function sumText(amounts: readonly Amount[]): string {
  const sums = new Map<string, bigint>()
  for (const { value, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + (unitsOf(value) ?? 0n))
  const shown = [...sums].map(([currency, units]) => {
    const value = decimalText({ n: units, d: UNITS_PER_MAJOR }, 2)
    return currency === NO_CURRENCY ? value : `${value} ${currency}`
  })
  return shown.sort().join(', ')
}
