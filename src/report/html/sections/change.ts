import type { ComparedFinding, Comparison } from '../../../model/comparison.ts'
import type { StoredAudit } from '../../../model/ports.ts'
import { SEVERITIES } from '../../../model/policy.ts'
import { causesText, figureName, isIncomplete, limitText, NAMED, stepsOf, valueText, waiverTexts } from '../../comparison.ts'
import { levelText } from '../../level.ts'
import { levelExtents, levelScale } from '../parts/axes.ts'
import { chart } from '../parts/charts.ts'
import type { Context } from '../context.ts'
import type { Figure } from '../parts/layers.ts'
import { clip } from '../safe.ts'
import { subjectName } from '../parts/subject.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, type Line, type Table } from '../table.ts'

const STATES = ['new', 'back', 'solved', 'unchanged'] as const

/** Section 2: what is different from the audit before, cause by cause; never compared in silence across rules or methods. */
export function change(context: Context) {
  const { say, options, f } = context
  const { comparison } = options
  return {
    none: comparison === undefined ? say('change.none') : null,
    intro: comparison === undefined ? null : say('change.intro', { day: f.day(comparison.before.asOf) }),
    causes: comparison === undefined ? [] : causesText(context, comparison),
    figures: comparison === undefined ? null : figuresTable(context, comparison),
    counts: comparison === undefined ? null : countsText(context, comparison),
    findings: comparison === undefined ? null : findingsTable(context, comparison),
    waivers: comparison === undefined ? [] : waiversText(context, comparison),
    limits:
      comparison === undefined ? [] : comparison.limits.filter((limit) => !isIncomplete(limit)).map((limit) => limitText(context, limit)),
    trend: trend(context),
  }
}

/** Each figure on its way from then to now: a column for each cause there is. */
function figuresTable(context: Context, comparison: Comparison): Table | null {
  const { say } = context
  const steps = stepsOf(context, comparison)
  const columns = [column(say('figures.figure')), ...steps.map(({ title, note }) => numberColumn(title, note))]
  const rows = comparison.figures.map((figure) =>
    row(cell(figureName(context, figure)), ...steps.map(({ key }) => numberCell(valueText(context, figure, figure[key])))),
  )
  return table(context, 'change-figures', say('change.caption'), columns, rows)
}

function countsText({ say }: Context, { findings }: Comparison): string {
  const counts = STATES.map((state) => `${findings.filter((one) => one.state === state).length} ${say(`change.state.${state}`)}`)
  return `${say('change.findings')}: ${counts.join(', ')}.`
}

/** What came and what went and why, each rule once; gravest first. */
function findingsTable(context: Context, { findings, titles }: Comparison): Table | null {
  const { say, term, f } = context
  const groups = Map.groupBy(
    findings.filter(({ state }) => state !== 'unchanged'),
    ({ policy, state, cause }) => [policy, state, cause].join('\0'),
  )
  const rows = [...groups.values()]
    .toSorted(([a], [b]) => rank(b) - rank(a))
    .map((members) => {
      const { policy, state, cause = 'data', severity } = members[0] as ComparedFinding
      const names = [...new Set(members.map((one) => nameOf(context, one)))]
      const shown = names.slice(0, NAMED)
      const more = names.length - shown.length
      return row(
        cell(ruleLine(context, policy, state, titles), small(f.list(more > 0 ? [...shown, say('more', { n: more })] : shown))),
        numberCell(f.number(members.length), members.length),
        cell(say(`change.state.${state}`)),
        cell(say(`cause.${cause}`)),
        cell(term('severity', severity)),
      )
    })
  const columns = [
    column(say('finding.name')), numberColumn(say('undecided.count')), column(say('change.state')), column(say('change.cause')), column(say('finding.severity')),
  ] // prettier-ignore
  return table(context, 'change-findings', say('change.findings'), columns, rows)
}

const rank = (one: ComparedFinding | undefined): number => (one === undefined ? -1 : SEVERITIES.indexOf(one.severity))

/** The rule's title; what is still there leads to its finding. */
function ruleLine(context: Context, policy: string, state: ComparedFinding['state'], titles: Comparison['titles']): Line {
  const found = state === 'solved' ? undefined : context.numbered.find((one) => one.policy === policy)
  const title = titles[policy]?.[context.options.language] ?? policy
  return found === undefined ? line(title) : line(`${found.number} ${title}`, { href: `#${found.number}` })
}

const nameOf = (context: Context, { name, subject }: ComparedFinding): string => clip(name ?? subjectName(context, subject), 60)

const waiversText = (context: Context, comparison: Comparison): readonly string[] =>
  waiverTexts(
    context,
    comparison,
    (policy) => comparison.titles[policy]?.[context.options.language] ?? policy,
    (one) => nameOf(context, one),
  )

/** Levels over time, this audit last; a point whose rules differ from today's says so. */
function trend(context: Context): Figure | null {
  const { options, audit, say, f } = context
  const history = options.history ?? []
  if (history.length < 2) return null
  const label = (one: StoredAudit): string => f.day(one.asOf) + (one.rulesSha256 === audit.rules.sha256 ? '' : ' *')
  const value = ({ best, worst, provisional }: StoredAudit): string =>
    best === null || worst === null ? say('level.none') : levelText(context, { best, worst }, provisional)
  const rows = history.map((one) =>
    row(cell(label(one)), cell(value(one)), numberCell(f.number(one.items), one.items), numberCell(f.number(one.findings), one.findings)),
  )
  const columns = [
    column(say('head.asOf')),
    column(say('level.name')),
    numberColumn(say('trend.items')),
    numberColumn(say('trend.findings')),
  ]
  return {
    pair: false,
    screen: false,
    chart: chart({
      id: 'trend',
      title: say('trend.title'),
      rows: history.slice(-12).map((one) => ({
        label: label(one),
        value: one.best === null || one.worst === null ? '–' : one.best === one.worst ? String(one.best) : `${one.best}–${one.worst}`,
        extents: levelExtents(one.best ?? 0, one.worst ?? 0),
      })),
      ...levelScale(context),
    }),
    table: table(context, 'trend-t', say('trend.caption'), columns, rows),
    note: history.some(({ rulesSha256 }) => rulesSha256 !== audit.rules.sha256) ? say('trend.note') : null,
  }
}
