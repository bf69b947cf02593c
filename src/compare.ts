import { fullName } from './model/full-name.ts'
import type { Audit, Basis, Interval } from './model/audit.ts'
import type { Cause, ComparedAudit, ComparedFigure, ComparedFinding, Comparison } from './model/comparison.ts'
import type { Finding } from './model/policy.ts'

/** The earlier audit measured again, so that one cause at a time is at work. Left out: only what is stored is compared. */
export interface Again {
  /** The earlier items by the later rules, on the earlier day. */
  readonly rescored: Audit
  /** The same on the later day. */
  readonly onDay: Audit
  /** The later items by the same rules, where the later audit was stored with others. */
  readonly after?: Audit
}

export interface CompareOptions {
  readonly again?: Again
  /** Fingerprints found in audits before the earlier one; `undefined` where these are not known. */
  readonly seenBefore?: ReadonlySet<string>
}

/** Two audits → what changed and why. Judges nothing: more findings by better rules are no worse project. */
export function compare(before: Audit, after: Audit, { again, seenBefore }: CompareOptions = {}): Comparison {
  const now = again?.after ?? after
  const steps = { before, rescored: again?.rescored ?? before, onDay: again?.onDay ?? before, after: now }
  const changed = {
    data: inputsOf(before) !== inputsOf(after),
    rules: before.rules.sha256 !== now.rules.sha256 || before.rules.set !== now.rules.set,
    method: before.tool.version !== now.tool.version,
    day: before.asOf !== after.asOf,
  }
  const sameProject = before.project.id === after.project.id
  const limits: Comparison['limits'][number][] = []
  if (!sameProject) limits.push('project-differs')
  if (changed.rules && changed.method) limits.push('rules-and-method')
  if (again?.after !== undefined) limits.push('later-rules-unknown')
  if (again !== undefined) limits.push('project-file-not-stored')
  if (seenBefore === undefined) limits.push('history-unknown')
  return {
    format: 'eigenstand/compare/1',
    before: side(before),
    after: side(after),
    changed,
    rescored: again !== undefined,
    limits,
    figures: figures(steps),
    findings: findings(steps, ofRules(changed), sameProject ? byFingerprint : bySubject, seenBefore),
  }
}

interface Steps {
  readonly before: Audit
  readonly rescored: Audit
  readonly onDay: Audit
  readonly after: Audit
}

const inputsOf = ({ sources }: Audit): string =>
  sources
    .map(({ sha256 }) => sha256)
    .sort()
    .join()

const side = ({ project: { id, name }, asOf, tool, rules, items, findings }: Audit): ComparedAudit => ({
  project: { id, name },
  asOf,
  tool: tool.version,
  rules,
  items: items.length,
  findings: findings.length,
})

/** What the step from the stored to the re-scored audit is put down to. */
const ofRules = ({ rules, method }: Comparison['changed']): Cause => (rules && method ? 'rules-and-method' : method ? 'method' : 'rules')

type Read = (audit: Audit) => Interval | null

function figures(steps: Steps): ComparedFigure[] {
  const one = (id: ComparedFigure['id'], basis: Basis | null, read: Read): ComparedFigure => ({
    id,
    basis,
    before: read(steps.before),
    rescored: read(steps.rescored),
    onDay: read(steps.onDay),
    after: read(steps.after),
  })
  const axes = steps.after.axes.map(({ id }) => one(id, null, (audit) => levels(audit.axes.find((axis) => axis.id === id))))
  const shares = steps.after.shares.map(({ id, basis }) =>
    one(id, basis, (audit) => ends(audit.shares.find((share) => share.id === id && share.basis === basis))),
  )
  const concentration = steps.after.concentration
    .filter(({ layer }) => layer === 'all')
    .map(({ basis }) =>
      one(
        'concentration',
        basis,
        (audit) => audit.concentration.find((found) => found.layer === 'all' && found.basis === basis)?.hhi ?? null,
      ),
    )
  const missing = one('amount-unknown', 'spend', ({ spend }) => exactlyOne(spend?.amountUnknown?.lines))
  const isMissing = [missing.before, missing.rescored, missing.onDay, missing.after].some((value) => value !== null && value.high > 0)
  return [one('level', null, (audit) => levels(audit.level)), ...axes, ...shares, ...concentration, ...(isMissing ? [missing] : [])]
}

const exactlyOne = (n: number | undefined): Interval | null => (n === undefined ? null : { low: n, high: n })

const levels = (found: { readonly best: number | null; readonly worst: number | null } | null | undefined): Interval | null =>
  found === null || found === undefined || found.best === null || found.worst === null ? null : { low: found.best, high: found.worst }

const ends = (found: Interval | undefined): Interval | null =>
  found === undefined ? null : { low: found.low, high: found.high, ...(found.exact !== undefined && { exact: found.exact }) }

type Identity = (finding: Finding) => string

const byFingerprint: Identity = ({ fingerprint }) => fingerprint
/** Fingerprints hold the project, so those of two projects never agree. */
const bySubject: Identity = ({ policy, subject }) => [policy, subject.kind, subject.kind === 'project' ? '' : subject.id].join('\0')

function findings(steps: Steps, rules: Cause, identity: Identity, seenBefore: ReadonlySet<string> | undefined): ComparedFinding[] {
  const known = (audit: Audit) => new Map(audit.findings.map((finding) => [identity(finding), finding]))
  const [before, rescored, onDay, after] = [steps.before, steps.rescored, steps.onDay, steps.after].map(known) as [
    Map<string, Finding>, Map<string, Finding>, Map<string, Finding>, Map<string, Finding>,
  ] // prettier-ignore
  const now = Array.from(after, ([key, finding]): ComparedFinding => {
    const earlier = before.get(key)
    if (earlier !== undefined) {
      return {
        ...told(finding, steps.after),
        state: 'unchanged',
        ...(earlier.status !== finding.status && { statusBefore: earlier.status }),
      }
    }
    const cause = rescored.has(key) ? rules : onDay.has(key) ? 'day' : 'data'
    return { ...told(finding, steps.after), state: seenBefore?.has(finding.fingerprint) === true ? 'back' : 'new', cause }
  })
  const solved = Array.from(before)
    .filter(([key]) => !after.has(key))
    .map(([key, finding]): ComparedFinding => {
      const cause = !rescored.has(key) ? rules : !onDay.has(key) ? 'day' : 'data'
      return { ...told(finding, steps.before), state: 'solved', cause }
    })
  return [...now, ...solved]
}

function told({ fingerprint, policy, subject, severity, status, items: [first] }: Finding, { items }: Audit) {
  const item = subject.kind === 'item' && first !== undefined ? items[first] : undefined
  const name = item && fullName(item)
  return { fingerprint, policy, subject, ...(name !== undefined && { name }), severity, status }
}
