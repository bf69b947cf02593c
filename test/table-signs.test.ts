import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Belegnummer;Buchungsdatum;Lieferant;Text;Betrag EUR;'
/** Three invoices and a credit note; `spent` and `back` are what the column of signs says of them. */
const list = (heading: string, spent: string, back: string, head = HEAD) =>
  `${head}${heading}
1;12.01.2026;Acme GmbH;Büro;14.000,50;${spent}
2;14.01.2026;Acme GmbH;Wolke;900,50;${spent}
3;02.02.2026;Acme GmbH;Wolke zu viel;400,50;${back}
4;03.02.2026;Beta SE;Pflege;60,50;${spent}
`
const amounts = (...given: Parameters<typeof readList>) => readList(...given).items.map(({ amount }) => amount?.value)
const noted = (code: string, ...given: Parameters<typeof readList>) =>
  readList(...given).notes.flatMap((note) => (note.code === code ? [note.params] : []))
const LESS = ['14000.50', '900.50', '-400.50', '60.50']
const ALL = ['14000.50', '900.50', '400.50', '60.50']

describe('a column of signs', () => {
  it.each([
    ['S/H', 'S', 'H'],
    ['S/H-Kz', 'S', 'H'],
    ['Soll/Haben-Kennzeichen', 'S', 'H'],
    ['Soll/Haben', 'Soll', 'Haben'],
    ['SHKZG', 'S', 'H'],
    ['Vz.', '+', '-'],
    ['Vorzeichen', '+', '–'],
    ['+/-', '+', '-'],
    ['D/C', 'D', 'C'],
    ['Debit/Credit', 'Debit', 'Credit'],
    ['Dr/Cr', 'DR', 'CR'],
    ['Seite', 'Soll', 'Haben'],
    ['Kz', 's', 'h'],
    ['S/H', 'H', 'S'],
    ['Vorzeichen', '-', '+'],
    ['Vorzeichen', '', '-'],
  ])('%s with %s for what was spent and %s for what came back', (heading, spent, back) => {
    expect(amounts(list(heading, spent, back))).toEqual(LESS)
    expect(noted('W-SIGN', list(heading, spent, back))).toEqual([{ column: heading, spent: spent || '–', back, n: 1, sum: '400.50 EUR' }])
    expect(readList(list(heading, spent, back)).items[2]!.amount!.stated).toMatchObject([{ says: '400,50' }, { says: back }])
  })

  it.each([
    ['amounts that have their sign already', list('S/H', 'S', 'H').replace('400,50', '-400,50')],
    ['spending with a minus, as on accounts of creditors', list('S/H', 'H', 'S').replace(/(?<=;)(\d\S+),50;H/g, '-$1,50;H')],
  ])('%s', (_, content) => expect(amounts(content)).toEqual(LESS))

  it('a minus among what was spent takes it back, and one among credits takes these back', () => {
    const more = `${list('S/H', 'S', 'H')}5;04.02.2026;Acme;Büro;-5,50;S\n6;04.02.2026;Acme;Wolke;7,50;H\n7;04.02.2026;Acme;Wolke;-7,50;H\n`
    expect(amounts(more)).toEqual([...LESS, '-5.50', '-7.50', '7.50'])
  })

  it.each([
    ['credit notes', list('S/H', 'H', 'S').replace('Wolke zu viel', 'Gutschrift Wolke')],
    ['types of documents', list('Belegart;S/H', 'KR;H', 'KG;S')],
  ])('%s tell the side where not more rows are on one of them', (_, content) => {
    const [head, first, , credit] = content.split('\n')
    expect(amounts([head, first, credit].join('\n'))).toEqual(['14000.50', '-400.50'])
  })

  it('where as many rows are on either side, the amounts without a minus were spent, else the left side', () => {
    const [head, first, , credit] = list('S/H', 'S', 'H').split('\n')
    expect(amounts([head, first, credit!.replace('400,50', '-400,50')].join('\n'))).toEqual(['14000.50', '-400.50'])
    expect(amounts([head, first!.replace('14', '-14'), credit].join('\n'))).toEqual(['-14000.50', '400.50'])
    expect(amounts([head, first, credit].join('\n'))).toEqual(['14000.50', '-400.50'])
  })

  it('the sum of what came back is that of the lines, by currency', () => {
    const pieces = 'Belegnummer;Text;Stückpreis EUR;Menge;S/H\n1;Büro;100,50;3;S\n2;Wolke;50,50;2;S\n3;Pflege;200,00;5;H\n'
    expect(amounts(pieces)).toEqual(['301.50', '101.00', '-1000.00'])
    expect(noted('W-SIGN', pieces)).toMatchObject([{ n: 1, sum: '1000.00 EUR' }])
    const two =
      'Belegnummer;Text;Betrag;Währung;S/H\n1;A;100,50;EUR;S\n2;B;50,50;EUR;S\n3;C;1,50;EUR;S\n4;D;200,50;USD;H\n5;E;60,50;EUR;H\n'
    expect(noted('W-SIGN', two)).toMatchObject([{ n: 2, sum: '200.50 USD, 60.50 EUR' }])
    const less = `${list('S/H', 'S', 'H')}6;04.02.2026;Acme;Wolke;7,50;H\n7;04.02.2026;Acme;Wolke;-7,50;H\n`
    expect(noted('W-SIGN', less)).toMatchObject([{ n: 3, sum: '400.50 EUR' }])
  })

  it('a placeholder is one on either side', () => {
    const content = 'Belegnummer;Text;Auftragswert EUR;Betrag EUR;S/H\n1;A;100,50;1,50;S\n2;B;50,50;2,50;S\n3;C;0,01;200,50;H\n'
    expect(amounts(content)).toEqual(['100.50', '50.50', '-200.50'])
  })

  it('a mapping file can name it', () => {
    expect(amounts(list('Merkmal', 'S', 'H', HEAD.replace('Belegnummer;Buchungsdatum', 'A;B')))).toEqual(ALL)
    const mapping = { columns: { Merkmal: 'sign' } } as const
    expect(amounts(list('Merkmal', 'S', 'H', HEAD.replace('Belegnummer;Buchungsdatum', 'A;B')), mapping)).toEqual(LESS)
  })

  it.each([
    ['letters that mean anything else', 'Software;Hersteller;Betrag EUR;Klasse\nA;X;1,50;S\nB;Y;2,50;H\n', ['1.50', '2.50']],
    ['opinions', 'Software;Hersteller;Betrag EUR;Bewertung\nA;X;1,50;+\nB;Y;2,50;-\n', ['1.50', '2.50']],
    ['other words', list('S/H', 'ja', 'nein'), ALL],
    ['one side alone', list('S/H', 'H', 'H'), ALL],
  ])('%s change nothing', (_, content, values) => {
    expect(amounts(content)).toEqual(values)
    expect(noted('W-SIGN', content)).toEqual([])
  })
})

