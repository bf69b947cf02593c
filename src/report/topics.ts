import { highest } from '../model/many.ts'
import type { NumberedFinding } from '../model/numbering.ts'
import { SEVERITIES, type Scope, type Severity } from '../model/policy.ts'

/**
 * What findings are told under. Policies overlap on purpose, so one contract may be hit by six of them; a reader wants each
 * matter once. The grouping is the report's alone: numbers, fingerprints and the audit stay as they are.
 */
export const TOPICS = {
  critical: ['critical-vendor-dependence', 'critical-not-open'],
  bindings: ['binding-without-portable-interface', 'portable-binding'],
  concentration: ['dominant-vendor', 'concentrated-layer', 'three-vendors', 'five-vendors'],
  vendors: ['vendor-over-quarter', 'gatekeeper-item', 'large-vendor-item', 'gatekeeper-present', 'outside-eea-service', 'outside-eea-own-operation', 'low-influence'],
  licences: ['low-open-share', 'proprietary-item', 'restricted-licence', 'non-osi-licence', 'licence-changed', 'openness-16a-egovg', 'mixed-product'],
  contracts: ['notice-missed', 'notice-soon', 'notice-passed', 'renews-itself', 'term-ends-soon', 'bound-to-end', 'expired-term', 'evb-it-typ-b'],
  awards: ['lock-in-award', 'single-bid'],
  'open-source': ['vendor-steered-open-source', 'single-company-open-source', 'network-copyleft-note', 'opencode-licence'],
  data: [
    'unknown-licence', 'unknown-maker', 'unknown-layer', 'missing-amounts', 'no-licence-given', 'unread-licence', 'unmatched-maker',
    'incomplete-sbom-data',
  ],
} as const satisfies Record<string, readonly string[]> // prettier-ignore

export type Topic = keyof typeof TOPICS | 'others'

const TOPIC_OF: ReadonlyMap<string, Topic> = new Map(
  Object.entries(TOPICS).flatMap(([topic, policies]) => policies.map((policy) => [policy, topic as Topic])),
)
/** Where a policy of somebody's own goes. */
const BY_SCOPE: Partial<Record<Scope, Topic>> = { vendor: 'vendors', layer: 'concentration' }

/** Findings that are one matter for a reader, gravest first. */
export interface Matter {
  readonly topic: Topic
  readonly severity: Severity
  readonly parts: readonly NumberedFinding[]
  /** Indices of all items affected, each once, in the order of the parts. */
  readonly items: readonly number[]
}

export function topicOf(policy: string, scope: Scope | undefined): Topic {
  return TOPIC_OF.get(policy) ?? (scope === undefined ? undefined : BY_SCOPE[scope]) ?? 'others'
}

/** The numbered findings by topic. They come gravest first, so a topic stands where its gravest finding would. */
export function matters(numbered: readonly NumberedFinding[], scopeOf: (policy: string) => Scope | undefined): readonly Matter[] {
  const byTopic = new Map<Topic, NumberedFinding[]>()
  for (const found of numbered) {
    const topic = topicOf(found.policy, scopeOf(found.policy))
    const parts = byTopic.get(topic)
    if (parts === undefined) byTopic.set(topic, [found])
    else parts.push(found)
  }
  return Array.from(byTopic, ([topic, parts]) => ({
    topic,
    parts,
    severity: SEVERITIES[highest(parts.map(({ severity }) => SEVERITIES.indexOf(severity)))] ?? 'info',
    items: [...new Set(parts.flatMap(({ items }) => items))],
  }))
}
