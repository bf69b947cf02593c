import type * as z from 'zod'
import { Faults } from '../model/faults.ts'
import { SCOPES, type Condition, type Policy } from '../model/policy.ts'
import type { Problem } from '../model/problem.ts'
import type { BindingRule, Layer } from '../model/register.ts'
import { checked } from './check.ts'
import { assertFact, condition, type Lists } from './conditions.ts'
import type { FactId } from '../model/facts.ts'
import { layersFile } from './layer-schema.ts'
import type { Ids } from './references.ts'
import { assertExample } from './values.ts'
import { namespacesOf, withoutUndefined } from './organisations.ts'
import { bindingsFile, policyFile } from './schemas.ts'
import type { YamlFile } from './yaml.ts'

const NO_LISTS: Lists = new Map()

/** One policy from its file; everything that is wrong in it is told. Its examples are run by `rules check` and by the build. */
export function policy(yaml: YamlFile, lists: Lists = NO_LISTS, ids?: Ids): Policy {
  const faults = new Faults()
  const data = faults.try(() => checked(policyFile, yaml))
  const raw = (data ?? yaml.data) as Partial<z.output<typeof policyFile>> | null
  const scope = SCOPES.find((one) => one === raw?.scope)
  // what the schema has already found at fault is not asked again
  const asked = scope !== undefined && raw?.when !== undefined && (data !== undefined || isEntry(raw.when))
  const when = asked ? faults.try(() => condition(yaml, raw.when, ['when'], { scope, lists, ids })) : undefined
  if (data !== undefined) for (const problem of exampleFaults(yaml, data, ids)) faults.add(problem)
  faults.end()
  return policyOf(data!, when!, yaml)
}

const isEntry = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

function exampleFaults(yaml: YamlFile, { scope, examples }: z.output<typeof policyFile>, ids: Ids | undefined): Problem[] {
  return examples.flatMap(({ facts }, i) =>
    Object.entries(facts).flatMap(([fact, value]) => {
      const path = ['examples', i, 'facts', fact]
      const faults = new Faults()
      faults.try(() => {
        assertFact(fact, scope, yaml.keyPlace(path))
        assertExample(fact as FactId, value, { place: yaml.place(path), raw: yaml.raw(path) }, ids)
      })
      return faults.all
    }),
  )
}

function policyOf(data: z.output<typeof policyFile>, when: Condition, yaml: YamlFile): Policy {
  const { id, scope, severity, axis, title, why, fix, assumes } = data
  const examples = data.examples.map((example, i) => {
    const { line, column } = yaml.place(['examples', i])
    return { ...example, at: { line, column } }
  })
  return {
    ...withoutUndefined({ id, scope, severity, axis, title, why, fix, assumes }),
    source: withoutUndefined(data.source),
    examples,
    when,
    place: { file: yaml.file, line: 1 },
  }
}

export function layers(yaml: YamlFile): Layer[] {
  return checked(layersFile, yaml).layers.map(({ cpv = [], cpvNot = [], keywords = [], endings = [], trades = [], types = [], ...layer }, i) => ({
    ...withoutUndefined(layer), cpv, cpvNot, keywords, endings, trades, types, place: { file: yaml.file, line: yaml.place(['layers', i]).line },
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
