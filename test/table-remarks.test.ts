import { describe, expect, it } from 'vitest'
import { noteIn } from '../src/report/note-text.ts'
import { readList } from './support/list.ts'

const named = (list: string) => readList(list).notes.flatMap(({ code, params }) => (code === 'W-REMARK' ? [params] : []))
const list = (remark: string, heading = 'Bemerkungen', end = '') =>
  `Software;Hersteller;Kosten EUR;Vertragsende;${heading}\nSuite;Acme;10,50;;\nWolke;Beta;20,50;${end};${remark}\n`

describe('remarks that speak of an end', () => {
  it.each([
    'gekündigt zum 31.12.2025',
    'entfällt ab 2026',
    'läuft Ende 2026 aus',
    'wird abgelöst durch die Suite',
    'nicht mehr im Einsatz',
    'Vertrag wird nicht verlängert',
    'storniert',
    'Kündigung zum Jahresende',
    'will not be renewed',
  ])('%s is named, and the line counts', (remark) => {
    expect(named(list(remark))).toEqual([{ n: 1, texts: `"${remark}"`, lines: '3' }])
    expect(readList(list(remark)).items.map(({ counted }) => counted)).toEqual([true, true])
  })

  it.each([
    ['the opposite', list('nicht gekündigt')],
    ['another word', list('ungekündigt; Entfallenes siehe Akte')],
    ['an end that is stated', list('gekündigt', 'Bemerkungen', '31.12.2025')],
    ['another column', list('gekündigt', 'Raum')],
    ['a remark of nothing', list('Ansprechpartner wechselt')],
  ])('not %s', (_, content) => expect(named(content)).toEqual([]))

  it('is quoted as each language does', () => {
    const { notes } = readList(list('wird abgelöst durch "Suite"'))
    const note = notes.find(({ code }) => code === 'W-REMARK')!
    expect(note.message).toContain('"wird abgelöst durch "Suite""')
    expect(noteIn(note, 'en')).toBe(note.message)
    expect(noteIn(note, 'de')).toContain('„wird abgelöst durch "Suite"“')
  })
})
