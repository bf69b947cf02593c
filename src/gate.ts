import { sealCeiling, tr03183 } from './gate-frameworks.ts'
import type { Audit, Basis, Concentration } from './model/audit.ts'
import { amongst, heldOf, type Baseline } from './model/baseline.ts'
import { exactlyUnknown } from './model/exact.ts'
import { withStatus } from './model/finding.ts'
import type { Finding, GateAction, GateCondition, GateConditionId, LevelBounds, RuleSet } from './model/policy.ts'

/** One condition as the gate prints it. `met`: true holds, false violated, null could not be compared, or what is undecided decides. */
export interface GateLine {
  readonly id: GateConditionId
  readonly action: GateAction
  readonly limit: number | null
  readonly actual: number | null
  readonly met: boolean | null
  /** What violates it: fingerprints, layers or axes. */
  readonly because: readonly string[]
  /** What may violate it, where that cannot be decided: layers. */
  readonly possible?: readonly string[]
  /** Of a condition on a share: what the share is of. */
  readonly basis?: Basis
  /** Of a condition that counts findings: the policies whose findings those are. */
  readonly policies?: readonly string[]
  /** Of a condition that counts findings: in how many cases, each a policy asked of a subject, could not be decided. They are no findings and no pass. */
  readonly undecided?: number
  /** The fact that was missing most often there. */
  readonly missing?: string
}

export interface GateResult {
  readonly exitCode: 0 | 1 | 5
  readonly conditions: readonly GateLine[]
  /** Findings that are new against the baseline (without one, all), and those whose waiver has expired. */
  readonly findings: readonly Finding[]
}

interface Asked {
  readonly audit: Audit
  readonly baseline: Baseline | undefined
  readonly condition: GateCondition
  readonly fresh: readonly Finding[]
  readonly bounds: LevelBounds
}
type Answer = Pick<GateLine, 'limit' | 'actual' | 'met' | 'because' | 'possible' | 'basis' | 'policies' | 'undecided' | 'missing'>

const NOT_COMPARED: Answer = { limit: null, actual: null, met: null, because: [] }

/**
 * The gate of docs/scoring.md: a ratchet against a baseline. Without one every item is new, and what compares is not evaluated.
 * Exit code 1: a condition that fails is violated; 5: not assessable, or nothing to assess; 0 otherwise.
 */
export function gate(audit: Audit, set: RuleSet, baseline?: Baseline): GateResult {
  const held = baseline?.findings ?? []
  const isHeld = amongst(held)
  // a waiver is a decision with an end: when it has expired the finding counts, even if a baseline holds it
  const counts = (finding: Finding) =>
    finding.status === 'expired' || (finding.status === 'open' && (held.length === 0 || !isHeld(heldOf(finding))))
  const fresh = audit.findings.filter(counts)
  const conditions = set.gate
    .filter(({ action }) => action !== 'off')
    .map((condition): GateLine => ({
      id: condition.id,
      action: condition.action,
      ...CONDITIONS[condition.id]({ audit, baseline, condition, fresh, bounds: set.levels }),
    }))
  const violated = (action: GateAction) => conditions.some((line) => line.action === action && line.met === false)
  const unassessable = isNothing(audit) || notAssessable({ conditions }).length > 0
  return { exitCode: violated('fail') ? 1 : unassessable ? 5 : 0, conditions, findings: fresh }
}

export const isNothing = ({ items }: Audit): boolean => !items.some((item) => item.counted && item.relation !== 'root')

/** The set asks how much is unknown, and what was read has nothing of which that could be said: to hold everywhere else is no pass then. */
function knowsNothing(conditions: readonly GateLine[]): boolean {
  const asked = conditions.filter(({ action }) => action === 'not-assessable')
  return asked.length > 0 && asked.every(({ met }) => met === null)
}

/** Because of which conditions the gate cannot be assessed: too much is unknown, or nothing of what they ask for could be read. */
export function notAssessable({ conditions }: Pick<GateResult, 'conditions'>): readonly GateLine[] {
  const silent = knowsNothing(conditions)
  return conditions.filter(({ action, met }) => action === 'not-assessable' && (met === false || (silent && met === null)))
}

/** What the gate fails by: fingerprints, layers and axes of the conditions that fail and are violated. */
export function failedBy({ conditions }: Pick<GateResult, 'conditions'>): ReadonlySet<string> {
  return new Set(conditions.flatMap(({ action, met, because }) => (action === 'fail' && met === false ? because : [])))
}

/** New findings of the policies that the set names for the condition; not evaluated where none of them applies in the set. */
function newFindings({ audit, condition, fresh }: Asked): Answer {
  if (condition.policies?.length === 0) return { ...NOT_COMPARED, limit: condition.limit ?? 0 }
  const { policies = [] } = condition
  const found = fresh.filter(({ policy }) => policies.includes(policy))
  const limit = condition.limit ?? 0
  const open = audit.undecided.filter(({ policy }) => policies.includes(policy))
  const undecided = open.reduce((sum, { count }) => sum + count, 0)
  return {
    limit,
    actual: found.length,
    met: found.length <= limit,
    because: found.map(({ fingerprint }) => fingerprint),
    policies,
    undecided,
    ...missingMost(open),
  }
}

