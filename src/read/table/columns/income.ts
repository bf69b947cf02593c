import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'

/** "Vertrag" and "Übertrag" are no "Ertrag"; the revenue budget of a British council is what it spends. */
const INCOME =
  /einnahme|einzahlung|(?<!v|ub)ertrag|(?<![a-z])(?:erlose?|income|receipts)(?![a-z])|(?<![a-z])revenues?(?![a-z])(?!.*(?:expend|expense|spend|budget|cost|fund|account))/
const EXPENDITURE = /ausgabe|auszahlung|aufwendung|(?<![a-z])aufwand|expenditure|expense|(?<![a-z])spen[dt]/
/** One column for both: "Einnahmen/Ausgaben". */
const BOTH = new RegExp(
  `(?:${INCOME.source})[a-z]*(?: ?/ ?| und | oder | and | or )(?:${EXPENDITURE.source})|(?:${EXPENDITURE.source})[a-z]*(?: ?/ ?| und | oder | and | or )(?:${INCOME.source})`,
)

/** Whether the amounts under a folded heading come in and are no spending: "Ansatz 2017 (Erträge)". */
export function isIncome(folded: string): boolean {
  return INCOME.test(folded) && !BOTH.test(folded)
}

/** Whether a heading says that its amounts are spent. */
export function isExpenditure(heading: string): boolean {
  return EXPENDITURE.test(fold(heading))
}

const INCOME_CELL = /^(?:einnahmen?(?:titel)?|ertrage?|einzahlung(?:en)?|income|revenues?|receipts?)$/
const EXPENDITURE_CELL = /^(?:ausgaben?(?:titel)?|aufwand|aufwendung(?:en)?|auszahlung(?:en)?|expenditures?|expenses?|spending)$/

/** What a cell of a column `flow` says of its row; `E` and `A` are Einnahme and Ausgabe. */
export function flowOf(cell: string): 'income' | 'expenditure' | undefined {
  const folded = fold(cell)
  if (folded === 'e' || INCOME_CELL.test(folded)) return 'income'
  return folded === 'a' || EXPENDITURE_CELL.test(folded) ? 'expenditure' : undefined
}

/** Share of the cells that decides what a column is. */
const MOST = 0.9

/**
 * A column of kinds that says of its rows whether they are income or expenditure, and nothing else, is a column `flow`;
 * one that is only headed like it is none.
 */
export function flows(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index } = candidate
    if (confidence === MAPPED || (field !== 'flow' && field !== 'category')) return candidate
    let [all, letters, income, expenditure] = [0, 0, 0, 0]
    for (const cell of cellsOf(index)) {
      const flow = flowOf(cell)
      all++
      if (flow === 'income') income++
      else if (flow === 'expenditure') expenditure++
      if (flow !== undefined && cell.length === 1) letters++
    }
    const said = all > 0 && income + expenditure >= all * MOST
    if (field === 'flow') return said ? candidate : { ...candidate, field: undefined, confidence: 0 }
    return said && letters === 0 && income > 0 && expenditure > 0 ? { ...candidate, field: 'flow' } : candidate
  })
}
