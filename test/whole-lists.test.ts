import { describe, expect, it } from 'vitest'
import type { Inventory } from '../src/model/item.ts'
import { join, readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

function inventory(files: Readonly<Record<string, string | Uint8Array>>): Inventory {
  return join(
    Object.entries(files).flatMap(([path, content]) => readInputs({ ...bytesOf(content, path), sha256: () => path }, { limits: LIMITS })),
  )
}

type Row = readonly (string | number)[]
const rows = (from: number, to: number): Row[] => Array.from({ length: to - from }, (_, n) => [`Titel ${from + n}`, 'Amt', from + n + 0.5])
const book = (sheets: Readonly<Record<string, readonly Row[]>>, value = 'Ansatz 2026 (€)') =>
  inventory({ 'w.xlsx': xlsx(Object.entries(sheets).map(([name, lines]) => ({ name, rows: [['Bezeichnung', 'Lieferant', value], ...lines.map((line) => [...line])] }))) }) // prettier-ignore
const counted = ({ items }: Inventory) =>
  Object.fromEntries([...Map.groupBy(items, ({ ref }) => ref.replace(/!.*$/, ''))].map(([sheet, all]) => [sheet, all.filter((item) => item.counted).length])) // prettier-ignore
const note = ({ notes }: Inventory, wanted: string) => notes.find(({ code }) => code === wanted)?.params

describe('a whole beside its parts', () => {
  const parts = { A: rows(0, 12), B: rows(12, 30), C: rows(30, 33) }

  it('does not count: its parts do, and every line is seen there again', () => {
    for (const sheets of [
      { Alle: rows(0, 33), ...parts },
      { ...parts, Alle: rows(0, 33).toReversed() },
    ]) {
      const found = book(sheets)
      expect(counted(found)).toEqual({ Alle: 0, A: 12, B: 18, C: 3 })
      expect(note(found, 'W-SAME-LIST')).toEqual({ n: 1, which: 'w.xlsx Alle (33; w.xlsx A, w.xlsx B, w.xlsx C)' })
      expect(note(found, 'W-MAYBE-SAME')).toBeUndefined()
      const [source] = found.sources
      expect([source!.records, source!.read, source!.rejected, source!.unusable]).toEqual([66, 66, 0, 0])
      expect(found.items.filter((item) => item.counted).every(({ seenAt }) => seenAt.length === 2)).toBe(true)
    }
  })

  it('also where both are payments, where lines repeat, and in several files', () => {
    const twice = { A: [...rows(0, 12), ...rows(0, 3)], B: rows(12, 30) }
    expect(counted(book({ Alle: [...twice.A, ...twice.B], ...twice }, 'Zahlung (€)'))).toEqual({ Alle: 0, A: 15, B: 18 })
    const list = (of: readonly Row[]) =>
      `Bezeichnung;Lieferant;Zahlung EUR\n${of.map((row) => row.join(';').replace('.', ',')).join('\n')}\n`
    const files = inventory({ 'alle.csv': list(rows(0, 33)), 'a.csv': list(rows(0, 20)), 'b.csv': list(rows(20, 33)) })
    expect(files.items.filter((item) => item.counted).map(({ source }) => source)).not.toContain(0)
  })

  it('that says more counts, and its parts do not, but for those that may be alike by chance', () => {
    const found = book({ Alle: rows(0, 80), A: rows(0, 25), B: rows(25, 60), C: rows(70, 73) }, 'Zahlung (€)')
    expect(counted(found)).toEqual({ Alle: 80, A: 0, B: 0, C: 3 })
    expect(note(found, 'W-SAME-LIST')).toEqual({ n: 2, which: 'w.xlsx A (25; w.xlsx Alle), w.xlsx B (35; w.xlsx Alle)' })
    expect(note(found, 'W-MAYBE-SAME')).toMatchObject({ n: 6 })
  })

  it('is none where one line is missing or few are alike', () => {
    for (const sheets of [
      { Alle: rows(0, 33), A: [...rows(0, 12), ...rows(90, 91)], B: [...rows(12, 30), ...rows(91, 93)] },
      { Alle: rows(0, 4), A: rows(0, 2), B: rows(2, 4) },
    ])
      expect(note(book(sheets), 'W-SAME-LIST')).toBeUndefined()
  })
})

describe('two lists that are the same', () => {
  it('count once, the first of them; of one that another holds the larger one', () => {
    expect(counted(book({ A: rows(0, 30), B: rows(0, 30) }, 'Auftragswert (€)'))).toEqual({ A: 30, B: 0 })
    expect(counted(book({ A: rows(5, 30), B: rows(0, 30) }, 'Auftragswert (€)'))).toEqual({ A: 0, B: 30 })
    expect(counted(book({ A: rows(0, 30), B: rows(0, 30), C: rows(0, 30) }, 'Auftragswert (€)'))).toEqual({ A: 30, B: 0, C: 0 })
  })

  it('five lines are enough where they are contracts, also such as say so only by their end', () => {
    expect(counted(book({ Q1: rows(0, 5), Q2: rows(0, 5), Q3: rows(0, 6) }, 'Jahreskosten (€)'))).toEqual({ Q1: 0, Q2: 0, Q3: 6 })
    const list = `Bezeichnung;Lieferant;Betrag EUR;Vertragsende\n${rows(0, 5)
      .map(([name, firm]) => `${name};${firm};7,50;31.12.2027`)
      .join('\n')}\n`
    expect(inventory({ 'a.csv': list, 'b.csv': list }).items.filter((item) => item.counted)).toHaveLength(5)
  })

  it('both count where they may be payments of two months, inventories of two machines, or are short', () => {
    for (const value of ['Zahlung (€)', 'Betrag (€)']) {
      const found = book({ Januar: rows(0, 30), Februar: rows(0, 30), März: rows(0, 30) }, value)
      expect(counted(found)).toEqual({ Januar: 30, Februar: 30, März: 30 })
      expect(note(found, 'W-MAYBE-SAME')).toMatchObject({ n: 90 })
    }
    expect(counted(book({ A: rows(0, 4), B: rows(0, 4) }, 'Auftragswert (€)'))).toEqual({ A: 4, B: 4 })
    const programs = ['Software;Hersteller;Version', ...Array.from({ length: 30 }, (_, n) => `Programm ${n};Firma;1.${n}`)].join('\n')
    expect(inventory({ 'a.csv': programs, 'b.csv': programs }).items.every((item) => item.counted)).toBe(true)
  })
})
