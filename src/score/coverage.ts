import type { Coverage } from '../model/audit.ts'
import type { Base, Bases } from './bases.ts'
import { fineRatio, isRound, ratio } from './interval.ts'
import { UNKNOWN_LAYER, type Standing } from './standing.ts'

/** What counts as known about an item. */
export const KNOWN: Readonly<Record<Exclude<Coverage['of'], 'amount'>, (standing: Standing) => boolean>> = {
  maker: ({ makerNamed, large, controller }) => makerNamed || (large === 'no' && controller === undefined),
  licence: ({ licenceKnown }) => licenceKnown,
  layer: ({ layer }) => layer !== UNKNOWN_LAYER,
}

/** Belegdichte: how much of each base's weight is known, and for how many lines there is a usable amount. It never improves a level. */
export function coverage({ components, spend, lines }: Bases): Coverage[] {
  const found: Coverage[] = []
  for (const base of [components, spend, lines]) if (base !== undefined) found.push(...ofBase(base))
  if (lines !== undefined)
    found.push({
      of: 'amount',
      basis: 'lines',
      ...(spend === undefined ? { known: 0 } : known(BigInt(spend.weighted), BigInt(spend.members.length))),
    })
  return found
}

function ofBase(base: Base): Coverage[] {
  return (['maker', 'licence', 'layer'] as const).map((of) => {
    const isKnown = KNOWN[of]
    const weight = base.kinds.reduce((sum, { standing, weight }) => (isKnown(standing) ? sum + weight : sum), 0n)
    return { of, basis: base.id, ...known(weight, base.total) }
  })
}

const known = (part: bigint, whole: bigint): Pick<Coverage, 'known' | 'exact'> => ({
  known: ratio(part, whole),
  ...(!isRound(part, whole) && { exact: fineRatio(part, whole) }),
})
