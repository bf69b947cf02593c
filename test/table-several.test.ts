import { describe, expect, it } from 'vitest'
import { inspectLists } from '../src/read/inspect.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'

const FIRST = 'Produkt;Hersteller;Lieferant;Kosten netto EUR\nSuite;Acme;Acme GmbH;100,00\nKarte;Beta;Beta AG;30,00\n'
const SECOND = 'Leistung;Auftragnehmer;Stunden;Betrag netto EUR\nBeratung;Gamma SE;400;52,00\nBetrieb;Delta AöR;;210,00\n'
const linesOf = (list: string, columns?: Readonly<Record<string, string>>) =>
  readList(list, columns && { columns }).items.map(({ name, said, amount, ref }) => [name, said.supplier, amount?.value, ref].join(' '))

describe('tables below each other', () => {
  it.each([
    ['a title', `Summe Software;;;130,00\n;;;\nDienste;;;\n`],
    ['a blank row', '\n'],
    ['a total', 'Summe;;;130,00\n'],
    ['nothing', ''],
  ])('each has its own columns, with %s between them', (_, between) => {
    const line = 3 + between.split('\n').length
    expect(linesOf(FIRST + between + SECOND)).toEqual([
      'Suite Acme GmbH 100.00 line 2',
      'Karte Beta AG 30.00 line 3',
      `Beratung Gamma SE 52.00 line ${line + 1}`,
      `Betrieb Delta AöR 210.00 line ${line + 2}`,
    ])
    const { items, rejected, unusable } = readList(FIRST + between + SECOND)
    expect(items.length + rejected + unusable).toBe((FIRST + between + SECOND).split('\n').length - 2)
  })

  it('the heading of the second may be the better one, or have the same words in another order', () => {
    expect(linesOf(`${SECOND}\n${FIRST}`)).toHaveLength(4)
    const turned = 'Lieferant;Produkt;Kosten netto EUR\nBeta;B;2,50\n'
    expect(linesOf(`Produkt;Lieferant;Kosten netto EUR\nA;Acme;1,50\n\n${turned}`)).toEqual(['A Acme 1.50 line 2', 'B Beta 2.50 line 5'])
  })

  it('what is said above the first holds for all, and a heading may come last', () => {
    expect(linesOf(`Alle Beträge in T€\n${FIRST.replace(' netto EUR', '')}\n${SECOND.replace(' netto EUR', '')}`)[2]).toBe(
      'Beratung Gamma SE 52000.00 line 7',
    )
    expect(readList(`${FIRST}\nLeistung;Auftragnehmer;Stunden;Betrag\n`)).toMatchObject({ items: { length: 2 }, rejected: 0, unusable: 2 })
  })

  it('a mapping speaks of all of them, and a word that none has is an error', () => {
    const list = `${FIRST}\n${SECOND.replace('Auftragnehmer', 'Partner')}`
    expect(linesOf(`${FIRST}\n${SECOND}`, { Produkt: 'product' })[2]).toBe('Beratung Gamma SE 52.00 line 6')
    expect(linesOf(list, { Produkt: 'product', Partner: 'supplier' })[2]).toBe('Beratung Gamma SE 52.00 line 6')
    expect(() => linesOf(list, { Produkt: 'product', Partnerin: 'supplier' })).toThrow()
  })

  it('what sums up the table above is not counted again', () => {
    const summary = 'Lieferant;Vertragsart;Anzahl;Kosten netto EUR\nAcme GmbH;;1;100,00\nBeta AG;;1;62,00\n'
    const list = `${FIRST}Netz;Acme;Beta AG;32,00\n\n${summary}`
    expect(linesOf(list)).toHaveLength(3)
    expect(readList(list)).toMatchObject({ rejected: 0, unusable: 4 })
    expect(linesOf(list.replace('62,00', '90,00'))).toHaveLength(5)
  })

  it('lines that have words of headings are lines', () => {
    const list =
      'Produkt;Art;Hersteller;Lizenz;Version\n\nSoftware;Lizenz;Hersteller;MIT;2\n\nServer;Software;Acme;GPL;\n\nMenge;Preis;Acme;;1\n'
    expect(linesOf(list)).toHaveLength(3)
  })

  it('columns shows each of them', () =>
    expect(inspectLists(bytesOf(`${FIRST}\n${SECOND}`), { limits: LIMITS }).map(({ headerLine, rows }) => [headerLine, rows])).toEqual([
      [1, 2],
      [5, 2],
    ]))

  it('many are no work', () => expect(linesOf(`${FIRST}\n${SECOND}\n`.repeat(2000))).toHaveLength(8000))
})
