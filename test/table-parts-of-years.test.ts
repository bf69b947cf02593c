import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const MONTHS = ['Jan', 'Feb', 'Mrz', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']
const read = (heading: string, row: string, above = '', columns?: Readonly<Record<string, string>>) =>
  readList(`${above}Produkt;Lieferant;${heading}\nP;L;${row}\n`, columns && { columns }, undefined, '2026-11-30')
const amount = (...given: Parameters<typeof read>) => {
  const { amount } = read(...given).items[0]!
  return amount && `${Number(amount.value)} ${amount.kind}`
}
const said = (code: string, ...given: Parameters<typeof read>) =>
  read(...given).notes.flatMap((note) => (note.code === code ? [note.params] : []))

describe('columns of the parts of one year', () => {
  it.each([
    ['Q1/2026 EUR;Q2/2026 EUR', '1,50;2,25', '3.75 annual'],
    ['Kosten 1. Halbjahr (EUR);Kosten 2. Halbjahr (EUR)', '1,50;2,25', '3.75 annual'],
    ['Kosten H1;Kosten H2', '1,50;2,25', '3.75 annual'],
    ['1. Quartal €;2. Quartal €;III. Quartal €;Quartal 4 €', '1,50;2,25;-0,50;', '3.25 annual'],
    [MONTHS.map((month) => `${month} EUR`).join(';'), '0,10;0,20;;;;;;;;;;', '0.3 annual'],
    ['Kosten Jan 26;Kosten Feb 26', '1,50;2,25', '3.75 annual'],
    ['Cost January 2026 GBP;Cost February 2026 GBP', '1.50;2.25', '3.75 annual'],
    ['Ansatz Q1;Ansatz Q2', '1,50;2,25', '3.75 budget'],
    ['Ist Q1;Ist Q2;Plan Q1;Plan Q2', '1,50;2,25;5,00;6,00', '3.75 payment'],
    ['Kosten Q1 2025;Kosten Q2 2025;Kosten Q1 2026;Kosten Q2 2026', '9,50;9,50;1,50;2,25', '3.75 annual'],
    ['Kosten Q1;Kosten Q2;Turnus', '1,50;2,25;monatlich', '3.75 annual'],
    ['Kosten Q1;Kosten Q2;Laufzeit in Jahren', '1,50;2,25;3', '3.75 annual'],
    // the same part twice, one part alone, and what runs over several are no parts that could be added
    ['Kosten Q1 EUR;Kosten Q1 EUR', '1,50;2,25', '1.5 unknown'],
    ['Kosten Jan–Mrz EUR;Kosten Apr–Jun EUR', '1,50;2,25', '1.5 unknown'],
    ['Kosten Q1 EUR;Kosten', '1,50;2,25', '2.25 unknown'],
  ])('%s', (heading, row, expected) => expect(amount(heading, row)).toBe(expected))

  it('each cell has its place, and a note says what was added', () => {
    const reading = read('Kosten Q1;Kosten Q2;Kosten Q3', '1,50;;2,25')
    expect(reading.items[0]!.amount!.stated).toEqual([
      { at: 'line 2, Kosten Q1', says: '1,50' },
      { at: 'line 2, Kosten Q3', says: '2,25' },
    ])
    expect(said('W-PERIODS-SUMMED', 'Kosten Q1;Kosten Q2;Kosten Q3', '1,50;;2,25')).toEqual([
      { n: 1, columns: 'Kosten Q1, Kosten Q2, Kosten Q3', k: 3, of: 4 },
    ])
  })

  it('one that cannot be read is named, and the sum is unknown', () => {
    for (const cell of ['ca. 2', '2 USD', '2,00 mtl.']) expect(amount('Kosten Q1 EUR;Kosten Q2 EUR', `1,50 €;${cell}`)).toBeUndefined()
    expect(said('W-CELL', 'Kosten Q1;Kosten Q2', '1,50;ca. 2')).toEqual([{ column: 'Kosten Q2', value: 'ca. 2' }])
  })

  it.each(['Summe', 'Gesamtkosten', 'Gesamt EUR', 'Ausgaben 2026'])(
    'beside %s, which is their sum, it holds and nothing is added twice',
    (total) => {
      const list: Parameters<typeof read> = [`Kosten Q1;Kosten Q2;${total}`, '1,50;2,25;3,75']
      expect(read(...list).items[0]!.amount!.stated).toEqual([{ at: `line 2, ${total}`, says: '3,75' }])
      for (const code of ['W-PERIODS-SUMMED', 'W-AMOUNT-UNUSED']) expect(said(code, ...list)).toEqual([])
    },
  )

  it('beside a sum that is not theirs the first in the order holds, and the other is named', () => {
    expect(amount('Kosten Q1;Kosten Q2;Gesamtkosten', '1,50;2,25;9,50')).toBe('9.5 contract')
    expect(said('W-AMOUNT-UNUSED', 'Kosten Q1;Kosten Q2;Gesamtkosten', '1,50;2,25;9,50')).toMatchObject([{ column: 'Kosten Q1', n: 1 }])
  })

  it('headings that say nothing else are amounts by what stands above them or by the mapping file', () => {
    const [heading, row] = ['Jan;Feb', '1,50;2,25']
    expect(amount(heading, row)).toBeUndefined()
    expect(amount(heading, row, 'Kosten in EUR\n')).toBe('3.75 annual')
    expect(amount(heading, row, 'Anzahl der Lizenzen (Kosten in EUR siehe unten)\n')).toBeUndefined()
    expect(amount(heading, row, '', { Jan: 'amount', Feb: 'amount' })).toBe('3.75 annual')
    expect(read(heading, row, '', { Jan: 'amount', Feb: 'amount' }).items[0]!.amount!.currency).toBe('EUR')
    expect(amount('Jan EUR;Feb EUR', row, '', { 'Jan EUR': 'amount', 'Feb EUR': 'ignore' })).toBe('1.5 unknown')
  })
})
