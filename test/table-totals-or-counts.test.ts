import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readList } from './support/list.ts'

const notes = ({ notes }: Reading, code: string) => notes.flatMap((note) => (note.code === code ? [note.params] : []))
const said = (reading: Reading) => reading.items.map(({ amount, said }) => amount?.value ?? `${said.quantity} pieces`)
const list = (heading: string, rows: readonly string[], above = '') => readList(`${above}${heading}\n${rows.join('\n')}\n`)

describe('a column „Gesamt“ beside makers', () => {
  const WHOLE = ['Suite;Acme;6000;4000;10000', 'Viewer;Acme;1000;3000;4000']

  it.each([
    ['a currency in its heading', '', 'Gesamt €', ['Suite;Acme;6;4;10', 'Viewer;Acme;1;3;4'], ['10.00', '4.00']],
    ['a tax basis in its heading', '', 'Total netto', ['Suite;Acme;6;4;10', 'Viewer;Acme;1;3;4'], ['10.00', '4.00']],
    ['a currency in a cell', '', 'Gesamt', ['Suite;Acme;6;4;10 €', 'Viewer;Acme;1;3;4'], ['10.00', '4.00']],
    ['cents', '', 'Total', ['Suite;Acme;6,00;4,50;10,50', 'Viewer;Acme;1,00;3,00;4,00'], ['10.50', '4.00']],
    ['what stands above', 'IT-Umlage 2026 (€ netto)\n', 'Gesamt', WHOLE, ['10000.00', '4000.00']],
    ['costs above, without a currency', 'Kosten je Amt\n', 'Gesamt', WHOLE, ['10000.00', '4000.00']],
    ['that it sums up its row', '', 'Gesamt', WHOLE, ['10000.00', '4000.00']],
    ['a total below', '', 'Gesamt', ['Suite;Acme;;;10000', 'Viewer;Acme;;;4000', 'Summe;;;;14000'], ['10000.00', '4000.00']],
  ])('is money by %s', (_, above, heading, rows, amounts) => {
    const reading = list(`Produkt;Hersteller;Amt 10;Amt 20;${heading}`, rows, above)
    expect(said(reading)).toEqual(amounts)
    expect(notes(reading, 'W-TOTAL-COUNTED')).toEqual([])
  })

  it.each([
    ['small numbers', '', ['Suite;Acme;60;40;100', 'Viewer;Acme;10;30;40', 'Summe;;70;70;140']],
    ['large ones that sum up nothing', '', ['Suite;Acme;1;2;10000', 'Viewer;Acme;1;3;4000']],
    ['what is said above to be licences', 'Anzahl der Lizenzen je Amt\n', WHOLE],
  ])('stays a number of pieces for %s, and that is said', (_, above, rows) => {
    const reading = list('Produkt;Hersteller;Amt 10;Amt 20;Gesamt', rows, above)
    expect(said(reading)).toEqual(rows.slice(0, 2).map((row) => `${row.split(';').at(-1)} pieces`))
    expect(notes(reading, 'W-TOTAL-COUNTED')).toEqual([{ column: 'Gesamt', line: '"Gesamt": amount' }])
  })

  it('beside versions or free seats it is one without a word', () => {
    for (const heading of ['Version', 'Verfügbar']) {
      const reading = list(`Produkt;Hersteller;${heading};Amt 20;Gesamt`, WHOLE, 'Kosten und Lizenzen\n')
      expect([said(reading), notes(reading, 'W-TOTAL-COUNTED')]).toEqual([['10000 pieces', '4000 pieces'], []])
    }
  })

  it('as the sum of columns headed by years it makes amounts of them', () => {
    const rows = ['Suite;Acme;1,00;2,00;3,00', 'Viewer;Acme;1,50;2,00;3,50']
    expect(notes(list('Produkt;Hersteller;2025;2026;Gesamt', rows), 'W-COLUMN')).toEqual([])
    const other = ['Suite;Acme;2019;2027;3,00', 'Viewer;Acme;2018;2028;3,50']
    expect(notes(list('Produkt;Hersteller;2025;2026;Gesamt', other), 'W-COLUMN')).toEqual([{ column: '2025' }, { column: '2026' }])
  })
})
