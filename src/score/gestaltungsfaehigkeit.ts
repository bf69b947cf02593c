import type { Basis } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { LevelBounds } from '../model/policy.ts'
import { bindingReason } from './bindings.ts'
import { partOf, type Base } from './bases.ts'
import { reaches } from './interval.ts'
import { acrossBases, judge, judgeUnordered, type AxisJudgement, type Judged, type Reason } from './level.ts'
import { PARTS, reasonOf, type Measured, type Standing } from './standing.ts'

/** How much of one base can be shaped, before any boundary is applied to it. */
export interface ShapingMeasure {
  readonly basis: Basis
  readonly total: bigint
  readonly openLow: bigint
  readonly openHigh: bigint
  /** What single items rule out, whatever the share is. */
  readonly items: Judged | undefined
}

/** With any part that is not open, level 1 is out of reach. */
const NOT_ALL_OPEN = 2
/** With a critical item that is not open, or a bound service, it cannot be better than this. */
const CRITICAL_NOT_OPEN = 3

/** `reaching` are the items of the base at any depth: the base itself, and on components the transitive ones too. */
export function measureShaping(base: Base, reaching: readonly Measured[]): ShapingMeasure {
  let openLow = 0n
  let openHigh = 0n
  for (const { standing, weight } of base.kinds) {
    openLow += partOf(weight, standing.open)
    openHigh += partOf(weight, standing.open + standing.unsure)
  }
  return { basis: base.id, total: base.total, openLow, openHigh, items: judgeUnordered(restraints(reaching, base.id)) }
}

function* restraints(reaching: readonly Measured[], basis: Basis): Generator<Reason> {
  for (const { dossier, standing } of reaching) {
    if (standing.open !== PARTS) {
      if (standing.critical) yield notOpen(standing, dossier, CRITICAL_NOT_OPEN)
      else if (basis === 'components') yield notOpen(standing, dossier, NOT_ALL_OPEN)
    }
    if (dossier.binding?.portable === 'no') yield { best: CRITICAL_NOT_OPEN, worst: CRITICAL_NOT_OPEN, by: bindingReason(dossier.binding) }
  }
}

const notOpen = ({ closed }: Standing, dossier: Dossier, level: number): Reason => ({
  best: closed > 0n ? level : 1,
  worst: level,
  by: reasonOf(dossier),
})

/** Can we shape? The open share, held back by what is critical and closed. */
export function gestaltungsfaehigkeit(measures: readonly ShapingMeasure[], bounds: LevelBounds): AxisJudgement {
  return acrossBases(
    measures.map((measure) => {
      const share = { best: levelOf(measure.openHigh, measure, bounds), worst: levelOf(measure.openLow, measure, bounds), by: 'share:open' }
      return [measure.basis, judge([share, ...governing(measure.items)]) as Judged] as const
    }),
  )
}

function levelOf(open: bigint, { total }: ShapingMeasure, { gestaltungsfaehigkeit: limits }: LevelBounds): number {
  const index = limits.findIndex((limit) => reaches(open, total, limit))
  return index < 0 ? limits.length + 1 : index + 1
}

/** The range that all items together leave, named by the one that governs it. */
const governing = (items: Judged | undefined): Reason[] =>
  items === undefined ? [] : [{ best: items.best, worst: items.worst, by: items.governing.by }]
