import { columnLetters } from '../../src/read/table/workbook/cells.ts'
import { zip, type Part } from './zip.ts'

/** A cell of a test workbook: text, number, or a day (written as a serial number or a date value). */
export type CellValue = string | number | { readonly day: string } | undefined
export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly CellValue[])[]
  readonly hidden?: boolean
  /** Ranges of merged cells, e.g. `A1:C1`. */
  readonly merged?: readonly string[]
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const serial = (day: string): number => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000

/** XML of a worksheet; texts are inline. */
export function sheetXml(rows: readonly (readonly CellValue[])[], merged: readonly string[] = []): string {
  const body = rows.map((row, r) => {
    const cells = row.map((value, c) => cellXml(`${columnLetters(c)}${r + 1}`, value)).join('')
    return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`
  })
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merges}</worksheet>`
}

function cellXml(reference: string, value: CellValue): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${reference}" s="1"><v>${serial(value.day)}</v></c>`
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** The parts of a workbook; `sheets` gives the XML of each. `more` adds parts or replaces them by name. */
export function xlsxParts(
  sheets: readonly { name: string; xml: string; hidden?: boolean }[],
  more: readonly Part[] = [],
  properties = '',
): Part[] {
  const strings = more.some(({ name }) => name === 'xl/sharedStrings.xml')
  const parts: Part[] = [
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/blatt${i + 1}.xml`)).join('')}${relation('rIdS', 'styles', 'styles.xml')}${strings ? relation('rIdT', 'sharedStrings', 'sharedStrings.xml') : ''}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ xml }, i) => ({ name: `xl/worksheets/blatt${i + 1}.xml`, data: xml })),
  ]
  const replaced = parts.map((part) => more.find(({ name }) => name === part.name) ?? part)
  return [...replaced, ...more.filter(({ name }) => !parts.some((part) => part.name === name))]
}

export function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode === '' ? '' : ` TargetMode="${mode}"`}/>`
}

/** The relationships part of a workbook with one sheet at `target`. */
export const relations = (target: string, mode = ''): Part => ({
  name: 'xl/_rels/workbook.xml.rels',
  data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', target, mode)}</Relationships>`,
})

export function xlsx(sheets: readonly TestSheet[]): Buffer {
  return zip(xlsxParts(sheets.map(({ rows, merged, ...sheet }) => ({ ...sheet, xml: sheetXml(rows, merged) }))))
}

/** A workbook of one sheet given as XML, with other parts. */
export function xlsxOf(xml: string, more: readonly Part[] = [], properties = ''): Buffer {
  return zip(xlsxParts([{ name: 'Verträge', xml }], more, properties))
}

/** Rows of XML in a worksheet. */
export const worksheet = (rows: string, after = '', before = ''): string =>
  `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

const NAMESPACES = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** An OpenDocument spreadsheet with this content of `office:spreadsheet`. */
export function odsOf(tables: string, more: readonly Part[] = [], style = ''): Buffer {
  const styles = '<style:style style:name="weg" style:family="table"><style:table-properties table:display="false"/></style:style>'
  const content = `${HEAD}<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}${style}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', data: content },
    ...more,
  ])
}

export function ods(sheets: readonly TestSheet[]): Buffer {
  return odsOf(
    sheets
      .map(
        ({ name, rows, hidden }) =>
          `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="weg"' : ''}>${rows.map(odsRow).join('')}</table:table>`,
      )
      .join(''),
  )
}

function odsRow(row: readonly CellValue[]): string {
  return `<table:table-row>${row.map(odsCell).join('')}</table:table-row>`
}

function odsCell(value: CellValue): string {
  if (value === undefined || value === '') return '<table:table-cell/>'
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${String(value).replace('.', ',')}</text:p></table:table-cell>`
  if (typeof value === 'object')
    return `<table:table-cell office:value-type="date" office:date-value="${value.day}"><text:p>${value.day}</text:p></table:table-cell>`
  return `<table:table-cell office:value-type="string">${value
    .split('\n')
    .map((line) => `<text:p>${escaped(line)}</text:p>`)
    .join('')}</table:table-cell>`
}
