import { describe, expect, it } from 'vitest'
import type { Inventory } from '../src/model/item.ts'
import { join, readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

function inventory(files: Readonly<Record<string, string | Uint8Array>>, asOf?: string): Inventory {
  return join(
    Object.entries(files).flatMap(([path, content]) => readInputs({ ...bytesOf(content, path), sha256: () => path }, { limits: LIMITS })),
    asOf,
  )
}

const counted = ({ items, sources }: Inventory) =>
  items.filter((item) => item.counted).map(({ source, ref }) => `${sources[source]!.path} ${ref}`)
const note = ({ notes }: Inventory, wanted: string) => notes.find(({ code }) => code === wanted)?.params
const HEAD = 'Vertragsnummer;Produkt;Auftragnehmer;Auftragswert EUR;Beginn\n'

describe('the same contract in two lists', () => {
  it('counts once, in the list that says more of it, and is named with both places', () => {
    const both = inventory({
      'a.csv': `${HEAD}V-1;Akten;Beispiel GmbH;100,00;01.01.2025\nV-2;Netz;Muster AG;50,00;01.01.2025\n`,
      'b.csv': `${HEAD}v-1 ;Akten, Lizenzen;Beispiel;60,00;01.01.2025\nV-1;Akten, Pflege;Beispiel;40,00;01.01.2025\nV-3;Büro;Muster AG;5,00;01.01.2025\n`,
    })
    expect(counted(both)).toEqual(['a.csv line 3', 'b.csv line 2', 'b.csv line 3', 'b.csv line 4'])
    expect(note(both, 'W-SAME-CONTRACT')).toEqual({ n: 1, which: 'v-1 (b.csv line 2; a.csv line 2)' })
    // the places of the others stay with what counts
    expect(both.items.find(({ ref, source }) => ref === 'line 2' && source === 1)!.seenAt.map(({ source, at }) => [source, at])).toEqual([
      [1, 'line 2'],
      [0, 'line 2'],
    ])
  })

  it('in whatever order the lists are given', () => {
    const a = `${HEAD}V-1;Akten;Beispiel GmbH;100,00;\n`
    const b = `${HEAD}V-1;Akten;Beispiel GmbH;120,00;\n`
    const value = (files: Record<string, string>) => inventory(files).items.filter((item) => item.counted).map(({ amount }) => amount!.value) // prettier-ignore
    expect(value({ a, b })).toEqual(value({ b, a }))
    expect(value({ a, b })).toHaveLength(1)
  })

  it('the renewed contract holds, in whatever order the lists are given', () => {
    const head = 'Vertragsnummer;Produkt;Auftragnehmer;Auftragswert EUR;Beginn;Ende\n'
    const old = `${head}V-1;Akten;Beispiel;48,00;01.01.2025;31.12.2025\nV-1;Akten, Pflege;Beispiel;1,00;01.01.2025;31.12.2025\n`
    const now = `${head}V-1;Akten;Beispiel;50,00;01.01.2026;31.12.2026\n`
    for (const files of [
      { old, now },
      { now, old },
    ]) {
      const both = inventory(files)
      expect(counted(both)).toEqual(['now line 2'])
      expect(note(both, 'W-SAME-CONTRACT')).toEqual({ n: 1, which: 'V-1 (now line 2; old line 2)' })
    }
    // without an end the later beginning
    const open = (start: string) => `${HEAD}V-1;Akten;Beispiel;50,00;${start}\n`
    expect(counted(inventory({ 'a.csv': open('01.01.2026'), 'b.csv': open('01.01.2025') }))).toEqual(['a.csv line 2'])
  })

  it('sheets of a workbook are lists', () => {
    const rows = (value: number) => [['Vertragsnummer', 'Produkt', 'Auftragnehmer', 'Kosten p.a. (€)'], ['V1', 'A', 'B', value]] // prettier-ignore
    const both = inventory({ 'w.xlsx': xlsx([{ name: '2024', rows: rows(1000) }, { name: '2025', rows: rows(1100) }]) }) // prettier-ignore
    expect(both.items.map(({ counted: counts }) => counts).sort()).toEqual([false, true])
    expect(note(both, 'W-SAME-CONTRACT')).toMatchObject({ n: 1 })
  })

  it('of lists of several years that of the last term counts', () => {
    const rows = (year: number, value: number) => `Vertragsnummer;Produkt;Auftragnehmer;Ende;Kosten p.a. (€)\nV-1;Akten;B;31.12.${year};${value},50\n`
    for (const years of [['a', 'b', 'c'], ['c', 'b', 'a']]) {
      const given = { a: rows(2024, 1300), b: rows(2026, 1200), c: rows(2025, 1100) }
      expect(counted(inventory(Object.fromEntries(years.map((name) => [name, given[name as 'a']]))))).toEqual(['b line 2'])
    }
  }) // prettier-ignore

  it('positions of one contract in one list all count', () => {
    const one = inventory({ 'a.csv': `${HEAD}V-1;Akten;B;1,50;\nV-1;Netz;B;2,50;\n` })
    expect([counted(one).length, one.notes]).toEqual([2, []])
  })

  it('of a contract that one of them names twice only the row that counts is seen again', () => {
    const row = (end: string) => `V-1;Akten;Beispiel;100,50;01.01.2025;${end}\n`
    const head = HEAD.replace('Beginn', 'Beginn;Ende')
    const both = inventory({ 'a.csv': head + row('31.12.2025') + row('31.12.2026'), 'b.csv': head + row('31.12.2025') })
    expect(counted(both)).toEqual(['a.csv line 3'])
    expect(note(both, 'W-SAME-CONTRACT')).toEqual({ n: 1, which: 'V-1 (a.csv line 3; b.csv line 2)' })
    expect(both.items[1]!.seenAt).toHaveLength(3)
  })

  it('a number alone does not make two things one: other supplier, other product', () => {
    const both = inventory({
      'a.csv': `${HEAD}1;Aktenverwaltung;Beispiel GmbH;100,00;\n`,
      'b.csv': `${HEAD}1;Datenbank;Muster GmbH;50,00;\n`,
    })
    expect(counted(both)).toHaveLength(2)
    expect(note(both, 'W-SAME-CONTRACT')).toBeUndefined()
    expect(note(both, 'W-OTHER-CONTRACT')).toMatchObject({ n: 1, which: expect.stringMatching(/^1 \(/) })
  })

  it('payments on one contract are several; the same payment is one', () => {
    const list = (rows: string) => `Bestellnummer;Produkt;Lieferant;Rechnungsbetrag EUR\n${rows}`
    const both = inventory({
      '2024.csv': list('7;Lizenzen;Beispiel;10,50\n'),
      '2025.csv': list('7;Lizenzen;Beispiel;10,50\n7;Lizenzen;Beispiel;11,50\n'),
    })
    expect(counted(both)).toHaveLength(2)
    expect(note(both, 'W-SAME-CONTRACT')).toMatchObject({ n: 1 })
  })

  it('is found however the lists separate and fill its number', () => {
    const both = inventory({
      'a.csv': `${HEAD}V-002;Akten;Beispiel GmbH;100,50;\n6;Netz;Muster AG;50,50;\n`,
      'b.csv': `${HEAD}V 2;Akten;Beispiel;120,50;\n006;Netz;Muster AG;60,50;\n`,
    })
    expect(counted(both)).toHaveLength(2)
    expect(note(both, 'W-SAME-CONTRACT')).toMatchObject({ n: 2 })
  })

  it('is another one where the number is only alike and the thing or the supplier is not', () => {
    const with6 = (row: string) => inventory({ 'a.csv': `${HEAD}6;Netz;Muster AG;50,50;\n`, 'b.csv': `${HEAD}006;${row};5,50;\n` })
    expect(counted(with6('Akten;Muster AG'))).toHaveLength(2)
    expect(counted(with6('Netz;Andere AG'))).toHaveLength(2)
  })

  it('is another one where a list itself tells such numbers apart', () => {
    const both = inventory({
      'a.csv': `${HEAD}V-1;Netz;Muster AG;50,50;\nV-01;Netz;Muster AG;40,50;\n`,
      'b.csv': `${HEAD}V-01;Netz;Muster AG;30,50;\n`,
    })
    expect(counted(both)).toHaveLength(2)
  })
})

describe('a contract in one list and what is paid on it in another', () => {
  const contracts = (end = '') => `Vertragsnummer;Produkt;Auftragnehmer;Jahreskosten EUR;Vertragsende\nV-1;Akten;Beispiel;120,50;${end}\n`
  const invoices = (rows: string) => `Rechnungsnummer;Vertragsnummer;Produkt;Kreditor;Rechnungsbetrag EUR;Rechnungsdatum\n${rows}`
  const paid = invoices('R1;V-1;Akten;Beispiel;60,50;1.2.2026\nR2;V-1;Akten;Beispiel;60,50;1.8.2026\nR3;V-2;Netz;Muster;5,50;1.8.2026\n')

  it('counts once, as the contract, and is named', () => {
    for (const files of [{ c: contracts(), p: paid }, { p: paid, c: contracts() }]) {
      const both = inventory(files)
      expect(counted(both).sort()).toEqual(['c line 2', 'p line 4'])
      expect(note(both, 'W-PAID-CONTRACT')).toEqual({ n: 2, which: 'V-1 (c line 2; p line 2, …)' })
      expect(both.items.find(({ amount }) => amount!.kind === 'annual')!.seenAt).toHaveLength(3)
    }
  }) // prettier-ignore

  it('what is paid for something else counts, and so do payments where no contract has an amount, or it has ended', () => {
    const other = inventory({ c: contracts(), p: paid.replaceAll('Akten;Beispiel', 'Server;Andere') })
    expect([counted(other).length, note(other, 'W-OTHER-CONTRACT')]).toEqual([4, expect.objectContaining({ n: 1 })])
    expect(counted(inventory({ c: contracts().replace('120,50', ''), p: paid })).length).toBe(4)
    expect(counted(inventory({ c: contracts('31.12.2025'), p: paid }, '2026-11-23')).length).toBe(4)
    expect(counted(inventory({ c: contracts('31.12.2026'), p: paid }, '2026-11-23')).length).toBe(2)
  })

  it('counts as the contract where the amounts of the other list do not say what they are', () => {
    const amounts = 'Vertragsnummer;Produkt;Kreditor;Betrag EUR\nV-1;Akten;Beispiel;60,50\nV-1;Akten;Beispiel;61,50\n'
    expect(counted(inventory({ a: amounts, c: contracts() }))).toEqual(['c line 2'])
  })
})

describe('lines that look alike', () => {
  it.each([
    ['net', 'gross', '100,00', '119,00', 2],
    ['net', 'gross', '99,99', '118,99', 2],
    ['net', 'gross', '200,00', '214,00', 2],
    ['unknown', 'gross', '100,00', '119,00', 2],
    ['net', 'net', '100,00', '119,00', undefined],
    ['unknown', 'unknown', '100,00', '119,00', undefined],
    ['gross', 'net', '100,00', '119,00', undefined],
    ['net', 'gross', '100,00', '118,00', undefined],
  ])('%s beside %s: %s and %s', (one, other, net, gross, n) => {
    const word = { net: ' netto', gross: ' brutto', unknown: '' } as Record<string, string>
    const list = (basis: string, value: string) => `Produkt;Auftragnehmer;Auftragswert${word[basis]} EUR\nAkten;Beispiel;${value}\n`
    const both = inventory({ 'a.csv': list(one, net), 'b.csv': list(other, gross) })
    expect(counted(both)).toHaveLength(2)
    expect(note(both, 'W-MAYBE-SAME')?.['n']).toBe(n)
  })

  it('numbers of two kinds do not tell them apart', () => {
    const both = inventory({ 'a.csv': `${HEAD}V-1;Akten;B;1,50;\n`, 'b.csv': `${HEAD}4500-77;Akten;B;1,50;\n` })
    expect([counted(both).length, note(both, 'W-MAYBE-SAME')]).toEqual([2, expect.objectContaining({ n: 2 })])
  })

  it('without a number both stand, and a note names them', () => {
    const list = (value: string) => `Produkt;Auftragnehmer;Auftragswert EUR\nAkten;Beispiel;${value}\n`
    const both = inventory({ 'a.csv': list('100,00'), 'b.csv': list('100,00'), 'c.csv': list('99,00') })
    expect(counted(both)).toHaveLength(3)
    expect(note(both, 'W-MAYBE-SAME')).toEqual({ n: 2, which: 'Akten (a.csv line 2; b.csv line 2)' })
  })

  it('so it is where only one list has numbers', () => {
    const both = inventory({
      'a.csv': `${HEAD}V-1;Akten;Beispiel;100,00;\n`,
      'b.csv': 'Produkt;Auftragnehmer;Auftragswert EUR\nAkten;Beispiel;100,00\n',
    })
    expect([counted(both).length, note(both, 'W-MAYBE-SAME')]).toEqual([2, expect.objectContaining({ n: 2 })])
  })

  it('two different numbers tell them apart', () => {
    const both = inventory({ 'a.csv': `${HEAD}V-1;Akten;B;1,50;\n`, 'b.csv': `${HEAD}V-2;Akten;B;1,50;\n` })
    expect([counted(both).length, both.notes]).toEqual([2, []])
  })
})

describe('the same component in two SBOMs', () => {
  const bom = (name: string, ...components: object[]) =>
    JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { name } }, components })

  it('counts once and says where it was seen', () => {
    const same = { name: 'a', version: '1', purl: 'pkg:npm/a@1' }
    const both = inventory({ 'x.json': bom('x', same), 'y.json': bom('y', same, { name: 'a', version: '2', purl: 'pkg:npm/a@2' }) })
    const found = both.items.filter(({ purl }) => purl !== undefined)
    expect(found.map(({ purl, seenAt }) => [purl, seenAt.map(({ source }) => source)])).toEqual([
      ['pkg:npm/a@1', [0, 1]],
      ['pkg:npm/a@2', [1]],
    ])
    expect(note(both, 'W-MERGED')).toEqual({ n: 1 })
  })
})

