import { describe, expect, it } from 'vitest'
import type { Problem } from '../src/model/problem.ts'
import { readList } from './support/list.ts'
import { readOf, refusalOf } from './support/read-bytes.ts'

const amountsOf = (content: string, columns?: Readonly<Record<string, string>>) =>
  readList(content, columns && { columns }).items.map(({ amount }) => amount && `${amount.value} ${amount.currency}`)
const notesOf = (content: string, code: string) =>
  readList(content)
    .notes.filter((note) => note.code === code)
    .map(({ params }) => params)

describe('two columns for the same amount', () => {
  const PARTY = `supplier,currency,non_gbp_value,value,description
Acme,GBP,,150.00,Software licence
Beta,USD,66.00,41.00,Hosting
Gamma,GBP,,99.50,Support
`

  it('"not in pounds" says that the amounts beside it are in pounds, and gives way to them', () => {
    expect(amountsOf(PARTY)).toEqual(['150.00 GBP', '41.00 GBP', '99.50 GBP'])
    expect(notesOf(PARTY, 'W-AMOUNT-UNUSED')).toMatchObject([{ column: 'non_gbp_value', n: 1 }])
  })

  it('where only it is filled, it is in the currency of the line', () => {
    expect(amountsOf(PARTY.replace('41.00', ''))[1]).toBe('66.00 USD')
  })

  it('the fuller one holds, and the other where the first is empty', () => {
    const list =
      'Produkt;Lieferant;Kosten A (EUR);Kosten B (EUR)\nP;L;;10,50\nQ;L;;20,50\nR;L;7,50;30,50\nS;L;8,50;\nT;L;;40,50\nU;L;;50,50\n'
    expect(amountsOf(list)).toEqual(['10.50 EUR', '20.50 EUR', '30.50 EUR', '8.50 EUR', '40.50 EUR', '50.50 EUR'])
    expect(notesOf(list, 'W-AMOUNT-UNUSED')).toMatchObject([{ column: 'Kosten A (EUR)', n: 1 }])
  })

  it('the surer heading holds, and before it what the mapping file says', () => {
    const list = 'Produkt;Lieferant;Wartungskosten;Kosten\nP;L;1,50;2,50\n'
    expect(amountsOf(list)).toEqual(['2.50 EUR'])
    expect(amountsOf(list, { Wartungskosten: 'amount' })).toEqual(['1.50 EUR'])
  })
})

describe('what was agreed at first and what holds now', () => {
  it.each([
    ['Auftragswert (ursprünglich)', 'Auftragswert'],
    ['Ursprünglicher Auftragswert', 'Auftragswert'],
    ['Anfänglicher Vertragswert', 'Aktueller Vertragswert'],
    ['Original Value', 'Auftragswert'],
    ['original_value', 'contract_value'],
    ['Initial contract value', 'Contract value'],
    ['Original Value', 'Value'],
  ])('%s gives way to %s', (first, current) => {
    const list = `Titel;Lieferant;${first} (EUR);${current} (EUR)\nP;L;1,50;2,50\nQ;L;3,50;\n`
    expect(amountsOf(list)).toEqual(['2.50 EUR', '3.50 EUR'])
    expect(notesOf(list, 'W-AMOUNT-UNUSED')).toMatchObject([{ column: `${first} (EUR)`, n: 1 }])
  })

  it('the mapping file comes before', () => {
    const list = 'Titel;Lieferant;Original Value;Contract value\nP;L;1,50;2,50\n'
    expect(amountsOf(list, { 'Original Value': 'contractValue' })).toEqual(['1.50 XXX'])
  })

  it.each(['Amendment amount', 'Nachtragsbetrag', 'Änderung Auftragswert', 'Versandkosten'])('it does not give way to %s', (other) =>
    expect(amountsOf(`Titel;Lieferant;Original Value (EUR);${other} (EUR)\nP;L;11,50;2,50\n`)).toEqual(['11.50 EUR']),
  )

  it('alone it is the amount', () =>
    expect(amountsOf('Titel;Lieferant;Original Value (EUR);Zahlung (EUR)\nP;L;1,50;0,50\n')).toEqual(['1.50 EUR']))
})

const namesOf = (content: string) => readList(content).items.map(({ name }) => name)
const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('\n')

