import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const first = (list: string) => readList(list).items[0]
const fields = (list: string) => readList(list).fields

describe('headings of exports', () => {
  it('i-doit says under „Kostenberechnung“ how often its costs are due', () => {
    const list =
      'Objekttitel;Vertragspartner;Kosten;Kostenberechnung;Startdatum;Enddatum\nAnschluss;Acme;890,50 €;Monatlich;01.05.2025;30.04.2027\n'
    expect(first(list)?.amount).toMatchObject({ value: '10686.00', kind: 'annual' })
  })

  it('leasing: who gives what at which rate', () => {
    const list = 'Leasingobjekt;Leasinggeber;Monatl. Leasingrate netto EUR;Restwert EUR\nNotebooks;Acme AG;1.250,50;5.000,00\n'
    expect(first(list)).toMatchObject({ name: 'Notebooks', said: { supplier: 'Acme AG' }, amount: { value: '15006.00', kind: 'annual' } })
  })

  it.each([
    ['Subscription Name,Quantity,Unit Price,Total Price,Renewal Date,Auto-renew', 'A,5,36.00,180.00,2027-06-30,On', { name: 'Subscription Name' }],
    ['Product Family,License Version,Licensed Quantity', 'A,2022,96', { name: 'Product Family', version: 'License Version' }],
    ['Computer Name,Application Title,Application Version,Number of Installs', 'M,A,118.0,1', { name: 'Application Title' }],
    ['computer,package,installed_version,held', 's,openssl,3.0.2,false', { name: 'package', version: 'installed_version' }],
    ['server_name,package_name,package_version,package_arch', 's,openssl,1.1.1k,x86_64', { name: 'package_name', version: 'package_version' }],
    ['Contract Id,Contract,Supplier,Effective Date,Expiration Date,Contract Amount', 'C1,Wolke,Acme,2025-01-01,2027-12-31,"360,000.50"', { name: 'Contract', start: 'Effective Date', end: 'Expiration Date' }],
    ['Gläubiger;Verwendungszweck;Anordnungsbetrag', 'Acme GmbH;Wolke;11.900,50', { supplier: 'Gläubiger' }],
    ['Rahmenvertrag;Abruf;Lieferant;Wert EUR', 'RV 1;Wolke;Acme;100,50', { name: 'Abruf' }],
    ['Vertrag;Name 1;Kurztext;Abrufwert EUR;Laufzeitb.;Laufzeitende', '46;Acme;Wolke;100,50;01.01.2025;31.12.2028', { start: 'Laufzeitb.' }],
  ])('%s', (heading, line, expected) => expect(fields(`${heading}\n${line}\n`)).toMatchObject(expected)) // prettier-ignore

  it('"Auto-renew" On and Off', () => {
    const list = 'Product,Renewal Date,Auto-renew\nA,2027-06-30,On\nB,2027-06-30,Off\n'
    expect(readList(list).items.map(({ term }) => term?.renewsItself)).toEqual([true, false])
  })

  it('numbers below „Abruf“ name nothing', () => {
    expect(first('Rahmenvertrag;Abruf;Lieferant;Wert EUR\nRV 1;12;Acme;100,50\n')?.name).toBe('Acme')
  })
})

const amountsIn = (list: string, asOf?: string) =>
  readList(list, undefined, undefined, asOf).items.map(({ amount }) => amount && `${amount.value} ${amount.kind}`)
const codesIn = (list: string) => readList(list).notes.map(({ code }) => code)

describe('what a cell says beside its amount', () => {
  const read = (cell: string) => {
    const { items, notes } = readList(`Vertrag;Lieferant;Rate EUR;Ende\nWolke;Acme;${cell};31.12.2027\nNetz;Beta;1,50;31.12.2027\n`)
    return [items[0]?.amount && `${items[0].amount.value} ${items[0].amount.kind}`, notes.some(({ code }) => code === 'W-CELL')]
  }

  it.each([
    ['30.000,50 € vierteljährlich im Voraus', '120002.00 annual'],
    ['80.000,50 € jährlich im Voraus zum 01.01.', '80000.50 annual'],
    ['36.000,00 € für 3 Jahre', '12000.00 annual'],
    ['36.000,00 € für 36 Monate', '12000.00 annual'],
    ['50.000,50 €, +3 % p. a.', '50000.50 unknown'],
    ['50.000,50 € (+2,5 % jährlich)', '50000.50 unknown'],
    ['20.000,50 € (Indexierung VPI)', '20000.50 unknown'],
    ['20.000,50 € VPI-indexiert', '20000.50 unknown'],
    ['20.000,50 € p. a., Preisanpassung nach VPI', '20000.50 annual'],
  ])('%s', (cell, amount) => expect(read(cell)).toEqual([amount, false]))

  it.each(['20.000,50 € +3 %', '20.000,50 € Index 112', '20.000,50 € im Voraus 500 €', '3 % p. a.'])('%s is no amount', (cell) =>
    expect(read(cell)).toEqual([undefined, true]),
  )

  it('Swiss francs', () => {
    const { items } = readList("Vertrag;Lieferant;Kosten\nA;B;Fr. 80'000.50\nC;D;Fr. 15'000.–\n")
    expect(items.map(({ amount }) => [amount?.value, amount?.currency])).toEqual([['80000.50', 'CHF'], ['15000.00', 'CHF']]) // prettier-ignore
    expect(readList('Vertrag;Lieferant;Kosten\nA;B;FR. 75001\n').items[0]?.amount?.currency).not.toBe('CHF')
  })
})

