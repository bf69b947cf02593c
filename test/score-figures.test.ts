import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import {
  axisOf,
  BESIDE,
  by,
  CLOSED,
  COMMUNITY,
  component,
  layer,
  layerOf,
  line,
  maker,
  NO_LICENCE,
  OPEN,
  RESTRICTED,
  scored,
  SELF_MADE,
  shareOf,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
  without,
} from './support/scored.ts'

describe('bases', () => {
  it('counts direct components once and shows transitive ones beside them', () => {
    const result = scored([
      component(),
      component(CLOSED),
      component(CLOSED, { relation: 'transitive' }),
      component({ relation: 'transitive' }),
      component({ relation: 'transitive' }),
    ])
    expect(shareOf(result, 'proprietary', 'components')).toMatchObject({
      low: 0.5,
      high: 0.5,
      of: '2',
      transitive: { low: 0.3333, high: 0.3333, of: '3' },
    })
    expect(result.provisionalBecause).toEqual(['W-RANGE'])
  })

  it('counts components of unknown relation like direct ones', () => {
    const result = scored([component(), component(CLOSED, { relation: 'unknown' }), component({ relation: 'transitive' })])
    expect(shareOf(result, 'open', 'components')).toMatchObject({ low: 0.5, of: '2' })
    expect(result.provisionalBecause).toContain('W-RELATION')
  })

  it('counts all components where none is known to be direct', () => {
    const result = scored([component({ relation: 'unknown' }), component(CLOSED, { relation: 'transitive' })])
    expect(shareOf(result, 'open', 'components')).toMatchObject({ low: 0.5, of: '2' })
    expect(shareOf(result, 'open', 'components').transitive).toBeUndefined()
    expect(result.provisionalBecause).toContain('W-NO-DIRECT')
    expect(result.level?.provisional).toBe(true)
  })

  it('never counts roots and what is not counted', () => {
    const result = scored([component(), component(CLOSED, { relation: 'root' }), component(CLOSED, { counted: false })])
    expect(shareOf(result, 'proprietary', 'components')).toMatchObject({ high: 0, of: '1' })
  })

  it('keeps hardware and services beside the software', () => {
    const result = scored([line('600'), line('400', CLOSED), line('250.50', BESIDE), line(undefined, BESIDE), line(undefined, CLOSED)])
    expect(shareOf(result, 'proprietary', 'spend')).toMatchObject({ low: 0.4, high: 0.4, of: '1000.00' })
    expect(result.spend).toEqual({ unit: 'per-year', total: '1000.00', lines: 2, linesWithoutAmount: 1, beside: '250.50' })
    expect(shareOf(result, 'proprietary', 'lines')).toMatchObject({ low: 0.6667, of: '3' })
  })

  it('has nothing to say about nothing', () => {
    expect(scored([])).toEqual({
      shares: [],
      concentration: [],
      coverage: [],
      axes: ['wechselmoeglichkeit', 'gestaltungsfaehigkeit', 'einfluss'].map((id) => ({
        id,
        best: null,
        worst: null,
        byBasis: {},
        governedBy: 'no-data',
        borderline: false,
      })),
      level: null,
      boundServices: [],
      spend: null,
      provisionalBecause: [],
    })
  })
})

