import type { AmountConclusion } from '../../../model/dossier.ts'
import { decimalText, unitsOf, UNITS_PER_MAJOR } from '../../../model/money.ts'
import { amountStateOf, type AmountState } from '../../amount-state.ts'
import type { Context } from '../context.ts'

const WHY = [
  'expired',
  'not-begun',
  'uncounted',
  'credit',
  'cancelled',
  'cancelling',
  'kind',
  'currency',
  'placeholder',
] as const satisfies readonly AmountState[]

/**
 * Lines whose amount is in no sum, by the reason, and credits that the sums are less: as they are stated, so that the list's own
 * total can be followed. `null`: none. `amountless`: those as well that state no amount.
 */
export function leftOut({ audit, say, f }: Pick<Context, 'audit' | 'say' | 'f'>, amountless = true): string | null {
  const byState = Map.groupBy(
    audit.items.filter(({ line }) => line),
    amountStateOf,
  )
  const told = (state: (typeof WHY)[number] | 'set-off'): string[] => {
    const found = (byState.get(state) ?? []).flatMap(({ amount }) => amount ?? [])
    if (found.length === 0) return []
    const sums = [...Map.groupBy(found, ({ currency }) => currency)].map(([currency, all]) => f.money(sumOf(all), currency))
    return [`${say(`left-out.${state}`, { n: found.length })} (${sums.join(', ')})`]
  }
  const reasons = WHY.flatMap(told)
  const none = amountless ? (byState.get('missing')?.length ?? 0) : 0
  if (none > 0) reasons.push(say('left-out.none', { n: none }))
  const sentences = [
    ...told('set-off').map((which) => say('left-out.less', { which })),
    ...(reasons.length === 0 ? [] : [say('left-out', { which: reasons.join('; ') })]),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}

function sumOf(amounts: readonly AmountConclusion[]): string {
  const units = amounts.reduce((sum, { value }) => sum + (unitsOf(value) ?? 0n), 0n)
  return decimalText({ n: units, d: UNITS_PER_MAJOR }, 2)
}
