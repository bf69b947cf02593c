import type { Axis, Basis, LevelRange } from '../model/audit.ts'
import type { AxisId, LevelBounds } from '../model/policy.ts'

/** One thing that a level follows from; `by` names it as in docs/audit-json.md. */
export interface Reason extends LevelRange {
  readonly by: string
}

/** The worst of several reasons at either end, and the one of them that governs. */
export interface Judged extends LevelRange {
  readonly governing: Reason
}

/** The worst governs, at both ends; the one that is surely worst is named, of equals the first. */
export function judge(reasons: readonly Reason[]): Judged | undefined {
  const [first, ...others] = reasons
  if (first === undefined) return undefined
  let [best, worst, governing] = [first.best, first.worst, first]
  for (const reason of others) {
    best = Math.max(best, reason.best)
    worst = Math.max(worst, reason.worst)
    if (isGraver(reason, governing)) governing = reason
  }
  return { best, worst, governing }
}

/** For reasons without an order of their own: of equals the first by name governs, so that the order of items does not matter. */
export function judgeUnordered(reasons: Iterable<Reason>): Judged | undefined {
  let judged: Judged | undefined
  for (const reason of reasons) {
    const known = judged?.governing
    const governs = known === undefined || isGraver(reason, known) || (!isGraver(known, reason) && reason.by < known.by)
    judged = {
      best: Math.max(judged?.best ?? 1, reason.best),
      worst: Math.max(judged?.worst ?? 1, reason.worst),
      governing: governs ? reason : known,
    }
  }
  return judged
}

const isGraver = (a: LevelRange, b: LevelRange): boolean => a.best > b.best || (a.best === b.best && a.worst > b.worst)

/** What an axis comes to under given boundaries; no range where the inputs allow no level. */
export interface AxisJudgement {
  readonly byBasis: Readonly<Partial<Record<Basis, LevelRange>>>
  readonly range: LevelRange | undefined
  readonly governedBy: string
}

/** An axis that nothing is known about. */
export const NO_DATA: AxisJudgement = { byBasis: {}, range: { best: 1, worst: 5 }, governedBy: 'no-data' }
/** Facts, no level. */
export const NO_LEVEL: AxisJudgement = { byBasis: {}, range: undefined, governedBy: 'no-data' }

/** Of two bases the worse governs, at both ends. */
export function acrossBases(judged: readonly (readonly [Basis, Judged])[]): AxisJudgement {
  const whole = judge(judged.map(([, { best, worst, governing }]) => ({ best, worst, by: governing.by })))
  if (whole === undefined) return NO_LEVEL
  return {
    byBasis: Object.fromEntries(judged.map(([basis, { best, worst }]) => [basis, { best, worst }])),
    range: { best: whole.best, worst: whole.worst },
    governedBy: whole.governing.by,
  }
}

/** All boundaries moved by the margin: `stricter` makes levels worse, `milder` better. */
export function moved(bounds: LevelBounds, direction: 'stricter' | 'milder'): LevelBounds {
  const sign = direction === 'milder' ? 1 : -1
  const share = sign * bounds.margin.share
  const hhi = sign * bounds.margin.hhi
  const { wechselmoeglichkeit: w, gestaltungsfaehigkeit: [one, two, three, four] } = bounds // prettier-ignore
  return {
    ...bounds,
    wechselmoeglichkeit: { ...w, hhi: [w.hhi[0] + hhi, w.hhi[1] + hhi], largest: w.largest + share, layerShare: w.layerShare + share },
    gestaltungsfaehigkeit: [one - share, two - share, three - share, four - share],
    einfluss: bounds.einfluss + share,
  }
}

/** The axis as it is, and as it would be just beyond each margin. */
export interface NudgedAxis {
  readonly id: AxisId
  readonly here: AxisJudgement
  readonly stricter: LevelRange | undefined
  readonly milder: LevelRange | undefined
}

export function nudged(id: AxisId, at: (bounds: LevelBounds) => AxisJudgement, bounds: LevelBounds): NudgedAxis {
  return { id, here: at(bounds), stricter: at(moved(bounds, 'stricter')).range, milder: at(moved(bounds, 'milder')).range }
}

export function axis({ id, here, stricter, milder }: NudgedAxis): Axis {
  const neighbour = neighbourOf(here.range, stricter) ?? neighbourOf(here.range, milder)
  return {
    id,
    best: here.range?.best ?? null,
    worst: here.range?.worst ?? null,
    byBasis: here.byBasis,
    governedBy: here.governedBy,
    borderline: neighbour !== undefined,
    ...(neighbour === undefined ? {} : { neighbour }),
    ...(neighbourOf(here.range, milder) === undefined ? {} : { milder: milder! }),
  }
}

/** The level on the other side of a boundary, if the margin reaches across one. */
function neighbourOf(here: LevelRange | undefined, there: LevelRange | undefined): number | undefined {
  if (here === undefined || there === undefined) return undefined
  if (there.worst !== here.worst) return there.worst
  return there.best === here.best ? undefined : there.best
}
