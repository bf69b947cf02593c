import { describe, expect, it } from 'vitest'
import { Problem } from '../src/model/problem.ts'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

const read = (content: string | Buffer, path: string) =>
  readInputs({ ...bytesOf(content, path), sha256: () => '' }, { limits: LIMITS, asOf: '2026-11-23' })[0]!.reading
function refusal(content: string | Buffer, path = 'liste.csv'): Problem {
  try {
    read(content, path)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was read')
}

describe('headings below each other', () => {
  const form = [
    ['Vertragsdatenblatt'],
    ['Vertragsgegenstand:', 'Büro'],
    ['Lieferant:', 'Acme AG'],
    ['Auftragswert netto:', '12.000,00 EUR'],
    ['Vertragsende:', '31.12.2027'],
  ]
  it.each([
    ['a list', 'Produkt;Büro;Grafik\nLieferant;Acme AG;Beta SE\nKosten p. a. EUR;1,50;2,50\nLaufzeit bis;31.12.2027;31.12.2028\n'],
    ['a form', form.map((row) => row.join(';')).join('\n')],
    ['forms in sheets', xlsx(['A', 'B'].map((name) => ({ name, rows: form })))],
  ])('are told, with what to do: %s', (_, content) => {
    expect(refusal(content)).toMatchObject({ id: 'E3311', params: { labels: expect.stringContaining('Lieferant') } })
  })

  it('beside a list are no list', () => {
    const list = [['Produkt', 'Lieferant', 'Betrag EUR'], ['Büro', 'Acme AG', 1.5]] // prettier-ignore
    const { items, notes } = read(xlsx([{ name: 'Form', rows: form }, { name: 'Liste', rows: list }]), 'w.xlsx') // prettier-ignore
    expect(items.map(({ name }) => name)).toEqual(['Büro'])
    expect(notes.map(({ code }) => code)).toContain('W-SHEET')
  })

  it('are none where most labels are other words, or nothing says what it is about', () => {
    expect(refusal('Lieferant;Acme AG\nBetrag;1,50\nDatum;1.1.2026\n').id).toBe('E3301')
    expect(refusal('Produkt;Büro\nLieferant;Acme\nBetrag;1,50\nFarbe;rot\nForm;rund\nHaus;4\nZimmer;5\n').id).toBe('E3301')
  })
})

describe('columns by position', () => {
  const lines = [
    'Lieferant            Produkt              Betrag EUR',
    '-------------------- -------------------- ----------',
    'Acme AG              Büro                   1.000,50',
    'Beta SE              Grafik                 2.000,50',
  ]
  it.each(['liste.csv', 'liste.txt'])('are told, with what to do: %s', (path) => {
    const problem = refusal(lines.join('\n'), path)
    expect(problem).toMatchObject({ id: 'E3003', message: expect.stringContaining('Fixed width') })
    expect(refusal(lines.slice(0, 1).concat(lines.slice(2)).join('\r\n'), path).message).toContain('Fixed width')
  })

  it('are none where something separates them', () => {
    expect(
      readList('Lieferant   ;Produkt    ;Betrag EUR\nAcme AG     ;Büro       ;  1,50\nBeta SE     ;Grafik     ;  2,50\n').items,
    ).toHaveLength(2)
  })

  it('in frames are read', () => {
    const frame = '-'.repeat(36)
    const list = [
      frame,
      '| Lieferant | Produkt | Betrag EUR |',
      frame,
      '| Acme AG   | Büro    |   1.000,50 |',
      '| Beta SE   | Grafik  |   2.000,50 |',
      frame,
    ]
    const { items } = read(list.join('\n'), 'sap.txt')
    expect(items.map(({ name, said, amount }) => [name, said.supplier, amount?.value])).toEqual([
      ['Büro', 'Acme AG', '1000.50'],
      ['Grafik', 'Beta SE', '2000.50'],
    ])
  })
})
