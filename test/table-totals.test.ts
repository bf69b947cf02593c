import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const namesOf = (list: string) => readList(list).items.map(({ name }) => name)
const HEAD = 'Lieferant;Betrag EUR\n'

describe('what begins like a total', () => {
  it.each([
    'Total Gas & Power',
    'Summe Personal GmbH',
    'Gesamt IT GmbH',
    'Total Hygiene Ltd',
    'Total Software Ltd',
    'Summe AG',
    'Total Group plc',
    'Total-Event',
  ])('a line called %s is one', (firm) => {
    for (const list of [
      `${firm};50,10\nAdobe;100,00\nNovell;200,00\n`,
      `Adobe;100,00\n${firm};50,10\nNovell;200,00\n`,
      `Adobe;100,00\nNovell;200,00\n${firm};50,10\n`,
    ])
      // prettier-ignore
      expect(namesOf(HEAD + list)).toContain(firm)
    expect(readList(`${HEAD}Adobe;100,00\n${firm};50,10\nGesamt;150,10\n`)).toMatchObject({ items: { length: 2 }, unusable: 1 })
  })

  it.each([
    'Summe',
    'Gesamt:',
    'Total (EUR)',
    'Summe netto',
    'Summe aller Verträge 2026',
    'Total payments March 2026',
    'Gesamt inkl. 19 % MwSt.',
    'Summe Kapitel 0101 Verwaltung',
    'Total for supplier Acme',
    'Gesamtsumme Köln',
    'Zwischensumme Nord',
    'Grand total Acme',
  ])('%s is a total, whatever it comes to', (total) =>
    expect(namesOf(`${HEAD}Adobe;100,00\nNovell;200,00\n${total};7,00\n`)).toEqual(['Adobe', 'Novell']),
  )

  it('what is the sum of the rows above is a total, of all or of a part', () => {
    const parts = 'Adobe;100,00\nNovell;200,00\nSumme Haus Nord;300,00\nAcme;5,00\nBeta;6,00\nSumme Haus Süd;11,00\n'
    expect(namesOf(`${HEAD + parts}Summe beider Häuser;311,00\n`)).toEqual(['Adobe', 'Novell', 'Acme', 'Beta'])
    expect(readList(`${HEAD + parts}Summe beider Häuser;311,00\n`)).toMatchObject({ rejected: 0, unusable: 3 })
  })

  it('parts of parts: chapters whose sections were summed up', () => {
    const chapter = (name: string, a: number) => `X ${name};${a},00\nY ${name};${a + 1},00\nSumme ${name} Eins;${2 * a + 1},00\nZ ${name};${a + 2},00\nQ ${name};${a + 3},00\nSumme ${name} Zwei;${2 * a + 5},00\nSumme Stadt ${name};${4 * a + 6},00\n` // prettier-ignore
    expect(namesOf(HEAD + chapter('Ost', 10) + chapter('West', 50))).toHaveLength(8)
  })

  it('what follows is the name of a group or of a line', () => {
    const list = 'Produkt;Lieferant;Betrag EUR\nAcme;;\nSuite;L;1,50\nSumme Acme;;9,00\nWartung;Beta;3,50\nTotal Beta;;9,00\n'
    expect(namesOf(list)).toEqual(['Suite', 'Wartung'])
  })

  it('in an inventory, numbers are summed up', () => {
    const list = 'Software;Hersteller;Anzahl\nSuite;Acme;10\nTotal Commander;;7\nViewer;Acme;20\nSumme Haus Nord;;37\n'
    expect(namesOf(list)).toEqual(['Suite', 'Total Commander', 'Viewer'])
  })

  it('rows that say nothing but a sum are totals after a total, too', () => {
    const list = 'Produkt;Lieferant;Betrag EUR\nA;L;1,50\nB;L;2,50\nSumme;;4,00\nC;L;3,50\nD;L;5,50\n;;9,00\n'
    expect(readList(list)).toMatchObject({ items: { length: 4 }, rejected: 0, unusable: 2 })
  })

  it('many that may be totals are no work', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `Total Firma ${'ab'.repeat(i % 7)} x;${i},50`)
    expect(readList(HEAD + rows.join('\n')).items.length).toBeGreaterThan(19_900)
  })
})

