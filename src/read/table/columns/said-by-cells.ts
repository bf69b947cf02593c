import type { Row } from '../table.ts'
import { saysNothing } from '../values/numbers.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { mayBeAccounts } from './accounts.ts'
import { agreementOf } from './agreement.ts'
import { flowOf } from './flow.ts'
import { bySigns, maySign } from './sign.ts'
import { stageOf } from './stage.ts'
import { fold } from './fold.ts'
import type { ColumnField } from './header-words.ts'
import { isAmountField } from './heading.ts'
import { namesPieces } from './pieces.ts'
import { taxBasisOf } from './tax-basis.ts'
import { isMoneyUnit } from '../values/units.ts'

/** What the cells of a column may say of their rows, whatever it is headed. */
const SAYING = [
  ['basis', (cell: string, heading: string) => taxBasisOf(cell, heading) !== undefined],
  ['flow', (cell: string) => cell.length > 1 && flowOf(cell) !== undefined],
  ['stage', (cell: string) => stageOf(cell) !== undefined],
  ['agreement', (cell: string) => agreementOf(cell) !== undefined],
] as const
/** Less sure than a heading that is known. */
const SURE = 0.8
/** A heading that is an amount by nothing but its tax or currency is less sure. */
const LIKELY = 0.7

/** „Nutzer“ may be who uses it, or how many. */
const MAY_SAY: ReadonlySet<ColumnField> = new Set<ColumnField>(['ignore', 'person'])

/**
 * Columns that nobody knows by their heading, and whose first cells are all words of one thing: "Budget Richtung" with Einnahmen
 * and Ausgaben. All their cells are kept and decide in the end.
 */
export function saidByCells(candidates: readonly Candidate[], first: readonly Row[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index } = candidate
    if (confidence === MAPPED || (field !== undefined && !MAY_SAY.has(field) && !asksForBasis(candidate))) return candidate
    const texts = first.map((row) => (row.cells[index] ?? '').trim())
    if (field !== 'person' && maySign(texts.filter((text) => text !== '')) && candidate.field !== 'amount') return bySigns(candidate)
    const cells = texts.filter((cell) => !saysNothing(cell))
    const saying = asksForBasis(candidate) ? SAYING.slice(0, 1) : SAYING
    if (field === 'person' && !isQuantity(candidate, candidates, cells)) return candidate
    if (isCurrency(candidate, candidates, cells)) return { ...candidate, field: 'currency', confidence: SURE, byCells: true as const }
    if (isQuantity(candidate, candidates, cells)) return { ...candidate, field: 'quantity', confidence: SURE, byCells: true as const }
    const said = cells.length === 0 ? undefined : saying.find(([, says]) => cells.every((cell) => says(cell, candidate.heading)))?.[0]
    const what = said ?? (field !== 'amount' && cells.length > 0 && mayBeAccounts(candidate, candidates, cells) ? 'flow' : undefined)
    return what === undefined ? candidate : { ...candidate, field: what, confidence: SURE, byCells: true as const }
  })
}

/** What stands beside an amount and says nothing but currencies, where no other column does. */
function isCurrency({ field, index }: Candidate, candidates: readonly Candidate[], cells: readonly string[]): boolean {
  const beside = candidates.some((other) => Math.abs(other.index - index) === 1 && isAmountField(other.field))
  return (
    (field === undefined || field === 'ignore') && beside && !has(candidates, 'currency') && cells.length > 0 && cells.every(isMoneyUnit)
  )
}

/** „Nutzer“ with numbers, beside the price of one. */
function isQuantity({ field, heading }: Candidate, candidates: readonly Candidate[], cells: readonly string[]): boolean {
  const isAsked = (field === undefined || field === 'person') && has(candidates, 'unitPrice') && !has(candidates, 'quantity')
  return isAsked && namesPieces(fold(heading)) && cells.length > 0 && cells.every((cell) => /^\d[\d.]*$/.test(cell))
}

const has = (candidates: readonly Candidate[], wanted: ColumnField): boolean => candidates.some(({ field }) => field === wanted)

/** „inkl. MwSt.?“ is taken for an amount by its tax, unless its cells are words. */
function asksForBasis({ field, confidence, unit }: Candidate): boolean {
  return field === 'amount' && confidence < LIKELY && unit.basis !== undefined
}
