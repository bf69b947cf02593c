import type { Finding, Waiver } from './policy.ts'

/** A finding with another status. Its proof is still made only when it is read. */
export function withStatus(finding: Finding, status: Finding['status'], waiver: Waiver | null = finding.waiver): Finding {
  const { fingerprint, policy, subject, items, severity } = finding
  return {
    fingerprint,
    policy,
    subject,
    items,
    severity,
    status,
    get proof() {
      return finding.proof
    },
    waiver,
  }
}
