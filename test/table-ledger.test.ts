import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Kreditor;Name 1;Belegnummer;Art;Belegdatum;Betrag in Hauswährung;Währg;Text\n'
const ACME = '0000100234;Acme GmbH;1900000001;KR;15.01.2026;142.800,00-;EUR;Büro\n0000100234;Acme GmbH;1900000002;KG;20.01.2026;11.900,00;EUR;Gutschrift Büro\n' // prettier-ignore
const BETA = '0000100300;Beta SE;1900000003;KR;15.01.2026;95.200,00-;EUR;Wartung\n'
const PAID = '0000100300;Beta SE;1500000003;KZ;15.02.2026;95.200,00;EUR;Zahlung\n'
const GAMMA = '0000100400;Gamma GmbH;1900000004;KR;15.03.2026;17.850,00-;EUR;Wolke\n'
const LINES = ['142800.00', '-11900.00', '95200.00', '17850.00']

const read = (list: string, head = HEAD) => readList(head + list)
const amountsOf = (...given: Parameters<typeof read>) => read(...given).items.map(({ amount }) => amount?.value)
const notesOf = (code: string, ...given: Parameters<typeof read>) => read(...given).notes.filter((note) => note.code === code)

describe('sums of a ledger as SAP writes them', () => {
  const sums = '* 0000100234;;;;;130.900,00-;EUR;\n'
  const list = `${ACME + sums + BETA}* 0000100300;;;;;95.200,00-;EUR;\n${GAMMA}** Summe;;;;;243.950,00-;EUR;\n`

  it('asterisks in the cell of what is summed up mark them', () => {
    expect(amountsOf(list)).toEqual(LINES)
    expect(read(list)).toMatchObject({ rejected: 0, unusable: 3 })
  })

  it('also with the name of the creditor beside them, and where a sum is nothing', () => {
    expect(amountsOf(list.replace('* 0000100234;;', '* 0000100234;Acme GmbH;'))).toEqual(LINES)
    expect(amountsOf(list.replace('* 0000100300;;;;;95.200,00-', '* 0000100300;;;;;0,00'))).toEqual(LINES)
  })

  it.each(['** Summe', '* Summe Kreditoren', 'Summe Musterstadt', '** Kreditoren'])('%s decides of no column what it holds', (total) => {
    const { items } = read(`${ACME + BETA + GAMMA}${total};;;;;243.950,00-;EUR;\n`)
    expect(items.map(({ name, said }) => [name, said.supplier])).toEqual([
      ['Büro', 'Acme GmbH'],
      ['Gutschrift Büro', 'Acme GmbH'],
      ['Wartung', 'Beta SE'],
      ['Wolke', 'Gamma GmbH'],
    ])
  })

  it('a line with an asterisk before its name is one', () =>
    expect(amountsOf('Adobe;100,00\n* Novell;200,00\n* Acme;50,00\nNovell;7,00\n', 'Lieferant;Betrag EUR\n')).toHaveLength(4))
})

describe('payments of invoices in the same ledger', () => {
  it('are neither spending nor a credit, and named', () => {
    expect(amountsOf(ACME + BETA + PAID + GAMMA)).toEqual(LINES)
    expect(read(ACME + BETA + PAID + GAMMA)).toMatchObject({ rejected: 0, unusable: 1 })
    expect(notesOf('W-SETTLED', ACME + BETA + PAID + GAMMA)).toMatchObject([
      { params: { n: 1, column: 'Art', types: 'KZ', lines: '5' }, at: 'line 5' },
    ])
  })

  it.each([
    ['Belegart', 'Rechnung', 'Gutschrift', 'Zahlung'],
    ['Document type', 'Invoice', 'Credit note', 'Payment'],
  ])('%s', (heading, invoice, credit, payment) => {
    const list = (ACME + BETA + PAID + GAMMA).replaceAll('KR', invoice).replaceAll('KG', credit).replaceAll('KZ', payment)
    expect(amountsOf(list, HEAD.replace('Art', heading))).toEqual(LINES)
  })

  it('count where hardly any invoice is there, or the column says anything else', () => {
    const payments = [1, 2, 3].map((n) => PAID.replaceAll('95.200,00', `${n}.200,00`)).join('')
    expect(amountsOf(payments + GAMMA.replace('17.850,00-', '17.850,00'))).toHaveLength(4)
    expect(notesOf('W-SETTLED', (ACME + BETA + PAID + GAMMA).replace('KG', 'Sonstiges'))).toEqual([])
  })
})

describe('open items of creditors', () => {
  const OPEN = 'Konto;Name;Rechnungs-Nr.;Rechnungsdatum;Betrag Soll;Betrag Haben;Text\n'
  const items = '70001;Acme AG;1;15.10.2026;;11.900,00;Büro\n70002;Beta SE;2;01.11.2026;;23.800,00;Wartung\n70003;Gamma GmbH;3;01.11.2026;500,00;;Wolke zu viel\n' // prettier-ignore
  const more = '70004;Delta GmbH;4;01.11.2026;;100,00;Netz\n'

  it('stand on the right, and what came back on the left', () => {
    expect(amountsOf(items + more, OPEN)).toEqual(['11900.00', '23800.00', '-500.00', '100.00'])
    expect(read(items + more, OPEN).items.map(({ said }) => said.supplier)).toEqual(['Acme AG', 'Beta SE', 'Gamma GmbH', 'Delta GmbH'])
  })

  it('but on the accounts of costs what was spent stands on the left, however little', () => {
    expect(amountsOf(items + more, OPEN.replace('Rechnungs-Nr.', 'Kostenart'))).toEqual(['-11900.00', '-23800.00', '500.00', '-100.00'])
  })

  it('a column of signs says it of both sides', () => {
    const signed = (items + more).replaceAll('Büro', 'H').replaceAll('Wartung', 'H').replaceAll('Netz', 'H').replace('Wolke zu viel', 'S')
    expect(amountsOf(signed, OPEN.replace('Text', 'S/H'))).toEqual(['11900.00', '23800.00', '-500.00', '100.00'])
  })
})
