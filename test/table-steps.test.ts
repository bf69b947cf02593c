import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const read = (cell: string, asOf = '2026-11-23', heading = 'Kosten EUR') =>
  readList(`Produkt;Lieferant;${heading}\nBüro;Acme GmbH;"${cell}"\nGrafik;Acme GmbH;10,50\n`, undefined, undefined, asOf)
const amountOf = (...said: Parameters<typeof read>) => {
  const { amount } = read(...said).items[0]!
  return amount && `${Number(amount.value)} ${amount.currency} ${amount.kind}`
}

describe('an amount for each time in one cell', () => {
  it.each([
    ['2026: 12.000 €, 2027: 13.000 €', '12000 EUR annual'],
    ['2025: 12.000,00 €; 2026: 12.500,50 €; 2027: 13.000,00 €', '12500.5 EUR annual'],
    ['2026: 12.000 €/2027: 13.000 €', '12000 EUR annual'],
    ['12.000 € (2026), 13.000 € (2027)', '12000 EUR annual'],
    ['2025-2026: 12.000 €\n2027-2029: 13.000 €', '12000 EUR annual'],
    ['12.000 € p. a., ab 01.01.2027 13.000 € p. a.', '12000 EUR annual'],
    ['ab 01.01.2026 12.000 € p. a., ab 01.01.2027 13.000 € p. a.', '12000 EUR annual'],
    ['11.000 € mtl., ab 01.07.2026 1.000 € mtl.', '12000 EUR annual'],
    ['bis 31.12.2026 12.000 €, danach 13.000 €', '12000 EUR unknown'],
    ['bis 12/2025: 11.000 €, bis 12/2026: 12.000 €, danach 13.000 €', '12000 EUR unknown'],
    ['ab 01.01.2026 12.000 € p. a.', '12000 EUR annual'],
  ])('„%s“: what holds on the day', (cell, expected) => {
    expect(amountOf(cell)).toBe(expected)
    expect(read(cell).items[0]!.amount!.stated![0]!.says).toBe(cell)
    expect(read(cell).notes.find(({ code }) => code === 'W-STEPS')?.params).toEqual({ n: 1, day: '2026-11-23', lines: '2' })
    expect(read(cell).notes.map(({ code }) => code)).not.toContain('W-CELL')
  })

  it('is that of another day', () => {
    expect(amountOf('2026: 12.000 €, 2027: 13.000 €', '2027-02-01')).toBe('13000 EUR annual')
    expect(amountOf('12.000 € p. a., ab 01.01.2027 13.000 € p. a.', '2027-01-01')).toBe('13000 EUR annual')
    expect(amountOf('bis 31.12.2026 12.000 €, danach 13.000 €', '2027-01-01')).toBe('13000 EUR unknown')
    expect(amountOf('bis 12/2026 12.000 €, danach 13.000 €', '2026-12-31')).toBe('12000 EUR unknown')
  })

  it('of a contract is what it costs in the year', () => {
    expect(amountOf('2026: 12.000 €, 2027: 13.000 €', undefined, 'Auftragswert EUR')).toBe('12000 EUR annual')
  })

  it.each([
    'ab 01.01.2027 13.000 € p. a.',
    '2024: 12.000 €, 2025: 13.000 €',
    '2026: 12.000 €, 2026: 13.000 €',
    '2026: 12.000 €, 2027: nach Aufwand',
    '12.000 €, 13.000 €',
    '1. Jahr 12.000 €, 2. Jahr 13.000 €',
    'bis 99.99.2026 12.000 €, danach 13.000 €',
    'ab 2025 12.000 €, bis 2027 13.000 €',
    '12.000 €, bis 2027 13.000 €',
  ])('„%s“ stays unknown', (cell) => {
    expect(amountOf(cell)).toBeUndefined()
    expect(read(cell).notes.map(({ code }) => code)).toContain('W-CELL')
  })

  it('2026 is a number like others', () => expect(amountOf('2.026,50')).toBe('2026.5 EUR unknown'))
})
