import { MAPPED, type Candidate } from './candidate.ts'
import { isFirm } from './data-cells.ts'
import { keyOf, numberedParty } from './heading.ts'

const PARTIES: ReadonlySet<Candidate['field']> = new Set(['supplier', 'vendor'])
/** A name alone may be anything. */
const ENOUGH = 3

/** Whether a column headed as a number of a party has to be looked at, because nothing else says who is paid. */
export function mayNameParty(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { heading, field, confidence } = candidate
  if (confidence === MAPPED || (field !== undefined && field !== 'ignore')) return false
  return PARTIES.has(numberedParty(heading)?.field) && !all.some((other) => PARTIES.has(other.field))
}

/** What Excel calls the first column of a pivot table, whatever stands in it. */
const ROW_LABELS = /^(?:zeilenbeschriftungen|rowlabels)$/

/** "Supplier ID" whose cells are names of firms is the supplier, and so is the first column of a pivot table. */
export function byFirms(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): Candidate[] {
  return candidates.map((candidate) => {
    if (ROW_LABELS.test(keyOf(candidate.heading)) && candidate.confidence < MAPPED && areFirms(cellsOf(candidate.index)))
      return { ...candidate, field: 'supplier' }
    return mayNameParty(candidate, candidates) && areFirms(cellsOf(candidate.index))
      ? { ...candidate, ...numberedParty(candidate.heading)! }
      : candidate
  })
}

/** Whether a good part of the cells are names with a legal form, and hardly any a number. */
export function areFirms(cells: Iterable<string>): boolean {
  const firms = new Set<string>()
  let [all, named, numbers] = [0, 0, 0]
  for (const cell of cells) {
    all++
    if (/^\W*[A-Za-z_]*\d[\w./-]*$/.test(cell)) numbers++
    else if (isFirm(cell)) {
      named++
      if (firms.size < ENOUGH) firms.add(cell)
    }
  }
  return firms.size >= ENOUGH && named * 4 >= all && numbers * 10 <= all
}
