import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import { formats } from '../src/report/format.ts'
import {
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

it('a share of which four decimals are not all says the others too: who prints it rounds once', () => {
  const result = scored([line('3757500', CLOSED, by('alpha')), line('106400', OPEN, by('beta')), ...Array(3).fill(line('0.01', OPEN))])
  const share = shareOf(result, 'proprietary', 'spend')
  expect(share).toMatchObject({ low: 0.9725, exact: { low: expect.closeTo(3_757_500 / 3_863_900.03, 11) } })
  expect(formats('de').shares(share)).toBe('97,2\u00a0%')
  expect(formats('de').shares(shareOf(result, 'open', 'spend'))).toBe('2,8\u00a0%')
  expect(shareOf(scored([component(CLOSED), component(OPEN)]), 'open', 'components')).not.toHaveProperty('exact')
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
      top1: { low: 0.5, high: 0.7 }, top3: { low: 0.7, high: 0.9 }, top5: { low: 0.7, high: 0.9 }, largestPrivate: { low: 0.5, high: 0.7 }, largestPrivateOf: '50.00',
      holders: [{ id: 'alpha', name: 'Name of alpha', low: 0.5, high: 0.7 }, { id: 'kappa', name: 'Name of kappa', low: 0.2, high: 0.4 }],
      open: 0.1, openShare: { low: 0.1, high: 0.3 }, undecided: 0.2, known: { maker: 1, licence: 0.8 },
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
