import { describe, expect, it } from 'vitest'
import { summary } from '../src/cli/text/summary.ts'
import { comparisonText } from '../src/cli/text/comparison.ts'
import { gateText } from '../src/cli/text/gate.ts'
import { compare } from '../src/compare.ts'
import { gate } from '../src/gate.ts'
import { markdown } from '../src/report/markdown.ts'
import { page, section, text } from './support/page.ts'
import { auditOf, OPTIONS } from './support/whole-audit.ts'

const HEAD = 'Vertragsnummer;Produkt;Lieferant;Jahreskosten netto EUR\n'
const OPEN = ['Nextcloud', 'LibreOffice', 'OpenProject', 'Zammad', 'Moodle', 'BigBlueButton'].map((name, n) => `${n};${name};;1000,00`)
const list = (...more: readonly string[]) => auditOf(['vertraege.csv', Buffer.from(HEAD + [...OPEN, ...more].join('\n'))])

const ALL = list()
const SOME = list('7;Microsoft 365;Microsoft;siehe Vertrag', '8;SAP ERP;SAP;', '9;AutoCAD;Autodesk;200.000 USD')
const SENTENCE =
  '3 von 9 Softwarepositionen haben keinen verwendbaren Betrag und fehlen in den Ausgaben. Davon von Großanbietern: 2, proprietär: 3.'

describe('lines of which it is not known what they cost', () => {
  it('stand beside the spend on the first page, with what they would be', async () => {
    const first = text(section(await page(SOME), 'result'))
    expect(first).toContain('6.000\u00a0€ im Jahr; 3 Positionen ohne verwendbaren Betrag')
    expect(first).toContain(SENTENCE)
    expect(first).toContain('als Zahl in der Liste, bei fremder Währung mit einem Kurs in der Projektdatei')
    expect(text(section(await page(ALL), 'result'))).not.toContain('ohne verwendbaren Betrag')
  })

  it('are said by the terminal, where coverage has the amounts', () => {
    expect(summary(SOME, 'de')).toContain(SENTENCE)
    expect(summary(SOME, 'de')).toMatch(/Belegdichte der Beträge +– +66,7/)
    expect(summary(SOME, 'de')).toMatch(/^W-AMOUNTS-UNKNOWN: Von 9 Softwarepositionen haben 3 /m)
    expect(summary(ALL, 'de')).toMatch(/Belegdichte der Beträge +– +100/)
    expect(summary(ALL, 'de')).not.toContain('verwendbaren Betrag')
  })

  it('are said by check, in a comparison and in a job summary', () => {
    const told = gateText(SOME, gate(SOME, OPTIONS.set), 0, { baseline: undefined, notes: [] }, 'de', false)
    expect(told).toContain(SENTENCE)
    expect(comparisonText(compare(ALL, SOME), 'de')).toMatch(/Softwarepositionen ohne verwendbaren Betrag.* 0 .* 3\n/)
    expect([...(markdown.render(SOME, { language: 'de' }) as Iterable<string>)].join('')).toContain('3 Positionen ohne verwendbaren Betrag')
  })
})
