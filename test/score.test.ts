import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import type { AxisId } from '../src/model/policy.ts'
import {
  axisOf,
  BOUNDS,
  by,
  CLOSED,
  COMMUNITY,
  component,
  line,
  maker,
  OPEN,
  RESTRICTED,
  scored,
  SELF_MADE,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
  type Changes,
} from './support/scored.ts'

const times = (n: number, ...more: readonly Partial<Dossier>[]): Dossier[] => Array.from({ length: n }, () => component(...more))
const range = (items: readonly Dossier[], id: AxisId, changes?: Changes) => {
  const { best, worst } = axisOf(scored(items, changes), id)
  return [best, worst]
}

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

  it('is a borderline case at the worse end too', () => {
    const items = [line('79.5'), line('20.5', UNKNOWN_LICENCE, by('kappa')), ...Array.from({ length: 4 }, () => line('0.0001'))]
    expect(axisOf(scored(items), 'gestaltungsfaehigkeit')).toMatchObject({ best: 1, worst: 2, borderline: true, neighbour: 1 })
  })

  it('follows the boundaries it is given', () => {
    const items = [line('70'), line('30', CLOSED, by('kappa')), ...Array.from({ length: 4 }, () => line('0.0001'))]
    expect(range(items, 'einfluss')).toEqual([3, 3])
    expect(range(items, 'einfluss', { bounds: { ...BOUNDS, einfluss: 0.35 } })).toEqual([1, 1])
  })
})
