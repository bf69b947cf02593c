import { createHash } from 'node:crypto'
import type { Framework } from '../model/framework.ts'
import type { Policy } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import type { BindingRule, Knowledge, Layer, LicenceHistory, LicenceRegister, Organisation } from '../model/register.ts'
import { checked } from './check.ts'
import { framework } from './frameworks.ts'
import { licenceHistories } from './licence-histories.ts'
import { licenceRegister } from './licences.ts'
import { assertRegister, organisation } from './organisations.ts'
import { bindings, layers, policy, ruleSets } from './policies.ts'
import { licenceFile } from './schemas.ts'
import { parseYaml, type Path as YamlPath, type YamlFile } from './yaml.ts'

/** A rule file as it lies on the disk; `path` is relative to the rules folder, `/` as separator. */
export interface RuleFile {
  readonly path: string
  readonly text: string
}

/** The rule files of one folder, each read on its own; what only all of them together show is not yet checked. */
export interface Rules {
  readonly organisations: readonly Organisation[]
  readonly bindings: readonly BindingRule[]
  readonly licences: LicenceRegister
  readonly licenceHistories: readonly LicenceHistory[]
  readonly layers: readonly Layer[]
  readonly policies: readonly Policy[]
  readonly sets: readonly YamlFile[]
  readonly frameworks: readonly Framework[]
  readonly sha256: string
}

/** First part of a path → what the file is. `licences.yaml` and `licences/aliases.yaml` are of one kind. */
const ROOMS = ['vendors', 'policies', 'sets', 'layers', 'bindings', 'licences', 'frameworks', 'alternatives'] as const
type Room = (typeof ROOMS)[number]

/** Reads every rule file; the first fault ends it with file, line and column. The order of `files` does not matter. `known`: licences that an overlay may build on. */
export function readRules(files: readonly RuleFile[], folder = 'rules', known?: LicenceRegister): Rules {
  const sorted = [...files].filter(({ path }) => path.endsWith('.yaml')).sort((a, b) => (a.path < b.path ? -1 : 1))
  const rooms = Object.fromEntries(ROOMS.map((room): [Room, YamlFile[]] => [room, []])) as Record<Room, YamlFile[]>
  const hash = createHash('sha256')
  for (const { path, text } of sorted) {
    const room = path.split('/')[0]!.replace(/\.yaml$/, '') as Room
    const file = `${folder}/${path}`
    if (!ROOMS.includes(room)) throw new Problem('E2103', { what: `${path}: ${ROOMS.join(', ')}` }, { file, line: 1, column: 1 })
    rooms[room].push(parseYaml(text, file))
    hash.update(path).update('\0').update(text).update('\0')
  }
  const licenceFiles = rooms.licences.map((yaml) => ({ file: yaml.file, data: checked(licenceFile, yaml), line: (path: YamlPath) => yaml.place(path).line })) // prettier-ignore
  const licences = licenceRegister(licenceFiles, known)
  return {
    organisations: rooms.vendors.map(organisation),
    bindings: rooms.bindings.flatMap(bindings),
    licences,
    licenceHistories: licenceHistories(licenceFiles, known === undefined ? [licences] : [licences, known]),
    layers: rooms.layers.flatMap(layers),
    policies: rooms.policies.map(policy),
    sets: rooms.sets,
    frameworks: rooms.frameworks.map(framework),
    sha256: hash.digest('hex'),
  }
}

/** All knowledge of one folder, checked as a whole. */
export function compileRules(files: readonly RuleFile[]): Knowledge {
  const rules = readRules(files)
  assertOnce(rules.policies)
  assertOnce(rules.frameworks)
  const policyIds = rules.policies.map(({ id }) => id)
  return {
    ...rules,
    organisations: assertRegister(rules.organisations),
    bindings: idMap(rules.bindings),
    licenceHistories: idMap(rules.licenceHistories),
    sets: ruleSets(rules.sets, policyIds),
  }
}

function assertOnce<T extends Policy | Framework>(all: readonly T[]): void {
  const seen = new Map<string, T>()
  for (const one of all) {
    const other = seen.get(one.id)
    if (other !== undefined) throw new Problem('E2104', { id: one.id, other: other.place.file }, one.place)
    seen.set(one.id, one)
  }
}

export function idMap<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
