import type * as z from 'zod'
import { Faults } from '../model/faults.ts'
import { TAKES } from '../model/gate-conditions.ts'
import { isApplied, type GateCondition, type LevelBounds, type RuleSet } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import { checked } from './check.ts'
import { limitFault } from './limits.ts'
import { withoutUndefined } from './organisations.ts'
import { notDefined } from './references.ts'
import { setFile } from './schemas.ts'
import type { Path, YamlFile } from './yaml.ts'

type Said = z.output<typeof setFile>
interface Written {
  readonly yaml: YamlFile
  readonly data: Said
}

/** All sets, each with what it inherits filled in, from its own kind or from `known` (the sets that an overlay adds to). */
export function ruleSets(
  files: readonly YamlFile[],
  policyIds: readonly string[],
  known: ReadonlyMap<string, RuleSet> = new Map(),
): Map<string, RuleSet> {
  const faults = new Faults()
  const written = files.flatMap((yaml) => faults.try((): Written => ({ yaml, data: checked(setFile, yaml) })) ?? [])
  const raw = new Map(written.map((one) => [one.data.id, one]))
  const resolve = (id: string, from: readonly string[]): RuleSet => {
    const { yaml, data } = raw.get(id)!
    const parent = data.extends === undefined ? undefined : parentOf(data.extends, yaml, [...from, id])
    return setOf(yaml, data, parent, policyIds)
  }
  const parentOf = (id: string, yaml: YamlFile, from: readonly string[]): RuleSet => {
    const inherited = known.get(id)
    if (inherited !== undefined && !raw.has(id)) return inherited
    if (!raw.has(id))
      throw notDefined(
        id,
        'extends',
        [...raw.keys(), ...known.keys()].filter((one) => !from.includes(one)),
        yaml.place(['extends']),
      )
    if (from.includes(id)) throw circle([...from, id].join(' → '), yaml)
    return resolve(id, from)
  }
  const all = new Map(known)
  for (const id of raw.keys()) faults.try(() => all.set(id, resolve(id, [])))
  for (const { yaml, data } of written)
    if (raw.get(data.id)?.yaml !== yaml)
      faults.add(new Problem('E2104', { id: data.id, other: placeText(raw.get(data.id)!.yaml, ['id']) }, yaml.place(['id'])))
  faults.end()
  return all
}

const circle = (way: string, yaml: YamlFile): Problem =>
  new Problem('E2103', { what: { de: `extends: Der Satz erweitert am Ende sich selbst: ${way}`, en: `extends: the set extends itself in the end: ${way}` } }, yaml.place(['extends'])) // prettier-ignore

function setOf(yaml: YamlFile, data: Said, parent: RuleSet | undefined, policyIds: readonly string[]): RuleSet {
  const faults = new Faults()
  const known = (name: string, what: string, path: Path) =>
    policyIds.includes(name) || faults.add(notDefined(name, what, policyIds, path.length > 1 && path[0] === 'severity' ? yaml.keyPlace(path) : yaml.place(path))) // prettier-ignore
  data.policies?.forEach((name, i) => known(name, 'policies', ['policies', i]))
  data.without?.forEach((name, i) => known(name, 'without', ['without', i]))
  for (const name of Object.keys(data.severity ?? {})) known(name, 'severity', ['severity', name])
  data.gate?.forEach((entry, i) => entry.policies?.forEach((name, j) => known(name, 'policies', ['gate', i, 'policies', j])))
  data.gate?.forEach((entry, i) => faults.try(() => assertTakes(entry, yaml, ['gate', i], data.gate!.slice(0, i))))
  const levels: LevelBounds | undefined = data.levels ?? parent?.levels
  if (levels === undefined)
    faults.add(new Problem('E2103', { what: { de: 'levels fehlt; oder extends: default', en: 'levels is missing; or extends: default' } }, yaml.place([]))) // prettier-ignore
  faults.end()

  // naming the policies begins anew; leaving some out goes on from what is inherited
  const policies = data.policies ?? parent?.policies
  const without = [...(data.policies === undefined ? (parent?.without ?? []) : []), ...(data.without ?? [])]
  const severity = { ...parent?.severity, ...data.severity }
  const applied: Pick<RuleSet, 'policies' | 'without'> = { ...withoutUndefined({ policies }), ...(without.length > 0 && { without }) }
  const own = (data.gate ?? []).map(({ condition: id, action, limit, policies: names }): GateCondition => ({
    id,
    action,
    ...withoutUndefined({ limit, policies: names }),
  }))
  own.forEach((condition, i) => faults.try(() => assertCounted(condition, applied, yaml, i)))
  const inherited = (parent?.gate ?? []).filter(({ id }) => !own.some((one) => one.id === id))
  const kept = inherited.map((condition) => stillCounted(condition, applied))
  faults.end()
  return {
    id: data.id,
    words: data.words,
    ...applied,
    ...(Object.keys(severity).length > 0 && { severity }),
    levels: levels!,
    gate: [...kept, ...own],
  }
}

