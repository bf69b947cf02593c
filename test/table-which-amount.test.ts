import { describe, expect, it } from 'vitest'
import type { AmountColumn } from '../src/read/table/values/amount-column.ts'
import { byPreference } from '../src/read/table/values/preference.ts'
import { readList } from './support/list.ts'

const AS_OF = '2026-11-30'
const read = (heading: string, row: string, columns?: Readonly<Record<string, string>>) =>
  readList(`Produkt;Lieferant;${heading}\nP;L;${row}\n`, columns && { columns }, undefined, AS_OF)
const amount = (...given: Parameters<typeof read>) => {
  const { amount } = read(...given).items[0]!
  return amount && `${Number(amount.value)} ${amount.kind}`
}
const unused = (...given: Parameters<typeof read>) =>
  read(...given).notes.flatMap(({ code, params }) => (code === 'W-AMOUNT-UNUSED' ? [params] : []))

describe('plans and results of several years', () => {
  it.each([
    ['Ergebnis 2024 EUR;Ansatz 2025 EUR;Ansatz 2026 EUR', '1,50;2,50;3,50', '3.5 budget'],
    ['Ergebnis 2024;Ansatz 2025;Ansatz 2026;Planung 2027;VE 2026', '1,50;2,50;3,50;4,50;5,50', '3.5 budget'],
    ['RE 2024 EUR;Ansatz 2025 EUR', '1,50;2,50', '2.5 budget'],
    ['Ist 2025 (EUR);Plan 2026 (EUR)', '1,50;2,50', '2.5 budget'],
    ['Ist 2026 (EUR);Plan 2026 (EUR)', '1,50;2,50', '1.5 payment'],
    ['Ausgaben 2026;Ansatz 2025', '1,50;2,50', '1.5 payment'],
    ['Kosten 2024 EUR;Ansatz 2026', '1,50;2,50', '2.5 budget'],
    ['Ansatz 2026;Finanzplanung 2027 EUR;Verpflichtungsermächtigung EUR', '3,50;1,50;2,50', '3.5 budget'],
  ])('%s', (heading, row, expected) => expect(amount(heading, row)).toBe(expected))

  it('a year that has hardly begun gives way across them too', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `P${i};L;${i + 1},50;${i === 0 ? '9,50' : ''}`)
    const list = `Produkt;Lieferant;Ist 2025;Ansatz 2026\n${rows.join('\n')}\n`
    expect(readList(list, undefined, undefined, '2026-01-02').items[1]!.amount!.value).toBe('2.50')
  })

  it('in other lists these words say nothing', () => {
    expect(amount('Ergebnis 2024;Betrag 2025', '1,50;2,50')).toBe('2.5 annual')
  })
})

