import type { Dossier } from '../../../model/dossier.ts'
import type { Context } from '../context.ts'
import { numberCell, small, type Cell } from '../table.ts'

/** The amount that counts, or why none does. */
export function amountCell({ say, term, f, audit }: Context, { amount }: Dossier): Cell {
  if (amount === undefined) return numberCell('–')
  const perYear = audit.spend?.unit === 'per-year' && amount.perYear !== undefined
  const value = perYear ? (amount.perYear ?? amount.value) : amount.value
  const beside = amount.counts ? [] : [small(amount.why === undefined ? say('amount.beside') : term('amount', amount.why))]
  return numberCell(f.money(value, perYear ? 'EUR' : amount.currency), Number(value), ...beside)
}
