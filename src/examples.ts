import type { FactValue } from './evaluate/operators.ts'
import { compile } from './evaluate/prove.ts'
import { NOT_APPLICABLE } from './knowledge/values.ts'
import { Faults } from './model/faults.ts'
import type { Policy, Proof, Truth } from './model/policy.ts'
import { Problem } from './model/problem.ts'

/** The day that examples with dates are written for. */
const EXAMPLE_DAY = '2026-01-01'
const MOST_DECIDING = 3

/** An example of a policy, and what came out. */
export interface Tried {
  readonly policy: string
  readonly says: string
  readonly expect: Truth
  readonly actual: Truth
  /** The tests that made it so, each with its truth and what the example says. */
  readonly because: readonly string[]
}

/** Runs the examples of a policy: they are its tests. */
export function tryExamples({ id, when, examples }: Policy): readonly Tried[] {
  const compiled = compile(when, EXAMPLE_DAY)
  return examples.map(({ says, facts, expect }) => {
    const given = (fact: string) => (facts[fact] === NOT_APPLICABLE ? null : facts[fact]) as FactValue
    const proof = compiled.proof({ value: given, evidence: () => [] })
    return { policy: id, says, expect, actual: proof.truth, because: deciding(proof).slice(0, MOST_DECIDING).map(testText) }
  })
}

/** Runs the examples of every policy. Those that fail are problems, each with its place. */
export function checkExamples(policies: readonly Policy[]): void {
  const faults = new Faults()
  for (const policy of policies)
    tryExamples(policy).forEach(({ expect, actual, says, because }, i) => {
      if (actual === expect) return
      const place = { file: policy.place.file, ...(policy.examples[i]?.at ?? { line: policy.place.line, column: 1 }) }
      faults.add(new Problem('E2106', { n: i + 1, says, policy: policy.id, actual, expect, because: because.join('; ') }, place))
    })
  faults.end()
}

/** The single tests on which a truth rests. */
function deciding({ test, truth, parts, ...rest }: Proof): Proof[] {
  if (parts.length === 0) return [{ test, truth, parts, ...rest }]
  if (test === 'not') return parts.flatMap(deciding)
  // one part suffices to make `all` no and `any` yes
  const one = (test === 'all' && truth === 'no') || (test === 'any' && truth === 'yes')
  const same = parts.filter((part) => part.truth === truth)
  return (one ? same.slice(0, 1) : same).flatMap(deciding)
}

function testText({ test, truth, actual }: Proof): string {
  const value = actual === undefined ? '' : actual === null ? ' [–]' : ` [${actualText(actual)}]`
  return `${test} → ${truth}${value}`
}

/** As a reader writes it: a range by its ends, several texts with commas. */
function actualText(actual: unknown): string {
  if (Array.isArray(actual)) return actual.join(', ')
  if (typeof actual !== 'object' || actual === null) return String(actual as string)
  const { low, high } = actual as { readonly low: number; readonly high: number }
  return low === high ? String(low) : `${low}–${high}`
}
