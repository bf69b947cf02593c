import { concluded } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import { packageKey } from '../model/identity.ts'
import type { Source } from '../model/item.ts'
import { lazily } from '../model/lazily.ts'
import { isLockInReason } from '../model/lock-in.ts'
import { EXAMPLES, leaveOpen, noteMissing, nothingOpen, type Asked, type Found, type Open } from './asked.ts'
import { ITEM_FACTS, itemEvidence, usualScopeIn, type ItemContext } from './facts.ts'
import { FINE_FACTS, OWN_FACTS, Profiles } from './profile.ts'
import type { Compiled, Facts } from './prove.ts'

const ELSEWHEN: ReadonlySet<unknown> = new Set(['expired', 'not-begun'])

/** Items that get one answer: all of one profile, or a single one. */
type Group = readonly number[]

/** Asks policies of items. Those that do not count are not asked; those of one profile are asked once; those of one id share a finding. */
export function itemAsker(
  items: readonly Dossier[],
  {
    asOf,
    openSourceDeliverable,
    sources = [],
  }: Pick<ItemContext, 'asOf' | 'openSourceDeliverable'> & { readonly sources?: readonly Source[] },
): Asked {
  const context = { asOf, openSourceDeliverable, lockIn: isLockInReason, usualScope: usualScopeIn(sources) }
  const factsOf = (index: number): Facts => ({
    value: (fact) => ITEM_FACTS[fact as keyof typeof ITEM_FACTS]!(bearer(items[index]!, fact), context),
    evidence: (fact) => itemEvidence(items[index]!, fact),
  })
  const counted: number[] = []
  for (const [index, item] of items.entries()) if (item.counted && item.relation !== 'root') counted.push(index)
  /** Contracts that have ended, or are yet to follow others, count nowhere; only who asks whether an amount counts is told of them. */
  const ended = lazily((): Group[] => items.flatMap((item, index) => (item.counted || !ELSEWHEN.has(item.amount?.why) ? [] : [[index]])))
  const profiles = new Profiles()
  const byProfile = lazily(() => groups(counted, (index) => profiles.of(items[index]!)))
  const finely = lazily(() => groups(counted, (index) => profiles.fineOf(items[index]!)))
  const singly = lazily((): Group[] => counted.map((index) => [index]))
  const namesakes = lazily(() => firstOfEach(items))

  return (compiled) => {
    const some = (facts: ReadonlySet<string>) => compiled.facts.some((fact) => facts.has(fact))
    const current = some(OWN_FACTS) ? singly() : some(FINE_FACTS) ? finely() : byProfile()
    const asked = compiled.facts.includes('amount-state') ? [...current, ...ended()] : current
    const open = nothingOpen()
    const { yes, unknown } = answers(asked, compiled, factsOf, open)
    const size = unknown.reduce((sum, group) => sum + group.length, 0)
    leaveOpen(
      open,
      'item',
      size,
      firstOf(unknown).map((index) => items[index]!.id),
    )
    const found: (Found & { readonly indices: number[] })[] = []
    /** Position in `found`, plus 1, of the finding about an item and its namesakes. */
    const about = new Int32Array(yes.length === 0 ? 0 : items.length)
    for (const index of inOrder(yes, items.length)) {
      const first = namesakes()[index]!
      const known = found[about[first]! - 1]
      if (known !== undefined) known.indices.push(index)
      else about[first] = found.push({ subject: { kind: 'item', id: items[index]!.id }, indices: [index], proof: () => compiled.proof(factsOf(index)) }) // prettier-ignore
    }
    return { found, open }
  }
}

/** Of whom a fact is asked: what is concluded of several is asked of what they share. */
function bearer(item: Dossier, fact: string): Dossier {
  return fact === 'relation' || OWN_FACTS.has(fact) ? item : (concluded(item) as Dossier)
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

/** For each item the first that has the same id, however it is spelled. */
function firstOfEach(items: readonly Dossier[]): Int32Array {
  const firsts = new Map<string, number>()
  const found = new Int32Array(items.length)
  items.forEach(({ id }, index) => {
    const key = packageKey(id)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, index)
    found[index] = first ?? index
  })
  return found
}

/** The groups by their answer. */
function answers(
  asked: readonly Group[],
  compiled: Compiled,
  factsOf: (index: number) => Facts,
  open: Open,
): Readonly<Record<'yes' | 'unknown', readonly Group[]>> {
  const found: Readonly<Record<'yes' | 'unknown', Group[]>> = { yes: [], unknown: [] }
  for (const group of asked) {
    const facts = factsOf(group[0]!)
    const truth = compiled.truth(facts)
    if (truth === 'no') continue
    if (truth === 'unknown') noteMissing(open, compiled.missing(facts), group.length)
    found[truth].push(group)
  }
  return found
}

/** The first few members of all groups together. */
function firstOf(groups: readonly Group[]): readonly number[] {
  return groups.flatMap((group) => group.slice(0, EXAMPLES)).sort((a, b) => a - b).slice(0, EXAMPLES) // prettier-ignore
}

/** The members of all groups, in the order of the `count` items. */
function inOrder(groups: readonly Group[], count: number): readonly number[] {
  if (groups.length < 2) return groups[0] ?? []
  const marks = new Uint8Array(count)
  for (const group of groups) for (const index of group) marks[index] = 1
  const ordered: number[] = []
  for (let index = 0; index < count; index++) if (marks[index] === 1) ordered.push(index)
  return ordered
}
