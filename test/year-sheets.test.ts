import { describe, expect, it } from 'vitest'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

const COSTS = { Büro: 100, Personal: 50, Wolke: 20 }
const list = (amount: string, factor: number, costs: Readonly<Record<string, number>> = COSTS) => [
  ['Produkt', 'Lieferant', amount],
  ...Object.entries(costs).map(([name, cost]) => [name, 'Acme GmbH', cost * factor]),
]
const read = (sheets: Readonly<Record<string, (string | number)[][]>>, asOf = '2026-11-30') => {
  const content = xlsx(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))
  return readInputs({ ...bytesOf(content, 'w.xlsx'), sha256: () => '' }, { limits: LIMITS, asOf })[0]!.reading
}
const years = (amount: string) => ({ 'IT 2025': list(amount, 1), 'IT 2026': list(amount, 2), 'IT 2027': list(amount, 3) })
const noteOf = (code: string, ...given: Parameters<typeof read>) => read(...given).notes.find((note) => note.code === code)?.params

describe('sheets of several years', () => {
  it('of yearly amounts only one year counts, that of the day', () => {
    const sheets = years('Jahreskosten netto')
    expect(read(sheets).items.map(({ ref }) => ref)).toEqual(['IT 2026!2', 'IT 2026!3', 'IT 2026!4'])
    expect(read(sheets)).toMatchObject({ rejected: 0, unusable: 6 })
    expect(noteOf('W-OTHER-YEAR-SHEETS', sheets)).toEqual({ sheets: 'IT 2025, IT 2027', n: 6, sheet: 'IT 2026' })
    expect(read(sheets, '2025-01-01').items[0]!.ref).toBe('IT 2025!2')
  })

  it('of other amounts all count, and the sheets are named', () => {
    expect(read(years('Kosten netto')).items).toHaveLength(9)
    expect(noteOf('W-YEAR-SHEETS-SUMMED', years('Kosten netto'))).toEqual({ sheets: 'IT 2025, IT 2026, IT 2027' })
  })

  it.each([
    ['other contracts', { 'IT 2025': list('Jahreskosten', 1), 'IT 2026': list('Jahreskosten', 1, { A: 1, B: 2, C: 3 }) }],
    ['other names', { 'IT 2025': list('Jahreskosten', 1), 'Bauamt 2026': list('Jahreskosten', 2) }],
    ['no year', { Nord: list('Jahreskosten', 1), Süd: list('Jahreskosten', 2) }],
  ])('all count without a word: %s', (_, sheets) => {
    expect(read(sheets).items).toHaveLength(6)
    expect(read(sheets).notes.filter(({ code }) => code.includes('YEAR'))).toEqual([])
  })
})
