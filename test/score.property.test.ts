import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import type { Concentration, Interval, LevelRange, Score, ShareId } from '../src/model/audit.ts'
import type { AmountConclusion, Dossier } from '../src/model/dossier.ts'
import type { Amount, Term } from '../src/model/item.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { GOVERNANCES } from '../src/model/register.ts'
import {
  AS_OF, axisOf, BESIDE, by, CLOSED, COMMUNITY, component, layer, layerOf, line, maker, NO_LICENCE, OPEN, RESTRICTED, scored, SELF_MADE, shareOf,
  UNKNOWN_LICENCE, UNKNOWN_MAKER, VENDORS, type Vendor,
} from './support/scored.ts' // prettier-ignore

const RUNS = { numRuns: 300 }
const PROJECT = { vat: { factor: 1.19, date: '2026-01-01' }, rates: [{ currency: 'CHF', eur: 1.0731, date: '2026-01-01' }] }
const result = (items: readonly Dossier[]) => scored(items, { project: PROJECT })

// ---- what can be said about an item ----

type More = Partial<Dossier>
const vendor = fc.constantFrom(...(Object.keys(VENDORS) as Vendor[])).map((id): More => by(id))
const makerMore = fc.oneof(
  { arbitrary: vendor, weight: 5 },
  { arbitrary: fc.constant<More>(UNKNOWN_MAKER), weight: 3 },
  fc.constantFrom<More>(
    COMMUNITY,
    SELF_MADE,
    { control: 'none', maker: maker('verein') },
    { control: 'none', maker: maker('town', true) },
    { control: 'unknown', maker: maker('acme') },
  ),
)
const readings = fc.constantFrom<More>(
  { licence: { ...OPEN.licence, range: ['open', 'proprietary'] } },
  { licence: { ...CLOSED.licence, range: ['restricted', 'proprietary'] } },
)
const mixed = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([a, b]): More => ({ ...UNKNOWN_LICENCE, openPart: [Math.min(a, b) / 10_000, Math.max(a, b) / 10_000] }))
const licenceMore = fc.oneof(
  { arbitrary: fc.constantFrom<More>(OPEN, CLOSED, UNKNOWN_LICENCE), weight: 8 },
  fc.constantFrom<More>(RESTRICTED, NO_LICENCE),
  readings,
  mixed,
)
const governance = fc.constantFrom(...GOVERNANCES).map((value): More => ({ governance: value }))
const rarely = (more: fc.Arbitrary<More>): fc.Arbitrary<More> => fc.oneof({ arbitrary: fc.constant<More>({}), weight: 9 }, more)
const critical = rarely(fc.constant<More>({ critical: true }))
const binding = rarely(
  fc
    .tuple(
      fc.constantFrom('Maps', 'Mail', 'Queue', 'Store'),
      fc.constantFrom('removable', 'yes', 'no'),
      fc.constantFrom<Vendor>('alpha', 'kappa', 'afar'),
    )
    .map(([service, portable, owner]): More => ({
      binding: { service, provider: owner, portable, controller: { id: owner, name: owner, ...VENDORS[owner] } },
    })),
)
const evidence = rarely(fc.constantFrom<More>({ said: { awardReason: 'technical' } }, { said: { awardReason: 'in-house' } }))
const place = fc.oneof(
  { arbitrary: fc.constantFrom('fachanwendung', 'buero-software', 'plattform').map(layer), weight: 9 },
  fc.constantFrom<More>(layer('dienstleistung'), layer('nobody-knows')),
)

const componentItem = fc
  .tuple(
    makerMore,
    licenceMore,
    governance,
    critical,
    binding,
    rarely(fc.constant<More>(BESIDE)),
    fc.constantFrom('direct', 'direct', 'transitive', 'unknown'),
  )
  .map(([...more]) => component(...(more.slice(0, 6) as More[]), { relation: more[6] }))

const terms = fc.constantFrom<Term | undefined>(
  undefined,
  { start: '2026-01-01', end: '2028-12-31' },
  { start: '2026-02-11', end: '2027-09-30' },
  { start: '2026-05-01', end: '2027-01-31' },
)
const money = (kinds: readonly Amount['kind'][]) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom('net', 'gross', 'unknown'),
      fc.constantFrom('EUR', 'EUR', 'CHF'),
      fc.constantFrom(...kinds),
      terms,
      fc.boolean(),
    )
    .map(([cents, basis, currency, kind, term, reduced]): More => {
      const amount: AmountConclusion = { value: (cents / 100).toFixed(2), basis, currency, kind, counts: true }
      return {
        amount: reduced ? { ...amount, setOff: { of: '700.0000', left: '300.1234' } } : amount,
        ...(term === undefined ? {} : { term }),
      }
    })