describe('which column names a line', () => {
  it('of several, the one that tells lines apart, however sure the heading of another is', () => {
    const list = `Bezeichnung;Gruppenbezeichnung;Titelbezeichnung;Ansatz EUR\n${lines(40, (i) => `Bezirke;Gruppe ${i % 8};Posten Nr. ${i};${i + 1},50`)}`
    expect(namesOf(list).slice(0, 2)).toEqual(['Posten Nr. 0', 'Posten Nr. 1'])
  })

  it('the surer heading where both tell', () => {
    expect(namesOf(`Gruppenbezeichnung;Bezeichnung;Ansatz EUR\n${lines(12, (i) => `G ${i};B ${i % 6};1,50`)}`)[0]).toBe('B 0')
  })

  it('no category that is the same for all where a supplier is named', () => {
    const list = (type: (i: number) => string) => `Type,Supplier Name,Amount GBP\n${lines(12, (i) => `${type(i)},Firm ${i},${i}1.50`)}`
    expect(namesOf(list(() => 'Revenue'))[3]).toBe('Firm 3')
    expect(namesOf(list((i) => `Hosting ${i}`))[3]).toBe('Hosting 3')
  })

  it('"-Text" and "-Bez" behind a number', () => {
    expect(namesOf('kapitel,titel,titel-text,soll\n101,23201,Beteiligung der Länder,20\n101,52901,Aufwand,780\n')).toEqual([
      'Beteiligung der Länder',
      'Aufwand',
    ])
    expect(namesOf('Sachkonto;Sachkonto-Bez;Betrag\n4485;Erstattungen;97000,00\n4582;Erträge;15600,00\n')).toEqual([
      'Erstattungen',
      'Erträge',
    ])
  })

  it("a person's name beside an address is kept nowhere", () => {
    const { items } = readList(
      'Name,Email,Username,Item name,manufacturer,purchase cost,seats\nErika Muster,e@example.org,em,Zeichenwerk,Acme,$79.66,80\n',
    )
    expect(items.map(({ name }) => name)).toEqual(['Zeichenwerk'])
    expect(JSON.stringify(items)).not.toContain('Muster')
    expect(namesOf('Name,Email,Manufacturer,Seats\nZeichenwerk,e@example.org,Acme,80\n')).toEqual(['Zeichenwerk'])
  })

  it('a column of firms is the supplier, though its heading speaks of a number', () => {
    const said = (list: string) => readList(list).items.map(({ name, said }) => [name, said.supplier])
    const firms = ['Acme Ltd', 'Beta GmbH', 'Gamma Holdings PLC', 'J Muster']
    const list = (heading: string, rest: string) => `${heading}\n${firms.map((firm, i) => `${i},${firm},${i}1.50${rest}`).join('\n')}\n`
    for (const heading of ['Supplier ID', 'Supplier No.', 'Vendor number', 'Kreditorennummer', 'Supplier ID(T)'])
      expect(said(list(`Seq no,${heading},Amount GBP`, ''))).toEqual(firms.map((firm) => [firm, firm]))
    expect(said(list('Seq no,Supplier ID,Amount GBP,Title', ',Toner'))).toEqual(firms.map((firm) => ['Toner', firm]))
    expect(said(list('Supplier,Supplier ID,Amount GBP,Title', ',Toner'))[1]).toEqual(['Toner', undefined])
    expect(refusalOf('Seq no,Supplier ID,Amount GBP\n1,100482,1.50\n2,100483,2.50\n3,100484,3.50\n').id).toBe('E3301')
  })

  it('"(T)" is the text of the code beside it', () => {
    const list = 'Title,Supplier ID,Supplier ID(T),Expenditure Code,Expenditure Code(T),Amount GBP\nToner,4711,Acme,12,Fuel,1.50\n'
    const [item] = readList(list).items
    expect([item!.said.supplier, item!.amount?.value]).toEqual(['Acme', '1.50'])
  })

  it('a number of a supplier is no supplier', () => {
    const said = (list: string) => readList(list).items.map(({ said }) => said.supplier)
    expect(said('Title,SupplierID,supplier_uri,Amount GBP\nHosting,Acme 7,https://x.example,1.50\n')).toEqual([undefined])
    expect(said('Title,Supplier,Amount GBP\nHosting,SUP1032,1.50\nCare,SUP1033,2.50\n')).toEqual([undefined, undefined])
    expect(said('Title,Supplier,Amount GBP\nTape,3M,1.50\nCare,4Com,2.50\n')).toEqual(['3M', '4Com'])
  })
})

