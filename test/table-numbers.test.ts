import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asMoney, decimalOf, times } from '../src/read/table/values/decimal.ts'
import { MarkTally, numberIn } from '../src/read/table/values/marks.ts'
import { readList } from './support/list.ts'
import { numberOf, saysNothing, shapeOf, type DecimalMark } from '../src/read/table/values/numbers.ts'

/** One cell read under a decimal mark; undefined where it is no number there. */
function read(text: string, mark: DecimalMark): string | undefined {
  const shape = shapeOf(text)
  return shape && numberOf(shape, mark)
}

describe('one number', () => {
  it.each([
    ['1.234,56', ',', '1234.56'],
    ['1234,5', ',', '1234.5'],
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['1,234.56', '.', '1234.56'],
    ["1'234.50", '.', '1234.5'],
    ['1’234.50', '.', '1234.5'],
    ['1 234 567,89', ',', '1234567.89'],
    ['1 234,00', ',', '1234'],
    ['-1.234,56', ',', '-1234.56'],
    ['−5,00', ',', '-5'],
    ['5,00-', ',', '-5'],
    ['(234.56)', '.', '-234.56'],
    ['€ 1.000,00', ',', '1000'],
    ['1.000,00 EUR', ',', '1000'],
    ['(1.000,00 €)', ',', '-1000'],
    ['£25,000.00', '.', '25000'],
    ['1.200,-', ',', '1200'],
    ['1.200,-- €', ',', '1200'],
    ['1.200,–', ',', '1200'],
    ['2,5 Mio. €', ',', '2500000'],
    ['80 T€', ',', '80000'],
    ['12 Tsd. EUR', ',', '12000'],
    ['71.450,50 *', ',', '71450.5'],
    ['0,00', ',', '0'],
    ['-0,00', ',', '0'],
    ['000123', ',', '123'],
  ] as const)('%s under %s is %s', (text, mark, expected) => expect(read(text, mark)).toBe(expected))

  it.each([
    '1e400',
    '1E+05',
    '1.5e3',
    'NaN',
    'Infinity',
    '0x10',
    '12,34,56',
    '1.23.456',
    '25 %',
    '10-20',
    '1.000 bis 2.000',
    'ca. 500',
    '12 €/Stück',
    '--5',
    '((5))',
    '',
    '€',
    '#NAME?',
    '1..2',
    '01.02.2024',
    '٣٤',
  ])('%s is no number', (text) => {
    expect(shapeOf(text)).toBeUndefined()
  })

  it('a group of three cannot begin with zero, so 0,125 and 0.125 are fractions', () => {
    expect(shapeOf('0,125')?.mark).toBe(',')
    expect(shapeOf('0.125')?.mark).toBe('.')
  })

  it('names the currency that stands in the cell', () => {
    expect(shapeOf('12,00 €')?.currency).toBe('EUR')
    expect(shapeOf('USD 12.00')?.currency).toBe('USD')
    expect(shapeOf('12.00')?.currency).toBeUndefined()
  })

  it.each(['-', '–', 'k.A.', 'k. A.', 'N/A', 'vertraulich', 'keine Angabe', 'Redacted', '  '])('%s says nothing', (text) =>
    expect(saysNothing(text)).toBe(true),
  )
  it.each(['0', 'Keine Angabe ist falsch', 'K.A.R.L.'])('%s says something', (text) => expect(saysNothing(text)).toBe(false))
})

const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 })

/** As `Intl` writes a number of cents in a country. */
const written = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' }).format(value / 100)
const exact = (value: number): string =>
  decimalOf(value < 0, String(Math.trunc(Math.abs(value) / 100)), String(Math.abs(value) % 100).padStart(2, '0'))

describe('written and read back', () => {
  it.each([
    ['de-DE', ','],
    ['en-GB', '.'],
    ['de-CH', '.'],
    ['fr-FR', ','],
    ['de-AT', ','],
  ] as const)('%s', (locale, mark) => {
    fc.assert(fc.property(cents, (value) => read(written(value, locale), mark) === exact(value)))
  })

  it('with any decoration', () => {
    const decorated = fc.tuple(cents, fc.constantFrom('€ #', '# €', '#€', 'EUR #', '# EUR', '#', ' # ', '#\u00a0€'))
    fc.assert(fc.property(decorated, ([value, form]) => read(form.replace('#', written(value, 'de-DE')), ',') === exact(value)))
  })

  it('a German number with cents is never read as an English one of another value', () => {
    fc.assert(
      fc.property(cents, (value) => {
        const other = read(written(value, 'de-DE'), '.')
        return other === undefined || other === exact(value)
      }),
    )
  })

  it('never throws, and reads nothing that is longer than a number', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => shapeOf(text) === undefined || /\d/.test(text)))
  })
})

describe('decimals', () => {
  it('multiplies exactly', () => {
    expect(times('0.1', '0.2')).toBe('0.02')
    expect(times('12.4', '250')).toBe('3100')
    expect(times('-1.5', '3')).toBe('-4.5')
    expect(times('99999999999999.99', '100000')).toBe('9999999999999999000')
  })

  it('agrees with integers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => times(String(a), String(b)) === String(BigInt(a) * BigInt(b))),
    )
  })

  it('shifts units and writes money with two decimals', () => {
    expect(decimalOf(false, '1250', '5', 3)).toBe('1250500')
    expect(decimalOf(false, '2', '4', 6)).toBe('2400000')
    expect(asMoney('1234.5')).toBe('1234.50')
    expect(asMoney('1234')).toBe('1234.00')
    expect(asMoney('0.125')).toBe('0.125')
  })
})

