import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import type { Concentration, Score } from '../src/model/audit.ts'
import type { AmountConclusion, Dossier } from '../src/model/dossier.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { AS_OF, axisOf, component, layerOf, line, OPEN, scored } from './support/scored.ts'
import { makerMore, governance, place, money, lineItem, components, lines, applicable } from './support/unknowns.ts'

const RUNS = { numRuns: 300 }
const PROJECT = { vat: { factor: 1.19, date: '2026-01-01' }, rates: [{ currency: 'CHF', eur: 1.0731, date: '2026-01-01' }] }
const result = (items: readonly Dossier[]) => scored(items, { project: PROJECT })

const FIGURES = ['hhi', 'top1', 'top3', 'top5', 'largestPrivate'] as const

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
