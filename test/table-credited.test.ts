import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { readList } from './support/list.ts'

const HEAD = 'Rechnungsnummer;Lieferant;Buchungstext;Betrag netto EUR\n'
const LINES = `${HEAD}RE-2024-111;Acme GmbH;Büro;120.000,00\nRE-2024-113;Acme GmbH;Grafik;60.000,00\nRE-2024-114;Beta AG;Speicher;30.000,00\n`

/** What counts of a list after its credits, line by line, and the notes about credits. */
function counted(list: string) {
  const { items } = readList(list)
  const { amounts, notes } = concludeAmounts(items, { asOf: '2026-11-23', project: EMPTY_PROJECT })
  const euro = [...amounts.values()].map(({ counts, euro }) => (counts ? Number(euro) : 0))
  return { sum: euro.reduce((total, one) => total + one, 0), euro, notes: notes.map(({ code }) => code).filter((code) => code !== 'W-VAT') }
}

describe('a credit that names a document of its list', () => {
  it.each([
    'Gutschrift zu RE-2024-113',
    'Storno Rechnung 2024-113 vom 03.02.2024',
    'Gutschrift (RE 2024-113)',
    'Korrektur Rechnung Nr. RE-2024-113',
  ])('reduces it: %s', (text) => {
    expect(counted(`${LINES}GU-07;Acme GmbH;${text};-30.000,00\n`)).toEqual({ sum: 180_000, euro: [120_000, 30_000, 30_000, 0], notes: [] })
  })

  it('by a mere number behind a word for it, also before the document and without a supplier', () => {
    const list =
      'Belegnr.;Kreditor;Text;Betrag EUR\n4713;;Storno Rechnung 4711;-30000,00\n4711;Acme GmbH;Büro;120000,00\n4712;Beta AG;Speicher;90000,00\n'
    expect(counted(list)).toMatchObject({ sum: 180_000, notes: [] })
  })

  it('all lines of it lose the same part, and one that takes all of it cancels it', () => {
    const list = `${HEAD}R-100;Acme GmbH;Büro;300,50\nR-100;Acme GmbH;Grafik;100,50\nR-101;Acme GmbH;Wolke;50,50\n`
    expect(counted(`${list}G-1;Acme GmbH;Gutschrift zu R-100;-200,50\n`).sum).toBeCloseTo(251)
    expect(counted(`${list}G-1;Acme GmbH;Storno zu R-101;-50,50\n`)).toMatchObject({ euro: [300.5, 100.5, 0, 0], notes: ['W-CANCELLED'] })
  })

  it('or a contract by its number', () => {
    const list =
      'Vertragsnummer;Lieferant;Gegenstand;Betrag EUR\nV-2024-01;Acme GmbH;Büro;900,50\n;Acme GmbH;Gutschrift zu V-2024-01;-100,50\n'
    expect(counted(list)).toMatchObject({ sum: 800, notes: [] })
  })

  it('by a number that its text introduces and that stands in the text of a line', () => {
    const list = 'Lieferant;Buchungstext;Betrag EUR\nAcme GmbH;Server Rechnung 4711;900,50\nAcme GmbH;Server 4712;700,50\n'
    expect(counted(`${list}Acme GmbH;Storno Rechnung Nr. 4711;-100,50\n`)).toMatchObject({ euro: [800, 700.5, 0], notes: [] })
    expect(counted(`${list}Acme GmbH;Gutschrift Kunden Nr. 4712;-100,50\n`)).toMatchObject({ euro: [900.5, 700.5, 0], notes: ['W-CREDIT'] })
  })

  it.each([
    ['T14', 'Laptop Lenovo T14', 'Dockingstation T14', 'Gutschrift Dockingstation T14'],
    ['E3', 'Microsoft 365 E3', 'Exchange Archiv E3', 'Gutschrift Exchange Archiv E3'],
    ['2024', 'Wartung aus 2024', 'Restzahlung aus 2024', 'Gutschrift Restzahlung aus 2024'],
  ])('not by the number of a product or a year: %s', (_, other, product, credit) => {
    const rows = [`R-1;Acme GmbH;${other};60.000,50`, `R-2;Acme GmbH;${product};4.000,50`, `R-3;Acme GmbH;${credit};-4.000,50`]
    expect(counted(`${HEAD}${rows.join('\n')}\n`)).toMatchObject({ euro: [60_000.5, 0, 0], notes: ['W-CANCELLED'] })
  })

  it('however many lines and credits have one number', () => {
    const n = 6_000
    const lines = Array.from({ length: n }, (_, at) => `RE-100200;Acme GmbH;Anschluss ${at % 50};10,50\n`)
    const credits = Array.from({ length: n }, (_, at) => `RE-${900_000 + at};Acme GmbH;Gutschrift zu RE-100200;-1,50\n`)
    const started = performance.now()
    const { items } = readList(HEAD + lines.join('') + credits.join(''))
    expect(items.filter(({ amount }) => amount?.document === 're100200')).toHaveLength(2 * n)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it.each([
    ['it names none that is there', 'Acme GmbH;Gutschrift zu RE-2023-900;-30.000,00'],
    ['it is that of another supplier', 'Acme GmbH;Gutschrift zu RE-2024-114;-30.000,00'],
    ['it names several', 'Acme GmbH;Gutschrift zu RE-2024-111 und RE-2024-113;-30.000,00'],
    ['it is more than that', 'Acme GmbH;Gutschrift zu RE-2024-113;-61.000,00'],
    ['nothing says that it is a document', 'Acme GmbH;Gutschrift aus Aktion 24;-30.000,00'],
    ['it names a year', 'Acme GmbH;Gutschrift 2024;-30.000,00'],
  ])('stays named where %s', (_, row) => {
    expect(counted(`${LINES}GU-07;${row}\n`)).toEqual({ sum: 210_000, euro: [120_000, 60_000, 30_000, 0], notes: ['W-CREDIT'] })
  })
})
