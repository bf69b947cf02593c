import type { OperatorId } from '../model/operators.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Condition, Proof, Scalar, Truth } from '../model/policy.ts'
import { OPERATORS, type FactValue, type Range } from './operators.ts'

/** What a condition is evaluated against: facts by name, each with what shows it. */
export interface Facts {
  value(fact: string): FactValue
  evidence(fact: string): readonly Evidence[]
}

/** A condition made ready to be asked many times. `truth` allocates nothing; `proof` tells the same with its reasons. */
export interface Compiled {
  /** Every fact it may ask. */
  readonly facts: readonly string[]
  truth(facts: Facts): Truth
  /** The facts that leave it unknown; none where it is decided. */
  missing(facts: Facts): readonly string[]
  proof(facts: Facts): Proof
}

/** Kleene's three-valued logic: unknown stays unknown until the other parts decide. `asOf`: the day that dates are compared with. */
export function compile(condition: Condition, asOf: string): Compiled {
  if ('all' in condition) return group('all', condition.all.map((part) => compile(part, asOf)), 'no', 'yes') // prettier-ignore
  if ('any' in condition) return group('any', condition.any.map((part) => compile(part, asOf)), 'yes', 'no') // prettier-ignore
  if ('not' in condition) return negation(compile(condition.not, asOf))
  return test(condition, asOf)
}

function group(name: string, parts: readonly Compiled[], decides: Truth, otherwise: Truth): Compiled {
  const join = (truths: readonly Truth[]): Truth =>
    truths.includes(decides) ? decides : truths.includes('unknown') ? 'unknown' : otherwise
  const truth = (facts: Facts): Truth => {
    let found = otherwise
    for (const part of parts) {
      const one = part.truth(facts)
      if (one === decides) return decides
      if (one === 'unknown') found = 'unknown'
    }
    return found
  }
  return {
    facts: parts.flatMap((part) => part.facts),
    truth,
    missing: (facts) => (truth(facts) === 'unknown' ? parts.flatMap((part) => part.missing(facts)) : []),
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
    missing: (facts) => part.missing(facts),
    proof(facts) {
      const inner = part.proof(facts)
      return { test: 'not', truth: turn[inner.truth], evidence: [], parts: [inner] }
    },
  }
}

/** Facts with several texts hold where one of them does; `isNot` where none is the value. */
function ofEach(operator: OperatorId, ask: (value: Scalar | Range) => Truth): (actual: readonly string[]) => Truth {
  const [decides, otherwise]: readonly Truth[] = operator === 'isNot' ? ['no', 'yes'] : ['yes', 'no']
  return (actual) => (actual.some((one) => ask(one) === decides) ? decides! : otherwise!)
}

function test({ fact, operator: name, value, list }: Extract<Condition, { readonly fact: string }>, asOf: string): Compiled {
  const operator = name as OperatorId
  const wanted = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
  const ask = OPERATORS[operator](wanted, asOf)
  const askEach = ofEach(operator, ask)
  const shown = list === undefined ? wanted.join(', ') : `[${list}]`
  const decide = (actual: FactValue): Truth => {
    if (actual === undefined) return operator !== 'known' ? 'unknown' : wanted[0] === false ? 'yes' : 'no'
    if (actual === null) return 'no'
    return Array.isArray(actual) ? askEach(actual as readonly string[]) : ask(actual as Scalar | Range)
  }
  return {
    facts: [fact],
    truth: (facts) => decide(facts.value(fact)),
    missing: (facts) => (decide(facts.value(fact)) === 'unknown' ? [fact] : []),
    proof(facts) {
      const actual = facts.value(fact)
      const truth = decide(actual)
      return {
        test: `${fact} ${operator} ${shown}`,
        truth,
        ...(actual !== undefined && { actual }),
        evidence: facts.evidence(fact),
        parts: [],
      }
    },
  }
}
