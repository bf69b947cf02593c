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
