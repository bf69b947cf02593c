import { highest } from '../../../model/many.ts'
import type { Column } from '../columns/columns.ts'
import { documentOf } from '../columns/document-types.ts'
import { stageOf, type Stage } from '../columns/stage.ts'
import { yearOf } from '../columns/years.ts'
import { Postings, tellsPosting } from './postings.ts'
import type { KeptRow } from './rows.ts'
import { yearsApart } from '../values/amount-years.ts'
import type { Placed } from '../values/amount-column.ts'

/** Rows that state again what others state, and do not count, with what the note about them says. */
export interface StatedAgain {
  readonly rows: ReadonlySet<KeptRow>
  readonly code: 'W-OTHER-YEARS' | 'W-OTHER-STAGE' | 'W-SETTLED'
  readonly says: Readonly<Record<string, string>>
}

/** A year with less than this share of another's rows has hardly begun. */
const HARDLY = 0.25

/** Share of the rows of which there must be one of the other kind. */
const MANY = 0.5

/** `columns`: all of the list; `placed`: those that say something. */
export function statedAgain(
  rows: readonly KeptRow[],
  columns: readonly Column[],
  placed: readonly Placed[],
  asOf: string | undefined,
): readonly StatedAgain[] {
  const found: StatedAgain[] = []
  const add = (find: (rest: readonly KeptRow[]) => StatedAgain | undefined) => {
    const again = find(rows.filter((row) => !found.some(({ rows }) => rows.has(row))))
    if (again !== undefined) found.push(again)
  }
  add((rest) => settlements(rest, placed))
  add((rest) => ofOtherYears(rest, placed, asOf))
  // where all years count, a plan and a result may be of different ones
  if (!columns.some(({ summed }) => summed !== undefined)) add((rest) => ofOtherStage(rest, placed))
  return found
}

/** Payments of invoices in a ledger that has the invoices as well; one payment may settle several. */
function settlements(rows: readonly KeptRow[], columns: readonly Placed[]): StatedAgain | undefined {
  const column = columns.find(({ field }) => field === 'documentType')
  if (column === undefined) return undefined
  const typeOf = ({ cells }: KeptRow): string => cells[column.position]!
  const payments = rows.filter((row) => documentOf(typeOf(row)) === 'payment')
  const invoices = rows.filter((row) => documentOf(typeOf(row)) === 'invoice').length
  if (payments.length === 0 || invoices < payments.length * MANY) return undefined
  const types = [...new Set(payments.map(typeOf))].sort().join(', ')
  return { rows: new Set(payments), code: 'W-SETTLED', says: { column: column.heading, types } }
}

/** Rows of a budget for other years than the one that counts: that of the audit, else the newest before it. */
function ofOtherYears(rows: readonly KeptRow[], columns: readonly Placed[], asOf: string | undefined): StatedAgain | undefined {
  const column = columns.find(({ field }) => field === 'year')
  if (column === undefined) return undefined
  const counts = new Map<number, number>()
  for (const { cells } of rows) {
    const year = yearOf(cells[column.position]!)
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const most = highest(counts.values())
  const wanted = asOf === undefined ? undefined : Number(asOf.slice(0, 4))
  const begun = [...counts].filter(([, count]) => count >= most * HARDLY).map(([year]) => year)
  const [year] = begun.sort((a, b) => yearsApart(a, wanted) - yearsApart(b, wanted))
  if (year === undefined || counts.size < 2) return undefined
  const others = rows.filter(({ cells }) => (yearOf(cells[column.position]!) ?? year) !== year)
  const years = [...counts.keys()].filter((one) => one !== year).sort((a, b) => a - b)
  return { rows: new Set(others), code: 'W-OTHER-YEARS', says: { column: column.heading, year: String(year), years: years.join(', ') } }
}

/**
 * Rows that plan what others say the result of, for the same postings. The result counts, as a column „Ist“ does before a column
 * „Ansatz“; where there are results of less than half of what is planned the year still runs, and the plan counts.
 */
function ofOtherStage(rows: readonly KeptRow[], columns: readonly Placed[]): StatedAgain | undefined {
  const column = columns.find(({ field }) => field === 'stage')
  if (column === undefined) return undefined
  const positions = columns.filter(({ field }) => tellsPosting(field)).map(({ position }) => position)
  const [plans, results] = [new Postings(positions), new Postings(positions)]
  const names: Partial<Record<Stage, string>> = {}
  for (const row of rows) {
    const cell = row.cells[column.position]!
    const stage = stageOf(cell)
    if (stage === undefined) continue
    names[stage] ??= cell
    ;(stage === 'plan' ? plans : results).add(row)
  }
  if (plans.rows === 0 || plans.recurring([results]) < Math.min(plans.rows, results.rows) * MANY) return undefined
  const [other, stage]: readonly [Stage, Stage] = results.rows >= plans.rows * MANY ? ['plan', 'result'] : ['result', 'plan']
  const aside = rows.filter(({ cells }) => stageOf(cells[column.position]!) === other)
  return { rows: new Set(aside), code: 'W-OTHER-STAGE', says: { column: column.heading, stage: names[stage]!, other: names[other]! } }
}
