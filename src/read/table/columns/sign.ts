import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { keyOf } from './heading.ts'

/** What a cell of a column `sign` says of its row; which of the two was spent it does not say. */
export type Side = 'debit' | 'credit'

/** Debit and credit as one list writes them; `bare`: the signs are letters that may mean anything where no heading says so. */
const WRITTEN = [
  { debit: /^s$/, credit: /^h$/, bare: true },
  { debit: /^soll$/, credit: /^haben$/, bare: false },
  { debit: /^(?:d|dr)\.?$/, credit: /^(?:c|cr)\.?$/, bare: true },
  { debit: /^debit$/, credit: /^credit$/, bare: false },
  { debit: /^\+$/, credit: /^[-−–]$/, bare: true },
] as const

/** What a cell says of the side of its row: "S", "Haben", "+", "Cr". */
export function sideOf(cell: string): Side | undefined {
  const [written, side] = [...sidesIn(cell)][0] ?? []
  return written && side
}

function* sidesIn(cell: string): Generator<readonly [(typeof WRITTEN)[number], Side]> {
  const folded = fold(cell)
  for (const one of WRITTEN) {
    if (one.debit.test(folded)) yield [one, 'debit']
    if (one.credit.test(folded)) yield [one, 'credit']
  }
}

/** Share of the cells that decides what a column is. */
const MOST = 0.9
/** A column of which so many cells say nothing of it is none. */
const PROBED = 100
/** Less sure than a heading that is known. */
const SURE = 0.8
/** A ledger has numbers or days of what was booked. */
const BOOKED = /^(?:beleg|buchung|rechnung|posting|document|voucher|invoice)/

/**
 * A column that says of its rows on which side they were booked, and nothing else, is a column `sign`: "S/H", "Soll/Haben", "+/-".
 * One whose heading is not known has to say both, and letters or signs mean it in a list of postings only.
 */
export function signs(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): readonly Candidate[] {
  const booked = candidates.some(({ heading }) => BOOKED.test(keyOf(heading)))
  return candidates.map((candidate) => {
    const { field, confidence, index, byCells } = candidate
    if (field !== 'sign' || confidence === MAPPED) return candidate
    return isTold(cellsOf(index), byCells !== true, booked) ? candidate : { ...candidate, field: 'ignore' }
  })
}

function isTold(cells: Iterable<string>, headed: boolean, booked: boolean): boolean {
  const counts = WRITTEN.map((written) => ({ written, debit: 0, credit: 0 }))
  let [all, known] = [0, 0]
  for (const cell of cells) {
    all++
    for (const [written, side] of sidesIn(cell)) {
      known++
      counts[WRITTEN.indexOf(written)]![side]++
    }
    if (all === PROBED && known === 0) return false
  }
  return counts.some(({ written, debit, credit }) => {
    if (debit + credit === 0 || debit + credit < all * MOST) return false
    return headed || (debit > 0 && credit > 0 && (booked || !written.bare))
  })
}

/** Whether the first cells of a column that nobody knows may be such signs; all of them decide in the end. */
export const maySign = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => sideOf(cell) !== undefined)

/** How a column is read of which the cells alone say that it is one of signs. */
export const bySigns = (candidate: Candidate): Candidate => ({ ...candidate, field: 'sign', confidence: SURE, byCells: true })
