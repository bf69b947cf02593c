import { describe, expect, it } from 'vitest'
import { meaningOf } from '../src/read/table/columns/heading.ts'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { ods, xlsx } from './support/workbook.ts'

const fieldOf = (heading: string) => meaningOf(heading)?.field

describe('headings of registers of contracts and of awards', () => {
  it.each([
    ['supplier', 'Zuschlag an', 'Name des beauftragten Unternehmens', 'Beauftragtes Unternehmen', 'Bezuschlagtes Unternehmen', 'Erfolgreicher Bieter', 'Zuschlagsbieter', 'Zahlungsempfänger', 'Zahlempfänger', 'Lieferer', 'Name des Zahlungsempfängers'],
    ['title', 'Art und Umfang der Leistung', 'Beschaffungsgegenstand', 'Projekttitel', 'Objekttitel', 'Vertrag'],
    ['end', 'Wartung bis', 'Lizenz gültig bis', 'Ende Laufzeit', 'Ende der Vertragslaufzeit'],
    ['start', 'Beginn der Laufzeit'],
    ['duration', 'Ausführungszeitraum', 'Vertragszeitraum', 'Laufzeit', 'Laufzeit Monate', 'Vertrag Laufzeit'],
    ['contractValue', 'Auftragshöhe', 'Abrufwert (netto)', 'Gesamtkosten über die Laufzeit', 'Gesamtwert Laufzeit', 'Kosten über Vertragslaufzeit', 'Kosten für die gesamte Laufzeit', 'Gesamtkosten Laufzeit', 'Auftragswert netto (über die Laufzeit)', 'Laufzeitkosten', 'Total cost over the contract term'],
    ['annualValue', 'Kosten p. a. über die Laufzeit'],
    ['product', 'Tool', 'Verfahren', 'Anwendungsname'],
    ['manufacturer', 'Herausgeber', 'Anwendungsherausgeber'],
    ['version', 'Anwendungsversion'],
    ['payment', 'Abgerufen', 'Abgerufen bis 30.11.2026', 'Bisher abgerufen (EUR)'],
    ['frameworkMax', 'Zielwert'],
    ['awardValue', 'Vergabewert'],
    ['bids', 'Anzahl der eingegangenen Angebote', 'Zahl der Angebote'],
    ['quantity', 'Lizenzbestand'],
    ['ignore', 'kündbar zum', 'Nächster Kündigungstermin', 'Restlaufzeit', 'Sitz des beauftragten Unternehmens', 'Zahlungsziel'],
  ])('%s', (field, ...headings) => expect(headings.map(fieldOf)).toEqual(headings.map(() => field))) // prettier-ignore

  it.each([
    ['Künd.-Frist', 'notice'],
    ['Künd.Frist (Monate)', 'notice'],
    ['Auftragn.', 'supplier'],
    ['Vertragsbeg.', 'start'],
    ['Vertr.-Ende', 'end'],
    ['Vertr.-Nr.', 'contractNumber'],
    ['Herst.', 'manufacturer'],
    ['Anz. Liz.', 'quantity'],
    ['Auftr.-Wert (netto)', 'contractValue'],
    ['Ansprechp.', 'person'],
    ['Ansprechp. Lieferant', 'person'],
    ['Lief.-Nr.', 'ignore'],
  ])('%s is short for %s', (heading, field) => expect(fieldOf(heading)).toBe(field))

  it.each(['Vertr.', 'Betr.', 'Geb.', 'z. B.', 'Beleg-Nr.'])('%s may be several things, and stays unknown', (heading) =>
    expect(fieldOf(heading)).toBeUndefined(),
  )
})

it('„Verfahren“ is a software or how it was bought, as its cells say', () => {
  const list = (...cells: readonly string[]) =>
    readList(['Verfahren;Lieferant;Auftragswert EUR', ...cells.map((cell) => `${cell};L;1.000,50`), ''].join('\n'))
  expect(list('OK.EWO', 'PROSOZ Bau').items.map(({ name }) => name)).toEqual(['OK.EWO', 'PROSOZ Bau'])
  expect(list('Offenes Verfahren', 'Direktvergabe', 'Verhandlungsverfahren').items[0]).toMatchObject({
    name: 'L',
    said: { procedure: 'Offenes Verfahren' },
  })
})

