import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { isAmountField } from './heading.ts'
import { areTitles } from './titles.ts'

/** "Ordentliche Erträge", "EINN.KONSU" */
const INCOME_CELL =
  /^(?:[a-z]+e )?(?:einnahmen?(?:titel)?|ertrage?|einzahlung(?:en)?|erlose?)$|^(?:income|revenues?|receipts?)$|^(?:einn|ertr|einz)(?:\. ?[a-z]{0,8}\.?)?$/
const EXPENDITURE_CELL =
  /^(?:[a-z]+e )?(?:ausgaben?(?:titel)?|aufwand|aufwande|aufwendung(?:en)?|auszahlung(?:en)?)$|^(?:expenditures?|expenses?|spending|spend)$|^(?:ausg|aufw|ausz)(?:\. ?[a-z]{0,8}\.?)?$/

/** What a cell of a column `flow` says of its row; `E` and `A` are Einnahme and Ausgabe. */
export function flowOf(cell: string): 'income' | 'expenditure' | undefined {
  const folded = fold(cell)
  if (folded === 'e' || INCOME_CELL.test(folded)) return 'income'
  return folded === 'a' || EXPENDITURE_CELL.test(folded) ? 'expenditure' : undefined
}

/** Share of the cells that decides what a column is. */
const MOST = 0.9
/** A column of which so many cells say nothing of it is none. */
const PROBED = 100
/** Less sure than words that say it. */
const BY_TITLES = 0.7

/**
 * A column that says of its rows whether they are income or expenditure, and nothing else, is a column `flow`, whatever it
 * is headed, and so is one with the titles of a budget; one that is only headed like it is none.
 */
export function flows(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index, income } = candidate
    if (income !== undefined) return candidate
    const mapped = confidence === MAPPED
    if (mapped ? field !== 'flow' : !maySay(candidate)) return candidate
    if (isTold(candidate, cellsOf(index))) return { ...candidate, field: 'flow' }
    if (areTitles(candidate, candidates, cellsOf(index)))
      return { ...candidate, field: 'flow', titles: true, confidence: mapped ? MAPPED : BY_TITLES }
    return mapped || field !== 'flow' ? candidate : { ...candidate, field: undefined, confidence: 0 }
  })
}

/** Beside those headed so, columns of kinds, numbers, and amounts by their heading alone: "Budget Richtung". */
function maySay({ field }: Candidate): boolean {
  return field === 'flow' || field === 'category' || field === 'status' || field === 'ignore' || isAmountField(field)
}

function isTold({ field, byCells }: Candidate, cells: Iterable<string>): boolean {
  let [all, letters, income, expenditure] = [0, 0, 0, 0]
  for (const cell of cells) {
    const flow = flowOf(cell)
    all++
    if (flow === 'income') income++
    else if (flow === 'expenditure') expenditure++
    if (flow !== undefined && cell.length === 1) letters++
    if (all === PROBED && income + expenditure === 0) return false
  }
  const headed = field === 'flow' && byCells === undefined
  return all > 0 && income + expenditure >= all * MOST && (headed || (letters === 0 && income > 0 && expenditure > 0))
}
