import { describe, expect, it } from 'vitest'
import type { Inventory } from '../src/model/item.ts'
import { join, readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

type Row = readonly (string | number)[]
const CONTRACTS: readonly Row[] = [
  ['Vertrag', 'Auftragnehmer', 'Kategorie', 'Jahreskosten netto'],
  ['Büro', 'Acme GmbH', 'Lizenzen', 120_000],
  ['Personal', 'Beta SE', 'Pflege', 60_000],
  ['Datenbank', 'Acme GmbH', 'Lizenzen', 24_000],
  ['Wolke', 'Gamma GmbH', 'Betrieb', 12_000],
  ['Finanzen', 'Delta GmbH', 'Pflege', 36_000],
]
const HEAD: Row = ['Lieferant', 'Jahreskosten netto', 'Anteil']
const BY_SUPPLIER: readonly Row[] = [HEAD, ['Acme GmbH', 144_000, 0.57], ['BETA SE', 60_000, 0.24], ['Delta GmbH', 36_000, 0.14], ['Gamma GmbH', 12_000, 0.05]] // prettier-ignore

const book = (sheets: Readonly<Record<string, readonly Row[]>>): Inventory => {
  const content = xlsx(Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })))
  return join(readInputs({ ...bytesOf(content, 'w.xlsx'), sha256: () => '' }, { limits: LIMITS }))
}
const counted = ({ items }: Inventory) =>
  Object.fromEntries([...Map.groupBy(items, ({ ref }) => ref.replace(/!.*$/, ''))].map(([sheet, all]) => [sheet, all.filter((item) => item.counted).length])) // prettier-ignore
const note = ({ notes }: Inventory) => notes.find(({ code }) => code === 'W-SUMMARY')?.params

describe('a list that sums up another', () => {
  it('does not count again, wherever it stands, and is named', () => {
    const found = book({ Auswertung: BY_SUPPLIER, Verträge: CONTRACTS })
    expect(counted(found)).toEqual({ Auswertung: 0, Verträge: 5 })
    expect(note(found)).toEqual({ n: 1, which: 'w.xlsx Auswertung (4; w.xlsx Verträge)' })
    expect(found.sources[0]).toMatchObject({ records: 9, read: 9, rejected: 0, unusable: 0 })
  })

  it.each<[string, readonly Row[]]>([
    ['the largest', [HEAD, ...BY_SUPPLIER.slice(1, 4)]],
    ['all others together', [HEAD, ['Acme GmbH', 144_000], ['Beta SE', 60_000], ['Delta GmbH', 36_000], ['Sonstige', 12_000]]],
  ])('%s', (_, summary) => expect(counted(book({ Verträge: CONTRACTS, Auswertung: summary }))).toEqual({ Verträge: 5, Auswertung: 0 })) // prettier-ignore

  it('of one contract for each name, where it says less', () => {
    const single = CONTRACTS.filter(([name]) => name !== 'Datenbank')
    const summary = BY_SUPPLIER.map((row) => (row[0] === 'Acme GmbH' ? ['Acme GmbH', 120_000] : row))
    expect(counted(book({ Verträge: single, Auswertung: summary }))).toEqual({ Verträge: 4, Auswertung: 0 })
  })

  it('of several sheets', () => {
    const sheets = { 'Amt 1': CONTRACTS.slice(0, 3), 'Amt 2': [CONTRACTS[0]!, ...CONTRACTS.slice(3)], Auswertung: BY_SUPPLIER }
    expect(counted(book(sheets))).toEqual({ 'Amt 1': 2, 'Amt 2': 3, Auswertung: 0 })
  })
})

describe('a sheet that sums up the others by their names', () => {
  const [head, ...lines] = CONTRACTS
  const sheets = { Hauptamt: [head!, ...lines.slice(0, 2)], Kämmerei: [head!, lines[2]!], Bauamt: [head!, ...lines.slice(3)] }
  const summary = (...rows: readonly Row[]): readonly Row[] => [['Bezeichnung', 'Kosten p. a. netto'], ...rows]
  const all: readonly Row[] = [['Hauptamt', 180_000], ['KÄMMEREI', 24_000], ['Bauamt', 48_000]] // prettier-ignore

  it.each<[string, readonly Row[]]>([
    ['all of them', summary(...all)],
    ['two', summary(...all.slice(0, 2))],
    ['what is left beside them', summary(...all, ['Sonstige', 7_000])],
    ['most of them rightly', summary(...all.slice(0, 2), ['Bauamt', 47_000])],
    ['one that has nothing', summary(...all, ['Archiv', 0])],
  ])('does not count again: %s', (_, rows) => {
    const found = book({ Gesamt: rows, ...sheets })
    expect(counted(found)).toEqual({ Gesamt: 0, Hauptamt: 2, Kämmerei: 1, Bauamt: 2 })
    expect(note(found)).toMatchObject({ n: 1 })
  })

  it.each<[string, readonly Row[]]>([
    ['other amounts', summary(['Hauptamt', 1], ['Kämmerei', 24_000], ['Bauamt', 2])],
    ['other names', summary(['Hauptamt', 180_000], ['Museum', 24_000], ['Bad', 48_000])],
    ['one name', summary(['Hauptamt', 180_000])],
  ])('counts: %s', (_, rows) => expect(note(book({ Gesamt: rows, ...sheets }))).toBeUndefined())
})

describe('a list that sums up nothing', () => {
  it.each<[string, readonly Row[]]>([
    ['an amount is another', [...BY_SUPPLIER.slice(0, 4), ['Gamma GmbH', 12_001]]],
    ['two amounts are no sums', [...BY_SUPPLIER.slice(0, 3), ['Epsilon GmbH', 36_000], ['Zeta GmbH', 12_000]]],
    ['hardly anything agrees', [HEAD, ['Acme GmbH', 144_000], ['Beta SE', 60_000]]],
    ['a name comes twice', [...BY_SUPPLIER, ['Gamma GmbH', 12_000]]],
    ['it has terms', [[...HEAD, 'Vertragsende'], ...BY_SUPPLIER.slice(1).map((row) => [...row, '31.12.2027'])]],
  ])('counts: %s', (_, list) => expect(note(book({ Verträge: CONTRACTS, Liste: list }))).toBeUndefined())

  it('payments of two months to the same firms count', () => {
    const month = [['Lieferant', 'Zahlung netto'], ['Acme GmbH', 10], ['Beta SE', 20], ['Gamma GmbH', 30]] // prettier-ignore
    expect(counted(book({ Januar: month, Februar: month }))).toEqual({ Januar: 3, Februar: 3 })
  })
})