describe('spend', () => {
  const contract = (value: string, start?: string, end?: string, more: Partial<Dossier> = {}) =>
    line(
      value,
      { amount: { value, currency: 'EUR', basis: 'net', kind: 'contract', counts: true } },
      start === undefined ? {} : { term: { start, end: end ?? '' } },
      more,
    )

  it.each([
    ['two whole years', '2026-01-01', '2027-12-31', '1200.00', '600.00'],
    ['18 whole months within months', '2026-01-15', '2027-07-14', '1800.00', '1200.00'],
    ['479 days', '2025-10-10', '2027-01-31', '47900.00', '36525.00'],
    ['half a year', '2026-10-01', '2027-03-31', '500.00', '500.00'],
    ['366 days', '2026-11-20', '2027-11-20', '366.00', '365.25'],
  ])('reads %s as EUR a year', (_, start, end, value, total) => {
    expect(scored([contract(value, start, end)]).spend).toMatchObject({ unit: 'per-year', total })
  })

  it('reads a list in EUR a year from 95 % of the sum with a term', () => {
    const termed = contract('9500.00', '2026-01-01', '2027-12-31')
    expect(scored([termed, contract('500.00')]).spend).toMatchObject({ unit: 'per-year', total: '5250.00' })
    expect(scored([termed, contract('500.01')]).spend).toMatchObject({ unit: 'as-stated', total: '10000.01' })
  })

  it('leaves out what is over on the day of the audit', () => {
    const items = [contract('100.00', '2026-01-01', '2026-12-31', CLOSED), contract('900.00', '2025-11-23', '2026-11-22', CLOSED)]
    expect(scored(items).spend).toMatchObject({ total: '100.00', lines: 1, linesWithoutAmount: 0 })
    expect(scored(items, { asOf: '2026-11-22' }).spend).toMatchObject({ total: '1000.00', lines: 2 })
  })

  it('takes VAT off gross amounts and foreign money at the newest rate', () => {
    const gross = line('119.00', { amount: { value: '119.00', currency: 'EUR', basis: 'gross', kind: 'annual', counts: true } })
    const francs = line('100.00', { amount: { value: '100.00', currency: 'CHF', basis: 'net', kind: 'annual', counts: true } })
    const rates = [{ currency: 'CHF', eur: 1.05, date: '2026-06-30' }, { currency: 'CHF', eur: 0.9, date: '2025-06-30' }, { currency: 'CHF', eur: 2, date: '2027-01-01' }] // prettier-ignore
    expect(scored([gross, francs], { project: { vat: { factor: 1.19, date: '2026-01-01' }, rates } }).spend?.total).toBe('205.00')
    const without = scored([gross, francs])
    expect(without.spend).toMatchObject({ total: '119.00', lines: 1, linesWithoutAmount: 1 })
    expect(without.provisionalBecause).toContain('W-GROSS')
  })

  it('counts amounts in the proportion that credits leave', () => {
    const reduced = line('300.00', {
      amount: {
        value: '300.00',
        currency: 'EUR',
        basis: 'net',
        kind: 'annual',
        counts: true,
        setOff: { of: '900.0000', left: '600.0000' },
      },
    })
    expect(scored([reduced]).spend?.total).toBe('200.00')
  })

  it('does not miss an amount where a line is a credit', () => {
    const credit = line('x', { amount: { value: '-300.00', currency: 'EUR', basis: 'net', kind: 'payment', counts: false, why: 'credit' } })
    const budget = line('x', { amount: { value: '300.00', currency: 'EUR', basis: 'net', kind: 'budget', counts: false, why: 'kind' } })
    expect(scored([line('1'), credit, budget]).spend).toMatchObject({ total: '1.00', lines: 1, linesWithoutAmount: 1 })
  })

  it('has no spend where nothing has weight, and then counts lines', () => {
    const items = [line(undefined, CLOSED, by('kappa')), ...Array.from({ length: 4 }, () => line(undefined))]
    const result = scored(items)
    expect(result.spend).toBeNull()
    expect(layerOf(result, 'all')).toMatchObject({ basis: 'lines', of: '5', lines: 5, hhi: { low: 400, high: 400 } })
    expect(axisOf(result, 'gestaltungsfaehigkeit').byBasis).toEqual({ lines: { best: 1, worst: 1 } })
    expect(result.coverage).toContainEqual({ of: 'amount', basis: 'lines', known: 0 })
  })

  it('is provisional where VAT, layer or selection are not certain', () => {
    const vat = line('1', { amount: { value: '100.00', currency: 'EUR', basis: 'unknown', kind: 'annual', counts: true } })
    const noLayer = without(line('100'), 'layer')
    expect(scored([vat, noLayer], { project: { sample: true } }).provisionalBecause).toEqual(['W-LAYER', 'W-VAT', 'W-SAMPLE'])
  })
})