/** A condition that counts findings names policies, another none; its limit is of its own kind; none is stated twice. */
function assertTakes(
  { condition, action, limit, policies }: NonNullable<Said['gate']>[number],
  yaml: YamlFile,
  path: Path,
  before: readonly { readonly condition: string }[],
): void {
  const takes = TAKES[condition]
  const fault = (key: string, de: string, en: string) =>
    new Problem('E2103', { what: { de: `${condition}: ${de}`, en: `${condition}: ${en}` } }, yaml.keyPlace([...path, key]))
  const first = before.findIndex((one) => one.condition === condition)
  if (first >= 0) throw new Problem('E2104', { id: condition, other: placeText(yaml, ['gate', first]) }, yaml.place([...path, 'condition']))
  if (takes.policies && policies === undefined && action !== 'off')
    throw fault('condition', 'policies fehlt: gezählt werden Feststellungen der genannten Regeln', 'policies is missing: what is counted are findings of the policies named') // prettier-ignore
  if (!takes.policies && policies !== undefined)
    throw fault('policies', `hier zählen keine Feststellungen, also auch keine policies. Feststellungen zählen: ${counting()}`, `no findings are counted here, so there are no policies. Findings are counted by: ${counting()}`) // prettier-ignore
  if (limit === undefined) {
    if (takes.limit === 'seal' && action !== 'off') throw fault('condition', 'limit fehlt: das verlangte SEAL, 1 bis 4', 'limit is missing: the SEAL asked for, 1 to 4') // prettier-ignore
    return
  }
  const wrong = limitFault(condition, limit)
  if (wrong !== undefined) throw fault('limit', wrong.de, wrong.en)
}

const counting = () => Object.entries(TAKES).filter(([, { policies }]) => policies).map(([id]) => id).join(', ') // prettier-ignore

function placeText(yaml: YamlFile, path: Path): string {
  const { file, line, column } = yaml.place(path)
  return `${file}:${line}:${column}`
}

/** A policy that does not apply finds nothing: a condition that counts it would hold for ever. */
function assertCounted({ id, action, policies = [] }: GateCondition, set: Pick<RuleSet, 'policies' | 'without'>, yaml: YamlFile, i: number): void {
  const at = policies.findIndex((name) => !isApplied(set, name))
  if (action === 'off' || at < 0) return
  throw notApplied(id, policies[at]!, yaml, ['gate', i, 'policies', at])
} // prettier-ignore

/** An inherited condition counts those of its policies that still apply; where none does it is shown as not evaluated. */
function stillCounted(condition: GateCondition, set: Pick<RuleSet, 'policies' | 'without'>): GateCondition {
  const { policies } = condition
  return policies === undefined ? condition : { ...condition, policies: policies.filter((name) => isApplied(set, name)) }
}

function notApplied(condition: string, policy: string, yaml: YamlFile, path: Path): Problem {
  const place = path.length === 1 ? yaml.keyPlace(path) : yaml.place(path)
  return new Problem('E2112', { condition, policy }, place)
}
