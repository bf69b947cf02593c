import type { Interval, UsedRules } from './audit.ts'
import { packageKey } from './identity.ts'
import type { AxisId, Finding } from './policy.ts'

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

/** A finding as a baseline holds it; `subject`: its id. */
export type Held = Baseline['findings'][number]

export const heldOf = ({ fingerprint, policy, subject }: Finding): Held => ({ fingerprint, policy, subject: subject.id })

/**
 * Whether a finding is among others: by its fingerprint, or by policy and subject, because a file of earlier days has a fingerprint for
 * every spelling of a package.
 */
export function amongst(held: readonly Held[]): (one: Held) => boolean {
  const fingerprints = new Set(held.map(({ fingerprint }) => fingerprint))
  const subjects = new Set(held.map(keyOf))
  return (one) => fingerprints.has(one.fingerprint) || subjects.has(keyOf(one))
}

const keyOf = ({ policy, subject }: Held): string => `${policy}\0${packageKey(subject)}`
