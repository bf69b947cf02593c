import type { Evidence } from '../../model/evidence.ts'
import type { NumberedFinding } from '../../model/numbering.ts'
import { SEVERITIES, type Finding } from '../../model/policy.ts'
import { licenceLine, makerLines, registerLines } from './conclusion.ts'
import type { Context } from './context.ts'
import { evidenceLines, seenText } from './place.ts'
import { proofEvidence, proofRows } from './proof.ts'
import { anchor, clip } from './safe.ts'
import { subjectName, subjectText, titleOf } from './subject.ts'
import { cell, column, line, row, small, streamed, table, type Row, type Table } from './table.ts'

/** Rows of evidence under one finding; the rest is counted and stands in appendix A. */
const CASES = 50
/** Places shown for one item. */
const PLACES = 6
/** Tests shown of one finding. */
const PROOFS = 12

/** Section 3. */
export function findings(context: Context) {
  const { numbered, say } = context
  return {
    intro: say('findings.intro', { n: numbered.length }),
    overview: overview(context),
    list: numbered.map((found) => finding(context, found)),
  }
}

/** All findings on one table, before each is told at length. */
function overview(context: Context): Table | null {
  const { numbered, say, term } = context
  const rows = numbered.map((found) =>
    row(
      cell(line(`${found.number} ${titleOf(context, found.policy)}`, { href: `#${found.number}` })),
      { ...cell(term('severity', found.severity)), sort: String(SEVERITIES.indexOf(found.severity)) },
      cell(subjectText(context, found), ...(found.status === 'open' ? [] : [small(term('finding-status', found.status))])),
    ),
  )
  return table(
    context,
    'overview',
    say('findings.overview'),
    [column(say('finding.name')), column(say('finding.severity')), column(say('finding.affected'))],
    rows,
  )
}

function finding(context: Context, found: NumberedFinding) {
  const { policy, say, term, options, f } = context
  const rule = policy(found.policy)
  const { language } = options
  return {
    id: found.number,
    heading: `${found.number} · ${titleOf(context, found.policy)}`,
    severity: term('severity', found.severity),
    severityId: found.severity,
    hint: found.severity === 'info',
    status: found.status === 'open' ? null : term('finding-status', found.status),
    statement: say('finding.statement', { subject: subjectText(context, found), n: Math.max(1, found.items.length) }),
    reach: found.items.length === 0 ? null : reach(context, found.items),
    why: rule?.why[language] ?? null,
    assumes: rule?.assumes?.[language] ?? null,
    rule: { text: found.policy, href: `#${anchor('rule', found.policy)}` },
    proofs: proofTables(context, found),
    fix: rule?.fix[language] ?? null,
    waiver: found.findings
      .flatMap(({ waiver }) => waiver ?? [])
      .slice(0, 1)
      .map((waiver) => ({
        reason: clip(waiver.words ?? waiver.reason, 400),
        by: clip(waiver.approvedBy),
        span: `${f.day(waiver.from)} – ${f.day(waiver.until)}`,
        basis: waiver.legalBasis === undefined ? null : clip(waiver.legalBasis),
      })),
    responses: responses(context, found),
    cases: casesTable(context, found),
    casesSummary: say('finding.cases', { n: found.items.length }),
    left: found.items.length > CASES ? say('finding.left', { n: found.items.length - CASES }) : null,
  }
}

/** How much of each basis the items hold. */
export function reach({ audit, bases, weigh, totals, say, f }: Context, items: readonly number[]): string {
  const parts = bases.flatMap((basis) => {
    const held = items.reduce((sum, index) => sum + (audit.items[index] === undefined ? 0 : weigh(audit.items[index], basis)), 0)
    if (held === 0) return []
    return [
      say(`reach.${basis}`, { share: f.percent(held / totals[basis]), sum: basis === 'spend' ? f.money(String(held)) : f.number(held) }),
    ]
  })
  return parts.length === 0 ? say('reach.none') : parts.join(' · ')
}

/** Layers, vendors and the project each with their own test; of items the heaviest as an example. */
function proofTables(context: Context, { number, findings }: NumberedFinding): readonly (Table | null)[] {
  const { say } = context
  const columns = [column(say('proof.demand')), column(say('proof.actual')), column(say('proof.truth'))]
  const [first] = findings
  if (first?.subject.kind === 'item') {
    const example = itemName(context, first.items[0])
    return [
      table(
        context,
        `proof-${number}`,
        say(findings.length > 1 ? 'proof.example' : 'proof.subject', { number, subject: example }),
        columns,
        proofRows(context, first.proof),
      ),
    ]
  }
  return findings
    .slice(0, PROOFS)
    .map(({ subject, proof }, index) =>
      table(
        context,
        `proof-${number}-${index}`,
        say('proof.subject', { number, subject: subjectName(context, subject) }),
        columns,
        proofRows(context, proof),
      ),
    )
}

function responses({ options }: Context, found: NumberedFinding): readonly string[] {
  const given = options.editorial?.responses ?? {}
  const texts = found.findings.flatMap(({ fingerprint }) => (Object.hasOwn(given, fingerprint) ? [given[fingerprint] ?? ''] : []))
  return [...new Set(texts)].flatMap((text) => text.split(/\n+/)).filter((text) => text.trim() !== '')
}

function casesTable(context: Context, found: NumberedFinding): Table | null {
  const { say } = context
  if (found.items.length === 0) return null
  const columns = [column(say('cases.item')), column(say('cases.place')), column(say('cases.conclusion')), column(say('cases.register'))]
  const view = {
    id: `cases-${found.number}`,
    caption: say('cases.caption', { number: found.number }),
    columns,
    sortable: found.items.length > 9,
  }
  return streamed(context, view, caseRows(context, found))
}

function* caseRows(context: Context, found: NumberedFinding): Iterable<Row> {
  let shown = 0
  const seen = new Set<number>()
  for (const one of found.findings) {
    for (const index of one.items) {
      if (seen.has(index)) continue
      if (shown++ === CASES) return
      seen.add(index)
      yield caseRow(context, one, index, found.findings.length > 1 || one.items.length === 1)
    }
  }
}

function caseRow(context: Context, one: Finding, index: number, own: boolean): Row {
  const item = context.audit.items[index]
  if (item === undefined) return row(cell(String(index)), cell(''), cell(''), cell(''))
  const evidence = own ? proofEvidence(one.proof) : []
  const said: readonly Evidence[] = evidence.length > 0 ? evidence : [...(item.maker?.evidence ?? []), ...item.licence.evidence]
  const places = evidenceLines(context, said.slice(0, PLACES))
  return row(
    cell(line(context.nameOf(item), { href: `#i${index}` })),
    cell(...(places.length > 0 ? places : [seenText(context, item.seenAt[0])])),
    cell(...makerLines(context, item), licenceLine(context, item)),
    cell(...registerLines(context, item)),
  )
}

function itemName(context: Context, index: number | undefined): string {
  const item = index === undefined ? undefined : context.audit.items[index]
  return item === undefined ? '' : context.nameOf(item)
}
