import { describe, expect, it } from 'vitest'
import { lastDay } from '../src/read/table/values/dates.ts'
import { noticeOf, noticeToOf } from '../src/read/table/values/notice.ts'
import { renewalOf, saysRenewal, termOf } from '../src/read/table/values/terms.ts'
import { readList } from './support/list.ts'
import { auditOf } from './support/whole-audit.ts'

const toOf = (text: string) => {
  const { to, every } = noticeToOf(text) ?? {}
  return every === undefined ? to : `${to} ${every}`
}

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
    ['01.01.2024 - 31.12.2026 + Option 1 Jahr', undefined, { from: '01.01.2024', to: '31.12.2026', option: 12 }],
    ['bis 31.12.2026 (Option 12 Monate)', undefined, { to: '31.12.2026', option: 12 }],
    ['3+1+1 Jahre', undefined, { months: 36, option: 24 }],
    ['36 (+12) Monate', undefined, { months: 36, option: 12 }],
    ['48 Mon. (+ 2x12)', undefined, { months: 48, option: 24 }],
    ['3 Jahre + 2x1 Jahr', undefined, { months: 36, option: 24 }],
    ['4 Jahre fest + 2 Jahre optional', undefined, { months: 48, option: 24 }],
    ['3 Jahre mit einmaliger Verlängerungsoption um zwei Jahre', undefined, { months: 36, option: 24 }],
    ['2 Jahre + 1 Jahr + 1 Jahr', undefined, { months: 24, option: 24 }],
    ['24 Monate + 12 Monate + 12 Monate', undefined, { months: 24, option: 24 }],
    ['36 Monate + 12 + 12 Monate', undefined, { months: 36, option: 24 }],
    ['2 Jahre zzgl. 2 x 1 Jahr und 1 x 6 Monate', undefined, { months: 24, option: 30 }],
    ['3 Jahre, Option 1: 12 Monate, Option 2: 12 Monate', undefined, { months: 36, option: 24 }],
    ['24 Monate, 2 Optionen zu je 12 Monaten', undefined, { months: 24, option: 24 }],
    ['3 Jahre, 2x Verlängerung um 1 Jahr', undefined, { months: 36, option: 24 }],
    ['3 Jahre, 2 x Verlängerung um 12 Monate', undefined, { months: 36, option: 24 }],
    ['3 Jahre (2x Option um je 1 Jahr)', undefined, { months: 36, option: 24 }],
    ['3 Jahre + 2x Option 1 Jahr', undefined, { months: 36, option: 24 }],
    ['3 Jahre mit zweimaliger Verlängerungsoption um je 1 Jahr', undefined, { months: 36, option: 24 }],
    ['3 Jahre, 2-malige Verlängerung um 1 Jahr', undefined, { months: 36, option: 24 }],
    ['4 Jahre mit Verlängerungsoption 2*1 Jahr', undefined, { months: 48, option: 24 }],
    ['3 Jahre, kann dreimal und um 1 Jahr verlängert werden, Option 1 Jahr', undefined, { months: 36 }],
    ['4 Jahre (48 Monate) + 1 Jahr Option', undefined, { months: 48, option: 12 }],
    ['36 Monate, 2 Lose, Option 12 Monate', undefined, { months: 36, option: 12 }],
    ['36 Monate, Los 2, Option 12 Monate', undefined, { months: 36, option: 12 }],
    ['36 Monate, 2 x zur Verlängerung um 12 Monate', undefined, { months: 36, option: 24 }],
    ['24 Monate für 10 Arbeitsplätze, Verlängerung um 12 Monate', undefined, { months: 24, option: 12 }],
    ['2 Jahre, zweimal um ein weiteres Jahr verlängerbar', undefined, { months: 24 }],
    ['2 Jahre, Verlängerung zweimal um 1 Jahr', undefined, { months: 24, option: 24 }],
    ['24 Monate, optional 24 Monate (2 x 12 Monate)', undefined, { months: 24, option: 24 }],
    ['24 Monate, Option 12 Monate, spätestens 3 Monate vor Ablauf', undefined, { months: 24, option: 12 }],
    ['24 Monate, Option 12 oder 24 Monate', undefined, { months: 24 }],
    ['24 Monate + 12 Monate + 12', undefined, { months: 24 }],
    ['2x1+1 Jahre', undefined, { months: 24, option: 12 }],
    ['01.01.2024 + 36 Monate', undefined, { from: '01.01.2024', months: 36 }],
    ['2024-01-01 + 36 Monate', undefined, { from: '2024-01-01', months: 36 }],
    ['01/01/2024 plus 3 years', undefined, { from: '01/01/2024', months: 36 }],
    ['1 January 2024 + 36 months', undefined, { from: '1 january 2024', months: 36 }],
    ['01.01.2024 + 36 Monate + 12 Monate Option', undefined, { from: '01.01.2024', months: 36, option: 12 }],
    ['2024-01-01 + 3+1 Jahre', undefined, { from: '2024-01-01', months: 36, option: 12 }],
    ['01.01.2024, Option 12 Monate', undefined, { from: '01.01.2024' }],
    ['2 x 2 Jahre', undefined, undefined],
    ['mind. 1 Jahr', undefined, undefined],
    ['Mindestlaufzeit 12 Monate', undefined, undefined],
    ['bis zu 4 Jahre', undefined, { months: 48 }],
    ['5 Jahre, Kündigungsfrist 6 Monate', undefined, { months: 60 }],
    ['3 J.', undefined, { months: 36 }],
    ['1 Jahr, verl. sich jeweils um 1 Jahr', undefined, { months: 12, renews: true, renewal: 'P1Y' }],
    ['3 Jahre, Verlängerung um jew. 1 Jahr', undefined, { months: 36, renews: true, renewal: 'P1Y' }],
    ['3 Jahre, verlängert bis 31.12.2027', undefined, { to: '31.12.2027' }],
    ['bis auf Weiteres', undefined, { endless: true }],
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
    ['2 1/2 Jahre', undefined, { months: 30 }],
    ['2 ½ Jahre', undefined, { months: 30 }],
    ['2½ Jahre', undefined, { months: 30 }],
    ['3 3/4 Jahre', undefined, { months: 45 }],
    ['3 1/4 Jahre ab 01.07.2024', undefined, { from: '01.07.2024', months: 39 }],
    ['ab 01.07.2024 1/2 Jahr', undefined, { from: '01.07.2024', months: 6 }],
    ['2,5 Jahre', undefined, { months: 30 }],
    ['3 halbe Jahre', undefined, undefined],
    ['1. Halbjahr 2026', undefined, undefined],
    ['1 Quartal 2026', undefined, undefined],
    ['24-36 Monate', undefined, undefined],
    ['constructor Monate', undefined, undefined],
  ] as const)('„%s“', (text, unit, expected) => expect(termOf(text, unit)).toEqual(expected))

  it.each([
    ['31.12.2027 + 2 x 1 Jahr Option', { to: '31.12.2027', option: 24 }],
    ['31.12.2027, Option auf 12 Monate', { to: '31.12.2027', option: 12 }],
    ['31.12.2027 zzgl. 2 Jahre Verl.option', { to: '31.12.2027', option: 24 }],
    ['31.12.2027 mit Verlängerungsoption um 1 Jahr', { to: '31.12.2027', option: 12 }],
    ['31.12.2024 (Verl. um 1 Jahr)', { to: '31.12.2024', option: 12 }],
    ['30.06.2027 (+ 2 x 12 Monate)', { to: '30.06.2027', option: 24 }],
    ['31.12.2024, verlängert sich um jew. 12 Mon.', { to: '31.12.2024', renews: true, renewal: 'P12M' }],
    ['31.12.2024; automat. Verlängerung 1 Jahr', { to: '31.12.2024', renews: true, renewal: 'P1Y' }],
    ['31.12.2027 (Kündigung 3 Monate vorher)', { to: '31.12.2027' }],
    ['31.12.2027 / 6 Monate Kündigungsfrist', { to: '31.12.2027' }],
    ['01.07.2024 für 5 Jahre', { from: '01.07.2024', months: 60 }],
    ['2026-12-01 + 12 Monate', { to: '2026-12-01', option: 12 }],
    ['31.12.2024 / 31.12.2026', undefined],
  ])('of ends a day holds, whatever length stands beside it: „%s“', (text, expected) =>
    expect(termOf(text, undefined, true)).toEqual(expected),
  )

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
    ['bis zum 30.09. zum 31.12.', 'P3M'],
    ['spätestens zum 30.09. zum 31.12.', 'P3M'],
    ['Kündigung bis spätestens 30.09. zum 31.12.', 'P3M'],
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
    ['bis zum 30.09. zum 31.12.', '--12-31'],
    ['zum 30.09. zum 31.12.', '--12-31'],
    ['spätestens zum 30.09. zum 31.12.', '--12-31'],
    ['bis zum 31.03. zum 30.06. und 31.12.', '--12-31 P6M'],
    ['3 Monate zum Ende des Vertragsjahres', 'contract-year'],
    ['3 Monate zum 31.12.2027', undefined],
    ['3 Monate zum Quartalsende', '--12-31 P3M'],
    ['3 months to the end of a quarter', '--12-31 P3M'],
    ['3 months to the end of a half year', '--12-31 P6M'],
    ['a quarter to the end of a year', '--12-31'],
    ['6 Wochen zum Ende eines Kalendervierteljahres', '--12-31 P3M'],
    ['6 Wochen zum Schluss des Quartals', '--12-31 P3M'],
    ['6 Wochen zum Quartal', '--12-31 P3M'],
    ['3 months to the end of each quarter', '--12-31 P3M'],
    ['3 Monate zum Halbjahresende', '--12-31 P6M'],
    ['3 Monate zum Ende des Kalenderhalbjahres', '--12-31 P6M'],
    ['3 Monate zum 30.06. und 31.12.', '--12-31 P6M'],
    ['6 Wochen zum 31.01., 30.04., 31.07. oder 31.10.', '--10-31 P3M'],
    ['4 Wochen zum Monatsende', '--12-31 P1M'],
    ['3 Monate zum 15.06. und 31.12.', undefined],
    ['3 Monate zum Ende des 1. Quartals', undefined],
    ['3 Monate zum Ende des Vertragsquartals', undefined],
    ['3 Monate zum Vertragsende', undefined],
    ['3 Monate zum 31.02.', undefined],
    ['3 Monate', undefined],
  ])('notice „%s“ is given to %s', (text, expected) => expect(toOf(text)).toBe(expected))

  it('renewal is said, denied, or not mentioned', () => {
    expect(saysRenewal('verlängert sich stillschweigend um ein Jahr')).toBe(true)
    expect(saysRenewal('keine automatische Verlängerung')).toBe(false)
    expect(saysRenewal('3 Monate')).toBeUndefined()
    expect(['ja', 'Nein', 'x', 'no', 'jährlich'].map(renewalOf)).toEqual([true, false, true, false, undefined])
  })
})

