import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readList } from './support/list.ts'
import { readFileOf } from './support/read-bytes.ts'
import { xlsx } from './support/workbook.ts'

const HEAD = 'Vertragsnummer;Produkt;Auftragnehmer;Auftragswert EUR;Vertragsbeginn;Vertragsende\n'
const counted = ({ items }: Reading) => items.filter((item) => item.counted).map(({ ref }) => ref)
const note = ({ notes }: Reading, wanted: string) => notes.find(({ code }) => code === wanted)?.params

describe('a contract that stands in one list several times', () => {
  it('counts once, as in the row with the latest end, and that is said', () => {
    const reading = readList(
      `${HEAD}V-1;Akten;Erste GmbH;100,50;01.01.2025;31.12.2025\nv-1;Akten;ERSTE GmbH;100,50;01.01.2025;31.12.2027\nV-1;Akten;Erste GmbH;100,50;01.01.2025;31.12.2026\nV-2;Netz;Zweite AG;50,50;;\n`,
    )
    expect([reading.items.length, reading.rejected, counted(reading)]).toEqual([4, 0, ['line 3', 'line 5']])
    expect(note(reading, 'W-CONTRACT-AGAIN')).toEqual({ n: 2, lines: '2, 4' })
    expect(note(reading, 'W-SAME-LINES')).toBeUndefined()
    expect(reading.items[1]!.seenAt.map(({ at }) => at)).toEqual(['line 3', 'line 2', 'line 4'])
  })

  it('named 60,000 times keeps all its places', () => {
    const reading = readList(HEAD + 'V-1;Akten;Erste GmbH;100,50;;\n'.repeat(60_000))
    expect(counted(reading)).toEqual(['line 2'])
    expect(reading.items[0]!.seenAt).toHaveLength(60_000)
  })

  it('in a workbook as well', () => {
    const row = ['V-1', 'Akten', 'Erste GmbH', 100.5]
    const reading = readFileOf(xlsx([{ name: 'A', rows: [['Vertragsnummer', 'Produkt', 'Auftragnehmer', 'Vertragswert (€)'], row, row, row] }])) // prettier-ignore
    expect(counted(reading)).toEqual(['A!2'])
  })

  it.each([
    ['positions', `${HEAD}V-1;Akten;Erste GmbH;100,50;;\nV-1;Netz;Erste GmbH;100,50;;\n`],
    ['another supplier', `${HEAD}V-1;Akten;Erste GmbH;100,50;;\nV-1;Akten;Zweite AG;100,50;;\n`],
    ['another beginning', `${HEAD}V-1;Akten;Erste GmbH;100,50;01.01.2025;\nV-1;Akten;Erste GmbH;100,50;01.01.2026;\n`],
    ['no number', `${HEAD};Akten;Erste GmbH;100,50;;\n;Akten;Erste GmbH;100,50;;\n`],
    ['payments', `${HEAD.replace('Auftragswert', 'Rechnungsbetrag')}V-1;Akten;Erste GmbH;100,50;;\nV-1;Akten;Erste GmbH;100,50;;\n`],
    ['call-offs', `${HEAD.replace('Auftragswert', 'Abrufwert')}V-1;Akten;Erste GmbH;100,50;;\nV-1;Akten;Erste GmbH;100,50;;\n`],
    ['orders', `${HEAD.replace('Auftragswert', 'Bestellwert')}V-1;Akten;Erste GmbH;100,50;;\nV-1;Akten;Erste GmbH;100,50;;\n`],
    ['credits', `${HEAD}V-1;Akten;Erste GmbH;-100,50;;\nV-1;Akten;Erste GmbH;-100,50;;\n`],
    ['placeholders', `${HEAD}V-1;Akten;Erste GmbH;0,00;;\nV-1;Akten;Erste GmbH;0,00;;\nV-2;Netz;Erste GmbH;20,50;;\n`],
  ])('%s all count', (_, list) => {
    const reading = readList(list)
    expect(counted(reading)).toHaveLength(reading.items.length)
    expect(note(reading, 'W-CONTRACT-AGAIN')).toBeUndefined()
  })

  it('another value for the same, or the same value for something else, is named', () => {
    const list = (second: string) => readList(`${HEAD}V-1;Akten;Erste GmbH;100,50;;\n${second}\n`)
    const named = { n: 1, which: 'V-1 (line 2, line 3)' }
    expect(note(list('V-1;Akten;Erste GmbH;150,50;;'), 'W-NUMBER-AGAIN')).toEqual(named)
    expect(note(list('V-1;Netz;Erste GmbH;100,50;;'), 'W-NUMBER-AGAIN')).toEqual(named)
    // the first has ended
    const ended = HEAD + 'V-1;Akten;Erste GmbH;100,50;01.01.2024;31.12.2025\nV-1;Akten;Erste GmbH;150,50;01.01.2026;\n'
    expect(note(readList(ended, undefined, undefined, '2026-11-23'), 'W-NUMBER-AGAIN')).toBeUndefined()
    expect(note(readList(ended, undefined, undefined, '2025-11-23'), 'W-NUMBER-AGAIN')).toEqual(named)
    // positions
    expect(note(list('V-1;Netz;Erste GmbH;50,50;;'), 'W-NUMBER-AGAIN')).toBeUndefined()
  })
})
