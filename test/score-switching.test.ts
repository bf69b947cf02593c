import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import type { AxisId } from '../src/model/policy.ts'
import {
  axisOf,
  by,
  CLOSED,
  component,
  layer,
  layerOf,
  line,
  OPEN,
  scored,
  UNKNOWN_LICENCE,
  UNKNOWN_MAKER,
  without,
  type Changes,
} from './support/scored.ts'

const times = (n: number, ...more: readonly Partial<Dossier>[]): Dossier[] => Array.from({ length: n }, () => component(...more))
const range = (items: readonly Dossier[], id: AxisId, changes?: Changes) => {
  const { best, worst } = axisOf(scored(items, changes), id)
  return [best, worst]
}

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
      'a reason on the largest, but most is undecided',
      [line('45', CLOSED, by('alpha'), reason('exclusive')), line('55', UNKNOWN_LICENCE, UNKNOWN_MAKER)],
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
