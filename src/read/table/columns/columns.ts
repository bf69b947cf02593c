import type { ColumnMapping } from '../../../model/ports.ts'
import { accounts } from './accounts.ts'
import { budgetColumns } from './budget-columns.ts'
import { MAPPED, NAMED_BY, type Candidate, type PartOfYear } from './candidate.ts'
import { besideCodes, isConstant, licenceModelsOf, unique, withoutContractTypes, withoutIntervals, withoutWords } from './contents.ts'
import { OrderTally, dateShapeOf, type DateOrder } from '../values/dates.ts'
import { fold } from './fold.ts'
import { isAmountField, keyOf, meaningOf } from './heading.ts'
import { documentTypes } from './document-types.ts'
import { flows } from './flow.ts'
import type { ColumnField } from './header-words.ts'
import { fieldIn, type Layout } from './layouts.ts'
import { booked, creditorsSides, tellsSides } from './ledger.ts'
import { mappedFields, mappedKind, type SharedMapping } from './mapping.ts'
import { MarkTally, type NumberStyle } from '../values/marks.ts'
import { shapeOf, type DecimalMark } from '../values/numbers.ts'
import { byFirms, mayNameParty } from './party-cells.ts'
import { countShapeOf } from '../values/count-shapes.ts'
import type { KeptRow } from '../rows/rows.ts'
import { unitOf, type Unit } from '../values/units.ts'
import { signs } from './sign.ts'
import { stages } from './stage.ts'
import { taxBases } from './tax-basis.ts'
import { mayBePart, totalCounts } from './total-column.ts'
import { fiscalYears } from './years.ts'

/** How an amount is read that names a currency in a column of thousands: as it is written, as the column says, or not at all. */
export type OwnUnit = 'whole' | 'scaled' | 'unclear'
/** The cells of a column that name a currency beside others that do not: text → how it is read and in how many lines. */
export type OwnUnits = ReadonlyMap<string, { readonly as: OwnUnit; readonly n: number }>

/** What was understood of one column; data of the audit and of the command that shows it. */
export interface Column {
  /** From 0. */
  readonly index: number
  /** As written. */
  readonly heading: string
  readonly field?: ColumnField
  /** 0…0.99; 0 without a field. */
  readonly confidence: number
  readonly unit: Unit
  readonly german: boolean
  /** Its amounts came back: the right side of a ledger. */
  readonly credit?: true
  /** What it is was seen from its first cells, not from its heading. */
  readonly byCells?: true
  /** Its cells say of their rows what they are by the number of a budget's title. */
  readonly titles?: true
  /** With which digits the numbers of its accounts begin where their rows are income. */
  readonly income?: string
  /** Its amounts are those of a part of a year, and others have the other parts. */
  readonly partOfYear?: PartOfYear
  /** Of which year its amounts are, where the heading says it shortly: „Kosten 26“. */
  readonly year?: number
  /** The years of its rows, which all count. */
  readonly summed?: readonly number[]
  /** Filled cells. */
  readonly samples: number
  /** All of at least ten cells are the same. */
  readonly constant?: true
  readonly numbers?: NumberStyle
  readonly ownUnits?: OwnUnits
  readonly dates?: { readonly order?: DateOrder; readonly undecided?: string }
}

