import type { Audit, Basis } from './audit.ts'
import type { AmountConclusion, Dossier } from './dossier.ts'

/** Weight of an item on a basis: a count, or EUR; 0 where it stands outside. */
export type Weigh = (item: Dossier, basis: Basis) => number

/** The bases of docs/scoring.md as a function, for everything that lists, sorts or draws items by weight. Levels are not computed with it. */
export function weigher(audit: Pick<Audit, 'items' | 'spend'>): Weigh {
  const someDirect = audit.items.some((item) => item.line !== true && item.relation === 'direct' && isMeasured(item))
  const perYear = audit.spend?.unit === 'per-year'
  return (item, basis) => {
    if (!isMeasured(item) || (item.line === true) === (basis === 'components')) return 0
    if (basis === 'components') return someDirect && item.relation === 'transitive' ? 0 : 1
    return basis === 'lines' ? 1 : spendOf(item.amount, perYear)
  }
}

/** Roots, files and data never count; hardware and people's services stand beside the shares. */
function isMeasured({ counted, relation, licence }: Dossier): boolean {
  return counted && relation !== 'root' && licence.openness !== 'not-applicable'
}

/** EUR, net, after credits. An amount without a term is taken as one year. */
export function spendOf(amount: AmountConclusion | undefined, perYear: boolean): number {
  if (amount === undefined || !amount.counts) return 0
  const { value, setOff, euro } = amount
  const stated = euro ?? Number(value) * (setOff === undefined ? 1 : Number(setOff.left) / Number(setOff.of))
  const spend = Number(perYear ? (amount.perYear ?? stated) : stated)
  return Number.isFinite(spend) && spend > 0 ? spend : 0
}
