import type { GateConditionId } from './policy.ts'

interface Takes {
  /** It counts findings of policies that the set names for it. */
  readonly policies: boolean
  /** What its limit is; left out: it has none. */
  readonly limit?: 'count' | 'share' | 'hhi' | 'seal'
}

const FINDINGS: Takes = { policies: true, limit: 'count' }

/** What each condition of the gate may be given. */
export const TAKES: Readonly<Record<GateConditionId, Takes>> = {
  'new-restricted-item': FINDINGS,
  'non-osi-in-open-source-deliverable': FINDINGS,
  'new-large-vendor': FINDINGS,
  'layer-concentration': FINDINGS,
  'lock-in-award': FINDINGS,
  'single-bid': FINDINGS,
  'concentration-rise': { policies: false, limit: 'hhi' },
  'level-worse': { policies: false },
  'level-possibly-worse': { policies: false },
  'unknown-licence': { policies: false, limit: 'share' },
  'unknown-maker': { policies: false, limit: 'share' },
  'seal-ceiling': { policies: false, limit: 'seal' },
  tr03183: { policies: false },
}

/** The policies after which conditions are called; a set may name others. */
export const CALLED_AFTER: Readonly<Partial<Record<GateConditionId, readonly string[]>>> = {
  'new-restricted-item': ['proprietary-item', 'restricted-licence'],
  'non-osi-in-open-source-deliverable': ['non-osi-licence'],
  'new-large-vendor': ['gatekeeper-present', 'large-vendor-item', 'gatekeeper-item'],
  'layer-concentration': ['dominant-vendor', 'three-vendors', 'five-vendors', 'concentrated-layer', 'vendor-over-quarter'],
  'lock-in-award': ['lock-in-award'],
  'single-bid': ['single-bid'],
}
