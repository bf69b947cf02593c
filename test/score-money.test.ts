import { describe, expect, it } from 'vitest'
import { concludeAmounts, type Priced } from '../src/identify/money.ts'
import type { Amount } from '../src/model/item.ts'
import { isLockInReason } from '../src/model/lock-in.ts'
import { decimalText, netEuroFactor, unitsOf, yearFactor } from '../src/model/money.ts'
import { EMPTY_PROJECT, type Project } from '../src/model/project.ts'

const priced = (value: string, amount: Partial<Amount> = {}, more: Partial<Priced> = {}): Priced => ({
  name: 'Lizenzen',
  source: 0,
  said: {},
  counted: true,
  amount: { value, currency: 'EUR', basis: 'net', kind: 'contract', ...amount },
  ...more,
})
const contract = (contractNumber: string): Partial<Priced> => ({ said: { contractNumber } })
const conclude = (items: readonly Priced[], project: Partial<Project> = {}) => {
  const { amounts, notes } = concludeAmounts(items, { asOf: '2026-11-23', project: { ...EMPTY_PROJECT, ...project } })
  return { amounts: [...amounts.values()], why: [...amounts.values()].map(({ counts, why }) => why ?? counts), notes }
}

describe('concludeAmounts', () => {
  it('knows what is spend and what is not', () => {
    const kinds = ['contract', 'award', 'annual', 'payment', 'unknown', 'framework-max', 'estimate', 'budget', 'unit-price'] as const
    expect(conclude(kinds.map((kind) => priced('10.00', { kind }))).why).toEqual([
      true,
      true,
      true,
      true,
      true,
      'kind',
      'kind',
      'kind',
      'kind',
    ])
  })

  it('takes a list of one kind as it is, source by source, whatever its placeholders say', () => {
    const items = [
      priced('10.00', { kind: 'budget' }),
      priced('0.01', { placeholder: true }),
      priced('10.00', { kind: 'budget' }, { source: 1 }),
      priced('10.00', {}, { source: 1 }),
    ]
    expect(conclude(items).why).toEqual([true, 'placeholder', 'kind', true])
  })

  it('has no weight for placeholders, zero and what cannot be read', () => {
    expect(conclude([priced('1', { placeholder: true }), priced('0.00'), priced('k.A.'), priced('1.00')]).why).toEqual([
      'placeholder',
      'placeholder',
      'placeholder',
      true,
    ])
  })

  it('leaves out what ended before the day of the audit', () => {
    expect(
      conclude([priced('10.00', {}, { term: { end: '2026-11-22' } }), priced('10.00', {}, { term: { end: '2026-11-23' } })]).why,
    ).toEqual(['expired', true])
  })

  describe('what begins after the day of the audit', () => {
    const line = (name: string, start: string, end: string, more: Partial<Priced> = {}) => priced('10.00', {}, { name, term: { start, end }, ...more }) // prettier-ignore
    const running = line('Bürosoftware 2026', '2026-01-01', '2026-12-31')

    it('does not count while what it follows runs, in whatever list that is', () => {
      const next = line('Bürosoftware 2027', '2027-01-01', '2027-12-31', { source: 1 })
      const { why, notes } = conclude([running, next, line('Netz', '2027-01-01', '2027-12-31', { source: 1 })])
      expect(why).toEqual([true, 'not-begun', true])
      expect(notes).toMatchObject([{ code: 'W-NOT-BEGUN', source: 1, params: { n: 1, which: 'Bürosoftware 2027 (2027-01-01)' } }])
    })

    it('follows by the product that the register knows', () => {
      const product = { product: { id: 'office', name: 'Office', confidence: 0.9, evidence: [] } }
      expect(conclude([{ ...running, ...product }, line('Andere Lizenzen', '2027-01-15', '2027-12-31', product)]).why).toEqual([true, 'not-begun']) // prettier-ignore
    })

    it.each([
      ['has ended', line('Bürosoftware', '2025-01-01', '2025-12-31'), ['expired', true]],
      ['has no end', priced('10.00', {}, { name: 'Bürosoftware', term: { start: '2025-01-01' } }), [true, true]],
      ['runs on beside it', line('Bürosoftware', '2025-01-01', '2027-06-30'), [true, true]],
      ['has no weight', line('Bürosoftware', '2026-01-01', '2026-12-31', { counted: false }), ['uncounted', true]],
    ])('counts where what is like it %s', (_, before, why) => {
      expect(conclude([before, line('Bürosoftware', '2027-01-01', '2027-12-31')]).why).toEqual(why)
    })
  })

  it('keeps positions of items without an amount', () => {
    const silent: Priced = { name: 'Lizenzen', source: 0, said: {}, counted: true }
    expect([...concludeAmounts([silent, priced('5.00')], { asOf: '2026-11-23', project: EMPTY_PROJECT }).amounts.keys()]).toEqual([1])
  })

  it('needs a dated rate for foreign money', () => {
    const rates = [{ currency: 'CHF', eur: 1.05, date: '2026-11-23' }, { currency: 'USD', eur: 0.9, date: '2026-11-24' }] // prettier-ignore
    const result = conclude([priced('100.00', { currency: 'CHF', kind: 'annual' }), priced('100.00', { currency: 'USD' })], { rates })
    expect(result.amounts[0]).toMatchObject({ counts: true, value: '100.00', euro: '105.00', perYear: '105.00' })
    expect(result.why[1]).toBe('currency')
    expect(result.notes).toEqual([
      {
        code: 'W-CURRENCY',
        source: 0,
        params: { n: 1, currency: 'USD' },
        message: '1 amount in USD has no weight: the project file gives no rate.',
      },
    ])
  })

  it('names each currency without a rate', () => {
    const amounts = ['CHF', 'USD', 'USD', 'EUR'].map((currency) => priced('100.00', { currency, basis: 'net' }))
    const notes = conclude(amounts).notes.filter(({ code }) => code === 'W-CURRENCY')
    expect(notes.map(({ params }) => params)).toEqual([{ n: 3, currency: 'CHF (1), USD (2)' }])
  })

  it('says nothing of a rate where no currency is known, which the reader has said', () => {
    const result = conclude([priced('100.00', { currency: 'XXX' }), priced('5.00')])
    expect([result.why[0], result.notes]).toEqual(['currency', []])
  })

  it('makes gross net by the stated factor and says what is not stated', () => {
    const items = [priced('119.00', { basis: 'gross', kind: 'annual' }), priced('7.00', { basis: 'unknown', kind: 'annual' })]
    expect(conclude(items, { vat: { factor: 1.19, date: '2026-01-01' } }).amounts.map(({ perYear }) => perYear)).toEqual(['100.00', '7.00'])
    expect(conclude(items).notes.map(({ code, params }) => [code, params?.n])).toEqual([['W-VAT', 1], ['W-GROSS', 1]]) // prettier-ignore
  })

  it('sets credits off within a contract, in proportion', () => {
    const items = [
      priced('600.00', { kind: 'annual' }, contract('V-1')),
      priced('300.00', { kind: 'annual' }, contract('v-1 ')),
      priced('-300.00', {}, contract('V-1')),
      priced('50.00', {}, contract('V-2')),
    ]
    const result = conclude(items)
    expect(result.why).toEqual([true, true, 'credit', true])
    expect(result.amounts.map(({ euro, perYear, setOff }) => [euro, perYear, setOff?.of, setOff?.left])).toEqual([
      ['400.00', '400.00', '900.0000', '600.0000'],
      ['200.00', '200.00', '900.0000', '600.0000'],
      [undefined, undefined, '900.0000', '600.0000'],
      ['50.00', undefined, undefined, undefined],
    ])
    expect(result.notes).toEqual([])
  })

  it('sets other credits off within the product of the same maker', () => {
    const of = (id: string, name: string): Partial<Priced> => ({
      name,
      maker: { id, name: id, kind: 'company', publicHand: false, confidence: 0.9, by: [], evidence: [] },
    })
    const items = [
      priced('100.00', {}, of('alpha', 'Office')),
      priced('-40.00', {}, of('alpha', 'OFFICE')),
      priced('100.00', {}, of('kappa', 'Office')),
      priced('-10.00', {}, of('kappa', 'Other')),
    ]
    const result = conclude(items)
    expect(result.amounts[0]?.setOff).toEqual({ of: '100.0000', left: '60.0000' })
    expect(result.why).toEqual([true, 'credit', true, 'credit'])
    expect(result.notes.map(({ code, params }) => [code, params?.n])).toEqual([['W-CREDIT', 1]]) // prettier-ignore
  })

  it('knows the product of a credit by the register, else by what follows the word', () => {
    const sap: Partial<Priced> = {
      maker: { id: 'sap', name: 'SAP', kind: 'company', publicHand: false, confidence: 0.9, by: [], evidence: [] },
      product: { id: 'sap-erp', name: 'SAP ERP', confidence: 0.9, evidence: [] },
    }
    const items = [
      priced('87450.00', {}, { ...sap, name: 'SAP ERP Wartung' }),
      priced('-4450.00', {}, { ...sap, name: 'Rückzahlung zu SAP ERP 2025' }),
      priced('90.00', {}, { name: 'Wartung Aktenablage', said: { supplier: 'Beispiel' } }),
      priced('-40.00', {}, { name: 'Gutschrift für Wartung Aktenablage', said: { supplier: 'Beispiel' } }),
    ]
    expect(conclude(items).amounts.map(({ euro }) => euro)).toEqual(['83000.00', undefined, '50.00', undefined])
    expect(conclude(items).notes).toEqual([])
  })

  it('sets a credit off against the one line of its supplier that it mirrors, and says what sum reduced nothing', () => {
    const of = (supplier: string, name: string) => ({ name, said: { supplier } })
    const invoice = priced('142.80', {}, of('Beispiel GmbH', 'Lizenzen'))
    const storno = priced('-142.80', {}, of('Beispiel GmbH', 'Storno Rechnung R1'))
    const others = [priced('140.00', {}, of('Beispiel GmbH', 'Lizenzen')), priced('-1.20', {}, of('Muster AG', 'Skonto 2 %'))]
    const result = conclude([invoice, storno, ...others])
    expect(result.why).toEqual(['credit', 'credit', true, 'credit'])
    expect(result.notes.find(({ code }) => code === 'W-CREDIT')?.params).toEqual({ n: 1, sum: '-1.20 EUR' })
    // of two for the same it does not matter which; of others nobody knows, nor whose it is without a supplier
    expect(conclude([invoice, invoice, storno]).amounts.map(({ euro }) => euro)).toEqual(['71.40', '71.40', undefined])
    expect(conclude([invoice, invoice, storno]).notes).toEqual([])
    expect(conclude([invoice, { ...invoice, name: 'Pflege' }, storno]).why).toEqual([true, true, 'credit'])
    expect(conclude([invoice, invoice, storno, storno]).why).toEqual([true, true, 'credit', 'credit'])
    expect(conclude([priced('142.80'), priced('-142.80', {}, { name: 'Storno R1' })]).why).toEqual([true, 'credit'])
    expect(conclude([priced('142.80', {}, of('Muster AG', 'Lizenzen')), storno]).why).toEqual([true, 'credit'])
  })

  it('gives no weight to a remainder of nothing', () => {
    const result = conclude([priced('100.00', {}, contract('1')), priced('-100.00', {}, contract('1')), priced('5.00')])
    expect(result.why).toEqual(['credit', 'credit', true])
    expect(result.notes).toMatchObject([{ code: 'W-CANCELLED', params: { n: 1 } }])
  })
})

