import type { Dossier } from '../model/dossier.ts'
import type { Source } from '../model/item.ts'
import { lazily } from '../model/lazily.ts'
import { isLockInReason } from '../model/lock-in.ts'
import type { Truth } from '../model/policy.ts'
import { leaveOpen, noteMissing, nothingOpen, type Asked, type Found, type Open } from './asked.ts'
import { ITEM_FACTS, itemEvidence, usualScopeIn } from './facts.ts'
import { FINE_FACTS, OWN_FACTS, Profiles } from './profile.ts'
import type { Compiled, Facts } from './prove.ts'

/** Items that get one answer: all of one profile, or a single one. */
type Group = readonly number[]

/** Asks policies of items. Those that do not count are not asked; those of one profile are asked once; those of one id share a finding. */
export function itemAsker(items: readonly Dossier[], openSourceDeliverable: boolean, sources: readonly Source[] = []): Asked {
  const context = { openSourceDeliverable, lockIn: isLockInReason, usualScope: usualScopeIn(sources) }
  const factsOf = (index: number): Facts => ({
    value: (fact) => ITEM_FACTS[fact as keyof typeof ITEM_FACTS]!(items[index]!, context),
    evidence: (fact) => itemEvidence(items[index]!, fact),
  })
  const counted = items.flatMap((item, index) => (item.counted && item.relation !== 'root' ? [index] : []))
  const profiles = new Profiles()
  const byProfile = lazily(() => groups(counted, (index) => profiles.of(items[index]!)))
  const finely = lazily(() => groups(counted, (index) => profiles.fineOf(items[index]!)))
  const singly = lazily((): Group[] => counted.map((index) => [index]))

  return (compiled) => {
    const some = (facts: ReadonlySet<string>) => compiled.facts.some((fact) => facts.has(fact))
    const asked = some(OWN_FACTS) ? singly() : some(FINE_FACTS) ? finely() : byProfile()
    const open = nothingOpen()
    const { yes, unknown } = answers(asked, compiled, factsOf, open)
    for (const index of unknown) leaveOpen(open, 'item', items[index]!.id)
    const byId = new Map<string, number[]>()
    for (const index of yes) {
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

function groups(counted: readonly number[], numberOf: (index: number) => number): Group[] {
  const alone: number[][] = []
  const shared: number[][] = []
  for (const index of counted) {
    const number = numberOf(index)
    if (number < 0) alone.push([index])
    else (shared[number] ??= []).push(index)
  }
  return [...shared, ...alone]
}

/** Members of the groups by their answer, in the order of the items. */
function answers(
  asked: readonly Group[],
  compiled: Compiled,
  factsOf: (index: number) => Facts,
  open: Open,
): Readonly<Record<Truth, number[]>> {
  const found: Record<Truth, number[]> = { yes: [], no: [], unknown: [] }
  for (const group of asked) {
    const facts = factsOf(group[0]!)
    const truth = compiled.truth(facts)
    if (truth === 'no') continue
    if (truth === 'unknown') noteMissing(open, compiled.missing(facts), group.length)
    for (const index of group) found[truth].push(index)
  }
  for (const members of [found.yes, found.unknown]) members.sort((a, b) => a - b)
  return found
}
