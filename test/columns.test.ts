import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsDocument, columnsText, mappingYaml } from '../src/cli/text/columns.ts'
import { parseMapping } from '../src/knowledge/project.ts'
import { inspectLists, type InspectedList } from '../src/read/inspect.ts'
import { readInput } from '../src/read/index.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

const inspect = (content: string | Uint8Array): InspectedList[] => inspectLists(bytesOf(content), { limits: LIMITS })
const AMBIGUOUS = 'Produkt,Lieferant,Betrag EUR,Ansprechpartner,Farbe\nA,B,183.000,Frau Muster,blau\nD,E,1.500,Herr Muster,rot\n'

describe('what is inferred about a list', () => {
  const lists = inspect(readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv')))
  const [list] = lists

  it('field, confidence, style and examples of every column', () => {
    expect(list).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';', headerLine: 5, rows: 18 })
    expect(list!.columns[10]).toMatchObject({
      heading: 'Auftragswert netto (EUR)',
      letters: 'K',
      field: 'contractValue',
      confidence: 0.95,
      examples: ['360.000,00', '240.000,00', '96.000,00'],
      numbers: { mark: ',', by: 'column' },
    })
    expect(columnsText('vertraege.csv', lists, 'de')).toMatch(
      /^ {2}11 +Auftragswert netto \(EUR\) +contractValue \(Auftragswert\) +95 % +Zahlen 1\.234,56, EUR, netto +360\.000,00 \| 240\.000,00 \| 96\.000,00$/m,
    )
  })

  it('shows no person', () => {
    const shown = inspect(AMBIGUOUS)
    expect(columnsText('x.csv', shown, 'de') + JSON.stringify(columnsDocument('x.csv', shown))).not.toContain('Muster')
  })

  it('the mapping written reads the list to the same items', () => {
    const csv = readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'))
    const mapping = parseMapping(mappingYaml(lists, 'de'), 'zuordnung.yaml')
    expect(mapping.columns['Auftragnehmer']).toBe('supplier')
    expect([mapping.numbers, mapping.delimiter, mapping.headerLine]).toEqual(['de', ';', 5])
    expect(readList(csv, mapping).items).toEqual(readList(csv).items)
  })

  it('so it does with every list that is read: any separator, any encoding, headings in two rows, two sheets', () => {
    const folder = join(ROOT, 'fixtures/read/csv')
    const two = [
      ['Software', undefined, 'Kosten (in €)', undefined],
      ['Hersteller', 'Produkt', 'einmalig', 'jährlich'],
      ['A', 'B', 5.5, 7.25],
    ]
    const files: [string, Uint8Array][] = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => [name, readFileSync(join(folder, name))]) // prettier-ignore
    files.push(['zwei.xlsx', xlsx([{ name: 'Eins', rows: [['Stand 2026'], ...two] }, { name: 'Zwei', rows: [['Produkt', 'Hersteller', 'Anzahl'], ['C', 'D', 3]] }])]) // prettier-ignore
    let read = 0
    for (const [name, content] of files) {
      const options = { limits: LIMITS }
      const items = (mapping?: ReturnType<typeof parseMapping>) =>
        readInput({ ...bytesOf(content, name), sha256: () => '' }, { ...options, ...(mapping && { mapping }) }).reading.items
      try {
        items()
      } catch {
        continue
      }
      read++
      const written = mappingYaml(inspectLists(bytesOf(content, name), options), 'de')
      expect([name, items(parseMapping(written, 'm.yaml'))]).toEqual([name, items()])
    }
    expect(read).toBeGreaterThan(15)
  })

  it('of several sheets each needs only its own headings; one that no sheet has is an error', () => {
    const book = xlsx([
      { name: 'Eins', rows: [['Ding', 'Wer'], ['A', 'B']] },
      { name: 'Zwei', rows: [['Sache', 'Wer'], ['C', 'D']] },
    ]) // prettier-ignore
    const read = (columns: Readonly<Record<string, string>>) =>
      readInput({ ...bytesOf(book, 'w.xlsx'), sha256: () => '' }, { limits: LIMITS, mapping: { columns } }).reading.items
    expect(read({ Ding: 'product', Sache: 'product', Wer: 'supplier' }).map(({ ref, name }) => [ref, name])).toEqual([
      ['Eins!2', 'A'],
      ['Zwei!2', 'C'],
    ])
    expect(() => read({ Ding: 'product', Sachen: 'product', Wer: 'supplier' })).toThrow(
      expect.objectContaining({ id: 'E2102', params: expect.objectContaining({ key: 'Sachen', near: 'Sache' }) }),
    )
  })

  it('a sheet that ends above the heading line of the mapping is no list; where none has it, that is an error', () => {
    const book = xlsx([
      { name: 'Deckblatt', rows: [['Produkt', 'Lieferant'], ['A', 'B']] },
      { name: 'Liste', rows: [['Stand'], ['heute'], ['Produkt', 'Lieferant'], ['C', 'D']] },
    ]) // prettier-ignore
    const read = (headerLine: number) =>
      readInput({ ...bytesOf(book, 'w.xlsx'), sha256: () => '' }, { limits: LIMITS, mapping: { columns: {}, headerLine } }).reading
    expect(read(3).items.map(({ ref }) => ref)).toEqual(['Liste!4'])
    expect(read(3).notes.map(({ code, at }) => [code, at])).toContainEqual(['W-SHEET', 'Deckblatt'])
    expect(() => read(9)).toThrow(expect.objectContaining({ id: 'E2117', place: { file: 'w.xlsx', at: 'Deckblatt!9' } }))
  })

  it('what is open is a comment to be decided', () => {
    const yaml = mappingYaml(inspect(AMBIGUOUS), 'en')
    expect(yaml).toContain('# numbers: de  # please decide')
    expect(yaml).toContain('  # "Farbe": ignore  # please decide')
    expect(columnsText('x.csv', inspect(AMBIGUOUS), 'en')).toContain('ambiguous: 183.000')
    const decided = parseMapping(yaml.replace('# numbers: de', 'numbers: de'), 'm.yaml')
    expect(readList(AMBIGUOUS, decided).items.map(({ amount }) => amount?.value)).toEqual(['183000.00', '1500.00'])
  })

  it('every sheet of a workbook that is a list', () => {
    const rows = [
      ['Produkt', 'Lieferant', 'Betrag EUR'],
      ['A', 'B', 5],
    ]
    const found = inspect(
      xlsx([
        { name: 'Deckblatt', rows: [['nur Text']] },
        { name: 'Eins', rows },
        { name: 'Zwei', rows },
      ]),
    )
    expect(found.map(({ format, sheet, rows: n }) => [format, sheet, n])).toEqual([
      ['xlsx', 'Eins', 1],
      ['xlsx', 'Zwei', 1],
    ])
    expect(mappingYaml(found, 'de').match(/"Produkt"/g)).toHaveLength(1)
  })
})

describe('eigenstand columns', () => {
  it('writes the mapping once, and JSON on request', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'liste.csv'), AMBIGUOUS)
    const first = eigenstand(['columns', 'liste.csv', '--write-map', 'm.yaml'], { cwd })
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(readFileSync(join(cwd, 'm.yaml'), 'utf8')).toContain('"Produkt": product')
    expect(eigenstand(['columns', 'liste.csv', '--write-map', 'm.yaml'], { cwd }).code).toBe(2)
    const { stdout } = eigenstand(['columns', 'liste.csv', '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'eigenstand/columns/1',
      path: 'liste.csv',
      lists: [{ columns: [{ column: 1, field: 'product' }, {}, {}, {}, {}] }],
    })
  })

  it('refuses what is no list', () => {
    expect(eigenstand(['columns', 'fixtures/rosetta/bom.cdx.json']).stderr).toContain('E3003')
    expect(eigenstand(['columns', 'fixtures/rosetta/vertraege.xlsx', '--max-cells', '10'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('--max-cells'),
    })
  })
})
