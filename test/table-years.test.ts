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
    expect(notesOf('W-AMOUNT-UNUSED', LIST, '2026-11-23')).toMatchObject([
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
    ['Kosten der Fachverfahren je Jahr', '3.5 annual unknown'],
    ['Anlage 2;zu Frage 7;Angaben in EUR', '3.5 annual unknown'],
  ])('%s', (above, amount) => {
    expect(said(list(above))[0]).toBe(amount)
    expect(notesOf('W-AMOUNT-UNUSED', list(above))).toMatchObject([
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
    expect(said(grouped)).toEqual(['3500 annual unknown'])
    expect(read('Produkt;Lieferant;Baujahr;Austausch;Kosten EUR\nSoftware;Lizenz;2019;2026;1,50\n').items).toHaveLength(1)
  })
})

describe('rows of several years', () => {
  const NAMES = ['Software', 'Mieten', 'Strom', 'Reisen', 'Papier']
  const rows = (of: readonly (readonly [year: string, stage?: string])[]) =>
    of.flatMap(([year, stage], at) =>
      NAMES.map((name, i) => [name, year, ...(stage === undefined ? [] : [stage]), `${at}${i},50`].join(';')),
    )
  const yearly = (years: readonly string[], amount = 'Ansatz EUR', heading = 'Haushaltsjahr') =>
    `Zweckbestimmung;${heading};${amount}\n${rows(years.map((year) => [year])).join('\n')}\n`

  it.each([
    ['2026-11-23', [20.5, 21.5, 22.5, 23.5, 24.5], '2024, 2025, 2027', '2026'],
    ['2025-01-01', [10.5, 11.5, 12.5, 13.5, 14.5], '2024, 2026, 2027', '2025'],
    ['2030-01-01', [30.5, 31.5, 32.5, 33.5, 34.5], '2024, 2025, 2026', '2027'],
    ['2020-01-01', [0.5, 1.5, 2.5, 3.5, 4.5], '2025, 2026, 2027', '2024'],
    [undefined, [30.5, 31.5, 32.5, 33.5, 34.5], '2024, 2025, 2026', '2027'],
  ])('of a budget on %s one year counts', (asOf, amounts, years, year) => {
    const list = yearly(['2024', '2025', '2026', '2027'])
    expect(amountsOf(list, asOf)).toEqual(amounts)
    expect(notesOf('W-OTHER-YEARS', list, asOf)).toMatchObject([{ column: 'Haushaltsjahr', years, year, n: 15 }])
    expect(read(list, asOf)).toMatchObject({ rejected: 0, unusable: 15 })
  })

  it('a posting of another year alone does not stand in, a row without a year does count', () => {
    const list = `${yearly(['2025', '2026'])}Umzug;2025;99,50\nPorto;;7,50\n`
    expect(amountsOf(list, '2026-11-23')).toEqual([10.5, 11.5, 12.5, 13.5, 14.5, 7.5])
  })

  it('a year that has hardly begun is passed over', () => {
    const list = `${yearly(['2024', '2025'])}Software;2026;99,50\n`
    expect(amountsOf(list, '2026-01-10')).toEqual([10.5, 11.5, 12.5, 13.5, 14.5])
  })

  it('in a budget by its flow too, but what was paid in several years all counts, and the years are named', () => {
    const flow = rows([['2025'], ['2026']]).map((row) => `${row};Ausgaben\n${row};Einnahmen`)
    expect(amountsOf(`Bezeichnung;Jahr;Betrag EUR;Art\n${flow.join('\n')}\n`, '2026-11-23')).toEqual([10.5, 11.5, 12.5, 13.5, 14.5])
    const paid = yearly(['2025', '2026'], 'Rechnungsbetrag EUR', 'Jahr')
    expect(amountsOf(paid, '2026-11-23')).toHaveLength(10)
    expect(notesOf('W-YEARS-SUMMED', paid)).toEqual([{ column: 'Jahr', years: '2025, 2026' }])
    expect(amountsOf(paid, '2026-11-23', { Jahr: 'year' })).toHaveLength(5)
    expect(notesOf('W-YEARS-SUMMED', paid, undefined, { Jahr: 'ignore' })).toEqual([])
  })

  it('different things of different years are told in a budget only', () => {
    const list = (amount: string) => `Bezeichnung;Lieferant;Jahr;${amount}\nA;L;2024;1,50\nB;M;2025;2,50\nC;N;2026;3,50\n`
    expect(amountsOf(list('Ansatz EUR'), '2026-11-23')).toEqual([1.5, 2.5, 3.5])
    expect(notesOf('W-YEARS-SUMMED', list('Ansatz EUR'))).toEqual([{ column: 'Jahr', years: '2024, 2025, 2026' }])
    expect(amountsOf(list('Auftragswert EUR'), '2026-11-23')).toEqual([1.5, 2.5, 3.5])
    expect(notesOf('W-YEARS-SUMMED', list('Auftragswert EUR'))).toEqual([])
    expect(notesOf('W-COLUMN', list('Auftragswert EUR'))).toEqual([{ column: 'Jahr' }])
  })

  it('„Jahr 2026“ heads amounts, and „Kosten / Jahr“ is what is due in one', () => {
    expect(amountsOf('Kosten in EUR\nProdukt;Lieferant;Jahr 2025;Jahr 2026\nP;L;1,50;2,50\n', '2026-11-23')).toEqual([2.5])
    expect(amountsOf('Produkt;Lieferant;Lizenzkosten / Jahr\nP;L;1,50\n')).toEqual([1.5])
  })

  const staged = (of: readonly (readonly [string, string])[], heading = 'Ansatz/Rechnung') =>
    `Bezeichnung;Jahr;${heading};Betrag EUR\n${rows(of).join('\n')}\n`

  it.each(['Ansatz/Rechnung', 'Plan/Ist', 'Wertart', 'Was', 'Version'])('%s: of the same year the result counts', (heading) => {
    const list = staged([['2025', 'Rechnung'], ['2025', 'Ansatz'], ['2026', 'Ansatz']], heading) // prettier-ignore
    expect(amountsOf(list, '2025-11-23')).toEqual([0.5, 1.5, 2.5, 3.5, 4.5])
    expect(notesOf('W-OTHER-STAGE', list, '2025-11-23')).toMatchObject([{ column: heading, stage: 'Rechnung', other: 'Ansatz', n: 5 }])
    expect(amountsOf(list, '2026-11-23')).toEqual([20.5, 21.5, 22.5, 23.5, 24.5])
    expect(notesOf('W-OTHER-STAGE', list, '2026-11-23')).toEqual([])
    expect(read(list, '2025-11-23')).toMatchObject({ rejected: 0, unusable: 10 })
  })

  it('where results are of less than half of what is planned the plan counts, and of different things both', () => {
    const begun = `${staged([['2026', 'Soll']])}Software;2026;Ist;99,50\nStrom;2026;Ist;98,50\n`
    expect(amountsOf(begun, '2026-11-23')).toEqual([0.5, 1.5, 2.5, 3.5, 4.5])
    expect(notesOf('W-OTHER-STAGE', begun)).toMatchObject([{ stage: 'Soll', other: 'Ist', n: 2 }])
    const apart = 'Bezeichnung;Wertart;Betrag EUR\nA;Plan;1,50\nB;Plan;2,50\nC;Ist;3,50\nD;Ist;4,50\n'
    expect(amountsOf(apart)).toEqual([1.5, 2.5, 3.5, 4.5])
  })

  it('kinds of documents are no stages', () => {
    const list = 'Text;Kreditor;Belegart;Betrag EUR\nA;L;Rechnung;1,50\nA;L;Gutschrift;2,50\nA;L;Rechnung;3,50\n'
    expect(amountsOf(list)).toEqual([1.5, -2.5, 3.5])
  })
})
