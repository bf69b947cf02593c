import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const list = (cells: readonly string[], more: readonly [heading: string, cell: string] = ['', '']) =>
  readList(
    [`Produkt;Hersteller;Menge;Einzelpreis EUR netto;${more[0]}`, ...cells.map((cell, i) => `P${i};H;${cell};1,50;${more[1]}`), ''].join(
      '\n',
    ),
  )
const amounts = (...given: Parameters<typeof list>) =>
  list(...given).items.map(({ amount }) => amount && `${Number(amount.value)} ${amount.kind}`)
const unread = (...given: Parameters<typeof list>) =>
  list(...given).notes.flatMap(({ code, params }) => (code === 'W-CELL' ? [params?.['value']] : []))

describe('the price of one piece and a quantity', () => {
  it.each([
    ['10 Stk.', 10],
    ['10Stück', 10],
    ['20 User', 20],
    ['20 Named User', 20],
    ['30 Liz.', 30],
    ['30 Lizenzen', 30],
    ['40 VE', 40],
    ['50 CALs', 50],
    ['1.200 Arbeitsplätze', 1200],
    ["'25", 25],
  ])('%s', (cell, count) => expect([amounts([cell, '1']), unread([cell, '1'])]).toEqual([[`${count * 1.5} contract`, '1.5 contract'], []]))

  it.each(['ca. 20', '50+5', 'unbegrenzt', '60 pauschal', '10-20', '2 x 10', '12 Monate', '10 %', 'nach Bedarf'])(
    '%s is named, and the price is not what the line costs',
    (cell) => expect([amounts([cell, '2']), unread([cell, '2'])]).toEqual([[undefined, '3 contract'], [cell]]),
  )

  it('where nothing is said the price is a price, and any amount that is known comes before it', () => {
    expect([amounts(['', '2']), unread(['', '2'])]).toEqual([['1.5 unit-price', '3 contract'], []])
    expect(amounts(['', 'ca. 20', '2'], ['Sonderposten EUR', '9,50'])).toEqual(['9.5 unknown', '9.5 unknown', '3 contract'])
    expect(amounts(['', '2'], ['Obergrenze EUR', '9,50'])).toEqual(['1.5 unit-price', '3 contract'])
  })

  it('how thousands are written is told by numbers with a word as well', () => {
    expect(amounts(['1.200 User', '1.000,0 User'])).toEqual(['1800 contract', '1500 contract'])
  })
})

describe('of two amounts one is the price of a piece where the numbers say so', () => {
  const orders = (rows: readonly string[]) => readList(['Kurztext;Lieferant;Menge;Nettopreis;Nettowert', ...rows, ''].join('\n'))
  const values = (rows: readonly string[]) => orders(rows).items.map(({ amount }) => amount && `${amount.value} ${amount.kind}`)

  it('so many pieces of the one come to the other, line by line', () => {
    expect(values(['A;Acme;100;360,00;36.000,00', 'B;Beta;1;12.000,50;12.000,50', 'C;Acme;2;5.000,00;10.000,00'])).toEqual([
      '36000.00 unknown',
      '12000.50 unknown',
      '10000.00 unknown',
    ])
  })

  it('and where a line does not say the other it is worked out', () => {
    expect(values(['A;Acme;1.000;3,60;3.600,00', 'B;Beta;20;12,00;240,00', 'C;Acme;2.000;5,00;'])[2]).toBe('10000.00 contract')
  })

  it('a single line may be alike by chance, and others contradict', () => {
    expect(values(['A;Acme;100;360,00;36.000,00', 'B;Beta;1;12.000,50;12.000,50'])[0]).toBe('360.00 unknown')
    expect(values(['A;Acme;10;100,00;1.000,00', 'B;Beta;20;50,00;60,00', 'C;Beta;5;50,00;60,00'])[0]).toBe('100.00 unknown')
  })
})

describe('what was bought comes before where it runs', () => {
  it('Lizenzen beside Installationen', () => {
    const { items } = readList(
      'Hersteller;Anwendung;Installationen;Lizenzen;Preis pro Lizenz EUR\nAcme;A;45;50;120,00\nBeta;B;22;20;260,00\n',
    )
    expect(items.map(({ said, amount }) => [said.quantity, amount?.value])).toEqual([
      ['50', '6000.00'],
      ['20', '5200.00'],
    ])
  })

  it('numbers below "Licenses" are how many there are, and no licence', () => {
    const { items } = readList('Product,Profile,Licenses,Provisioned\nA,Default,25,24\nB,Default,50,50\n')
    expect(items.map(({ said }) => [said.quantity, said.licences])).toEqual([
      ['25', undefined],
      ['50', undefined],
    ])
  })
})

it('the number of a supplier before its name is none of its name', () => {
  const { items } = readList('Kurztext;Lieferant/Lieferwerk;Nettowert EUR\nA;100234     Acme AG;36.000,00\nB;3M GmbH;10,00\n')
  expect(items.map(({ said }) => said.supplier)).toEqual(['Acme AG', '3M GmbH'])
})
