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
    ['Kosten €/a', 1],
    ['€/a', 1],
    ['EUR/Jahr', 1],
    ['EUR / a', 1],
  ])('%s', (heading, times) =>
    expect(amountsOf(`Produkt;Lieferant;${heading}\nSuite;Acme;1.200,50\n`)).toEqual([`${1200.5 * times} annual unknown`]),
  )

  it.each(['Wartungskosten EUR', 'Monatsende Betrag EUR'])('%s does not', (heading) =>
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

  const SPELLINGS = {
    12: ['mtl.', 'monatl. im Voraus', 'jeden Monat', 'Monatsrate', '1/12-jährlich', 'monthly'],
    6: ['zweimonatlich', 'alle 2 Monate', 'every two months'],
    4: [
      '1/4-jährl.',
      '¼ jährlich',
      '¼jährl.',
      'viertelj.',
      'je Quartal',
      'jedes Quartal',
      'alle drei Monate',
      '4x p. a.',
      'viermal im Jahr',
    ],
    2: ['halbj.', '1/2-jährlich', '½jährlich', 'zweimal jährlich', '2 mal pro Jahr', 'alle 6 Monate', 'every 6 months'],
    1: ['p.a.', 'jährl.', 'pro Jahr', 'einmal jährlich', '1x im Jahr', 'alle 12 Monate', 'jährlich im Voraus', 'Jahresrechnung'],
    0.5: ['alle 2 Jahre', 'alle zwei Jahre', 'zweijährlich', '2-jährlich', 'alle 24 Monate', 'every 2 years', 'biennial'],
    0.2: ['alle fünf Jahre', '5-jährl.', 'every five years'],
    13: ['alle 4 Wochen'],
  }
  it.each(Object.entries(SPELLINGS).flatMap(([times, texts]) => texts.map((text) => [text, Number(times)] as const)))('%s', (text, times) =>
    expect(amountsOf(`Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;${text}\n`)).toEqual([`${10.5 * times} annual unknown`]),
  )

  it.each(['einmalig', 'Einmalzahlung', 'einmalige Zahlung', 'one-time'])('%s', (text) =>
    expect(amountsOf(`Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;${text}\n`)).toEqual(['10.5 contract unknown']),
  )

  it('what is due every three years is a third a year, to the cent', () =>
    expect(amountsOf('Produkt;Lieferant;Kosten;Turnus\nA;L;100,00;alle 3 Jahre\nB;L;-200,00;alle drei Jahre\n')).toEqual(['33.33 annual unknown', '-66.67 annual unknown'])) // prettier-ignore

  it('what it cannot be read as is named, and no amount that is due so often is counted', () => {
    const list =
      'Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;monatlich\nB;L;10,50;jedes ungerade Jahr\nC;L;10,50;jährlich\nD;L;10,50;\nE;L;20,50 p.a.;jedes ungerade Jahr\n'
    expect(amountsOf(list)).toEqual(['126 annual unknown', undefined, '10.5 annual unknown', '10.5 unknown unknown', '20.5 annual unknown'])
    expect(notesOf(list, 'W-CELL')).toEqual(Array.from({ length: 2 }, () => ({ column: 'Turnus', value: 'jedes ungerade Jahr' })))
    expect(notesOf(list, 'W-INTERVAL-UNREAD')).toEqual([{ column: 'Kosten', interval: 'Turnus', n: 1, value: 'jedes ungerade Jahr' }])
    expect(notesOf(list, 'W-AMOUNT-MISSED')).toEqual([])
  })

  it.each([
    ['letters', ['m', 'q', 'h', 'j', 'e']],
    ['capitals', ['M', 'Q', 'H', 'J', 'E']],
    ['with points', ['m.', 'q.', 'h.', 'j.', 'e.']],
    ['beside words', ['M', 'Quartal', 'H', 'jährlich', 'einmalig']],
  ])('%s that are all of intervals are read', (_, said) => {
    const list = `Produkt;Lieferant;Kosten;Zahlw.\n${said.map((one, i) => `P${i};L;10,50;${one}\n`).join('')}`
    const once = '10.5 contract unknown'
    expect(amountsOf(list)).toEqual(['126 annual unknown', '42 annual unknown', '21 annual unknown', '10.5 annual unknown', once])
    expect(notesOf(list, 'W-INTERVAL')).toMatchObject([{ n: 5 }])
  })

  it('one letter alone is read as well, and none where another is not understood', () => {
    expect(amountsOf('Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;m\nB;L;10,50;m\n')).toEqual(['126 annual unknown', '126 annual unknown'])
    const list = 'Produkt;Lieferant;Kosten;Turnus\nA;L;10,50;m\nB;L;10,50;x\nC;L;10,50;jährlich\nD;L;10,50;j\n'
    expect(amountsOf(list)).toEqual([undefined, undefined, '10.5 annual unknown', undefined])
    expect(notesOf(list, 'W-INTERVAL-UNREAD')).toMatchObject([{ n: 3, value: 'm' }])
  })

  it('words that say nothing of a time leave the amount as it is', () => {
    const list =
      'Produkt;Lieferant;Kosten;Zahlungsweise\nA;L;10,50;monatlich\nB;L;10,50;siehe Vertrag\nC;L;10,50;Lastschrift\nD;L;10,50;jährlich\n'
    expect(amountsOf(list).slice(1, 3)).toEqual(['10.5 unknown unknown', '10.5 unknown unknown'])
  })

  it.each(['Wartungsintervall', 'Zahlungsfälligkeit', 'Fälligkeit', 'Vertragliche Zahlungsweise'])('%s is such a column', (heading) =>
    expect(amountsOf(`Software;Dienstleister;Wartungsgebühr;${heading}\nA;L;10,50;monatlich\n`)).toEqual(['126 annual unknown']),
  )

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
