import type { GateLine, GateResult } from '../../gate.ts'
import type { Audit } from '../../model/audit.ts'
import type { Baseline } from '../../model/baseline.ts'
import { CALLED_AFTER } from '../../model/gate-conditions.ts'
import type { Note } from '../../model/evidence.ts'
import type { Finding } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { amountUnknownText } from '../../report/amount-unknown.ts'
import { whyNoLevel } from '../../report/html/parts/needs.ts'
import { levelText } from '../../report/level.ts'
import { speaker, type Speaker } from '../../report/words/say.ts'
import { noteText } from './note.ts'
import { rulesWords } from './rules-words.ts'
import { table } from './table.ts'
import { undecidedSummary } from './undecided.ts'
import { cliWords } from './words.ts'

/** What the gate compared with, and what it has to say about waivers and that comparison. */
export interface Compared {
  readonly baseline: Baseline | undefined
  readonly notes: readonly Note[]
}

/** `check --json`: the contract of docs/check-json.md. */
export function gateDocument(
  audit: Audit,
  result: GateResult,
  exitCode: number,
  { baseline, notes }: Compared,
  errors: readonly unknown[],
): unknown {
  const waived = audit.findings.filter(({ status }) => status === 'waived')
  return {
    format: 'eigenstand/check/1',
    exitCode,
    project: audit.project,
    asOf: audit.asOf,
    rules: audit.rules,
    conditions: result.conditions,
    findings: result.findings,
    ...(audit.undecided.length > 0 && { undecided: audit.undecided }),
    level: audit.level,
    axes: audit.axes,
    ...(baseline !== undefined && { baseline: { asOf: baseline.asOf, rules: baseline.rules, findings: baseline.findings.length } }),
    ...(waived.length > 0 && { waived }),
    ...(notes.length > 0 && { notes }),
    ...(errors.length > 0 && { errors }),
  }
}

/** Condition · limit · actual · met, and what violates it. */
export function gateText(
  audit: Audit,
  result: GateResult,
  exitCode: number,
  { baseline, notes }: Compared,
  language: Language,
  quiet: boolean,
): string {
  const words = cliWords(language)
  const more = rulesWords(language)
  const spoken = speaker(language)
  const verdict = exitCode === 0 ? words.gate.passed : exitCode === 1 ? words.gate.failed : words.gate.unassessable
  if (quiet) return verdict
  const undecided = result.conditions.some((line) => (line.undecided ?? 0) > 0)
  const rows = result.conditions.map((line) => [
    `${conditionName(line, audit, language)} ${words.action[line.action]}`.trim(),
    figure(line.limit, line, language),
    figure(line.actual, line, language),
    metOf(line, language),
    ...(undecided ? [undecidedOf(line, spoken)] : []),
    line.id,
  ])
  const level =
    audit.level === null
      ? `${spoken.say('verdict.none')} ${whyNoLevel({ audit, say: spoken.say, options: { language } })}`
      : `${spoken.say('level.name')}: ${levelText(spoken, audit.level, audit.level.provisional)}`
  const missing = amountUnknownText(spoken, formats(language), audit)
  const waived = audit.findings.filter(({ status }) => status === 'waived').length
  const violated = result.conditions.filter(isViolated)
  // what rests on no finding is said first, and nothing that does can hide it
  const reasons = violated.flatMap((line) => {
    const because = becauseText(line, language)
    return because === '' ? [] : [`  ${conditionName(line, audit, language)}: ${because}`]
  })
  const open = result.conditions.flatMap((line) => {
    const { possible = [] } = line
    const layers = possible.map((layer) => spoken.term('layer', layer)).join(', ')
    return layers === '' ? [] : [`  ${conditionName(line, audit, language)}: ${words.gate.possible(layers)}`]
  })
  const failing = violated.flatMap(({ because, policies }) => (policies === undefined ? [] : because))
  // the identity of a finding is made when it is read: those of other policies are left alone
  const policies = new Set(violated.flatMap(({ policies = [] }) => policies))
  const counted = result.findings.filter(({ policy }) => policies.has(policy))
  return [
    table(
      [
        [
          words.gate.condition,
          words.gate.limit,
          words.gate.actual,
          words.gate.met,
          ...(undecided ? [more.undecided.column] : []),
          'explain',
        ],
        ...rows,
      ],
      '',
      true,
    ),
    '',
    level,
    ...(missing === undefined ? [] : [missing]),
    ...undecidedSummary(audit, language),
    ...(baseline === undefined ? [] : [more.baseline.against(formats(language).day(baseline.asOf))]),
    ...(waived === 0 ? [] : [more.waive.waived(waived)]),
    ...notes.map((note) => `  ${noteText(note, language)}`),
    ...reasons,
    ...open,
    ...failing.slice(0, MOST_NAMED).map((id) => `  ${id.slice(0, 12)} ${nameOf(audit, counted, id, language)}`),
    ...(failing.length > MOST_NAMED ? [`  ${words.more(failing.length - MOST_NAMED)}`] : []),
    verdict,
  ].join('\n')
}

const MOST_NAMED = 10

/** Whether the gate fails by a condition. */
export const isViolated = ({ action, met }: GateLine): boolean => action === 'fail' && met === false

/** What violates a condition that counts no findings: its axes, layers, criteria or fields; '' where there is nothing to name. */
export function becauseText({ id, policies, because }: GateLine, language: Language): string {
  if (policies !== undefined) return ''
  const { term } = speaker(language)
  const kind = id === 'concentration-rise' ? 'layer' : id.startsWith('level-') ? 'axis' : undefined
  const named = because.slice(0, MOST_NAMED).map((one) => (kind === undefined ? one : term(kind, one)))
  const more = because.length > MOST_NAMED ? [cliWords(language).more(because.length - MOST_NAMED)] : []
  return [...named, ...more].join(', ')
}

/** What the condition is called; a share says what it is of, and policies that a set adds are named. */
export function conditionName({ id, basis, policies = [] }: GateLine, audit: Audit, language: Language): string {
  const words = cliWords(language)
  const usual = CALLED_AFTER[id] ?? []
  const added = policies.filter((policy) => !usual.includes(policy)).map((policy) => titleOf(audit, policy, language))
  if (added.length === 0) return id === 'unknown-maker' && basis === 'lines' ? words.makerOfLines : words.conditions[id]
  return words.findingsOf(added.join(', '), added.length < policies.length ? words.conditions[id] : undefined)
}

function titleOf(audit: Audit, policy: string, language: Language): string {
  return audit.policies.find(({ id }) => id === policy)?.title[language] ?? policy
}

/** The limit or the value of a condition; `–` where there is none. */
export function figure(value: number | null, { id }: GateLine, language: Language): string {
  if (value === null) return '–'
  const f = formats(language)
  return id.startsWith('unknown-') ? f.percent(value) : f.number(value)
}

function undecidedOf({ undecided = 0, missing }: GateLine, { term }: Speaker): string {
  return undecided === 0 ? '' : `${undecided}${missing === undefined ? '' : ` (${term('fact', missing)})`}`
}

function metOf({ met, possible }: GateLine, language: Language): string {
  const words = cliWords(language).gate
  return met === null ? (possible === undefined ? words.open : words.undecided) : met ? words.yes : words.no
}

function nameOf(audit: Audit, findings: readonly Finding[], fingerprint: string, language: Language): string {
  const finding = findings.find((one) => one.fingerprint === fingerprint)
  if (finding === undefined) return ''
  return `${finding.subject.id} – ${titleOf(audit, finding.policy, language)}`
}
