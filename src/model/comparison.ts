import type { Basis, Interval, ShareId } from './audit.ts'
import type { Finding, Severity, Subject } from './policy.ts'

/**
 * Why something is different: other data, other rules (rule files, rule set, project file), another version of the method,
 * rules and method together where both changed and cannot be told apart, or only the later day (terms that ended, owners
 * that changed).
 */
export type Cause = 'data' | 'rules' | 'method' | 'rules-and-method' | 'day'

/** One figure on its way from the earlier audit to the later one. Between two neighbours only one cause is at work. */
export interface ComparedFigure {
  /** `level`, the id of an axis, or of a share; `amount-unknown`: how many lines every figure of spend lacks. */
  readonly id: 'level' | 'wechselmoeglichkeit' | 'gestaltungsfaehigkeit' | 'einfluss' | ShareId | 'concentration' | 'amount-unknown'
  /** `null` for levels, which are of all bases. */
  readonly basis: Basis | null
  /** As it was stored. `null` wherever there is no such figure. */
  readonly before: Interval | null
  /** The earlier items, by the later rules and method. */
  readonly rescored: Interval | null
  /** The same on the later day. */
  readonly onDay: Interval | null
  readonly after: Interval | null
}

export interface ComparedFinding {
  readonly fingerprint: string
  readonly policy: string
  readonly subject: Subject
  /** Name of the item, where the finding is about one. */
  readonly name?: string
  readonly severity: Severity
  readonly status: Finding['status']
  /** `back`: new against the earlier audit, but found in one before it. */
  readonly state: 'new' | 'back' | 'solved' | 'unchanged'
  /** Why it came or went; left out where it stayed. */
  readonly cause?: Cause
  /** The status it had, where that changed. */
  readonly statusBefore?: Finding['status']
}

/** One side of a comparison. */
export interface ComparedAudit {
  readonly project: { readonly id: string; readonly name: string }
  readonly asOf: string
  readonly tool: string
  readonly rules: { readonly set: string; readonly sha256: string }
  readonly items: number
  readonly findings: number
}

/** What changed between two audits, and why. */
export interface Comparison {
  readonly format: 'eigenstand/compare/1'
  readonly before: ComparedAudit
  readonly after: ComparedAudit
  /** What is different at all. */
  readonly changed: { readonly data: boolean; readonly rules: boolean; readonly method: boolean; readonly day: boolean }
  /** Were the earlier items evaluated again, so that causes could be told apart? */
  readonly rescored: boolean
  /** What cannot be told apart, or not exactly: ids of docs/compare.md. */
  readonly limits: readonly (
    'project-differs' | 'rules-and-method' | 'later-rules-unknown' | 'project-file-not-stored' | 'history-unknown'
  )[]
  readonly figures: readonly ComparedFigure[]
  readonly findings: readonly ComparedFinding[]
}
