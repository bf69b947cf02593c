import { describe, expect, it } from 'vitest'
import { noteIn } from '../src/report/note-text.ts'
import { readList } from './support/list.ts'

const noteOf = (list: string, wanted: string) => readList(list).notes.find(({ code }) => code === wanted)!
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('notes in a language', () => {
  it('write sums and counts as the language does', () => {
    const unnamed = noteOf(`Datum;Lieferant;Betrag EUR\n01.02.2025;Erste GmbH;10,50\n03.02.2025;;1.000.000,00\n04.02.2025;;42.000,00\n`, 'W-UNNAMED') // prettier-ignore
    expect(plain(noteIn(unnamed, 'de'))).toContain('(1.042.000 €; Zeilen 3, 4).')
    expect(plain(noteIn(unnamed, 'en'))).toContain('(€1,042,000; lines 3, 4).')
    expect(noteIn({ code: 'W-PARTS', message: '', params: { n: 1234, lines: '1, …' } }, 'de')).toContain('1.234 Zeilen sind Teile')
    expect(noteIn({ code: 'W-NO-NAME-AMOUNTS', message: '', params: { n: 1, sum: '7.50' } }, 'de')).toContain('zusammen 7,5.')
  })

  it('name one row as one', () => {
    const list = (rows: string) => noteOf(`Produkt;Lieferant;Betrag EUR\nA;X;1,50\nB;X;2,50\n${rows}`, 'W-SET-ASIDE')
    expect(noteIn(list('Summe;;4,00\n'), 'de')).toBe('1 Zeile ist keine Position: 1 Summe (Zeile 4).')
    // blank rows are not named
    expect(noteIn(list(';;\nSumme;;4,00\n'), 'de')).toBe('2 Zeilen sind keine Positionen: 1 leer, 1 Summe (Zeile 5).')
    expect(noteIn(list('Summe;;4,00\nGesamt;;4,00\n'), 'en')).toBe('2 rows are no lines of the list: 2 totals (lines 4, 5).')
  })

  it('cite texts as they stand in the list, in the marks of the language', () => {
    const status = noteOf('Produkt;Lieferant;Betrag EUR;Status\nA;X;1,50;"wie ""neu"", fast"\nB;X;2,50;"wie ""neu"", fast"\nC;X;3,50;blau\n', 'W-STATUS') // prettier-ignore
    expect(status.params!['texts']).toBe('"wie "neu", fast" (2), "blau"')
    expect(status.message).toContain('"wie "neu", fast" (2), "blau" (')
    expect(noteIn(status, 'de')).toContain('„wie "neu", fast“ (2), „blau“ (')
  })
})
