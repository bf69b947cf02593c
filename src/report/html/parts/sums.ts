import type { Basis } from '../../../model/audit.ts'
import type { Context } from '../context.ts'

/** What weighs on the basis, by who holds it, or as open: the sum of the entries' own figures. */
export function heldBy({ audit, weigh }: Context, basis: Basis): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const item of audit.items) {
    const weight = weigh(item, basis)
    if (weight === 0) continue
    const holder =
      item.licence.openness === 'open' ? 'open' : item.licence.openness === 'unknown' ? undefined : (item.controller?.id ?? item.maker?.id)
    if (holder !== undefined) sums.set(holder, (sums.get(holder) ?? 0) + weight)
  }
  return sums
}

/** The entries' sum where it is this share; a share alone has no more digits than it was rounded to. */
export function part(total: number, share: number, sum: number): number {
  return Math.round((sum / total) * 10_000) === Math.round(share * 10_000) ? sum : partOf(total, share)
}

/** A share of a whole as a number again. Shares have four decimals: more digits would be made up. */
function partOf(whole: number, share: number): number {
  const step = Math.max(1, 10 ** Math.ceil(Math.log10(whole / 10_000)))
  return Math.round((whole * share) / step) * step
}
