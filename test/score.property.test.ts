import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval, LevelRange, Score, ShareId } from '../src/model/audit.ts'
import type { Dossier } from '../src/model/dossier.ts'
import {
  axisOf,
  by,
  CLOSED,
  COMMUNITY,
  component,
  layer,
  layerOf,
  line,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
  OPEN,
  scored,
  shareOf,
} from './support/scored.ts'
import { vendor, anything, answer, withMaker, withLicence, complete, type Answer, type More } from './support/unknowns.ts'

const RUNS = { numRuns: 300 }
const PROJECT = { vat: { factor: 1.19, date: '2026-01-01' }, rates: [{ currency: 'CHF', eur: 1.0731, date: '2026-01-01' }] }
const result = (items: readonly Dossier[]) => scored(items, { project: PROJECT })

const within = (inner: Interval, outer: Interval) => inner.low >= outer.low && inner.high <= outer.high
const narrower = (inner: { best: number | null; worst: number | null }, outer: { best: number | null; worst: number | null }) =>
  inner.best === outer.best && inner.worst === outer.worst
    ? true
    : (inner.best ?? 0) >= (outer.best ?? 9) && (inner.worst ?? 9) <= (outer.worst ?? 0)
const FIGURES = ['hhi', 'top1', 'top3', 'top5', 'largestPrivate'] as const

function expectWithin(inner: Score, outer: Score): void {
  for (const share of inner.shares) expect(within(share, shareOf(outer, share.id, share.basis)), `${share.id} ${share.basis}`).toBe(true)
  for (const one of inner.concentration)
    for (const figure of FIGURES) expect(within(one[figure], layerOf(outer, one.layer)[figure]), `${figure} ${one.layer}`).toBe(true)
  for (const one of inner.axes) expect(narrower(one, axisOf(outer, one.id)), one.id).toBe(true)
  if (inner.level !== null && outer.level !== null) expect(narrower(inner.level, outer.level)).toBe(true)
}

/** Everything but positions. */
const figures = ({ boundServices: _, ...rest }: Score) => rest

describe('score', () => {
  it('keeps every level between 1 and 5 and every end in its place', () => {
    fc.assert(
      fc.property(anything, (items) => {
        const { axes, level, shares, concentration, coverage } = result(items)
        const ranges = [
          ...axes,
          ...axes.flatMap(({ byBasis }) => Object.values(byBasis) as LevelRange[]),
          ...(level === null ? [] : [level]),
        ]
        for (const { best, worst } of ranges)
          if (best !== null && worst !== null) expect(1 <= best && best <= worst && worst <= 5).toBe(true)
        for (const { low, high } of [
          ...shares,
          ...concentration.flatMap(({ top1, top3, top5, largestPrivate }) => [top1, top3, top5, largestPrivate]),
        ])
          expect(0 <= low && low <= high && high <= 1).toBe(true)
        for (const { hhi } of concentration) expect(0 <= hhi.low && hhi.low <= hhi.high && hhi.high <= 10_000).toBe(true)
        for (const { known } of coverage) expect(0 <= known && known <= 1).toBe(true)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the items', () => {
    const shuffled = anything.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })))
    fc.assert(
      fc.property(shuffled, ([items, others]) => {
        expect(figures(result(others))).toEqual(figures(result(items)))
        const named = (all: readonly Dossier[]) =>
          result(all).boundServices.map((bound) => ({ ...bound, items: bound.items.map((at) => all[at]?.ref).toSorted() }))
        expect(named(others)).toEqual(named(items))
      }),
      RUNS,
    )
  })

  it('contains every completion of the unknown', () => {
    fc.assert(
      fc.property(anything, fc.array(answer, { minLength: 1, maxLength: 8 }), (items, answers) =>
        expectWithin(result(complete(items, answers)), result(items)),
      ),
      { numRuns: 1000 },
    )
  })

  it('is never widened by identifying one maker or one licence', () => {
    fc.assert(
      fc.property(anything, fc.nat(), answer, fc.constantFrom(withMaker, withLicence), (items, at, given, identify) => {
        const n = at % items.length
        expectWithin(result(items.with(n, identify(items[n] as Dossier, given))), result(items))
      }),
      { numRuns: 1000 },
    )
  })

  it('has an exact level on every axis but switching when everything is known', () => {
    // what nobody controls has no seat in a dossier, and a bound service no completion here
    const isExact = ({ control, licence, openPart, binding: bound }: Dossier) =>
      bound?.provider !== 'afar' && (control !== 'none' || (licence.openness === 'open' && openPart === undefined))
    const owned = answer.filter(({ made }) => made.control === 'controlled')
    fc.assert(
      fc.property(anything, owned, (items, given) => {
        const { axes } = result(complete(items, [given]).filter(isExact))
        for (const { id, best, worst } of axes) if (id !== 'wechselmoeglichkeit') expect(best).toBe(worst)
      }),
      RUNS,
    )
  })
})

