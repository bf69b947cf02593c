import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import {
  axisOf,
  BESIDE,
  by,
  CLOSED,
  component,
  layerOf,
  line,
  scored,
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
    expect(result.spend).toMatchObject({ unit: 'per-year', total: '1000.00', lines: 2, linesWithoutAmount: 1, beside: '250.50' })
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
    const hardware = line('1', BESIDE, { amount: { value: '9.00', currency: 'EUR', basis: 'unknown', kind: 'annual', counts: true } })
    expect(scored([line('100'), hardware]).provisionalBecause).not.toContain('W-VAT')
  })
})

describe('amounts that are not known', () => {
  const priced = (n: number) => Array.from({ length: n }, () => line('1000'))
  const foreign: Partial<Dossier> = {
    amount: { value: '5', currency: 'USD', basis: 'net', kind: 'annual', counts: false, why: 'currency' },
  }
  const placeholder: Partial<Dossier> = {
    amount: { value: '0', currency: 'EUR', basis: 'net', kind: 'annual', counts: false, why: 'placeholder', placeholder: true },
  }

  it('are counted beside the spend, with what they would be', () => {
    const result = scored([
      ...priced(6),
      line(undefined, CLOSED, by('alpha')),
      line(undefined, CLOSED, by('kappa')),
      line(undefined, UNKNOWN_LICENCE, UNKNOWN_MAKER),
      line(undefined, foreign),
      line(undefined, BESIDE),
      line(undefined, placeholder),
      line(undefined, { term: { end: '2020-12-31' } }),
    ])
    expect(result.spend?.amountUnknown).toEqual({
      lines: 4,
      of: 11,
      largeVendors: { low: 1, high: 2 },
      proprietary: { low: 2, high: 3 },
    })
    expect(shareOf(result, 'proprietary', 'spend')).toMatchObject({ low: 0, high: 0 })
  })

  it('make the result provisional where they are more than a twentieth of the software lines', () => {
    const missing = line(undefined, CLOSED, by('alpha'))
    expect(scored([...priced(19), missing]).provisionalBecause).not.toContain('W-AMOUNTS-UNKNOWN')
    const result = scored([...priced(18), missing])
    expect(result.provisionalBecause).toContain('W-AMOUNTS-UNKNOWN')
    expect(result.level?.provisional).toBe(true)
  })

  it('are missing from nothing where no line has an amount', () => {
    const result = scored([line(undefined), line(undefined), line(undefined), line(undefined), line(undefined)])
    expect([result.spend, result.provisionalBecause]).toEqual([null, []])
  })
})
