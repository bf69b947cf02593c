import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const read = (list: string, asOf?: string, columns?: Readonly<Record<string, string>>) =>
  readList(list, columns && { columns }, undefined, asOf)
const amountsOf = (...given: Parameters<typeof read>) => read(...given).items.map(({ amount }) => amount && Number(amount.value))
const notesOf = (code: string, ...given: Parameters<typeof read>) =>
  read(...given)
    .notes.filter((note) => note.code === code)
    .map(({ params }) => params)

describe('of several years', () => {
  const LIST =
    'Produkt;Lieferant;Kosten 2024 (EUR);Kosten 2025 (EUR);Kosten 2026 (EUR)\nP;L;1,50;2,50;3,50\nQ;L;;12,50;13,50\nR;L;21,50;;\n'

  it.each([
    ['2026-11-23', [3.5, 13.5, undefined]],
    ['2025-01-01', [2.5, 12.5, undefined]],
    ['2030-01-01', [3.5, 13.5, undefined]],
    ['2020-01-01', [1.5, undefined, 21.5]],
    [undefined, [3.5, 13.5, undefined]],
  ])('on %s', (asOf, amounts) => expect(amountsOf(LIST, asOf)).toEqual(amounts))

  it('the others are named and never stand in', () => {
    expect(notesOf('W-AMOUNT-UNUSED', LIST, '2026-11-23')).toEqual([
      { column: 'Kosten 2025 (EUR)', n: 2 },
      { column: 'Kosten 2024 (EUR)', n: 1 },
    ])
    expect(notesOf('W-AMOUNT-MISSED', LIST, '2026-11-23')).toEqual([{ column: 'Kosten 2024 (EUR)', n: 1 }])
  })

  it('the mapping file decides first', () => {
    const list = 'Produkt;Lieferant;Ansatz 2016;Ansatz 2017;Ansatz 2018\nP;L;;10,50;11,50\nQ;L;;20,50;21,50\nR;L;7,50;;8,50\nS;L;;1,50;\n'
    expect(amountsOf(list)).toEqual([11.5, 21.5, 8.5, undefined])
    expect(amountsOf(list, undefined, { 'Ansatz 2017': 'budget' })).toEqual([10.5, 20.5, undefined, 1.5])
  })

  it('not a year that has hardly begun', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `P${i};L;${i + 1},50;${i === 0 ? '9,50' : ''}`)
    expect(amountsOf(`Produkt;Lieferant;Kosten 2025;Kosten 2026\n${rows.join('\n')}\n`, '2026-01-10')[1]).toBe(2.5)
  })
})

describe('columns headed by a year alone', () => {
  const list = (above: string) => `${above}\n\nVertragspartner;Produkt;2021;2022;2023\nL;P;1,50;2,50;3,50\nL;Q;11,50;12,50;13,50\n`
  const said = (text: string) => read(text).items.map(({ amount }) => amount && `${Number(amount.value)} ${amount.kind} ${amount.basis}`)

  it.each([
    ['Ausgaben für Lizenzen und Wartung (in T€, brutto)', '3500 payment gross'],
    ['Kosten der Fachverfahren je Jahr', '3.5 unknown unknown'],
    ['Anlage 2;zu Frage 7;Angaben in EUR', '3.5 unknown unknown'],
  ])('%s', (above, amount) => {
    expect(said(list(above))[0]).toBe(amount)
    expect(notesOf('W-AMOUNT-UNUSED', list(above))).toEqual([
      { column: '2022', n: 2 },
      { column: '2021', n: 2 },
    ])
  })

  it.each(['Anlage 2 zu Frage 7', 'Anzahl der Lizenzen je Jahr (Kosten in EUR siehe Anlage 3)'])(
    '%s does not make amounts of them',
    (above) => {
      expect(said(list(above))).toEqual([undefined, undefined])
      expect(notesOf('W-COLUMN', list(above))).toEqual([{ column: '2021' }, { column: '2022' }, { column: '2023' }])
    },
  )

  it('a group above them says what they are; two years in the first line are a line', () => {
    const grouped = 'Vertrag;;Kosten in T€;;\nLieferant;Produkt;2024;2025;2026\nL;P;1,50;2,50;3,50\n'
    expect(said(grouped)).toEqual(['3500 unknown unknown'])
    expect(read('Produkt;Lieferant;Baujahr;Austausch;Kosten EUR\nSoftware;Lizenz;2019;2026;1,50\n').items).toHaveLength(1)
  })
})
