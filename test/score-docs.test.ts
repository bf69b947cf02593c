import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import type { Score } from '../src/model/audit.ts'
import type { Dossier } from '../src/model/dossier.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import type { Tier } from '../src/model/register.ts'
import {
  AS_OF,
  axisOf,
  BOUNDS,
  by,
  CLOSED,
  component,
  layer,
  layerOf,
  maker,
  OPEN,
  scored,
  shareOf,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
} from './support/scored.ts'

const page = readFileSync('docs/scoring.md', 'utf8')
type Row = Readonly<Record<string, string>>

/** The tables of the page, by the heading of their first column. */
function table(first: string): Row[] {
  const lines = page.split('\n')
  const start = lines.findIndex((text) => text.startsWith(`| ${first} |`))
  const end = lines.findIndex((text, at) => at > start && !text.startsWith('|'))
  const [headings = [], , ...rows] = lines.slice(start, end).map((text) =>
    text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('**', '')),
  )
  return rows.map((cells) => Object.fromEntries(headings.map((heading, n) => [heading, cells[n] ?? ''])))
}

const LICENCES: Record<string, Partial<Dossier>> = { open: OPEN, proprietary: CLOSED, unknown: UNKNOWN_LICENCE }

function madeBy({ Vendor: vendor = '', Tier: tier, Seat: country }: Row): Partial<Dossier> {
  if (vendor === 'unknown') return UNKNOWN_MAKER
  if (tier !== '') return by(vendor, { tier: tier as Tier, country: country as string })
  return { control: 'none', maker: maker(vendor, vendor === 'Stadt-IT') }
}

const rows = table('Line')
const stated = rows.map((row): Dossier =>
  component(
    { relation: 'unknown', line: true, ref: row['Line'] as string, critical: row['Layer'] === 'plattform' },
    layer(row['Layer'] as string),
    LICENCES[row['Licence'] as string] ?? {},
    madeBy(row),
    {
      amount: { value: row['EUR'] as string, currency: 'EUR', basis: 'net', kind: 'contract', counts: true },
      term: { start: row['From'] as string, end: row['To'] as string },
    },
  ),
)
const { amounts } = concludeAmounts(stated, { asOf: AS_OF, project: EMPTY_PROJECT })
const items = stated.map((item, n): Dossier => ({ ...item, amount: amounts.get(n) as NonNullable<Dossier['amount']> }))
const result = scored(items)

/** Weight at Einfluss level 5: the boundary at which the axis jumps to it. */
const weightAt5 = (end: 'best' | 'worst') => {
  const reaches = (share: number) => axisOf(scored(items, { bounds: { ...BOUNDS, einfluss: share / 10_000 } }), 'einfluss')[end] === 5
  const first = Array.from({ length: 10_000 }, (_, n) => 10_000 - n).find(reaches) ?? 0
  return first / 10_000
}

const FIGURES: Record<string, (of: Score) => readonly [low: number, high: number]> = {
  Total: ({ spend }) => [Number(spend?.total), Number(spend?.total)],
  'Reliance on large vendors': (of) => ends(shareOf(of, 'large-vendors', 'spend')),
  'Reliance on proprietary licences': (of) => ends(shareOf(of, 'proprietary', 'spend')),
  'Open share': (of) => ends(shareOf(of, 'open', 'spend')),
  'Largest vendor, buero-software': (of) => ends(layerOf(of, 'buero-software').top1),
  'HHI, plattform': (of) => ends(layerOf(of, 'plattform').hhi),
  'HHI, fachanwendung': (of) => ends(layerOf(of, 'fachanwendung').hhi),
  'Largest private vendor, fachanwendung': (of) => ends(layerOf(of, 'fachanwendung').largestPrivate),
  'Coverage, licence': ({ coverage }) => {
    const known = coverage.find(({ of, basis }) => of === 'licence' && basis === 'spend')?.known ?? -1
    return [known, known]
  },
}
const ends = ({ low, high }: { readonly low: number; readonly high: number }) => [low, high] as const

