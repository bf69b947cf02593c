import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Belegnr;Belegart;Belegdatum;Text;Betrag EUR\n'
const rows = (nr: number, ...texts: string[]) => texts.map((text, at) => `${nr + at};KR;01.02.2026;${text};-1.000,50\n`).join('')
const read = (list: string) => readList(list, undefined, undefined, '2026-11-23')
const linesOf = (list: string) => read(list).items.map(({ name, said }) => [name, said.supplier])

describe('a creditor above the rows of each', () => {
  const blocks = (first: string, second: string) =>
    `${first}\n${HEAD}${rows(1900001, 'Büro', 'Wartung')}* Summe;;;;-2.001,00\n\n${second}\n${HEAD}${rows(1900003, 'Firewall', 'Server')}* Summe;;;;-2.001,00\n`
  const both = [
    ['Büro', 'Bechtle AG'],
    ['Wartung', 'Bechtle AG'],
    ['Firewall', 'Acme GmbH'],
    ['Server', 'Acme GmbH'],
  ]
  it.each([
    ['in two rows', 'Kreditor;100234;;\nName;Bechtle AG;;', 'Kreditor;100235;;\nName;Acme GmbH;;'],
    ['in one', 'Kreditor;100234;Name;Bechtle AG', 'Kreditor;100235;Name;Acme GmbH'],
    ['in one cell', 'Lieferant: Bechtle AG;;;', 'Lieferant: Acme GmbH;;;'],
    ['with its number', 'Kreditor: 100234 Bechtle AG;;;', 'Kreditor: 100235 Acme GmbH;;;'],
  ])('is their supplier: %s', (_, first, second) => {
    expect(linesOf(blocks(first, second))).toEqual(both)
    const { notes, rejected } = read(blocks(first, second))
    expect(rejected).toBe(0)
    expect(notes.find(({ code }) => code === 'W-PARTY-ABOVE')?.params).toMatchObject({ n: 4 })
    expect(notes.map(({ code }) => code)).not.toContain('W-TOTAL')
  })

  it('of whom no name is told has none', () => {
    expect(linesOf(blocks('Kreditor;100234\nName;Bechtle AG', 'Kreditor;100235')).map(([, supplier]) => supplier)).toEqual([
      'Bechtle AG',
      'Bechtle AG',
      undefined,
      undefined,
    ])
  })

  it('is none beside a column that says it, nor a name alone, nor a range', () => {
    expect(linesOf('Kreditor;100234\nName;Bechtle AG\nLieferant;Produkt;Betrag EUR\nAcme GmbH;Büro;1,50\n')).toEqual([
      ['Büro', 'Acme GmbH'],
    ])
    expect(linesOf('Kreditor;100234\nName;Betrag EUR\nBüro;1,50\nNetz;2,50\n')).toEqual([['Büro', undefined], ['Netz', undefined]]) // prettier-ignore
    for (const above of ['Name;Amt 10', 'Kreditor;alle', 'Kreditor;100000 - 199999'])
      expect(linesOf(`${above}\n${HEAD}${rows(1, 'Büro', 'Netz')}`).map(([, supplier]) => supplier)).toEqual([undefined, undefined])
  })
})
