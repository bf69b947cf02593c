import { saysNothing } from '../values/numbers.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { keyOf } from './heading.ts'

/** SAP: Kreditorenrechnung, -beleg, netto; Rechnung der Logistik, brutto und netto. */
const INVOICE = /^(?:k[ran]|r[en]|(?:eingangs|kreditoren|lieferanten)?rechnung(?:en)?|(?:vendor |supplier )?invoices?)$/i
/** SAP: Kreditorenzahlung, Zahlung des Zahlprogramms. */
const PAYMENT = /^(?:kz|zp|(?:kreditoren|ausgangs)?zahlung(?:en)?|zahlungsausgang|(?:outgoing |vendor )?payments?)$/i
/** Any other type: in SAP KG, AB, SA. */
const OTHER = /^(?:[A-Z][A-Z0-9]|gutschrift(?:en)?|storno|korrektur|credit (?:note|memo)s?)$/i

/** SAP: Kreditorengutschrift. */
const CREDIT = /^(?:kg|gutschrift(?:en)?|storno|credit (?:note|memo)s?)$/i

/** Whether a cell of a column `documentType` says that money came back. */
export const isCreditType = (cell: string): boolean => CREDIT.test(cell.trim())

/** What a cell of a column `documentType` says of its posting, as far as it matters. */
export function documentOf(cell: string): 'invoice' | 'payment' | undefined {
  if (INVOICE.test(cell)) return 'invoice'
  return PAYMENT.test(cell) ? 'payment' : undefined
}

/** Headings that say nothing but that there are kinds of something. */
const KINDS: ReadonlySet<string> = new Set(['art', 'typ', 'type'])
const SURE = 0.8

/** "Belegart" and "Art" with KR, KG, KZ say what was posted; with anything else they are what they were taken for, or nothing. */
export function documentTypes(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, heading, index } = candidate
    if (confidence === MAPPED || (field !== 'documentType' && !KINDS.has(keyOf(heading)))) return candidate
    if (areTypes(cellsOf(index))) return { ...candidate, field: 'documentType', confidence: Math.max(confidence, SURE) }
    return field === 'documentType' ? { ...candidate, field: undefined, confidence: 0 } : candidate
  })
}

/** All say of which type they are, and one at least that it is an invoice. */
function areTypes(cells: Iterable<string>): boolean {
  let invoices = 0
  for (const cell of cells) {
    if (saysNothing(cell)) continue
    const document = documentOf(cell)
    if (document === undefined && !OTHER.test(cell)) return false
    if (document === 'invoice') invoices++
  }
  return invoices > 0
}
