import { createHash } from 'node:crypto'
import type { RulePlace } from '../model/evidence.ts'
import { knowledgeOf, type Knowledge, type Registers, type Replaced } from '../model/knowledge.ts'
import type { LicenceAlias, LicenceEntry, LicenceRegister } from '../model/register.ts'
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
    ...of('binding', theirs.bindings, (id) => ours.bindings.has(id)),
    ...of('licence-change', theirs.licenceHistories, (id) => ours.licenceHistories.has(id)),
    ...licencesReplaced(theirs.licences, ours),
  ]
}

/** Licences that are judged otherwise, and what is written for a licence and means another one; the same again replaces nothing. */
function licencesReplaced({ licences, aliases, urls }: LicenceRegister, ours: Knowledge): Replaced[] {
  // ours are read only where something may replace them
  if (licences.length + aliases.length + urls.length === 0) return []
  const judged = new Map(ours.licences.licences.map((one) => [one.id, judgement(one)]))
  const meant = (all: readonly LicenceAlias[]) => new Map(all.map(({ written, is }) => [written.toLowerCase(), is]))
  const spelled = (mine: readonly LicenceAlias[], all: readonly LicenceAlias[]) => {
    const before = meant(all)
    return mine.filter(({ written, is }) => (before.get(written.toLowerCase()) ?? is) !== is)
  }
  return [
    ...licences
      .filter((one) => (judged.get(one.id) ?? judgement(one)) !== judgement(one))
      .map(({ id, place }): Replaced => ({ what: 'licence', id, file: place.file })),
    ...[...spelled(aliases, ours.licences.aliases), ...spelled(urls, ours.licences.urls)].map(({ written, file = '' }): Replaced => ({
      what: 'spelling',
      id: written,
      file,
    })),
  ]
}

const judgement = ({ family, openness, osi, fsf }: LicenceEntry) => [family, openness, osi, fsf].join()

/** Theirs come first and therefore win. */
function mergeLicences(theirs: Knowledge['licences'], ours: Knowledge['licences']): Knowledge['licences'] {
  return Object.fromEntries(
    Object.keys(ours).map((key) => [key, [...(theirs[key as keyof typeof ours] ?? []), ...(ours[key as keyof typeof ours] ?? [])]]),
  ) as unknown as Knowledge['licences']
}