describe('headings of lists of spending and of things', () => {
  const lineOf = (heading: string, cells: string) => {
    const { name, said } = readList(`${heading}\n${cells}\n`).items[0]!
    return [name, said.supplier, said.manufacturer, said.category]
  }

  it.each(['Item Description', 'Line description', 'Product Description', 'Service Description', 'Description of goods'])(
    '%s names a line',
    (heading) =>
      expect(lineOf(`Vendor,${heading},Category,Amount EUR`, 'Cancom,Microsoft 365 licences,Software,1.50')).toEqual([
        'Microsoft 365 licences',
        'Cancom',
        undefined,
        'Software',
      ]),
  )

  it.each([
    'Account Description', 'Expense Description', 'G/L description', 'Merchant Category', 'Expenses Type', 'Detailed expenses type', 'Expense Code Description',
  ])('%s is a category, and gives way to what was bought', (heading) => {
    expect(lineOf(`Supplier Name,${heading},Amount EUR`, 'Cancom,Computer software,1.50')).toEqual(['Computer software', 'Cancom', undefined, 'Computer software'])
    expect(lineOf(`Supplier Name,${heading},Item,Amount EUR`, 'Cancom,Computer software,Suite,1.50')[0]).toBe('Suite')
  }) // prettier-ignore

  it.each(['Brand', 'Make', 'OEM', 'Marke', 'Fabrikat'])(
    '%s is who makes it',
    (heading) =>
    expect(lineOf(`Asset Tag,Type,${heading},Supplier,Purchase Cost EUR`, 'A1,Laptop,Lenovo,Bechtle,1200.50')).toEqual(['Laptop', 'Bechtle', 'Lenovo', 'Laptop']), // prettier-ignore
  )

  it.each(['Winning Bidder', 'Successful bidder', 'Benificiary Name', 'Awarded to'])('%s is who is paid', (heading) =>
    expect(lineOf(`Title,${heading},Contract value EUR`, 'Hosting,Acme,1.50')).toEqual(['Hosting', 'Acme', undefined, undefined]),
  )

  it('what a party gets is an amount, the number of a budget none', () => {
    const list = 'Title,Supplier,Supplier amount (EUR),Budget line number,Budget code\nLicences,Acme,600.50,5.00,7.00\n'
    expect(amountsOf(list)).toEqual(['600.50 EUR'])
    expect(notesOf(list, 'W-AMOUNT-UNUSED')).toEqual([])
    expect(readList(list).items[0]!.said.supplier).toBe('Acme')
  })

  it.each(['Duration (months)', 'Durée en mois', 'Durée (mois)', 'dureeMois'])('%s counts months', (heading) => {
    const list = `Title,Supplier,Amount EUR,Start date,${heading}\nLicences,Acme,600.50,2025-01-01,36\n`
    expect(readList(list, { columns: { [heading]: 'duration' } }).items[0]!.term?.end).toBe('2027-12-31')
  })

  it.each(['Supplier country', 'Supplier Type', 'Supplier address', 'Make ready', 'Bidder', 'Organization'])('%s is neither', (heading) =>
    expect(lineOf(`Title,${heading},Contract value EUR`, 'Hosting,Acme,1.50').slice(1)).toEqual([undefined, undefined, undefined]),
  )

  it('English headings do not make a German list, whose amounts would be euros', () => {
    const list = 'Supplier group;Estimated cost;Publisher info\nAcme;1,50;Beta\n'
    expect(readList(list).items[0]?.amount?.currency).toBe('XXX')
    expect(readList('Lieferant Gruppe;Schätzkosten 2026\nAcme;1,50\n').items[0]?.amount?.currency).toBe('EUR')
  })
})

