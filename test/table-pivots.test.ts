import { describe, expect, it } from 'vitest'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

const AS_OF = '2026-11-23'
const linesOf = (list: string) =>
  readList(list, undefined, undefined, AS_OF).items.map(({ name, said, amount }) => [name, said.supplier, amount && Number(amount.value)])

describe('a pivot table alone in its file', () => {
  it.each([
    ['Zeilenbeschriftungen;Summe von Betrag', 'Gesamtergebnis'],
    ['Row Labels;Sum of Amount', 'Grand Total'],
  ])('says names and amounts: %s', (heading, total) => {
    expect(linesOf(`${heading}\nBüro;1,50\nGrafik;2,50\n${total};4,00\n`)).toEqual([
      ['Büro', undefined, 1.5],
      ['Grafik', undefined, 2.5],
    ])
  })

  it('is one of suppliers where its names are firms', () => {
    expect(linesOf('Zeilenbeschriftungen;Summe von Betrag\nAcme AG;1,50\nBeta SE;2,50\nGamma GmbH;3,50\nGesamtergebnis;7,50\n')).toEqual([
      ['Acme AG', 'Acme AG', 1.5],
      ['Beta SE', 'Beta SE', 2.5],
      ['Gamma GmbH', 'Gamma GmbH', 3.5],
    ])
  })

  it('beside the list that it sums up does not count', () => {
    const list = [['Lieferant', 'Betrag EUR'], ['Acme AG', 1.5], ['Acme AG', 2.5]] // prettier-ignore
    const pivot = [['Zeilenbeschriftungen', 'Summe von Betrag EUR'], ['Acme AG', 4], ['Gesamtergebnis', 4]] // prettier-ignore
    const content = xlsx([{ name: 'Pivot', rows: pivot }, { name: 'Liste', rows: list }]) // prettier-ignore
    const { items, notes } = readInputs({ ...bytesOf(content, 'w'), sha256: () => '' }, { limits: LIMITS, asOf: AS_OF })[0]!.reading
    expect(items).toHaveLength(2)
    expect(notes.map(({ code }) => code)).toContain('W-PIVOT-SHEET')
  })
})
