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
