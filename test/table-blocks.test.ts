import { describe, expect, it } from 'vitest'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { odsOf, xlsx } from './support/workbook.ts'

const AS_OF = '2026-11-23'
const readBook = (content: Buffer) =>
  readInputs({ ...bytesOf(content, 'w'), sha256: () => '' }, { limits: LIMITS, asOf: AS_OF })[0]!.reading
const note = (list: string, code: string) => readList(list, undefined, undefined, AS_OF).notes.find((one) => one.code === code)?.params

describe('a cell merged over several rows', () => {
  const rows = [
    ['Lieferant', 'Produkt', 'Vertragsnummer', 'Betrag netto EUR'],
    ['Acme AG', 'Büro', 'V-1', 100.5],
    [undefined, 'Grafik', undefined, 50.5],
    [undefined, 'Netz'],
    [undefined, undefined, undefined, 151],
    ['Beta SE', 'ERP', 'V-2', 70.5],
    [undefined, 'DMS', 'V-3', 30.5],
  ]
  const text = (value: string, spanned: number) =>
    `<table:table-cell office:value-type="string"${spanned > 1 ? ` table:number-rows-spanned="${spanned}"` : ''}><text:p>${value}</text:p></table:table-cell>`
  const spans = new Map([
    ['Acme AG', 4],
    ['V-1', 2],
  ])
  const ods = odsOf(
    `<table:table table:name="L">${rows
      .map(
        (row) =>
          `<table:table-row>${row
            .map((value) =>
              value === undefined
                ? '<table:covered-table-cell/>'
                : typeof value === 'number'
                  ? `<table:table-cell office:value-type="float" office:value="${value}"/>`
                  : text(value, spans.get(value) ?? 1),
            )
            .join('')}</table:table-row>`,
      )
      .join('')}</table:table>`,
  )
  it.each([
    ['XLSX', xlsx([{ name: 'L', rows, merged: ['A2:A5', 'C2:C3'] }])],
    ['ODS', ods],
  ])('says it for each of them, and nothing of others: %s', (_, content) => {
    const { items, notes, unusable } = readBook(content)
    expect(items.map(({ name, said }) => [name, said.supplier, said.contractNumber])).toEqual([
      ['Büro', 'Acme AG', 'V-1'],
      ['Grafik', 'Acme AG', 'V-1'],
      ['Netz', 'Acme AG', undefined],
      ['ERP', 'Beta SE', 'V-2'],
      ['DMS', undefined, 'V-3'],
    ])
    expect(items.map(({ amount }) => amount?.value)).toEqual(['100.50', '50.50', undefined, '70.50', '30.50'])
    expect(unusable).toBe(1)
    expect(notes.find(({ code }) => code === 'W-MERGED-CELLS')).toMatchObject({ params: { n: 2, lines: '3, 4' }, at: 'L!3' })
  })

  it('counts an amount once', () => {
    const { items } = readBook(xlsx([{ name: 'L', rows: rows.slice(0, 4), merged: ['A2:A4', 'D2:D4'] }]))
    expect(items.map(({ amount }) => amount?.value)).toEqual(['100.50', '50.50', undefined])
  })

  it('holds in each of several tables of a sheet', () => {
    const first = [
      ...rows.slice(0, 3),
      [],
      ['Hersteller', 'Software', 'Laufzeit', 'Kosten p. a. EUR'],
      ['Acme AG', 'Büro', '2 Jahre', 9.5],
      [undefined, 'Netz', undefined, 8.5],
    ]
    const { items } = readBook(xlsx([{ name: 'L', rows: first, merged: ['A2:A3', 'A6:A7'] }]))
    expect(items.map(({ said }) => said.supplier ?? said.manufacturer)).toEqual(['Acme AG', 'Acme AG', 'Acme AG', 'Acme AG'])
  })
})

describe('a supplier that only the first row of a block has', () => {
  const list = 'Lieferant;Produkt;Betrag EUR\nAcme AG;Büro;1,50\n;Grafik;2,50\n;Netz;3,50\nBeta SE;ERP;4,50\n;DMS;5,50\n'
  it('is not guessed for the others, but named', () => {
    expect(readList(list).items.map(({ said }) => said.supplier)).toEqual(['Acme AG', undefined, undefined, 'Beta SE', undefined])
    expect(note(list, 'W-BLOCKS')).toEqual({ n: 3, of: 5, column: 'Lieferant', lines: '3, 4, 6' })
  })

  it('is no block where the first row has none, or neighbours have the same', () => {
    expect(note(list.replace('Acme AG', ''), 'W-BLOCKS')).toBeUndefined()
    expect(note(`${list}Beta SE;CRM;1,50\nBeta SE;BI;1,50\n;Akte;1,50\n;Amt;1,50\n`, 'W-BLOCKS')).toBeUndefined()
  })
})
