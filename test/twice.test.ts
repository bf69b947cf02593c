import { describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import { summary } from '../src/cli/text/summary.ts'
import { NOTES } from '../src/model/notes.ts'
import { KIND_OF_NOTE, NOTE_KINDS, noteKind } from '../src/model/note-kinds.ts'
import { reasons } from '../src/report/html/parts/needs.ts'
import { auditOf, KNOWLEDGE } from './support/whole-audit.ts'

const HEAD = 'Produkt;Hersteller;Jahreskosten netto EUR;Bemerkung;Farbe;Raum\n'
const list = (rows: readonly string[], head = HEAD) => Buffer.from(head + rows.map((row) => `${row};x;y;z`).join('\n'))
const ROWS = ['Nextcloud;Nextcloud;1000,00', 'Zammad;Zammad;1200,00', 'SAP ERP;SAP;90000,00']
const OTHER = ['SAP ERP;SAP;90000,00', 'Moodle;Moodle;300,00', 'Typo3;Typo3;400,00']

const plain = (head: string, rows: readonly string[]) => Buffer.from(`${head}\n${rows.join('\n')}\n`)
const twoOf = (number: string, other = number) =>
  plain('Vertragsnummer;Produkt;Auftragnehmer;Auftragswert EUR', [`${number};Akten;Erste GmbH;100,50`, `${other};Akten;Erste GmbH;150,50`])

describe('money that may count twice makes the result provisional', () => {
  it('in several lists', () => {
    const audit = auditOf(['a.csv', list(ROWS)], ['b.csv', list(OTHER)])
    expect(audit.provisionalBecause).toContain('W-MAYBE-SAME')
    expect(auditOf(['a.csv', list(ROWS)], ['b.csv', list(OTHER.slice(1))]).provisionalBecause).not.toContain('W-MAYBE-SAME')
  })

  it('in one list, but for payments', () => {
    const twice = [...ROWS, ...OTHER]
    expect(auditOf(['a.csv', list(twice)]).provisionalBecause).toContain('W-SAME-LINES')
    const paid = auditOf(['a.csv', list(twice, HEAD.replace('Jahreskosten netto', 'Rechnungsbetrag netto'))])
    expect(paid.notes.map(({ code }) => code)).toContain('W-SAME-LINES')
    expect(paid.provisionalBecause).not.toContain('W-SAME-LINES')
  })

  it('in several years of one list, and under one number', () => {
    const budget = (amount: string) => plain(`Bezeichnung;Lieferant;Jahr;${amount}`, ['A;L;2024;1,50', 'B;M;2025;2,50', 'C;N;2026;3,50'])
    expect(auditOf(['a.csv', budget('Ansatz EUR')]).provisionalBecause).toContain('W-YEARS-SUMMED')
    expect(auditOf(['a.csv', budget('Auftragswert EUR')]).provisionalBecause).not.toContain('W-YEARS-SUMMED')
    expect(auditOf(['a.csv', twoOf('V-1')]).provisionalBecause).toContain('W-NUMBER-AGAIN')
    expect(auditOf(['a.csv', twoOf('V-1', 'V-2')]).provisionalBecause).not.toContain('W-NUMBER-AGAIN')
  })

  it('told of each list by what it names of it', () => {
    const audit = auditOf(['a.csv', twoOf('V-1')], ['b.csv', twoOf('X-7')])
    const told = reasons({ audit, options: { language: 'de' } }).filter((reason) => /Vertragsnummer/.test(reason))
    expect(told.map((reason) => /[VX]-\d/.exec(reason)?.[0])).toEqual(['V-1', 'X-7'])
  })

  it('told one by one where a note, as of another version, has no number', () => {
    const files = (params?: { n: number }) => ({ code: 'W-FILES', message: '', ...(params && { params }) })
    const audit = { ...auditOf(), notes: [files({ n: 2 }), files(), files({ n: 3 })], provisionalBecause: ['W-FILES'] }
    expect(reasons({ audit, options: { language: 'de' } }).join(' ')).not.toContain('NaN')
  })

  it('not where it is no money', () => {
    const without = (rows: readonly string[]) => list(rows.map((row) => row.replace(/[^;]*$/, '')))
    const audit = auditOf(['a.csv', list(ROWS.slice(0, 2))], ['b.csv', without(OTHER)], ['c.csv', without(OTHER.slice(0, 2))])
    expect(audit.notes.map(({ code }) => code)).toContain('W-MAYBE-SAME')
    expect(audit.provisionalBecause).not.toContain('W-MAYBE-SAME')
  })
})

describe('notes', () => {
  it('are told by what is at stake', () => {
    const text = summary(auditOf(['a.csv', list(['Zammad;Zammad;10 USD', 'Nextcloud;Nextcloud;1000,00', 'Moodle;Moodle;bald'])]), 'de')
    const codes = [...text.matchAll(/^(W-[A-Z-]+):/gm)].map(([, code]) => code)
    expect(codes.indexOf('W-CURRENCY')).toBeGreaterThanOrEqual(0)
    expect(codes.indexOf('W-CURRENCY')).toBeLessThan(codes.indexOf('W-CELL'))
    expect(codes.indexOf('W-CELL')).toBeLessThan(codes.indexOf('W-COLUMN'))
  })

  it.each(Object.keys(NOTES))('%s: explain says what it means and what to do', (code) => {
    expect(KIND_OF_NOTE.has(code)).toBe(true)
    const told = (language: 'de' | 'en') =>
      explain(code, { audit: undefined, knowledge: KNOWLEDGE, openSourceDeliverable: false, language })!
    expect(told('de').text).toContain(`\n${NOTE_KINDS[noteKind(code)].means.de}\n→ `)
    expect(told('en').document).toMatchObject({ kind: 'note', code, fix: expect.stringMatching(/\w/) })
  })
})