/** The value of `10 * (2 + 3)^2` as people write it. */
function calculated(text: string): number {
  if (!/^[\d.+\-*/^() ]+$/.test(text)) throw new Error(`no calculation: ${text}`)
  return (new Function(`return ${text.replaceAll('^', '**')}`) as () => number)()
}

describe('docs/scoring.md', () => {
  it('has nine lines in its example', () => expect(rows).toHaveLength(9))

  it.each(rows.map((row, n) => [row['Line'], row['EUR a year'], n] as const))('reads %s as %s EUR a year', (_, perYear, n) => {
    expect(items[n]?.amount?.perYear).toBe(perYear)
  })

  it.each(table('Figure'))('prints $Figure as it is computed', (row) => {
    const name = row['Figure'] as string
    const [low, high] = name.startsWith('Weight at level 5')
      ? [weightAt5('best'), weightAt5('worst')]
      : (FIGURES[name] ?? (() => [NaN, NaN]))(result)
    const places = Number(low) > 1 ? 0 : 3
    expect([low, high]).toEqual([Number(row['Low']), Number(row['High'])])
    expect(Math.abs(calculated(row['Calculation, low'] as string) - Number(low))).toBeLessThan(0.51 * 10 ** -places)
    expect(Math.abs(calculated(row['Calculation, high'] as string) - Number(high))).toBeLessThan(0.51 * 10 ** -places)
  })

  it('covers every figure of its example', () => {
    expect(
      table('Figure')
        .map((row) => row['Figure'])
        .filter((name) => !name?.startsWith('Weight'))
        .toSorted(),
    ).toEqual(Object.keys(FIGURES).toSorted())
  })

  it('prints the levels as they are computed', () => {
    const printed = table('Axis').length
    expect(printed).toBe(3)
    const example = page.slice(page.indexOf('| Axis | Best'))
    const levels = [...example.matchAll(/^\| (\S+) \| (\d) \| (\d) \|/gm)].map(([, name, best, worst]) => [
      name,
      Number(best),
      Number(worst),
    ])
    expect(levels).toEqual([
      ...(['Wechselmöglichkeit', 'Gestaltungsfähigkeit', 'Einfluss'] as const).map((name, n) => [
        name,
        result.axes[n]?.best,
        result.axes[n]?.worst,
      ]),
      ['**Overall**', result.level?.best, result.level?.worst],
    ])
    expect(result.axes.map(({ borderline }) => borderline)).toEqual([false, false, false])
    expect(result.level?.provisional).toBe(true)
    expect(result.provisionalBecause).toEqual(['W-RANGE'])
  })

  it('is settled, as it says, by knowing the third line', () => {
    const known = items.map((item, n) => (n === 2 ? { ...item, ...OPEN, ...by('kappa') } : item))
    expect(scored(known).level).toMatchObject({ best: 4, worst: 4, provisional: false })
  })

  it('prints the boundaries of the default set', () => {
    const [switching = {}, shaping = {}] = table('Axis')
    const number = (cell: string | undefined) => Number(/[\d.,]+/.exec(cell ?? '')?.[0].replace(',', ''))
    const { wechselmoeglichkeit, gestaltungsfaehigkeit, einfluss, amountUnknown, margin } = BOUNDS
    expect([number(switching['2']), number(switching['3'])]).toEqual(wechselmoeglichkeit.hhi)
    expect(number(switching['4']) / 100).toBe(wechselmoeglichkeit.largest)
    expect(['1', '2', '3', '4'].map((level) => number(shaping[level]) / 100)).toEqual(gestaltungsfaehigkeit)
    const said = (pattern: RegExp) => Number(pattern.exec(page)?.[1])
    expect(said(/layer with at least (\d+) % of the weight/) / 100).toBe(wechselmoeglichkeit.layerShare)
    expect(said(/fewer than (\d+) weighted lines/)).toBe(wechselmoeglichkeit.minLines)
    expect(said(/at least (\d+) % of the weight reach/) / 100).toBe(einfluss)
    expect(said(/more than (\d+) % of the software lines that run/) / 100).toBe(amountUnknown)
    expect(said(/Within (\d+) percentage point/) / 100).toBe(margin.share)
    expect(said(/or (\d+) HHI of a boundary/)).toBe(margin.hhi)
  })
})