describe('headings made of known words', () => {
  it.each([
    ['title', 'Title of the Agreement', 'Agreement Title', 'Subject matter of the contract', 'Tender name', 'Titel des Vertrags', 'Ausschreibungstitel', 'Bezeichnung des Auftrags', 'Auftragsgegenstand / Subject of contract'],
    ['description', 'Description of goods and services', 'Contract Description', 'contract_description', 'ContractDescription', 'Description of contract', 'Award Description', 'Invoice Description', 'Contract Details', 'Scope of works', 'Scope', 'Narrative', 'Brief description', 'Solicitation Document Description', 'Vertragsinhalt', 'Inhalt des Vertrages', 'Vertragsbeschreibung', 'Auftragsbeschreibung', 'Beschreibung des Auftrags', 'Leistungsbeschreibung', 'Leistungsinhalt', 'Leistungsumfang', 'Kurze Beschreibung der Leistung', 'Zahlungszweck', 'Vertrag / Beschreibung'],
    ['contractNumber', 'Contract Reference number / ID', 'Agreement reference', 'PO Ref', 'Vertragsreferenz', 'Referenznummer des Vertrags'],
    ['procedure', 'Tender process type', 'Solicitation procedure', 'Award procedure', 'Procurement route'],
  ])('%s', (field, ...headings) => expect(headings.map(fieldOf)).toEqual(headings.map(() => field))) // prettier-ignore

  it.each(['Payment details', 'Services', 'Service name', 'Number of contracts', 'Tender Number', 'Document number', 'Group description', 'Award criteria description', 'Contract details URL', 'Payment method', 'Award type', 'Leistungsort', 'Order date'])(
    '%s says no such thing',
    (heading) => expect(fieldOf(heading)).toBeUndefined(),
  ) // prettier-ignore

  it.each([
    ['Vertrag / Produktname', 'product'],
    ['Auftrag an / Name', 'supplier'],
    ['Item description / Contract', 'title'],
    ['Nr. des Rahmenvertrags / Contract', 'framework'],
    ['Produktbezeichnung Nr.', 'product'],
  ])('%s has a part that says more: %s', (heading, field) => expect(fieldOf(heading)).toBe(field))

  it('a register of contracts as councils publish it is named after its contracts', () => {
    const list =
      'Contract Reference number / ID,Title of the Agreement,Description of goods and services,Supplier name,Contract value GBP,Tender process type\n' +
      'C77,Records system,Licences and care,Acme Ltd,1200.50,Invitation to quote\n'
    const [{ name, said } = { name: '', said: {} }] = readList(list).items
    expect([name, said.description, said.contractNumber, said.procedure]).toEqual([
      'Records system',
      'Licences and care',
      'C77',
      'Invitation to quote',
    ])
  })

  it('what describes a line names it where nothing else does, but not by a number', () => {
    const names = (cells: string) => readList(`Supplier,Category,Narrative,Amount GBP\n${cells}\n`).items.map(({ name }) => name)
    expect(
      names('Acme,Supplies,Toner for the library,1.50\nAcme,Supplies,AS60046,2.50\nAcme,Supplies,Redacted - Personal Data,3.50'),
    ).toEqual(['Toner for the library', 'Supplies', 'Supplies'])
  })

  it('an extent may be one of money, and then describes nothing', () => {
    const [item] = readList('Titel;Lieferant;Auftragsumfang\nAkten;Acme;1.200,50\nNetz;Acme;2.200,50\n').items
    expect(item!.said.description).toBeUndefined()
    expect(readList('Titel;Lieferant;Auftragsumfang (EUR)\nAkten;Acme;1.200,50\n').items[0]!.amount?.value).toBe('1200.50')
  })
})

