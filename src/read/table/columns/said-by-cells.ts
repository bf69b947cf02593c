import type { Row } from '../table.ts'
import { saysNothing } from '../values/numbers.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { mayBeAccounts } from './accounts.ts'
import { agreementOf } from './agreement.ts'
import { flowOf } from './flow.ts'
import { bySigns, maySign } from './sign.ts'
import { stageOf } from './stage.ts'
import { taxBasisOf } from './tax-basis.ts'

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

/**
 * Columns that nobody knows by their heading, and whose first cells are all words of one thing: "Budget Richtung" with Einnahmen
 * and Ausgaben. All their cells are kept and decide in the end.
 */
export function saidByCells(candidates: readonly Candidate[], first: readonly Row[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index } = candidate
    if (confidence === MAPPED || (field !== undefined && field !== 'ignore' && !asksForBasis(candidate))) return candidate
    const texts = first.map((row) => (row.cells[index] ?? '').trim())
    if (maySign(texts.filter((text) => text !== '')) && candidate.field !== 'amount') return bySigns(candidate)
    const cells = texts.filter((cell) => !saysNothing(cell))
    const saying = asksForBasis(candidate) ? SAYING.slice(0, 1) : SAYING
    const said = cells.length === 0 ? undefined : saying.find(([, says]) => cells.every((cell) => says(cell, candidate.heading)))?.[0]
    const what = said ?? (field !== 'amount' && cells.length > 0 && mayBeAccounts(candidate, candidates, cells) ? 'flow' : undefined)
    return what === undefined ? candidate : { ...candidate, field: what, confidence: SURE, byCells: true as const }
  })
}

/** „inkl. MwSt.?“ is taken for an amount by its tax, unless its cells are words. */
function asksForBasis({ field, confidence, unit }: Candidate): boolean {
  return field === 'amount' && confidence < LIKELY && unit.basis !== undefined
}
