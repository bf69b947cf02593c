import type { Dossier } from './model/dossier.ts'
import type { Source } from './model/item.ts'
import { isLockInReason } from './model/lock-in.ts'
import type { Policy } from './model/policy.ts'
import { ITEM_FACTS, itemEvidence, usualScopeIn } from './evaluate/facts.ts'
import { compile, type Facts } from './evaluate/prove.ts'

/** A policy that cannot be decided for an item, and the facts for want of which. */
export interface OpenPolicy {
  readonly policy: string
  readonly missing: readonly string[]
}

/** The policies about items that one item leaves undecided, asked again of what an audit concluded. */
export function openPolicies(
  item: Dossier,
  policies: readonly Policy[],
  {
    asOf,
    openSourceDeliverable,
    sources,
  }: { readonly asOf: string; readonly openSourceDeliverable: boolean; readonly sources: readonly Source[] },
): readonly OpenPolicy[] {
  const context = { asOf, openSourceDeliverable, lockIn: isLockInReason, usualScope: usualScopeIn(sources) }
  const facts: Facts = {
    value: (fact) => ITEM_FACTS[fact as keyof typeof ITEM_FACTS]!(item, context),
    evidence: (fact) => itemEvidence(item, fact),
  }
  if (!item.counted || item.relation === 'root') return []
  return policies
    .filter(({ scope }) => scope === 'item')
    .flatMap(({ id, when }) => {
      const missing = [...new Set(compile(when, asOf).missing(facts))]
      return missing.length === 0 ? [] : [{ policy: id, missing }]
    })
}
