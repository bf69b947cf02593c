import { inPieces } from '../model/pieces.ts'
import type { Finding } from '../model/policy.ts'
import type { FailedCondition, Reporter } from '../model/ports.ts'
import { relativePath, xmlText } from './escape.ts'
import { context, type Context } from './html/context.ts'
import { clip } from './html/safe.ts'
import { findingRows, isDecided, isSettled, pathOf, settledText, unreadTexts, type FindingRow } from './rows.ts'

/** GitLab reads no file above 30 MB. */
const MOST_BYTES = 28_000_000

/**
 * JUnit XML: a suite for the conditions that the gate fails by or cannot be assessed by, one for each matter, a case for each finding. Open findings fail; settled ones are skipped, and so are
 * hints, unless the gate fails by them; an input that could not be read is an error. There are no passing cases: what no policy hit may be
 * unknown, and unknown is not passed. No text of an input in `system-out`, where GitLab would look for attachments.
 */
export const junit: Reporter = {
  id: 'junit',
  extension: 'junit.xml',
  render: (audit, options) => inPieces(texts(context(audit, options))),
}

interface Case {
  /** The numbered finding it belongs to. */
  readonly number: string
  readonly policy: string
  readonly skipped: boolean
  readonly text: string
}

function* texts(context: Context): Generator<string, void, undefined> {
  const unread = unreadTexts(context).map((text, i) => runCase(`${i + 1}. ${clip(text, 200)}`, `<error message="${short(text)}"/>`))
  const { failedConditions = [] } = context.options
  const failed = failedConditions.map((condition) => conditionCase(context, condition))
  const open = failedConditions.filter(({ effect }) => effect === 'not-assessable').length
  const gate = { ...NO_RUN, failures: failed.length - open, errors: open }
  const cases = casesOf(context, MOST_BYTES - [...unread, ...failed].reduce((sum, text) => sum + Buffer.byteLength(text), 0))
  const cut = context.audit.findings.length - cases.length
  const shortened = cut === 0 ? [] : [runCase(context.say('ci.cut', { n: cut, kept: cases.length }), '<skipped/>')]
  const run = { ...NO_RUN, errors: unread.length, skipped: shortened.length }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="eigenstand"${counts(cases, { ...run, failures: gate.failures, errors: run.errors + open })}>\n`
  if (failed.length > 0) yield `  <testsuite name="gate"${counts([], gate)}>\n${failed.join('')}  </testsuite>\n`
  for (const suite of Map.groupBy(cases, ({ number }) => number).values()) {
    yield `  <testsuite name="${short(suite[0]!.policy)}"${counts(suite)}>\n`
    for (const { text } of suite) yield text
    yield '  </testsuite>\n'
  }
  if (unread.length + shortened.length > 0)
    yield `  <testsuite name="eigenstand"${counts([], run)}>\n${[...unread, ...shortened].join('')}  </testsuite>\n`
  yield '</testsuites>\n'
}

/** As many as fit, the gravest first. */
function casesOf(context: Context, most: number): readonly Case[] {
  const cases: Case[] = []
  const nameOf = namer()
  let room = most
  for (const row of findingRows(context)) {
    const text = testcase(context, row, nameOf(row))
    room -= Buffer.byteLength(text)
    if (room < 0) break
    cases.push({ number: row.number, policy: row.finding.policy, skipped: isSettled(row.finding) || isHint(context, row.finding), text })
  }
  return cases
}

const NO_RUN = { errors: 0, skipped: 0, failures: 0 }

/** `run`: beside the cases, what is said of the run itself. */
function counts(cases: readonly Case[], run = NO_RUN): string {
  const skipped = cases.filter((one) => one.skipped).length
  const tests = cases.length + run.errors + run.skipped + run.failures
  return ` tests="${tests}" failures="${cases.length - skipped + run.failures}" errors="${run.errors}" skipped="${skipped + run.skipped}"`
}

/**
 * Gives each case a name of its own: subject and file. Line and version would make the same finding a new test after
 * every update. A name that was given already is numbered, because GitLab ignores repeated ones.
 */
function namer(): (row: FindingRow) => string {
  const given = new Set<string>()
  const times = new Map<string, number>()
  return ({ finding, subject, place }) => {
    const name = xmlText(`${clip(subject, 120)} – ${clip(place.path, 120)}`)
    const [suite, key] = [short(finding.policy), `${finding.policy}\0${name}`]
    let n = times.get(key) ?? 0
    let numbered: string
    do {
      n += 1
      numbered = n === 1 ? name : `${name} (${n})`
    } while (given.has(`${suite}\0${numbered}`))
    times.set(key, n)
    given.add(`${suite}\0${numbered}`)
    return numbered
  }
}

function testcase(context: Context, { number, finding, title, subject, place }: FindingRow, name: string): string {
  const { say, term, policy, options } = context
  const path = relativePath(place.path)
  const open = `    <testcase classname="${short(finding.policy)}" name="${name}" file="${xmlText(path)}" line="${place.line}">`
  if (isSettled(finding)) return `${open}<skipped message="${short(settledText(context, finding))}"/></testcase>\n`
  const told = say('ci.finding', { title: clip(title, 80), subject: clip(subject, 60) })
  if (isHint(context, finding)) {
    const status = isDecided(finding) ? settledText(context, finding) : say('ci.hint')
    return `${open}<skipped message="${short(say('ci.settled', { text: told, status }))}"/></testcase>\n`
  }
  const where = say('ci.where', { path: clip(path, 120), line: String(place.line), column: String(place.column) })
  const fix = policy(finding.policy)?.fix[options.language] ?? say('finding.no-fix')
  const decided = isDecided(finding) ? [settledText(context, finding)] : []
  const text = [...decided, where, say('ci.in-report', { number }), clip(fix, 300)].map(xmlText).join('\n')
  return `${open}<failure message="${short(told)}" type="${xmlText(term('severity', finding.severity))}">${text}</failure></testcase>\n`
}

/** The lightest findings say what is so, not that anything has to change. */
const isHint = ({ options }: Context, { severity, fingerprint }: Finding): boolean =>
  severity === 'info' && options.failedBy?.has(fingerprint) !== true

/** A condition that the gate fails by, which may rest on no finding, is a failed test; one because of which it cannot be assessed a test that could not run. */
function conditionCase(context: Context, { id, effect, title, text, path }: FailedCondition): string {
  const open = `    <testcase classname="gate" name="${xmlText(`${clip(title, 150)} (${id})`)}" file="${xmlText(relativePath(pathOf(context, path)))}" line="1">` // prettier-ignore
  const outcome = effect === 'fails' ? 'failure' : 'error'
  return `${open}<${outcome} message="${short(text)}" type="gate">${xmlText(clip(text, 2000))}</${outcome}></testcase>\n`
}

/** What is said of the run itself. */
const runCase = (name: string, outcome: string): string =>
  `    <testcase classname="eigenstand" name="${xmlText(name)}">${outcome}</testcase>\n`

const short = (text: string): string => xmlText(clip(text, 200))
