import { describe, expect, it } from 'vitest'
import { readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { escaped, MAIN, odsOf, worksheet, xlsxOf } from './support/workbook.ts'
import { columnLetters } from '../src/read/table/workbook/cells.ts'

/** Fonts: plain, struck, struck not. Formats 0 and 2 are plain, 1 and 3 are struck; the struck font of a conditional format is none of them. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts><font><b/></font><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="4" fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`

type Row = readonly (string | number)[]
const HEAD: Row = ['Nr.', 'Produkt', 'Lieferant', 'Betrag netto (EUR)']

/** `struck`: row (from 0) → which of its cells are. */
function xlsx(rows: readonly Row[], struck: Readonly<Record<number, readonly number[]>>) {
  const cell = (value: string | number, r: number, c: number) => {
    const [at, style] = [
      `${columnLetters(c)}${r + 1}`,
      struck[r]?.includes(c) ? (typeof value === 'number' ? 3 : 1) : (r + c) % 2 === 0 ? 0 : 2,
    ]
    if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`
    return value === '' ? '' : `<c r="${at}" s="${style}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  }
  const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`).join('')
  return xlsxOf(worksheet(body), [{ name: 'xl/styles.xml', data: STYLES }])
}

function ods(rows: readonly Row[], struck: Readonly<Record<number, readonly number[]>>) {
  const cell = (value: string | number, r: number, c: number) => {
    const style = struck[r]?.includes(c) ? ' table:style-name="weg"' : ''
    return typeof value === 'number'
      ? `<table:table-cell${style} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell${style} office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`
  }
  const body = rows.map((row, r) => `<table:table-row>${row.map((value, c) => cell(value, r, c)).join('')}</table:table-row>`).join('')
  const styles =
    '<style:style style:name="weg" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>'
  return odsOf(`<table:table table:name="Verträge">${body}</table:table>`, [], styles)
}

const read = (content: Uint8Array) =>
  readInputs({ ...bytesOf(content, 'w'), sha256: () => '' }, { limits: LIMITS, asOf: '2026-11-23' })[0]!.reading
const told = (content: Uint8Array) =>
  read(content).notes.flatMap(({ code, params, at }) => (code.startsWith('W-STRUCK') ? [[code, params, at]] : []))
const counted = (content: Uint8Array) => read(content).items.map(({ name, counted }) => `${name} ${counted}`)

const ROWS: readonly Row[] = [HEAD, [1, 'Büro', 'Acme GmbH', 100.5], [2, 'Grafik', 'Acme GmbH', 50.5], [3, 'Wolke', '', 20.5]]

describe.each([
  ['XLSX', xlsx],
  ['ODS', ods],
])('rows that are struck through in %s', (_, workbook) => {
  it('as a whole do not count, and are named with their sum', () => {
    const list = workbook(ROWS, { 2: [0, 1, 2, 3], 3: [0, 1, 3] })
    expect(counted(list)).toEqual(['Büro true', 'Grafik false', 'Wolke false'])
    expect(told(list)).toEqual([['W-STRUCK', { n: 2, sum: '71.00 EUR', lines: '3, 4' }, 'Verträge!3']])
  })

  it('in some of their cells count, and are named', () => {
    const list = workbook(ROWS, { 2: [3] })
    expect(counted(list)).toEqual(['Büro true', 'Grafik true', 'Wolke true'])
    expect(told(list)).toEqual([['W-STRUCK-CELLS', { n: 1, lines: '3' }, 'Verträge!3']])
  })

  it.each([
    ['with', 171.5],
    ['without', 121],
  ])('a total %s them is none that differs', (_, total) => {
    const { notes, items } = read(workbook([...ROWS, ['', 'Summe', '', total]], { 2: [0, 1, 2, 3] }))
    expect(items).toHaveLength(3)
    expect(notes.map(({ code }) => code)).not.toContain('W-TOTAL')
  })
})

it('a list of which nothing is struck through says nothing of it', () => expect(told(xlsx(ROWS, {}))).toEqual([]))
