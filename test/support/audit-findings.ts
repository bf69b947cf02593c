import { createHash } from 'node:crypto'
import type { Finding, Proof, Severity } from '../../src/model/policy.ts'
import { items } from './audit-items.ts'

/** A test whose evidence is the item's purl or product. */
export const leaf = (item: number, test: string, actual: unknown, truth: Proof['truth'] = 'yes'): Proof => {
  const found = items[item]
  const evidence =
    found === undefined
      ? []
      : [{ source: found.source, at: `${found.ref}${found.source === 0 ? '/purl' : ', Produkt'}`, says: found.purl ?? found.name }]
  return { test, truth, actual, evidence, parts: [] }
}

const fingerprint = (policy: string, id: string): string => createHash('sha256').update(`${policy}\0${id}`).digest('hex').slice(0, 32)

export function finding(
  policy: string,
  severity: Severity,
  kind: Finding['subject']['kind'],
  id: string,
  at: readonly number[],
  proof: Proof,
): Finding {
  return { fingerprint: fingerprint(policy, id), policy, subject: { kind, id }, items: at, severity, status: 'open', proof, waiver: null }
}
const ofItem = (policy: string, severity: Severity, at: number, proof: Proof): Finding =>
  finding(policy, severity, 'item', items[at]?.id ?? '', [at], proof)
const notOpen = (at: number): Finding =>
  ofItem('item-not-open', 'medium', at, {
    test: 'all', truth: 'yes', evidence: [], parts: [leaf(at, 'openness is proprietary, restricted', items[at]?.licence.openness), leaf(at, 'kind isNot hardware', items[at]?.kind)],
  }) // prettier-ignore

export const carried: Finding = finding('one-vendor-carries-layer', 'high', 'layer', 'infrastruktur', [21], {
  test: 'all', truth: 'yes', evidence: [],
  parts: [leaf(21, 'largest-share atLeast 0.4', { low: 1, high: 1 }), leaf(21, 'layer-weight atLeast 0.05', 0.0533)],
}) // prettier-ignore

/** One layer, items with and without exception, unknown makers, bound services and a note. */
export const findings: readonly Finding[] = [
  carried,
  ...[6, 16, 19, 20, 21, 23, 27, 30, 31].map(notOpen),
  {
    ...notOpen(9),
    status: 'waived',
    waiver: {
      finding: 'x',
      reason: 'existing-contract',
      words: 'Ablösung durch Valkey ist beauftragt',
      approvedBy: 'Leitung IT',
      from: '2026-10-01',
      until: '2027-03-31',
    },
  },
  ...[10, 28, 29].map((at) => ofItem('maker-unknown', 'medium', at, leaf(at, 'maker is unknown', 'unknown'))),
  ...[3, 4].map((at) => ofItem('bound-service', 'low', at, leaf(at, 'binding isNot none', items[at]?.binding?.portable))),
  ofItem('single-bid', 'info', 23, leaf(23, 'bids is 1', 1)),
]
