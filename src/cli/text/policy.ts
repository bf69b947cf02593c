import type { Condition, Policy } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { speaker } from '../../report/words/say.ts'
import { rulesWords } from './rules-words.ts'

/** A policy for readers: what is asked, what is said, what it rests on and its examples. */
export function policyText(policy: Policy, language: Language): string {
  const { id, scope, severity, title, when, why, fix, assumes, source, place, examples } = policy
  const { rules: words, proof, fact } = rulesWords(language)
  const { say, term } = speaker(language)
  const seen = source.seen === 'primary' ? [] : [say(`seen.${source.seen}`)]
  const from = [source.what, formats(language).day(source.date), ...seen, ...(source.url === undefined ? [] : [source.url])]
  return [
    `${id}: ${title[language]} (${fact.scopes[scope]}, ${term('severity', severity)})`,
    '',
    `${words.condition}:`,
    ...conditionLines(when, '  '),
    '',
    why[language],
    `→ ${fix[language]}`,
    ...(assumes === undefined ? [] : [`${words.assumes}: ${assumes[language]}`]),
    `${words.source}: ${from.join(', ')} (${place.file}:${place.line})`,
    '',
    `${words.examples}:`,
    ...examples.map(({ says, facts, expect }) => `  ${proof.truth[expect]}: ${says} ${JSON.stringify(facts)}`),
  ].join('\n')
}

function conditionLines(condition: Condition, indent: string): string[] {
  if ('not' in condition) return [`${indent}not:`, ...conditionLines(condition.not, `${indent}  `)]
  if ('fact' in condition) return [`${indent}${condition.fact} ${condition.operator} ${[condition.value].flat().join(', ')}`]
  const [name, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
  return [`${indent}${name}:`, ...parts.flatMap((part) => conditionLines(part, `${indent}  `))]
}
