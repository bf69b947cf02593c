import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const contracts = (heading: string, ...cells: readonly string[]) =>
  readList(
    [
      `Gegenstand;Auftragnehmer;Jahreskosten EUR;Beginn;Ende;${heading}`,
      ...cells.map((cell, i) => `G${i};A${i};1.000,50;01.01.2026;unbefristet;${cell}`),
      '',
    ].join('\n'),
  )
const one = (cell: string, heading = 'Status') => contracts(heading, 'aktiv', cell).items[1]!
const notesOf = ({ notes }: ReturnType<typeof readList>) => notes.filter(({ code }) => code.startsWith('W-STATUS')).map(({ code, params }) => [code, params]) // prettier-ignore

describe('what the status of a line says', () => {
  it.each(['storniert', 'aufgehoben', 'Vergabe aufgehoben', 'beendet', 'Vertrag beendet', 'abgelaufen', 'widerrufen', 'zurückgezogen', 'nicht vergeben', 'nicht mehr aktiv', 'inaktiv', 'Cancelled', 'withdrawn', 'expired', 'not awarded', 'unsuccessful', 'not_installed', 'nicht installiert'])(
    '%s does not count',
    (cell) => expect(one(cell)).toMatchObject({ counted: false, amount: { value: '1000.50', kind: 'annual' } }),
  ) // prettier-ignore

  it.each(['in Planung', 'geplant', 'Angebot liegt vor', 'noch nicht beauftragt', 'Ausschreibung läuft', 'in Vergabe', 'Entwurf', 'planned', 'pending'])(
    '%s is an estimate',
    (cell) => expect(one(cell)).toMatchObject({ counted: true, amount: { value: '1000.50', kind: 'estimate' } }),
  ) // prettier-ignore

  it.each(['aktiv', 'laufend', 'ungekündigt', 'nicht gekündigt', 'verlängert', 'aktiv, Storno einzelner Posten', 'Vergabe abgeschlossen', 'aktiv, Verlängerung geplant', 'installed', 'Kündigung möglich', 'Verlängerung in Verhandlung', 'k. A.', ''])(
    '%s counts as it is',
    (cell) => expect(one(cell)).toMatchObject({ counted: true, amount: { kind: 'annual' }, term: { endless: true } }),
  ) // prettier-ignore

  it('a note says how many do not count and why, and names what is not known', () => {
    const list = contracts('Vertragsstatus', 'aktiv', 'storniert', 'storniert', 'beendet', 'in Planung', 'konform', 'gekündigt')
    expect(notesOf(list)).toEqual([
      ['W-STATUS-OVER', { n: 3, texts: '"storniert" (2), "beendet"', lines: '3, 4, 5' }],
      ['W-STATUS-PLANNED', { n: 1, texts: '"in Planung"', lines: '6' }],
      ['W-STATUS-TERMINATED', { n: 1, texts: '"gekündigt"', lines: '8' }],
      ['W-STATUS', { n: 1, texts: '"konform"', lines: '7' }],
    ])
    expect(notesOf(contracts('Status', 'aktiv', 'laufend'))).toEqual([])
  })

  it('„gekündigt zum“ is the end, the day of the letter is none', () => {
    expect(one('gekündigt zum 31.03.2026').term).toEqual({ start: '2026-01-01', end: '2026-03-31', renewsItself: false })
    expect(one('beendet am 31.03.2026')).toMatchObject({ counted: true, term: { end: '2026-03-31' } })
    expect(one('gekündigt am 31.03.2026').term).toEqual({ start: '2026-01-01', endless: true, renewsItself: false })
  })

  it('a column says it as well, and the text of a term', () => {
    const listed = contracts('gekündigt zum', '31.03.2026', '', 'nein').items.map(({ term }) => term)
    expect(listed).toEqual([{ start: '2026-01-01', end: '2026-03-31', renewsItself: false }, ...[1, 2].map(() => ({ start: '2026-01-01', endless: true }))]) // prettier-ignore
    const ends = ['unbefristet, gekündigt zum 31.03.2026', '31.03.26 gekündigt', 'Kündigung per 31.03.2026']
    for (const end of ends)
      expect(readList(`Produkt;Lieferant;Kosten EUR;Ende\nP;L;1.000,50;${end}\n`).items[0]!.term).toEqual({ end: '2026-03-31', renewsItself: false }) // prettier-ignore
  })

  it('what was terminated before it began is named', () =>
    expect(contracts('gekündigt zum', '31.12.2025').notes.filter(({ code }) => code === 'W-REVERSED')).toHaveLength(1))
})

describe('a month as beginning or end of a term', () => {
  it.each([
    ['01/2026', '12/2026', '2026-01-01', '2026-12-31'],
    ['Jan. 2026', 'Dez. 2028', '2026-01-01', '2028-12-31'],
    ['2026-01', 'Februar 2028', '2026-01-01', '2028-02-29'],
  ])('%s to %s', (from, to, start, end) =>
    expect(readList(`Produkt;Lieferant;Kosten EUR;Vertragsbeginn;Laufzeitende\nP;L;1.000,50;${from};${to}\n`).items[0]!.term).toEqual({
      start,
      end,
    }),
  )

  it.each(['13/2026', '2026', 'Q4 2026', 'Foo 2026'])('%s is no day', (to) =>
    expect(readList(`Produkt;Lieferant;Kosten EUR;Laufzeitende\nP;L;1.000,50;${to}\n`).items[0]!.term).toBeUndefined(),
  )
})
