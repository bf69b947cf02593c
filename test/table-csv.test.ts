import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../src/model/item.ts'
import { Problem } from '../src/model/problem.ts'
import { ROOT } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { inspectCsv } from '../src/read/table/text/csv.ts'
import { saysNothing } from '../src/read/table/values/numbers.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList, readListFile } from './support/list.ts'

const FOLDER = join(ROOT, 'fixtures', 'read', 'csv')
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'))

/** What a list comes to: its reading, or the error that ends it. */
function outcome(path: string): unknown {
  try {
    const { encoding, rejected, unusable, fields, notes, items } = readListFile(path)
    return { encoding, rejected, unusable, fields, notes, items }
  } catch (error) {
    if (error instanceof Problem) return { error: { id: error.id, params: error.params, place: error.place } }
    throw error
  }
}

describe('every list of fixtures/read/csv gives what stands beside it', () => {
  it.each(lists)('%s', (name) => {
    const expected = join(FOLDER, name.replace(/\.csv$/, '.expected.json'))
    const actual = outcome(join(FOLDER, name))
    if (process.env['BLESS'] && !existsSync(expected)) writeFileSync(expected, `${JSON.stringify(actual, undefined, 2)}\n`)
    expect(actual).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})

const only = (text: string, mapping?: Parameters<typeof readList>[1]): Item => {
  const { items } = readList(text, mapping)
  expect(items).toHaveLength(1)
  return items[0]!
}
const problem = (text: string, mapping?: Parameters<typeof readList>[1]): Problem => {
  try {
    readList(text, mapping)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('no problem')
}
const codes = (text: string, mapping?: Parameters<typeof readList>[1]): string[] => readList(text, mapping).notes.map(({ code }) => code)

describe('the contract list of the example project', () => {
  const { items, rejected, unusable, notes, encoding } = readListFile(join(ROOT, 'fixtures', 'rosetta', 'vertraege.csv'))
  const amounts = items.map(({ amount }) => amount)

  it('has 18 lines and a total, which is not one of them', () => {
    expect([items.length, rejected, unusable, encoding]).toEqual([18, 0, 1, 'utf-8'])
    expect(notes.map(({ code, at }) => [code, at])).toEqual([
      ['W-COLUMN', 'Lfd. Nr.'],
      ['W-SET-ASIDE', 'line 24'],
    ])
  })

  it('adds up to the total that stands at its end', () => {
    const sum = amounts.filter((amount) => amount?.kind === 'contract').reduce((total, amount) => total + Number(amount!.value), 0)
    expect(sum).toBe(2_298_000)
    expect(amounts.every((amount) => amount === undefined || (amount.basis === 'net' && amount.currency === 'EUR'))).toBe(true)
  })

  it('keeps seller and maker apart, and invents no amount', () => {
    expect(items[0]).toMatchObject({
      name: 'Microsoft 365 E3',
      said: { manufacturer: 'Microsoft', supplier: 'SoftwareOne Deutschland GmbH' },
      ref: 'line 6',
    })
    expect(items.find(({ name }) => name === 'Adobe Acrobat Pro')?.amount).toBeUndefined()
    expect(amounts.filter((amount) => amount?.kind === 'framework-max').map((amount) => amount!.value)).toEqual(['1200000.00'])
    expect(items.filter(({ term }) => term?.end !== undefined && term.end < '2026-11-23').map(({ name }) => name)).toEqual([
      'Citrix Virtual Apps',
    ])
    expect(items.filter(({ said }) => said.awardReason !== undefined).map(({ name }) => name)).toEqual([
      'Oracle Database Enterprise Edition',
    ])
  })

  it('names no person or contact', () => expect(JSON.stringify(items)).not.toContain('Referat'))
})

describe('amounts', () => {
  it('the heading tells kind, unit, currency and tax', () => {
    const amount = (heading: string, cell: string) => only(`Produkt;Lieferant;${heading}\nA;B;${cell}\n`).amount
    expect(amount('Auftragswert netto in T€', '1,5')).toEqual({
      value: '1500.00',
      currency: 'EUR',
      basis: 'net',
      kind: 'contract',
      stated: [{ at: 'line 2, Auftragswert netto in T€', says: '1,5' }],
    })
    expect(amount('Kosten p. a. (CHF) inkl. MwSt.', "1'200,00")).toMatchObject({
      value: '1200.00',
      currency: 'CHF',
      basis: 'gross',
      kind: 'annual',
    })
    expect(amount('monatliche Kosten (EUR)', '100,00')).toMatchObject({ value: '1200.00', kind: 'annual' })
    expect(amount('Auftragswert (geschätzt) €', '10,00')).toMatchObject({ kind: 'estimate' })
    expect(amount('Höchstwert Rahmenvertrag €', '10,00')).toMatchObject({ kind: 'framework-max' })
    expect(amount('Haushaltsansatz 2026 €', '10,00')).toMatchObject({ kind: 'budget' })
    expect(amount('Rechnungsbetrag €', '10,00')).toMatchObject({ kind: 'payment' })
    expect(amount('Zuschlagssumme €', '10,00')).toMatchObject({ kind: 'award' })
    expect(amount('Preis je Lizenz €', '10,00')).toMatchObject({ kind: 'unit-price' })
    expect(amount('Betrag €', '10,00')).toMatchObject({ kind: 'unknown', basis: 'unknown' })
  })

  it('what stands above the heading holds where the heading is silent', () => {
    const above = 'Alle Beträge in T€ ohne USt.;;\nProdukt;Lieferant;Auftragswert\nA;B;1,5\n'
    expect(only(above).amount).toMatchObject({ value: '1500.00', currency: 'EUR', basis: 'net', kind: 'contract' })
  })

  it.each([
    'Rechnungsbetrag €',
    'Zahlung €;Beginn',
    'Betrag €;Zahlungsdatum',
    'Betrag €;Payment Date',
    'Betrag €;Date of payment',
    'Betrag €;Transaction number',
    'Betrag €;Beleg-Nr.',
  ])('in payments 1 and 9.99 were paid: %s', (headings) => {
    const { items } = readList(`Produkt;Lieferant;${headings}\nA;B;0,01\nA;B;1,00\nA;B;9,99\nA;B;5.000,00\n`)
    expect(items.map(({ amount }) => amount?.placeholder)).toEqual([true, undefined, undefined, undefined])
  })

  it.each(['Betrag €;Zuschlagsdatum', 'Betrag €;Rechnungsdatum;Vertragsende', 'Auftragswert €;Rechnungsdatum'])(
    'in contracts they are not: %s',
    (headings) => {
      const { items } = readList(`Produkt;Lieferant;${headings}\nA;B;1,00\nA;B;9,99\nA;B;5.000,00\n`)
      expect(items.map(({ amount }) => amount?.placeholder)).toEqual([true, true, undefined])
    },
  )

  it('nothing but nines, from six on, is a placeholder unless it was paid, and a note says how many there are', () => {
    const cells = ['999.999', '99.999.999', '999.999,99', '999999,00', '99.999', '5.000,00', '0,00', '1,00']
    const { items, notes } = readList(['Produkt;Lieferant;Auftragswert €', ...cells.map((cell) => `A;B;${cell}`), ''].join('\n'))
    expect(items.map(({ amount }) => amount?.placeholder ?? false)).toEqual([true, true, true, true, false, false, true, true])
    expect(notes.find(({ code }) => code === 'W-PLACEHOLDER')!.params).toEqual({ n: 5, values: '999999.00, 99999999.00, 999999.99, 1.00' })
    expect(readList('Produkt;Lieferant;Rechnungsbetrag €\nA;B;999.999,00\n').items[0]!.amount!.placeholder).toBeUndefined()
  })

  it('0, 0.01 and, beside large amounts, 1 and 9.99 are placeholders', () => {
    const { items } = readList('Produkt;Lieferant;Auftragswert €\nA;B;0,00\nA;B;0,01\nA;B;1\nA;B;1,00\nA;B;9,99\nA;B;5.000,00\nA;B;2,00\n')
    expect(items.map(({ amount }) => amount?.placeholder ?? false)).toEqual([true, true, true, true, true, false, false])
    expect(only('Produkt;Lieferant;Auftragswert €\nA;B;1,00\n').amount?.placeholder).toBeUndefined()
  })

  it('EUR is assumed for a German list only, and said', () => {
    const german = 'Produkt;Lieferant;Auftragswert\nA;B;1.500,00\n'
    expect(only(german).amount?.currency).toBe('EUR')
    expect(codes(german)).toEqual(['W-EUR-ASSUMED'])
    expect(codes(german.replaceAll(';', '\t'))).toEqual(['W-EUR-ASSUMED'])
    const english = 'Product,Supplier,Amount\nA,B,"1,500.00"\n'
    expect(only(english).amount?.currency).toBe('XXX')
    expect(codes(english)).toEqual(['W-NO-CURRENCY'])
    expect(only(english, { columns: {}, currency: 'GBP' }).amount?.currency).toBe('GBP')
  })

  it('a currency in cells or in its own column is taken line by line', () => {
    const { items } = readList('Produkt;Lieferant;Betrag;Währung\nA;B;1,50;USD\nA;B;2,50 £;EUR\nA;B;3,50;\n')
    expect(items.map(({ amount }) => amount?.currency)).toEqual(['USD', 'GBP', 'GBP'])
  })

  it('unit price times quantity is the contract amount; without quantity it stays a unit price', () => {
    const { items } = readList('Artikel;Lieferant;Menge;Einzelpreis netto (EUR)\nA;B;250;12,40\nC;D;;12,50\n')
    expect(items.map(({ amount }) => [amount?.value, amount?.kind])).toEqual([
      ['3100.00', 'contract'],
      ['12.50', 'unit-price'],
    ])
  })
})

describe('columns', () => {
  it('vendor is who is paid in a list of spending and who makes it in an inventory', () => {
    expect(only('Vendor,Title,Amount EUR\nA,B,1.50\n').said.supplier).toBe('A')
    expect(only('Vendor,Software,Version\nA,B,1.5\n').said.manufacturer).toBe('A')
    expect(only('Vendor,Supplier,Software,Amount EUR\nA,B,C,1.50\n').said).toMatchObject({ manufacturer: 'A', supplier: 'B' })
    expect(problem('Software,Version,Vendor,Amount EUR\nA,1,B,1.50\n').id).toBe('E3308')
  })

  it('columns that hold persons are not kept and not noted', () => {
    const list =
      'Produkt;Lieferant;Ansprechpartner;E-Mail;Telefon;RegisteredUser;Lieferant Kontaktperson\nA;B;Erika Musterfrau;e@example.org;0123;emuster;Max Muster\n'
    const reading = readList(list)
    expect(JSON.stringify(reading)).not.toMatch(/Muster|example\.org|0123/i)
    expect(reading.notes).toEqual([])
  })

  it('neither are they under a two-row heading', () => {
    const reading = readList('Software;Hersteller;Ansprechpartner;\nBezeichnung;;Name;Telefon\nA;B;Erika Musterfrau;0123\n')
    expect(reading.items).toMatchObject([{ name: 'A', ref: 'line 3', said: { manufacturer: 'B' } }])
    expect(JSON.stringify(reading)).not.toMatch(/Muster|0123/)
  })

  it('what was understood can be shown: field, confidence, unit, style, samples', () => {
    const list = bytesOf('Produkt;Lizenzkosten in T€;Beginn;Raum\nA;1,5;03/04/2026;x\nB;;25/04/2026;\n')
    const { columns, encoding, dialect, header } = inspectCsv(list, { limits: LIMITS })[0]!
    expect([encoding, dialect.delimiter, header.line]).toEqual(['utf-8', ';', 1])
    expect(columns).toMatchObject([
      { index: 0, heading: 'Produkt', field: 'product', confidence: 0.95, samples: 2 },
      { index: 1, field: 'amount', confidence: 0.7, unit: { shift: 3, currency: 'EUR' }, samples: 1, numbers: { mark: ',', by: 'column' } },
      { index: 2, field: 'start', samples: 2, dates: { order: 'dmy' } },
      { index: 3, heading: 'Raum', confidence: 0 },
    ])
  })

  it('a column that means nothing to us is named', () =>
    expect(readList('Produkt;Lieferant;Raumnummer\nA;B;12\n').notes).toMatchObject([
      { code: 'W-COLUMN', params: { column: 'Raumnummer' } },
    ]))

  it('a kind is only taken from a column that says it', () => {
    const { items } = readList('Produkt;Lieferant;Kategorie\nA;B;Software\nC;D;IT-Dienstleistungen\nE;F;Hardware\nG;H;Büromöbel\n')
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([
      ['software', 'software:b:a'],
      ['service', 'service:d:c'],
      ['hardware', 'hardware:f:e'],
      ['contract', 'contract:h:g'],
    ])
  })

  it('CPV codes lose their check digit and stay text', () => {
    const { items, notes } = readList('Produkt;CPV-Code\nA;72000000-5, 48000000-8 Software\nB;03000000\nC;50\n')
    expect(items.map(({ cpv }) => cpv)).toEqual([['72000000', '48000000'], ['03000000'], undefined])
    expect(notes).toMatchObject([{ code: 'W-CELL', at: 'line 4', params: { value: '50', column: 'CPV-Code' } }])
  })
})

describe('rows', () => {
  it('an end before the beginning is readable, and no end', () => {
    const { items, notes } = readList(
      'Produkt;Vertragsbeginn;Vertragsende;Betrag EUR\nA;01.06.2025;31.05.2025;1,50\nB;01.06.2025;31.05.2026;2,50\n',
    )
    expect(items.map(({ term }) => term)).toEqual([{ start: '2025-06-01' }, { start: '2025-06-01', end: '2026-05-31' }])
    expect(notes).toMatchObject([{ code: 'W-REVERSED', at: 'line 2', params: { value: '31.05.2025', column: 'Vertragsende', start: '2025-06-01' } }]) // prettier-ignore
  })

  it('a sum without a word is found by its amount', () => {
    const { items, unusable } = readList(
      'Produkt;Lieferant;Menge;Auftragswert €\nA;B;1;100,00\nC;D;1;250,50\n;;;350,50\nE;F;1;49,50\nErgebnis;;;400,00\n',
    )
    expect(items.map(({ name }) => name)).toEqual(['A', 'C', 'E'])
    expect(unusable).toBe(2)
  })

  it('a line that costs as much as the two before it is a line', () => {
    const { items } = readList('Produkt;Lieferant;Auftragswert €\nA;B;100,00\nC;D;200,00\nE;F;300,00\nGesamtlösung Akten;G;600,00\n')
    expect(items).toHaveLength(4)
  })

  it('group headings are lines where the list has little else', () => {
    expect(readList('Software;Hersteller;Version\nA;;\nB;;\nC;D;1\n').items).toHaveLength(3)
  })

  it('however many rows have a single cell', () => {
    const { items, rejected, unusable } = readList(`Software;Hersteller;Version\n${'A;;\n'.repeat(150_000)}`)
    expect([items.length, rejected, unusable]).toEqual([150_000, 0, 0])
  })

  it('a repeated heading is no line', () => {
    const { items, unusable } = readList('Produkt;Lieferant\nA;B\nProdukt;Lieferant\nC;D\n')
    expect([items.length, unusable]).toEqual([2, 1])
  })

  it('the limit of lines holds at, and breaks above and at 0', () => {
    const read = (components: number) => readList('Produkt;Lieferant\nA;B\nC;D\n', undefined, { ...LIMITS, components })
    expect(read(2).items).toHaveLength(2)
    expect(() => read(1)).toThrow(expect.objectContaining({ id: 'E3104', place: { file: 'liste.csv', line: 3 } }))
    expect(() => read(0)).toThrow(expect.objectContaining({ id: 'E3104' }))
  })

  it('a damaged list does not become a flood of notes', () => {
    const { notes, rejected } = readList(`Produkt;Lieferant\n${'a;b;c\n'.repeat(500)}d;e\n`)
    expect(rejected).toBe(500)
    expect(notes.map(({ code }) => code)).toEqual([...Array<string>(20).fill('W-RAGGED'), 'W-MORE'])
    expect(notes.at(-1)?.params).toEqual({ n: 480, code: 'W-RAGGED' })
  })

  it('read, rejected and unusable are all rows below the heading', () => {
    // „Tbc“ is a word that says nothing
    const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/).filter((one) => !saysNothing(one))
    const row = fc.oneof(
      fc
        .tuple(word, word, fc.integer({ min: 1, max: 9_999_999 }))
        .map(([product, supplier, value]) => `${product};${supplier};${(value / 100).toFixed(2).replace('.', ',')};2`),
      fc.constantFrom(
        ';;;',
        'Summe;;1,00;',
        'Abteilung Nord;;;',
        '* Fußnote;;;',
        'a;b;1,00;2;zu viel',
        ';;3,00;',
        ';B;;',
        'Produkt;Lieferant;Betrag €;Menge',
      ),
    )
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (rows) => {
        const text = ['Liste;;;', 'Produkt;Lieferant;Betrag €;Menge', ...rows, 'Letzte;Zeile;5,00;1'].join('\n')
        const { items, rejected, unusable } = readList(text)
        expect(items.length + rejected + unusable).toBe(rows.length + 1)
        expect(items.at(-1)?.ref).toBe(`line ${rows.length + 3}`)
        for (const item of items)
          expect(item.name).toBe(
            text
              .split('\n')
              [Number(item.ref.slice(5)) - 1]!.split(';')
              .find((cell) => cell !== ''),
          )
      }),
    )
  })
})