const lineItem = (kinds: readonly Amount['kind'][] = ['annual', 'contract']) =>
  fc
    .tuple(makerMore, licenceMore, governance, critical, evidence, place, money(kinds), rarely(fc.constant<More>(BESIDE)))
    .map((more) => line(undefined, ...more))

const components = fc.array(componentItem, { minLength: 1, maxLength: 14 })
const lines = fc.array(lineItem(), { minLength: 5, maxLength: 14 })
const anything = fc.oneof(
  components,
  lines,
  fc.tuple(components, lines).map((both) => both.flat()),
)

// ---- what the unknown may turn out to be ----

interface Answer {
  readonly made: More
  readonly licence: More
  readonly governance: More
  /** Where between its bounds the open part of a mixed product lies. */
  readonly at: number
  readonly country: string
}

const answer: fc.Arbitrary<Answer> = fc.record({
  made: fc.oneof(vendor.filter(({ controller }) => controller?.country !== undefined), fc.constantFrom<More>(COMMUNITY, by('newcomer', { tier: 'T1', country: 'US' }), { control: 'none', maker: maker('town', true) })), // prettier-ignore
  licence: fc.constantFrom<More>(OPEN, CLOSED, RESTRICTED),
  governance: fc.constantFrom<More>({ governance: 'foundation' }, { governance: 'single-company' }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  country: fc.constantFrom('DE', 'US'),
})

const isOpenUnknown = ({ licence, openPart }: Dossier) =>
  openPart === undefined && ((licence.openness === 'unknown' && licence.family !== 'none') || (licence.range?.includes('open') ?? false))
const isMakerUnknown = ({ control, maker: made, selfMade }: Dossier) =>
  selfMade !== true && control === 'unknown' && made?.publicHand !== true

function withMaker(item: Dossier, { made, country }: Answer): Dossier {
  if (item.controller !== undefined && item.controller.country === undefined)
    return { ...item, controller: { ...item.controller, country } }
  if (!isMakerUnknown(item)) return item
  // a maker that is known stays; only its controller was not
  return { ...item, ...made, ...(item.maker === undefined ? {} : { maker: item.maker }) }
}

function withLicence(item: Dossier, { licence, at }: Answer): Dossier {
  if (item.openPart !== undefined) {
    const [low, high] = item.openPart
    const part = Math.round((low + (high - low) * at) * 10_000) / 10_000
    return { ...item, openPart: [part, part] }
  }
  return isOpenUnknown(item) ? { ...item, ...licence } : item
}

const withGovernance = (item: Dossier, { governance: more }: Answer): Dossier =>
  item.governance === 'unknown' ? { ...item, ...more } : item
const completed = (item: Dossier, given: Answer): Dossier => withGovernance(withLicence(withMaker(item, given), given), given)
const applicable = ({ licence }: Dossier) => licence.openness !== 'not-applicable'
const complete = (items: readonly Dossier[], answers: readonly Answer[]) =>
  items.map((item, n) => (applicable(item) ? completed(item, answers[n % answers.length] as Answer) : item))

// ---- what must hold ----

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
          for (const figure of FIGURES) expect(low[figure]).toEqual({ low: one[figure].low, high: one[figure].low })
          const high = layerOf(result(complete(items, [toVendor(one.holders[0]?.id)])), one.layer)
          for (const figure of ['hhi', 'top1', 'top3', 'top5'] as const)
            expect(high[figure]).toEqual({ low: one[figure].high, high: one[figure].high })
          const largest = one.holders.find(({ id }) => id !== 'town')?.id
          const dominated = layerOf(result(complete(items, [toVendor(largest)])), one.layer)
          expect(dominated.largestPrivate).toEqual({ low: one.largestPrivate.high, high: one.largestPrivate.high })
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

describe('spend', () => {
  const cents = ({ amount }: Dossier) => Math.round(Number(amount?.value) * 100)
  const split = (item: Dossier, at: number): Dossier[] => {
    const first = 1 + (at % (cents(item) - 1))
    return [first, cents(item) - first].map((part, n) => ({
      ...item,
      ref: `${item.ref} ${n}`,
      amount: { ...(item.amount as AmountConclusion), value: (part / 100).toFixed(2) },
    }))
  }
  const stated = ({ setOff: _, ...amount }: AmountConclusion) => amount
  /** Figures of spend: lines are counted elsewhere, and refs differ. */
  const spendFigures = ({ shares, concentration, coverage, axes, level, spend }: Score) => ({
    shares: shares.filter(({ basis }) => basis === 'spend'),
    concentration: concentration.map(({ lines: _, ...one }) => one),
    coverage: coverage.filter(({ basis }) => basis === 'spend'),
    axes: axes.map(({ id, byBasis, best, worst, borderline, neighbour }) => ({ id, byBasis, best, worst, borderline, neighbour })),
    level: level === null ? null : [level.best, level.worst, level.borderline],
    spend: spend === null ? null : [spend.unit, spend.total, spend.beside],
  })

  it('does not change when a line is split into two of the same sum', () => {
    const enough = lines.filter((items) => items.filter((item) => applicable(item) && cents(item) > 1).length >= 5)
    fc.assert(
      fc.property(enough, fc.nat(), fc.nat(), (items, at, part) => {
        const able = items.filter((item) => cents(item) > 1)
        const one = able[at % able.length] as Dossier
        expect(spendFigures(result(items.flatMap((item) => (item === one ? split(item, part) : [item]))))).toEqual(
          spendFigures(result(items)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('does not change when a line is split before its credits are set off', () => {
    const said = fc.record({
      said: fc.constantFrom({}, { contractNumber: '1' }, { contractNumber: '2' }),
      name: fc.constantFrom('Office', 'Mail'),
      negative: fc.integer({ min: 0, max: 3 }),
    })
    const raw = fc.array(fc.tuple(lineItem(['contract']), said), { minLength: 6, maxLength: 12 }).map((pairs) =>
      pairs.map(([item, { said: words, name, negative }]): Dossier => {
        const amount = stated(item.amount as AmountConclusion)
        return {
          ...item,
          name,
          said: { ...item.said, ...words },
          amount: { ...amount, value: negative === 0 ? `-${amount.value}` : amount.value },
        }
      }),
    )
    const concluded = (items: readonly Dossier[]) => {
      const { amounts } = concludeAmounts(items, { asOf: AS_OF, project: { ...EMPTY_PROJECT, ...PROJECT } })
      return items.map((item, n) => ({ ...item, amount: amounts.get(n) as AmountConclusion }))
    }
    fc.assert(
      fc.property(raw, fc.nat(), fc.nat(), (items, at, part) => {
        const able = items.filter((item) => cents(item) > 1)
        fc.pre(able.length > 0)
        const one = able[at % able.length] as Dossier
        const [before, after] = [items, items.flatMap((item) => (item === one ? split(item, part) : [item]))].map((all) =>
          result(concluded(all)),
        ) as [Score, Score]
        fc.pre((before.spend?.lines ?? 0) >= 5)
        expect(spendFigures(after)).toEqual(spendFigures(before))
      }),
      RUNS,
    )
  })
})

describe('adding open items', () => {
  it('never worsens Gestaltungsfähigkeit', () => {
    const more = fc.array(
      fc.tuple(makerMore, governance).map((said) => component(...said, OPEN)),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(components, more, (items, added) => {
        const base = [component(), ...items]
        const [before, after] = [base, [...base, ...added]].map((all) => axisOf(result(all), 'gestaltungsfaehigkeit'))
        expect((after?.best ?? 9) <= (before?.best ?? 0) && (after?.worst ?? 9) <= (before?.worst ?? 0)).toBe(true)
      }),
      RUNS,
    )
  })

  it('never worsens Gestaltungsfähigkeit or concentration of a list', () => {
    const list = fc.array(lineItem(['annual']), { minLength: 5, maxLength: 10 })
    const more = fc.array(
      fc.tuple(makerMore, governance, place, money(['annual'])).map((said) => line(undefined, ...said, OPEN)),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(list, more, (items, added) => {
        const [before, after] = [result(items), result([...items, ...added])]
        fc.pre((before.spend?.lines ?? 0) >= 5)
        const [was, is] = [before, after].map((one) => axisOf(one, 'gestaltungsfaehigkeit'))
        expect((is?.best ?? 9) <= (was?.best ?? 0) && (is?.worst ?? 9) <= (was?.worst ?? 0)).toBe(true)
        for (const one of before.concentration) expect(isLooser(layerOf(after, one.layer), one)).toBe(true)
      }),
      RUNS,
    )
  })

  const isLooser = (after: Concentration, before: Concentration) =>
    FIGURES.every((figure) => after[figure].low <= before[figure].low && after[figure].high <= before[figure].high)
})
