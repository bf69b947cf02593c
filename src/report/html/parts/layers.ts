import type { Basis } from '../../../model/audit.ts'
import type { Dossier } from '../../../model/dossier.ts'
import { chart, type Chart } from './charts.ts'
import type { Context } from '../context.ts'
import { basisText } from './figures.ts'
import { fitsBeside } from '../paper.ts'
import { cell, column, numberCell, numberColumn, row, table, type Table } from '../table.ts'

const CLASSES = ['open', 'restricted', 'proprietary', 'unknown'] as const
type Class = (typeof CLASSES)[number]
type Weights = Record<Class, number>

/** Order from the application down to what it stands on; others follow. */
const LAYERS = [
  'fachanwendung', 'querschnitt-it', 'buero-software', 'arbeitsplatz-os', 'plattform', 'server-os', 'infrastruktur', 'dienstleistung', 'hardware', 'keine-it',
] as const // prettier-ignore

/** A picture with its table. `pair`: both have room beside each other on paper. */
export interface Figure {
  readonly pair: boolean
  /** Not printed: another picture says the same on the basis that counts more. */
  readonly screen: boolean
  /** None where it would be empty. */
  readonly chart: Chart | null
  readonly table: Table | null
  readonly note: string | null
}

/** How open each layer is, one picture for each basis. */
export function layerFigures(context: Context): readonly Figure[] {
  return context.bases.map((basis) => layerFigure(context, basis)).filter(({ chart }) => chart !== null && chart.rows.length > 0)
}

function layerFigure(context: Context, basis: Basis): Figure {
  const { say, term, f } = context
  const { byLayer, beside } = openness(context, basis)
  const unit = basisText(context, basis)
  const rows = [...byLayer].map(([layer, weights]) => ({ layer, weights, total: CLASSES.reduce((sum, one) => sum + weights[one], 0) }))
  // a column of nothing but zeros would take the room of the others
  const classes = CLASSES.filter((one) => rows.some(({ weights }) => weights[one] > 0))
  const printed = (weight: number): string => (basis === 'spend' ? f.money(String(weight)) : f.number(weight))
  const picture = chart({
    id: `layers-${basis}`,
    title: say('layers.title', { basis: unit }),
    rows: rows.map(({ layer, weights, total }) => ({
      label: term('layer', layer),
      value: printed(total),
      extents: extents(weights, total, (share) => f.percent(share)),
    })),
    legend: classes.map((kind) => ({ kind, text: term('openness', kind) })),
  })
  const columns = [
    column(say('layers.layer')),
    ...classes.map((one) => numberColumn(term('openness', one))),
    numberColumn(say('layers.total')),
  ]
  const body = rows.map(({ layer, weights, total }) =>
    row(
      cell(term('layer', layer)),
      ...classes.map((one) => numberCell(f.percent(weights[one] / total), weights[one])),
      numberCell(printed(total), total),
    ),
  )
  const pair = fitsBeside(columns, body)
  const note = beside > 0 ? say('layers.beside', { n: beside }) : null
  return {
    pair,
    screen: basis === 'lines' && context.bases.includes('spend'),
    chart: described(picture, rows, context),
    table: table(context, `layers-${basis}-t`, say('layers.caption', { basis: unit }), columns, body, pair ? 'pair' : 'whole'),
    note,
  }
}

function described(picture: Chart, rows: readonly { layer: string; weights: Weights; total: number }[], { term, f }: Context): Chart {
  const sentences = rows.map(({ layer, weights, total }) => {
    const shares = CLASSES.filter((one) => weights[one] > 0).map((one) => `${term('openness', one)} ${f.percent(weights[one] / total)}`)
    return `${term('layer', layer)}: ${shares.join(', ')}`
  })
  return { ...picture, desc: sentences.join('; ') }
}

function extents(weights: Weights, total: number, text: (share: number) => string) {
  let from = 0
  return CLASSES.map((kind) => {
    const share = weights[kind] / total
    const extent = { kind, from, to: from + share, text: text(share) }
    from += share
    return extent
  })
}

/** Weight by layer and class; people's services and hardware stand beside, as a number of items. */
function openness({ audit, weigh }: Context, basis: Basis): { byLayer: Map<string, Weights>; beside: number } {
  const found = new Map<string, Weights>()
  let beside = 0
  for (const item of audit.items) {
    const weight = weigh(item, basis)
    if (item.licence.openness === 'not-applicable' && item.counted && (item.line === true) !== (basis === 'components')) beside += 1
    if (weight === 0) continue
    add(found, item, weight)
  }
  const order = [...LAYERS, ...found.keys()]
  const byLayer = new Map([...found].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
  return { byLayer, beside }
}

/** As the shares read it: without any licence all rights are reserved; what can be read two ways is not known. */
function classOf({ licence }: Dossier): Class {
  const { openness, family, range } = licence
  if (openness === 'not-applicable') return 'unknown'
  if (range?.some((reading) => (reading === 'open') !== (openness === 'open')) === true) return 'unknown'
  return openness === 'unknown' && family === 'none' ? 'proprietary' : openness
}

/** A mixed product is split: surely open, undecided, and the rest as its licence says. */
function add(found: Map<string, Weights>, item: Dossier, weight: number): void {
  const layer = item.layer?.id ?? 'unknown'
  const weights = found.get(layer) ?? { open: 0, restricted: 0, proprietary: 0, unknown: 0 }
  found.set(layer, weights)
  const [sure, most] = item.openPart ?? [0, 0]
  weights.open += weight * sure
  weights.unknown += weight * (most - sure)
  weights[classOf(item)] += weight * (1 - most)
}
