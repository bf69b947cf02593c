import type { GateCondition, LevelBounds, Policy, RuleSet } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import type { BindingRule, Layer } from '../model/register.ts'
import { checked } from './check.ts'
import { assertExample, assertFact, condition, type Lists } from './conditions.ts'
import type { FactId } from '../model/facts.ts'
import { notDefined } from './references.ts'
import { namespacesOf, withoutUndefined } from './organisations.ts'
import { bindingsFile, layersFile, policyFile, setFile } from './schemas.ts'
import type { YamlFile } from './yaml.ts'

/** One policy from its file. Its examples are run by `rules check` and by the build. */
export function policy(yaml: YamlFile, lists: Lists = new Map()): Policy {
  const data = checked(policyFile, yaml)
  data.examples.forEach(({ facts }, i) =>
    Object.entries(facts).forEach(([fact, value]) => {
      assertFact(fact, data.scope, yaml.keyPlace(['examples', i, 'facts', fact]))
      assertExample(fact as FactId, value, yaml.place(['examples', i, 'facts', fact]))
    }),
  )
  return {
    ...withoutUndefined({
      id: data.id,
      scope: data.scope,
      severity: data.severity,
      axis: data.axis,
      title: data.title,
      why: data.why,
      fix: data.fix,
      assumes: data.assumes,
    }),
    source: withoutUndefined(data.source),
    examples: data.examples,
    when: condition(yaml, data.when, ['when'], data.scope, lists),
    place: { file: yaml.file, line: 1 },
  }
}

export function layers(yaml: YamlFile): Layer[] {
  return checked(layersFile, yaml).layers.map(({ id, formerly, words, software, critical, cpv, keywords, types }) => ({
    id, ...withoutUndefined({ formerly }), words, software, critical, cpv: cpv ?? [], keywords: keywords ?? [], types: types ?? [],
  })) // prettier-ignore
}

export function bindings(yaml: YamlFile): BindingRule[] {
  const data = checked(bindingsFile, yaml)
  return data.bindings.map(({ id, service, provider, portable, namespaces }, i) => ({
    id,
    service,
    provider,
    portable,
    namespaces: namespacesOf(namespaces),
    source: withoutUndefined(data.source),
    place: { file: yaml.file, line: yaml.place(['bindings', i]).line },
  }))
}

/** All sets, each with what it inherits filled in, from its own kind or from `known` (the sets that an overlay adds to). */
export function ruleSets(
  files: readonly YamlFile[],
  policyIds: readonly string[],
  known: ReadonlyMap<string, RuleSet> = new Map(),
): Map<string, RuleSet> {
  const raw = new Map(files.map((yaml) => [checked(setFile, yaml).id, { yaml, data: checked(setFile, yaml) }]))
  const resolve = (id: string, from: readonly string[]): RuleSet => {
    const entry = raw.get(id)!
    const { yaml, data } = entry
    const parent = data.extends === undefined ? undefined : parentOf(data.extends, yaml, [...from, id])
    const policies = data.policies ?? parent?.policies
    policies?.forEach((name, i) => {
      if (!policyIds.includes(name)) throw notDefined(name, 'policies', policyIds, yaml.place(['policies', i]))
    })
    const levels: LevelBounds | undefined = data.levels ?? parent?.levels
    data.gate?.forEach((entry, i) =>
      entry.policies?.forEach((name, j) => {
        if (!policyIds.includes(name)) throw notDefined(name, 'policies', policyIds, yaml.place(['gate', i, 'policies', j]))
      }),
    )
    const own = (data.gate ?? []).map(({ condition: gateId, action, limit, policies: names }): GateCondition => ({
      id: gateId,
      action,
      ...withoutUndefined({ limit, policies: names }),
    }))
    const gate = [...(parent?.gate ?? []).filter((inherited) => !own.some((one) => one.id === inherited.id)), ...own]
    if (levels === undefined)
      throw new Problem(
        'E2103',
        { what: { de: 'levels fehlt; oder extends: default', en: 'levels is missing; or extends: default' } },
        yaml.place([]),
      )
    return { id, words: data.words, ...(policies !== undefined && { policies }), levels, gate }
  }
  const parentOf = (id: string, yaml: YamlFile, from: readonly string[]): RuleSet => {
    const inherited = known.get(id)
    if (inherited !== undefined && !raw.has(id)) return inherited
    if (!raw.has(id)) throw notDefined(id, 'extends', [...raw.keys(), ...known.keys()], yaml.place(['extends']))
    if (from.includes(id)) throw new Problem('E2103', { what: `extends: ${[...from, id].join(' → ')}` }, yaml.place(['extends']))
    return resolve(id, from)
  }
  return new Map([...known, ...[...raw.keys()].map((id) => [id, resolve(id, [])] as const)])
}
