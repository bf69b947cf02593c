import type { LevelRange } from '../model/audit.ts'
import type { LevelBounds } from '../model/policy.ts'
import type { Layer } from '../model/register.ts'
import type { Base } from './bases.ts'
import type { BoundLevel } from './bindings.ts'
import { ALL_LAYERS, largestPrivate, squares, type LayerMeasure } from './concentration.ts'
import { reaches } from './interval.ts'
import { judge, NO_DATA, type AxisJudgement, type Reason } from './level.ts'
import { UNKNOWN_LAYER } from './standing.ts'

type Bounds = LevelBounds['wechselmoeglichkeit']

export interface SwitchingMeasure {
  /** The list that carries levels: spend, else lines. */
  readonly list: Base | undefined
  readonly layers: readonly LayerMeasure[]
  readonly governing: ReadonlySet<string>
  readonly bindings: BoundLevel | undefined
}

/** Can we switch? The worst layer of the list, at least what the bindings of the components say. */
export function wechselmoeglichkeit({ list, layers, governing, bindings }: SwitchingMeasure, bounds: LevelBounds): AxisJudgement {
  const limits = bounds.wechselmoeglichkeit
  const fromList = list === undefined || list.weighted < limits.minLines ? undefined : judge(reasons(layers, governing, limits))
  const components = bindings === undefined ? {} : { components: { best: bindings.level, worst: 5 } }
  if (list === undefined || fromList === undefined) {
    return bindings === undefined ? NO_DATA : { byBasis: components, range: { best: bindings.level, worst: 5 }, governedBy: bindings.by }
  }
  const { best, worst, governing: worstLayer } = fromList
  const atLeast = bindings?.level ?? 1
  return {
    byBasis: { ...components, [list.id]: { best, worst } },
    range: { best: Math.max(best, atLeast), worst: Math.max(worst, atLeast) },
    governedBy: bindings !== undefined && bindings.level > best ? bindings.by : worstLayer.by,
  }
}

function reasons(layers: readonly LayerMeasure[], governing: ReadonlySet<string>, limits: Bounds): Reason[] {
  const all = layers.find(({ layer }) => layer === ALL_LAYERS)?.total ?? 0n
  return layers
    .filter((measure) => governing.has(measure.layer) && (measure.critical || reaches(measure.total, all, limits.layerShare)))
    .map((measure) => ({ ...layerLevel(measure, limits), by: `layer:${measure.layer}` }))
}

/** The software layers, and the items of which the layer is not known. */
export const governingLayers = (layers: readonly Layer[]): ReadonlySet<string> =>
  new Set([...layers.filter(({ software }) => software).map(({ id }) => id), UNKNOWN_LAYER])

/** The level of one layer, from the top, at both ends of what is not known. */
export function layerLevel(measure: LayerMeasure, limits: Bounds): LevelRange {
  const { total, undecided } = measure
  const { low, high } = squares(measure)
  const largest = largestPrivate(measure)
  const dominates = (weight: bigint) => reaches(weight, total, limits.largest)
  return {
    best: dominates(largest) ? dominated(isSurelyLockedIn(measure, largest)) : byHhi(low, total, limits),
    worst: dominates(largest + undecided) ? dominated(mayBeLockedIn(measure, largest, limits)) : byHhi(high, total, limits),
  }
}

const dominated = (lockedIn: boolean): number => (lockedIn ? 5 : 4)

function byHhi(square: bigint, total: bigint, { hhi: [two, three] }: Bounds): number {
  const above = (limit: number) => square > BigInt(Math.round(limit)) * total * total
  return above(three) ? 3 : above(two) ? 2 : 1
}

/** Lock-in evidence on a vendor that stays the largest whoever the undecided weight belongs to. */
function isSurelyLockedIn({ holders, undecided }: LayerMeasure, largest: bigint): boolean {
  if (largest < undecided) return false
  return [...holders.values()].some(
    (candidate) =>
      candidate.lockIn &&
      candidate.privateWeight === largest &&
      [...holders.values()].every((other) => other === candidate || candidate.privateWeight >= other.privateWeight + undecided),
  )
}

/** Lock-in evidence on an undecided item, or on a vendor that would be the largest with all undecided weight. */
function mayBeLockedIn({ total, holders, undecided, undecidedLockIn }: LayerMeasure, largest: bigint, { largest: limit }: Bounds): boolean {
  if (undecidedLockIn) return true
  return [...holders.values()].some(
    ({ lockIn, privateWeight }) => lockIn && privateWeight + undecided >= largest && reaches(privateWeight + undecided, total, limit),
  )
}
