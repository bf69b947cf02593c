import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const CELLS = ['120,5', '60,0', '12', '1.036,25', '24']
const list = (heading: string, cells: readonly string[], ...more: readonly string[]) =>
  ['Gegenstand;Auftragnehmer;' + heading, ...cells.map((cell, i) => `G${i};A${i};${cell}`), ...more, ''].join('\n')
const read = (text: string) => {
  const { items, notes } = readList(text)
  const last = items.at(-1)!.amount
  return [last && Number(last.value), notes.find(({ code }) => code.startsWith('W-OWN-UNIT'))?.code]
}

describe('an amount that names a currency in a column of thousands', () => {
  it.each(['24.000,00 €', '24.000 EUR', 'EUR 24.000,-', '€ 24.000'])(
    '%s is taken as written where as thousands it would dwarf all others',
    (cell) => {
      expect(read(list('Auftragswert in T€', [...CELLS, cell]))).toEqual([24000, 'W-OWN-UNIT'])
      expect(read(`Übersicht;;\nalle Beträge in T€, netto;;\n${list('Auftragswert', [...CELLS, cell])}`)).toEqual([24000, 'W-OWN-UNIT'])
    },
  )

  it('24,00 € is taken as thousands where as written it would be next to nothing', () =>
    expect(read(list('Auftragswert in T€', [...CELLS, '24,00 €']))).toEqual([24000, 'W-OWN-UNIT-SCALED']))

  it('is unknown where either may be meant, and a note says so', () =>
    expect(read(list('Auftragswert in T€', [...CELLS, '5.000,00 €']))).toEqual([undefined, 'W-OWN-UNIT-UNCLEAR']))

  it('the total tells', () => {
    expect(read(list('Auftragswert in T€', [...CELLS, '5.000,00 €'], 'Gesamt;;1.257,75'))).toEqual([5000, 'W-OWN-UNIT'])
    expect(read(list('Auftragswert in T€', [...CELLS, '5.000,00 €'], 'Gesamt;;6.252,75'))).toEqual([5000000, 'W-OWN-UNIT-SCALED'])
  })

  it('all that name one, and those that name thousands, are what the heading and they say', () => {
    expect(read(list('Auftragswert in T€', ['120,50 €', '60,00 €']))).toEqual([60000, undefined])
    expect(read(list('Auftragswert in Mio. €', ['0,12', '0,06', '18 T€']))).toEqual([18000, undefined])
    expect(read(list('Auftragswert in EUR', ['12.000,00', '24.000,00 €']))).toEqual([24000, undefined])
  })
})
