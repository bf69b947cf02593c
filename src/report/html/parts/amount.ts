import type { Dossier } from '../../../model/dossier.ts'
import { amountStateOf } from '../../amount-state.ts'
import type { Context } from '../context.ts'
import { numberCell, small, type Cell } from '../table.ts'

/** The amount that counts, or why none does. */
export function amountCell({ say, term, f, audit }: Context, item: Dossier): Cell {
  const { amount } = item
  if (amount === undefined) return numberCell('–')
  const perYear = audit.spend?.unit === 'per-year' && amount.perYear !== undefined
  const value = perYear ? (amount.perYear ?? amount.value) : amount.value
  // under a heading that says „im Jahr“ a sum without a term stands for what it is
  const whole = audit.spend?.unit === 'per-year' && !perYear ? [small(say('unit.as-stated'))] : []
  const beside = [...whole, ...(amount.counts ? [] : [small(term('amount', amountStateOf(item)))])]
  return numberCell(f.money(value, perYear ? 'EUR' : amount.currency), Number(value), ...beside)
}
