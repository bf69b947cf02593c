import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readList } from './support/list.ts'

const brief = ({ items }: Reading) => items.map(({ name, amount }) => [name, amount?.value])
const codes = ({ notes }: Reading) => notes.map(({ code }) => code)
const LINES = '1;SAP ERP;SAP;100,00\n2;Oracle Datenbank;Oracle;100,00\n3;Nextcloud;Nextcloud;100,00\n'
const READ = [
  ['SAP ERP', '100.00'],
  ['Oracle Datenbank', '100.00'],
  ['Nextcloud', '100.00'],
]
const list = (rows: string, first = 'Lfd. Nr.') => readList(`${first};Produkt;Lieferant;Jahresbetrag EUR\n${rows}`)

describe('rows whose only words stand where lines have numbers', () => {
  it.each(['Lfd. Nr.', 'Vertragsnummer', 'Kostenstelle', 'Xyz'])('are judged by these words below %s', (first) => {
    const reading = list(`${LINES}Summe;;;300,00\ndavon Konzerne;;;200,00\nNachlass 10 %;;;-30,00\nZahlbetrag;;;270,00\n`, first)
    expect(brief(reading)).toEqual([...READ, ['Nachlass 10 %', '-30.00']])
    expect(reading.items.at(-1)?.said.contractNumber).toBeUndefined()
    expect(codes(reading)).toContain('W-PARTS')
    expect(codes(reading)).not.toContain('W-UNNAMED')
  })

  it('say the same as rows that have them in the column of names', () => {
    const rows = ['Summe;300,00', 'davon Konzerne;200,00', 'Rabatt;-30,00', 'Zwischenstand;270,00', 'Puffer;20,00']
    const [first, second] = [(row: string) => row.replace(';', ';;;'), (row: string) => `;${row.replace(';', ';;')}`].map((written) =>
      list(LINES + rows.map((row) => `${written(row)}\n`).join('')),
    )
    expect(brief(first!)).toEqual(brief(second!))
    expect([first!.unusable, first!.rejected]).toEqual([second!.unusable, second!.rejected])
  })

  it('are no lines where they sum up rows below them, or are parts of the row above', () => {
    expect(brief(list(`Haus Nord;;;300,00\n${LINES}`))).toEqual(READ)
    expect(brief(list(`${LINES}4;Suite;Acme;90,00\nLizenzen;;;60,00\nPflege;;;30,00\n5;Adobe;Adobe;7,00\n`))).toHaveLength(5)
  })

  it('keep numbers, and words among words, where they are', () => {
    expect(brief(list(`${LINES}VTR-017;;;5,00\n`, 'Vertragsnummer')).at(-1)).toEqual(['? (VTR-017)', '5.00'])
    const persons = readList('Produkt;Sachbearbeitung;Betrag EUR\nSAP;Frau Eins;10,00\nOracle;Herr Zwei;10,00\n;Frau Drei;5,00\n')
    expect(JSON.stringify(persons.items)).not.toContain('Frau Drei')
  })
})

describe('a total with an amount that cannot be read', () => {
  it.each(['1.5xx.xxx', 'siehe oben', 'ca. 300 EUR', '#####'])('is one beside „%s“', (amount) => {
    for (const total of ['Summe netto', 'Gesamt', 'Endsumme']) {
      const reading = list(`${LINES};${total};;${amount}\n4;Adobe;Adobe;5,00\ndavon Wartung;;;2,00\n`)
      expect(brief(reading)).toEqual([...READ, ['Adobe', '5.00']])
      expect(reading.unusable).toBe(2)
    }
    const below = list(`${LINES};Gesamt;;${amount}\n;davon Wartung;;20,00\n`)
    expect(brief(below)).toEqual(READ)
  })

  it('is none beside words of another kind', () => {
    expect(brief(list(`${LINES}4;Gesamt;Acme;5,00\n`)).at(-1)).toEqual(['Gesamt', '5.00'])
    const awards = readList('Supplier;Award;Value EUR\nAcme;Servers;5.50\nTotal;Fuel supply;7.50\nBeta;Fuel supply;7.50\n')
    expect(awards.items).toHaveLength(3)
  })
})
