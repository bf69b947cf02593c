import type { Basis, LevelRange } from '../model/audit.ts'
import { inEea } from '../model/eea.ts'
import type { Controller } from '../model/dossier.ts'
import type { LevelBounds } from '../model/policy.ts'
import { bindingReason } from './bindings.ts'
import { partOf, type Base } from './bases.ts'
import { reaches } from './interval.ts'
import { acrossBases, judge, judgeUnordered, type AxisJudgement, type Judged, type Reason } from './level.ts'
import { isLarge, reasonOf, type Measured, type Standing } from './standing.ts'

const LEVELS = [5, 4, 3, 2, 1] as const

/** Where the weight of one base sits, before any boundary is applied to it. */
export interface SayMeasure {
  readonly basis: Basis
  readonly total: bigint
  /** By level: the weight surely at it or above, and the weight that may be. */
  readonly surely: readonly bigint[]
  readonly perhaps: readonly bigint[]
  readonly critical: Judged | undefined
}

/** `reaching` are the items of the base at any depth: the base itself, and on components the transitive ones too. */
export function measureSay(base: Base, reaching: readonly Measured[]): SayMeasure {
  const surely = Array.from({ length: LEVELS.length + 2 }, () => 0n)
  const perhaps = [...surely]
  for (const { standing, weight } of base.kinds) {
    for (const { parts, best, worst } of levelParts(standing)) {
      const part = partOf(weight, parts)
      surely[best] = (surely[best] as bigint) + part
      perhaps[worst] = (perhaps[worst] as bigint) + part
    }
  }
  for (const level of LEVELS) {
    surely[level] = (surely[level] as bigint) + (surely[level + 1] as bigint)
    perhaps[level] = (perhaps[level] as bigint) + (perhaps[level + 1] as bigint)
  }
  return { basis: base.id, total: base.total, surely, perhaps, critical: judgeUnordered(criticals(reaching)) }
}

/** Do we have a say? The highest level that the deciding share of the weight sits at, or that of any critical item. */
export function einfluss(measures: readonly SayMeasure[], { einfluss: limit }: LevelBounds): AxisJudgement {
  return acrossBases(
    measures.map(({ basis, total, surely, perhaps, critical }) => {
      const quarter = { best: highest(surely, total, limit), worst: highest(perhaps, total, limit), by: 'weight:quarter' }
      const items = critical === undefined ? [] : [{ best: critical.best, worst: critical.worst, by: critical.governing.by }]
      return [basis, judge([quarter, ...items]) as Judged] as const
    }),
  )
}

const highest = (atLeast: readonly bigint[], total: bigint, limit: number): number =>
  LEVELS.find((level) => reaches(atLeast[level] as bigint, total, limit)) ?? 1

function* criticals(reaching: readonly Measured[]): Generator<Reason> {
  for (const { dossier, standing } of reaching) {
    if (standing.critical) yield { ...wholeLevel(standing), by: reasonOf(dossier) }
    const { binding } = dossier
    if (binding?.portable === 'no') yield { ...closedLevel(binding.controller), by: bindingReason(binding) }
  }
}

function wholeLevel(standing: Standing): LevelRange {
  const parts = levelParts(standing)
  return { best: Math.max(...parts.map(({ best }) => best)), worst: Math.max(...parts.map(({ worst }) => worst)) }
}

interface LevelPart extends LevelRange {
  readonly parts: bigint
}

/** The levels of an item, part by part: what is open, what is not, and what may be either. */
function levelParts(standing: Standing): LevelPart[] {
  const { open, unsure, closed, selfMade } = standing
  if (selfMade) return [{ parts: open + unsure + closed, best: 1, worst: 1 }]
  const found: LevelPart[] = []
  if (open > 0n) found.push({ parts: open, ...openLevel(standing) })
  if (closed > 0n) found.push({ parts: closed, ...proprietaryLevel(standing) })
  if (unsure > 0n) found.push({ parts: unsure, ...either(openLevel(standing), proprietaryLevel(standing)) })
  return found
}

const either = (a: LevelRange, b: LevelRange): LevelRange => ({ best: Math.min(a.best, b.best), worst: Math.max(a.worst, b.worst) })

/** Open: several stand behind it, or one company does. */
function openLevel({ governance }: Standing): LevelRange {
  if (governance === 'unknown') return { best: 1, worst: 2 }
  return governance === 'single-company' ? { best: 2, worst: 2 } : { best: 1, worst: 1 }
}

function proprietaryLevel({ publicHand, controller, large, makerNamed }: Standing): LevelRange {
  if (publicHand) return { best: 2, worst: 2 }
  if (controller !== undefined) return closedLevel(controller)
  if (large === 'no') return { best: 3, worst: 4 }
  return { best: makerNamed ? 3 : 2, worst: 5 }
}

/** 3, one more for a large vendor, one more for a seat outside EU and EEA. Nothing known of the vendor: 3 to 5. */
function closedLevel(controller: Controller | undefined): LevelRange {
  if (controller === undefined) return { best: 3, worst: 5 }
  const level = isLarge(controller) ? 4 : 3
  const inside = inEea(controller.country)
  return { best: inside === false ? level + 1 : level, worst: inside === true ? level : level + 1 }
}
