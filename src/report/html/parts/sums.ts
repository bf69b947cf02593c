import type { Basis } from '../../../model/audit.ts'
import type { Dossier } from '../../../model/dossier.ts'
import type { Context } from '../context.ts'

/**
 * What weighs on the basis, by who surely holds it, as `open` (or made in-house) or as `unknown`: the sum of the entries' own figures. Of
 * a mixed product each part is where it belongs.
 */
export function heldBy({ audit, weigh }: Context, basis: Basis): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const add = (holder: string, weight: number) => weight > 0 && sums.set(holder, (sums.get(holder) ?? 0) + weight)
  for (const item of audit.items) {
    const weight = weigh(item, basis)
    if (weight === 0) continue
    const [open, unsure] = partsOf(item)
    add('open', weight * open)
    add('unknown', weight * unsure)
    add(holderOf(item) ?? 'unknown', weight * (1 - open - unsure))
  }
  return sums
}

function partsOf({ selfMade, openPart, licence: { openness, range } }: Dossier): readonly [open: number, unsure: number] {
  if (selfMade === true) return [1, 0]
  if (openPart !== undefined) return [openPart[0], openPart[1] - openPart[0]]
  if (openness === 'unknown' || range?.some((reading) => (reading === 'open') !== (openness === 'open')) === true) return [0, 1]
  return openness === 'open' ? [1, 0] : [0, 0]
}

/** Without a company on top only who is known to have none holds it. */
function holderOf({ control, controller, maker }: Dossier): string | undefined {
  if (control === 'controlled') return controller?.id
  return control === 'none' || maker?.publicHand === true ? maker?.id : undefined
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
