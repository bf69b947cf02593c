import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const amountsOf = (list: string) =>
  readList(list).items.map(({ amount }) => amount && `${Number(amount.value)} ${amount.kind} ${amount.basis}`)
const notesOf = (list: string, code: string) =>
  readList(list)
    .notes.filter((note) => note.code === code)
    .map(({ params }) => params)

describe('a heading says how often its amounts are due', () => {
  it.each([
    ['Jährl. Kosten', 1],
    ['Monatl. Kosten (EUR)', 12],
    ['mtl. Rate', 12],
    ['Kosten im Monat', 12],
    ['Monatsbetrag', 12],
    ['Monatliche Zahlung', 12],
    ['Quartalsbetrag in EUR', 4],
    ['Kosten quartalsweise', 4],
    ['Vierteljährliche Kosten', 4],
    ['Halbjahresbeitrag EUR', 2],
    ['Kosten halbjährlich', 2],
    ['Jahresmiete EUR', 1],
    ['Kosten / Jahr', 1],
  ])('%s', (heading, times) =>
    expect(amountsOf(`Produkt;Lieferant;${heading}\nSuite;Acme;1.200,50\n`)).toEqual([`${1200.5 * times} annual unknown`]),
  )

  it.each(['Kosten im Jahr 2026', 'Wartungskosten EUR', 'Monatsende Betrag EUR'])('%s does not', (heading) =>
    expect(amountsOf(`Produkt;Lieferant;${heading}\nSuite;Acme;1.200,50\n`)).toEqual(['1200.5 unknown unknown']),
  )
})

describe('a column says of each row how often its amount is due', () => {
  const PERIODS = { monatlich: 12, 'monatlich im Voraus': 12, Monat: 12, quartalsweise: 4, 'alle 3 Monate': 4, halbjährlich: 2, '2x jährlich': 2, 'jährlich zum 01.03.': 1, 'p. a.': 1 } // prettier-ignore
  const rows = Object.keys(PERIODS).map((period, index) => `Suite ${index};Acme;10,50;${period}`)

  it.each(['Turnus', 'Zahlungsweise', 'Zahlungsintervall', 'Abrechnungszeitraum', 'Billing cycle'])('%s', (heading) => {
    const list = `Produkt;Lieferant;Kosten;${heading}\n${rows.join('\n')}\nKauf;Acme;10,50;einmalig\n`
    expect(amountsOf(list)).toEqual([...Object.values(PERIODS).map((times) => `${10.5 * times} annual unknown`), '10.5 contract unknown'])
    expect(notesOf(list, 'W-INTERVAL')).toEqual([{ column: 'Kosten', interval: heading, n: 10 }])
  })

  it('what it cannot be read as is named, and the amount stays as it is', () => {
    const list = 'Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;monatlich\nB;L;10,50;alle zwei Jahre\nC;L;10,50;jährlich\nD;L;10,50;\n'
    expect(amountsOf(list)).toEqual(['126 annual unknown', '10.5 unknown unknown', '10.5 annual unknown', '10.5 unknown unknown'])
    expect(notesOf(list, 'W-CELL')).toEqual([{ column: 'Turnus', value: 'alle zwei Jahre' }])
  })

  it('totals and the costs of a year are what they are, however they are paid', () => {
    for (const heading of ['Gesamtkosten', 'Kosten 2026', 'Rechnungsbetrag'])
      expect(amountsOf(`Produkt;Lieferant;${heading};Zahlungsweise\nA;L;10,50;monatlich\n`)[0], heading).toMatch(/^10\.5 /)
    expect(amountsOf('Produkt;Lieferant;Jährl. Kosten;Zahlungsweise\nA;L;10,50;monatlich\n')).toEqual(['10.5 annual unknown'])
    expect(amountsOf('Produkt;Lieferant;Einzelpreis;Menge;Turnus\nA;L;10,50;10;monatlich\n')).toEqual(['1260 annual unknown'])
  })

  it('a column of days is none', () => {
    const list = 'Produkt;Lieferant;Kosten;Abrechnungszeitraum\nA;L;10,50;01.01.2026 - 31.03.2026\nB;L;10,50;01.04.2026 - 30.06.2026\n'
    expect(amountsOf(list)).toEqual(['10.5 unknown unknown', '10.5 unknown unknown'])
    expect(notesOf(list, 'W-COLUMN')).toEqual([{ column: 'Abrechnungszeitraum' }])
  })
})

describe('a cell says what its amount is', () => {
  it.each([
    ['85.000 EUR netto', '85000 unknown net'],
    ['netto 85.000 €', '85000 unknown net'],
    ['85.000,00 € (brutto)', '85000 unknown gross'],
    ['85.000,00 €, zzgl. 19 % MwSt.', '85000 unknown net'],
    ['12.500,00 € p.a.', '12500 annual unknown'],
    ['1.200,00 € / Monat', '14400 annual unknown'],
    ['3.500 € mtl.', '42000 annual unknown'],
    ['jährlich 24.000,00 €', '24000 annual unknown'],
    ['24.000,00 €/Jahr netto', '24000 annual net'],
    ['1.000 € je Quartal', '4000 annual unknown'],
    ['einmalig 9.800,00 €', '9800 contract unknown'],
    ['einmalig: T€ 9,8', '9800 contract unknown'],
  ])('%s', (cell, amount) =>
    expect(amountsOf(`Produkt;Lieferant;Kosten\nSuite;Acme;${cell}\nDesk;Acme;10,50\n`)).toEqual([amount, '10.5 unknown unknown']),
  )

  it.each(['ca. 5.000 € mtl.', '85.000 EUR netto ab 2027', '3.500 € mtl., 42.000 € p. a.', '12 Monate', '85¹ netto'])('%s is not guessed', (cell) => {
    const list = `Produkt;Lieferant;Kosten\nSuite;Acme;${cell}\nDesk;Acme;10,50\n`
    expect(amountsOf(list)).toEqual([undefined, '10.5 unknown unknown'])
    expect(notesOf(list, 'W-CELL')).toHaveLength(1)
  }) // prettier-ignore

  it('before what heading and mapping say', () => {
    const list = 'Produkt;Lieferant;Kosten p. a. (brutto)\nSuite;Acme;100 € mtl. netto\nDesk;Acme;10,50\n'
    expect(amountsOf(list)).toEqual(['1200 annual net', '10.5 annual gross'])
  })
})
