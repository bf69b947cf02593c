import type { Evidence, FactSource, RulePlace } from './evidence.ts'
import type { Words } from './words.ts'

export const SCOPES = ['item', 'vendor', 'layer', 'project'] as const
export type Scope = (typeof SCOPES)[number]
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]
export const AXES = ['wechselmoeglichkeit', 'gestaltungsfaehigkeit', 'einfluss'] as const
export type AxisId = (typeof AXES)[number]

export type Truth = 'yes' | 'no' | 'unknown'
export type Scalar = string | number | boolean

/** `{ all: […] }`, `{ any: […] }`, `{ not: … }`, or one test of one fact. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | {
      readonly fact: string
      readonly operator: string
      readonly value: Scalar | readonly Scalar[]
      /** The named list that `value` was taken from. */
      readonly list?: string
    }

/** A list of texts with a name, for conditions of several policies. */
export interface NamedList {
  readonly id: string
  readonly words: Words
  readonly values: readonly string[]
  /** What the values are ids of, if they are. */
  readonly of?: 'organisations' | 'layers' | 'countries'
  readonly source: FactSource
  readonly place: RulePlace
  /** Where each value stands, in the order of `values`. */
  readonly at?: readonly { readonly line: number; readonly column: number }[]
}

export interface PolicyExample {
  readonly says: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly expect: Truth
  /** Line and column in the policy's file. */
  readonly at?: { readonly line: number; readonly column: number }
}

export interface Policy {
  readonly id: string
  readonly scope: Scope
  readonly severity: Severity
  /** The axis whose level a finding of this policy explains. */
  readonly axis?: AxisId
  readonly title: Words
  readonly when: Condition
  readonly why: Words
  readonly fix: Words
  readonly assumes?: Words
  readonly source: FactSource
  readonly examples: readonly PolicyExample[]
  readonly place: RulePlace
}

/** The evaluation of a condition, in the shape of the condition: it is its own explanation. */
export interface Proof {
  /** `all`, `any`, `not`, or `fact operator value`. */
  readonly test: string
  readonly truth: Truth
  readonly actual?: unknown
  readonly evidence: readonly Evidence[]
  readonly parts: readonly Proof[]
}

export interface Subject {
  readonly kind: Scope
  readonly id: string
}

export interface Waiver {
  readonly finding: string
  /** Id of the project that the finding is of. */
  readonly project?: string
  readonly reason: string
  readonly words?: string
  readonly legalBasis?: string
  /** A role, never a person. */
  readonly approvedBy: string
  readonly from: string
  readonly until: string
}

export interface Finding {
  /** 32 hex digits over policy, subject and project; no text, line or conclusion is in it. */
  readonly fingerprint: string
  readonly policy: string
  readonly subject: Subject
  /** Indices into the audit's `items`. */
  readonly items: readonly number[]
  readonly severity: Severity
  readonly status: 'open' | 'waived' | 'accepted' | 'expired'
  readonly proof: Proof
  readonly waiver: Waiver | null
}

/** Where a policy could not be decided: how often, for want of what, and three examples. */
export interface Undecided {
  readonly policy: string
  readonly count: number
  /** For how many of them each fact was not known, or not exactly enough; the most frequent first. */
  readonly missing?: readonly { readonly fact: string; readonly count: number }[]
  readonly examples: readonly Subject[]
}

export const GATE_CONDITIONS = [
  'new-restricted-item', 'non-osi-in-open-source-deliverable', 'concentration-rise', 'level-worse', 'level-possibly-worse',
  'new-large-vendor', 'layer-concentration', 'lock-in-award', 'single-bid', 'unknown-licence', 'unknown-maker', 'seal-ceiling', 'tr03183',
] as const // prettier-ignore
export type GateConditionId = (typeof GATE_CONDITIONS)[number]
/** `fail` exits 1, `warn` is printed, `not-assessable` exits 5, `off` is left out. */
export type GateAction = 'fail' | 'warn' | 'not-assessable' | 'off'

export interface GateCondition {
  readonly id: GateConditionId
  readonly action: GateAction
  /** Meaning depends on the condition: a share, an HHI step, or the policy ids counted. */
  readonly limit?: number
  readonly policies?: readonly string[]
}

/** Level boundaries and weights; the formulas are in score/, the numbers are here. */
export interface LevelBounds {
  readonly wechselmoeglichkeit: {
    /** HHI above which level 2 and level 3 begin. */
    readonly hhi: readonly [number, number]
    /** Share of the largest private controller from which level 4 begins. */
    readonly largest: number
    /** A layer governs from this share of the software weight. */
    readonly layerShare: number
    /** Fewer weighted lines than this: facts, no level. */
    readonly minLines: number
  }
  /** Open share from which levels 1, 2, 3, 4 hold. */
  readonly gestaltungsfaehigkeit: readonly [number, number, number, number]
  /** Share of the weight that decides. */
  readonly einfluss: number
  /** Where it is not known what more than this part of the software lines costs, the result is provisional. Audits stored earlier lack it. */
  readonly amountUnknown?: number
  /** Distance to a boundary that makes a borderline case. */
  readonly margin: { readonly share: number; readonly hhi: number }
}

/** Which policies, limits and boundaries apply. */
export interface RuleSet {
  readonly id: string
  readonly words: Words
  /** Left out: every policy there is. */
  readonly policies?: readonly string[]
  /** Of these, those that do not apply. */
  readonly without?: readonly string[]
  /** Severities that differ from those of the policies. */
  readonly severity?: Readonly<Record<string, Severity>>
  readonly levels: LevelBounds
  readonly gate: readonly GateCondition[]
}

/** Whether a policy applies in a set. */
export function isApplied({ policies, without }: Pick<RuleSet, 'policies' | 'without'>, id: string): boolean {
  return (policies?.includes(id) ?? true) && without?.includes(id) !== true
}

/** The policies that apply, as severe as the set has them. */
export function appliedPolicies(set: RuleSet, policies: readonly Policy[]): readonly Policy[] {
  return policies.flatMap((policy) => {
    if (!isApplied(set, policy.id)) return []
    const severity = set.severity?.[policy.id]
    return [severity === undefined ? policy : { ...policy, severity }]
  })
}
