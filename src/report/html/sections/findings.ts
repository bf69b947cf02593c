import type { NumberedFinding } from '../../../model/numbering.ts'
import { SEVERITIES } from '../../../model/policy.ts'
import { waiverText } from '../../../model/waiver.ts'
import { matters, type Matter } from '../../topics.ts'
import { affected } from '../parts/affected.ts'
import type { Context } from '../context.ts'
import { deadline, deadlineText } from '../parts/deadline.ts'
import { evidenceLinks } from '../parts/evidence.ts'
import { measured, proofTables } from '../parts/measured.ts'
import { reach } from '../parts/reach.ts'
import { anchor, clip } from '../safe.ts'
import { isOpen, subjectText, titleOf } from '../parts/subject.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, type Table } from '../table.ts'

/** Section 3: every matter once, with all that the rules say about it; below them the evidence, every item once. */
export function findings(context: Context) {
  const { numbered, say, policy } = context
  const told = matters(numbered, (id) => policy(id)?.scope)
  return {
    intro:
      told.length === 0
        ? say('findings.none')
        : say('findings.intro', { n: numbered.length, cases: context.audit.findings.length, topics: told.length }),
    overview: overview(context, told),
    list: told.map((matter, index) => matterView(context, matter, index + 1)),
    affected: affected(context),
    strays: strays(context),
  }
}

/** All matters on one table, before each is told at length. */
function overview(context: Context, told: readonly Matter[]): Table | null {
  const { say, term, f } = context
  const rows = told.map((matter, index) => {
    const next = deadline(context, matter.parts)
    return row(
      cell(line(`3.${index + 1} ${term('topic', matter.topic)}`, { href: `#topic-${matter.topic}` }), small(numbersOf(matter))),
      { ...cell(term('severity', matter.severity)), sort: String(SEVERITIES.indexOf(matter.severity)) },
      numberCell(f.number(matter.items.length), matter.items.length),
      cell(matter.items.length === 0 ? '–' : reach(context, matter.items)),
      cell(next === undefined ? '–' : f.day(next.day)),
    )
  })
  const columns = [
    column(say('finding.name')), column(say('finding.severity')), numberColumn(say('finding.entries')), column(say('finding.reach')), column(say('finding.by-when')),
  ] // prettier-ignore
  return table(context, 'overview', say('findings.overview'), columns, rows)
}

const numbersOf = ({ parts }: Matter): string => parts.map(({ number }) => number).join(', ')

function matterView(context: Context, matter: Matter, at: number) {
  const { say, term } = context
  const { topic, parts, items, severity } = matter
  const next = deadline(context, parts)
  return {
    id: `topic-${topic}`,
    heading: `3.${at} ${term('topic', topic)}`,
    severityId: severity,
    badge: say('finding.badge', { severity: term('severity', severity), n: parts.length, items: items.length }),
    reach: items.length === 0 ? null : say('finding.together', { reach: reach(context, items) }),
    parts: parts.map((found) => part(context, found)),
    assessments: parts.map((found) => assessment(context, found)),
    fixes: fixes(context, parts),
    next: next === undefined ? null : deadlineText(context, next),
    waivers: parts.flatMap((found) => waiver(context, found)),
    responses: parts.flatMap((found) => responses(context, found).map((text) => ({ number: found.number, text }))),
    links: parts.flatMap((found) => evidenceLinks(context, found)),
    proofs: parts.flatMap((found) => proofTables(context, found)),
  }
}

/** What one rule found: whom it affects, and how much that is. */
function part(context: Context, found: NumberedFinding) {
  const { say, term } = context
  const settled = found.status === 'open' ? '' : `, ${term('finding-status', found.status)}`
  return {
    id: found.number,
    title: titleOf(context, found.policy),
    weight: `${say('finding.severity')}: ${term('severity', found.severity)}${settled}`,
    statement: say('finding.statement', { subject: subjectText(context, found), n: Math.max(1, found.items.length) }),
    reach: found.items.length === 0 ? null : `${say('finding.reach')}: ${reach(context, found.items)}.`,
  }
}

/** Why it matters, what was measured against which limit, and by which rule. */
function assessment(context: Context, found: NumberedFinding) {
  const { policy, options, say } = context
  const rule = policy(found.policy)
  const assumes = rule?.assumes?.[options.language]
  return {
    number: found.number,
    why: rule?.why[options.language] ?? null,
    measured: measured(context, found),
    assumes: assumes === undefined ? null : `${say('finding.assumes')}: ${assumes}`,
    rule: { text: say('finding.rule-link', { rule: found.policy }), href: `#${anchor('rule', found.policy)}` },
  }
}

/** What to do; the same advice of several rules stands once. What is settled needs none. */
function fixes({ policy, options }: Context, parts: readonly NumberedFinding[]) {
  const byText = new Map<string, string[]>()
  for (const found of parts.filter(isOpen)) {
    const text = policy(found.policy)?.fix[options.language]
    if (text !== undefined) byText.set(text, [...(byText.get(text) ?? []), found.number])
  }
  return Array.from(byText, ([text, numbers]) => ({ text, numbers: numbers.join(', ') }))
}

function waiver({ f, options, say }: Context, found: NumberedFinding) {
  return found.findings
    .flatMap((one) => one.waiver ?? [])
    .slice(0, 1)
    .map((one) => ({
      number: found.number,
      label: say(found.status === 'expired' ? 'finding.waiver-expired' : 'finding.waiver'),
      reason: clip(waiverText(one, options.language), 400),
      by: clip(one.approvedBy),
      span: `${f.day(one.from)} – ${f.day(one.until)}`,
      basis: one.legalBasis === undefined ? null : clip(one.legalBasis),
    }))
}

function responses({ options }: Context, found: NumberedFinding): readonly string[] {
  const given = options.editorial?.responses ?? {}
  const texts = found.findings.flatMap(({ fingerprint }) => (Object.hasOwn(given, fingerprint) ? [given[fingerprint] ?? ''] : []))
  return [...new Set(texts)].flatMap((text) => text.split(/\n+/)).filter((text) => text.trim() !== '')
}

/** Comments that fit no finding of this audit: shown, never lost in silence. */
function strays({ audit, options }: Context) {
  const known = new Set(audit.findings.map(({ fingerprint }) => fingerprint))
  return Object.entries(options.editorial?.responses ?? {})
    .filter(([fingerprint]) => !known.has(fingerprint))
    .map(([fingerprint, text]) => ({ fingerprint: clip(fingerprint, 40), text: clip(text, 600) }))
}
