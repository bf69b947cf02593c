import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const amountsOf = (content: string, columns?: Readonly<Record<string, string>>) =>
  readList(content, columns && { columns }).items.map(({ amount }) => amount && `${amount.value} ${amount.currency}`)
const notesOf = (content: string, code: string) =>
  readList(content)
    .notes.filter((note) => note.code === code)
    .map(({ params }) => params)

describe('two columns for the same amount', () => {
  const PARTY = `supplier,currency,non_gbp_value,value,description
Acme,GBP,,150.00,Software licence
Beta,USD,66.00,41.00,Hosting
Gamma,GBP,,99.50,Support
`

  it('"not in pounds" says that the amounts beside it are in pounds, and gives way to them', () => {
    expect(amountsOf(PARTY)).toEqual(['150.00 GBP', '41.00 GBP', '99.50 GBP'])
    expect(notesOf(PARTY, 'W-AMOUNT-UNUSED')).toEqual([{ column: 'non_gbp_value', n: 1 }])
  })

  it('where only it is filled, it is in the currency of the line', () => {
    expect(amountsOf(PARTY.replace('41.00', ''))[1]).toBe('66.00 USD')
  })

  it('the fuller one holds, and the other where the first is empty', () => {
    const list =
      'Produkt;Lieferant;Kosten A (EUR);Kosten B (EUR)\nP;L;;10,50\nQ;L;;20,50\nR;L;7,50;30,50\nS;L;8,50;\nT;L;;40,50\nU;L;;50,50\n'
    expect(amountsOf(list)).toEqual(['10.50 EUR', '20.50 EUR', '30.50 EUR', '8.50 EUR', '40.50 EUR', '50.50 EUR'])
    expect(notesOf(list, 'W-AMOUNT-UNUSED')).toEqual([{ column: 'Kosten A (EUR)', n: 1 }])
  })

  it('the surer heading holds, and before it what the mapping file says', () => {
    const list = 'Produkt;Lieferant;Wartungskosten;Kosten\nP;L;1,50;2,50\n'
    expect(amountsOf(list)).toEqual(['2.50 EUR'])
    expect(amountsOf(list, { Wartungskosten: 'amount' })).toEqual(['1.50 EUR'])
  })

  it('of several years one holds, the fuller one; what only another year says is named', () => {
    const list = 'Produkt;Lieferant;Ansatz 2016;Ansatz 2017;Ansatz 2018\nP;L;;10,50;11,50\nQ;L;;20,50;21,50\nR;L;7,50;;8,50\nS;L;;1,50;\n'
    expect(amountsOf(list)).toEqual(['10.50 EUR', '20.50 EUR', undefined, '1.50 EUR'])
    expect(notesOf(list, 'W-AMOUNT-MISSED')).toEqual([
      { column: 'Ansatz 2018', n: 1 },
      { column: 'Ansatz 2016', n: 1 },
    ])
    expect(amountsOf(list, { 'Ansatz 2018': 'budget' })).toEqual(['11.50 EUR', '21.50 EUR', '8.50 EUR', undefined])
  })
})
