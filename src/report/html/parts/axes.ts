import type { Axis } from '../../../model/audit.ts'
import { findNumbered } from '../../../model/numbering.ts'
import { axisText, endThatMoves, levelText } from '../../level.ts'
import { chart, type Chart } from './charts.ts'
import type { Context } from '../context.ts'
import type { Figure } from './layers.ts'
import { reason } from './needs.ts'
import { cell, column, line, row, small, table, type Line } from '../table.ts'

/** A level range as a bar over five fields: filled up to the surest end, hatched up to the worst. */
export const levelExtents = (best: number, worst: number) => [
  { kind: 'proprietary', from: 0, to: best / 5 },
  { kind: 'unknown', from: best / 5, to: worst / 5 },
]

/** The five fields under a picture of levels. */
export function levelScale({ say }: Context): Pick<Chart, 'legend'> & { ticks: readonly { at: number; label: string }[] } {
  return {
    ticks: [1, 2, 3, 4, 5].map((n) => ({ at: n / 5, label: String(n) })),
    legend: [
      { kind: 'proprietary', text: say('scale.sure') },
      { kind: 'unknown', text: say('scale.possible') },
    ],
  }
}

/** The three goals, each with its range and what decides it. */
export function axesFigure(context: Context): Figure | null {
  const { audit, say, term } = context
  if (audit.axes.length === 0) return null
  const columns = [column(say('axes.axis')), column(say('axes.level')), column(say('axes.bases')), column(say('axes.governed'))]
  const borderline = (axis: Axis) => {
    const { best, worst, neighbour: n = 0 } = axis
    if (!axis.borderline) return []
    const range = () => say('axes.borderline-range', { n, end: say(`borderline.${endThatMoves(axis)}`) })
    return [small(best === worst ? say('axes.borderline', { n }) : range())]
  }
  const rows = audit.axes.map((axis) =>
    row(
      cell(term('axis', axis.id), small(term('axis-question', axis.id))),
      cell(axisText(context, axis), ...borderline(axis)),
      cell(...basisLines(context, axis)),
      cell(axis.best === null ? line('–') : governedLine(context, axis.governedBy)),
    ),
  )
  const picture = audit.axes.every(({ best }) => best === null)
    ? null
    : chart({
        id: 'axes',
        title: say('axes.title'),
        rows: audit.axes.map((axis) => ({
          label: term('axis', axis.id),
          value:
            axis.best === null || axis.worst === null ? '–' : axis.best === axis.worst ? String(axis.best) : `${axis.best}–${axis.worst}`,
          extents: levelExtents(axis.best ?? 0, axis.worst ?? 0),
        })),
        ...levelScale(context),
      })
  return { pair: false, screen: false, chart: picture, table: table(context, 'axes-t', say('axes.caption'), columns, rows), note: null }
}

function basisLines(context: Context, { byBasis }: Axis): readonly Line[] {
  const lines = context.bases.flatMap((basis) => {
    const range = byBasis[basis]
    return range === undefined ? [] : [line(`${context.term('basis', basis)}: ${levelText(context, range)}`)]
  })
  return lines.length > 0 ? lines : [line('–')]
}

function governedLine(context: Context, code: string): Line {
  const found = findNumbered(context.numbered, code)
  return found === undefined ? line(reason(context, code)) : line(found.number, { href: `#${found.number}` })
}
