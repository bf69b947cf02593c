import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Pos.;Software;Hersteller;Kosten EUR\n'
const namesOf = (list: string) => readList(list).items.map(({ name }) => name)

describe('headings of groups with a mark of their own', () => {
  it.each([
    ['letters above numbers', ['A', 'B'], ['1', '2', '3']],
    ['letters with points', ['A.', 'B.'], ['1.', '2.', '3.']],
    ['Roman numbers', ['I', 'II'], ['1', '2', '3']],
    ['numbers above those of parts', ['1', '2'], ['1.1', '1.2', '2.1']],
    ['letters above lines without a mark', ['A', 'B'], ['', '', '']],
  ])('%s', (_, [a, b], [one, two, three]) => {
    const list = `${HEAD}${a};Büro;;\n${one};Suite;Acme;10,50\n${two};Wolke;Beta;20,50\n${b};GIS;;\n${three};Tafel;Acme;5,50\n`
    expect(namesOf(list)).toEqual(['Suite', 'Wolke', 'Tafel'])
    expect(readList(list)).toMatchObject({ rejected: 0, unusable: 2 })
  })

  it('their totals are those of their groups', () => {
    const list = `${HEAD}A;Büro;;\n1;Suite;Acme;10,50\n2;Wolke;Beta;20,50\n;Büro gesamt;;31,00\nB;GIS;;\n3;Tafel;Acme;5,50\n;GIS gesamt;;5,50\n`
    expect(namesOf(list)).toEqual(['Suite', 'Wolke', 'Tafel'])
  })

  it.each([
    ['lines without an amount have the mark of the others', `${HEAD}1;Suite;Acme;10,50\n2;Wolke;;\n3;Tafel;Acme;5,50\n`, 3],
    ['all lines say as little', `${HEAD}A;Suite;;\nB;Wolke;;\n1;Tafel;Acme;5,50\n`, 3],
    ['a mark that also lines have', `${HEAD}A;Suite;Acme;10,50\nB;Wolke;;\n3;Tafel;Acme;5,50\n`, 3],
    ['no amounts are stated', 'Pos.;Software;Hersteller\nA;Suite;\n1;Wolke;Acme\n2;Tafel;Acme\n', 3],
  ])('are lines where %s', (_, list, lines) => expect(namesOf(list)).toHaveLength(lines))
})

it.each(['Anfangsbestand', 'Saldovortrag', 'Vortrag', 'Endbestand', 'Opening balance'])('%s of a ledger is no line', (text) => {
  const list = `Datum;Kreditor;Buchungstext;Soll EUR;Haben EUR;Stand\n01.01.2026;;${text};;;9,50\n02.01.2026;Acme;Miete;10,50;;20,00\n`
  expect(namesOf(list)).toEqual(['Miete'])
})