describe('what stands as a total', () => {
  const list = (part: string, all: string) =>
    `Los;Bezeichnung;Auftragnehmer;Auftragssumme\n1;Server;Acme GmbH;119,00\n2;Speicher;Beta GmbH;238,00\n;${part};;357,00\n3;Sicherung;Acme GmbH;59,50\n4;Schutz;Beta GmbH;11,90\n;${all};;428,40\n` // prettier-ignore

  it.each([
    ['IT-Infrastruktur gesamt', 'zusammen'],
    ['∑', 'Auftragssumme gesamt'],
    ['Hardware Summe', 'Σ'],
    ['Hardware, gesamt', 'Alle Lose'],
    ['Lose 1 und 2 (gesamt)', 'Gesamtauftragssumme'],
    ['Zusammen:', 'Kosten insgesamt'],
    ['Infrastruktur', 'Infrastruktur und Sicherheit'],
  ])('%s, %s', (part, all) => expect(readList(list(part, all))).toMatchObject({ items: { length: 4 }, rejected: 0, unusable: 2 }))

  it('what only ends or begins so and is no sum is a line', () => {
    for (const line of ['Virenschutz gesamt', 'Alle Lizenzen', 'Hardware Total', 'Zusammen leben e. V.', 'Alle Lose'])
      expect(namesOf(`${HEAD}Adobe;100,00\n${line};50,10\nNovell;200,00\n`)).toContain(line)
    expect(namesOf(`Produkt;Lieferant;Betrag EUR\nA;L;1,50\nB;;7,50\n;L;3,50\n`)).toEqual(['A', 'B', 'L'])
  })

  it('tax within a total is none of its lines', () =>
    expect(namesOf(`${HEAD}Adobe;119,00\nNovell;238,00\nSumme;357,00\ndavon MwSt. 19 %;57,00\nnetto;300,00\n`)).toEqual([
      'Adobe',
      'Novell',
    ]))

  it('SAP marks them with asterisks in a cell of their own; a mark beside anything else is a mark', () => {
    const head = 'Konto;Bezeichnung;Betrag EUR\n527110;Lizenzen;355,00\n527120;Pflege;158,00\n'
    expect(namesOf(`${head}*;Summe Aufwendungen;7,00\n**;Saldo;9,00\n`)).toEqual(['Lizenzen', 'Pflege'])
    expect(namesOf(`${head}*;Sachaufwand;513,00\n`)).toEqual(['Lizenzen', 'Pflege'])
    expect(namesOf(`${head}*;Wartung;98,00\n*;Lizenzen;5,00\n`)).toEqual(['Lizenzen', 'Pflege', 'Wartung', 'Lizenzen'])
  })
})

describe('parts of the row above', () => {
  const head = 'Firma;Gegenstand;Betrag EUR netto\n'
  const notesOf = (list: string) => readList(list).notes.filter(({ code }) => code === 'W-PARTS')

  it('do not count again', () => {
    const list = `${head}Acme SE;Formulare;15.000,00\n;davon Wartung;3.000,00\n;davon Lizenz;12.000,00\nBeta GmbH;Suite;9.000,00\n;inkl. Schulung;900,00\nSumme;;24.000,00\n;hiervon Software;21.000,00\n`
    expect(namesOf(list)).toEqual(['Formulare', 'Suite'])
    expect(readList(list)).toMatchObject({ rejected: 0, unusable: 5 })
    expect(notesOf(list)).toMatchObject([{ params: { n: 4, lines: '3, 4, 6, 8' }, at: 'line 3' }])
  })

  it('a total above which they stand is one', () =>
    expect(namesOf(`${head}Acme;A;7,50\n;davon Wartung;2,00\nBeta;B;9,00\n;Beide Häuser;16,50\n;davon Lizenz;8,00\n`)).toEqual(['A', 'B']))

  it('where the row above states no amount, or a smaller one, they are lines', () => {
    expect(namesOf(`${head}Acme;A;\n;davon Wartung;2,00\n;davon Lizenz;3,00\n`)).toEqual(['A', 'davon Wartung', 'davon Lizenz'])
    expect(namesOf(`${head}Acme;A;1,50\n;davon Wartung;2,00\n`)).toEqual(['A', 'davon Wartung'])
    expect(namesOf(`${head};davon Wartung;2,00\nAcme;A;1,50\n`)).toEqual(['davon Wartung', 'A'])
    expect(namesOf(`${head}Acme;A;7,50\nVerträge;;\n;davon Wartung;2,00\n`)).toEqual(['A', 'davon Wartung'])
  })

  it('what is included may be bought as well', () => {
    expect(namesOf(`${head}Acme;A;7,50\n;inkl. Wartung;7,50\nBeta;inkl. Schulung;2,00\n`)).toEqual(['A', 'inkl. Wartung', 'inkl. Schulung'])
  })

  it('in an inventory', () =>
    expect(namesOf('Software;Version;Anzahl\nSuite;1;10\ndavon mit Wartung;;7\nViewer;2;5\n')).toEqual(['Suite', 'Viewer']))
})