describe('of the columns of amounts', () => {
  it.each([
    ['a guess gives way to a known word', 'Sonderposten EUR;Ansatz', '1,50;2,50', '2.5 budget'],
    ['it does not to a ceiling', 'Sonderposten EUR;Obergrenze', '1,50;2,50', '1.5 unknown'],
    ['a currency alone is no guess', 'EUR;Ansatz', '1,50;2,50', '1.5 unknown'],
    ['net comes before what was paid', 'Netto;MwSt.;Brutto;Zahlbetrag', '1,50;0,50;2,00;1,95', '1.5 unknown'],
    ['net before an invoice without a word', 'Rechnungsbetrag;Nettobetrag EUR', '2,00;1,50', '1.5 unknown'],
    ['what was called off before what was agreed net', 'Abgerufen;Betrag netto', '1,50;2,50', '1.5 payment'],
    ['running before once', 'Einmalige Kosten (EUR netto);Laufende Kosten (EUR netto/Jahr)', '9,50;1,50', '1.5 annual'],
    ['what follows before the first year', 'Kosten 1. Jahr EUR;Kosten Folgejahre p. a. EUR', '9,50;1,50', '1.5 annual'],
    ['running that nobody says the time of', 'Einrichtungskosten;Laufende Kosten', '9,50;1,50', '1.5 unknown'],
    ['once where nothing runs', 'Einmalige Kosten;Laufende Kosten p. a.', '9,50;', '9.5 unknown'],
    [
      'the year of the day before the sum of several',
      'Kosten 2025;Kosten 2026;Kosten 2027;Gesamtkosten 2025-2027',
      '1,50;2,50;3,50;7,50',
      '2.5 annual',
    ],
    ['also before „Gesamt“', 'Betrag 2025 EUR;Betrag 2026 EUR;Gesamt EUR', '1,50;2,50;4,00', '2.5 annual'],
    ['but not where it is another year', 'Betrag 2024 EUR;Betrag 2025 EUR;Gesamt EUR', '1,50;2,50;4,00', '4 unknown'],
  ])('%s: %s', (_, heading, row, expected) => expect(amount(heading, row)).toBe(expected))

  it('the sum of several years does not stand in for the one that holds', () => {
    const list = 'Produkt;Lieferant;Betrag 2025 EUR;Betrag 2026 EUR;Gesamt EUR\nP;L;1,50;;1,50\nQ;L;1,50;2,50;4,00\n'
    const { items, notes } = readList(list, undefined, undefined, AS_OF)
    expect(items.map(({ amount }) => amount?.value)).toEqual([undefined, '2.50'])
    expect(notes.filter(({ code }) => code === 'W-AMOUNT-MISSED').map(({ params }) => params?.['column'])).toEqual(['Betrag 2025 EUR', 'Gesamt EUR']) // prettier-ignore
  })
})

describe('what the mapping file says of a column', () => {
  const HEADING = 'Auftragswert;Kosten p. a.;Ansatz 2026'
  const ROW = '9,50;1,50;2,50'

  it.each([
    [{ 'Kosten p. a.': 'annualValue' }, '1.5 annual'],
    [{ 'Ansatz 2026': 'budget' }, '2.5 budget'],
    [{ 'Kosten p. a.': 'annualValue', 'Ansatz 2026': 'budget' }, '1.5 annual'],
    // a file that names them all, as it is written for a list, leaves the choice as it is
    [{ Auftragswert: 'contractValue', 'Kosten p. a.': 'annualValue', 'Ansatz 2026': 'budget' }, '9.5 contract'],
    // a ceiling, an estimate and a price of one piece are no cost of a line, and the file says no more
    [{ 'Kosten p. a.': 'frameworkMax' }, '9.5 contract'],
  ])('%o', (columns, expected) => expect(amount(HEADING, ROW, columns)).toBe(expected))

  it('the note says which column holds, and how to choose another', () => {
    expect(unused('Auftragswert;Kosten p. a.', '9,50;1,50')).toEqual([
      { column: 'Kosten p. a.', n: 1, instead: 'Auftragswert', line: '"Kosten p. a.": annualValue' },
    ])
    expect(unused('Auftragswert;Kosten p. a.', '9,50;1,50', { 'Kosten p. a.': 'annualValue' })).toEqual([
      { column: 'Auftragswert', n: 1, instead: 'Kosten p. a.', line: '"Auftragswert": contractValue, "Kosten p. a.": ignore' },
    ])
    expect(unused('Auftragswert;Obergrenze', '9,50;1,50')).toMatchObject([{ line: '"Auftragswert": ignore' }])
  })
})

describe('many columns of amounts', () => {
  it('are each read a few times, however many stand beside them', () => {
    let read = 0
    const columns = Array.from({ length: 600 }, (_, index): AmountColumn => {
      const heading = ['Kosten', 'Ergebnis EUR', 'Auftragswert (alt)', 'Einmalige Kosten'][index % 4]! + ` ${1900 + (index % 150)}`
      const column = { index, position: index, field: index % 4 === 2 ? 'contractValue' : 'amount', confidence: 0.5, unit: {} } as const
      return Object.defineProperty({ ...column, heading: '' } as AmountColumn, 'heading', { get: () => (read++, heading) })
    })
    expect(byPreference(columns, new Map(), 2026)).toHaveLength(600)
    expect(read).toBeLessThan(600 * 50)
  })
})
