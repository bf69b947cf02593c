import type { Basis, SharePart } from '../../../model/audit.ts'
import { exactly } from '../../../model/exact.ts'
import { chart } from './charts.ts'
import type { Context } from '../context.ts'
import { basisText } from './figures.ts'
import { heldBy, part } from './sums.ts'
import type { Figure } from './layers.ts'
import { OF_SERVICE } from '../shown.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, type Row, type Table } from '../table.ts'

const BARS = 9
/** Rows of a table that are printed. */
const PRINTED = 12

/** Who holds us: by spend and by lines what is surely not open; by components also the open ones that a vendor steers. */
export function vendorFigures(context: Context): readonly Figure[] {
  return context.bases
    .map((basis) => (basis === 'components' ? componentVendors(context) : listVendors(context, basis)))
    .filter((figure) => figure !== null)
}

function listVendors(context: Context, basis: Exclude<Basis, 'components'>): Figure | null {
  const { audit, say, f } = context
  const all = audit.concentration.find((one) => one.layer === 'all' && one.basis === basis)
  if (all === undefined) return null
  const total = Number(all.of)
  const rest = [
    { kind: 'open', text: say('vendors.open'), share: all.exact?.open ?? all.open },
    { kind: 'unknown', text: say('vendors.undecided'), share: all.exact?.undecided ?? all.undecided },
  ].filter(({ share }) => share > 0)
  const unit = basisText(context, basis)
  const held = heldBy(context, basis)
  const printed = (share: number, key: string): string => {
    const sum = part(total, share, held.get(key) ?? 0)
    return basis === 'spend' ? f.money(String(sum)) : f.number(sum)
  }
  const rows: Row[] = [
    ...all.holders.map((holder, at) => onScreen(context, at, vendorRow(context, holder, printed(exactly(holder).low, holder.id)))),
    ...rest.map(({ kind, text, share }) =>
      row(cell(text), cell('–'), numberCell(f.percent(share), share), numberCell(printed(share, kind), share)),
    ),
  ]
  const columns = [column(say('vendors.vendor')), column(say('vendors.tier')), numberColumn(say('vendors.share')), numberColumn(unit)]
  return {
    pair: true,
    screen: false,
    chart: chart({
      id: `vendors-${basis}`,
      title: say('vendors.title', { basis: unit }),
      rows: [
        ...bars(context, all.holders).map(({ name, share }) => ({
          label: name,
          value: f.percent(share),
          extents: [{ kind: 'proprietary', from: 0, to: share }],
        })),
        ...rest.map(({ kind, text, share }) => ({ label: text, value: f.percent(share), extents: [{ kind, from: 0, to: share }] })),
      ],
      legend: [{ kind: 'proprietary', text: say('vendors.bound') }, ...rest.map(({ kind, text }) => ({ kind, text }))],
    }),
    table: table(context, `vendors-${basis}-t`, say('vendors.caption', { basis: unit }), columns, rows, 'pair'),
    note: null,
  }
}

/** The last of many are not printed, unless all is. */
const onScreen = ({ options }: Context, at: number, row: Row): Row => ({ ...row, screen: at >= PRINTED && options.printAppendix !== true })

/** The largest, and one bar for all others that says how many they are. */
function bars({ say }: Context, holders: readonly SharePart[]): readonly { name: string; share: number }[] {
  const shown = holders.slice(0, BARS).map((holder) => ({ name: holder.name, share: exactly(holder).low }))
  const others = holders.slice(BARS)
  if (others.length === 0) return shown
  return [
    ...shown,
    { name: say('vendors.others', { n: others.length }), share: others.reduce((sum, holder) => sum + exactly(holder).low, 0) },
  ]
}

function vendorRow(context: Context, holder: SharePart, sum: string): Row {
  const { f } = context
  const { text, href } = context.organisationLink(holder.id, holder.name)
  return row(
    cell(line(text, { href })),
    cell(tierText(context, holder.id)),
    numberCell(f.percent(exactly(holder).low), holder.low),
    numberCell(sum, holder.low),
  )
}

export function tierText({ organisation, term }: Context, id: string): string {
  const known = organisation(id)
  if (known === undefined) return '–'
  return known.publicHand ? term('tier', 'public') : term('tier', known.tier)
}

interface Count {
  readonly name: string
  bound: number
  open: number
}

function componentVendors(context: Context): Figure | null {
  const { say, f, totals } = context
  const counts = countComponents(context)
  if (counts.size === 0) return null
  const sorted = [...counts].toSorted(([, a], [, b]) => b.bound + b.open - (a.bound + a.open) || (a.name < b.name ? -1 : 1))
  const total = totals.components
  const columns = [
    column(say('vendors.controller')),
    column(say('vendors.tier')),
    numberColumn(say('vendors.bound')),
    numberColumn(say('vendors.steered')),
  ]
  return {
    pair: true,
    screen: false,
    chart: chart({
      id: 'vendors-components',
      title: say('vendors.title-components'),
      rows: sorted.slice(0, BARS).map(([, { name, bound, open }]) => ({
        label: name,
        value: f.number(bound + open),
        extents: [
          { kind: 'proprietary', from: 0, to: bound / total },
          { kind: 'open', from: bound / total, to: (bound + open) / total },
        ],
      })),
      legend: [
        { kind: 'proprietary', text: say('vendors.bound') },
        { kind: 'open', text: say('vendors.steered') },
      ],
    }),
    table: table(
      context,
      'vendors-components-t',
      say('vendors.caption-components'),
      columns,
      sorted.map(([id, count], at) => onScreen(context, at, countRow(context, id, count))),
      'pair',
    ),
    note: say('vendors.components-note'),
  }
}

function countRow(context: Context, id: string, { name, bound, open }: Count): Row {
  const { text, href } = context.organisationLink(id, name)
  return row(
    cell(line(text, { href })),
    cell(tierText(context, id)),
    numberCell(context.f.number(bound), bound),
    numberCell(context.f.number(open), open),
  )
}

function countComponents({ audit, weigh }: Context): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const item of audit.items) {
    if (item.controller === undefined || weigh(item, 'components') === 0) continue
    const count = counts.get(item.controller.id) ?? { name: item.controller.name, bound: 0, open: 0 }
    counts.set(item.controller.id, count)
    if (item.licence.openness === 'open') count.open += 1
    else count.bound += 1
  }
  return counts
}

/** Services that the software is tied to by its SDKs and drivers. */
export function boundTable(context: Context): Table | null {
  const { audit, say, term } = context
  const columns = [column(say('bound.service')), column(say('bound.controller')), column(say('bound.portable')), column(say('bound.by'))]
  const rows = audit.boundServices.map(({ service, controller, portable, items }) => {
    const by = items
      .slice(0, OF_SERVICE)
      .flatMap((index) => (audit.items[index] === undefined ? [] : [line(context.nameOf(audit.items[index]), { href: `#i${index}` })]))
    const more = items.length > OF_SERVICE ? [small(say('more', { n: items.length - OF_SERVICE }))] : []
    const owner =
      controller === undefined
        ? line(say('unknown'))
        : line(context.organisationLink(controller).text, { href: context.organisationLink(controller).href })
    return row(cell(service), cell(owner), cell(term('portable', portable)), cell(...by, ...more))
  })
  return table(context, 'bound', say('bound.caption'), columns, rows)
}
