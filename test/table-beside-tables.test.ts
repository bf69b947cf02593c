import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

describe('tables beside each other', () => {
  const HEAD = 'Produkt;Lieferant;Kosten EUR'
  const both = `${HEAD};;${HEAD}\nA;Acme;1,50;;D;Delta;4,50\nB;Beta;2,50;;E;Echo;5,50\n;;;;F;Fox;6,50\n`
  const found = (list: string) => readList(list).items.map(({ name, said, amount }) => [name, said.supplier, amount?.value].join(' '))
  const ALL = ['A Acme 1.50', 'B Beta 2.50', 'D Delta 4.50', 'E Echo 5.50', 'F Fox 6.50']

  it('are both read, and it is said', () => {
    expect(found(both)).toEqual(ALL)
    expect(readList(both).notes.filter(({ code }) => code === 'W-BESIDE')).toMatchObject([{ params: { column: 'E' }, at: 'line 1' }])
    expect(readList(both)).toMatchObject({ rejected: 0 })
  })

  it('also without a column between them, or three of them', () => {
    expect(found(both.replaceAll(';;', ';').replace('\n;;F', '\n;;;F'))).toEqual(ALL)
    expect(found(`${HEAD};;${HEAD};;${HEAD}\nA;Acme;1,50;;B;Beta;2,50;;C;Cola;3,50\n`)).toEqual([
      'A Acme 1.50',
      'B Beta 2.50',
      'C Cola 3.50',
    ])
  })

  it('another table may follow below', () => {
    expect(found(`${both}\nLeistung;Auftragnehmer;Stunden;Betrag EUR\nG;Gamma;3;7,50\n`)).toEqual([...ALL, 'G Gamma 7.50'])
  })

  it('those of different years are not added up', () => {
    const years = both.replace('Kosten EUR;;', 'Kosten 2025 EUR;;').replace('Kosten EUR\n', 'Kosten 2026 EUR\n')
    expect(found(years)).toHaveLength(2)
    expect(found(`Stand 2025;;;;Stand 2026;;\n${both}`).length).toBeLessThan(5)
  })

  it('one that sums up the other does not count', () => {
    const sums = `${HEAD};;${HEAD}\nA;Acme;1,50;;A und B;Acme;4,00\nB;Acme;2,50;;C;Beta;3,00\nC;Beta;3,00;;;;\n`
    expect(found(sums)).toEqual(['A Acme 1.50', 'B Acme 2.50', 'C Beta 3.00'])
  })

  it('a list that names a party twice is one', () => {
    expect(found('Produkt;Lieferant;Kosten EUR;;Lieferant;Ort\nA;Acme;1,50;;Delta;X\n')).toEqual(['A Acme 1.50'])
  })
})
