import type { Condition, NamedList, Policy } from '../model/policy.ts'
import { Faults } from '../model/faults.ts'
import { checked } from './check.ts'
import type { Lists } from './conditions.ts'
import { withoutUndefined } from './organisations.ts'
import { listFile } from './schemas.ts'
import { notDefined, type Ids } from './references.ts'
import { assertCountry } from './values.ts'
import type { YamlFile } from './yaml.ts'

/** rules/lists/*.yaml: one list a file. */
export function namedList(yaml: YamlFile): NamedList {
  const { id, words, of, values, source } = checked(listFile, yaml)
  const at = values.map((_, i) => {
    const { line, column } = yaml.place(['values', i])
    return { line, column }
  })
  const fields = { id, words, ...(of !== undefined && { of }), values }
  return { ...fields, source: withoutUndefined(source), place: { file: yaml.file, line: 1 }, at }
}

/** What a list says that its values are must be there, whether a policy uses it or not. */
export function assertListed(lists: readonly NamedList[], ids: Ids): void {
  const faults = new Faults()
  for (const { of, values, at, place } of lists)
    values.forEach((value, i) => {
      const where = { file: place.file, ...at?.[i] }
      if (of === 'countries') faults.try(() => assertCountry(value, where))
      else if (of !== undefined && !ids[of].has(value)) faults.add(notDefined(value, of, ids[of].keys(), where))
    })
  faults.end()
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
