import { createHash } from 'node:crypto'
import type { Knowledge } from '../model/register.ts'
import { assertRegister } from './organisations.ts'
import { ruleSets } from './policies.ts'
import { idMap, readRules, type RuleFile } from './compile.ts'

/** Our knowledge with a user's own rule files laid over it: what has the same id is replaced, everything else is added. */
export function overlay(ours: Knowledge, files: readonly RuleFile[], folder: string): Knowledge {
  const theirs = readRules(files, folder, ours.licences)
  const byId = <T extends { readonly id: string }>(mine: Iterable<T>, added: readonly T[]) => {
    const ids = new Set(added.map(({ id }) => id))
    return [...[...mine].filter(({ id }) => !ids.has(id)), ...added]
  }
  const policies = byId(ours.policies, theirs.policies)
  return {
    organisations: assertRegister(byId(ours.organisations.values(), theirs.organisations)),
    bindings: idMap(byId(ours.bindings.values(), theirs.bindings)),
    licenceHistories: idMap(byId(ours.licenceHistories.values(), theirs.licenceHistories)),
    licences: mergeLicences(theirs.licences, ours.licences),
    layers: byId(ours.layers, theirs.layers),
    policies,
    sets: ruleSets(theirs.sets, policies.map(({ id }) => id), ours.sets), // prettier-ignore
    frameworks: byId(ours.frameworks, theirs.frameworks),
    sha256: createHash('sha256').update(ours.sha256).update(theirs.sha256).digest('hex'),
  }
}

/** Theirs come first and therefore win. */
function mergeLicences(theirs: Knowledge['licences'], ours: Knowledge['licences']): Knowledge['licences'] {
  return Object.fromEntries(
    Object.keys(ours).map((key) => [key, [...(theirs[key as keyof typeof ours] ?? []), ...(ours[key as keyof typeof ours] ?? [])]]),
  ) as unknown as Knowledge['licences']
}
