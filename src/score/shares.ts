import { SHARES, type Share, type ShareId } from '../model/audit.ts'
import { partOf, sizeOf, type Base, type Bases } from './bases.ts'
import { interval, order } from './interval.ts'
import type { Standing } from './standing.ts'

/** Low and high part of an item that lies in a share. */
type Parts = readonly [low: bigint, high: bigint]

const closedParts = ({ closed, unsure }: Standing): Parts => [closed, closed + unsure]
const openParts = ({ open, unsure }: Standing): Parts => [open, open + unsure]

/** Of the parts, those under a large vendor: none, all, or perhaps all. */
function ofLargeVendors({ large }: Standing, [low, high]: Parts): Parts {
  if (large === 'no') return [0n, 0n]
  return large === 'yes' ? [low, high] : [0n, high]
}

/** What of an item lies in each share, in parts of 10,000. */
export const IN_SHARE: Readonly<Record<ShareId, (standing: Standing) => Parts>> = {
  'large-vendors': (standing) => ofLargeVendors(standing, closedParts(standing)),
  proprietary: closedParts,
  open: openParts,
  'vendor-steered-open': (standing) => ofLargeVendors(standing, openParts(standing)),
}

/** Every share on every base that is there. */
export function shares({ components, transitive, spend, lines }: Bases, nameOf: (id: string) => string): Share[] {
  return [components, spend, lines]
    .filter((base) => base !== undefined)
    .flatMap((base) => SHARES.map((id) => share(id, base, base.id === 'components' ? transitive : undefined, nameOf)))
}

function share(id: ShareId, base: Base, transitive: Base | undefined, nameOf: (id: string) => string): Share {
  const tally = tallyOf(base, IN_SHARE[id])
  const beside = transitive === undefined ? undefined : tallyOf(transitive, IN_SHARE[id])
  return {
    id,
    basis: base.id,
    ...interval(tally.low, tally.high, base.total),
    of: sizeOf(base),
    parts: parts(tally, base.total, nameOf),
    ...(transitive === undefined || beside === undefined
      ? {}
      : { transitive: { ...interval(beside.low, beside.high, transitive.total), of: sizeOf(transitive) } }),
  }
}

interface Tally {
  low: bigint
  high: bigint
  /** What an unknown controller may hold: anybody's. */
  anybodys: bigint
  readonly byController: Map<string, { low: bigint; high: bigint }>
}

function tallyOf({ kinds }: Base, inShare: (standing: Standing) => Parts): Tally {
  const tally: Tally = { low: 0n, high: 0n, anybodys: 0n, byController: new Map() }
  for (const { standing, weight } of kinds) {
    const [lowParts, highParts] = inShare(standing)
    if (highParts === 0n) continue
    const [low, high] = [partOf(weight, lowParts), partOf(weight, highParts)]
    tally.low += low
    tally.high += high
    const { controller } = standing
    if (standing.large === 'unknown') tally.anybodys += high
    if (controller === undefined) continue
    const held = tally.byController.get(controller.id)
    if (held === undefined) tally.byController.set(controller.id, { low, high })
    else {
      held.low += low
      held.high += high
    }
  }
  return tally
}

function parts({ byController, anybodys }: Tally, total: bigint, nameOf: (id: string) => string): Share['parts'] {
  return [...byController]
    .sort(([a, x], [b, y]) => order(y.low, x.low) || order(y.high, x.high) || order(a, b))
    .map(([id, { low, high }]) => ({ id, name: nameOf(id), ...interval(low, high + anybodys, total) }))
}
