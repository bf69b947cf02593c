import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dateShapeOf, lastDay, OrderTally, type DateOrder } from '../src/read/table/values/dates.ts'
import { readList } from './support/list.ts'
import { noticeOf, noticeToOf } from '../src/read/table/values/notice.ts'
import { renewalOf, saysRenewal, termOf } from '../src/read/table/values/terms.ts'

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

describe('terms', () => {
  it.each([
    ['2025-01-01', 12, '2025-12-31'],
    ['2025-01-15', 1, '2025-02-14'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2025-03-01', 36, '2028-02-29'],
    ['2025-01-01', 11, '2025-11-30'],
  ])('%s and %s months end on %s', (start, months, end) => expect(lastDay(start, months)).toBe(end))

  it.each([
    ['24 Monate', undefined, { months: 24 }],
    ['3 Jahre', undefined, { months: 36 }],
    ['1 Jahr, verlängert sich automatisch um 12 Monate', undefined, { months: 12, renews: true, renewal: 'P12M' }],
    ['36', 'M', { months: 36 }],
    ['12.0', 'M', { months: 12 }],
    ['4', 'Y', { months: 48 }],
    ['36', undefined, undefined],
    ['unbefristet', undefined, { endless: true }],
    ['auf unbestimmte Zeit', undefined, { endless: true }],
    ['01.01.2024 – 31.12.2026', undefined, { from: '01.01.2024', to: '31.12.2026' }],
    ['vom 01.01.2024 bis zum 31.12.2026', undefined, { from: '01.01.2024', to: '31.12.2026' }],
    ['bis 30.06.2027', undefined, { to: '30.06.2027' }],
    ['ab 01.07.2025', undefined, { from: '01.07.2025' }],
    ['60 Monate ab 01.07.2024', undefined, { from: '01.07.2024', months: 60 }],
    ['ab 01.07.2024, 60 Monate', undefined, { from: '01.07.2024', months: 60 }],
    ['01.07.2024 für 5 Jahre', undefined, { from: '01.07.2024', months: 60 }],
    ['ab 01.07.2024 mit einer Laufzeit von 60 Monaten', undefined, { from: '01.07.2024', months: 60 }],
    ['3 years from 1 July 2024', undefined, { from: '1 july 2024', months: 36 }],
    ['5 Jahre (01.07.2024-30.06.2029)', undefined, { from: '01.07.2024', to: '30.06.2029' }],
    ['01.01.2024 - 31.12.2026 + Option 1 Jahr', undefined, { from: '01.01.2024', to: '31.12.2026' }],
    ['bis 31.12.2026 (Option 12 Monate)', undefined, { to: '31.12.2026' }],
    ['36 Monate, Option bis 31.12.2030', undefined, { months: 36 }],
    ['ab 01.07.2024, 3 Monate Kündigungsfrist', undefined, { from: '01.07.2024' }],
    [
      '2 Jahre ab 01.07.2024, verlängert sich automatisch um 1 Jahr',
      undefined,
      { from: '01.07.2024', months: 24, renews: true, renewal: 'P1Y' },
    ],
    ['unbefristet ab 01.07.2024', undefined, { endless: true, from: '01.07.2024' }],
    ['01.2026 - 12.2026', undefined, undefined],
    ['nach Bedarf', undefined, undefined],
    ['auf Dauer von 24 Monaten', undefined, { months: 24 }],
    ['auf Dauer', undefined, { endless: true }],
    ['1 Jahr (unbefristet verlängerbar)', undefined, { months: 12 }],
    ['36 Monate, unbegrenzt verlängerbar', undefined, { months: 36 }],
    ['3 years, renewable indefinitely', undefined, { months: 36 }],
    ['unbefristet, Kündigungsfrist 3 Monate', undefined, { endless: true }],
    ['24 Monate, danach unbefristet', undefined, { endless: true }],
    ['sieben Monate', undefined, { months: 7 }],
    ['elf Monate', undefined, { months: 11 }],
    ['1,5 Jahre', undefined, { months: 18 }],
    ['1. Halbjahr 2026', undefined, undefined],
    ['1 Quartal 2026', undefined, undefined],
    ['24-36 Monate', undefined, undefined],
    ['constructor Monate', undefined, undefined],
  ] as const)('„%s“', (text, unit, expected) => expect(termOf(text, unit)).toEqual(expected))

  const termsOf = (heading: string, cells: readonly string[]) => {
    const { items, notes } = readList([`Produkt;${heading};Auftragswert EUR`, ...cells.map((cell) => `Suite;${cell};1,50`), ''].join('\n'))
    return [items.map(({ term }) => term), notes.flatMap(({ code, params }) => (code === 'W-CELL' ? [params!['value']] : []))]
  }

  it.each(['Laufzeit', 'Vertragsende'])('a length gives the end where the same cell says the beginning: %s', (heading) => {
    const term = { start: '2024-07-01', end: '2029-06-30' }
    const cells = ['60 Monate ab 01.07.2024', 'ab 01.07.2024, 60 Monate', '5 Jahre (01.07.2024-30.06.2029)', '01.07.2024 für 5 Jahre', '01.07.2024 bis 30.06.2029'] // prettier-ignore
    expect(termsOf(heading, cells)).toEqual([cells.map(() => term), []])
  })

  it('a day of a term from which nothing comes is named', () => {
    const lost = ['36 Monate, Abnahme 01.07.2024', '01.2026 - 12.2026', '01.07.2024 – 31.06.2026', '03/04/2026 - 05/04/2027']
    expect(termsOf('Laufzeit', ['24 Monate', ...lost])).toEqual([
      [undefined, undefined, undefined, { start: '2024-07-01' }, undefined],
      lost,
    ])
    expect(termsOf('Beginn;Laufzeit', ['01.07.2024;36 Monate, Abnahme 15.07.2024'])).toEqual([
      [{ start: '2024-07-01', end: '2027-06-30' }],
      [],
    ])
  })

  it.each([
    ['3 Monate zum Jahresende', 'P3M'],
    ['drei Monate zum Quartalsende', 'P3M'],
    ['6 Wochen zum Quartalsende', 'P6W'],
    ['30 Tage', 'P30D'],
    ['ein Jahr', 'P1Y'],
    ['3-monatig', 'P3M'],
    ['monatlich kündbar', 'P1M'],
    ['90 days', 'P90D'],
    ['zum Jahresende', undefined],
    ['sofort', undefined],
    ['constructor Monate', undefined],
    ['acht Wochen', 'P8W'],
    ['zehn Tage zum Monatsende', 'P10D'],
    ['1/4 Jahr zum Jahresende', 'P3M'],
    ['¼ Jahr', 'P3M'],
    ['ein Vierteljahr', 'P3M'],
    ['1 Quartal', 'P3M'],
    ['1/2 Jahr', 'P6M'],
    ['ein halbes Jahr', 'P6M'],
    ['6 Wochen zum Halbjahr', 'P6W'],
    ['zum Halbjahr', undefined],
    ['1,5 Jahre', 'P18M'],
    ['1 ½ Jahre', 'P18M'],
    ['2/3 Jahr', undefined],
    ['2-3 Monate', undefined],
    ['30.09. zum 31.12.', 'P3M'],
    ['bis 31.10. zum 28.02.', 'P4M'],
    ['15.09. zum 31.12.', undefined],
  ])('notice „%s“ is %s', (text, expected) => expect(noticeOf(text)).toBe(expected))

  it.each([
    ['3 Monate zum Jahresende', '--12-31'],
    ['3 Monate zum Ende eines Kalenderjahres', '--12-31'],
    ['6 Wochen zum Schluss des Kalenderjahres', '--12-31'],
    ['3 Mon. z. JE', '--12-31'],
    ['3 months to the end of the calendar year', '--12-31'],
    ['3 Monate zum 30.06.', '--06-30'],
    ['3 Monate jeweils zum 1.7.', '--07-01'],
    ['30.09. zum 31.12.', '--12-31'],
    ['3 Monate zum Ende des Vertragsjahres', 'contract-year'],
    ['3 Monate zum 31.12.2027', undefined],
    ['3 Monate zum Quartalsende', undefined],
    ['3 Monate zum Monatsende', undefined],
    ['3 Monate zum Vertragsende', undefined],
    ['3 Monate zum 31.02.', undefined],
    ['3 Monate', undefined],
  ])('notice „%s“ is given to %s', (text, expected) => expect(noticeToOf(text)).toBe(expected))

  it('renewal is said, denied, or not mentioned', () => {
    expect(saysRenewal('verlängert sich stillschweigend um ein Jahr')).toBe(true)
    expect(saysRenewal('keine automatische Verlängerung')).toBe(false)
    expect(saysRenewal('3 Monate')).toBeUndefined()
    expect(['ja', 'Nein', 'x', 'no', 'jährlich'].map(renewalOf)).toEqual([true, false, true, false, undefined])
  })
})