describe('payments that call themselves credits', () => {
  const HEADED = 'Belegnummer;Belegdatum;Lieferant;Text;Betrag EUR\n'

  it.each(['Gutschrift Wolke', 'Wolke Gutschrift', 'Storno R4', 'Credit note 12', 'Rückerstattung'])(
    '%s without a minus is named',
    (text) => {
      const content = `${HEADED}1;01.02.2026;Acme;Wolke;900,50\n2;02.02.2026;Acme;${text};400,50\n`
      expect(amounts(content)).toEqual(['900.50', '400.50'])
      expect(noted('W-MAYBE-CREDIT', content)).toEqual([{ n: 1, sum: '400.50 EUR', lines: '3' }])
    },
  )

  it.each([
    ['what has a minus', `${HEADED}1;01.02.2026;Acme;Wolke;900,50\n2;02.02.2026;Acme;Storno Wolke;-400,50\n`],
    ['what only sounds so', `${HEADED}1;01.02.2026;Acme;Gutschriftverfahren;900,50\n2;02.02.2026;Acme;Stornogebühr;4,50\n`],
    ['contracts', 'Software;Lieferant;Vertragsende;Betrag EUR\nStorno;Acme;31.12.2027;900,50\n'],
  ])('%s is not', (_, content) => expect(noted('W-MAYBE-CREDIT', content)).toEqual([]))
})

describe('invoices of which the type is said and that have a minus sign', () => {
  const lines = (rows: readonly string[]) => amounts(`Belegnr;Art;Text;Betrag in HW;HWähr\n${rows.join('\n')}\n`)

  it('are what was spent, whatever else the headings say', () => {
    expect(lines(['1;KR;Wolke;11.900,00-;EUR', '2;KR;Büro;5.950,00-;EUR', '3;KG;Büro;1.190,00;EUR'])).toEqual([
      '11900.00',
      '5950.00',
      '-1190.00',
    ])
  })

  it('one among others is one that was corrected', () => {
    expect(lines(['1;KR;Wolke;11.900,00;EUR', '2;KR;Büro;5.950,00-;EUR', '3;KR;Pflege;190,00;EUR'])).toEqual([
      '11900.00',
      '-5950.00',
      '190.00',
    ])
  })
})
