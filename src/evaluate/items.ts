import type { Dossier } from '../model/dossier.ts'
import { isLockInReason } from '../model/lock-in.ts'
import type { Truth } from '../model/policy.ts'
import { leaveOpen, type Asked, type Found, type Open } from './asked.ts'
import { ITEM_FACTS, itemEvidence } from './facts.ts'
import { OWN_FACTS, Profiles } from './profile.ts'
import type { Compiled, Facts } from './prove.ts'

/** Items that get one answer: all of one profile, or a single one. */
type Group = readonly number[]

/** Asks policies of items. Those that do not count are not asked; those of one profile are asked once; those of one id share a finding. */
export function itemAsker(items: readonly Dossier[], openSourceDeliverable: boolean): Asked {
  const context = { openSourceDeliverable, lockIn: isLockInReason }
  const factsOf = (index: number): Facts => ({
    value: (fact) => ITEM_FACTS[fact as keyof typeof ITEM_FACTS]!(items[index]!, context),
    evidence: (fact) => itemEvidence(items[index]!, fact),
  })
  const counted = items.flatMap((item, index) => (item.counted && item.relation !== 'root' ? [index] : []))
  const byProfile = groups(items, counted)
  const singly = counted.map((index) => [index])

  return (compiled) => {
    const asked = compiled.facts.some((fact) => OWN_FACTS.has(fact)) ? singly : byProfile
    const open: Open = { count: 0, examples: [] }
    for (const index of those('unknown', asked, compiled, factsOf)) leaveOpen(open, 'item', items[index]!.id)
    const byId = new Map<string, number[]>()
    for (const index of those('yes', asked, compiled, factsOf)) {
      const { id } = items[index]!
      const list = byId.get(id)
      if (list === undefined) byId.set(id, [index])
      else list.push(index)
    }
    const found = [...byId].map(([id, indices]): Found => ({
      subject: { kind: 'item', id },
      indices,
      proof: () => compiled.proof(factsOf(indices[0]!)),
    }))
    return { found, open }
  }
}

function groups(items: readonly Dossier[], counted: readonly number[]): Group[] {
  const profiles = new Profiles()
  const alone: number[][] = []
  const shared: number[][] = []
  for (const index of counted) {
    const number = profiles.of(items[index]!)
    if (number < 0) alone.push([index])
    else (shared[number] ??= []).push(index)
  }
  return [...shared, ...alone]
}

/** Members of the groups with that answer, in the order of the items. */
function those(truth: Truth, asked: readonly Group[], compiled: Compiled, factsOf: (index: number) => Facts): number[] {
  const found: number[] = []
  for (const group of asked) {
    if (compiled.truth(factsOf(group[0]!)) !== truth) continue
    for (const index of group) found.push(index)
  }
  return found.sort((a, b) => a - b)
}
