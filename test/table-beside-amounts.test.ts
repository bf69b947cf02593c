import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { inspectCsv } from '../src/read/table/text/csv.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'

const notes = ({ notes }: Reading, code: string) => notes.flatMap((note) => (note.code === code ? [note.params] : []))
const list = (...rows: readonly string[]) => [...rows, ''].join('\n')
const fieldOf = (text: string, heading: string) =>
  inspectCsv(bytesOf(text), { limits: LIMITS })[0]!.columns.find((column) => column.heading === heading)?.field

describe('whether amounts are net or gross, said by row', () => {
  const bases = (heading: string, cells: readonly string[], amount = 'Betrag EUR') => {
    const reading = readList(list(`Produkt;Firma;${amount};${heading}`, ...cells.map((cell, i) => `P${i};F;1.000,50;${cell}`)))
    return reading.items.map(({ amount }) => amount?.basis)
  }

  it.each([
    ['Steuer', ['netto', 'brutto', '']],
    ['MwSt', ['exkl.', 'inkl.', '']],
    ['USt.', ['zzgl. 19 %', 'inkl. 19 %', '–']],
    ['Hinweis', ['zzgl. MwSt.', 'inkl. 19 % MwSt.', '']],
    ['Netto/Brutto', ['Netto', 'Brutto', '']],
    ['Price basis', ['net', 'gross', '']],
    ['inkl. MwSt.?', ['nein', 'ja', '']],
    ['zzgl. USt', ['x', 'nein', '']],
    ['incl. VAT', ['no', 'yes', '']],
  ])('%s', (heading, cells) => expect(bases(heading, cells)).toEqual(['net', 'gross', 'unknown']))

  it.each([
    ['USt.', ['19 %', '7 %', '19 %']],
    ['Verlängert sich', ['ja', 'nein', 'ja']],
    ['Support', ['inkl.', 'exkl.', 'inkl.']],
    ['Bemerkung', ['netto', 'Option bis 2028', 'Rahmenvertrag']],
  ])('%s with %s does not say it', (heading, cells) => expect(bases(heading, cells)).toEqual(cells.map(() => 'unknown')))

  it('a heading of the amount and a cell of it say it more nearly', () => {
    expect(bases('MwSt', ['netto', 'brutto'], 'Betrag netto EUR')).toEqual(['net', 'net'])
    const said = readList(list('Produkt;Firma;Betrag EUR;MwSt', 'P;F;1.000,50 netto;brutto', 'Q;F;2.000,50;brutto'))
    expect(said.items.map(({ amount }) => amount!.basis)).toEqual(['net', 'gross'])
    expect(said.items[1]!.amount!.stated!.map(({ says }) => says)).toEqual(['2.000,50', 'brutto'])
  })

  it('what says neither is named, and a mapping file may say which column it is', () => {
    const cells = [...Array.from({ length: 10 }, () => 'netto'), 'steuerfrei?']
    const reading = readList(list('Produkt;Firma;Betrag EUR;Netto/Brutto', ...cells.map((cell, i) => `P${i};F;1.000,50;${cell}`)))
    expect(notes(reading, 'W-CELL')).toEqual([{ column: 'Netto/Brutto', value: 'steuerfrei?' }])
    const mapped = readList(list('Produkt;Firma;Betrag EUR;X', 'P;F;1.000,50;brutto', 'Q;F;1.000,50;?'), { columns: { X: 'basis' } })
    expect(mapped.items.map(({ amount }) => amount!.basis)).toEqual(['gross', 'unknown'])
  })
})

