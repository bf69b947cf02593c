import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { summary } from '../src/cli/text/summary.ts'
import type { Audit } from '../src/model/audit.ts'
import { Problem } from '../src/model/problem.ts'
import { rescore } from '../src/rescore.ts'
import { csvRfc4180 } from '../src/report/csv.ts'
import { context } from '../src/report/html/context.ts'
import { leftOut } from '../src/report/html/parts/left-out.ts'
import { auditOf, KNOWLEDGE, OPTIONS } from './support/whole-audit.ts'

const HEAD = 'Vertragsnummer;Produkt;Lieferant;Auftragswert netto EUR;Vertragsbeginn;Vertragsende\n'
const list = (rows: string) => auditOf(['liste.csv', Buffer.from(HEAD + rows)])
const CREDITS = list(
  `100;SAP S/4HANA;SAP;300,00;01.01.2026;31.12.2026
100;Gutschrift SAP S/4HANA;SAP;-30,00;;
101;Oracle Datenbank;Oracle;120,00;01.01.2026;31.12.2026
101;Oracle Datenbank;Oracle;120,00;01.01.2026;31.12.2026
101;Rabatt Oracle Datenbank;Oracle;-60,00;;
102;VMware vSphere;Broadcom;50,00;01.01.2026;31.12.2026
102;Storno VMware vSphere;Broadcom;-50,00;;
103;Gutschrift Drucker;Acme;-7,00;;
`,
)

const FOLDER = 'fixtures/read/csv/'
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'))

function cells(audit: Audit, heading: string): string[] {
  const csv = [...(csvRfc4180.render(audit, { language: 'en' }) as Iterable<string>)].join('')
  return (parse(csv, { columns: true }) as Record<string, string>[]).map((row) => row[heading]!)
}

function sumInCsv(audit: Audit): number {
  return cells(audit, 'EUR in the sums').reduce((sum, cell) => sum + Number(cell), 0)
}

function expectSame(audit: Audit): void {
  const { total, beside } = audit.spend ?? { total: '0', beside: '0' }
  if (audit.spend !== null)
    expect(Math.abs(sumInCsv(audit) - Number(total) - Number(beside))).toBeLessThan(0.01 * audit.items.length + 0.01)
}

describe('what the amounts of an export come to', () => {
  it.each(lists)('%s: as much as the report says', (name) => {
    try {
      expectSame(auditOf([name, readFileSync(FOLDER + name)]))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  })

  it('with credits, lines that are stated again, and lines without a term', () => {
    expectSame(CREDITS)
    expect(CREDITS.spend).toMatchObject({ unit: 'per-year', total: '330.00' })
    expectSame(list('100;SAP S/4HANA;SAP;3000,00;01.01.2025;31.12.2027\n101;Oracle;Oracle;7,00;;\n'))
    expectSame(list('100;SAP S/4HANA;SAP;3000,00;01.01.2025;31.12.2027\n101;Oracle;Oracle;7000,00;;\n'))
  })
})

describe('what became of credits', () => {
  it('is told line by line', () => {
    expect(cells(CREDITS, 'Amount counts')).toEqual([
      'counts',
      'credit, deducted',
      'counts',
      'counts elsewhere or is over',
      'credit, deducted',
      'cancelled by a credit',
      'credit, cancels amounts',
      'credit without a counterpart',
    ])
    expect(CREDITS.items.map(({ amount, counted }) => amount?.counts === true && !counted)).not.toContain(true)
  })

  it('is told of all together', () => {
    expect(leftOut(context(CREDITS, { language: 'de' }))!.replaceAll('\u00a0', ' ')).toBe(
      'Darin schon abgezogen, wie angegeben: 2 Gutschriften (-90 €). In keiner dieser Summen, wie angegeben: eine Position, die anderswo zählt oder beendet ist (120 €); eine Gutschrift ohne Gegenstück (-7 €); eine durch Gutschriften aufgehobene Position (50 €); eine Gutschrift, die Positionen aufhebt (-50 €).',
    )
  })

  it('is the same when a stored audit is measured once more', () => {
    const again = rescore(
      CREDITS,
      { knowledge: KNOWLEDGE, set: OPTIONS.set, version: '0' },
      { asOf: CREDITS.asOf, projectFile: CREDITS.projectFile! },
    )
    expect(again.spend).toEqual(CREDITS.spend)
    expect(again.items.map(({ amount }) => amount)).toEqual(CREDITS.items.map(({ amount }) => amount))
  })
})

describe('rows without a name', () => {
  it('are not the same product', () => {
    const { spend, notes } = auditOf(['liste.csv', Buffer.from('Datum;Produkt;Lieferant;Betrag EUR\n01.02.2026;SAP S/4HANA;SAP;300,00\n02.02.2026;;;100,00\n03.02.2026;;;-40,00\n')]) // prettier-ignore
    expect(spend?.total).toBe('400.00')
    expect(notes.map(({ code }) => code)).toContain('W-CREDIT')
  })
})

describe('what a terminal says of amounts', () => {
  const told = summary(
    list('100;SAP ERP;SAP;300,00;01.01.2026;31.12.2026\n101;Oracle Datenbank;Oracle;8000,00;01.01.2020;31.12.2021\n102;Nextcloud;;;;\n'),
    'de',
  )

  it('has what is over, as the report', () => {
    expect(told).toContain('In keiner dieser Summen, wie angegeben: eine abgelaufene Position (8.000\u00a0€).')
  })

  it('why there is no level', () => {
    expect(told).toContain('Die Liste hat nur eine Position mit Gewicht, nötig sind 5.')
  })
})

it('a computed amount is written with no more places than money has', () => {
  const amounts = auditOf([
    'liste.csv',
    Buffer.from('Produkt;Monatsrate netto EUR\nNextcloud;1666,666666666667\nZammad;0,12345\nSAP ERP;10,5\n'),
  ])
  expect(cells(amounts, 'Amount')).toEqual(['20000.00', '1.4814', '126.00'])
})