describe('a list without a column of amounts', () => {
  const said = (heading: string, ...cells: readonly string[]) =>
    notesOf(`Title;Supplier;${heading}\n${cells.map((cell, i) => `T${i};L;${cell}`).join('\n')}\n`, 'W-NO-AMOUNT')

  it.each(['amount_calculated', 'Zugewiesen', 'Spent to date'])('%s may be one, and how to say so is told', (heading) => {
    const note = { column: heading, line: `"${heading}": amount` }
    expect(said(heading, '8232,03', '2744', '1.200,50', '99,10')).toEqual([note])
    expect(said(heading, '£8,232', '£1', '£2')).toEqual([note])
    expect(amountsOf(`Title;Supplier;${heading}\nA;L;8232,03\nB;L;2744\nC;L;99,10\n`, { [heading]: 'amount' })).toEqual([
      '8232.03 XXX',
      '2744.00 XXX',
      '99.10 XXX',
    ])
  })

  it('what only describes a line may be one as well', () =>
    expect(said('Auftragsumfang', '8232,03', '2744,10', '99,10')).toEqual([{ column: 'Auftragsumfang', line: '"Auftragsumfang": amount' }]))

  it('numbers, few cells, measures, and columns beside an amount are none', () => {
    expect(said('Thing', '8232', '2744', '99')).toEqual([])
    expect(said('Thing', '8232,03', 'nach Aufwand', 'siehe Anlage')).toEqual([])
    expect(said('Thing', '8232,03', '1,50')).toEqual([])
    expect(said('Disk size', '8.232', '1.200', '3.300')).toEqual([])
    expect(said('Amount EUR;Thing', '1,50;8232,03', '2,50;1,50', '3,50;7,50')).toEqual([])
    expect(notesOf('Software;Version;Hersteller;Thing\nA;1;L;1,50\nB;2;L;2,50\nC;3;L;3,50\n', 'W-NO-AMOUNT')).toEqual([])
  })

  it('"Award" is an amount where its cells are money', () => {
    const award = (...cells: readonly string[]) =>
      readList(`Title;Supplier;Award\n${cells.map((cell) => `T;L;${cell}`).join('\n')}\n`).items.map(
        ({ amount }) => amount && `${amount.value} ${amount.kind}`,
      )
    expect(award('26773.58', '$0', '"771,931.57"', 'None')).toEqual(['26773.58 award', '0.00 award', '771931.57 award', undefined])
    expect(award('Acme', 'Beta', '3M')).toEqual([undefined, undefined, undefined])
    expect(award('2026-01-01', '2026-02-01', '2026-03-01')).toEqual([undefined, undefined, undefined])
    expect(award('1', '2', '3')).toEqual([undefined, undefined, undefined])
  })
})

describe('a licence model', () => {
  const modelsOf = (heading: string, ...cells: readonly string[]) =>
    readList(`Titel;Lieferant;Auftragswert EUR;${heading}\n${cells.map((cell) => `T;L;1,50;${cell}`).join('\n')}\n`).items.map(
      ({ said }) => said.licenceModel,
    )

  it.each(['Contract type', 'Type of contract', 'Vertragsart', 'Vertragstyp'])(
    '%s is none whose cells say nothing of rights of use',
    (heading) => {
      expect(modelsOf(heading, 'Single award contract', 'Framework agreement', 'Purchase order')).toEqual([undefined, undefined, undefined])
      expect(modelsOf(heading, '1', '2', 'N/A')).toEqual([undefined, undefined, undefined])
      expect(modelsOf(heading, 'Werkvertrag', 'Miete', 'Rahmenvertrag')).toEqual(['Werkvertrag', 'Miete', 'Rahmenvertrag'])
    },
  )

  it.each(['EVB-IT Pflege', 'Kauf', 'SaaS', 'Subscription', 'Typ B', 'Software licence', 'Wartung'])('%s says so', (cell) =>
    expect(modelsOf('Vertragsart', cell)).toEqual([cell]),
  )

  it('a heading of licences needs no such cell', () => expect(modelsOf('Lizenzmodell', 'Server')).toEqual(['Server']))
})

describe('which columns are money', () => {
  const columnsOf = (list: string) => readList(list).items.map(({ amount }) => amount && `${amount.value} ${amount.kind}`)

  it('words and sizes are none', () => {
    const list =
      'Budget Richtung;Bezeichnung;Ansatz/Rechnung;Betrag\nAusgaben;Brücke;Rechnung;77493,36\nAusgaben;Mieten;Ansatz;20,50\nEinnahmen;Pachten;Ansatz;30,50\n'
    expect(columnsOf(list)).toEqual(['77493.36 unknown', '20.50 unknown'])
    expect(notesOf(list, 'W-CELL')).toEqual([])
    const sizes = 'software_name,category,estimated_size\nA,x,849.91 MB\nB,y,12 KB\nC,z,1.2 GB\n'
    expect(columnsOf(sizes)).toEqual([undefined, undefined, undefined])
    expect(notesOf(sizes, 'W-COLUMN')).toEqual([{ column: 'estimated_size' }])
  })

  it('a guess among amounts stays a cell that cannot be read', () => {
    expect(notesOf('Produkt;Lieferant;Kosten EUR\nP;L;nach Aufwand\nQ;L;ca. 500\nR;L;auf Abruf\nS;L;5,50\n', 'W-CELL')).toHaveLength(3)
  })

  it.each([
    ['Ansatz für 2017 (EUR)', 'budget'],
    ['Anschlag 2016', 'budget'],
    ['Gesamtzuwendung', 'unknown'],
  ])('%s', (heading, kind) => expect(columnsOf(`Zweckbestimmung;${heading}\nErwerb;20,50\n`)).toEqual([`20.50 ${kind}`]))
})

