import type { Evidence, FactSource, RulePlace } from './evidence.ts'
import type { FactId } from './facts.ts'
import type { Condition, Scalar } from './policy.ts'
import type { ProblemPlace } from './problem.ts'
import type { Words } from './words.ts'

/** One possible answer to a criterion, in our own words. */
export interface FrameworkAnswer {
  readonly id: string
  readonly words: Words
  /** The SEAL that the framework gives this answer, 0…4. */
  readonly seal?: number
  /** When the facts lead here; an answer without it is reached by declaration only. */
  readonly when?: Condition
  /** Holds where no answer before it does. */
  readonly otherwise?: true
}

/** Facts that lead to these answers: a test in the rule file. */
export interface CriterionExample {
  readonly says: string
  readonly facts: Readonly<Record<string, unknown>>
  /** Ids of the answers that stay possible; none: not assessable. */
  readonly expect: readonly string[]
}

/** One criterion of a published framework, by its identifier. */
export interface CriterionRule {
  readonly id: string
  readonly title: Words
  /** What the answer rests on; without one that is known the criterion is not assessable. */
  readonly facts: readonly FactId[]
  /** From the worst to the best: the first that holds counts. */
  readonly answers: readonly FrameworkAnswer[]
  /** The question that the project file may answer. */
  readonly question?: Words
  /** Why it cannot be assessed where the inputs say nothing. */
  readonly without: Words
  readonly assumes?: Words
  readonly examples: readonly CriterionExample[]
}

/** A published set of weights, by name and date; no score is made of it. */
export interface WeightProfile {
  readonly id: string
  readonly date: string
  readonly weights: Readonly<Record<string, number>>
}

/** A published framework, as far as these inputs inform it. */
export interface Framework {
  readonly id: string
  readonly version: string
  readonly title: Words
  /** What it is, whom it binds, and what we leave out. */
  readonly about: Words
  readonly source: FactSource
  readonly profiles?: readonly WeightProfile[]
  readonly criteria: readonly CriterionRule[]
  readonly place: RulePlace
}

/** An answer given in the project file; nobody has examined it. */
export interface Declaration {
  readonly framework: string
  readonly criterion: string
  /** Id of one of the criterion's answers, where it has any. */
  readonly answer?: string
  readonly says: string
  /** A role or an office, never a person. */
  readonly by: string
  readonly date: string
  readonly place: RulePlace
  /** Of its parts, where it was read from a file. */
  readonly places?: Readonly<Record<'framework' | 'criterion' | 'answer', ProblemPlace>>
}

/** A fact that an answer rests on; `value` is left out where it is not known, null where it does not apply. */
export interface Figure {
  /** Id of a fact of the project (docs/rules.md). */
  readonly fact: string
  readonly value?: Scalar | { readonly low: number; readonly high: number } | null
  /** Up to three places that show it. */
  readonly evidence: readonly Evidence[]
}

export interface CriterionResult extends Pick<CriterionRule, 'id' | 'title' | 'question' | 'assumes'> {
  readonly status: 'assessed' | 'declared' | 'not-assessable'
  /** What the facts leave possible: one answer, or several that cannot be told apart. */
  readonly answers: readonly Pick<FrameworkAnswer, 'id' | 'words' | 'seal'>[]
  readonly figures: readonly Figure[]
  /** Why it is not assessable. */
  readonly reason?: Words
  readonly declared?: Omit<Declaration, 'framework' | 'criterion' | 'place' | 'places'> & { readonly words?: Words; readonly seal?: number }
  /** The highest SEAL that is still possible after this criterion. */
  readonly ceiling?: number
}

/** How the facts of an audit map onto a framework: no conformity, no grade. */
export interface FrameworkResult extends Pick<Framework, 'id' | 'version' | 'title' | 'about' | 'source' | 'profiles'> {
  readonly rule: string
  readonly criteria: readonly CriterionResult[]
  /** SEAL frameworks only: at most this; null where nothing known limits it. Never a SEAL that was reached. */
  readonly sealCeiling?: number | null
  /** Criteria that limit it. */
  readonly cappedBy?: readonly string[]
}