describe('the mapping file', () => {
  const list = 'Ding;Wer;Wieviel\nA;B;183.000\n'

  it('names the columns that no word tells', () => {
    expect(problem(list)).toMatchObject({
      id: 'E3301',
      place: { line: 1 },
      params: { found: '„Ding“, „Wer“, „Wieviel“', example: 'columns:\n  "Ding": product\n  "Wieviel": amount' },
    })
    const item = only(list, {
      columns: { ding: 'product', Wer: 'manufacturer', Wieviel: 'amount' },
      currency: 'EUR',
      basis: 'gross',
      kind: 'annual',
    })
    expect(item).toMatchObject({
      name: 'A',
      said: { manufacturer: 'B' },
      amount: { value: '183000.00', currency: 'EUR', basis: 'gross', kind: 'annual' },
    })
  })

  it('decides numbers and dates that are open', () => {
    const numbers = 'Product,Supplier,Amount EUR\nA,B,183.000\n'
    expect(problem(numbers)).toMatchObject({ id: 'E3303', params: { column: 'Amount EUR', value: '183.000' } })
    expect(only(numbers, { columns: {}, numbers: 'de' }).amount?.value).toBe('183000.00')
    expect(only(numbers, { columns: {}, numbers: 'en' }).amount?.value).toBe('183.00')
    const dates = 'Product,Supplier,Start date\nA,B,03/04/2026\n'
    expect(problem(dates)).toMatchObject({ id: 'E3304', params: { column: 'Start date', value: '03/04/2026' } })
    expect(only(dates, { columns: {}, dates: 'dmy' }).term?.start).toBe('2026-04-03')
  })

  it.each([4, 99])('a heading said to be in line %i, where there is none, is an error', (line) => {
    const found = problem('Produkt;Lieferant\nA;B\nC;D\n', { columns: {}, headerLine: line })
    expect(found).toMatchObject({ id: 'E2117', params: { line, rows: 3 }, place: { file: 'liste.csv', line }, exitCode: 2 })
  })

  it('a heading said to be below the lines that are looked at is an error as well', () => {
    const list = `Produkt;Lieferant\n${'A;B\n'.repeat(60)}`
    expect(problem(list, { columns: {}, headerLine: 55 })).toMatchObject({ id: 'E2117', params: { line: 55, rows: 50 } })
  })

  it('says where the heading is, which delimiter, which encoding', () => {
    expect(readList('Produkt;Lieferant\nProdukt;Lieferant\nA;B\n', { columns: {}, headerLine: 2 }).items.map(({ ref }) => ref)).toEqual([
      'line 3',
    ])
    expect(readList('Produkt|Lieferant;x\nA|B;y\n', { columns: {}, delimiter: '|' }).items[0]).toMatchObject({ name: 'A' })
    expect(readList(Buffer.from('Produkt;Lieferant\nM\x9fnze;B\n', 'latin1'), { columns: {}, encoding: 'macintosh' }).items[0]?.name).toBe(
      'Münze',
    )
  })

  it.each([
    [{ columns: { Dung: 'product' } }, 'Dung', 'Ding'],
    [{ columns: { Ding: 'produkt' } }, 'produkt', 'product'],
    [{ columns: { Ding: 'vendor' } }, 'vendor', undefined],
    [{ columns: { Ding: 'product' }, kind: 'anual' }, 'anual', 'annual'],
    [{ columns: { Ding: 'product' }, delimiter: '#' }, '#', undefined],
    [{ columns: { Ding: 'product' }, encoding: 'utf8' }, 'utf8', 'utf-8'],
  ] as const)('%j is refused', (mapping, key, near) => {
    expect(problem(list, mapping)).toMatchObject({ id: 'E2102', params: { key, ...(near === undefined ? {} : { near }) } })
  })
})

