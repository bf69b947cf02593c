import { createHash } from 'node:crypto'
import type { RulePlace } from '../model/evidence.ts'
import { knowledgeOf, type Knowledge, type Registers, type Replaced } from '../model/knowledge.ts'
import { assertRegister } from './organisations.ts'
import { ruleSets } from './sets.ts'
import { byName, relisted } from './lists.ts'
import { assertReferences } from './references.ts'
import { idMap, readRules, type RuleFile, type Rules } from './compile.ts'

/** Our knowledge with a user's own rule files laid over it: what has the same id is replaced, everything else is added. */
export function overlay(ours: Knowledge, files: readonly RuleFile[], folder: string): Knowledge {
  const theirs = readRules(files, folder, ours)
  const changed = byName(theirs.lists)
  const policies = byId(ours.policies.map((policy) => relisted(policy, changed)), theirs.policies) // prettier-ignore
  const layers = byId(ours.layers, theirs.layers)
  // most have policies of their own and no register: ours stay as the build froze them
  const registers = theirs.register === undefined ? ours : registersWith(theirs, ours)
  assertReferences(policies, { organisations: registers.organisations, layers: idMap(layers) }, theirs.lists)
  const rulings = {
    lists: byId(ours.lists, theirs.lists),
    layers,
    policies,
    sets: ruleSets(theirs.sets, policies.map(({ id }) => id), ours.sets), // prettier-ignore
    frameworks: byId(ours.frameworks, theirs.frameworks),
    sha256: joined(ours.sha256, theirs.sha256),
    register: theirs.register === undefined ? ours.register : joined(ours.register, theirs.register),
    replaced: replacedBy(theirs, ours),
  }
  return knowledgeOf(rulings, registers)
}

function registersWith(theirs: Rules, ours: Knowledge): Registers {
  return {
    organisations: assertRegister(byId(ours.organisations.values(), theirs.organisations)),
    bindings: idMap(byId(ours.bindings.values(), theirs.bindings)),
    licenceHistories: idMap(byId(ours.licenceHistories.values(), theirs.licenceHistories)),
    licences: mergeLicences(theirs.licences, ours.licences),
  }
}

function byId<T extends { readonly id: string }>(mine: Iterable<T>, added: readonly T[]): T[] {
  const ids = new Set(added.map(({ id }) => id))
  return [...[...mine].filter(({ id }) => !ids.has(id)), ...added]
}

const joined = (ours: string, theirs: string) => createHash('sha256').update(ours).update(theirs).digest('hex')

function replacedBy(theirs: Rules, ours: Knowledge): Replaced[] {
  const of = (what: Replaced['what'], added: readonly { readonly id: string; readonly place: RulePlace }[], has: (id: string) => boolean) =>
    added.filter(({ id }) => has(id)).map(({ id, place }): Replaced => ({ what, id, file: place.file }))
  const one = (entries: readonly { readonly id: string }[]) => (id: string) => entries.some((entry) => entry.id === id)
  const sets = theirs.sets.map((yaml) => ({ id: String((yaml.data as { id?: unknown }).id), place: { file: yaml.file, line: 1 } }))
  return [
    ...of('policy', theirs.policies, one(ours.policies)),
    ...of('list', theirs.lists, one(ours.lists)),
    ...of('layer', theirs.layers, one(ours.layers)),
    ...of('vendor', theirs.organisations, (id) => ours.organisations.has(id)),
    ...of('set', sets, (id) => ours.sets.has(id)),
    ...of('framework', theirs.frameworks, one(ours.frameworks)),
  ]
}

/** Theirs come first and therefore win. */
function mergeLicences(theirs: Knowledge['licences'], ours: Knowledge['licences']): Knowledge['licences'] {
  return Object.fromEntries(
    Object.keys(ours).map((key) => [key, [...(theirs[key as keyof typeof ours] ?? []), ...(ours[key as keyof typeof ours] ?? [])]]),
  ) as unknown as Knowledge['licences']
}
