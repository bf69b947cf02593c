import { BASES, type Audit, type Basis } from '../../model/audit.ts'
import type { Note } from '../../model/evidence.ts'
import { exactlyKnown } from '../../model/exact.ts'
import { noteRank } from '../../model/note-kinds.ts'
import { numberFindings, findNumbered } from '../../model/numbering.ts'
import { SEVERITIES } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { amountUnknownText } from '../../report/amount-unknown.ts'
import { leastCovered } from '../../report/figures.ts'
import { formats } from '../../report/format.ts'
import { hhiText } from '../../report/hhi.ts'
import { leftOut } from '../../report/html/parts/left-out.ts'
import { whyNoLevel } from '../../report/html/parts/needs.ts'
import { clip } from '../../report/html/safe.ts'
import { axisText, levelText, verdict } from '../../report/level.ts'
import { projectName } from '../../report/project-name.ts'
import { speaker } from '../../report/words/say.ts'
import { isGateNote, notesText } from './note.ts'
import { table, list } from './table.ts'
import { undecidedSummary } from './undecided.ts'
import { cliWords } from './words.ts'

const SHOWN_FINDINGS = 5
const SHOWN_NOTES = 6

/** What an audit found, for a terminal: understood without the manual, every figure as an interval. */
export function summary(audit: Audit, language: Language): string {
  const spoken = speaker(language)
  const { say, term } = spoken
  const f = formats(language)
  const words = cliWords(language)
  const bases = BASES.filter((basis) => audit.shares.some((share) => share.basis === basis))
  const share = (id: string, basis: Basis) => {
    const found = audit.shares.find((one) => one.id === id && one.basis === basis)
    return found === undefined ? '–' : f.shares(found)
  }
  const coverage = (basis: Basis) => {
    const least = leastCovered(audit, basis)
    return least === undefined ? '–' : f.percent(exactlyKnown(least))
  }
  const amounts = (basis: Basis) => {
    const known = audit.coverage.find((one) => one.of === 'amount' && one.basis === basis)
    return known === undefined ? '–' : f.percent(exactlyKnown(known))
  }
  const hhi = (basis: Basis) => {
    const all = audit.concentration.find((one) => one.layer === 'all' && one.basis === basis)
    return all === undefined ? '–' : hhiText(f, all)
  }
  const figures = [
    ['', ...bases.map((basis) => say(`basis.${basis}`))],
    ...(['large-vendors', 'proprietary', 'open'] as const).map((id) => [say(`figure.${id}`), ...bases.map((basis) => share(id, basis))]),
    [`${say('figure.concentration')} (HHI)`, ...bases.map(hhi)],
    [say('figure.coverage'), ...bases.map(coverage)],
    ...(audit.spend === null ? [] : [[say('figure.coverage.amount'), ...bases.map(amounts)]]),
  ]
  const numbered = numberFindings(audit)
  const governing = audit.level === null ? undefined : findNumbered(numbered, audit.level.governedBy)
  const title = (policy: string) => audit.policies.find(({ id }) => id === policy)?.title[language] ?? policy
  const level =
    audit.level === null
      ? `${verdict(spoken, null)} ${whyNoLevel({ audit, say, options: { language } })}`
      : `${say('level.name')}: ${levelText(spoken, audit.level, audit.level.provisional)}`
  const counts = [...SEVERITIES].reverse().flatMap((severity) => {
    const n = audit.findings.filter(
      (finding) => finding.severity === severity && (finding.status === 'open' || finding.status === 'expired'),
    ).length
    return n === 0 ? [] : [`${n} ${term('severity', severity)}`]
  })
  const waived = audit.findings.filter(({ status }) => status === 'waived').length
  if (waived > 0) counts.push(say('waived-cases', { n: waived }))
  const bound = audit.boundServices.length
  const apart = audit.spend === null ? null : leftOut({ audit, say, f }, false)
  const missing = amountUnknownText(spoken, f, audit)
  return [
    `${clip(projectName(audit.project, spoken))} · ${words.asOf} ${f.day(audit.asOf)} · ${words.set} ${audit.rules.set}`,
    '',
    level,
    ...(governing === undefined ? [] : [`${say('governing.title')}: ${governing.number} ${title(governing.policy)}`]),
    list(audit.axes.map((axis) => [term('axis', axis.id), axisText(spoken, axis)]), '  '), // prettier-ignore
    '',
    ...(bases.length === 0 ? [say('figures.empty')] : [table(figures, '  ')]),
    ...(missing === undefined ? [] : [`  ${missing}`]),
    ...(apart === null ? [] : [`  ${apart}`]),
    ...(bound === 0 ? [] : [`  ${say('bound.title')}: ${bound}`]),
    '',
    counts.length === 0
      ? `${say('section.findings')}: ${words.none}`
      : `${say('findings.count', { n: numbered.length, cases: audit.findings.length })}: ${counts.join(', ')}`,
    ...(numbered.length === 0 ? [] : [list(numbered.slice(0, SHOWN_FINDINGS).map(({ number, policy, status, items }) => [number, status === 'open' ? title(policy) : `${title(policy)} (${term('finding-status', status)})`, items.length > 0 ? words.items(items.length) : '']), '  ')]), // prettier-ignore
    ...(numbered.length > SHOWN_FINDINGS ? [`  ${words.more(numbered.length - SHOWN_FINDINGS)}`] : []),
    ...undecidedSummary(audit, language),
    '',
    ...noteLines(audit, language),
    ...audit.sources.map(({ path, read, rejected, unusable }) => `${path}: ${words.source(read, rejected, unusable)}`),
  ].join('\n')
}

/**
 * What was assumed or left out, once for each kind, in the reader's language. Every reason for a provisional result comes first, then
 * what becomes of waivers, which asks for a decision, then by what is at stake; how many kinds are not shown is said.
 */
function noteLines({ notes, provisionalBecause }: Audit, language: Language): string[] {
  const rank = ({ code }: Pick<Note, 'code'>) => (provisionalBecause.includes(code) ? 0 : isGateNote({ code }) ? 1 : 2)
  // reasons that come of the whole are no notes of a file
  const ofTheWhole = provisionalBecause.filter((code) => !notes.some((note) => note.code === code)).map((code) => ({ code, message: code }))
  const kinds = [...Map.groupBy([...ofTheWhole, ...notes], ({ code }) => code).values()].sort(
    ([a], [b]) => rank(a!) - rank(b!) || noteRank(a!.code) - noteRank(b!.code),
  )
  const shown = Math.max(SHOWN_NOTES, kinds.filter(([first]) => rank(first!) < 2).length)
  const left = kinds.slice(shown).map(([first]) => first!.code)
  return [
    ...kinds.slice(0, shown).flatMap((kind) => notesText(kind, language)),
    ...(left.length === 0 ? [] : [cliWords(language).moreNotes(left)]),
  ]
}
