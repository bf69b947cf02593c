import type { AuditOptions } from './assemble.ts'
import { OWN_FACTS } from './evaluate/profile.ts'
import { compile } from './evaluate/prove.ts'
import { Identifier } from './identify/index.ts'
import { briefOf, Original, type Keep, type Rereader } from './model/brief.ts'
import { purlOf, type Item } from './model/item.ts'
import type { Knowledge } from './model/knowledge.ts'
import { appliedPolicies } from './model/policy.ts'

/** How components are kept while they are read, and what concludes them. */
export interface InBrief {
  readonly keep: Keep
  readonly identifier: Identifier
}

/**
 * Concludes components while they are read, and keeps of each no more than a brief. `undefined` where a policy that applies asks
 * every component what only its document says: then everything is kept.
 */
export function inBrief(knowledge: Knowledge, options: Pick<AuditOptions, 'asOf' | 'project' | 'set'>): InBrief | undefined {
  const asked = appliedPolicies(options.set, knowledge.policies).flatMap(({ when }) => compile(when, options.asOf).facts)
  if (asked.some((fact) => OWN_FACTS.has(fact) && fact !== 'version')) return undefined
  const identifier = new Identifier(knowledge, options)
  const originals = new WeakMap<Rereader, Original>()
  const written = (item: Item) => {
    if (identifier.sources.length === 0) throw new Error('evidence lies in sources that are not known yet')
    return identifier.dossier(item)
  }
  const keep: Keep = (item, rereader, from, to) => {
    let original = originals.get(rereader)
    if (original === undefined) originals.set(rereader, (original = new Original(rereader, written)))
    return briefOf(item, purlOf(item)?.version ?? item.version, identifier.shared(item), original, from, to)
  }
  return { keep, identifier }
}
