import { spendOfLargest } from './gate.ts'
import type { Audit, UsedRules } from './model/audit.ts'
import { amongst, heldOf, type Baseline } from './model/baseline.ts'
import type { Note } from './model/evidence.ts'
import { packageKey } from './model/identity.ts'
import { NOTES } from './model/notes.ts'
import { fill, type Params } from './model/problem.ts'

export type Accepted = Baseline['findings'][number]

/** What a change of a baseline comes to. */
export interface BaselineChange {
  readonly after: Baseline
  readonly added: readonly Accepted[]
  readonly dropped: readonly Accepted[]
  /** Not found now, but not decidable either: unknown evidence removes nothing. */
  readonly kept: readonly Accepted[]
  /** Beside the findings: which parts of the file are others now. */
  readonly moved: readonly Moved[]
}

const PARTS = ['asOf', 'rules', 'axes', 'concentration'] as const
export type Moved = (typeof PARTS)[number]

const byFingerprint = (a: Accepted, b: Accepted) => (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0)
const without = (these: readonly Accepted[], those: readonly Accepted[]) => {
  const isKnown = amongst(those)
  return these.filter((one) => !isKnown(one))
}

/** What the project has now. A finding with a waiver, also an expired one, is no part of it: a decision with an end stays one. */
export function baselineOf(audit: Audit): Baseline {
  const assessed = audit.axes.flatMap(({ id, best, worst, governedBy }) =>
    best === null || worst === null || governedBy === 'no-data' ? [] : [{ id, best, worst }],
  )
  const layers = audit.concentration.filter(({ layer }) => layer !== 'all')
  return {
    format: 'eigenstand/baseline/1',
    project: audit.project.id,
    asOf: audit.asOf,
    rules: audit.rules,
    axes: assessed,
    concentration: layers
      .map((one) => ({ layer: one.layer, basis: one.basis, hhi: one.hhi, largestSpend: spendOfLargest(one) }))
      .sort((a, b) => (`${a.layer}\0${a.basis}` < `${b.layer}\0${b.basis}` ? -1 : 1)),
    findings: audit.findings
      .filter(({ waiver }) => waiver === null)
      .map(heldOf)
      .sort(byFingerprint),
  }
}

/** The baseline of now, and how it differs. */
export function updated(before: Baseline, audit: Audit): BaselineChange {
  const now = baselineOf(audit)
  const { kept } = gone(before, audit)
  const findings = [...now.findings, ...kept].sort(byFingerprint)
  return {
    after: { ...now, findings },
    added: without(findings, before.findings),
    dropped: without(before.findings, findings).sort(byFingerprint),
    kept,
    moved: PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(now[part])),
  }
}

/** The baseline without what is surely gone. Nothing is added, and neither levels nor day move. */
export function pruned(before: Baseline, audit: Audit): BaselineChange {
  const { dropped, kept } = gone(before, audit)
  return { after: { ...before, findings: without(before.findings, dropped).sort(byFingerprint) }, added: [], dropped, kept, moved: [] }
}

/** What `before` holds and the audit does not find. What could not be decided now is kept. */
function gone(before: Baseline, audit: Audit): Pick<BaselineChange, 'dropped' | 'kept'> {
  const missing = without(before.findings, audit.findings.map(heldOf)).toSorted(byFingerprint)
  const undecided = new Map(audit.undecided.map(({ policy, examples }) => [policy, examples[0]?.kind]))
  const items = new Set(audit.items.filter(({ counted, relation }) => counted && relation !== 'root').map(({ id }) => packageKey(id)))
  const open = ({ policy, subject }: Accepted) =>
    undecided.has(policy) && (undecided.get(policy) !== 'item' || items.has(packageKey(subject)))
  return { dropped: missing.filter((one) => !open(one)), kept: missing.filter(open) }
}

/** The file: one axis, one layer, one finding a line, so that a difference can be read. The same baseline gives the same bytes. */
export function baselineText({ format, project, asOf, rules, axes, concentration, findings }: Baseline): string {
  const list = (name: string, entries: readonly unknown[]) =>
    `  "${name}": [${entries.map((entry) => `\n    ${JSON.stringify(entry)}`).join(',')}${entries.length === 0 ? '' : '\n  '}]`
  const head = Object.entries({ format, project, asOf, rules }).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`)
  return `{\n${[...head, list('axes', axes), list('concentration', concentration), list('findings', findings)].join(',\n')}\n}\n`
}

/**
 * What has to be known when an audit is compared with a baseline: what decides otherwise now (a changed sentence does not), and that it
 * is of a later day. That may be a slip of the pen, a check of what was before, or one machine's midnight: no reason not to compare.
 */
export function baselineNotes(baseline: Baseline, audit: Audit): readonly Note[] {
  const note = (code: 'W-BASELINE-RULES' | 'W-BASELINE-LATER', params: Params): Note => ({
    code,
    message: fill(NOTES[code].en, params),
    params,
  })
  const changed = changedRules(baseline.rules, audit.rules)
  return [
    ...(changed.length === 0 ? [] : [note('W-BASELINE-RULES', { asOf: baseline.asOf, changed: changed.join('; ') })]),
    ...(baseline.asOf <= audit.asOf ? [] : [note('W-BASELINE-LATER', { then: baseline.asOf, asOf: audit.asOf })]),
  ]
}

function changedRules(then: UsedRules, now: UsedRules): string[] {
  const set = then.set === now.set ? [] : [`set ${then.set} → ${now.set}`]
  // a baseline of before tells only that some byte is another
  if (then.decides === undefined || now.decides === undefined)
    return then.sha256 === now.sha256 ? set : [...set, `rules ${then.sha256.slice(0, 12)} → ${now.sha256.slice(0, 12)}`]
  const { decides } = now
  return [
    ...set,
    ...(['register', 'policies', 'levels'] as const).flatMap((part) =>
      then.decides![part] === decides[part] ? [] : [`${part} ${then.decides![part].slice(0, 12)} → ${decides[part].slice(0, 12)}`],
    ),
  ]
}
