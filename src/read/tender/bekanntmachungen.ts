import type { Head, Reader } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { rowsOf } from './notice-tables.ts'

/** Tables of the CSV set by their third column, https://oeffentlichevergabe.de; the first two are always the same. */
const TABLES: Readonly<Record<string, string>> = {
  procedureIdentifier: 'notice.csv', organisationName: 'organisation.csv', tenderIdentifier: 'tender.csv', contractIdentifier: 'contract.csv',
  noticeValue: 'noticeResult.csv', crossBorderLaw: 'procedure.csv', procedureLotResultNumber: 'receivedSubmissions.csv',
} // prettier-ignore
/** Those whose third column is the lot, by the fourth. */
const LOT_TABLES: Readonly<Record<string, string>> = {
  internalIdentifier: 'purpose.csv', classificationType: 'classification.csv', procedureLotResultNumber: 'procedureLotResult.csv',
  durationStartDate: 'duration.csv', placePerformanceCity: 'placeOfPerformance.csv',
} // prettier-ignore

/** A single table of the Bekanntmachungsservice's CSV set. Alone it joins nothing: named and refused, with what to give instead. */
export const noticeTable: Reader = {
  id: 'bekanntmachungen-table',
  label: '',
  recognise,
  read: (bytes, { limits }) => {
    const heading = rowsOf(bytes, limits).next()
    throw new Problem('E3602', { table: tableName(heading.done === true ? [] : heading.value.cells) }, { file: bytes.path, line: 1, column: 1 })
  },
}

function recognise({ text }: Head): boolean {
  return /^\ufeff?"?noticeIdentifier"?,"?noticeVersion"?(?:,|\r|\n|$)/.test(text)
}

function tableName(headings: readonly string[]): string {
  const [, , third = '', fourth = ''] = headings
  return (third === 'lotIdentifier' ? LOT_TABLES[fourth] : TABLES[third]) ?? 'CSV'
}
