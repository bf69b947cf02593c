import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import type { AxisId } from '../src/model/policy.ts'
import {
  axisOf, BESIDE, BOUNDS, by, CLOSED, COMMUNITY, component, layer, layerOf, line, maker, NO_LICENCE, OPEN, RESTRICTED, scored, SELF_MADE, shareOf,
  UNKNOWN_LICENCE, UNKNOWN_MAKER, type Changes, without,
} from './support/scored.ts' // prettier-ignore

const times = (n: number, ...more: readonly Partial<Dossier>[]): Dossier[] => Array.from({ length: n }, () => component(...more))
const range = (items: readonly Dossier[], id: AxisId, changes?: Changes) => {
  const { best, worst } = axisOf(scored(items, changes), id)
  return [best, worst]
}

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

describe('Wechselmöglichkeit', () => {
  /** `weights` in percent to different private vendors, the rest open; five lines at least. */
  const market = (...weights: readonly number[]) => {
    const rest = 100 - weights.reduce((sum, weight) => sum + weight, 0)
    return [
      ...weights.map((weight, n) => line(String(weight), CLOSED, by(`v${n}`, { tier: 'none', country: 'DE' }))),
      ...Array.from({ length: 5 }, () => line(String(rest / 5))),
    ]
  }
  const reason = (awardReason: string): Partial<Dossier> => ({ said: { awardReason } })

  it.each([
    ['HHI 1,000 is not above it', market(30, 10), 1],
    ['HHI 1,001 begins level 2', market(30, 10, 1), 2],
    ['HHI 2,000', market(38, 20, 10, 5, 5, 2, 1, 1), 2],
    ['HHI above 2,000', market(38, 20, 10, 5, 5, 2, 2, 1), 3],
    ['just under 40 %', market(39.99), 2],
    ['40 %', market(40), 4],
  ])('%s', (_, items, level) => {
    const axis = axisOf(scored(items), 'wechselmoeglichkeit')
    expect(axis).toMatchObject({
      best: level,
      worst: level,
      byBasis: { spend: { best: level, worst: level } },
      governedBy: 'layer:fachanwendung',
    })
  })

  it.each([
    ['a technical reason on the largest', [line('60', CLOSED, by('alpha'), reason('technical')), line('40', CLOSED, by('kappa'))], [5, 5]],
    ['a reason on another vendor', [line('60', CLOSED, by('alpha')), line('40', CLOSED, by('kappa'), reason('technical'))], [4, 4]],
    [
      'a reason on an item without an amount',
      [line('100', CLOSED, by('alpha')), line(undefined, CLOSED, by('alpha'), reason('Ausschließlichkeitsrechte'))],
      [5, 5],
    ],
    [
      'a reason on an undecided item',
      [line('60', CLOSED, by('alpha')), line('40', UNKNOWN_LICENCE, UNKNOWN_MAKER, reason('existing'))],
      [4, 5],
    ],
    [
      'a reason on one that may be the largest',
      [line('45', CLOSED, by('alpha')), line('30', CLOSED, by('kappa'), reason('exclusive')), line('25', UNKNOWN_LICENCE, UNKNOWN_MAKER)],
      [4, 5],
    ],
    [
      'a reason on the largest that may be overtaken',
      [line('45', CLOSED, by('alpha'), reason('exclusive')), line('30', CLOSED, by('kappa')), line('25', UNKNOWN_LICENCE, UNKNOWN_MAKER)],
      [4, 5],
    ],
    ['urgency is none', [line('100', CLOSED, by('alpha'), reason('urgency'))], [4, 4]],
    ['in-house awards bind nobody', [line('100', CLOSED, by('alpha'), reason('In-House-Vergabe, technische Gründe'))], [4, 4]],
    ['the public hand is never above 3', [line('100', CLOSED, by('town'), reason('technical'))], [3, 3]],
  ] as [string, Dossier[], number[]][])('level 5 needs evidence: %s', (_, items, expected) => {
    const small = Array.from({ length: 5 }, () => line('0.01', OPEN, layer('plattform')))
    expect(range([...items, ...small], 'wechselmoeglichkeit')).toEqual(expected)
  })

  it('keeps both ends apart', () => {
    const items = [...market(30, 10), line('50', UNKNOWN_LICENCE, UNKNOWN_MAKER)]
    expect(range(items, 'wechselmoeglichkeit')).toEqual([1, 4])
  })

  it('lets the worst layer with 5 % govern, and smaller ones only if something in them is critical', () => {
    const rest = Array.from({ length: 5 }, () => line('19', OPEN))
    expect(axisOf(scored([...rest, line('5', CLOSED, by('alpha'), layer('buero-software'))]), 'wechselmoeglichkeit')).toMatchObject({
      best: 4,
      governedBy: 'layer:buero-software',
    })
    expect(range([...rest, line('4.99', CLOSED, by('alpha'), layer('buero-software'))], 'wechselmoeglichkeit')).toEqual([1, 1])
    expect(range([...rest, line('1', CLOSED, by('alpha'), layer('buero-software'), { critical: true })], 'wechselmoeglichkeit')).toEqual([
      4, 4,
    ])
    expect(range([...rest, line('50', CLOSED, by('alpha'), layer('dienstleistung'))], 'wechselmoeglichkeit')).toEqual([1, 1])
    const none = without(line('50', CLOSED, by('alpha')), 'layer')
    expect(axisOf(scored([...rest, none]), 'wechselmoeglichkeit')).toMatchObject({ best: 4, worst: 4, governedBy: 'layer:unknown' })
  })

  it('gives no level for fewer than five lines with weight, and its facts all the same', () => {
    const four = Array.from({ length: 4 }, () => line('25', CLOSED, by('alpha')))
    const result = scored([...four, line(undefined, CLOSED, by('alpha'))])
    expect(result.axes.map(({ best, worst }) => [best, worst])).toEqual([[null, null], [null, null], [null, null]]) // prettier-ignore
    expect(result.level).toBeNull()
    expect(layerOf(result, 'all').hhi).toEqual({ low: 10000, high: 10000 })
    expect(scored([...four, line('1')]).level).not.toBeNull()
  })

  it('leaves the levels of an SBOM alone when the list beside it is too short', () => {
    const result = scored([component(), line('1', CLOSED, by('alpha'))])
    expect(result.axes.map(({ best, worst }) => [best, worst])).toEqual([[1, 5], [1, 1], [1, 1]]) // prettier-ignore
    expect(result.level).toEqual({ best: 1, worst: 5, provisional: true, borderline: false, governedBy: 'no-data' })
  })

  describe('bindings of components', () => {
    const bound = (service: string, portable: 'removable' | 'yes' | 'no', owner = 'alpha'): Partial<Dossier> => {
      const { controller } = by(owner)
      return { binding: { service, provider: owner, portable, ...(controller === undefined ? {} : { controller }) } }
    }

    it.each([
      ['removable', [bound('Push', 'removable')], [2, 5], 'bindings:Push'],
      ['a portable interface', [bound('Push', 'removable'), bound('Objects', 'yes')], [3, 5], 'bindings:Objects'],
      ['no portable interface', [bound('Objects', 'yes'), bound('Queue', 'no'), bound('Maps', 'no')], [4, 5], 'bindings:Maps'],
      ['three of one controller', [bound('Queue', 'no'), bound('Maps', 'no'), bound('Ident', 'no')], [5, 5], 'bindings:Ident'],
      ['three of two controllers', [bound('Queue', 'no'), bound('Maps', 'no'), bound('Ident', 'no', 'kappa')], [4, 5], 'bindings:Ident'],
      ['the same service three times', [bound('Queue', 'no'), bound('Queue', 'no'), bound('Queue', 'no')], [4, 5], 'bindings:Queue'],
    ] as [string, Partial<Dossier>[], number[], string][])('%s', (_, bindings, expected, governedBy) => {
      const axis = axisOf(scored(bindings.map((more) => component(more, { relation: 'transitive' }))), 'wechselmoeglichkeit')
      expect([axis.best, axis.worst, axis.governedBy]).toEqual([...expected, governedBy])
      expect(axis.byBasis).toEqual({ components: { best: expected[0], worst: 5 } })
    })

    it('raises what the list says, and never lowers it', () => {
      const list = Array.from({ length: 5 }, () => line('20'))
      expect(axisOf(scored([...list, component(bound('Queue', 'no'))]), 'wechselmoeglichkeit')).toEqual({
        id: 'wechselmoeglichkeit', best: 4, worst: 4, byBasis: { components: { best: 4, worst: 5 }, spend: { best: 1, worst: 1 } }, governedBy: 'bindings:Queue', borderline: false,
      }) // prettier-ignore
      expect(range([...list, line('900', CLOSED, by('alpha')), component(bound('Push', 'removable'))], 'wechselmoeglichkeit')).toEqual([
        4, 4,
      ])
    })

    it('lists the services of large vendors and of those nobody knows, with all their items', () => {
      const unknown: Partial<Dossier> = { binding: { service: 'Somewhere', provider: 'acme', portable: 'yes' } }
      const items = [
        component(bound('Maps', 'yes')),
        component(bound('Maps', 'no')),
        component(bound('Mail', 'no', 'kappa')),
        component(unknown),
      ]
      expect(scored(items).boundServices).toEqual([
        { service: 'Maps', controller: 'alpha', portable: 'no', items: [0, 1] },
        { service: 'Somewhere', portable: 'yes', items: [3] },
      ])
    })

    it('counts a service without portable interface as a critical item that is not open', () => {
      const items = [...times(9), component(bound('Queue', 'no'))]
      expect(axisOf(scored(items), 'gestaltungsfaehigkeit')).toMatchObject({ best: 3, worst: 3, governedBy: 'bindings:Queue' })
      expect(axisOf(scored(items), 'einfluss')).toMatchObject({ best: 5, worst: 5, governedBy: 'bindings:Queue' })
      expect(range([...times(9), component(bound('Objects', 'yes'))], 'gestaltungsfaehigkeit')).toEqual([1, 1])
    })
  })
})

