import type { Interval, UsedRules } from './audit.ts'
import type { AxisId } from './policy.ts'

/** Beside the project file, else in the working directory. */
export const BASELINE_FILE = 'eigenstand.baseline.json'

/** What a project had when its baseline was drawn; the gate lets only what is new or worse fail. */
export interface Baseline {
  readonly format: 'eigenstand/baseline/1'
  readonly project: string
  readonly asOf: string
  readonly rules: UsedRules
  readonly axes: readonly { readonly id: AxisId; readonly best: number; readonly worst: number }[]
  readonly concentration: readonly {
    readonly layer: string
    readonly basis: string
    readonly hhi: Interval
    readonly largestSpend: number
  }[]
  /** Sorted by fingerprint. */
  readonly findings: readonly { readonly fingerprint: string; readonly policy: string; readonly subject: string }[]
}