describe('what is paid for several years in advance', () => {
  it.each([
    ['3 Jahre im Voraus', '12000.00 annual'],
    ['Vorauszahlung 2 Jahre', '18000.00 annual'],
    ['Vorauszahlung für 36 Monate', '12000.00 annual'],
    ['2 years in advance', '18000.00 annual'],
  ])('%s', (interval, amount) =>
    expect(amountsIn(`Vertrag;Lieferant;Betrag EUR;Zahlungsweise\nA;B;36.000,00;${interval}\nC;D;1,50;jährlich\n`)[0]).toBe(amount),
  )
})

describe('years by their distance from the current one', () => {
  it.each([
    ['Kosten laufendes Jahr', 'Kosten Folgejahr'],
    ['Kosten im laufenden Jahr', 'Kosten im nächsten Jahr'],
    ['Kosten', 'Kosten Vorjahr'],
    ['Cost current year', 'Cost next year'],
  ])('%s holds beside %s', (now, then) => {
    for (const headings of [`${now};${then}`, `${then};${now}`]) {
      const cells = headings.startsWith(`${now};`) ? '120,50 €;125,50 €' : '125,50 €;120,50 €'
      const list = `Vertrag;Lieferant;${headings}\nA;B;${cells}\nC;D;${cells}\n`
      expect(amountsIn(list).map((amount) => amount?.split(' ')[0])).toEqual(['120.50', '120.50'])
      expect(codesIn(list)).toContain('W-AMOUNT-UNUSED')
    }
  })

  it('what only the other year states is no amount of this one, and named', () => {
    const list = 'Vertrag;Lieferant;Kosten laufendes Jahr;Kosten Folgejahr\nA;B;120,50 €;125,50 €\nC;D;;7,50 €\n'
    expect(amountsIn(list)).toEqual(['120.50 annual', undefined])
    expect(codesIn(list)).toContain('W-AMOUNT-MISSED')
  })
})

describe('columns headed by nothing but a year', () => {
  const list = (cell: string) => `Vertrag;Lieferant;2025;2026\nA;B;100,50 €;103,50 €\nC;D;;${cell}\n`

  it('hold amounts where their cells name a currency', () =>
    expect(amountsIn(list('82,50 €'), '2026-12-01')).toEqual(['103.50 annual', '82.50 annual']))

  it('else nobody knows what', () => expect(amountsIn(list('82'), '2026-12-01')).toEqual([undefined, undefined]))
})

describe('a day alone in a column of terms', () => {
  const term = (cell: string) => first(`Vertrag;Lieferant;Betrag EUR;Laufzeit\nA;B;1,50;"${cell}"\n`)?.term

  it.each([
    ['01.01.2024, Option 12 Monate', { start: '2024-01-01' }],
    ['31.12.2026, Verlängerungsoption 2 x 12 Monate', { end: '2026-12-31', option: 'P24M' }],
    ['30.06.2027', undefined],
    ['15.06.2027', undefined],
  ])('%s', (cell, expected) => expect(term(cell)).toEqual(expected))

  it('„6 Wo.“ are weeks', () => {
    expect(first('Vertrag;Lieferant;Betrag EUR;Kündigungsfrist\nA;B;1,50;6 Wo.\n')?.term).toMatchObject({ notice: 'P6W' })
  })
})

describe('how often an amount is due goes before how long it is for', () => {
  const amounts = (heading: string, ...cells: readonly string[]) =>
    amountsIn(`Vertrag;Lieferant;${heading}\n${cells.map((cell, i) => `V${i};Acme;"${cell}"\n`).join('')}`)

  it('in the cell', () => {
    const cells = ['120,00 € mtl. auf 36 Monate', '50,00 € monatlich für 4 Jahre', '5.000,00 € jährlich für 3 Jahre']
    expect(amounts('Kosten', ...cells)).toEqual(['1440.00 annual', '600.00 annual', '5000.00 annual'])
  })

  it('and in the heading', () => {
    expect(amounts('Monatliche Rate', '120,00 € auf 36 Monate')).toEqual(['1440.00 annual'])
    expect(amounts('Jahreskosten', '5.000,00 € für 3 Jahre')).toEqual(['5000.00 annual'])
    expect(amounts('Kosten', '6.000,00 € für 3 Jahre')).toEqual(['2000.00 annual'])
    expect(amounts('Monatliche Rate über 36 Monate', '120,00 €')).toEqual(['1440.00 annual'])
    expect(amounts('Kosten p. a. für 3 Jahre', '120,00 €')).toEqual(['120.00 annual'])
    expect(amounts('Kosten für 3 Jahre', '6.000,00 €')).toEqual(['2000.00 annual'])
  })
})

