import type { Basis } from '../../../model/audit.ts'
import type { Context } from '../context.ts'

/** What weighs on the basis, by who holds it, or as open: the sum of the entries' own figures. Of a mixed product each part is where it belongs. */
export function heldBy({ audit, weigh }: Context, basis: Basis): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const add = (holder: string, weight: number) => weight > 0 && sums.set(holder, (sums.get(holder) ?? 0) + weight)
  for (const item of audit.items) {
    const weight = weigh(item, basis)
    if (weight === 0) continue
    const holder =
      item.licence.openness === 'open' ? 'open' : item.licence.openness === 'unknown' ? undefined : (item.controller?.id ?? item.maker?.id)
    const [sure, most] = item.openPart ?? [0, 0]
    add('open', weight * sure)
    if (holder !== undefined) add(holder, weight * (1 - most))
  }
  return sums
}

/** What a share is of a whole: as exactly as the share is known, else the entries' sum where it is this share. */
export function part(total: number, share: number, sum: number): number {
  if (!fourDecimals(share)) return total * share
  return Math.round((sum / total) * 10_000) === Math.round(share * 10_000) ? sum : partOf(total, share)
}

const fourDecimals = (share: number): boolean => Math.abs(share * 10_000 - Math.round(share * 10_000)) < 1e-6

/** A share of a whole as a number again. Shares have four decimals: more digits would be made up. */
function partOf(whole: number, share: number): number {
  const step = Math.max(1, 10 ** Math.ceil(Math.log10(whole / 10_000)))
  return Math.round((whole * share) / step) * step
}