describe('prices of one piece, and how many there are', () => {
  const first = (list: string) => {
    const { amount, said } = readList(list).items[0]!
    return [amount?.value, amount?.kind, said.quantity]
  }

  it.each([
    ['Unit cost', 'Purchased seats'],
    ['Cost per unit', 'Number of licences'],
    ['unit_cost_eur', 'seats_purchased'],
    ['Price each', 'Qty ordered'],
    ['Kosten pro Lizenz', 'Lizenzen gesamt'],
    ['Preis/Stück', '# Lizenzen'],
    ['Kosten je Arbeitsplatz', 'Anzahl beschaffter Lizenzen'],
    ['Stückkosten', 'Total seats'],
    ['Cost per license (EUR)', 'licenses_purchased'],
  ])('%s × %s', (price, number) =>
    expect(first(`Software;Vendor;${price};${number}\nSuite;Acme;36,50;120\n`)).toEqual(['4380.00', 'contract', '120']),
  )

  it('a price a month and piece is an annual amount', () =>
    expect(first('Software;Hersteller;Kosten je Nutzer und Monat (EUR);Anzahl\nSuite;Acme;10,50;100\n')).toEqual([
      '12600.00',
      'annual',
      '100',
    ]))

  it('without a number it stays the price of one, and gives way to a total', () => {
    expect(first('Software;Supplier;Unit cost (EUR)\nSuite;Acme;36,50\n')).toEqual(['36.50', 'unit-price', undefined])
    expect(first('Software;Supplier;Unit cost (EUR);Seats purchased;Total cost (EUR)\nSuite;Acme;36,50;120;4000,00\n')).toEqual([
      '4000.00',
      'contract',
      '120',
    ])
  })

  it.each([
    ['Kosten', 'unknown'],
    ['Lizenzkosten', 'unknown'],
    ['License cost', 'unknown'],
    ['Business unit value', undefined],
    ['Kosten p. a.', 'annual'],
  ])('%s is none', (heading, kind) => expect(first(`Software;Supplier;${heading};Seats\nSuite;Acme;36,50;120\n`)[1]).toBe(kind))

  it.each(['seats_used', 'Available licenses', 'Lizenzen pro Nutzer', 'Users'])('%s is no number of what was bought', (heading) =>
    expect(first(`Software;Supplier;Cost (EUR);${heading}\nSuite;Acme;36,50;120\n`)[2]).toBeUndefined(),
  )
})

describe('rows that look like something else', () => {
  const HEAD = 'Name und Sitz des Lieferanten;Zuwendungsform;"Wert \n(Euro)";Verwendungszweck'
  const again = 'Name und  Sitz des Lieferanten;ZUWENDUNGSFORM;"Wert\n(Euro)";Verwendungszweck'

  it('the heading again, written a little otherwise', () => {
    for (const row of [again, again.replace('ZUWENDUNGSFORM', 'Art der Leistung')]) {
      const { items, notes } = readList(`${HEAD}\nAcme;Geld;5000,50;Fest\n${row}\nBeta;Geld;6000,50;Feier\n`)
      expect(items.map(({ name }) => name)).toEqual(['Fest', 'Feier'])
      expect(notes.find(({ code }) => code === 'W-SET-ASIDE')?.params).toMatchObject({ headings: 1 })
    }
  })

  it('a line that shares a word with its heading is a line', () => {
    expect(namesOf(`Software;Hersteller;Kategorie\nA;B;C\nSoftware;Acme;Kategorie\n`)).toEqual(['A', 'Software'])
  })

  it('a product that stands alone in an inventory, but not the heading of a group', () => {
    const list = 'DisplayName,DisplayVersion,Publisher\nA,1.0,Acme\nB,,\nC,2.0,Acme\n'
    expect(namesOf(list)).toEqual(['A', 'B', 'C'])
    expect(namesOf(list.replace('A,1.0', 'Office,,\nA,1.0'))).toEqual(['A', 'C'])
    expect(namesOf(list.replace('DisplayVersion', 'Cost EUR'))).toEqual(['A', 'C'])
  })
})

