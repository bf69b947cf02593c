import { createHash } from 'node:crypto'
import { Faults } from '../model/faults.ts'
import type { Framework } from '../model/framework.ts'
import { RULE_FILE } from '../model/own-file.ts'
import type { NamedList, Policy } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { BindingRule, Layer, LicenceHistory, LicenceRegister, Organisation } from '../model/register.ts'
import { checked } from './check.ts'
import { decides } from './decides.ts'
import { framework } from './frameworks.ts'
import { licenceHistories } from './licence-histories.ts'
import { licenceRegister } from './licences.ts'
import { assertRegister, organisation } from './organisations.ts'
import { assertListed, byName, namedList } from './lists.ts'
import { meant } from './meant.ts'
import { bindings, layers, policy } from './policies.ts'
import { idsOf, type Known } from './ids.ts'
import { assertReferences } from './references.ts'
import { licenceFile } from './schemas.ts'
import { REGISTERS, roomOf, ROOMS, type Room } from './rooms.ts'
import { ruleSets } from './sets.ts'
import { OUR_NODES, parseYaml, placeText, type Path as YamlPath, type YamlFile } from './yaml.ts'

/** A rule file as it lies on the disk; `path` is relative to the rules folder, `/` as separator. */
export interface RuleFile {
  readonly path: string
  readonly text: string
  /** Its name in messages, where that is not folder and path. */
  readonly file?: string
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
  /** Over what the registers decide; none where the folder holds none. */
  readonly register?: string
}

/** Reads every rule file; every fault is told, with file, line and column. The order of `files` does not matter. `known`: what an overlay may build on. */
export function readRules(files: readonly RuleFile[], folder = 'rules', known?: Known & Pick<Knowledge, 'lists'>): Rules {
  const { rooms, sha256 } = sorted(files, folder, known === undefined ? OUR_NODES : undefined)
  const faults = new Faults()
  const all = <T>(room: Room, read: (yaml: YamlFile) => T): T[] => rooms[room].flatMap((yaml) => faults.try(() => [read(yaml)]) ?? [])
  const licenceFiles = all('licences', (yaml) => ({ file: yaml.file, data: checked(licenceFile, yaml), line: (path: YamlPath) => yaml.place(path).line })) // prettier-ignore
  // ours are read only where something builds on them
  const before = licenceFiles.length === 0 ? undefined : known?.licences
  const licences = faults.try(() => licenceRegister(licenceFiles, before))
  const lists = all('lists', namedList)
  const named = byName([...(known?.lists ?? []), ...lists])
  const organisations = all('vendors', organisation)
  const ruledLayers = all('layers', layers).flat()
  const ids = idsOf(organisations, ruledLayers, licences, known)
  faults.try(() => assertListed(lists, ids))
  for (const room of ['policies', 'lists', 'frameworks'] as const) faults.try(() => assertOnce(rooms[room]))
  const policies = all('policies', (yaml) => policy(yaml, named, ids))
  const frameworks = all('frameworks', (yaml) => framework(yaml, named))
  const bound = all('bindings', bindings).flat()
  faults.end()
  const registers = REGISTERS.flatMap((room) => rooms[room])
  return {
    organisations,
    bindings: bound,
    licences: licences!,
    licenceHistories: licenceHistories(licenceFiles, before === undefined ? [licences!] : [licences!, before]),
    layers: ruledLayers,
    lists,
    policies,
    sets: rooms.sets,
    frameworks,
    sha256,
    ...(registers.length > 0 && { register: decides(registers) }),
  }
}

/** The files by what they are, and the hash over all of them. */
function sorted(
  files: readonly RuleFile[],
  folder: string,
  nodes: number | undefined,
): { rooms: Record<Room, YamlFile[]>; sha256: string } {
  const rules = [...files].filter(({ path }) => RULE_FILE.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
  const rooms = Object.fromEntries(ROOMS.map((room): [Room, YamlFile[]] => [room, []])) as Record<Room, YamlFile[]>
  const hash = createHash('sha256')
  const faults = new Faults()
  for (const { path, text, file: shown } of rules) {
    faults.try(() => {
      const room = roomOf(path) as Room
      const file = shown ?? `${folder}/${path}`
      if (!path.endsWith('.yaml')) throw new Problem('E2113', { path }, { file })
      if (!ROOMS.includes(room)) throw noRoom(path, room, file)
      rooms[room].push(parseYaml(text, file, nodes))
      hash.update(path).update('\0').update(text).update('\0')
    })
  }
  faults.end()
  return { rooms, sha256: hash.digest('hex') }
}

function noRoom(path: string, room: string, file: string): Problem {
  const near = path.includes('/') ? meant(room, ROOMS) : undefined
  const [de, en] = near === undefined ? ['', ''] : [`; meinten Sie ${near}/?`, `; did you mean ${near}/?`]
  const rooms = ROOMS.join(', ')
  return new Problem(
    'E2103',
    { what: { de: `${path}: Regeln liegen in Unterordnern: ${rooms}${de}`, en: `${path}: rules lie in sub-folders: ${rooms}${en}` } },
    { file, line: 1, column: 1 },
  )
}

/** All knowledge of one folder, checked as a whole. */
export function compileRules(files: readonly RuleFile[]): Knowledge {
  const rules = readRules(files)
  const policyIds = rules.policies.map(({ id }) => id)
  const organisations = assertRegister(rules.organisations)
  assertReferences(rules.policies, { organisations, layers: idMap(rules.layers) })
  return {
    ...rules,
    register: rules.register ?? '',
    organisations,
    bindings: idMap(rules.bindings),
    licenceHistories: idMap(rules.licenceHistories),
    sets: ruleSets(rules.sets, policyIds),
  }
}

/** No id in two files of a room; both places are named. */
function assertOnce(files: readonly YamlFile[]): void {
  const seen = new Map<unknown, YamlFile>()
  const faults = new Faults()
  for (const yaml of files) {
    const id = (yaml.data as { id?: unknown } | null)?.id
    const first = typeof id === 'string' ? seen.get(id) : undefined
    if (first !== undefined)
      faults.add(new Problem('E2104', { id: id as string, other: placeText(first.place(['id'])) }, yaml.place(['id'])))
    else seen.set(id, yaml)
  }
  faults.end()
}

export function idMap<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]))
}
