import { MAPPED, type Candidate } from './candidate.ts'
import { keyOf } from './heading.ts'

/**
 * A title of the budgets of Bund and Länder: group and number, „511 01“, also behind its chapter and before a check digit,
 * "0101-511 01", "0010.51101-9". Where it has become a number, a zero at its beginning is lost.
 */
const TITLE = /^(?:\d{3,5} ?[-./ ] ?)?(\d)\d{2}[ .]?\d{2}(?:-\d)?$/
const WITHOUT_ZERO = /^\d{4}$/

/**
 * Verwaltungsvorschriften zur Haushaltssystematik des Bundes und der Länder (VV-HS), Gruppierungsplan: the main groups 0 to 3
 * are income, 4 to 9 spending.
 */
export function flowOfTitle(cell: string): 'income' | 'expenditure' | undefined {
  const group = TITLE.exec(cell)?.[1] ?? (WITHOUT_ZERO.test(cell) ? '0' : undefined)
  return group === undefined ? undefined : group < '4' ? 'income' : 'expenditure'
}

const HEADED = /^(?:titel(?:nr)?|haushaltstitel(?:nr)?|haushaltsstellen?(?:nr)?|hst|gruppierung(?:snr)?)$/
/** What else budgets have, and lists of contracts or of books with numbers do not. */
const OF_BUDGETS =
  /^(?:kapitel|kap|einzelplan|epl|zweckbestimmung|funktion|funktionskennziffer|fkz|titelgruppe|tgr|haushalts(?:stelle|titel))/
const MOST = 0.9
/** Fewer numbers may be anything. */
const ENOUGH = 3

/** Whether the numbers of a column are those of titles, of income and of spending. `all`: the columns beside it. */
export function areTitles(candidate: Candidate, all: readonly Candidate[], cells: Iterable<string>): boolean {
  if (candidate.confidence !== MAPPED && !(HEADED.test(keyOf(candidate.heading)) && isBudget(all))) return false
  let [count, whole] = [0, 0]
  const found = new Set<string>()
  for (const cell of cells) {
    count++
    if (TITLE.test(cell)) whole++
    found.add(flowOfTitle(cell) ?? '')
  }
  return whole >= ENOUGH && whole >= count * MOST && found.has('income') && found.has('expenditure')
}

function isBudget(all: readonly Candidate[]): boolean {
  return all.some(({ field, heading }) => field === 'budget' || OF_BUDGETS.test(keyOf(heading)))
}
