import type { Audit } from '../../model/audit.ts'
import type { StoredAudit } from '../../model/ports.ts'
import { levelText } from '../level.ts'
import { levelExtents, levelScale } from './axes.ts'
import { chart } from './charts.ts'
import type { Context } from './context.ts'
import type { Figure } from './layers.ts'
import { cell, column, numberCell, numberColumn, row, table, type Table } from './table.ts'
import { clip } from './safe.ts'
import { subjectText, titleOf } from './subject.ts'

/** Section 2: what is different from the audit before; never compared in silence across rules or methods. */
export function change(context: Context) {
  const { say, options } = context
  const { previous } = options
  return {
    none: previous === undefined ? say('change.none') : null,
    intro: previous === undefined ? null : say('change.intro', { day: context.f.day(previous.asOf) }),
    causes: previous === undefined ? [] : causes(context, previous),
    figures: previous === undefined ? null : thenAndNow(context, previous),
    findings: previous === undefined ? null : findingsTable(context, previous),
    solved: previous === undefined ? null : say('change.solved', { n: solved(context, previous) }),
    trend: trend(context),
  }
}

/** A change of numbers has up to three causes; each is named where it is there. */
function causes({ audit, say }: Context, before: Audit): readonly string[] {
  const inputs = (one: Audit): string =>
    one.sources
      .map(({ sha256 }) => sha256)
      .toSorted()
      .join()
  return [
    inputs(audit) === inputs(before) ? say('change.data.same') : say('change.data.other'),
    audit.rules.sha256 === before.rules.sha256 ? say('change.rules.same') : say('change.rules.other'),
    audit.tool.version === before.tool.version
      ? say('change.method.same')
      : say('change.method.other', { then: before.tool.version, now: audit.tool.version }),
  ]
}

function thenAndNow(context: Context, before: Audit): Table | null {
  const { audit, say, term, f } = context
  const level = (one: Audit): string => (one.level === null ? say('level.none') : levelText(context, one.level, one.level.provisional))
  const shares = audit.shares.flatMap((now) => {
    const then = before.shares.find((one) => one.id === now.id && one.basis === now.basis)
    return then === undefined
      ? []
      : [row(cell(`${say(`figure.${now.id}`)} (${term('basis', now.basis)})`), numberCell(f.shares(then)), numberCell(f.shares(now)))]
  })
  const columns = [column(say('figures.figure')), numberColumn(say('change.then')), numberColumn(say('change.now'))]
  return table(context, 'change-figures', say('change.caption'), columns, [
    row(cell(say('level.name')), numberCell(level(before)), numberCell(level(audit))),
    ...shares,
  ])
}

function findingsTable(context: Context, before: Audit): Table | null {
  const { numbered, say } = context
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint))
  const rows = numbered.map((found) => {
    const fresh = found.findings.filter(({ fingerprint }) => !known.has(fingerprint)).length
    const state =
      fresh === 0
        ? say('change.same')
        : fresh === found.findings.length
          ? say('change.new')
          : say('change.partly', { n: fresh, all: found.findings.length })
    return row(cell(`${found.number} ${titleOf(context, found.policy)}: ${clip(subjectText(context, found))}`), cell(state))
  })
  return table(context, 'change-findings', say('change.findings'), [column(say('finding.name')), column(say('change.state'))], rows)
}

function solved({ audit }: Context, before: Audit): number {
  const now = new Set(audit.findings.map(({ fingerprint }) => fingerprint))
  return before.findings.filter(({ fingerprint }) => !now.has(fingerprint)).length
}

/** Levels over time; a point whose rules differ from today's says so. */
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
    note: say('trend.note'),
  }
}
