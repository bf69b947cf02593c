import type { AmountConclusion } from '../../../model/dossier.ts'
import { decimalText, unitsOf, UNITS_PER_MAJOR } from '../../../model/money.ts'
import type { Context } from '../context.ts'

const WHY = ['expired', 'credit', 'kind', 'currency', 'placeholder'] as const satisfies readonly NonNullable<AmountConclusion['why']>[]

/** Lines whose amount is in no sum, by the reason, as they are stated: with them the list's own total can be followed. `null`: none. */
export function leftOut({ audit, say, f }: Context): string | null {
  const lines = audit.items.filter(({ line }) => line)
  const reasons = WHY.flatMap((why) => {
    const found = lines.flatMap(({ amount }) => (amount !== undefined && !amount.counts && amount.why === why ? [amount] : []))
    if (found.length === 0) return []
    const sums = [...Map.groupBy(found, ({ currency }) => currency)].map(([currency, all]) => f.money(sumOf(all), currency))
    return [`${say(`left-out.${why}`, { n: found.length })} (${sums.join(', ')})`]
  })
  const none = lines.filter(({ amount }) => amount === undefined).length
  if (none > 0) reasons.push(say('left-out.none', { n: none }))
  return reasons.length === 0 ? null : say('left-out', { which: reasons.join('; ') })
}

function sumOf(amounts: readonly AmountConclusion[]): string {
  const units = amounts.reduce((sum, { value }) => sum + (unitsOf(value) ?? 0n), 0n)
  return decimalText({ n: units, d: UNITS_PER_MAJOR }, 2)
}