const localised = (said: unknown) => (typeof said === 'string' ? said : (said as { de: string }).de)

describe('lists without headings that we know', () => {
  const exampleOf = (content: string) => {
    try {
      return readList(content).items.length
    } catch (error) {
      return (error as Problem).id === 'E3301'
        ? localised((error as Problem).params['example'])
            .split('\n')
            .slice(1)
        : error
    }
  }
  const TEMPLATE = ['  "Software": product', '  "Lieferant": supplier', '  "Betrag": amount']

  it.each(['Document Number', 'Belegnummer', 'Vorgangs-Nr.', 'Dossier'])(
    'a column of numbers of one length is no amount: %s',
    (heading) => {
      const numbers = [
        '3202107273',
        '6112103148',
        '3122010000',
        '3823446646',
        '3,786,622,133',
        '4328129808',
        '1234567890',
        '2234567890',
        '3234567890',
        '4234567890',
      ]
      expect(exampleOf(`${heading};Dung\n${numbers.map((n, i) => `${n};Sache ${'ABCDEFGHIJ'[i]}`).join('\n')}\n`)).toEqual([
        '  "Dung": product',
      ])
    },
  )

  it('the mapping proposed says what headings and cells show, and no more', () => {
    expect(exampleOf('id,command,thing,cost_x\n1,/bin/sh,Word,1.50\n2,/bin/ls,Excel,2.50\n')).toEqual([
      '  "thing": product',
      '  "cost_x": amount',
    ])
    expect(exampleOf('Dung;Wen;Wann\nA;Acme GmbH;2026-01-01\nB;Beta Ltd;2026-02-01\n')).toEqual(['  "Dung": product', '  "Wen": supplier'])
  })

  it('where the first row is none, or nothing names a line, a whole heading is shown', () => {
    expect(exampleOf('91\tSteuerverwaltung, Ost\n92\tSenatskanzlei, West\n')).toEqual(TEMPLATE)
    expect(exampleOf('ContractID,SupplierID,ContractValue\nCON1,SUP1032,4.5\n')).toEqual(TEMPLATE)
  })

  it('a pattern says that its headings are not those of the list', () => {
    const { hint } = refusalOf('ContractID,SupplierID,ContractValue\nCON1,SUP1032,4.5\n')
    expect(hint).toContain('columns: # a pattern: put in the headings of the list itself\n')
    expect(refusalOf('Dung;Wen;Wann\nA;Acme GmbH;2026-01-01\n').hint).not.toContain('pattern')
  })

  it.each([
    'Namn för leverantör', 'fornecedor_nome', 'Leverantör', 'Fornecedor', 'Proveedor', 'Fornitore', 'Fournisseur', 'Dostawca', 'Toimittaja', 'ragioneSociale',
  ])('%s is who is paid, and not what is bought', (heading) => {
    expect(exampleOf(`sektor_x,${heading},valor_global\nA,Acme,1\nB,Beta,2\n`)).toEqual(['  "sektor_x": product', `  "${heading}": supplier`, '  "valor_global": amount'])
  }) // prettier-ignore

  it('of several columns of a supplier the name is proposed, of amounts that of the whole, and what was bought by its words', () => {
    const list = 'classificacao_fornecedor,fornecedor_nome,unidade_x,objeto,valor_parcela,valor_global,codigo_modalidade\nA,Acme,Z,Suite,1.50,9.50,5\nB,Beta,Y,Suite,2.50,8.50,6\n'
    expect(exampleOf(list)).toEqual(['  "fornecedor_nome": supplier', '  "objeto": product', '  "valor_global": amount'])
  }) // prettier-ignore

  it('places, grades, ages, codes and degrees are neither', () => {
    const others = 'country,CVSS-Severity,DeviceAgeYears,codigo_modalidade,usuario_cpf,sim_x'
    expect(exampleOf(`thing_x,${others}\nSuite,Germany,High,2.5,1.5,123.456.789-00,0.12345\nDesk,France,Low,3.5,2.5,987.654.321-00,0.98765\n`)).toEqual(['  "thing_x": product'])
  }) // prettier-ignore

  it("the list of npm's license-checker", () => {
    const { items } = readList(
      '"module name","license","repository"\n"@babel/core@7.14.0","MIT","https://x.example/babel"\n"left-pad@1.3.0","WTFPL",""\n',
    )
    expect(items.map(({ name, version, kind, said }) => [name, version, kind, said.licences?.[0]?.text])).toEqual([
      ['@babel/core', '7.14.0', 'software', 'MIT'],
      ['left-pad', '1.3.0', 'software', 'WTFPL'],
    ])
  })

  it('names of database columns', () => {
    const [item] = readList('d_vendor_name,overall_total\nTEKNION,101624639.32\n').items
    expect([item?.said.supplier, item?.amount?.value]).toEqual(['TEKNION', '101624639.32'])
  })

  it('where no row has a name, it says what to do', () => {
    const list = 'Titel;Supplier;Soll\n23201;SUP1032;20,50\n52901;SUP1033;780,50\n'
    expect(readList(list).items).toEqual([])
    expect(notesOf(list, 'W-NO-NAMES')).toHaveLength(1)
    expect(notesOf(list.replace('23201', 'Erwerb').replace('52901', 'Miete'), 'W-NO-NAMES')).toEqual([])
  })

  it('a column that says that a contract goes on is read, however it is headed', () => {
    for (const heading of ['verlängert sich', 'Verlängert sich um', 'Stillschweigende Verlängerung']) {
      const { items } = readList(`Bezeichnung;Ende;${heading}\nWartung A;31.12.2026;ja, um 12 Monate\n`)
      expect(items[0]!.term, heading).toMatchObject({ renewsItself: true, renewal: 'P12M' })
    }
  })

  it('a cell of a million letters about a term is no work', () => {
    for (const piece of ['verlanger', 'jahrliche a', 'renew a ', 'a, '])
      expect(
        readList(`Bezeichnung;Lieferant;Ende;Verlängert sich\nWartung A;L;31.12.2026;${piece.repeat(1e6 / piece.length)}!\n`).items,
      ).toHaveLength(1)
  })
})