describe('Gestaltungsfähigkeit', () => {
  const mix = (open: number, closed: number, unknown = 0) => [
    ...times(open),
    ...times(closed, CLOSED, by('kappa')),
    ...times(unknown, UNKNOWN_LICENCE),
  ]

  it.each([
    [mix(10, 0), [1, 1], 'share:open'],
    [mix(9, 1), [2, 2], /^item:c\d+#0$/],
    [mix(7, 3), [2, 2], 'share:open'],
    [mix(6, 4), [2, 2], 'share:open'],
    [mix(5, 5), [3, 3], 'share:open'],
    [mix(2, 8), [4, 4], 'share:open'],
    [mix(1, 9), [5, 5], 'share:open'],
    [mix(9, 0, 1), [1, 2], /^item:/],
    [mix(3, 1, 6), [2, 4], /^item:/],
    [mix(0, 0, 10), [1, 5], 'share:open'],
  ])('open share, case %#', (items, expected, governedBy) => {
    const axis = axisOf(scored(items), 'gestaltungsfaehigkeit')
    expect([axis.best, axis.worst]).toEqual(expected)
    expect(axis.governedBy).toMatch(governedBy)
  })

  it('loses level 1 by a closed component at any depth', () => {
    expect(range([...times(10), component(RESTRICTED, { relation: 'transitive' })], 'gestaltungsfaehigkeit')).toEqual([2, 2])
    expect(range([...times(10), component(UNKNOWN_LICENCE, { relation: 'transitive' })], 'gestaltungsfaehigkeit')).toEqual([1, 2])
    expect(range([...times(10), component({ openPart: [0.9, 0.95], relation: 'transitive' })], 'gestaltungsfaehigkeit')).toEqual([2, 2])
  })

  it('is not better than 3 with a critical item that is not open', () => {
    expect(range([...times(10), component(CLOSED, { critical: true, ref: 'db' })], 'gestaltungsfaehigkeit')).toEqual([3, 3])
    expect(range([...times(10), component(UNKNOWN_LICENCE, { critical: true })], 'gestaltungsfaehigkeit')).toEqual([1, 3])
    expect(range([...times(10), component({ critical: true })], 'gestaltungsfaehigkeit')).toEqual([1, 1])
    expect(axisOf(scored([...times(10), component(CLOSED, { critical: true, ref: 'db' })]), 'gestaltungsfaehigkeit').governedBy).toBe(
      'item:db#0',
    )
  })

  it('does not lose level 1 by a line of a list, for spend cannot be diluted', () => {
    expect(range([...Array.from({ length: 5 }, () => line('18')), line('10', CLOSED, by('kappa'))], 'gestaltungsfaehigkeit')).toEqual([
      1, 1,
    ])
  })

  it('takes the worse of two bases at either end and shows both', () => {
    const list = [...Array.from({ length: 4 }, () => line('10')), line('60', UNKNOWN_LICENCE)]
    expect(axisOf(scored([...mix(5, 5), ...list]), 'gestaltungsfaehigkeit')).toMatchObject({
      best: 3, worst: 3, byBasis: { components: { best: 3, worst: 3 }, spend: { best: 1, worst: 3 } },
    }) // prettier-ignore
  })
})

describe('Einfluss', () => {
  it.each([
    ['open, public body', [OPEN, { governance: 'public-body' }], [1, 1]],
    ['open, foundation', [OPEN], [1, 1]],
    ['open, several companies', [OPEN, by('alpha'), { governance: 'several-companies' }], [1, 1]],
    ['open, single company', [OPEN, by('alpha'), { governance: 'single-company' }], [2, 2]],
    ['open, governance unknown', [OPEN, UNKNOWN_MAKER, { governance: 'unknown' }], [1, 2]],
    ['made in-house', [CLOSED, SELF_MADE], [1, 1]],
    ['proprietary, public hand', [CLOSED, by('town')], [2, 2]],
    ['proprietary, EU', [CLOSED, by('kappa')], [3, 3]],
    ['restricted, outside the EU', [RESTRICTED, by('delta')], [4, 4]],
    ['proprietary, large, EU', [CLOSED, by('beta')], [4, 4]],
    ['proprietary, large, US', [CLOSED, by('alpha')], [5, 5]],
    ['proprietary, seat unknown', [CLOSED, by('afar')], [3, 4]],
    ['proprietary, nobody controls', [CLOSED, COMMUNITY], [3, 4]],
    ['proprietary, control unknown', [CLOSED, { control: 'unknown', maker: maker('acme') }], [3, 5]],
    ['proprietary, maker unknown', [CLOSED, UNKNOWN_MAKER], [2, 5]],
    ['nothing known', [UNKNOWN_LICENCE, UNKNOWN_MAKER, { governance: 'unknown' }], [1, 5]],
    ['licence unknown, large, US', [UNKNOWN_LICENCE, by('alpha'), { governance: 'single-company' }], [2, 5]],
  ] as [string, Partial<Dossier>[], number[]][])('item level: %s', (_, more, expected) => {
    expect(range([component(...more)], 'einfluss')).toEqual(expected)
  })

  it('is where a quarter of the weight sits, exactly', () => {
    const seven = (more: number) => [...times(75), ...times(24, CLOSED, by('kappa')), ...times(more, CLOSED, by('alpha'))]
    expect(range(seven(1), 'einfluss')).toEqual([3, 3])
    expect(range([...times(76), ...times(24, CLOSED, by('kappa'))], 'einfluss')).toEqual([1, 1])
    expect(axisOf(scored(seven(1)), 'einfluss')).toMatchObject({ governedBy: 'weight:quarter', borderline: true })
    expect(range([...times(3), component(UNKNOWN_LICENCE, by('alpha'))], 'einfluss')).toEqual([1, 5])
  })

  it('is the level of any critical item, at any depth and without weight', () => {
    expect(axisOf(scored([...times(99), component(CLOSED, by('delta'), { critical: true, relation: 'transitive', ref: 'os' })]), 'einfluss')).toMatchObject({
      best: 4, worst: 4, governedBy: 'item:os#0',
    }) // prettier-ignore
    const list = [...Array.from({ length: 5 }, () => line('20')), line(undefined, CLOSED, by('beta'), { critical: true })]
    expect(range(list, 'einfluss')).toEqual([4, 4])
  })

  it('splits a mixed product', () => {
    expect(range([...times(1), component(CLOSED, by('alpha'), { openPart: [0.5, 0.5] })], 'einfluss')).toEqual([5, 5])
    expect(
      range([...times(1), component(CLOSED, by('alpha'), { openPart: [0.51, 0.51], governance: 'single-company' })], 'einfluss'),
    ).toEqual([2, 2])
  })
})

describe('level', () => {
  it('is the worst of the axes at either end, with what governs it', () => {
    const list = [line('80', CLOSED, by('alpha')), ...Array.from({ length: 4 }, () => line('5'))]
    expect(scored(list).level).toEqual({ best: 5, worst: 5, provisional: false, borderline: false, governedBy: 'weight:quarter' })
    const lists = scored([line('20', UNKNOWN_LICENCE, by('kappa')), ...Array.from({ length: 4 }, () => line('20'))])
    expect(lists.level).toMatchObject({ best: 1, worst: 1, borderline: true })
  })

  it('is provisional while its ends differ', () => {
    const result = scored([line('70', UNKNOWN_LICENCE, by('kappa')), ...Array.from({ length: 4 }, () => line('7.5'))])
    expect(result.level).toMatchObject({ best: 1, worst: 4, provisional: true })
    expect(result.provisionalBecause).toEqual(['W-RANGE'])
  })

  it.each([
    ['open 79 %', [line('79'), line('21', CLOSED, by('kappa'))], 'gestaltungsfaehigkeit', 2, 1],
    ['open 78.99 %', [line('78.99'), line('21.01', CLOSED, by('kappa'))], 'gestaltungsfaehigkeit', 2, undefined],
    ['open 80.5 %', [line('80.5'), line('19.5', CLOSED, by('kappa'))], 'gestaltungsfaehigkeit', 1, 2],
    ['largest 39.5 %', [line('60.5'), line('39.5', CLOSED, by('kappa'))], 'wechselmoeglichkeit', 2, 4],
    ['HHI 1,089', [line('67'), line('33', CLOSED, by('kappa'))], 'wechselmoeglichkeit', 2, 1],
    ['HHI 1,156', [line('66'), line('34', CLOSED, by('kappa'))], 'wechselmoeglichkeit', 2, undefined],
    ['a quarter but 1 %', [line('75.99'), line('24.01', CLOSED, by('alpha'))], 'einfluss', 1, 5],
  ] as [string, Dossier[], AxisId, number, number | undefined][])('is a borderline case: %s', (_, items, id, level, neighbour) => {
    const axis = axisOf(scored([...items, ...Array.from({ length: 4 }, () => line('0.0001'))]), id)
    expect([axis.best, axis.worst, axis.borderline, axis.neighbour]).toEqual([level, level, neighbour !== undefined, neighbour])
  })

  it('follows the boundaries it is given', () => {
    const items = [line('70'), line('30', CLOSED, by('kappa')), ...Array.from({ length: 4 }, () => line('0.0001'))]
    expect(range(items, 'einfluss')).toEqual([3, 3])
    expect(range(items, 'einfluss', { bounds: { ...BOUNDS, einfluss: 0.35 } })).toEqual([1, 1])
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
