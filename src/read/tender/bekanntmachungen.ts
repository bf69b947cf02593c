import type { Bytes, Head, Limits, Reader, Reading } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { readNoticeSet } from './notice-set.ts'
import { rowsOf } from './notice-tables.ts'
import { NOT_ALONE } from './alone.ts'
import { tableOf } from '../../model/table.ts'

/** Tables of the CSV set by a heading that only they have; https://oeffentlichevergabe.de. */
const TABLES = tableOf<string>({
  publicationDate: 'notice', organisationName: 'organisation', internalIdentifier: 'purpose', classificationType: 'classification',
  tenderValue: 'tender', winnerDecisionDate: 'contract', winnerChosen: 'procedureLotResult', noticeValue: 'noticeResult',
  durationStartDate: 'duration', procedureType: 'procedure', placePerformanceCity: 'placeOfPerformance', minimumCandidates: 'secondStage',
  guaranteeRequired: 'submissionTerms', receivedSubmissionsCount: 'receivedSubmissions', socialProcurement: 'strategicProcurement',
  suitableForSMEs: 'additionalInformation', changeReasonCode: 'changes', vehicleCategory: 'cvdInformation',
}) // prettier-ignore

export const TABLE_NAMES: ReadonlySet<string> = new Set([...TABLES.values(), 'lot'])

/** A single table of the Bekanntmachungsservice's CSV set. Alone it joins nothing: whoever finds E3602 looks for the others beside it. */
export const noticeTable: Reader = {
  id: 'bekanntmachungen-table',
  label: '',
  recognise,
  read: (bytes, { limits }) => {
    throw alone(bytes, limits)
  },
}

/**
 * Tables of one folder or archive → what they say together; which is which their headings tell, not their names.
 * E3602 where they are all the same table: it says nothing without the others.
 */
export function readNoticeTables(tables: readonly Bytes[], limits: Limits): Reading {
  // a workbook with one table asks for the others as well, and is none of these files
  const workbook = tables.find(isWorkbook)
  if (workbook !== undefined) throw new Problem(NOT_ALONE, { table: workbook.path.replace(/^.*[/!]/s, '') }, { file: workbook.path })
  const set = Map.groupBy(tables, (bytes) => tableName(bytes, limits))
  if (set.size < 2) throw alone(tables[0]!, limits)
  return readNoticeSet(set, limits)
}

function recognise({ text }: Head): boolean {
  return /^\ufeff?"?noticeIdentifier"?,"?noticeVersion"?(?:,|\r|\n|$)/.test(text)
}

function isWorkbook(bytes: Bytes): boolean {
  const head = new Uint8Array(2)
  return bytes.read(head, 0) === 2 && head[0] === 0x50 && head[1] === 0x4b
}

function alone(bytes: Bytes, limits: Limits): Problem {
  return new Problem(NOT_ALONE, { table: `${tableName(bytes, limits)}.csv` }, { file: bytes.path, line: 1, column: 1 })
}

function tableName(bytes: Bytes, limits: Limits): string {
  const heading = rowsOf(bytes, limits).next()
  return tableWith(heading.done === true ? [] : heading.value.cells)
}

/** The table that has these headings. */
export function tableWith(cells: readonly string[]): string {
  return TABLES.get(cells.map((cell) => cell.trim()).find((cell) => TABLES.has(cell)) ?? '') ?? 'lot'
}
