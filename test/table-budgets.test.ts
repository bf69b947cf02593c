import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const notesOf = (content: string, code: string) =>
  readList(content)
    .notes.filter((note) => note.code === code)
    .map(({ params }) => params)

describe('budgets', () => {
  const amounts = (list: string) => readList(list).items.map(({ name, amount }) => [name, amount?.value])

  it.each(['Ansatz 2026 (Erträge)', 'Einnahmen 2026', 'Einzahlungen', 'Gesamterträge', 'Income', 'Total receipts', 'Revenue'])(
    '%s is no spending',
    (heading) => {
      const list = `Bezeichnung;${heading} EUR;Ansatz 2026 (Aufwendungen) EUR\nSchulen;700,50;9000,50\nStraßen;100,50;0\n`
      expect(amounts(list)).toEqual([
        ['Schulen', '9000.50'],
        ['Straßen', '0.00'],
      ])
      expect(notesOf(list, 'W-COLUMN')).toEqual([{ column: `${heading} EUR` }])
    },
  )

  it.each(['Vertragssumme EUR', 'Übertrag EUR', 'Revenue budget EUR', 'Revenue expenditure EUR'])('%s is no income', (heading) =>
    expect(amounts(`Bezeichnung;Lieferant;${heading}\nSchulen;L;700,50\n`)).toEqual([['Schulen', '700.50']]),
  )

  it.each(['Auszahlungen', 'Aufwendungen 2026', 'Ausgaben (EUR)', 'Expenditure', 'Ansatz (Aufwendungen)'])(
    'a minus under %s',
    (heading) => {
      const list = `Bezeichnung;${heading}\nSchulen;-9000,50\nIT;-70000\nStraßen;-5,50\nBad;0\n`
      expect(amounts(list).map(([, amount]) => amount)).toEqual(['9000.50', '70000.00', '5.50', '0.00'])
      expect(notesOf(list, 'W-MINUS')).toMatchObject([{ column: heading, n: 4 }])
    },
  )

  it('a minus here and there is a credit, and so it is under a heading that says nothing', () => {
    const mixed = 'Bezeichnung;Ausgaben EUR\nSchulen;-9000,50\nIT;70000,50\nStraßen;5,50\nBad;-6,50\n'
    expect(amounts(mixed).map(([, amount]) => amount)).toEqual(['-9000.50', '70000.50', '5.50', '-6.50'])
    const all = 'Bezeichnung;Lieferant;Betrag EUR\nA;L;-1,50\nB;L;-2,50\nC;L;-3,50\n'
    expect(amounts(all).map(([, amount]) => amount)).toEqual(['-1.50', '-2.50', '-3.50'])
    expect(notesOf(mixed + all, 'W-MINUS')).toEqual([])
  })

  it('in a ledger the left side was spent and the right side came back; alone, „Soll“ is a plan', () => {
    const list = 'Beleg;Kreditor;Buchungstext;Soll EUR;Haben EUR\n1;L;Miete;4312,55;\n2;L;Gutschrift;0,00;312,55\n3;M;Storno;;-5,50\n'
    expect(amounts(list)).toEqual([
      ['Miete', '4312.55'],
      ['Gutschrift', '-312.55'],
      ['Storno', '5.50'],
    ])
    expect(readList(list).items.map(({ amount }) => amount?.kind)).toEqual(['payment', 'payment', 'payment'])
    expect(readList('Bezeichnung;Soll EUR\nSchulen;9000,50\n').items[0]!.amount?.kind).toBe('budget')
  })

  it("on creditors' accounts an invoice has the minus sign, a credit note none", () => {
    const rows = 'L;1;KR;12,50-;EUR;A\nL;2;KR;13,50-;EUR;B\nM;3;KG;1,50;EUR;C\nM;4;KR;14,50-;EUR;D\n'
    const list = `Kreditor;Belegnummer;Belegart;Betrag in Hauswährung;Hauswährung;Text\n${rows}`
    expect(amounts(list).map(([, amount]) => amount)).toEqual(['12.50', '13.50', '-1.50', '14.50'])
    expect(notesOf(list, 'W-MINUS')).toMatchObject([{ n: 4 }])
  })

  it.each([
    ['E/A', 'E', 'A'],
    ['Titelart', 'Einnahmetitel', 'Ausgabetitel'],
    ['Einnahme/Ausgabe', 'Einnahme', 'Ausgabe'],
    ['Art', 'Erträge', 'Aufwendungen'],
    ['Type', 'Income', 'Expenditure'],
    ['Aufwand/Ertrag', 'Ertrag', 'Aufwand'],
    ['Auszahlung/Einzahlung', 'E', 'A'],
    ['Budget Richtung', 'Einnahmen ', 'Ausgaben'],
    ['Aggregat', 'EINN.KONSU', 'AUSG.PERS'],
    ['Seite', 'Ordentliche Erträge', 'Ordentliche Aufwendungen'],
    ['Bemerkungen', 'Revenue', 'Expenses'],
    ['Kostenart', 'Erträge', 'Aufwendungen'],
  ])('%s tells of each row whether it is income', (heading, income, expenditure) => {
    const list = `Zweckbestimmung;${heading};Ansatz EUR\nGebühren;${income};40,50\nSoftware;${expenditure};15,50\nMieten;${income};50,50\n`
    expect(amounts(list)).toEqual([['Software', '15.50']])
    expect(notesOf(list, 'W-INCOME')).toEqual([{ n: 2, lines: '2, 4' }])
    expect(readList(list)).toMatchObject({ rejected: 0, unusable: 2 })
  })

  it.each(['-48,50', '30,75'])('a total of income and spending, or of spending alone, is no line (%s)', (total) => {
    const rows = 'Gebühren;E;01;-79,25\nSoftware;A;02;10,50\nMieten;A;02;20,25\n'
    const list = `Zweckbestimmung;E/A;Aktenzeichen;Ansatz EUR\n${rows}Haushalt;;;${total}\n`
    expect(amounts(list).map(([name]) => name)).toEqual(['Software', 'Mieten'])
  })

  it('where rows are told apart, the minus of expenditure is none of a credit', () => {
    const rows = 'A;Aufwendungen;-1,50\nA;Erträge;9,50\nB;Aufwendungen;-2,50\nC;Aufwendungen;-3,50\n'
    for (const heading of ['Art', 'Aufwand/Ertrag', 'Richtung'])
      expect(amounts(`Bezeichnung;${heading};Betrag EUR\n${rows}`).map(([, amount]) => amount)).toEqual(['1.50', '2.50', '3.50'])
  })

  it('other kinds, and one kind for all, tell nothing of rows', () => {
    const list = (kinds: readonly string[]) => `Supplier;Type;Amount GBP\n${kinds.map((kind, i) => `F${i};${kind};1,5${i}`).join('\n')}\n`
    for (const kinds of [
      ['Revenue', 'Revenue', 'Revenue'],
      ['Revenue', 'Capital', 'Expenditure'],
      ['E', 'A', 'A'],
    ])
      // prettier-ignore
      expect(amounts(list(kinds)), kinds.join()).toHaveLength(3)
    const none = list(['Income', 'Expenditure', 'Grant']).replace('Type', 'Side')
    expect(amounts(none)).toHaveLength(3)
    expect(notesOf(none, 'W-COLUMN')).toEqual([{ column: 'Side' }])
    expect(amounts(list(['Einnahme', 'Einnahme', 'Einnahme']).replace('Type', 'Seite'))).toHaveLength(3)
    expect(amounts('Produkt;Lieferant;E/A;Betrag EUR\nA;L;EA-100;1,50\nB;L;XY;2,50\n')).toHaveLength(2)
  })

  it.each([
    ['Titel', '11910', '51110', '31 9'],
    ['Haushaltstitel', '119 10', '511 10', '981 03'],
    ['Titel-Nr.', '1510', '51110', '98103'],
    ['Gruppierung', '119 10', '51110', '-'],
    ['Haushaltsstelle', '0101-119 10', '0101-511 10', '0102-981 03'],
    ['Hst.', '0010.11910-3', '0010.51110-9', '0010.98103-1'],
  ])('in „%s“ the first digit of a title tells income', (heading, income, expenditure, other) => {
    const more = Array.from({ length: 20 }, (_, i) => `0101;${expenditure};IT ${i};${i + 1},50`)
    const rows = [`0101;${income};Gebühren;40,50`, ...more, `0102;${other};Rücklage;5,50`]
    const list = (titles: string) => `Kapitel;${titles};Zweckbestimmung;Ansatz EUR\n${rows.join('\n')}\n`
    expect(amounts(list(heading)).map(([name]) => name)).toEqual([...Array.from({ length: 20 }, (_, i) => `IT ${i}`), 'Rücklage'])
    expect(notesOf(list(heading), 'W-INCOME-TITLES')).toEqual([{ n: 1, lines: '2', column: heading }])
    expect(amounts(list('Seite'))).toHaveLength(22)
    expect(readList(list('Seite'), { columns: { Seite: 'flow' } }).items).toHaveLength(21)
  })

  it('numbers that are no titles of a budget tell nothing, and words come first', () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${i}1101;P${i};L;${i + 1},50`)
    expect(amounts(`Titel;Produkt;Lieferant;Betrag EUR\n${rows.join('\n')}\n`)).toHaveLength(9)
    const list = (titles: readonly string[]) =>
      `Kapitel;Titel;Zweckbestimmung;Ansatz EUR\n${titles.map((title, i) => `0101;${title};Z${i};1,5${i}`).join('\n')}\n`
    expect(amounts(list(['11910', '51110', '1', '2', '3']))).toHaveLength(5)
    expect(amounts(list(['11910', '11911', '11912', '11913']))).toHaveLength(4)
    const both = 'Kapitel;Titel;E/A;Zweckbestimmung;Ansatz EUR\n01;11910;A;X;1,50\n01;51101;E;Y;2,50\n01;51102;A;Z;3,50\n'
    expect(amounts(both).map(([name]) => name)).toEqual(['X', 'Z'])
  })

  it.each([
    ['Sachkonto', 44850000, 52910000, 78310000],
    ['Kostenart', 34850000, 42910000, 78310000],
    ['Kontengruppe', 44, 52, 78],
  ])('„%s“: accounts and the signs of their amounts together tell income', (heading, income, spending, paid) => {
    const list = (sign: string, other: string) => {
      const rows = Array.from(
        { length: 10 },
        (_, n) => `A;${income};${sign}1,5${n}\nB${n};${spending};${other}2,5${n}\nC;63100000;${sign}3,5${n}`,
      )
      return `Bezeichnung;${heading};Plan 2026 EUR\n${rows.join('\n')}\nD;${spending};${sign}4,50\nA;${income};0\nF;${paid};${other}5,50\n`
    }
    const spent = Array.from({ length: 10 }, (_, n) => [`B${n}`, `2.5${n}`])
    expect(amounts(list('-', ''))).toEqual([...spent, ['D', '-4.50'], ['F', '5.50']])
    expect(amounts(list('', '-'))).toEqual([...spent, ['D', '-4.50'], ['F', '5.50']])
    expect(notesOf(list('-', ''), 'W-INCOME-ACCOUNTS')).toMatchObject([{ n: 21, column: heading }])
    expect(readList(list('-', ''), { columns: { [heading]: 'flow' } }).items).toHaveLength(12)
    expect(amounts(list('', ''))).toHaveLength(33)
    expect(amounts(list('-', '').replace('Plan 2026', 'Betrag'))).toHaveLength(33)
    expect(notesOf(list('', ''), 'W-COLUMN')).toEqual([{ column: heading }])
  })

  const chart = (few: string, many: string, heading = 'Ansatz 2026 EUR') =>
    `Sachkonto;Bezeichnung;${heading}\n${few}\n529110;Suite;110,50\n529120;Pflege;54,50\n529130;Wolke;45,50\n${many}`

  it.each([
    ['one account of income', chart('448200;Erstattung;32,50', ''), 3, 1],
    ['one with the other sign', chart('448200;Erstattung;-32,50', ''), 3, 1],
    ['two beside five', chart('448200;A;32,50\n441100;B;1,50', '521100;C;5,50\n'), 4, 2],
    ['receipts and payments among them', chart('448200;A;32,50\n648200;B;1,50', '783100;C;5,50\n'), 4, 2],
    ['short numbers, by words', chart('4482;Kostenerstattung vom Land;32,50', '').replaceAll('5291', '52'), 3, 1],
    ['the other chart', chart('348200;Erstattung;32,50', '').replaceAll('5291', '4291'), 3, 1],
  ])('the classes of accounts tell income: %s', (_, list, lines, income) => {
    expect(amounts(list)).toHaveLength(lines)
    expect(notesOf(list, 'W-INCOME-ACCOUNTS')).toMatchObject([{ n: income, column: 'Sachkonto' }])
  })

  it.each([
    ['as many of either class', chart('448200;A;32,50\n441100;B;1,50', ''), 5],
    ['both signs among the few', chart('448200;A;32,50\n441100;B;-1,50', '521100;C;5,50\n521200;D;5,50\n'), 7],
    ['three classes', chart('348200;A;32,50\n448200;B;1,50', '521100;C;5,50\n521200;D;5,50\n'), 7],
    ['purchases in the chart of a company', chart('3400;Wareneingang Lizenzen;32,50', '').replaceAll('5291', '48'), 4],
    ['the same in long numbers', chart('340000;Wareneingang Lizenzen;32,50', '').replaceAll('5291', '4806'), 4],
    ['short numbers without words', chart('4482;A;32,50', '').replaceAll('5291', '52'), 4],
    ['no budget', chart('448200;Erstattung;32,50', '', 'Betrag EUR'), 4],
  ])('and do not: %s', (_, list, lines) => expect(amounts(list)).toHaveLength(lines))

  it('or a mapping file says it', () => {
    const list = chart('3482;A;32,50', '').replaceAll('5291', '42')
    expect(readList(list, { columns: { Sachkonto: 'flow' } }).items).toHaveLength(3)
  })

  const form = (list: string) => `Nr.;Bezeichnung;Ansatz 2025 EUR;Ansatz 2026 EUR\n${list}`
  const IN = '6;Umlage;30,50;32,50\n7;Sonstiges;1,50;0,50\n'
  const OUT = '13;Suite;98,50;110,50\n14;Pflege;51,50;54,50\n'
  const TOTALS = ['10;= Ordentliche Erträge;32,00;33,00\n', '17;= Ordentliche Aufwendungen;150,00;165,00\n18;= Ergebnis;-118,00;-132,00\n']

  it.each([
    ['its totals', form(IN + TOTALS[0] + OUT + TOTALS[1])],
    ['its headings', form(`Erträge;;;\n${IN}Aufwendungen;;;\n${OUT}`)],
    [
      'numbered headings, with others between them',
      form(`I. Erträge;;;\n6;Umlage;30,50;32,50\nUmlagen;;;\n7;B;1,50;0,50\nII. Aufwendungen;;;\n${OUT}`),
    ],
    ['both', form(`Erträge;;;\n${IN}${TOTALS[0]}Aufwendungen;;;\n${OUT}${TOTALS[1]}`)],
    ['totals that are called so', form(`${IN};Summe Einnahmen;32,00;33,00\n${OUT};Summe Ausgaben;150,00;165,00\n`)],
  ])('a form of the budget tells income by %s', (_, list) => {
    expect(amounts(list).map(([name]) => name)).toEqual(['Suite', 'Pflege'])
    expect(notesOf(list, 'W-INCOME')).toMatchObject([{ n: 2 }])
  })

  it('what begins with the sign of a sum is a total, and nothing is income by one heading or total', () => {
    expect(amounts(form(OUT + TOTALS[1])).map(([name]) => name)).toEqual(['Suite', 'Pflege'])
    expect(amounts(form(`Erträge;;;\n${IN}`))).toHaveLength(2)
    expect(amounts(form(IN + TOTALS[0]!.replace('32,00;33,00', '9,00;9,00') + OUT + TOTALS[1]))).toHaveLength(4)
    expect(notesOf(form(OUT + TOTALS[1]), 'W-TOTAL')).toEqual([])
  })
})
