import { describe, expect, it } from 'vitest'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { ods, xlsx } from './support/workbook.ts'

const AS_OF = '2026-11-23'
const read = (list: string) => readList(list, undefined, undefined, AS_OF)
const amountsOf = (list: string) =>
  read(list).items.map(({ amount }) => amount && `${Number(amount.value)} ${amount.currency} ${amount.kind}`)
const note = (list: string, code: string) => read(list).notes.find((one) => one.code === code)?.params

describe('a second row of the heading', () => {
  it('says of amounts under one heading what kind each is', () => {
    const list =
      'Vertrag;Firma;Kosten;;Laufzeit\n;;einmalig;jährlich;\nKIS;Dedalus;1.000,50;100,50;bis 31.12.2027\nPACS;Visus;;200,50;bis 31.12.2028\n'
    expect(amountsOf(list)).toEqual(['100.5 EUR annual', '200.5 EUR annual'])
    expect(read(list)).toMatchObject({ rejected: 0 })
    expect(note(list, 'W-AMOUNT-UNUSED')).toMatchObject({ column: 'Kosten / einmalig', instead: 'Kosten / jährlich' })
  })

  it('is none where it says something of other columns', () => {
    const list = 'Vertrag;Firma;Kosten;\nKIS;Dedalus;einmalig;jährlich\n'
    expect(read(list).items[0]!.name).toBe('KIS')
  })
})

describe('what may be a total', () => {
  it.each(['+ 19 % USt', 'zzgl. gesetzlicher MwSt. (19 %)', 'zuzüglich 19 % Umsatzsteuer', 'zzgl. gesetzl. MwSt'])(
    'tax under an offer: %s',
    (tax) => {
      expect(
        amountsOf(
          `Leistung;Anbieter;Preis netto\nBüro;Acme GmbH;100,50\nGrafik;Acme GmbH;200,50\nnetto;;301,00\n${tax};;57,19\nbrutto;;358,19\n`,
        ),
      ).toHaveLength(2)
    },
  )

  it('the result of a group of one line, as Excel writes it', () => {
    const list =
      'Lieferant;Produkt;Betrag EUR\nAcme AG;Büro;100,50\nAcme AG;Grafik;200,50\nAcme AG Ergebnis;;301,00\nBeta SE;ERP;300,50\nBeta SE Ergebnis;;300,50\nGesamtergebnis;;601,50\n'
    expect(amountsOf(list)).toEqual(['100.5 EUR unknown', '200.5 EUR unknown', '300.5 EUR unknown'])
  })

  it('the heading again in a short table with another first word', () => {
    const list =
      'Produkt;Lieferant;Betrag EUR\nBüro;Acme GmbH;100,50\nSumme;;100,50\n\nGerät;Lieferant;Betrag EUR\nServer;Beta AG;400,50\nDrucker;Beta AG;40,50\n'
    expect(read(list).items.map(({ name }) => name)).toEqual(['Büro', 'Server', 'Drucker'])
  })
})

describe('headings of amounts', () => {
  it.each([
    ['HH-Ansatz 2026;Ist 2025', '1,50;2,50', '1.5 EUR budget'],
    ['Kosten alt EUR;Kosten neu EUR', '1,50;2,50', '2.5 EUR unknown'],
    ['Kosten alt;Kosten neu', '1,50;2,50', '2.5 EUR unknown'],
    ['Preis neu;Preis alt', '1,50;2,50', '1.5 EUR unknown'],
    ['Vertragswert (ursprünglich);Vertragswert neu', '1,50;2,50', '2.5 EUR contract'],
    ['Kosten für zwölf Monate;X', '12.000,50;', '12000.5 EUR annual'],
    ['Kosten für sechs Monate;Kosten für zwölf Monate', '100,50;200,50', '201 EUR annual'],
    ['Bisherige Kosten;Aktuelle Kosten', '1,50;2,50', '2.5 EUR unknown'],
    ['Kosten pro Semester EUR;X', '1,50;', '3 EUR annual'],
    ['Kosten;X', '12.000,50 EUR/a;', '12000.5 EUR annual'],
    ['Nutzer;Kosten je Nutzer/Monat EUR', '100;10,50', '12600 EUR annual'],
  ])('%s', (heading, row, expected) => expect(amountsOf(`Produkt;Lieferant;${heading}\nBüro;Acme GmbH;${row}\n`)).toEqual([expected]))

  it('those of a person stay what they are', () => {
    const { items } = read('Produkt;Lieferant;Nutzer;Preis je Nutzer EUR\nBüro;Acme GmbH;Amt 10;10,50\n')
    expect(items[0]!.said).toEqual({ product: 'Büro', supplier: 'Acme GmbH' })
  })

  it('of a DATEV export', () => {
    const list =
      'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Konto;Belegfeld 1;Buchungstext\n1190,00;S;EUR;4980;RE-1;Büro\n2380,00;S;USD;4980;RE-2;Grafik\n119,00;H;EUR;4980;GS-1;Gutschrift RE-1\n'
    expect(amountsOf(list)).toEqual(['1190 EUR payment', '2380 USD payment', '-119 EUR payment'])
    expect(read(list).items.map(({ amount }) => amount!.document)).toEqual(['re1', undefined, 're1'])
  })
})

