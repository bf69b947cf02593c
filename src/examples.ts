import { daysBetween } from './model/days.ts'
import type { Policy } from './model/policy.ts'
import { Problem } from './model/problem.ts'
import type { FactValue } from './evaluate/operators.ts'
import { compile } from './evaluate/prove.ts'

/** The day that examples with dates are written for. */
const EXAMPLE_DAY = '2026-01-01'

/** Runs the examples of every policy: they are its tests. The first that fails is a problem with the policy's place. */
export function checkExamples(policies: readonly Policy[]): void {
  for (const policy of policies) {
    const compiled = compile(policy.when, { days: (date) => daysBetween(EXAMPLE_DAY, date) })
    for (const { says, facts, expect } of policy.examples) {
      const actual = compiled.truth({ value: (fact) => facts[fact] as FactValue, evidence: () => [] })
      if (actual !== expect) throw new Problem('E2106', { says, policy: policy.id, actual, expect }, { ...policy.place, column: 1 })
    }
  }
}
