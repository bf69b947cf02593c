import { unitOf } from '../values/units.ts'
import { MAPPED, NAMED_BY, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { isAmountField, keyOf } from './heading.ts'
import { isIncome } from './income.ts'

const DEBIT = /^(?:betrag|umsatz)?(?:soll|debit)(?:betrag|seite|umsatz|amount)?$/
const CREDIT = /^(?:betrag|umsatz)?(?:haben|credit)(?:betrag|seite|umsatz|amount)?$/
const SURE = 0.9

/** „Soll“ beside „Haben“ is what was booked and no plan: on one side what was spent, on the other what came back. */
export function booked(candidates: readonly Candidate[]): Candidate[] {
  const side = (pattern: RegExp) => candidates.filter((one) => pattern.test(keyOf(unitOf(fold(one.heading)).rest)) && mayBeAmount(one))
  const [debits, credits] = [side(DEBIT), side(CREDIT)]
  if (debits.length !== 1 || credits.length !== 1) return [...candidates]
  const read = (one: Candidate): Candidate =>
    one.confidence === MAPPED
      ? one
      : { ...one, field: 'payment', confidence: SURE, unit: unitOf(fold(one.heading)).unit, german: /soll|haben/.test(fold(one.heading)) }
  return candidates.map((one) => (one === debits[0] ? read(one) : one === credits[0] ? { ...read(one), credit: true } : one))
}

/** What is booked on the accounts of costs; there invoices stand on the left. */
const COSTS = /^(?:kosten(?:art|stelle|trager)|sachkonto|haushaltsstelle|buchungsstelle|produktsachkonto|finanzstelle|finanzposition)/
/** So many times as often as on the left there have to be amounts on the right. */
const MORE = 2

/** On the accounts of creditors invoices stand on the right: there was spent where nearly all amounts are, unless costs are booked. */
export function creditorsSides(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): readonly Candidate[] {
  const right = candidates.find(({ credit }) => credit === true)
  const left =
    right && candidates.find((one) => one !== right && DEBIT.test(keyOf(unitOf(fold(one.heading)).rest)) && one.field === right.field)
  if (left === undefined || candidates.some(({ heading }) => COSTS.test(keyOf(heading)))) return candidates
  // else it may be income that stands there
  if (!candidates.some(({ field }) => field === 'supplier') || booksIncome(candidates, cellsOf)) return candidates
  const stated = (one: Candidate): number => [...cellsOf(one.index)].filter((cell) => /[1-9]/.test(cell)).length
  if (stated(right!) <= stated(left) * MORE) return candidates
  return candidates.map((one) => {
    if (one === left) return { ...one, credit: true as const }
    const { credit: _, ...spent } = one
    return one === right ? spent : one
  })
}

const ACCOUNT = /^konto(?:nr|nummer)?$/
/** Of a creditor; shorter ones are of the general ledger, and so may be longer ones that begin as those of revenue and costs. */
const CREDITORS_ACCOUNT = /^(?:[7-9]\d{4}|(?![4-6])\d{6,})$/

/** Whether the numbers of accounts in a column tell whose sides those of a ledger are. */
export function tellsSides({ heading }: Candidate, all: readonly Candidate[]): boolean {
  return ACCOUNT.test(keyOf(heading)) && all.some(({ credit }) => credit === true)
}

/** Whether income is booked as well, or nothing shows that the accounts are those of creditors. */
function booksIncome(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): boolean {
  return candidates.some(({ index, field, heading }) => {
    const cells = [...cellsOf(index)]
    if (ACCOUNT.test(keyOf(heading))) return cells.filter((cell) => CREDITORS_ACCOUNT.test(cell)).length * 2 <= cells.length
    return (NAMED_BY.has(field) || field === 'description') && cells.some((cell) => isIncome(fold(cell)))
  })
}

function mayBeAmount({ confidence, field }: Candidate): boolean {
  return confidence !== MAPPED || isAmountField(field)
}

const CREDITOR = /^(?:kreditor|vendor)/
const DOCUMENT = /^(?:beleg(?:art|nr|datum)|buchungsbeleg|document(?:type|nr|no|number)|doctype)$/

/** Whether these are the headings of the postings on creditors' accounts, where an invoice has the minus sign. */
export function isCreditorsLedger(headings: readonly string[]): boolean {
  const keys = headings.map(keyOf)
  return keys.some((key) => CREDITOR.test(key)) && keys.some((key) => DOCUMENT.test(key))
}

const PAID =
  /^(?:(?:payment|paid|invoice|invoicepayment|transaction|posting|voucher|zahlungs?|buchungs?|beleg|rechnungs?|auszahlungs?)(?:date|datum|nr|no|number|id|ref)|(?:date|datum)(?:of|der|des)?(?:payment|paid|invoice|transaction|zahlung|auszahlung|buchung|rechnung)|merchantcategory)$/
const AGREED: ReadonlySet<Candidate['field']> = new Set([
  'contractValue',
  'awardValue',
  'annualValue',
  'frameworkMax',
  'end',
  'notice',
  'renewal',
])

/** Whether each row is a payment: it has a day or number of one, and the list says nothing of contracts. */
export function arePayments(columns: readonly { readonly heading: string; readonly field?: Candidate['field'] }[]): boolean {
  return columns.some(({ heading }) => PAID.test(keyOf(heading))) && !columns.some(({ field }) => AGREED.has(field))
}
