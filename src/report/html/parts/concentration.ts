import type { Concentration } from '../../../model/audit.ts'
import { equalText, hhiText } from '../../hhi.ts'
import { chart } from './charts.ts'
import type { Context } from '../context.ts'
import type { Figure } from './layers.ts'
import { cell, column, line, numberCell, numberColumn, row, table } from '../table.ts'

/** How much lies with few vendors, layer by layer. */
export function concentrationFigure(context: Context): Figure | null {
  const { audit, say, f } = context
  const found = audit.concentration
  if (found.length === 0) return null
  const columns = [
    column(say('layers.layer')), numberColumn(say('concentration.lines')), numberColumn(say('concentration.hhi')), numberColumn(say('concentration.like')),
    numberColumn(say('concentration.private')), numberColumn(say('concentration.top3')), column(say('concentration.largest')),
  ] // prettier-ignore
  const [low, high] = audit.bounds?.wechselmoeglichkeit.hhi ?? [1000, 2000]
  const picture = chart({
    id: 'concentration',
    title: say('concentration.title'),
    rows: found.map((one) => ({
      label: layerName(context, one),
      value: hhiText(f, one),
      extents: [
        { kind: 'proprietary', from: 0, to: one.hhi.low / 10_000 },
        { kind: 'unknown', from: one.hhi.low / 10_000, to: one.hhi.high / 10_000 },
      ],
    })),
    ticks: [low, high, 10_000].map((at) => ({ at: at / 10_000, label: f.number(at) })),
    legend: [
      { kind: 'proprietary', text: say('concentration.low') },
      { kind: 'unknown', text: say('concentration.high') },
    ],
  })
  const rows = found.map((one) => concentrationRow(context, one))
  return {
    pair: false,
    screen: false,
    chart: picture,
    table: table(context, 'concentration-t', say('concentration.caption'), columns, rows),
    note: [say('concentration.note'), ...unlayered(context)].join(' '),
  }
}

/** What has no layer is missing in the others, which their figures do not show; the rules about a layer count it as undecided. */
export function unlayered(
  { audit, say, f }: Context,
  key: 'concentration.unlayered' | 'finding.unlayered' = 'concentration.unlayered',
): string[] {
  const stray = audit.concentration.find(({ layer }) => layer === 'unknown')
  const all = audit.concentration.find(({ layer, basis }) => layer === 'all' && basis === stray?.basis)
  return stray === undefined || all === undefined ? [] : [say(key, { share: f.percent(Number(stray.of) / Number(all.of)) })]
}

function layerName({ audit, term }: Context, { layer, basis }: Concentration): string {
  const both = audit.concentration.some((other) => other.basis !== basis)
  return both ? `${term('layer', layer)} (${term('basis', basis)})` : term('layer', layer)
}

function concentrationRow(context: Context, one: Concentration) {
  const { say, f } = context
  const holder = one.holders[0]
  const link = holder === undefined ? null : context.organisationLink(holder.id, holder.name)
  return row(
    cell(layerName(context, one)),
    numberCell(f.number(one.lines), one.lines),
    numberCell(hhiText(f, one), one.hhi.low),
    numberCell(equalText(f, one) ?? '–'),
    numberCell(f.shares(one.largestPrivate), one.largestPrivate.low),
    numberCell(f.shares(one.top3), one.top3.low),
    cell(link === null ? say('concentration.nobody') : line(link.text, { href: link.href })),
  )
}
