import type { Basis, Interval, ShareId } from './audit.ts'
import type { Finding, Severity, Subject } from './policy.ts'
import type { KeptProject } from './project.ts'
import type { Words } from './words.ts'

/**
 * Why something is different: other rules (rule files or rule set), another version of the method, rules and method together
 * where both changed and cannot be told apart, another project file, only the later day (terms that ended, owners that
 * changed, rates of foreign money, days to give notice), other data, or not to be told because an audit was stored without
 * what its project file said.
 */
export type Cause = 'rules' | 'method' | 'rules-and-method' | 'project-file' | 'day' | 'data' | 'undetermined'

/** One figure on its way from the earlier audit to the later one. Between two neighbours only one cause is at work. */
export interface ComparedFigure {
  /** `level`, the id of an axis or of a share, the concentration, what the spend comes to, or how many lines every figure of spend lacks. */
  readonly id:
    | 'level'
    | 'wechselmoeglichkeit'
    | 'gestaltungsfaehigkeit'
    | 'einfluss'
    | ShareId
    | 'concentration'
    | 'spend-per-year'
    | 'spend-as-stated'
    | 'amount-unknown'
  /** `null` for levels, which are of all bases. */
  readonly basis: Basis | null
  /** As it was stored. `null` wherever there is no such figure. */
  readonly before: Interval | null
  /** The earlier items, by the later rules and method. `null` from here to the last step but one where they could not be measured again. */
  readonly rescored: Interval | null
  /** The same with the later project file. */
  readonly projectFile: Interval | null
  /** The same on the later day. */
  readonly onDay: Interval | null
  readonly after: Interval | null
}

export interface ComparedFinding {
  readonly fingerprint: string
  readonly policy: string
  readonly subject: Subject
  /** Name of the item or vendor, where the finding is about one. */
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
  /** What is different at all. `projectFile` is `null` where an audit was stored without it. */
  readonly changed: {
    readonly rules: boolean
    readonly method: boolean
    readonly projectFile: boolean | null
    readonly day: boolean
    readonly data: boolean
  }
  /** What decides among the rules and is another, where both audits tell: sentences and sources alone decide nothing. */
  readonly rulesChanged?: readonly RulesPart[]
  /** The keys of the project file that say something else. */
  readonly projectFileChanged?: readonly (keyof KeptProject)[]
  /** What the later day alone did to the earlier items; left out where it is the same day or they could not be measured again. */
  readonly dayEffects?: DayEffects
  /** Were the earlier items evaluated again, so that causes could be told apart? */
  readonly rescored: boolean
  /** What cannot be told apart, or not exactly: ids of docs/compare.md. */
  readonly limits: readonly (
    | 'project-differs'
    | 'before-incomplete'
    | 'after-incomplete'
    | 'rules-and-method'
    | 'later-rules-unknown'
    | 'project-file-not-stored'
    | 'authors-not-stored'
    | 'history-unknown'
  )[]
  readonly figures: readonly ComparedFigure[]
  readonly findings: readonly ComparedFinding[]
  /** Titles of the policies of `findings`, as far as one of the audits has them. */
  readonly titles: Readonly<Record<string, Words>>
}

export type RulesPart = 'register' | 'policies' | 'levels'

/** What another day does to the same items, by the same rules and project file. */
export interface DayEffects {
  /** Lines whose term is over on the later day only. */
  readonly ended: number
  /** Items that another company controls. */
  readonly owners: number
  /** Rates that are others; one end is left out where nothing was counted by a rate on that day. */
  readonly rates: readonly { readonly currency: string; readonly before?: DatedRate; readonly after?: DatedRate }[]
}

export interface DatedRate {
  readonly eur: number
  readonly date: string
}
