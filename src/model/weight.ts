import type { Audit, Basis } from './audit.ts'
import type { Dossier } from './dossier.ts'

/** Weight of an item on a basis: a count, or EUR; 0 where it stands outside. */
export type Weigh = (item: Dossier, basis: Basis) => number

/** The bases of docs/scoring.md, as one function for everything that lists or sorts items by weight. */
export function weigher(audit: Pick<Audit, 'items' | 'spend'>): Weigh {
  const someDirect = audit.items.some((item) => isComponent(item) && item.relation === 'direct')
  const perYear = audit.spend?.unit === 'per-year'
  return (item, basis) => {
    if (basis === 'components') return isComponent(item) && (item.relation === 'direct' || !someDirect) ? 1 : 0
    if (item.line !== true || !item.counted) return 0
    return basis === 'lines' ? 1 : spendOf(item, perYear)
  }
}

function isComponent(item: Dossier): boolean {
  return item.line !== true && item.counted && item.relation !== 'root'
}

function spendOf({ amount }: Dossier, perYear: boolean): number {
  if (amount === undefined || !amount.counts) return 0
  const value = Number(perYear ? (amount.perYear ?? amount.value) : amount.value)
  return Number.isFinite(value) && value > 0 ? value : 0
}