describe('the numbers of a column', () => {
  const style = (cells: readonly string[], hints = {}) => {
    const tally = new MarkTally()
    for (const cell of cells) {
      const shape = shapeOf(cell)
      if (shape) tally.add(shape, cell)
    }
    return tally.style(hints)
  }
  const readIn = (cells: readonly string[], cell: string, hints = {}): string | undefined => {
    const shape = shapeOf(cell)
    return shape && numberIn(style(cells, hints), shape)
  }

  it('the last separator decides, and then holds for every cell', () => {
    const german = ['1.234,56', '1.234', '12,5', '1234']
    expect(style(german)).toMatchObject({ mark: ',', by: 'column' })
    expect(german.map((cell) => readIn(german, cell))).toEqual(['1234.56', '1234', '12.5', '1234'])
    expect(readIn(['1,234.56', '1,234'], '1,234')).toBe('1234')
  })

  it('one contradicting cell among clear ones is unknown, never guessed', () => {
    const cells = ['1.234,56', '99,90', '1,234.56']
    expect(style(cells)).toMatchObject({ mark: ',', by: 'column' })
    expect(readIn(cells, '1,234.56')).toBeUndefined()
  })

  it('as many proofs for one as for the other leave the column undecided', () => {
    expect(style(['1.234,56', '1,234.56'])).toMatchObject({ by: 'none', undecided: '1,234.56' })
    expect(style(['1,5', '2,5', '1.5', '2.5', '3.5'])).toMatchObject({ by: 'none', undecided: '1,5' })
  })

  it('only thousands: undecided, unless the sheet, the delimiter or the mapping says more', () => {
    const cells = ['183.000', '12.500', '950']
    expect(style(cells)).toMatchObject({ by: 'none', undecided: '183.000' })
    expect(readIn(cells, '183.000', { sheet: ',' })).toBe('183000')
    expect(readIn(cells, '183.000', { delimiter: ',' })).toBe('183000')
    expect(readIn(cells, '183.000', { mapping: ',' })).toBe('183000')
    expect(readIn(cells, '183.000', { mapping: '.' })).toBe('183')
    expect(style(cells, { sheet: '.', delimiter: ',' }).undecided).toBe('183.000')
  })

  it('a hint never makes a thousandth of an amount', () => {
    expect(style(['183,000'], { delimiter: ',' }).undecided).toBe('183,000')
    expect(readIn(['12,50', '99,95'], '1,234')).toBeUndefined()
    expect(readIn(['0,1250', '0,0375'], '1,234')).toBe('1.234')
  })

  it('plain digits need no mark', () => {
    expect(style(['1', '250'])).toEqual({ by: 'none', thirds: false })
    expect(readIn(['1', '250'], '250')).toBe('250')
  })

  it('a column of cents in one locale is always read back', () => {
    const column = fc.tuple(fc.array(cents, { minLength: 1, maxLength: 30 }), fc.constantFrom(['de-DE', ','], ['en-GB', '.'] as const))
    fc.assert(
      fc.property(column, ([values, [locale]]) => {
        const cells = values.map((value) => written(value, locale!))
        return values.every((value, index) => readIn(cells, cells[index]!) === exact(value))
      }),
    )
  })
})

describe('the sign $', () => {
  const read = (list: string, mapping?: Parameters<typeof readList>[1]) => {
    const { items, notes } = readList(list, mapping)
    return [items[0]?.amount?.currency, notes.some(({ code }) => code === 'W-USD-ASSUMED')]
  }

  it('alone is taken as US dollars, which is told', () => {
    expect(read('Title,Supplier,Amount\nHosting,Acme,"$1,438,110"\n')).toEqual(['USD', true])
    expect(read('Title,Supplier,Amount ($)\nHosting,Acme,1438.10\n')).toEqual(['USD', true])
    expect(read('Title,Supplier,Amount ($)\nHosting,Acme,$1438.10\n')).toEqual(['USD', true])
  })

  it.each([
    ['Title,Supplier,Amount USD\nHosting,Acme,$1438.10\n', 'USD'],
    ['Title,Supplier,Amount US$\nHosting,Acme,1438.10\n', 'USD'],
    ['Title,Supplier,Amount CAD\nHosting,Acme,$1438.10\n', 'CAD'],
    ['Title,Supplier,Amount,Currency\nHosting,Acme,$1438.10,AUD\n', 'AUD'],
    ['Title,Supplier,Amount\nHosting,Acme,USD 1438.10\n', 'USD'],
    ['Title,Supplier,Amount EUR\nHosting,Acme,1438.10\n', 'EUR'],
  ])('%j says whose dollar it is', (list, currency) => expect(read(list)).toEqual([currency, false]))

  it('the mapping file says whose dollar it is, and the sign stays one of a dollar', () => {
    const list = 'Title,Supplier,Amount\nHosting,Acme,$1438.10\n'
    expect(read(list, { columns: {}, currency: 'CAD' })).toEqual(['CAD', false])
    expect(read(list, { columns: {}, currency: 'EUR' })).toEqual(['USD', true])
  })
})

describe("whole amounts before dashes: 500,- and 18'000.-", () => {
  const read = (...cells: readonly string[]) =>
    readList(['Produkt;Lieferant;Kosten EUR', ...cells.map((cell) => `P;L;${cell}`), ''].join('\n')).items.map(({ amount }) =>
      Number(amount?.value),
    )

  it('are the same under either mark, so that one of them does not make a column unclear', () => {
    expect(read('120.000', '30.000,00', "18'000.-")).toEqual([120000, 30000, 18000])
    expect(read('120,000', '30,000.00', '500,-')).toEqual([120000, 30000, 500])
  })

  it('tell the mark where nothing else does', () => expect(read('120.000', '500,-')).toEqual([120000, 500]))
})
