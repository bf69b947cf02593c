import type { Condition, NamedList, Policy } from '../model/policy.ts'
import { checked } from './check.ts'
import type { Lists } from './conditions.ts'
import { withoutUndefined } from './organisations.ts'
import { listFile } from './schemas.ts'
import type { YamlFile } from './yaml.ts'

/** rules/lists/*.yaml: one list a file. */
export function namedList(yaml: YamlFile): NamedList {
  const { id, words, values, source } = checked(listFile, yaml)
  return { id, words, values, source: withoutUndefined(source), place: { file: yaml.file, line: 1 } }
}

export const byName = (lists: readonly NamedList[]): Lists => new Map(lists.map((list) => [list.id, list]))

/** A policy with the values of `lists` in the place of those that its lists had before. */
export function relisted<P extends Pick<Policy, 'when'>>(policy: P, lists: Lists): P {
  if (lists.size === 0) return policy
  const walk = (condition: Condition): Condition => {
    if ('all' in condition) return { all: condition.all.map(walk) }
    if ('any' in condition) return { any: condition.any.map(walk) }
    if ('not' in condition) return { not: walk(condition.not) }
    const list = condition.list === undefined ? undefined : lists.get(condition.list)
    return list === undefined ? condition : { ...condition, value: list.values }
  }
  return { ...policy, when: walk(policy.when) }
}
