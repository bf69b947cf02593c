import type { AmountConclusion, Dossier } from '../model/dossier.ts'

/** Whether an amount counts, else why not; what became of credits is told apart. */
export type AmountState =
  | 'counts'
  | 'missing'
  | 'beside'
  | Exclude<AmountConclusion['why'], undefined>
  /** Credits that reduced other amounts; those that left nothing of them; and what they left nothing of. */
  | 'set-off'
  | 'cancelling'
  | 'cancelled'

export function amountStateOf({ amount, counted }: Pick<Dossier, 'amount' | 'counted'>): AmountState {
  if (amount === undefined) return 'missing'
  if (amount.counts) return counted ? 'counts' : 'uncounted'
  return amount.why === 'credit' ? creditState(amount) : (amount.why ?? 'beside')
}

function creditState({ value, setOff }: AmountConclusion): AmountState {
  if (!value.startsWith('-')) return 'cancelled'
  if (setOff === undefined) return 'credit'
  return Number(setOff.left) > 0 ? 'set-off' : 'cancelling'
}
