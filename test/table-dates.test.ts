import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dateShapeOf, OrderTally, type DateOrder } from '../src/read/table/values/dates.ts'

const read = (text: string, order?: DateOrder): string | undefined => {
  const shape = dateShapeOf(text)
  return shape && dateOf(shape, order)
}

describe('one date', () => {
  it.each([
    ['2025-01-31', '2025-01-31'],
    ['2025/1/5', '2025-01-05'],
    ['2025.01.05', '2025-01-05'],
    ['20250131', '2025-01-31'],
    ['31.01.2025', '2025-01-31'],
    ['1.2.2025', '2025-02-01'],
    ['1. 2. 2025', '2025-02-01'],
    ['1.7.25', '2025-07-01'],
    ['01.01.69', '2069-01-01'],
    ['01.01.70', '1970-01-01'],
    ['2025-01-31T23:00:00Z', '2025-01-31'],
    ['2024-10-07+02:00', '2024-10-07'],
    ['2024-10-07Z', '2024-10-07'],
    ['31.01.2025 00:00', '2025-01-31'],
    ['31. Januar 2025', '2025-01-31'],
    ['5. März 2025', '2025-03-05'],
    ['5 mar 2025', '2025-03-05'],
    ['31-Dec-25', '2025-12-31'],
    ['March 5, 2025', '2025-03-05'],
    ['29.02.2024', '2024-02-29'],
    ['05/05/2025', '2025-05-05'],
  ])('%s is %s', (text, iso) => expect(read(text)).toBe(iso))

  it.each([
    '31.02.2025',
    '29.02.2025',
    '00.01.2025',
    '32.01.2025',
    '2025-13-01',
    '2024',
    'Q1 2025',
    'Dezember 2026',
    '12/2026',
    'seit 2019',
    'unbefristet',
    '45658',
    '1.2',
    '99/99/2025',
    '01.01.0001',
    'foo 5 2025',
    '',
  ])('%s is no day', (text) => {
    expect(read(text, 'dmy')).toBeUndefined()
  })

  it('what only the column can decide stays open', () => {
    expect(read('03/04/2026')).toBeUndefined()
    expect(read('03/04/2026', 'dmy')).toBe('2026-04-03')
    expect(read('03/04/2026', 'mdy')).toBe('2026-03-04')
    expect(read('25/04/2026', 'mdy')).toBeUndefined()
    expect(read('03-04-2026', 'dmy')).toBe('2026-04-03')
  })
})

const day = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2069-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('written and read back', () => {
  const forms: readonly (readonly [string, (iso: string) => string, DateOrder | undefined])[] = [
    ['ISO', (iso) => iso, undefined],
    ['compact', (iso) => iso.replaceAll('-', ''), undefined],
    ['German', (iso) => iso.split('-').reverse().join('.'), undefined],
    ['German, short', (iso) => iso.slice(2).split('-').reverse().map(Number).map((part, index) => (index === 2 ? String(part).padStart(2, '0') : part)).join('.'), undefined], // prettier-ignore
    ['British', (iso) => iso.split('-').reverse().join('/'), 'dmy'],
    ['American', (iso) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`, 'mdy'],
    ['in words', (iso) => new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)), undefined],
    [
      'in English words',
      (iso) => new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
      undefined,
    ],
  ]
  it.each(forms)('%s', (_, form, order) => fc.assert(fc.property(day, (iso) => read(form(iso), order) === iso)))

  it('never throws and never invents a day', () => {
    fc.assert(fc.property(fc.string({ maxLength: 45 }), (text) => /^\d{4}-\d\d-\d\d$/.test(read(text, 'dmy') ?? '2000-01-01')))
  })
})

describe('the dates of a column', () => {
  const order = (cells: readonly string[], hints: readonly (DateOrder | undefined)[] = []) => {
    const tally = new OrderTally()
    for (const cell of cells) {
      const shape = dateShapeOf(cell)
      if (shape) tally.add(shape, cell)
    }
    return tally.style(hints)
  }
  it('a first number above 12 proves day first, a second one month first', () => {
    expect(order(['03/04/2026', '25/04/2026'])).toEqual({ order: 'dmy' })
    expect(order(['03/04/2026', '04/25/2026'])).toEqual({ order: 'mdy' })
  })
  it('without proof a hint is needed', () => {
    expect(order(['03/04/2026'])).toEqual({ undecided: '03/04/2026' })
    expect(order(['03/04/2026'], [undefined, 'mdy'])).toEqual({ order: 'mdy' })
    expect(order(['05/05/2026', '2026-04-03'])).toEqual({})
  })
  it('proofs for both: undecided, but a single slip is not', () => {
    expect(order(['25/04/2026', '04/25/2026']).undecided).toBe('04/25/2026')
    expect(order(['25/04/2026', '26/04/2026', '04/27/2026'])).toEqual({ order: 'dmy' })
  })
})