describe('a contract that can be extended', () => {
  const HEAD = 'Produkt;Lieferant;Jahreskosten netto EUR;Vertragsbeginn;Vertragsende\n'
  const told = (end: string) => {
    const list = `${HEAD}SAP ERP;SAP;1000,00;01.01.2020;${end}\nJira;Atlassian;500,00;01.01.2024;31.12.2099\n`
    const { items, notes } = auditOf(['a.csv', Buffer.from(list)])
    return [items[0]!.term?.option, items[0]!.amount?.counts, notes.find(({ code }) => code === 'W-OPTION')?.params?.['n']]
  }

  it('counts after its end while an option reaches, and that is said; it is over when none does', () => {
    expect(told('31.12.2026 + 2 x 1 Jahr Option')).toEqual(['P24M', true, undefined])
    expect(told('31.12.2025 + 2 x 1 Jahr Option')).toEqual(['P24M', true, 1])
    expect(told('23.11.2024 + 2 x 1 Jahr Option')).toEqual(['P24M', true, 1])
    expect(told('22.11.2024 + 2 x 1 Jahr Option')).toEqual(['P24M', false, undefined])
    expect(told('31.12.2025 (Verl. um 12 Mon.)')).toEqual(['P12M', true, 1])
    expect(told('31.12.2025')).toEqual([undefined, false, undefined])
  })
})