describe('a currency beside an amount, below no heading', () => {
  const read = (...cells: readonly string[]) => {
    const reading = readList(list('Produkt;Lieferant;Betrag;', ...cells.map((cell, at) => `P${at};L;1.000,50;${cell}`)))
    return [reading.items.map(({ amount }) => amount!.currency).join(' '), notes(reading, 'W-EUR-ASSUMED').length]
  }

  it('speaks of its own row where few rows have one; the others are as if nothing said theirs', () => {
    expect(read('', '', 'EUR', '')).toEqual(['EUR EUR EUR EUR', 1])
    expect(read('', 'USD', '', '')).toEqual(['EUR USD EUR EUR', 1])
  })

  it('is that of all rows where nearly all say the same', () => {
    expect(read(...Array.from({ length: 10 }, () => 'CHF'), '')).toEqual([Array.from({ length: 11 }, () => 'CHF').join(' '), 0])
    expect(read('CHF', 'EUR')).toEqual(['CHF EUR', 0])
  })

  it('below a heading of its own an empty cell says nothing', () => {
    const reading = readList(list('Produkt;Lieferant;Betrag;Währung', 'P;L;1.000,50;EUR', 'Q;L;2.000,50;'))
    expect(notes(reading, 'W-NO-CURRENCY')).toEqual([{ n: 1 }])
  })
})

describe('how often something is due, beside the value of a whole contract', () => {
  const turnus = list('Produkt;Lieferant;Auftragswert EUR;Zahlweise', 'P;L;1.000,50;monatlich', 'Q;L;2.000,50;einmalig', 'R;L;3.000,50;')

  it('does not change it, and a note says so', () => {
    const reading = readList(turnus)
    expect(reading.items.map(({ amount }) => [amount!.value, amount!.kind])).toEqual([['1000.50', 'contract'], ['2000.50', 'contract'], ['3000.50', 'contract']]) // prettier-ignore
    expect(notes(reading, 'W-INTERVAL-UNUSED')).toEqual([{ column: 'Auftragswert EUR', interval: 'Zahlweise', n: 1 }])
    expect(notes(reading, 'W-INTERVAL')).toEqual([])
  })

  it('holds where the mapping file says that it is an amount', () => {
    const reading = readList(turnus, { columns: { 'Auftragswert EUR': 'amount' } })
    expect(reading.items.map(({ amount }) => amount!.value)).toEqual(['12006.00', '2000.50', '3000.50'])
    expect(notes(reading, 'W-INTERVAL-UNUSED')).toEqual([])
  })
})

describe('columns with words in their cells', () => {
  it.each(['Kosten / Bemerkung zu Kosten', 'Bemerkungen zum Preis', 'Notes on cost'])('remarks are no amount: %s', (heading) => {
    const cells = ['inkl. Support', 'Rahmenvertrag, max. 180.000 €', 'Überzahlung 2025']
    const text = list(`Produkt;Lieferant;Jahresbetrag EUR;${heading}`, ...cells.map((cell) => `P;L;1.000,50;${cell}`))
    expect([fieldOf(text, heading), notes(readList(text), 'W-CELL')]).toEqual(['ignore', []])
  })

  it('an unsure heading of an amount needs a number among words', () => {
    const text = (...cells: string[]) => list('Produkt;Lieferant;Betrag EUR;Supportkosten', ...cells.map((cell) => `P;L;1.000,50;${cell}`))
    const words = ['inkl. Support', 'Mengenrabatt', 'max. 180.000 €', 'seit 2025 dabei']
    expect(fieldOf(text(...words), 'Supportkosten')).toBeUndefined()
    expect(fieldOf(text(...words, '500,00'), 'Supportkosten')).toBe('amount')
  })

  const kindOf = (cells: readonly string[], heading = 'Art') =>
    fieldOf(list(`Produkt;Lieferant;Betrag EUR;${heading}`, ...cells.map((cell) => `P;L;1.000,50;${cell}`)), heading)

  it.each(['Art', 'Typ', 'Type'])('%s is a licence model by its cells', (heading) => {
    expect(kindOf(['Kauf', 'SaaS', 'Miete', 'Pflege', 'Rahmen'], heading)).toBe('licenceModel')
  })
  it.each([[['Software', 'Hardware', 'Miete']], [['Wartung', 'Pflege']], [['Lizenz', 'Beratung', 'Kauf']], [['Rahmen', 'Einzel', 'Kauf']]])(
    '%s are kinds of things',
    (cells) => expect(kindOf(cells)).toBe('category'),
  )
})