describe('exact money', () => {
  it.each([
    ['1234.56', 12345600n],
    ['-0.01', -100n],
    ['5', 50000n],
    ['0.00005', 1n],
    ['1e3', undefined],
    ['1.234,56', undefined],
    ['', undefined],
  ])('reads %s', (text, units) => expect(unitsOf(text)).toBe(units))

  it.each([
    [200n, 3n, '66.67'],
    [-1n, 8n, '-0.13'],
    [-1n, 1000n, '0.00'],
    [1n, 1n, '1.00'],
  ])('writes %d / %d', (n, d, text) => expect(decimalText({ n, d }, 2)).toBe(text))

  it.each([
    ['2026-01-01', '2026-12-31', '1.000000'],
    ['2026-01-01', '2028-12-31', '0.333333'],
    ['2024-02-29', '2026-02-28', '0.499658'],
    ['2026-01-31', '2027-07-30', '0.666667'],
    ['2026-01-01', '2026-01-01', '1.000000'],
    ['2026-01-02', '2026-01-01', undefined],
    ['2026', '2027-01-01', undefined],
  ])('reads the term %s to %s', (start, end, factor) => {
    const found = yearFactor({ kind: 'contract' }, { start, end })
    expect(found === undefined ? undefined : decimalText(found, 6)).toBe(factor)
  })

  it('knows no rate for a currency without one', () => {
    expect(
      netEuroFactor({ currency: 'XXX', basis: 'gross' }, { rates: [], vat: { factor: 1.19, date: '2026-01-01' } }, '2026-11-23'),
    ).toBeUndefined()
    expect(
      netEuroFactor({ currency: 'EUR', basis: 'gross' }, { rates: [], vat: { factor: 1.19, date: '2026-01-01' } }, '2026-11-23'),
    ).toEqual({ n: 100n, d: 119n })
  })
})

describe('lock-in reasons', () => {
  it.each([
    'technical',
    'urgency; exclusive',
    'http://publications.europa.eu/resource/authority/direct-award-justification/existing',
    'Aus technischen Gründen kommt nur ein Unternehmen in Betracht',
    'Alleinstellungsmerkmal',
    'Ergänzungslieferung des ursprünglichen Auftragnehmers',
    'AUSSCHLIESSLICHE RECHTE',
    'Schutz von ausschließlichen Rechten',
  ])('sees one in %s', (said) => expect(isLockInReason(said)).toBe(true))

  it.each([
    undefined,
    '',
    'urgency',
    'unsuitable',
    'in-house',
    'additional information is available',
    'Öffentlich-öffentliche Zusammenarbeit, Alleinstellung',
    'EfA-Nachnutzung, zusätzliche Leistung',
    'Dringlichkeit',
  ])('sees none in %s', (said) => expect(isLockInReason(said)).toBe(false))
})
