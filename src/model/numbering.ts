import { BASES, type Audit } from './audit.ts'
import { SEVERITIES, type Finding, type Severity } from './policy.ts'
import { weigher } from './weight.ts'

/** A finding as people speak of it: everything that one policy hits is one matter with one number, and exceptions are a matter apart. */
export interface NumberedFinding {
  /** `F-01`, `F-02` … */
  readonly number: string
  readonly policy: string
  readonly severity: Severity
  readonly status: Finding['status']
  /** Heaviest first. */
  readonly findings: readonly Finding[]
  /** Indices of the items affected, in the order of `findings`, each once. */
  readonly items: readonly number[]
  /** The largest share that the items hold of any basis, 0…1. */
  readonly weight: number
}

/** Findings in the order and with the numbers of every report: by severity, then by weight affected, then by id. */
export function numberFindings(audit: Pick<Audit, 'items' | 'findings' | 'spend'>): readonly NumberedFinding[] {
  const shareOf = shareOfItems(audit)
  const matters = [...groups(audit.findings).values()].map((members) => matter(members, shareOf))
  matters.sort((a, b) => rank(b) - rank(a) || b.weight - a.weight || b.items.length - a.items.length || compare(idOf(a), idOf(b)))
  const digits = Math.max(2, String(matters.length).length)
  return matters.map((found, index) => ({ number: `F-${String(index + 1).padStart(digits, '0')}`, ...found }))
}

/** The numbered finding that a fingerprint belongs to. */
export function findNumbered(numbered: readonly NumberedFinding[], fingerprint: string): NumberedFinding | undefined {
  return numbered.find(({ findings }) => findings.some((finding) => finding.fingerprint === fingerprint))
}

type ShareOf = (items: readonly number[]) => number

function groups(findings: readonly Finding[]): Map<string, Finding[]> {
  const grouped = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = [finding.policy, finding.severity, finding.status].join('\0')
    const members = grouped.get(key)
    if (members === undefined) grouped.set(key, [finding])
    else members.push(finding)
  }
  return grouped
}

function matter(members: readonly Finding[], shareOf: ShareOf): Omit<NumberedFinding, 'number'> {
  const weighed = members.map((finding) => ({ finding, share: shareOf(finding.items) }))
  weighed.sort(
    (a, b) =>
      b.share - a.share || compare(a.finding.subject.id, b.finding.subject.id) || compare(a.finding.fingerprint, b.finding.fingerprint),
  )
  const findings = weighed.map(({ finding }) => finding)
  const items = [...new Set(findings.flatMap((finding) => finding.items))]
  const { policy, severity, status } = findings[0] as Finding
  return { policy, severity, status, findings, items, weight: shareOf(items) }
}

function shareOfItems(audit: Pick<Audit, 'items' | 'spend'>): ShareOf {
  const weigh = weigher(audit)
  const totals = BASES.map((basis) => audit.items.reduce((sum, item) => sum + weigh(item, basis), 0))
  return (items) => {
    const shares = BASES.map((basis, index) => {
      const total = totals[index] ?? 0
      const held = items.reduce((sum, at) => sum + (audit.items[at] === undefined ? 0 : weigh(audit.items[at], basis)), 0)
      return total > 0 ? held / total : 0
    })
    return Math.max(...shares)
  }
}

const rank = ({ severity }: { readonly severity: Severity }): number => SEVERITIES.indexOf(severity)
const idOf = ({ policy, findings }: Omit<NumberedFinding, 'number'>): string => `${policy}\0${findings[0]?.subject.id ?? ''}`
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
