import { FACTS, OPERATORS, type FactId, type OperatorId } from '../model/facts.ts'
import { nearest } from '../model/nearest.ts'
import type { Condition, Scalar, Scope } from '../model/policy.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import type { Path, YamlFile } from './yaml.ts'

/** Reads the condition at `path`; every fact must be one of the scope, every operator one of the fact's type. */
export function condition(yaml: YamlFile, data: unknown, path: Path, scope: Scope): Condition {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Problem('E2103', { what: 'a condition is all, any, not or fact' }, yaml.place(path))
  const entry = data as Record<string, unknown>
  for (const group of ['all', 'any'] as const) {
    if (!(group in entry)) continue
    only(yaml, entry, path, [group])
    const parts = entry[group]
    if (!Array.isArray(parts) || parts.length === 0)
      throw new Problem('E2103', { what: `${group} needs a list of conditions` }, yaml.place([...path, group]))
    const conditions = parts.map((part, i) => condition(yaml, part, [...path, group, i], scope))
    return group === 'all' ? { all: conditions } : { any: conditions }
  }
  if ('not' in entry) {
    only(yaml, entry, path, ['not'])
    return { not: condition(yaml, entry['not'], [...path, 'not'], scope) }
  }
  return test(yaml, entry, path, scope)
}

/** The fact must be one of the scope. */
export function assertFact(fact: string, scope: Scope, place: ProblemPlace): void {
  const known = (Object.keys(FACTS) as FactId[]).filter((id) => (FACTS[id].scopes as readonly Scope[]).includes(scope))
  if ((known as string[]).includes(fact)) return
  throw new Problem('E2102', { key: fact, near: nearest(fact, known) ?? known[0]!, known: known.join(', ') }, place)
}

function test(yaml: YamlFile, entry: Record<string, unknown>, path: Path, scope: Scope): Condition {
  const fact = entry['fact'] as FactId
  assertFact(String(fact ?? Object.keys(entry)[0] ?? ''), scope, yaml.place([...path, 'fact']))
  const allowed = (Object.keys(OPERATORS) as OperatorId[]).filter((id) => (OPERATORS[id] as readonly string[]).includes(FACTS[fact].type))
  only(yaml, entry, path, ['fact', ...allowed])
  const operator = allowed.find((id) => id in entry)
  if (operator === undefined) throw new Problem('E2103', { what: `${fact}: one of ${allowed.join(', ')} is missing` }, yaml.place(path))
  const value = entry[operator] as Scalar | readonly Scalar[]
  const wanted = FACTS[fact].type === 'text' ? 'string' : FACTS[fact].type === 'truth' ? 'boolean' : 'number'
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one !== wanted)
      throw new Problem('E2103', { what: `${fact}: ${wanted} expected, ${typeof one} found` }, yaml.place([...path, operator]))
  }
  return { fact, operator, value }
}

function only(yaml: YamlFile, entry: Record<string, unknown>, path: Path, known: readonly string[]): void {
  for (const key of Object.keys(entry)) {
    if (known.includes(key)) continue
    throw new Problem('E2102', { key, near: nearest(key, known) ?? known[0]!, known: known.join(', ') }, yaml.keyPlace([...path, key]))
  }
}
