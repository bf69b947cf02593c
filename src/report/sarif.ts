import type { NamedPolicy } from '../model/audit.ts'
import { inPieces } from '../model/pieces.ts'
import type { Severity } from '../model/policy.ts'
import type { FailedCondition, Reporter } from '../model/ports.ts'
import { relativeUri, sarifText, uriPart, within } from './escape.ts'
import { context, type Context } from './html/context.ts'
import { visible } from './html/safe.ts'
import { titleOf } from './html/parts/subject.ts'
import { findingRows, isSettled, pathOf, settledText, unreadTexts, type FindingRow } from './rows.ts'

/** Limits of GitHub code scanning; a file above one is rejected. https://docs.github.com/code-security/code-scanning */
const MOST_RESULTS = 25_000
const DESCRIPTION = 1000
const NAME = 255

/** No `security-severity`: a finding about a contract is no security alert. */
const LEVELS = {
  info: ['note', 'recommendation'],
  low: ['note', 'recommendation'],
  medium: ['warning', 'warning'],
  high: ['error', 'error'],
  critical: ['error', 'error'],
} as const satisfies Record<Severity, readonly [level: string, problem: string]>

/** SARIF 2.1.0 as GitHub code scanning takes it: first the conditions that the gate fails by or cannot be assessed by, then the gravest findings; what does not fit is counted in a notification, and what could not be read stands there as an error. */
export const sarif: Reporter = {
  id: 'sarif',
  extension: 'sarif',
  render: (audit, options) => inPieces(texts(context(audit, options))),
}

function* texts(context: Context): Generator<string, void, undefined> {
  const { audit, say } = context
  const policies = [...new Set(context.numbered.map(({ policy }) => policy))]
  const ruleIndex = new Map(policies.map((policy, index) => [policy, index]))
  const { failedConditions: failed = [] } = context.options
  const kept = Math.min(audit.findings.length, MOST_RESULTS - failed.length)
  const cut = audit.findings.length - kept
  const driver = {
    name: audit.tool.name,
    version: audit.tool.version,
    rules: [...policies.map((id) => rule(context, id)), ...failed.map(conditionRule)],
  }
  const unread = unreadTexts(context).map((text) => ({ level: 'error', message: description(text) }))
  const shortened = cut === 0 ? [] : [{ level: 'warning', message: description(say('ci.cut', { n: cut, kept })) }]
  const run = {
    tool: { driver },
    automationDetails: { id: `eigenstand/${within(200, filled(audit.project.id, 'unnamed'), uriPart)}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: [...unread, ...shortened] }],
  }
  yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [{\n`
  for (const [key, value] of Object.entries(run)) yield `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`
  yield '"results": ['
  let written = 0
  for (const [i, condition] of failed.entries())
    yield `${written++ === 0 ? '' : ','}\n${JSON.stringify(conditionResult(context, condition, policies.length + i))}`
  for (const row of findingRows(context)) {
    if (written === kept + failed.length) break
    yield `${written++ === 0 ? '' : ','}\n${JSON.stringify(result(context, row, ruleIndex.get(row.finding.policy) ?? 0))}`
  }
  yield '\n]\n}]\n}\n'
}

function rule(context: Context, id: string): object {
  const { language } = context.options
  const policy = context.policy(id)
  const title = filled(titleOf(context, id), ruleId(id))
  const severity = policy?.severity ?? context.numbered.find((found) => found.policy === id)?.severity ?? 'info'
  const [level, problem] = LEVELS[severity]
  const fix = policy?.fix[language] ?? context.say('finding.no-fix')
  const licence = policy?.axis === 'gestaltungsfaehigkeit' ? ['license'] : []
  return {
    id: ruleId(id),
    name: within(NAME, title, visible),
    shortDescription: description(title),
    fullDescription: description(filled(policy?.why[language], title)),
    help: description([fix, policy?.assumes?.[language], sourceOf(policy)].filter((text) => text !== undefined).join(' ')),
    defaultConfiguration: { level },
    properties: { tags: ['sovereignty', ...licence], 'problem.severity': problem },
  }
}

const sourceOf = (policy: NamedPolicy | undefined): string | undefined =>
  policy === undefined ? undefined : `(${policy.source.what}, ${policy.source.date})`

function result(context: Context, { number, finding, title, subject, place }: FindingRow, ruleIndex: number): object {
  const { say } = context
  const { line, column, at } = place
  const text = say('ci.finding', { title, subject })
  const said = finding.status === 'expired' ? say('ci.settled', { text, status: settledText(context, finding) }) : text
  const message = `${said} ${say('ci.in-report', { number })}`
  const region = { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 }
  const logical = at === undefined || at === '' ? {} : { logicalLocations: [{ fullyQualifiedName: within(NAME, at, visible) }] }
  return {
    ruleId: ruleId(finding.policy),
    ruleIndex,
    level: LEVELS[finding.severity][0],
    message: description(message),
    locations: [{ physicalLocation: { artifactLocation: { uri: relativeUri(place.path) }, region }, ...logical }],
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    properties: {
      number,
      severity: finding.severity,
      status: finding.status,
      subject: within(NAME, filled(finding.subject.id, finding.subject.kind), visible),
    },
    ...(isSettled(finding)
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: settledText(context, finding) }] }
      : {}),
  }
}

const EFFECTS = { fails: 'error', 'not-assessable': 'warning' } as const

function conditionRule({ id, effect, title }: FailedCondition): object {
  return {
    id: `gate/${id}`,
    name: within(NAME, title, visible),
    shortDescription: description(title),
    fullDescription: description(title),
    help: description(`eigenstand explain ${id}`),
    defaultConfiguration: { level: EFFECTS[effect] },
    properties: { tags: ['sovereignty'], 'problem.severity': EFFECTS[effect] },
  }
}

function conditionResult(context: Context, { id, effect, text, path, fingerprint }: FailedCondition, ruleIndex: number): object {
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
  return {
    ruleId: `gate/${id}`,
    ruleIndex,
    level: EFFECTS[effect],
    message: description(text),
    locations: [{ physicalLocation: { artifactLocation: { uri: relativeUri(pathOf(context, path)) }, region } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    properties: { condition: id },
  }
}

const ruleId = (policy: string): string => within(NAME, filled(policy, 'policy'), visible)
const description = (text: string): { readonly text: string } => ({ text: within(DESCRIPTION, text, sarifText) })
/** GitHub takes no empty text. */
const filled = (text: string | undefined, instead: string): string => (text === undefined || text.trim() === '' ? instead : text)
