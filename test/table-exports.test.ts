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
    ['Subscription Name,Quantity,Unit Price,Total Price,Renewal Date,Auto-renew', 'A,5,36.00,180.00,2027-06-30,On', { name: 'Subscription Name', end: 'Renewal Date' }],
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