describe('cells that point to the one above', () => {
  it.each(['dito', 'Dto.', '"', '-"-', '– „ –', 'wie oben', 's. o.', "''"])('„%s“ says what stands there', (mark) => {
    const cell = `"${mark.replaceAll('"', '""')}"`
    const list = `Produkt;Lieferant;Betrag;Währung\nBüro;Acme GmbH;1,50;USD\nGrafik;${cell};2,50;${cell}\nWolke;${cell};3,50;EUR\n`
    expect(read(list).items.map(({ said }) => said.supplier)).toEqual(['Acme GmbH', 'Acme GmbH', 'Acme GmbH'])
    expect(amountsOf(list)).toEqual(['1.5 USD unknown', '2.5 USD unknown', '3.5 EUR unknown'])
    expect(note(list, 'W-DITTO')).toEqual({ n: 2, texts: `"${mark}"`, lines: '3, 4' })
  })

  it('but a thing may be called so', () => {
    const list = (...rows: readonly string[]) => ['Produkt;Lieferant;Betrag EUR', 'Büro;Acme GmbH;1,50', ...rows, ''].join('\n')
    const products = (text: string) => read(text).items.map(({ said }) => said.product)
    expect(products(list('Ditto;Beta AG;2,50', 'Grafik;Gamma AG;3,50'))).toEqual(['Büro', 'Ditto', 'Grafik'])
    expect(note(list('Ditto;Beta AG;2,50'), 'W-DITTO')).toBeUndefined()
    expect(products(list('Idem;Acme GmbH;2,50', 'Idem;"""";3,50', 'idem;Beta AG;4,50'))).toEqual(['Büro', 'Büro', 'Büro', 'Büro'])
    expect(note(list('Idem;Acme GmbH;2,50', 'Idem;"""";3,50'), 'W-DITTO')).toEqual({ n: 2, texts: '"Idem", """', lines: '3, 4' })
  })

  it('of an amount they say nothing', () => {
    const list = 'Produkt;Lieferant;Betrag EUR\nBüro;Acme GmbH;1,50\nGrafik;Acme GmbH;dito\n'
    expect(amountsOf(list)).toEqual(['1.5 EUR unknown', undefined])
    expect(note(list, 'W-CELL')).toMatchObject({ value: 'dito' })
  })
})

describe('a currency right of an amount', () => {
  const rows = [
    ['Produkt', 'Lieferant', 'Betrag'],
    ['Büro', 'Acme GmbH', 100.5, 'EUR'],
    ['Grafik', 'Acme GmbH', 50.5, 'USD'],
  ]
  it.each([
    ['XLSX', xlsx],
    ['ODS', ods],
  ])('is that of its row also without a heading: %s', (_, workbook) => {
    const content = workbook([{ name: 'L', rows, merged: ['C1:D1'] }])
    const { items, notes } = readInputs({ ...bytesOf(content, 'w'), sha256: () => '' }, { limits: LIMITS, asOf: AS_OF })[0]!.reading
    expect(items.map(({ amount }) => amount?.currency)).toEqual(['EUR', 'USD'])
    expect(notes.map(({ code }) => code)).not.toContain('W-BEYOND')
  })
})

