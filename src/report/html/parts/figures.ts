import type { Basis, Interval, Share, ShareId } from '../../../model/audit.ts'
import { exactly, exactlyKnown } from '../../../model/exact.ts'
import { lacking, unitOfSpend } from '../../amount-unknown.ts'
import { showsServices } from '../../bound.ts'
import { hhiText, likeText } from '../../hhi.ts'
import { leastCovered } from '../../figures.ts'
import type { Context } from '../context.ts'
import { clip } from '../safe.ts'
import { heldBy, part } from './sums.ts'
import { cell, column, numberCell, row, small, table, type Cell, type Column, type Line, type Row, type Table } from '../table.ts'

/** Vendors that are named in a cell. */
const VENDORS = 3

/** The four headline figures, every basis in its own column, never added up. */
export function figuresTable(context: Context): Table | null {
  const { bases, say } = context
  if (bases.length === 0) return null
  const columns = [column(say('figures.figure')), ...bases.map((basis) => basisColumn(context, basis))]
  return table(context, 'figures', say('figures.caption'), columns, [
    shareRow(context, 'large-vendors'),
    shareRow(context, 'proprietary'),
    row(
      cell(say('figure.concentration'), small(say('figure.concentration.note'))),
      ...bases.map((basis) => concentrationCell(context, basis)),
    ),
    row(cell(say('figure.coverage'), small(say('figure.coverage.note'))), ...bases.map((basis) => coverageCell(context, basis))),
  ])
}

/** Every share that was computed, for the picture further down. */
export function sharesTable(context: Context): Table | null {
  const { bases, say } = context
  if (bases.length === 0) return null
  const columns = [column(say('figures.figure')), ...bases.map((basis) => basisColumn(context, basis))]
  const ids: readonly ShareId[] = ['large-vendors', 'proprietary', 'open', 'vendor-steered-open']
  return table(
    context,
    'shares',
    say('shares.caption'),
    columns,
    ids.map((id) => shareRow(context, id)),
  )
}

/** Unit and size of a basis: `direkte Komponenten (14)`, `EUR im Jahr (460.000 €)`. */
export function basisText({ audit, say }: Context, basis: Basis): string {
  if (basis === 'spend') {
    const missing = lacking(audit)
    const unit = say(`basis.spend.${audit.spend?.unit ?? 'as-stated'}`)
    return missing === undefined ? unit : `${unit}; ${say('amount-unknown', { n: missing.lines })}`
  }
  const of = audit.shares.find((share) => share.basis === basis)?.of ?? '0'
  return say(`basis.${basis}.of`, { n: Number(of) })
}

function basisColumn(context: Context, basis: Basis): Column {
  const { audit, say, term, f } = context
  const of = audit.shares.find((share) => share.basis === basis)?.of ?? '0'
  const size = basis === 'spend' ? `${f.money(of)} ${unitOfSpend(context, audit)}` : say(`of.${basis}`, { n: Number(of) })
  return { label: term('basis', basis), note: size, number: true }
}

function shareRow(context: Context, id: ShareId): Row {
  const { bases, say } = context
  return row(cell(say(`figure.${id}`), small(say(`figure.${id}.note`))), ...bases.map((basis) => shareCell(context, id, basis)))
}

function shareCell(context: Context, id: ShareId, basis: Basis): Cell {
  const { audit, say, f } = context
  const share = audit.shares.find((one) => one.id === id && one.basis === basis)
  if (share === undefined) return numberCell(say('figures.none'))
  const dependence = id === 'large-vendors' || id === 'proprietary'
  const beside: Line[] = []
  if (basis === 'spend' && id === 'proprietary') beside.push(small(moneyRange(context, share)))
  // free software hides what it is tied to: a bare 0 % would mislead
  if (dependence && share.low === 0) beside.push(small(boundText(context)))
  if (basis === 'spend' && id === 'large-vendors') beside.push(...vendorsIn(context, share))
  if (share.transitive !== undefined) {
    beside.push(small(say('figures.transitive', { share: f.shares(share.transitive), n: Number(share.transitive.of) })))
  }
  return { ...numberCell(f.shares(share), null, ...beside), meter: meterOf(share) }
}

function boundText({ audit, say }: Context): string {
  const n = audit.boundServices.length
  return n === 0 && !showsServices(audit) ? say('bound.unknown') : say('bound.beside', { n })
}

/** The largest vendors of a share, and what the others come to, so that they are seen to add up. */
function vendorsIn({ say, f }: Context, { parts }: Share): readonly Line[] {
  const held = parts.filter(({ low }) => low > 0).map((part) => ({ name: clip(part.name, 30), share: exactly(part).low }))
  // a fourth one takes no more room than to say that there is one
  const named = held.length > VENDORS + 1 ? held.slice(0, VENDORS) : held
  const others = held.slice(named.length)
  const texts = named.map(({ name, share }) => `${name} ${f.percent(share)}`)
  if (others.length > 0) texts.push(say('figures.other-vendors', { n: others.length, share: f.percent(sum(others)) }))
  return texts.length === 0 ? [] : [small(texts.join(', '))]
}

const sum = (held: readonly { readonly share: number }[]): number => held.reduce((all, { share }) => all + share, 0)

function moneyRange(context: Context, { of, ...ends }: Share): string {
  const { audit, say, f } = context
  const { low, high } = exactly(ends)
  const total = Number(of)
  const held = heldBy(context, 'spend')
  const open = held.get('open') ?? 0
  const closed = [...held.values()].reduce((sum, one) => sum + one, 0) - open
  const from = f.money(String(part(total, low, closed)))
  const to = f.money(String(part(total, high, total - open)))
  return say(from === to ? 'figures.money' : 'figures.money-range', { from, to, unit: say(`unit.${audit.spend?.unit ?? 'as-stated'}`) })
}

export function meterOf({ low, high }: Interval): { sure: number; possible: number } {
  return { sure: tenth(low * 100), possible: tenth((high - low) * 100) }
}

const tenth = (value: number): number => Math.round(value * 10) / 10

function concentrationCell(context: Context, basis: Basis): Cell {
  const { audit, say, f } = context
  if (basis === 'components')
    return numberCell(say('figure.concentration.components'), null, small(say('bound.count', { n: audit.boundServices.length })))
  const all = audit.concentration.find((one) => one.layer === 'all' && one.basis === basis)
  if (all === undefined) return numberCell(say('figure.concentration.components'))
  const like = likeText(context, f, all)
  return numberCell(hhiText(f, all), null, ...(like === undefined ? [] : [small(like)]))
}

function coverageCell({ audit, say, f, term }: Context, basis: Basis): Cell {
  const known = audit.coverage.filter((one) => one.basis === basis)
  const least = leastCovered(audit, basis)
  if (least === undefined) return numberCell(say('figures.none'))
  const parts = known.map((one) => `${term('coverage', one.of)} ${f.percent(exactlyKnown(one))}`)
  return numberCell(f.percent(exactlyKnown(least)), null, small(parts.join(' · ')))
}