/** A result notice with one lot and one winner. */
function notice(id: string, value: number, { version = '01', corrects = '', published = '' } = {}): string {
  const element = (name: string, text: string, ...outer: readonly string[]) =>
    text === '' ? '' : outer.reduceRight((inner, one) => `<e:${one}>${inner}</e:${one}>`, `<e:${name}>${text}</e:${name}>`)
  const ref = (name: string, to: string) => `<e:${name}><b:ID>${to}</b:ID></e:${name}>`
  return `<ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:x="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" xmlns:e="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:f="http://data.europa.eu/p27/eforms-ubl-extensions/1">
    <x:UBLExtensions><x:UBLExtension><x:ExtensionContent><f:EformsExtension>${element('ChangedNoticeIdentifier', corrects, 'Changes')}<e:NoticeResult>
    <e:LotResult>${ref('LotTender', 'T')}${ref('TenderLot', 'L')}</e:LotResult>
    <e:LotTender><b:ID>T</b:ID><a:LegalMonetaryTotal><b:PayableAmount currencyID="EUR">${value}</b:PayableAmount></a:LegalMonetaryTotal>${ref('TenderLot', 'L')}</e:LotTender>
    </e:NoticeResult>${element('NoticePublicationID', published, 'Publication')}</f:EformsExtension></x:ExtensionContent></x:UBLExtension></x:UBLExtensions>
    <b:ID>${id}</b:ID><b:VersionID>${version}</b:VersionID><a:ProcurementProject><b:Name>Monitore</b:Name></a:ProcurementProject></ContractAwardNotice>`
}

