import type { OperatorId } from '../model/facts.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Condition, Proof, Scalar, Truth } from '../model/policy.ts'
import { OPERATORS, type FactValue } from './operators.ts'

/** What a condition is evaluated against: facts by name, each with what shows it. */
export interface Facts {
  value(fact: string): FactValue
  evidence(fact: string): readonly Evidence[]
}

export interface Day {
  /** Days from the audit's day to `date`. */
  readonly days: (date: string) => number
}

/** A condition made ready to be asked many times. `truth` allocates nothing; `proof` tells the same with its reasons. */
export interface Compiled {
  /** Every fact it may ask. */
  readonly facts: readonly string[]
  truth(facts: Facts): Truth
  proof(facts: Facts): Proof
}

/** Kleene's three-valued logic: unknown stays unknown until the other parts decide. */
export function compile(condition: Condition, day: Day): Compiled {
  if ('all' in condition) return group('all', condition.all.map((part) => compile(part, day)), 'no', 'yes') // prettier-ignore
  if ('any' in condition) return group('any', condition.any.map((part) => compile(part, day)), 'yes', 'no') // prettier-ignore
  if ('not' in condition) return negation(compile(condition.not, day))
  return test(condition.fact, condition.operator as OperatorId, condition.value, day)
}

function group(name: string, parts: readonly Compiled[], decides: Truth, otherwise: Truth): Compiled {
  const join = (truths: readonly Truth[]): Truth =>
    truths.includes(decides) ? decides : truths.includes('unknown') ? 'unknown' : otherwise
  return {
    facts: parts.flatMap((part) => part.facts),
    truth(facts) {
      let truth = otherwise
      for (const part of parts) {
        const one = part.truth(facts)
        if (one === decides) return decides
        if (one === 'unknown') truth = 'unknown'
      }
      return truth
    },
    proof(facts) {
      const proofs = parts.map((part) => part.proof(facts))
      return { test: name, truth: join(proofs.map(({ truth }) => truth)), evidence: [], parts: proofs }
    },
  }
}

function negation(part: Compiled): Compiled {
  const turn: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' }
  return {
    facts: part.facts,
    truth: (facts) => turn[part.truth(facts)],
    proof(facts) {
      const inner = part.proof(facts)
      return { test: 'not', truth: turn[inner.truth], evidence: [], parts: [inner] }
    },
  }
}

function test(fact: string, operator: OperatorId, value: Scalar | readonly Scalar[], day: Day): Compiled {
  const wanted = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
  const name = `${fact} ${operator} ${wanted.join(', ')}`
  const decide = (actual: FactValue): Truth => {
    if (actual === undefined) return 'unknown'
    return actual === null ? 'no' : OPERATORS[operator](actual, wanted, day.days)
  }
  return {
    facts: [fact],
    truth: (facts) => decide(facts.value(fact)),
    proof(facts) {
      const actual = facts.value(fact)
      return { test: name, truth: decide(actual), ...(actual !== undefined && { actual }), evidence: facts.evidence(fact), parts: [] }
    },
  }
}