describe('who is to be asked', () => {
  it.each(['Nominated contact point: name', 'Nominated contact point: email', 'Contact details', 'Supplier contact', 'contact_point_name', 'Kontaktstelle', 'Name der Kontaktstelle'])(
    '%s is a person',
    (heading) => expect(fieldOf(heading)).toBe('person'),
  ) // prettier-ignore

  it('is kept nowhere', () => {
    const list = 'Contract title,Supplier,Contract value GBP,Nominated contact point: name\nRecords system,Acme Ltd,1200.50,Erika Muster\n'
    const reading = readList(list)
    expect(reading.items.map(({ name, said }) => [name, said.supplier])).toEqual([['Records system', 'Acme Ltd']])
    expect(JSON.stringify(reading)).not.toContain('Muster')
  })

  it('no sentence is a heading by this word', () =>
    expect(fieldOf('For further information please contact the procurement team')).toBeUndefined())
})

describe('a list of awards as it is published', () => {
  it('is read', () => {
    const list =
      'Art und Umfang der Leistung;Name des beauftragten Unternehmens;Sitz des beauftragten Unternehmens;Auftragshöhe;Zeitraum der Leistungserbringung;Anzahl der eingegangenen Angebote\n' +
      'Lizenzen;Acme GmbH;Ulm;10.000,50;01.01.2025 – 31.12.2027;3\n'
    const [item] = readList(list).items
    expect([item!.name, item!.said.supplier, item!.said.bids, item!.amount?.value]).toEqual(['Lizenzen', 'Acme GmbH', 3, '10000.50'])
    expect(item!.term).toEqual({ start: '2025-01-01', end: '2027-12-31' })
  })

  it('the time a payment was for is not the term of a contract', () => {
    const terms = (list: string) => readList(list).items.map(({ term }) => term?.end)
    expect(terms('Produkt;Lieferant;Rechnungsbetrag;Leistungszeitraum\nP;L;1,50;01.01.2025 - 31.03.2025\n')).toEqual([undefined])
    expect(terms('Buchungstext;Lieferant;Betrag;Leistungszeitraum\nP;L;1,50;01.01.2025 - 31.03.2025\n')).toEqual([undefined])
    expect(terms('Produkt;Lieferant;Auftragswert;Leistungszeitraum\nP;L;1,50;01.01.2025 - 31.03.2025\n')).toEqual(['2025-03-31'])
  })

  it('"Vertrag" is a name, a number, or gives way to what says more', () => {
    const said = (list: string) => readList(list).items.map(({ name, said }) => [name, said.contractNumber])
    expect(said('Vertrag;Lieferant;Kosten\nPflege Akten;L;1,50\n')).toEqual([['Pflege Akten', undefined]])
    expect(said('Vertrag;Leistung;Kosten\nV-2026/01;Akten;1,50\n4711;Netz;1,50\n')).toEqual([
      ['Akten', 'V-2026/01'],
      ['Netz', '4711'],
    ])
    expect(said('Vertrag;Leistung;Kosten\nEVB-IT Pflege;Akten;1,50\nEVB-IT Cloud;Netz;1,50\n').map(([name]) => name)).toEqual([
      'Akten',
      'Netz',
    ])
  })
})

describe('what stands right of the last heading', () => {
  const rows = [
    ['Produkt', 'Lieferant', 'Betrag netto'],
    ['Büro', 'Acme GmbH', 100.5, 'geschätzt'],
    ['Grafik', 'Acme GmbH', 50.5, 'laut Vertrag'],
  ]
  it.each([
    ['XLSX', xlsx],
    ['ODS', ods],
  ])('is not used in %s, where no cell can be in the wrong column, and named', (_, workbook) => {
    const content = workbook([{ name: 'Liste', rows, merged: ['C1:D1'] }])
    const { reading } = readInputs({ ...bytesOf(content, 'w'), sha256: () => '' }, { limits: LIMITS })[0]!
    expect(reading.items.map(({ amount }) => amount?.value)).toEqual(['100.50', '50.50'])
    expect(reading).toMatchObject({ rejected: 0, unusable: 0 })
    expect(reading.notes.find(({ code }) => code === 'W-BEYOND')).toMatchObject({ params: { n: 2, lines: '2, 3' }, at: 'Liste!2' })
  })

  it('rejects the row of a delimited file', () => {
    const list = rows.map((row) => row.join(';')).join('\n')
    expect(readList(list)).toMatchObject({ rejected: 2, items: [] })
  })
})