describe('what is no count, no other table and no spending', () => {
  it('numbers of licences', () => {
    expect(amountsIn('Produkt;Lizenz;Anzahl;Einzelpreis\nSAP;4711;3;100,00 €\nAdobe;4712;2;200,00 €\n')).toEqual([
      '300.00 contract',
      '400.00 contract',
    ])
  })

  it('two offers for the same', () => {
    const heading = 'Produkt;Anzahl;Gesamtpreis EUR;;Produkt;Anzahl;Gesamtpreis EUR\n'
    const rows = 'SAP;1;9.000,50;;SAP;1;9.600,50\nAdobe;1;9.000,50;;Adobe;1;9.600,50\n'
    expect(readList(heading + rows).items).toHaveLength(2)
    expect(readList(`Angebot Firma A;;;;Angebot Firma B;;\n${heading}SAP;1;9.000,50;;Oracle;1;9.600,50\n`).items).toHaveLength(1)
  })

  it('years of editions and serial numbers', () => {
    const price = (n: string) =>
      amountsIn(`Produkt;Licenses;Stückpreis\nSAP;${n}19;100,00 €\nAdobe;${n}20;200,00 €\nOracle;${n}21;50,00 €\n`)[0]
    expect(['20', '47', '1'].map(price)).toEqual(['100.00 unit-price', '100.00 unit-price', '100.00 unit-price'])
    expect(amountsIn('Produkt;Licenses;Anzahl;Einzelpreis\nSAP;4711;3;100,00 €\nAdobe;815;2;200,00 €\n')[0]).toBe('300.00 contract')
    expect(amountsIn('Produkt;Licenses;Stückpreis\nSAP;25;100,00 €\nAdobe;50;200,00 €\n')[0]).toBe('2500.00 contract')
  })

  it('other versions of the same, in whatever order', () => {
    const heading = 'Produkt;Version;Gesamtpreis EUR;;Produkt;Version;Gesamtpreis EUR\n'
    expect(readList(`${heading}SAP;1;9.000,50;;Adobe;2;9.600,50\nAdobe;1;9.000,50;;SAP;2;9.600,50\n`).items).toHaveLength(2)
    expect(readList(`${heading}Foo 5;5;9.000,50;;Foo 6;6;9.600,50\nBar 5;5;9.000,50;;Bar 6;6;9.600,50\n`).items).toHaveLength(2)
    expect(readList(`${heading}Los 1;5;9.000,50;;Los 3;6;9.600,50\nLos 2;5;9.000,50;;Los 4;6;9.600,50\n`).items).toHaveLength(4)
  })

  it('amounts below „Abruf“ are told', () => {
    const list = 'Produkt;Einzelabruf;Lieferant\nSAP;100,00 €;Bechtle\nAdobe;lt. Vertrag;Cancom\nOracle;300,00 €;Cancom\n'
    expect(codesIn(list)).toContain('W-COLUMN')
  })

  it('income on the right of a ledger with names', () => {
    const value = (list: string) => readList(list).items.map(({ amount }) => amount?.value)
    const rows = (account: string, text: string) =>
      `Konto;Lieferant;Text;Soll;Haben\n${account}1;A;${text};;1000,50\n${account}2;B;${text};;2000,50\n${account}3;C;SAP Lizenz;500,50;\n${account}4;D;${text};;3000,50\n`
    expect(value(rows('840', 'Wartung'))).toEqual(['-1000.50', '-2000.50', '500.50', '-3000.50'])
    expect(value(rows('7000', 'Erlöse Wartung'))).toEqual(['-1000.50', '-2000.50', '500.50', '-3000.50'])
    expect(value(rows('7000', 'Wartung'))).toEqual(['1000.50', '2000.50', '-500.50', '3000.50'])
  })

  it('income on the right of a ledger', () => {
    const list =
      'Konto;Text;Soll;Haben\n8400;Erlöse Software;;1000,50\n8400;Erlöse Wartung;;2000,50\n4980;SAP Lizenz;500,50;\n8400;Erlöse Beratung;;3000,50\n'
    expect(readList(list).items.find(({ name }) => name === 'SAP Lizenz')?.amount?.value).toBe('500.50')
  })

  it('„on request“ is no yes', () => {
    const terms = readList('Vertrag;Lieferant;Automatische Verlängerung\nA;B;on request\nC;D;on\n').items.map(
      ({ term }) => term?.renewsItself,
    )
    expect(terms).toEqual([undefined, true])
  })
})
