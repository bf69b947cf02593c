import type { Score } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { FactId } from '../model/facts.ts'
import type {
  CriterionResult,
  CriterionRule,
  Declaration,
  Figure,
  Framework,
  FrameworkAnswer,
  FrameworkResult,
} from '../model/framework.ts'
import type { Source } from '../model/item.ts'
import { PROJECT_FACTS, projectEvidence, projectSubject } from './project-facts.ts'
import { compile, type Facts } from './prove.ts'

export interface FrameworkOptions {
  readonly asOf: string
  readonly openSourceDeliverable: boolean
  readonly sources: readonly Source[]
  readonly declared: readonly Declaration[]
}

/** What an audit says on the criteria of published frameworks: which answers its facts leave possible, and what the project file declares. */
export function mapFrameworks(
  frameworks: readonly Framework[],
  items: readonly Dossier[],
  score: Score,
  options: FrameworkOptions,
): FrameworkResult[] {
  const subject = projectSubject(items, score, options)
  const facts: Facts = {
    value: (fact) => PROJECT_FACTS[fact as FactId]!(subject),
    evidence: (fact) => projectEvidence(subject, fact),
  }
  return frameworks.map(({ id, version, title, about, source, profiles, criteria, place }): FrameworkResult => {
    const results = criteria.map((criterion) => {
      const declared = options.declared.find((one) => one.framework === id && one.criterion === criterion.id)
      return assess(criterion, facts, declared, options.asOf)
    })
    return {
      id, version, title, about, source, ...(profiles !== undefined && { profiles }), rule: `${place.file}:${place.line}`, criteria: results,
      ...(criteria.some(({ answers }) => answers.some(({ seal }) => seal !== undefined)) && cap(results)),
    } // prettier-ignore
  })
}

/** The answers that the facts leave possible, from the worst to the best; none where nothing it rests on is known, or nothing is ruled out. */
export function possibleAnswers({ facts: wanted, answers }: CriterionRule, facts: Facts, asOf: string): readonly FrameworkAnswer[] {
  if (!wanted.some((fact) => isKnown(facts.value(fact)))) return []
  const reachable = answers.filter(({ when, otherwise }) => when !== undefined || otherwise === true)
  const possible: FrameworkAnswer[] = []
  for (const answer of reachable) {
    const truth = answer.when === undefined ? 'yes' : compile(answer.when, asOf).truth(facts)
    if (truth !== 'no') possible.push(answer)
    if (truth === 'yes') break
  }
  return reachable.length > 1 && possible.length === reachable.length ? [] : possible
}

function assess(criterion: CriterionRule, facts: Facts, declaration: Declaration | undefined, asOf: string): CriterionResult {
  const { id, title, question, assumes, answers, without } = criterion
  const possible = possibleAnswers(criterion, facts, asOf)
  const figures = criterion.facts.map((fact) => figure(fact, facts))
  const assessed = answers.length > 0 ? possible.length > 0 : figures.some(({ value }) => isKnown(value))
  const declared = declaration === undefined ? undefined : declarationOf(declaration, answers)
  const ceiling = ceilingOf(possible, answers, declared)
  return {
    id,
    title,
    status: declared !== undefined ? 'declared' : assessed ? 'assessed' : 'not-assessable',
    answers: possible.map(shown),
    figures,
    ...(question !== undefined && { question }),
    ...(assumes !== undefined && { assumes }),
    ...(!assessed && { reason: without }),
    ...(declared !== undefined && { declared }),
    ...(ceiling !== undefined && { ceiling }),
  }
}

/**
 * A declaration lifts what the facts cap only by an answer that facts cannot give, such as a legal structure; else the lower one counts.
 */
function ceilingOf(
  possible: readonly FrameworkAnswer[],
  answers: readonly FrameworkAnswer[],
  declared: CriterionResult['declared'],
): number | undefined {
  const seals = possible.flatMap(({ seal }) => seal ?? [])
  const assessed = seals.length === 0 ? undefined : Math.max(...seals)
  const said = declared?.seal
  if (said === undefined || assessed === undefined) return said ?? assessed
  const beyondFacts = answers.some(({ id, when, otherwise }) => id === declared?.answer && when === undefined && otherwise !== true)
  return beyondFacts ? said : Math.min(said, assessed)
}

/** The lowest of the ceilings. SEAL-4 is no limit. */
function cap(criteria: readonly CriterionResult[]): Pick<FrameworkResult, 'sealCeiling' | 'cappedBy'> {
  const ceiling = Math.min(4, ...criteria.flatMap((one) => one.ceiling ?? []))
  if (ceiling === 4) return { sealCeiling: null, cappedBy: [] }
  return { sealCeiling: ceiling, cappedBy: criteria.filter((one) => one.ceiling === ceiling).map(({ id }) => id) }
}

function declarationOf(
  { answer, says, by, date }: Declaration,
  answers: readonly FrameworkAnswer[],
): NonNullable<CriterionResult['declared']> {
  const chosen = answers.find(({ id }) => id === answer)
  return {
    ...(answer !== undefined && { answer }),
    says,
    by,
    date,
    ...(chosen !== undefined && { words: chosen.words }),
    ...(chosen?.seal !== undefined && { seal: chosen.seal }),
  }
}

function shown({ id, words, seal }: FrameworkAnswer): CriterionResult['answers'][number] {
  return { id, words, ...(seal !== undefined && { seal }) }
}

function figure(fact: FactId, facts: Facts): Figure {
  const value = facts.value(fact)
  // facts of the project are single values
  return {
    fact,
    ...(value !== undefined && !isTexts(value) && { value }),
    // made when it is read: it may have to be read from the document, and a gate prints none of it
    get evidence() {
      return facts.evidence(fact)
    },
  }
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value)
const isKnown = (value: unknown): boolean => value !== undefined && value !== null