const PERSONS_NAME: ReadonlySet<string> = new Set(['Name', 'Full name'].map(keyOf))
const DATE_FIELDS: ReadonlySet<ColumnField> = new Set(['start', 'end', 'terminated'])
/** Headings → candidates. What the mapping file says is certain, and so is what is known of a portal's layout. */
export function candidatesOf(
  headings: readonly string[],
  mapping: ColumnMapping | undefined,
  shared?: SharedMapping,
  layout?: Layout,
): Candidate[] {
  const mapped = mappedFields(mapping, headings, shared)
  const kind = mappedKind(mapping)
  const candidates = headings.map((heading, index): Candidate => {
    const said = mapped.get(index) ?? fieldIn(layout, heading)
    const meaning = meaningOf(heading)
    if (said !== undefined)
      return {
        index,
        heading,
        field: said === 'amount' ? (kind ?? said) : said,
        confidence: MAPPED,
        unit: unitOf(fold(heading)).unit,
        german: meaning?.german ?? false,
      }
    if (meaning === undefined) return { index, heading, field: undefined, confidence: 0, unit: {}, german: false }
    return { index, heading, ...meaning, field: meaning.field === 'amount' ? (kind ?? 'amount') : meaning.field }
  })
  return budgetColumns(booked(candidates)).map((candidate, position, all) =>
    isPersonsName(all, position) ? { ...candidate, field: 'person' } : candidate,
  )
}

/** "Name" beside "Email" is whose licence it is, where another column says what it is. */
function isPersonsName(candidates: readonly Candidate[], position: number): boolean {
  const { heading, confidence } = candidates[position]!
  if (confidence === MAPPED || !PERSONS_NAME.has(keyOf(heading))) return false
  const beside = [candidates[position - 1], candidates[position + 1]].some((candidate) => candidate?.field === 'person')
  return beside && candidates.some(({ field }, index) => index !== position && NAMED_BY.has(field))
}

/** Columns whose cells have to be kept until everything is decided. */
export function neededColumns(candidates: readonly Candidate[]): number[] {
  const isNeeded = (one: Candidate): boolean =>
    (one.field !== undefined && one.field !== 'person' && one.field !== 'ignore') ||
    mayNameParty(one, candidates) ||
    tellsSides(one, candidates) ||
    mayBePart(one, candidates)
  return candidates.filter(isNeeded).map(({ index }) => index)
}

/** What stands outside the columns and helps to read them. */
export interface InferenceHints {
  readonly mapping?: ColumnMapping | undefined
  /** Of a delimited file. */
  readonly delimiter?: string | undefined
}

/** Decides, over all rows, what each column is and how its numbers and dates are written. Throws nothing: what stays open is in the result. */
export function inferColumns(
  candidates: readonly Candidate[],
  needed: readonly number[],
  rows: readonly KeptRow[],
  hints: InferenceHints,
): Column[] {
  const lines = withoutTotals(rows)
  const cellsOf = (index: number): Iterable<string> => column(lines, needed.indexOf(index))
  const steps = [
    creditorsSides,
    documentTypes,
    flows,
    stages,
    signs,
    taxBases,
    licenceModelsOf,
    withoutWords,
    withoutIntervals,
    withoutContractTypes,
  ]
  const coded = accounts(besideCodes(byFirms(candidates, cellsOf), cellsOf), needed, lines)
  const told = steps.reduce<readonly Candidate[]>((found, step) => step(found, cellsOf), coded)
  const fields = fiscalYears(unique(companions(told), cellsOf), needed, lines)
  // a quantity is kept as written; only a unit price needs it as a number
  const priced = fields.some(({ field }) => field === 'unitPrice')
  const marks = new Map<number, MarkTally>()
  const orders = new Map<number, OrderTally>()
  const samples = new Map<number, number>()
  for (const { index, field } of fields) {
    const position = needed.indexOf(index)
    if (position < 0) continue
    const isNumber = isAmountField(field) || (field === 'quantity' && priced)
    const isDate = field !== undefined && DATE_FIELDS.has(field)
    if (isNumber) marks.set(index, new MarkTally())
    if (isDate) orders.set(index, new OrderTally())
    samples.set(
      index,
      tally(rows, position, { marks: marks.get(index), orders: orders.get(index), shape: isAmountField(field) ? shapeOf : countShapeOf }),
    )
  }
  const sheet = common([...marks.values()].map((tally) => tally.proven()))
  const order = common([...orders.values()].map((tally) => tally.proven()))
  const { mapping, delimiter } = hints
  const numberHints = { mapping: markOf(mapping?.numbers), sheet, delimiter: delimiter === ';' ? (',' as const) : undefined }
  return fields.map(({ field, ...rest }) => ({
    ...rest,
    ...(field === undefined ? {} : { field }),
    samples: samples.get(rest.index) ?? 0,
    ...(field === 'category' && isConstant(cellsOf(rest.index)) ? { constant: true as const } : {}),
    ...(marks.has(rest.index) ? { numbers: marks.get(rest.index)!.style(numberHints) } : {}),
    ...(orders.has(rest.index)
      ? { dates: orders.get(rest.index)!.style([mapping?.dates === 'ymd' ? undefined : mapping?.dates, order]) }
      : {}),
  }))
}

