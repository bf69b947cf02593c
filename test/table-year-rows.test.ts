import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { readList } from './support/list.ts'

const AS_OF = '2026-11-30'
const LINES = 'Büro;Acme GmbH;1,50;2,50;3,50;4,50\nGrafik;Acme GmbH;10,50;20,50;30,50;40,50\n'
const read = (list: string) => readList(list, undefined, undefined, AS_OF)
const amounts = (list: string) => read(list).items.map(({ amount }) => amount && `${Number(amount.value)} ${amount.kind}`)

describe('a row of years that belongs to the heading', () => {
  it.each([
    ['above each column', ';;2025;2025;2026;2026\nProdukt;Lieferant;Ansatz;Ist;Ansatz;Ist', '4.5 payment'],
    ['above the first of each year', ';;2025;;2026;\nProdukt;Lieferant;Ist;Ansatz;Ist;Ansatz', '3.5 payment'],
    ['with the word for it', ';;Haushaltsjahr 2025;;Haushaltsjahr 2026;\nProdukt;Lieferant;Ansatz;Ist;Ist;Ansatz', '3.5 payment'],
    ['the word alone before them', 'Jahr;;2024;2025;2026;2027\nProdukt;Lieferant;Ergebnis;Ansatz;Ansatz;Planung', '3.5 budget'],
    ['below the names', 'Produkt;Lieferant;Ansatz;Ansatz;Ansatz;Ergebnis\n;;2027;2026;2025;2024', '2.5 budget'],
    ['below a name for all', 'Produkt;Lieferant;Kosten;;;\n;;2024;2025;2026;2027', '3.5 annual'],
    ['in the row with other names', 'Produkt;Lieferant;2025;;2026;\n;;Kosten;Nutzer;Kosten;Nutzer', '3.5 annual'],
  ])('%s', (_, heading, first) => {
    const { rejected, unusable } = read(`${heading}\n${LINES}`)
    expect(amounts(`${heading}\n${LINES}`)[0]).toBe(first)
    expect({ rejected, unusable }).toEqual({ rejected: 0, unusable: 0 })
  })

  it('leaves what is no amount as it is called', () => {
    const { items, notes } = read(`;;2026;;;\nProdukt;Lieferant;Kosten;Bemerkung;Vertragsnummer;Ort\nBüro;Acme GmbH;1,50;;V-1;\n`)
    expect(items[0]).toMatchObject({ amount: { value: '1.50', kind: 'annual' }, said: { contractNumber: 'V-1' } })
    expect(notes.flatMap(({ code, params }) => (code === 'W-COLUMN' ? [params!['column']] : []))).toEqual(['Bemerkung', 'Ort'])
  })

  it.each([
    [';;2025;2026;;;', 'Ansatz;Ansatz;Gesamtkosten;Beginn;Ende', '9000 contract'],
    [';;2025;;2026;;', 'Ansatz;Ist;Ansatz;Gesamtkosten;Ende', '9000 contract'],
    [';;2026;;;', 'Ansatz;Ist;Gesamtkosten;Beginn;Ende', '9000 contract'],
    [';;2025;;2026;;', 'Ansatz;Ist;Ansatz;Ist;Ende', '1 payment'],
  ])('reaches as far as the other years do: %s above %s', (above, headings, amount) => {
    const cells = headings.split(';').map((heading) => ({ Gesamtkosten: '9.000,00', Beginn: '', Ende: '31.12.2027' })[heading] ?? '1,00')
    const list = `${above}\nProdukt;Lieferant;${headings}\nBüro;Acme GmbH;${cells.join(';')}\n`
    expect(amounts(list)).toEqual([amount])
    expect(read(list).notes.flatMap(({ code, params }) => (code === 'W-COLUMN' ? [params!['column']] : []))).toEqual([])
  })

  it('tells no other column of a year', () => {
    const { notes } = read(';;2025;2026;;\nProdukt;Lieferant;Kosten;Kosten;Auftragswert;Referat\nBüro;Acme GmbH;1,00;2,00;9,00;R1\n')
    expect(notes.flatMap(({ code, params }) => (code === 'W-COLUMN' ? [params!['column']] : []))).toEqual(['Referat'])
    expect(notes.find(({ code }) => code === 'W-AMOUNT-UNUSED')!.params).toMatchObject({ instead: 'Auftragswert' })
  })

  it('is none where it heads no amounts', () => {
    expect(amounts('2026;;;;;\nProdukt;Lieferant;Kosten;A;B;C\nBüro;Acme GmbH;1,50;;;\n')).toEqual(['1.5 unknown'])
  })
})

describe('an amount of which the heading says the year', () => {
  /** EUR a year of a line that is agreed for three years. */
  const perYear = (heading: string) => {
    const { items } = read(`Produkt;Lieferant;Beginn;Ende;${heading}\nBüro;Acme GmbH;01.01.2025;31.12.2027;120.000,00\n`)
    return concludeAmounts(items, { asOf: AS_OF, project: EMPTY_PROJECT }).amounts.get(0)!.perYear
  }

  it.each(['Kosten 2026 netto EUR', 'Ausgaben 2026', 'Ansatz 2026', 'Kosten im Jahr 2026', 'Ist 2025/26 (EUR)', 'Gesamtkosten 2026'])(
    'is that of the year, whatever the term: %s',
    (heading) => expect(perYear(heading)).toBe('120000.00'),
  )

  it.each([
    'Kosten netto EUR',
    'Kosten 2025–2027',
    'Kosten (Stand 2026)',
    'Kosten (Preisstand 01.01.2026)',
    'Kosten (ab 2025)',
    'Auftragswert 2025',
    'Betrag (Vertrag 2023)',
    'Kaufpreis 2023',
    'Kaufpreis 2026',
    'Summe (Ausschreibung 2026)',
    'Gesamtkosten (Beschaffung 2026)',
    'Anschaffungskosten 2026',
    'Purchase price 2026',
    'Kosten 2024',
  ])('else it is for the whole term: %s', (heading) => expect(perYear(heading)).toBe('40000.00'))

  it('beside one of another year what is stated since a year is of none', () => {
    const { items } = read('Produkt;Lieferant;Kosten (Stand 2026);Kosten 2024\nBüro;Acme GmbH;1.000,00;900,00\n')
    expect(items[0]!.amount).toMatchObject({ value: '1000.00', kind: 'unknown' })
  })

  it('is named where a term might spread it, and a mapping file says that it is for the whole of it', () => {
    const list = 'Produkt;Lieferant;Beginn;Ende;Kosten 2026\nBüro;Acme GmbH;01.01.2025;31.12.2027;120.000,00\n'
    const noted = (text: string) => read(text).notes.flatMap(({ code, params }) => (code === 'W-OF-YEAR' ? [params] : []))
    expect(noted(list)).toEqual([{ column: 'Kosten 2026', n: 1, line: '"Kosten 2026": contractValue' }])
    expect(noted('Produkt;Lieferant;Kosten 2026\nBüro;Acme GmbH;120.000,00\n')).toEqual([])
    const mapped = readList(list, { columns: { 'Kosten 2026': 'contractValue' } }, undefined, AS_OF)
    expect(mapped.items[0]!.amount!.kind).toBe('contract')
    expect(mapped.notes.map(({ code }) => code)).not.toContain('W-OF-YEAR')
  })
})