describe.skipIf(CORPUS === undefined)('real lists (EIGENSTAND_CORPUS)', () => {
  it('UK G-Cloud spend: Mac Roman, bare CR, 13,492 records', () => {
    const folder = join(CORPUS!, 'procurement', 'uk-gcloud')
    const reading = readListFile(
      join(
        folder,
        readdirSync(folder).find((name) => name.endsWith('.csv'))!,
      ),
      { columns: {}, currency: 'GBP' },
    )
    const { items, rejected, unusable, encoding } = reading
    expect([items.length, rejected, unusable, encoding]).toEqual([13_492, 0, 0, 'macintosh'])
    expect(items.filter(({ amount }) => amount?.value.startsWith('-'))).toHaveLength(250)
    expect(items.filter(({ amount }) => Number(amount?.value) === 0)).toHaveLength(239)
    expect(items.every(({ amount }) => amount?.currency === 'GBP' && amount.kind === 'payment')).toBe(true)
    expect(items[0]).toMatchObject({ ref: 'line 2', said: { supplier: 'SYMANTEC LTD' }, amount: { value: '43200.00' } })
  })

  it('German notices of one day: the table with titles is read, tables without are refused, none breaks', () => {
    const folder = join(CORPUS!, 'procurement', 'de-oeffentlichevergabe-csv', 'it-notices-2026-02-25')
    const outcomes = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => {
        try {
          return [name, readListFile(join(folder, name)).items.length] as const
        } catch (error) {
          if (error instanceof Problem) return [name, error.id] as const
          throw error
        }
      })
    expect(outcomes.filter(([, result]) => typeof result === 'number').map(([name]) => name)).toEqual(['purpose.csv'])
    expect(new Set(outcomes.filter(([, result]) => typeof result === 'string').map(([, result]) => result))).toEqual(new Set(['E3301']))
  })
})
