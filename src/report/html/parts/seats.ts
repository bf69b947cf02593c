import type { Context } from '../context.ts'
import { cell, column, numberCell, numberColumn, row, table, type Table } from '../table.ts'

/** Where the controllers sit: a fact beside the levels, no judgement. */
export function seatsTable(context: Context): Table | null {
  const { audit, bases, weigh, totals, say, f } = context
  const bySeat = new Map<string, { items: number; weights: number[] }>()
  for (const item of audit.items) {
    const weights = bases.map((basis) => weigh(item, basis))
    if (weights.every((weight) => weight === 0)) continue
    const seat = item.control === 'controlled' ? (item.controller?.country ?? 'unknown') : item.control
    const entry = bySeat.get(seat) ?? { items: 0, weights: bases.map(() => 0) }
    bySeat.set(seat, { items: entry.items + 1, weights: entry.weights.map((sum, index) => sum + (weights[index] ?? 0)) })
  }
  const regions = new Intl.DisplayNames(context.options.language, { type: 'region', fallback: 'code' })
  const name = (seat: string): string => (/^[A-Z]{2}$/.test(seat) ? (regions.of(seat) ?? seat) : context.term('seat', seat))
  const rows = [...bySeat]
    .toSorted(([a, one], [b, two]) => two.items - one.items || (a < b ? -1 : 1))
    .map(([seat, { items, weights }]) =>
      row(
        cell(name(seat)),
        numberCell(f.number(items), items),
        ...bases.map((basis, index) => numberCell(f.percent((weights[index] ?? 0) / (totals[basis] || 1)), weights[index] ?? 0)),
      ),
    )
  const columns = [
    column(say('seats.seat')),
    numberColumn(say('seats.items')),
    ...bases.map((basis) => numberColumn(context.term('basis', basis))),
  ]
  return table(context, 'seats', say('seats.caption'), columns, rows)
}
