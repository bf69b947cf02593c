import type { Policy, Truth } from './model/policy.ts'
import { Problem } from './model/problem.ts'
import type { FactValue } from './evaluate/operators.ts'
import { compile } from './evaluate/prove.ts'

/** The day that examples with dates are written for. */
const EXAMPLE_DAY = '2026-01-01'

/** An example of a policy, and what came out. */
export interface Tried {
  readonly policy: string
  readonly says: string
  readonly expect: Truth
  readonly actual: Truth
}

/** Runs the examples of a policy: they are its tests. */
export function tryExamples({ id, when, examples }: Policy): readonly Tried[] {
  const compiled = compile(when, EXAMPLE_DAY)
  return examples.map(({ says, facts, expect }) => {
    const actual = compiled.truth({ value: (fact) => facts[fact] as FactValue, evidence: () => [] })
    return { policy: id, says, expect, actual }
  })
}

/** Runs the examples of every policy. The first that fails is a problem with the policy's place. */
export function checkExamples(policies: readonly Policy[]): void {
  for (const policy of policies) {
    const failed = tryExamples(policy).find(({ expect, actual }) => actual !== expect)
    if (failed !== undefined) throw new Problem('E2106', { ...failed }, { ...policy.place, column: 1 })
  }
}
