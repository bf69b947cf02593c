import { parse } from 'csv-parse/sync'
import type { CellValue, TestSheet } from './workbook.ts'

/** The contract list of the example project as people keep it in a spreadsheet: numbers are numbers and days are days. */
export function contractSheet(csv: string): TestSheet {
  const records = parse(csv, { bom: true, delimiter: ';', relax_column_count: true })
  return { name: 'Verträge', rows: records.map((record) => record.map(cellOf)), merged: ['A1:S1', 'A2:S2', 'A3:S3'] }
}

function cellOf(text: string): CellValue {
  const day = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text)
  if (day) return { day: `${day[3]}-${day[2]}-${day[1]}` }
  if (/^\d{1,3}(\.\d{3})*,\d\d$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return /^\d+$/.test(text) ? Number(text) : text
}