describe('a notice and its correction', () => {
  const amounts = (both: Inventory) => both.items.filter((item) => item.counted).map(({ amount }) => amount!.value)

  it.each([
    ['its id and version', notice('a-1', 80), notice('b-2', 85, { corrects: 'A-1-01' })],
    [
      'its number in the Official Journal',
      notice('a-1', 80, { published: '00123456-2025' }),
      notice('b-2', 85, { corrects: '123456-2025' }),
    ],
    ['a later version of the same', notice('a-1', 80), notice('a-1', 85, { version: '02' })],
  ])('the newer one counts, by %s, in whatever order', (_, old, corrected) => {
    const both = inventory({ 'old.xml': old, 'new.xml': corrected })
    expect(amounts(both)).toEqual(['85.00'])
    expect(note(both, 'W-CORRECTED')).toMatchObject({ n: 1, which: expect.stringMatching(/^a-1 \(old\.xml\) → (?:b-2|a-1) \(new\.xml\)$/) })
    expect(amounts(inventory({ 'new.xml': corrected, 'old.xml': old }))).toEqual(['85.00'])
  })

  it('of several corrections the last counts; those that name each other, themselves or another version all stand', () => {
    const chain = { 'a.xml': notice('a-1', 1000), 'b.xml': notice('b-2', 2000, { corrects: 'a-1-01' }), 'c.xml': notice('c-3', 3000, { corrects: 'b-2-01' }) }
    expect([amounts(inventory(chain)), note(inventory(chain), 'W-CORRECTED')?.['n']]).toEqual([['3000.00'], 2])
    expect(amounts(inventory({ 'a.xml': notice('a-1', 80, { corrects: 'b-2-01' }), 'b.xml': notice('b-2', 85, { corrects: 'a-1-01' }) }))).toHaveLength(2)
    expect(amounts(inventory({ 'a.xml': notice('a-1', 80, { corrects: '1-2025', published: '1-2025' }) }))).toEqual(['80.00'])
    expect(amounts(inventory({ 'a.xml': notice('a-1', 80, { version: '02' }), 'b.xml': notice('b-2', 85, { corrects: 'a-1-01' }) }))).toHaveLength(2)
    expect(note(inventory({ 'b.xml': notice('b-2', 85, { corrects: 'a-1-01' }) }), 'W-CORRECTED')).toBeUndefined()
  }) // prettier-ignore
})