describe('the ends of a share', () => {
  const nobody = { made: COMMUNITY, governance: {}, country: 'DE' }
  const large = { made: by('alpha'), governance: {}, country: 'DE' }
  const ENDS: Readonly<Record<ShareId, readonly [low: Answer, high: Answer]>> = {
    'large-vendors': [{ ...nobody, licence: OPEN, at: 1 }, { ...large, licence: CLOSED, at: 0 }],
    proprietary: [{ ...nobody, licence: OPEN, at: 1 }, { ...nobody, licence: CLOSED, at: 0 }],
    open: [{ ...nobody, licence: CLOSED, at: 0 }, { ...nobody, licence: OPEN, at: 1 }],
    'vendor-steered-open': [{ ...nobody, licence: CLOSED, at: 0 }, { ...large, licence: OPEN, at: 1 }],
  } // prettier-ignore

  it.each(Object.keys(ENDS) as ShareId[])('%s: both are reached', (id) => {
    fc.assert(
      fc.property(anything, (items) => {
        const shares = result(items).shares.filter((share) => share.id === id)
        const [low, high] = ENDS[id].map((end) => result(complete(items, [end]))) as [Score, Score]
        for (const share of shares) {
          expect(shareOf(low, id, share.basis)).toMatchObject({ low: share.low, high: share.low })
          expect(shareOf(high, id, share.basis)).toMatchObject({ low: share.high, high: share.high })
        }
      }),
      RUNS,
    )
  })
})

describe('the ends of concentration and of the levels', () => {
  /** Every item is wholly known or wholly unknown. */
  const plain = (base: (more: More) => Dossier) =>
    fc
      .oneof(
        { arbitrary: fc.tuple(vendor.filter(({ controller }) => controller?.country !== undefined), fc.constantFrom<More>(OPEN, CLOSED)).map(([made, said]): More => ({ ...made, ...said })), weight: 3 }, // prettier-ignore
        fc.constant<More>({ ...UNKNOWN_MAKER, ...UNKNOWN_LICENCE, governance: 'unknown' }),
      )
      .map(base)
  const plainLines = fc.array(fc.tuple(fc.nat(900), fc.constantFrom('fachanwendung', 'plattform')).chain(([cents, id]) => plain((more) => line(1 + cents / 100, layer(id), more))), { minLength: 5, maxLength: 10 }) // prettier-ignore
  const given = (made: More, licence: More, more: More): Answer => ({ made, licence, governance: more, at: 0, country: 'DE' })
  const free = given(COMMUNITY, OPEN, { governance: 'foundation' })
  const toVendor = (id: string | undefined) => given(id === undefined ? by('newcomer', { tier: 'T1', country: 'US' }) : by(id), CLOSED, {})

  it('HHI and the largest: both are reached in every layer', () => {
    fc.assert(
      fc.property(plainLines, (items) => {
        const open = result(complete(items, [free]))
        for (const one of result(items).concentration) {
          const low = layerOf(open, one.layer)
          for (const figure of FIGURES) expect(low[figure]).toMatchObject({ low: one[figure].low, high: one[figure].low })
          const high = layerOf(result(complete(items, [toVendor(one.holders[0]?.id)])), one.layer)
          for (const figure of ['hhi', 'top1', 'top3', 'top5'] as const)
            expect(high[figure]).toMatchObject({ low: one[figure].high, high: one[figure].high })
          const largest = one.holders.find(({ id }) => id !== 'town')?.id
          const dominated = layerOf(result(complete(items, [toVendor(largest)])), one.layer)
          expect(dominated.largestPrivate).toMatchObject({ low: one.largestPrivate.high, high: one.largestPrivate.high })
        }
      }),
      RUNS,
    )
  })

  it.each(['gestaltungsfaehigkeit', 'einfluss'] as const)('%s: both are reached', (id) => {
    const ends = { best: free, worst: toVendor('alpha') }
    fc.assert(
      fc.property(
        fc.oneof(
          plainLines,
          fc.array(
            plain((more) => component(more)),
            { minLength: 1, maxLength: 8 },
          ),
        ),
        (items) => {
          const axis = axisOf(result(items), id)
          expect(axisOf(result(complete(items, [ends.best])), id)).toMatchObject({ best: axis.best, worst: axis.best })
          expect(axisOf(result(complete(items, [ends.worst])), id)).toMatchObject({ best: axis.worst, worst: axis.worst })
        },
      ),
      RUNS,
    )
  })
})