describe('a list whose headings say nothing and whose lines differ in length', () => {
  const RAGGED = 'Was;Wer;Wieviel\nBürostuhl;Möbel M.;1.200,00\nLizenz;Cancom;2.000,00;extra\nWartung;ACME\nMaus\n'

  it('is refused with the way to read it', () => {
    expect(refusalOf(RAGGED)).toMatchObject({ id: 'E3003', says: expect.stringContaining('eigenstand columns FILE') })
  })

  it('is read where a mapping names its headings', () => {
    const mapping = { columns: { Was: 'title', Wer: 'supplier', Wieviel: 'amount' }, currency: 'EUR' }
    const { items, rejected } = readOf(RAGGED, {}, mapping)[0]!.reading
    expect(items.map(({ name }) => name)).toEqual(['Bürostuhl', 'Wartung'])
    expect(rejected).toBe(1)
  })

  it('a mapping of another list does not make it one', () => {
    expect(refusalOf(RAGGED, {}, { columns: { Produkt: 'product' } }).id).toBe('E3003')
  })
})

describe('the ceiling of a framework', () => {
  const HEAD = 'Rahmenvertrag;Gegenstand;Auftragnehmer;Höchstwert Rahmenvertrag;Abrufwert\n'
  const rows = (calls: readonly [string, string, string][]) =>
    HEAD + calls.map(([framework, ceiling, call], i) => `${framework};Abruf ${i};L;${ceiling};${call}\n`).join('')
  const kinds = (list: string) => readList(list).items.map(({ amount }) => amount && `${amount.value} ${amount.kind}`)

  it('gives way to what was called off', () =>
    expect(kinds(rows([['RV-1', '2000,00', '15,50'], ['RV-1', '2000,00', '9,50']]))).toEqual(['15.50 contract', '9.50 contract'])) // prettier-ignore

  it('counts once where it stands beside each of its call-offs', () => {
    const list = rows([['RV-1', '2000,00', ''], ['RV-1', '2000,00', '0,00'], ['RV-2', '2000,00', ''], ['rv-1', '2000,00', '9,50']]) // prettier-ignore
    expect(kinds(list)).toEqual(['2000.00 framework-max', '0.00 contract', '2000.00 framework-max', '9.50 contract'])
    expect(notesOf(list, 'W-AMOUNT-SHARED')).toEqual([{ n: 2 }])
  })

  it('counts each time where nothing says that the framework is the same', () => {
    for (const framework of ['ja', '', '–'])
      expect(kinds(rows([[framework, '2000,00', ''], [framework, '2000,00', '']])), framework).toEqual(['2000.00 framework-max', '2000.00 framework-max']) // prettier-ignore
  })
})

