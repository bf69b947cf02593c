import { fullName } from './model/full-name.ts'
import { dayEffects } from './day-effects.ts'
import type { Audit, Basis, Interval } from './model/audit.ts'
import type { Cause, ComparedAudit, ComparedFigure, ComparedFinding, Comparison, RulesPart } from './model/comparison.ts'
import { packageKey } from './model/identity.ts'
import type { Finding } from './model/policy.ts'
import { changedKeys } from './model/project.ts'
import type { Words } from './model/words.ts'

/** The earlier audit measured again, so that one cause at a time is at work. Left out: only what is stored is compared. */
export interface Again {
  /** The earlier items by the later rules, with the earlier project file, on the earlier day. */
  readonly rescored: Audit
  /** The same with the later project file. */
  readonly projectFile: Audit
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
  const fileKnown = before.projectFile !== undefined && after.projectFile !== undefined
  const fileChanged = changedKeys(before.projectFile ?? {}, after.projectFile ?? {})
  const changed = {
    rules: before.rules.sha256 !== now.rules.sha256 || before.rules.set !== now.rules.set,
    method: before.tool.version !== now.tool.version,
    projectFile: fileKnown ? fileChanged.length > 0 : null,
    day: before.asOf !== after.asOf,
    data: inputsOf(before) !== inputsOf(after),
  }
  const rulesChanged = changedRules(before, now)
  const sameProject = before.project.id === after.project.id
  const limits: Comparison['limits'][number][] = []
  if (!sameProject) limits.push('project-differs')
  const [incompleteBefore, incompleteAfter] = [isIncomplete(before), isIncomplete(after)]
  if (incompleteBefore) limits.push('before-incomplete')
  if (incompleteAfter) limits.push('after-incomplete')
  if (changed.rules && changed.method) limits.push('rules-and-method')
  if (again?.after !== undefined) limits.push('later-rules-unknown')
  if (!fileKnown) limits.push('project-file-not-stored')
  // components of an SBOM have authors, lines have none
  if (again !== undefined && before.items.some(({ line }) => line !== true)) limits.push('authors-not-stored')
  if (seenBefore === undefined) limits.push('history-unknown')
  const found = findings(stepsOf(before, now, changed, again), ofRules(changed), sameProject ? byFingerprint : bySubject, seenBefore).map(
    (one) =>
      one.cause === 'data' && (one.state === 'solved' ? incompleteAfter : incompleteBefore)
        ? { ...one, cause: 'undetermined' as const }
        : one,
  )
  return {
    format: 'eigenstand/compare/1',
    before: side(before),
    after: side(after),
    changed,
    ...(changed.rules && rulesChanged !== undefined && { rulesChanged }),
    ...(fileKnown && fileChanged.length > 0 && { projectFileChanged: fileChanged }),
    ...(changed.day && again !== undefined && { dayEffects: dayEffects(again.projectFile, again.onDay) }),
    rescored: again !== undefined,
    limits,
    figures: figures(stepsOf(before, now, changed, again)),
    findings: found,
    titles: titlesOf(found, [before, now]),
  }
}

/** `null`: not measured, and not to be told apart. */
interface Steps {
  readonly before: Audit
  readonly rescored: Audit | null
  readonly projectFile: Audit | null
  readonly onDay: Audit | null
  readonly after: Audit
}

/** Where nothing but the data is another, there is nothing to measure again. */
function stepsOf(before: Audit, after: Audit, { rules, method, projectFile, day }: Comparison['changed'], again: Again | undefined): Steps {
  if (again !== undefined) return { ...again, before, after }
  const same = !rules && !method && projectFile === false && !day ? before : null
  return { before, rescored: same, projectFile: same, onDay: same, after }
}

function changedRules({ rules: a }: Audit, { rules: b }: Audit): readonly RulesPart[] | undefined {
  const [then, now] = [a.decides, b.decides]
  if (then === undefined || now === undefined) return undefined
  return (['register', 'policies', 'levels'] as const).filter((part) => then[part] !== now[part])
}

function titlesOf(found: readonly ComparedFinding[], audits: readonly Audit[]): Readonly<Record<string, Words>> {
  const titles = new Map(audits.flatMap(({ policies }) => policies.map(({ id, title }) => [id, title] as const)))
  return Object.fromEntries(
    [...new Set(found.map(({ policy }) => policy))].sort().flatMap((id) => (titles.has(id) ? [[id, titles.get(id)!]] : [])),
  )
}

/** An input could not be read: what stands there seems to have gone, or to have come. */
const isIncomplete = ({ notes }: Audit): boolean => notes.some(({ code }) => code === 'W-INPUT-FAILED')

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
function ofRules({ rules, method, projectFile }: Comparison['changed']): Cause {
  if (projectFile === null && (rules || method)) return 'undetermined'
  return rules && method ? 'rules-and-method' : method ? 'method' : 'rules'
}

type Read = (audit: Audit) => Interval | null

