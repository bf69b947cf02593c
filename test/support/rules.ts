import { readdirSync, readFileSync } from 'node:fs'
import { framework } from '../../src/knowledge/frameworks.ts'
import { byName, namedList } from '../../src/knowledge/lists.ts'
import { policy } from '../../src/knowledge/policies.ts'
import { ruleSets } from '../../src/knowledge/sets.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import type { Condition, Policy, RuleSet } from '../../src/model/policy.ts'

const read = (room: string) =>
  readdirSync(`rules/${room}`)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseYaml(readFileSync(`rules/${room}/${name}`, 'utf8'), `rules/${room}/${name}`))

/** The policies and sets we ship, from their files. */
export const lists = byName(read('lists').map(namedList))
export const policies: readonly Policy[] = read('policies').map((yaml) => policy(yaml, lists))
export const sets: ReadonlyMap<string, RuleSet> = ruleSets(
  read('sets'),
  policies.map(({ id }) => id),
)

/** The frameworks we ship. */
export const frameworks = read('frameworks').map((yaml) => framework(yaml, lists))

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