describe('headings in two rows', () => {
  const HEAD = 'Vertrag;;;Laufzeit;;Jahresbetrag;;\nNr.;Firma;Leistung;von;bis;netto €;MwSt. 19 %;brutto €\n'

  it('the tax is no amount, the number that of the contract', () => {
    const { items } = readList(`${HEAD}V-1;L;P;01.01.2026;31.12.2026;100,00;19,00;119,00\nV-2;L;Q;01.01.2026;31.12.2026;;38,00;238,00\n`)
    expect(items.map(({ said, amount }) => [said.contractNumber, amount && `${amount.value} ${amount.basis} ${amount.kind}`])).toEqual([
      ['V-1', '100.00 net annual'],
      ['V-2', '238.00 gross annual'],
    ])
    expect(notesOf(`${HEAD}V-1;L;P;;;100,00;19,00;119,00\n`, 'W-COLUMN')).toEqual([{ column: 'Jahresbetrag / MwSt. 19 %' }])
  })

  it('a name below a firm is the name of the firm', () => {
    const { items } = readList('Auftragnehmer;;Leistung;Auftragswert\nName;Ort;Titel;EUR\nAcme;Berlin;Suite;1,50\n')
    expect(items.map(({ name, said }) => [name, said.supplier])).toEqual([['Suite', 'Acme']])
  })
})

describe('notes', () => {
  it('speak of one and of many', () => {
    const short = (rows: string) => readList(`Produkt;Lieferant;Betrag (EUR)\nA;L;1,50\n${rows}`).notes.map(({ message }) => message)
    expect(short('B;L\n')).toContain('1 row has fewer cells than the heading (line 3); what is missing counts as unknown.')
    expect(short('B;L\nC;L\n')).toContain('2 rows have fewer cells than the heading (lines 3, 4); what is missing counts as unknown.')
  })
})

describe('a line of the list is no heading', () => {
  const refused = (content: string): string => {
    try {
      return readList(content)
        .items.map(({ name }) => name)
        .join()
    } catch (error) {
      return (error as Problem).id
    }
  }

  it.each([
    'Hauptamt;Acme GmbH;Software;12.500,00 €\nHauptamt;Beta SE;Lizenz;99.000,00 €\nBauamt;Gamma GmbH;Software;5.400,00 €\n',
    'BZK;ACME B.V.;Software;€ 1.000.000 - € 5.000.000\nJenV;BETA B.V.;Lizenz;> € 10.000.000\n',
    'Podpora;Acme spol. s r.o.;Software;Licence;1 200 000,00 Kč\nServery;Beta a.s.;Hardware;Licence;500 000,00 Kč\n',
    'IT;Acme GmbH;Software;Lizenz\nIT;Beta GmbH;Software;Lizenz\n',
    'IT;Software;Lizenz;01.02.2024\nIT;Software;Lizenz;03.04.2025\n',
  ])('%s', (lines) => {
    expect(refused(`Stelle;Wer;Klasse;Höhe\n${lines}`)).toBe('E3301')
    expect(refused(lines)).toBe('E3301')
  })

  it('nor the second row of one', () =>
    expect(refused('Produkt;Lieferant;Kosten\nSoftware;Acme B.V.;€ 1.000 - € 5.000\nLizenz;Beta B.V.;€ 5.000 - € 9.000\n')).toBe(
      'Software,Lizenz',
    ))

  it('years, months, units, brackets, a key date and a total above an empty column may be headings', () => {
    for (const heading of ['2024', '2024 €', '01.2024', '1.000 €', '< 25.000 €', '31.12.2024'])
      expect(refused(`Produkt;Lieferant;Betrag EUR;${heading}\nA;L;1,50;7,25\nB;L;2,50;8,50\n`), heading).toBe('A,B')
    expect(refused('Produkt;Lieferant;Betrag EUR;4,00 €\nA;L;1,50;\nB;L;2,50;\n')).toBe('A,B')
  })

  it('a mapping says what it likes', () =>
    expect(readList('Acme GmbH;Software;12,50 €\nBeta GmbH;Lizenz;9,00 €\n', { columns: { Software: 'product' } }).items).toHaveLength(1))
})
