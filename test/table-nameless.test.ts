import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { withholds } from '../src/read/table/values/withheld.ts'
import { readList } from './support/list.ts'

const brief = ({ items }: Reading) => items.map(({ name, said, amount }) => [name, said.supplier, amount?.value])
const note = ({ notes }: Reading, wanted: string) => notes.find(({ code }) => code === wanted)?.params
const HEAD = 'Datum;Lieferant;Vertragsnummer;Betrag EUR\n'

describe('a name that is withheld', () => {
  it.each(['vertraulich', 'Confidential', 'REDACTED PERSONAL DATA', 'Redacted - Commercial Sensitivity', 'geschwärzt', 'personal data', 'Nicht veröffentlicht', 'aus Datenschutzgründen anonymisiert', 'xxxxx', 'Streng vertraulich', 'Name withheld']) // prettier-ignore
  ('%s names a line without a supplier', (word) => {
    expect(withholds(word)).toBe(true)
    const reading = readList(`Lieferant;Gegenstand;Betrag EUR\nErste GmbH;Lizenzen;10,50\n${word};;90,50\nZweite AG;Lizenzen;20,50\n`)
    expect(brief(reading)[1]).toEqual([word, undefined, '90.50'])
    expect(reading.rejected).toBe(0)
    // what else is said goes before it
    const titled = readList(`Lieferant;Gegenstand;Betrag EUR\n${word};Lizenzen;90,50\nErste GmbH;${word};20,50\n`)
    expect(brief(titled)).toEqual([
      ['Lizenzen', undefined, '90.50'],
      ['Erste GmbH', 'Erste GmbH', '20.50'],
    ])
  })

  it.each([
    'Confidential Shredding Ltd',
    'Vertrauliche Entsorgung',
    'Geheimrat GmbH',
    'Personal Data Services',
    'Data',
    'Datenschutz',
    'Person',
  ])('%s is a name', (name) => expect(withholds(name)).toBe(false))

  it('a word that stands alone is no line', () => {
    expect(brief(readList('Lieferant;Betrag EUR\nErste GmbH;10,50\nZweite AG;20,50\nvertraulich;\n'))).toHaveLength(2)
    // beside something else it is one, also where that is not understood
    expect(brief(readList('Supplier name;Description;Xyz\nErste GmbH;;a\nRedacted;;b\n'))).toHaveLength(2)
  })
})

describe('a row with an amount and no name', () => {
  it('is a line where it is dated or numbered, and a note says how much it is', () => {
    const reading = readList(`${HEAD}01.02.2025;Erste GmbH;;10,50\n03.02.2025;;;90,50\n;;V-7;70,25\n05.02.2025;Zweite AG;;20,50\n`)
    expect(brief(reading)).toEqual([
      ['Erste GmbH', 'Erste GmbH', '10.50'],
      ['?', undefined, '90.50'],
      ['? (V-7)', undefined, '70.25'],
      ['Zweite AG', 'Zweite AG', '20.50'],
    ])
    expect(note(reading, 'W-UNNAMED')).toEqual({ n: 2, sum: '160.75 EUR', lines: '3, 4' })
    expect([reading.rejected, note(reading, 'W-NO-NAME-AMOUNTS')]).toEqual([0, undefined])
  })

  it('is a line where it is filled like the others', () => {
    const list = (row: string) => readList(`Lieferant;Amt;Stelle;Betrag EUR\nErste GmbH;Nord;A;10,50\n${row}\nZweite AG;Ost;B;20,50\nDritte SE;Ost;B;7,50\n`) // prettier-ignore
    expect(brief(list(';West;C;90,50'))[1]).toEqual(['?', undefined, '90.50'])
    expect(brief(list('unbekannt;West;C;90,50'))[1]).toEqual(['?', undefined, '90.50'])
    const left = list(';West;;90,50')
    expect([left.items.length, left.rejected, note(left, 'W-NO-NAME-AMOUNTS')]).toEqual([3, 1, { n: 1, sum: '90.50 EUR' }])
  })

  it('is none where it may sum up the rows beside it, or be a part of the one above', () => {
    const four = '01.02.2025;Erste GmbH;1;10,50\n02.02.2025;Zweite AG;2;20,50\n'
    expect(readList(`${HEAD}28.02.2025;;;31,00\n${four}`)).toMatchObject({ items: { length: 2 }, rejected: 1 })
    // right below them it is a total as ever
    expect(readList(`${HEAD}${four}28.02.2025;;;31,00\n`)).toMatchObject({ items: { length: 2 }, rejected: 0, unusable: 1 })
    const group = `${four}03.03.2025;;;99,50\n${four}31.03.2025;;;31,00\n`
    expect(readList(HEAD + group).items.map(({ name }) => name)).toEqual(['Erste GmbH', 'Zweite AG', '?', 'Erste GmbH', 'Zweite AG'])
    const parts = '01.02.2025;Erste GmbH;1;30,00\n02.02.2025;;;10,00\n03.02.2025;;;20,00\n04.02.2025;Zweite AG;2;5,50\n'
    expect(readList(HEAD + parts)).toMatchObject({ items: { length: 2 }, rejected: 2 })
  })

  it('is none without an amount, and where no row has a name', () => {
    expect(readList(`${HEAD}01.02.2025;Erste GmbH;1;10,50\n04.02.2025;;;0,00\n05.02.2025;;8;\n`)).toMatchObject({
      items: { length: 1 },
      rejected: 2,
    })
    const unnamed = readList('Datum;Lieferant;Betrag EUR\n01.02.2025;-;10,50\n02.02.2025;-;20,50\n')
    expect(unnamed).toMatchObject({ items: [], rejected: 2 })
    expect(note(unnamed, 'W-NO-NAME-AMOUNTS')).toEqual({ n: 2, sum: '31.00 EUR' })
  })

  it('changes nothing of what is told of the others', () => {
    const list = (row: string) => readList(`Datum;Lieferant;Auftragswert EUR;Zuschlagssumme EUR\n01.02.2025;Erste GmbH;10,50;11,50\n${row}02.02.2025;Zweite AG;20,50;21,50\n`) // prettier-ignore
    expect(note(list(';;1,50;3,50\n'), 'W-AMOUNT-UNUSED')).toEqual(note(list(''), 'W-AMOUNT-UNUSED'))
  })

  it('many of them are no work', () => {
    const rows = Array.from({ length: 40_000 }, (_, n) => `01.02.2025;${n < 10 ? 'Erste GmbH' : ''};;${n},50`)
    expect(readList(HEAD + rows.join('\n')).items.length).toBeGreaterThan(39_000)
  })
})
