import type { Policy } from '../model/policy.ts'
import type { BindingRule, Layer } from '../model/register.ts'
import { checked } from './check.ts'
import { assertExample, assertFact, condition, type Lists } from './conditions.ts'
import type { FactId } from '../model/facts.ts'
import { namespacesOf, withoutUndefined } from './organisations.ts'
import { bindingsFile, layersFile, policyFile } from './schemas.ts'
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