describe('prices', () => {
  it('of which nobody says whether they are for one piece are named beside a number of pieces', () => {
    const list = (heading: string) => `Produkt;Lieferant;Anzahl;${heading}\nBüro;Acme GmbH;2;100,50\nGrafik;Acme GmbH;1;20,50\n`
    expect(note(list('Preis EUR'), 'W-PRICE-OR-SUM')).toEqual({
      column: 'Preis EUR',
      quantity: 'Anzahl',
      n: 1,
      line: '"Preis EUR": unitPrice',
    })
    expect(note(list('Kosten EUR'), 'W-PRICE-OR-SUM')).toBeUndefined()
    expect(note(list('Gesamtpreis EUR'), 'W-PRICE-OR-SUM')).toBeUndefined()
    expect(note(list('Einzelpreis EUR'), 'W-UNIT-PRICES')).toBeUndefined()
  })

  it('of pieces that nobody counted are named', () => {
    expect(note('Produkt;Lieferant;Einzelpreis EUR\nBüro;Acme GmbH;100,50\n', 'W-UNIT-PRICES')).toEqual({ n: 1, column: 'Einzelpreis EUR' })
  })
})

describe('how large an amount is', () => {
  it.each(['Einheit', 'Währung', 'Dim.', ''])('may stand in a column beside it: „%s“', (heading) => {
    const list = `Maßnahme;Auftragnehmer;Betrag;${heading};Ort\nERP;Acme AG;120,5;T€;A\nDMS;Beta;200;EUR;B\nNetz;Beta;1,5;Mio. €;C\nAkte;Beta;80;TEUR;D\n`
    expect(amountsOf(list)).toEqual(['120500 EUR unknown', '200 EUR unknown', '1500000 EUR unknown', '80000 EUR unknown'])
  })

  it('is said once: a heading in thousands is not multiplied again', () => {
    expect(amountsOf('Maßnahme;Auftragnehmer;Betrag in T€;Währung\nERP;Acme AG;120,5;EUR\nDMS;Beta;80;T€\n')).toEqual([
      '120500 EUR unknown',
      '80000 EUR unknown',
    ])
  })
})

describe('credits by their type', () => {
  const list = (credit: string) =>
    `Rechnungsnr;Art;Lieferant;Text;Betrag EUR\nR1;Rechnung;Acme AG;Büro;100,50\nG1;Gutschrift;Acme AG;Büro;${credit}\n`
  it('reduce what was spent where neither has a sign', () => {
    expect(amountsOf(list('20,50'))).toEqual(['100.5 EUR unknown', '-20.5 EUR unknown'])
    expect(note(list('20,50'), 'W-TYPE-CREDIT')).toEqual({ column: 'Art', n: 1, sum: '20.50 EUR' })
    expect(note(list('20,50'), 'W-MAYBE-CREDIT')).toBeUndefined()
  })

  it('are not turned twice', () => {
    expect(amountsOf(list('-20,50'))).toEqual(['100.5 EUR unknown', '-20.5 EUR unknown'])
    expect(note(list('-20,50'), 'W-TYPE-CREDIT')).toBeUndefined()
  })
})

describe('years of two digits', () => {
  it.each([
    ['Kosten 25;Kosten 26;Kosten 27', '2.5 EUR annual'],
    ["Ist '25;Ansatz '26;Ansatz '27", '2.5 EUR budget'],
    ['Preis 10;Preis 25;Preis 50', '1.5 EUR unknown'],
    ['Kosten 25;Kosten 27;Kosten 29', '1.5 EUR unknown'],
  ])('%s', (heading, expected) => expect(amountsOf(`Produkt;Lieferant;${heading}\nBüro;Acme GmbH;1,50;2,50;3,50\n`)).toEqual([expected]))
})

describe('an amount for several years', () => {
  it.each([
    ['Kosten für 3 Jahre EUR', '100 EUR annual'],
    ['Gesamtkosten (über 36 Monate)', '100 EUR annual'],
    ['TCO 5 Jahre EUR', '60 EUR annual'],
    ['Auftragswert für vier Jahre', '75 EUR annual'],
    ['Kosten ab 3 Jahre', undefined],
  ])('is a part of it a year: %s', (heading, expected) => {
    const [amount] = amountsOf(`Produkt;Lieferant;${heading}\nBüro;Acme GmbH;300,00\n`)
    expect(amount === '300 EUR unknown' ? undefined : amount).toBe(expected)
  })
})

describe('lines that call themselves optional', () => {
  it('count and are named', () => {
    const list =
      'Pos;Produkt;Lieferant;Betrag EUR\n1;Büro;Acme;100,50\n2;Grafik (optional);Acme;50,50\n3;Alternativ: Bild;Acme;20,50\n4;Eventualposition – Schulung;Acme;1,50\n5;Optionale Module;Acme;5,50\n'
    expect(amountsOf(list)).toHaveLength(5)
    expect(note(list, 'W-OPTIONAL')).toEqual({ n: 3, sum: '72.50 EUR', lines: '3, 4, 5' })
  })
})