/** What may be a total says nothing of what a column holds, but how its numbers are written. */
function withoutTotals(rows: readonly KeptRow[]): readonly KeptRow[] {
  const lines = rows.filter(({ totalOf }) => totalOf === undefined)
  return lines.length * 2 < rows.length ? rows : lines
}

interface Tallies {
  readonly marks: MarkTally | undefined
  readonly orders: OrderTally | undefined
  /** How a number is found in a cell. */
  readonly shape: typeof shapeOf
}

function tally(rows: readonly KeptRow[], position: number, { marks, orders, shape }: Tallies): number {
  let samples = 0
  for (const { cells, types } of rows) {
    const text = cells[position]!
    if (text === '') continue
    samples++
    if (types?.[position] !== undefined) continue
    const number = marks && shape(text)
    if (number) marks.add(number, text)
    const date = orders && dateShapeOf(text)
    if (date) orders.add(date, text)
  }
  return samples
}

function* column(rows: readonly KeptRow[], position: number): Generator<string> {
  if (position < 0) return
  for (const { cells } of rows) if (cells[position] !== '') yield cells[position]!
}

/** A ledger, whose payments are for a time that has passed, and no contracts that have ended. */
const BOOKED = /^(?:buchung|beleg|rechnung)s?/i

/** Words with two meanings are decided by the columns beside them. `vendor` stays where these say nothing. */
function companions(candidates: readonly Candidate[]): Candidate[] {
  const has = (field: ColumnField): boolean => candidates.some((candidate) => candidate.field === field)
  const named = has('product') || has('title')
  const total: ColumnField = totalCounts(candidates) === 'money' ? 'amount' : 'quantity'
  const money = candidates.some(({ field }) => isAmountField(field)) || (has('total') && total === 'amount')
  const booked = has('payment') || candidates.some(({ heading }) => BOOKED.test(heading))
  const meanings: Partial<Record<ColumnField, ColumnField>> = {
    total,
    vendor: vendorBeside(has, money),
    serviceTime: booked ? 'ignore' : 'duration',
    ...(named || !(has('manufacturer') || has('supplier')) ? {} : { licence: 'product' }),
  }
  return candidates.map((candidate) =>
    candidate.field === undefined ? candidate : { ...candidate, field: meanings[candidate.field] ?? candidate.field },
  )
}

/** Who is paid in a list of spending, who makes it in a list of what is installed. */
function vendorBeside(has: (field: ColumnField) => boolean, money: boolean): ColumnField {
  if (has('supplier')) return 'manufacturer'
  if (has('manufacturer')) return 'supplier'
  const installed = has('version') || has('quantity') || has('total')
  if (money) return has('version') ? 'vendor' : 'supplier'
  return installed ? 'manufacturer' : 'vendor'
}

function markOf(numbers: ColumnMapping['numbers']): DecimalMark | undefined {
  return numbers === undefined ? undefined : numbers === 'de' ? ',' : '.'
}

/** What all columns that prove something agree on. */
function common<T extends string>(proofs: readonly (T | 'conflict' | undefined)[]): T | undefined {
  const proven = new Set(proofs.filter((proof): proof is T => proof !== undefined && proof !== 'conflict'))
  return proven.size === 1 ? [...proven][0] : undefined
}
