import { inPieces } from '../model/pieces.ts'
import type { Severity } from '../model/policy.ts'
import type { FailedCondition, Reporter } from '../model/ports.ts'
import { relativePath } from './escape.ts'
import { context, type Context } from './html/context.ts'
import { visible } from './html/safe.ts'
import { findingRows, isDecided, isSettled, pathOf, settledText, type FindingRow } from './rows.ts'

/** The five severities of GitLab Code Quality, https://docs.gitlab.com/ci/testing/code_quality/. */
const SEVERITY = { info: 'info', low: 'minor', medium: 'major', high: 'critical', critical: 'blocker' } as const satisfies Record<
  Severity,
  string
>

/** A Code Quality report: one object per condition that the gate fails by or cannot be assessed by, and per finding, compared between branches by our fingerprint alone. */
export const gitlab: Reporter = {
  id: 'gitlab',
  extension: 'codequality.json',
  render: (audit, options) => inPieces(texts(context(audit, options))),
}

function* texts(context: Context): Generator<string, void, undefined> {
  const written = new Set<string>()
  let before = '[\n  '
  for (const condition of context.options.failedConditions ?? []) {
    written.add(condition.fingerprint)
    yield before + JSON.stringify(conditionEntry(context, condition))
    before = ',\n  '
  }
  for (const row of findingRows(context)) {
    // GitLab shows one of several with the same fingerprint, which one is not said
    if (written.has(row.finding.fingerprint)) continue
    written.add(row.finding.fingerprint)
    yield before + JSON.stringify(entry(context, row))
    before = ',\n  '
  }
  yield written.size === 0 ? '[]\n' : '\n]\n'
}

function conditionEntry(context: Context, { id, effect, text, path, fingerprint }: FailedCondition): object {
  const location = { path: relativePath(pathOf(context, path)), lines: { begin: 1 } }
  return { description: visible(text), check_name: `gate/${id}`, fingerprint, severity: effect === 'fails' ? 'blocker' : 'major', location }
}

/** Code Quality knows no exceptions: a settled finding stays visible as information. */
function entry(context: Context, { finding, title, subject, place }: FindingRow): object {
  const settled = isSettled(finding)
  const text = context.say('ci.finding', { title, subject })
  return {
    description: visible(isDecided(finding) ? context.say('ci.settled', { text, status: settledText(context, finding) }) : text),
    check_name: visible(finding.policy),
    fingerprint: finding.fingerprint,
    severity: settled ? 'info' : SEVERITY[finding.severity],
    location: { path: relativePath(place.path), lines: { begin: place.line } },
  }
}
