import { describe, expect, it } from 'vitest'
import type { Item } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import { readList } from './support/list.ts'
import { readFileOf } from './support/read-bytes.ts'
import { ods, xlsx } from './support/workbook.ts'

/** As an office saves it from Excel: windows-1252, signs that Latin-1 lacks at their places there. */
const cp1252 = (text: string): Buffer => Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1')
const money = ({ amount }: Item) =>
  amount && [amount.value, amount.currency, amount.basis, amount.kind, ...(amount.placeholder ? ['placeholder'] : [])].join(' ')
const brief = (item: Item) => [item.ref, item.name, money(item), item.term]
const codes = ({ notes }: Reading) => notes.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`))
const counts = ({ items, rejected, unusable }: Reading) => [items.length, rejected, unusable]

describe('lists as offices keep them', () => {
  it('preamble, units above the heading, a heading in two rows with broken words, groups, subtotals, credits, footnotes', () => {
    const reading = readList(
      cp1252(
        [
          'Stadt Musterstadt;;;;;;;;',
          'Amt für IT – Vertragsübersicht;;;;;;;;',
          'Alle Beträge in TEUR, brutto;;;;;;;;',
          ';;;;;;;;',
          'Vertrags-Nr.;Bezeichnung;Hersteller;Auftragnehmer;Vertrags-;Vertrags-;Kündi-;Jahres-;Anmerkungen',
          ';;;;beginn;ende;gungsfrist;kosten;',
          'A. Standardsoftware;;;;;;;;',
          '24/017;Office (1.250 Lizenzen);Microsoft;Beispiel GmbH;01.07.2024;30.06.2027;3 Monate zum Laufzeitende;412,5;',
          '24/018;Creative Cloud;Adobe;Muster AG;1.1.24;unbefristet;k.A.;18,2;Abruf aus RV',
          ';Zwischensumme A;;;;;;430,7;',
          'B. Fachverfahren;;;;;;;;',
          '23/102;Sozialhilfe;Muster;Muster AG;01.01.2021;31.12.2025;;45,25;',
          '23/102;Gutschrift Sozialhilfe;Muster;Muster AG;01.01.2024;31.12.2024;;-3,25;',
          ';Summe gesamt;;;;;;472,7;',
          ';;;;;;;;',
          '1) Preise gemäß Rahmenvertrag;;;;;;;;',
          '* Angaben ohne Gewähr;;;;;;;;',
        ].join('\r\n'),
      ),
    )
    expect(reading.items.map(brief)).toEqual([
      ['line 8', 'Office (1.250 Lizenzen)', '412500.00 EUR gross annual', { start: '2024-07-01', end: '2027-06-30', notice: 'P3M' }],
      ['line 9', 'Creative Cloud', '18200.00 EUR gross annual', { start: '2024-01-01', endless: true }],
      ['line 12', 'Sozialhilfe', '45250.00 EUR gross annual', { start: '2021-01-01', end: '2025-12-31' }],
      ['line 13', 'Gutschrift Sozialhilfe', '-3250.00 EUR gross annual', { start: '2024-01-01', end: '2024-12-31' }],
    ])
    expect(counts(reading)).toEqual([4, 0, 7])
    expect(codes(reading)).toEqual(['W-ENCODING', 'W-COLUMN Anmerkungen', 'W-SET-ASIDE line 7'])
    expect(reading.fields).toMatchObject({ notice: 'Kündi- / gungsfrist', amount: 'Jahres- / kosten' })
  })

  it('group headings in merged cells, cover, legend, empty and hidden sheets', () => {
    const reading = readFileOf(
      xlsx([
        { name: 'Deckblatt', rows: [['Softwareverzeichnis'], ['Stand', { day: '2026-01-31' }]] },
        {
          name: 'Verträge',
          merged: ['B2:C2', 'D2:E2', 'F2:G2'],
          rows: [
            ['Verzeichnis des Amtes'],
            ['Lfd.\nNr.', 'Software', undefined, 'Vertrag', undefined, 'Kosten (in €)', undefined],
            [undefined, 'Hersteller', 'Produkt', 'Beginn', 'Ende', 'einmalig', 'jährlich'],
            [1, 'Muster', 'Finanzen', { day: '2022-01-01' }, { day: '2031-12-31' }, 1250000, 275000.5],
            [2, 'Muster', 'Datenbank', { day: '2020-05-01' }, 'unbefristet', 0, 98000],
            [3, 'Muster', 'Server', '01.04.2024', '31.03.2027', '', '45.600,00 €'],
            [undefined, 'Summe', undefined, undefined, undefined, 1250000, 418600.5],
          ],
        },
        { name: 'Alt', hidden: true, rows: [['Hersteller', 'Produkt'], ['Muster', 'Netz']] }, // prettier-ignore
        { name: 'Legende', rows: [['Farbe', 'Bedeutung'], ['rot', 'läuft aus']] }, // prettier-ignore
        { name: 'Tabelle3', rows: [] },
      ]),
    )
    expect(reading.items.map(brief)).toEqual([
      ['Verträge!4', 'Finanzen', '275000.50 EUR unknown annual', { start: '2022-01-01', end: '2031-12-31' }],
      ['Verträge!5', 'Datenbank', '98000.00 EUR unknown annual', { start: '2020-05-01', endless: true }],
      ['Verträge!6', 'Server', '45600.00 EUR unknown annual', { start: '2024-04-01', end: '2027-03-31' }],
    ])
    // the sum, two rows of the cover and two of the legend
    expect(counts(reading)).toEqual([3, 0, 5])
    expect(codes(reading)).toEqual([
      'W-COLUMN A',
      'W-SET-ASIDE Verträge!7',
      // what the first line cost once, beside what it costs every year, is not lost without a word
      'W-AMOUNT-UNUSED',
      'W-SHEET Deckblatt',
      'W-SHEET Legende',
      'W-HIDDEN-SHEET Alt',
    ])
    expect(reading.notes[2]!.params).toMatchObject({ column: 'Kosten (in €) / einmalig', instead: 'Kosten (in €) / jährlich', n: 1 })
  })

  it('words broken over lines in a cell', () => {
    const reading = readFileOf(
      ods([
        {
          name: 'Liste',
          rows: [
            ['Auf-\ntragneh-\nmer', 'Vertrags­gegenstand', 'Auftrags-\nsumme\n(netto)', 'Vertrags-\nende', 'Verlänge-\nrung'],
            ['Beispiel AöR', 'E-Akte', '120.000,00 €', { day: '2027-12-31' }, 'ja'],
          ],
        },
      ]),
    )
    expect(reading.items.map(brief)).toEqual([
      ['Liste!2', 'E-Akte', '120000.00 EUR net contract', { end: '2027-12-31', renewsItself: true }],
    ])
    expect(reading.items[0]!.said.supplier).toBe('Beispiel AöR')
  })

  it('a heading in two languages keeps the kind that one of them tells', () => {
    const { items } = readList(
      'Auftragnehmer;Auftragsgegenstand;Auftragswert in EUR;Ende\nContractor;Subject;Value in EUR;End date\n1;2;3;4\nA;B;1.000,50;31.12.2026\n',
    )
    expect(items.map(brief)).toEqual([['line 4', 'B', '1000.50 EUR unknown contract', { end: '2026-12-31' }]])
  })

  it('US and Swiss formats in a German list', () => {
    const us = readList('Begünstigter;Bezeichnung;Betrag EUR;Beginn\nA;X;1,234.56;12/31/2024\nB;Y;12,000.00;01/02/2025\n')
    expect(us.items.map(brief)).toEqual([
      ['line 2', 'X', '1234.56 EUR unknown unknown', { start: '2024-12-31' }],
      ['line 3', 'Y', '12000.00 EUR unknown unknown', { start: '2025-01-02' }],
    ])
    const swiss = readList("Lieferant;Leistung;Betrag CHF\nA;Portal;1'250'000.00\nB;App;98’500.50\n")
    expect(swiss.items.map(money)).toEqual(['1250000.00 CHF unknown unknown', '98500.50 CHF unknown unknown'])
  })

  it('what a spreadsheet could not compute or show is unknown, in a CSV as in a workbook', () => {
    const reading = readList(
      'Produkt;Lieferant;Auftragswert EUR;Vertragsbeginn\n#NAME?;A;1.000,50;#WERT!\nB;#NV;#DIV/0!;########\nC# Kurs;D;4.000,00;2025-01-01 00:00:00\n',
    )
    expect(reading.items.map(brief)).toEqual([
      ['line 2', 'A', '1000.50 EUR unknown contract', undefined],
      ['line 3', 'B', undefined, undefined],
      ['line 4', 'C# Kurs', '4000.00 EUR unknown contract', { start: '2025-01-01' }],
    ])
    expect(JSON.stringify(reading.items)).not.toMatch(/#NAME|#NV/)
    expect(reading.notes).toMatchObject([{ code: 'W-ERROR-CELLS', at: 'line 2', params: { n: 5, value: '#NAME?' } }])
  })

  it('exports of bookkeeping: a number beside the name, Soll and Haben, amounts in the house currency', () => {
    const reading = readList(
      'Kreditor;Name;Buchungstext;Betrag in Hauswährung;Soll/Haben;Belegdatum\n700123;Beispiel GmbH;Lizenzen;12.345,67;S;20250131\n700124;Muster GmbH;Netz;-1.000,00;H;20250228\n',
    )
    expect(reading.items.map((item) => [item.name, item.said.supplier, money(item)])).toEqual([
      ['Lizenzen', 'Beispiel GmbH', '12345.67 EUR unknown unknown'],
      ['Netz', 'Muster GmbH', '-1000.00 EUR unknown unknown'],
    ])
  })

  it('tax and net totals under an offer are no lines', () => {
    const reading = readList(
      'Pos.;Artikelbezeichnung;Hersteller;Menge;EP netto;GP netto\n1;Fenster;A;250;145,50 €;36.375,00 €\n2;Büro;B;250;389,00 €;97.250,00 €\n;;;;Netto;133.625,00 €\n;;;;MwSt. 19%;25.388,75 €\n;;;;Brutto;159.013,75 €\n',
    )
    expect(counts(reading)).toEqual([2, 0, 3])
    // "Netto" may begin a name
    expect(readList('Produkt;Lieferant;Wert EUR\nBrutto-Netto-Rechner;;5,00\nA;B;7,00\n').items).toHaveLength(2)
  })

  it('usual abbreviations, ranges in a column of ends, remarks behind a day', () => {
    const reading = readList(
      [
        'Softwareprodukt (inkl. Version);Lieferant;Anz. Lizenzen;Wartungskosten p.a. [€, netto];Laufzeit von - bis;autom. Verlängerung;Bieteranzahl',
        'ERP 6.0;A;350;120.000;01.01.2022 - 31.12.2026;ja;1',
        'DB 19c;B;8;83.500,50;ab 01.07.2021;nein;2',
      ].join('\n'),
    )
    expect(reading.items.map(({ name, term, said }) => [name, term, said.quantity, said.bids])).toEqual([
      ['ERP 6.0', { start: '2022-01-01', end: '2026-12-31', renewsItself: true }, '350', 1],
      ['DB 19c', { start: '2021-07-01', renewsItself: false }, '8', 2],
    ])
    expect(reading.notes).toEqual([])
    const ends = readList('Produkt;Lieferant;Ende\nA;B;01.01.2025 - 31.12.2025\nC;D;31.12.2026 (Option bis 2028)\n')
    expect(ends.items.map(({ term }) => term)).toEqual([{ start: '2025-01-01', end: '2025-12-31' }, { end: '2026-12-31' }])
  })

  it('of the amounts of several years the column that adds them up holds', () => {
    const reading = readList('Lieferant;Leistung;Betrag 2024 EUR;Betrag 2025 EUR;Gesamt EUR\nA;B;10,00;11,00;21,00\nC;D;5,00;;5,00\n')
    expect(reading.items.map(money)).toEqual(['21.00 EUR unknown unknown', '5.00 EUR unknown unknown'])
    expect(reading.notes.map(({ code, params }) => [code, params])).toMatchObject([
      ['W-AMOUNT-UNUSED', { column: 'Betrag 2025 EUR', n: 1 }],
      ['W-AMOUNT-UNUSED', { column: 'Betrag 2024 EUR', n: 2 }],
    ])
  })

  it('lines that are there twice are named and count', () => {
    const reading = readList('Auftragnehmer;Auftrags-Nr.;Leistung;Betrag €\nA;1;Toner;100,00\nA;1;Toner;100,00\nA;2;Toner;100,00\n')
    expect(reading.items.map(({ counted }) => counted)).toEqual([true, true, true])
    expect(reading.notes).toMatchObject([{ code: 'W-SAME-LINES', at: 'line 3', params: { n: 1, lines: '3' } }])
  })

  it('a pivot table beside its list is no list; alone it is read', () => {
    const pivot = {
      name: 'Auswertung',
      rows: [['Auftragnehmer', 'Summe von Kosten (€)'], ['B', 3000.5], ['Gesamtergebnis', 3000.5]], // prettier-ignore
    }
    const list = { name: '2025', rows: [['Produkt', 'Auftragnehmer', 'Kosten (€)'], ['A', 'B', 1000], ['C', 'B', 2000.5]] } // prettier-ignore
    const reading = readFileOf(xlsx([pivot, list]))
    expect(reading.items.map(({ ref }) => ref)).toEqual(['2025!2', '2025!3'])
    expect(counts(reading)).toEqual([2, 0, 2])
    expect(codes(reading)).toEqual(['W-PIVOT-SHEET Auswertung'])
    expect(readFileOf(xlsx([pivot])).items).toHaveLength(1)
  })
})