describe('shares', () => {
  it.each([
    [
      'open, of a large vendor',
      [OPEN, by('alpha')],
      { 'large-vendors': [0, 0], proprietary: [0, 0], open: [1, 1], 'vendor-steered-open': [1, 1] },
    ],
    [
      'proprietary, of a large vendor',
      [CLOSED, by('gamma')],
      { 'large-vendors': [1, 1], proprietary: [1, 1], open: [0, 0], 'vendor-steered-open': [0, 0] },
    ],
    [
      'restricted, of a T3 vendor',
      [RESTRICTED, by('delta')],
      { 'large-vendors': [0, 0], proprietary: [1, 1], open: [0, 0], 'vendor-steered-open': [0, 0] },
    ],
    [
      'no licence at all',
      [NO_LICENCE, COMMUNITY],
      { 'large-vendors': [0, 0], proprietary: [1, 1], open: [0, 0], 'vendor-steered-open': [0, 0] },
    ],
    [
      'unknown licence, large vendor',
      [UNKNOWN_LICENCE, by('beta')],
      { 'large-vendors': [0, 1], proprietary: [0, 1], open: [0, 1], 'vendor-steered-open': [0, 1] },
    ],
    [
      'unknown licence, other vendor',
      [UNKNOWN_LICENCE, by('kappa')],
      { 'large-vendors': [0, 0], proprietary: [0, 1], open: [0, 1], 'vendor-steered-open': [0, 0] },
    ],
    [
      'proprietary, unknown maker',
      [CLOSED, UNKNOWN_MAKER],
      { 'large-vendors': [0, 1], proprietary: [1, 1], open: [0, 0], 'vendor-steered-open': [0, 0] },
    ],
    [
      'open, unknown maker',
      [OPEN, UNKNOWN_MAKER],
      { 'large-vendors': [0, 0], proprietary: [0, 0], open: [1, 1], 'vendor-steered-open': [0, 1] },
    ],
    [
      'public body that nobody controls',
      [CLOSED, { control: 'unknown', maker: maker('town', true) }],
      { 'large-vendors': [0, 0], proprietary: [1, 1], open: [0, 0], 'vendor-steered-open': [0, 0] },
    ],
    [
      'a mixed product',
      [CLOSED, by('alpha'), { openPart: [0.25, 0.6] }],
      { 'large-vendors': [0.4, 0.75], proprietary: [0.4, 0.75], open: [0.25, 0.6], 'vendor-steered-open': [0.25, 0.6] },
    ],
    [
      'two readings of a licence',
      [{ licence: { ...OPEN.licence, range: ['open', 'proprietary'] } }, by('alpha')],
      { 'large-vendors': [0, 1], proprietary: [0, 1], open: [0, 1], 'vendor-steered-open': [0, 1] },
    ],
  ] as [string, Partial<Dossier>[], Record<string, [number, number]>][])('%s', (_, more, expected) => {
    const { shares } = scored([component(...more)])
    expect(Object.fromEntries(shares.map(({ id, low, high }) => [id, [low, high]]))).toEqual(expected)
  })

  it('keeps items apart that differ in nothing but what is known of the controller', () => {
    const items = [
      component(CLOSED, by('acme', { tier: 'T1', country: 'US' })),
      component(CLOSED, by('acme', { tier: 'none', country: 'US' })),
    ]
    expect(shareOf(scored(items), 'large-vendors', 'components')).toMatchObject({ low: 0.5, high: 0.5 })
  })

  it('names the controllers, the largest first, each with what may be its own', () => {
    const result = scored([
      component(CLOSED, by('alpha')),
      component(CLOSED, by('beta')),
      component(CLOSED, by('beta')),
      component(UNKNOWN_LICENCE, UNKNOWN_MAKER),
    ])
    expect(shareOf(result, 'large-vendors', 'components').parts).toEqual([
      { id: 'beta', name: 'Name of beta', low: 0.5, high: 0.75 },
      { id: 'alpha', name: 'Name of alpha', low: 0.25, high: 0.5 },
    ])
  })
})