function missingMost(open: Audit['undecided']): Pick<GateLine, 'missing'> {
  const counts = new Map<string, number>()
  for (const { missing = [] } of open) for (const { fact, count } of missing) counts.set(fact, (counts.get(fact) ?? 0) + count)
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most === undefined ? {} : { missing: most[0] }
}

/** A baseline of before held share × total, and shares have four decimals: less than this is no rise. */
const ROUNDING = 0.002

/**
 * A layer that is concentrated already gets more so, and its largest private vendor gets more money. Within the margin of the boundary
 * it is a borderline case. As of the levels, surely and possibly are two things: where only the worse ends rise, nobody knows.
 */
function concentrationRise({ audit, baseline, condition, bounds }: Asked): Answer {
  const step = condition.limit ?? 150
  if (baseline === undefined) return { ...NOT_COMPARED, limit: step }
  const concentrated = bounds.wechselmoeglichkeit.hhi[1] + bounds.margin.hhi
  const compared = audit.concentration.flatMap((now) => {
    const then = baseline.concentration.find(({ layer, basis }) => layer === now.layer && basis === now.basis)
    if (then === undefined || now.layer === 'all') return []
    const more = (spend: number) => spend > then.largestSpend * (1 + ROUNDING)
    const rises = (hhi: number, before: number) => hhi > concentrated && hhi - before > step
    // surely more: the low end now against the high end then, so that a better register alone never fails
    const surely = rises(now.hhi.low, then.hhi.high) && more(spendOfLargest(now))
    const possibly = rises(now.hhi.high, then.hhi.high) && more(Number(now.of) * now.largestPrivate.high)
    return [{ layer: now.layer, surely, possibly, rise: now.hhi.low - then.hhi.high }]
  })
  const rises = compared.filter(({ surely }) => surely)
  const possible = compared.flatMap(({ layer, surely, possibly }) => (possibly && !surely ? [layer] : []))
  const open = possible.length === 0 ? {} : { possible }
  if (rises.length === 0 && possible.length > 0) return { limit: step, actual: null, met: null, because: [], ...open }
  const actual = rises.reduce((most, { rise }) => Math.max(most, rise), 0)
  return { limit: step, actual, met: rises.length === 0, because: rises.map(({ layer }) => layer), ...open }
}

/** An audit that was stored before has no exact sum. */
export function spendOfLargest({ of, largestPrivate, largestPrivateOf }: Concentration): number {
  return largestPrivateOf === undefined ? Math.round(Number(of) * largestPrivate.low * 100) / 100 : Number(largestPrivateOf)
}

/** Axis by axis, for the axes that both sides can assess. Within the margin of a boundary the better side counts, so that no borderline case fails. */
function levelWorse(end: 'best' | 'worst'): (asked: Asked) => Answer {
  return ({ audit, baseline }) => {
    if (baseline === undefined) return NOT_COMPARED
    const worse = audit.axes.flatMap((axis) => {
      const then = baseline.axes.find(({ id }) => id === axis.id)
      if (then === undefined || axis.best === null || axis.worst === null || axis.governedBy === 'no-data') return []
      const now = axis.milder?.[end] ?? axis[end]!
      return now > then.worst ? [{ id: axis.id, level: now }] : []
    })
    return { limit: null, actual: worse.length, met: worse.length === 0, because: worse.map(({ id }) => id) }
  }
}

/** Share of the weight of which something is not known, on the first of these bases that is there; `null` where none is. */
function unknownShare(of: 'licence' | 'maker', bases: readonly Basis[], standard: number): (asked: Asked) => Answer {
  return ({ audit, condition }) => {
    const covered = bases.flatMap((basis) => audit.coverage.find((entry) => entry.of === of && entry.basis === basis) ?? [])[0]
    const limit = condition.limit ?? standard
    if (covered === undefined) return { ...NOT_COMPARED, limit }
    const actual = exactlyUnknown(covered)
    return { limit, actual, met: actual <= limit, because: [], basis: covered.basis }
  }
}

const CONDITIONS: Readonly<Record<GateConditionId, (asked: Asked) => Answer>> = {
  'new-restricted-item': newFindings,
  'non-osi-in-open-source-deliverable': newFindings,
  'concentration-rise': concentrationRise,
  'level-worse': levelWorse('best'),
  'level-possibly-worse': levelWorse('worst'),
  'new-large-vendor': newFindings,
  'layer-concentration': newFindings,
  'lock-in-award': newFindings,
  'single-bid': newFindings,
  'unknown-licence': unknownShare('licence', ['components'], 0.1),
  // as in the score, lines stand in where no line has a usable amount
  'unknown-maker': unknownShare('maker', ['spend', 'lines'], 0.2),
  'seal-ceiling': ({ audit, condition }) => sealCeiling(audit, condition.limit),
  tr03183: ({ audit }) => tr03183(audit),
}

/** The audit as a gate shows it: what the baseline holds is accepted, and fails nothing in any output. */
export function accepted(audit: Audit, baseline: Baseline | undefined): Audit {
  if (baseline === undefined) return audit
  const isHeld = amongst(baseline.findings)
  const findings = audit.findings.map((finding) =>
    finding.status === 'open' && isHeld(heldOf(finding)) ? withStatus(finding, 'accepted') : finding,
  )
  return { ...audit, findings }
}
