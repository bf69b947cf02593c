import { createHash } from 'node:crypto'
import type { Framework } from '../model/framework.ts'
import type { NamedList, Policy } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { BindingRule, Layer, LicenceHistory, LicenceRegister, Organisation } from '../model/register.ts'
import { checked } from './check.ts'
import { framework } from './frameworks.ts'
import { licenceHistories } from './licence-histories.ts'
import { licenceRegister } from './licences.ts'
import { assertRegister, organisation } from './organisations.ts'
import { byName, namedList } from './lists.ts'
import { bindings, layers, policy } from './policies.ts'
import { assertReferences } from './references.ts'
import { licenceFile } from './schemas.ts'
import { ruleSets } from './sets.ts'
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
  readonly lists: readonly NamedList[]
  readonly policies: readonly Policy[]
  readonly sets: readonly YamlFile[]
  readonly frameworks: readonly Framework[]
  readonly sha256: string
}

/** First part of a path → what the file is. `licences.yaml` and `licences/aliases.yaml` are of one kind. */
const ROOMS = ['vendors', 'policies', 'lists', 'sets', 'layers', 'bindings', 'licences', 'frameworks', 'alternatives'] as const
type Room = (typeof ROOMS)[number]

/** Reads every rule file; the first fault ends it with file, line and column. The order of `files` does not matter. `known`: what an overlay may build on. */
export function readRules(files: readonly RuleFile[], folder = 'rules', known?: Pick<Knowledge, 'licences' | 'lists'>): Rules {
  const sorted = [...files].filter(({ path }) => /\.ya?ml$/i.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  const rooms = Object.fromEntries(ROOMS.map((room): [Room, YamlFile[]] => [room, []])) as Record<Room, YamlFile[]>
  const hash = createHash('sha256')
  for (const { path, text } of sorted) {
    const room = path.split('/')[0]!.replace(/\.yaml$/, '') as Room
    const file = `${folder}/${path}`
    if (!path.endsWith('.yaml')) throw new Problem('E2113', { path }, { file })
    if (!ROOMS.includes(room))
      throw new Problem(
        'E2103',
        { what: { de: `${path}: Regeln liegen in ${ROOMS.join(', ')}`, en: `${path}: rules lie in ${ROOMS.join(', ')}` } },
        { file, line: 1, column: 1 },
      )
    rooms[room].push(parseYaml(text, file))
    hash.update(path).update('\0').update(text).update('\0')
  }
  const licenceFiles = rooms.licences.map((yaml) => ({ file: yaml.file, data: checked(licenceFile, yaml), line: (path: YamlPath) => yaml.place(path).line })) // prettier-ignore
  const licences = licenceRegister(licenceFiles, known?.licences)
  const lists = rooms.lists.map(namedList)
  const named = byName([...(known?.lists ?? []), ...lists])
  return {
    organisations: rooms.vendors.map(organisation),
    bindings: rooms.bindings.flatMap(bindings),
    licences,
    licenceHistories: licenceHistories(licenceFiles, known === undefined ? [licences] : [licences, known.licences]),
    layers: rooms.layers.flatMap(layers),
    lists,
    policies: rooms.policies.map((yaml) => policy(yaml, named)),
    sets: rooms.sets,
    frameworks: rooms.frameworks.map((yaml) => framework(yaml, named)),
    sha256: hash.digest('hex'),
  }
}

/** All knowledge of one folder, checked as a whole. */
export function compileRules(files: readonly RuleFile[]): Knowledge {
  const rules = readRules(files)
  assertOnce(rules.policies)
  assertOnce(rules.frameworks)
  assertOnce(rules.lists)
  const policyIds = rules.policies.map(({ id }) => id)
  const organisations = assertRegister(rules.organisations)
  assertReferences(rules.policies, { organisations, layers: rules.layers })
  return {
    ...rules,
    organisations,
    bindings: idMap(rules.bindings),
    licenceHistories: idMap(rules.licenceHistories),
    sets: ruleSets(rules.sets, policyIds),
  }
}

export function assertOnce(entries: readonly (Policy | NamedList | Framework)[]): void {
  const seen = new Map<string, Policy | NamedList | Framework>()
  for (const entry of entries) {
    const other = seen.get(entry.id)
    if (other !== undefined) throw new Problem('E2104', { id: entry.id, other: other.place.file }, entry.place)
    seen.set(entry.id, entry)
  }
}

export function idMap<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
