import type { Head, Reader } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { rowsOf } from './notice-tables.ts'

/** Tables of the CSV set by a heading that only they have; https://oeffentlichevergabe.de. */
const TABLES: Readonly<Record<string, string>> = {
  publicationDate: 'notice.csv', organisationName: 'organisation.csv', internalIdentifier: 'purpose.csv', classificationType: 'classification.csv',
  tenderValue: 'tender.csv', winnerDecisionDate: 'contract.csv', winnerChosen: 'procedureLotResult.csv', noticeValue: 'noticeResult.csv',
  durationStartDate: 'duration.csv', procedureType: 'procedure.csv', placePerformanceCity: 'placeOfPerformance.csv', minimumCandidates: 'secondStage.csv',
  guaranteeRequired: 'submissionTerms.csv', receivedSubmissionsCount: 'receivedSubmissions.csv', socialProcurement: 'strategicProcurement.csv',
  suitableForSMEs: 'additionalInformation.csv', changeReasonCode: 'changes.csv', vehicleCategory: 'cvdInformation.csv',
} // prettier-ignore

/** A single table of the Bekanntmachungsservice's CSV set. Alone it joins nothing: named and refused, with what to give instead. */
export const noticeTable: Reader = {
  id: 'bekanntmachungen-table',
  label: '',
  recognise,
  read: (bytes, { limits }) => {
    const heading = rowsOf(bytes, limits).next()
    throw new Problem(
      'E3602',
      { table: tableName(heading.done === true ? [] : heading.value.cells) },
      { file: bytes.path, line: 1, column: 1 },
    )
  },
}

function recognise({ text }: Head): boolean {
  return /^\ufeff?"?noticeIdentifier"?,"?noticeVersion"?(?:,|\r|\n|$)/.test(text)
}

function tableName(headings: readonly string[]): string {
  return headings.map((heading) => TABLES[heading]).find((table) => table !== undefined) ?? 'lot.csv'
}
