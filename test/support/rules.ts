import { readdirSync, readFileSync } from 'node:fs'
import { framework } from '../../src/knowledge/frameworks.ts'
import { policy, ruleSets } from '../../src/knowledge/policies.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import { FACTS, OPERATORS, type FactId, type OperatorId } from '../../src/model/facts.ts'
import { SCOPES, type Condition, type Policy, type RuleSet, type Scope } from '../../src/model/policy.ts'

const read = (room: string) =>
  readdirSync(`rules/${room}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseYaml(readFileSync(`rules/${room}/${name}`, 'utf8'), `rules/${room}/${name}`))

/** The policies and sets we ship, from their files. */
export const policies: readonly Policy[] = read('policies').map(policy)
export const sets: ReadonlyMap<string, RuleSet> = ruleSets(
  read('sets'),
  policies.map(({ id }) => id),
)

/** The frameworks we ship. */
export const frameworks = read('frameworks').map(framework)

export type Test = Extract<Condition, { readonly fact: string }>

/** Every test of a condition, and the condition with this one test turned around. */
export function negations(condition: Condition): { readonly test: Test; readonly turned: Condition }[] {
  if ('fact' in condition) return [{ test: condition, turned: { not: condition } }]
  if ('not' in condition) return negations(condition.not).map(({ test, turned }) => ({ test, turned: { not: turned } }))
  const [group, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const)
  return parts.flatMap((part, at) =>
    negations(part).map(({ test, turned }) => {
      const changed = parts.map((one, i) => (i === at ? turned : one))
      return { test, turned: group === 'all' ? { all: changed } : { any: changed } }
    }),
  )
}

const TITLES: Readonly<Record<Scope, string>> = { item: 'an item', vendor: 'a vendor', layer: 'a layer', project: 'the project' }

/** The tables at the end of docs/rules.md. */
export function factTables(): string {
  const ids = Object.keys(FACTS) as FactId[]
  const rows = (scope: Scope) =>
    ids
      .filter((id) => (FACTS[id].scopes as readonly Scope[]).includes(scope))
      .map((id) => `| \`${id}\` | ${FACTS[id].type} | ${FACTS[id].words.de} | ${FACTS[id].words.en} |`)
  const facts = SCOPES.map((scope) => [
    `### Facts of ${TITLES[scope]}`,
    '',
    '| fact | type | Bedeutung | meaning |',
    '|---|---|---|---|',
    ...rows(scope),
    '',
  ])
  const operators = (Object.keys(OPERATORS) as OperatorId[]).map((id) => `| \`${id}\` | ${OPERATORS[id].join(', ')} |`)
  return [...facts.flat(), '### Operators and the types they take', '', '| operator | type |', '|---|---|', ...operators].join('\n')
}