describe('concentration', () => {
  it('squares the shares of those who can withhold, at both ends', () => {
    const items = [
      line('50', CLOSED, by('alpha')),
      line('20', CLOSED, by('kappa')),
      line('10', OPEN, by('beta')),
      line('20', UNKNOWN_LICENCE, by('kappa')),
    ]
    expect(layerOf(scored(items), 'fachanwendung')).toEqual({
      layer: 'fachanwendung', basis: 'spend', of: '100.00', lines: 4,
      hhi: { low: 2900, high: 5300 },
      top1: { low: 0.5, high: 0.7 }, top3: { low: 0.7, high: 0.9 }, top5: { low: 0.7, high: 0.9 }, largestPrivate: { low: 0.5, high: 0.7 },
      holders: [{ id: 'alpha', name: 'Name of alpha', low: 0.5, high: 0.7 }, { id: 'kappa', name: 'Name of kappa', low: 0.2, high: 0.4 }],
      open: 0.1, undecided: 0.2,
    }) // prettier-ignore
  })

  it('sums vendors by controller, over all layers too', () => {
    const items = [line('60', CLOSED, by('alpha')), line('40', CLOSED, by('alpha'), { maker: maker('subsidiary') }, layer('plattform'))]
    const result = scored(items)
    expect(result.concentration.map(({ layer: id, hhi }) => [id, hhi.low])).toEqual([['fachanwendung', 10000], ['plattform', 10000], ['all', 10000]]) // prettier-ignore
    expect(layerOf(result, 'all').holders).toHaveLength(1)
  })

  it('treats a public body as a holder of its own that is not private', () => {
    const town: Partial<Dossier> = { control: 'none', maker: maker('town', true) }
    expect(layerOf(scored([line('70', CLOSED, town), line('30', CLOSED, by('kappa'))]), 'all')).toMatchObject({
      hhi: { low: 5800, high: 5800 },
      top1: { low: 0.7, high: 0.7 },
      largestPrivate: { low: 0.3, high: 0.3 },
    })
  })

  it('gives nobody a share of what the body made itself', () => {
    expect(layerOf(scored([line('70', CLOSED, SELF_MADE), line('30', CLOSED, by('kappa'))]), 'all')).toMatchObject({
      hhi: { low: 900, high: 900 },
      open: 0.7,
      undecided: 0,
    })
  })

  it('gives everything undecided to one vendor where none is known', () => {
    expect(layerOf(scored([line('60', OPEN), line('40', UNKNOWN_LICENCE, UNKNOWN_MAKER)]), 'all')).toMatchObject({
      hhi: { low: 0, high: 1600 },
      top1: { low: 0, high: 0.4 },
    })
  })

  it('puts items without a layer, or with one that nobody knows, into a layer of their own', () => {
    const none = without(line('60', CLOSED, by('alpha')), 'layer')
    expect(scored([none, line('40', layer('nonsense'))]).concentration.map(({ layer: id }) => id)).toEqual(['unknown', 'all'])
  })
})

describe('coverage', () => {
  it('is the known share of the weight, and of lines for amounts', () => {
    const noLayer = without(line('10', UNKNOWN_LICENCE, UNKNOWN_MAKER), 'layer')
    const items = [line('60', CLOSED, by('alpha')), line('30', UNKNOWN_LICENCE, COMMUNITY), noLayer, line(undefined)]
    expect(scored(items).coverage).toEqual([
      { of: 'maker', basis: 'spend', known: 0.9 },
      { of: 'licence', basis: 'spend', known: 0.6 },
      { of: 'layer', basis: 'spend', known: 0.9 },
      { of: 'maker', basis: 'lines', known: 0.75 },
      { of: 'licence', basis: 'lines', known: 0.5 },
      { of: 'layer', basis: 'lines', known: 0.75 },
      { of: 'amount', basis: 'lines', known: 0.75 },
    ])
  })
})