function figures(steps: Steps): ComparedFigure[] {
  const one = (id: ComparedFigure['id'], basis: Basis | null, read: Read): ComparedFigure => ({
    id,
    basis,
    before: read(steps.before),
    rescored: steps.rescored && read(steps.rescored),
    projectFile: steps.projectFile && read(steps.projectFile),
    onDay: steps.onDay && read(steps.onDay),
    after: read(steps.after),
  })
  const axes = either(
    steps,
    ({ axes: found }) => found,
    ({ id }) => id,
  ).map(({ id }) => one(id, null, (audit) => levels(audit.axes.find((axis) => axis.id === id))))
  const shares = either(
    steps,
    ({ shares: found }) => found,
    ({ id, basis }) => `${id} ${basis}`,
  )
    .toSorted(byBasis)
    .map(({ id, basis }) => one(id, basis, (audit) => ends(audit.shares.find((share) => share.id === id && share.basis === basis))))
  const concentration = either(
    steps,
    ({ concentration: found }) => found,
    ({ layer, basis }) => `${layer} ${basis}`,
  )
    .filter(({ layer }) => layer === 'all')
    .map(({ basis }) =>
      one(
        'concentration',
        basis,
        (audit) => audit.concentration.find((found) => found.layer === 'all' && found.basis === basis)?.hhi ?? null,
      ),
    )
  const missing = one('amount-unknown', 'spend', ({ spend: found }) =>
    found?.amountUnknown === undefined ? null : exactly(found.amountUnknown.lines),
  )
  const isMissing = [missing.before, missing.rescored, missing.projectFile, missing.onDay, missing.after].some(
    (value) => (value?.high ?? 0) > 0,
  )
  const spend = (['per-year', 'as-stated'] as const)
    .filter((unit) => [steps.before, steps.after].some((audit) => audit.spend?.unit === unit))
    .map((unit) => one(`spend-${unit}`, 'spend', ({ spend: found }) => (found?.unit === unit ? exactly(Number(found.total)) : null)))
  return [
    one('level', null, (audit) => levels(audit.level)),
    ...axes,
    ...spend,
    ...shares,
    ...concentration,
    ...(isMissing ? [missing] : []),
  ]
}

/** What either of the two audits has a figure of: one that is gone has gone to nothing, and has to be seen. */
function either<T>({ before, after }: Steps, read: (audit: Audit) => readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map([...read(after), ...read(before)].toReversed().map((one) => [key(one), one])).values()].toReversed()
}

const BASES: readonly Basis[] = ['components', 'spend', 'lines']
const byBasis = (a: { readonly basis: Basis }, b: { readonly basis: Basis }): number => BASES.indexOf(a.basis) - BASES.indexOf(b.basis)

const exactly = (value: number): Interval => ({ low: value, high: value })

const levels = (found: { readonly best: number | null; readonly worst: number | null } | null | undefined): Interval | null =>
  found === null || found === undefined || found.best === null || found.worst === null ? null : { low: found.best, high: found.worst }

const ends = (found: Interval | undefined): Interval | null =>
  found === undefined ? null : { low: found.low, high: found.high, ...(found.exact !== undefined && { exact: found.exact }) }

type Identity = (finding: Finding) => string

/** Of a package by its subject: an audit of earlier days has a fingerprint for every spelling. */
const byFingerprint: Identity = (finding) => (finding.subject.kind === 'item' ? bySubject(finding) : finding.fingerprint)
/** Fingerprints hold the project, so those of two projects never agree. */
const bySubject: Identity = ({ policy, subject }) =>
  [policy, subject.kind, subject.kind === 'project' ? '' : packageKey(subject.id)].join('\0')

function findings(steps: Steps, rules: Cause, identity: Identity, seenBefore: ReadonlySet<string> | undefined): ComparedFinding[] {
  const known = (audit: Audit) => new Map(audit.findings.map((finding) => [identity(finding), finding]))
  const before = known(steps.before)
  const after = known(steps.after)
  const between = BETWEEN.map(([step, cause]) => ({ found: steps[step] && known(steps[step]), cause: cause ?? rules }))
  /** The first step on which it is there, or no more. */
  const causeOf = (key: string, there: boolean): Cause => {
    if (between.some(({ found }) => found === null)) return 'undetermined'
    return between.find(({ found }) => found!.has(key) === there)?.cause ?? 'data'
  }
  const now = Array.from(after, ([key, finding]): ComparedFinding => {
    const earlier = before.get(key)
    if (earlier !== undefined) {
      return {
        ...told(finding, steps.after),
        state: 'unchanged',
        ...(earlier.status !== finding.status && { statusBefore: earlier.status }),
      }
    }
    const state = seenBefore?.has(finding.fingerprint) === true ? 'back' : 'new'
    return { ...told(finding, steps.after), state, cause: causeOf(key, true) }
  })
  const solved = Array.from(before)
    .filter(([key]) => !after.has(key))
    .map(([key, finding]): ComparedFinding => ({ ...told(finding, steps.before), state: 'solved', cause: causeOf(key, false) }))
  return [...now, ...solved]
}

/** The steps in between and what each is put down to; the first to the rules, the method, or both. */
const BETWEEN = [['rescored', undefined], ['projectFile', 'project-file'], ['onDay', 'day']] as const // prettier-ignore

function told({ fingerprint, policy, subject, severity, status, items: [first] }: Finding, { items, organisations }: Audit) {
  const item = subject.kind === 'item' && first !== undefined ? items[first] : undefined
  const name = item === undefined ? vendorName(subject, organisations) : fullName(item)
  return { fingerprint, policy, subject, ...(name !== undefined && { name }), severity, status }
}

/** A vendor that only one of the audits has is known by name to that one alone. */
const vendorName = ({ kind, id }: Finding['subject'], organisations: Audit['organisations']): string | undefined =>
  kind === 'vendor' ? organisations.find((one) => one.id === id)?.name : undefined
