import { flowOf } from '../columns/flow.ts'
import { fold } from '../columns/fold.ts'
import { isAmountField } from '../columns/heading.ts'
import { flowOfTitle } from '../columns/titles.ts'
import type { KeptRow, Total } from './kept-row.ts'
import type { Placed } from '../values/amount-column.ts'
import { numberAt } from '../values/stated-numbers.ts'
import type { Unit } from '../values/units.ts'

/** What stands around the rows of a list. */
interface Around {
  readonly groups: readonly KeptRow[]
  readonly totals: readonly Total[]
}

type Flow = 'income' | 'expenditure'
/** A total may be off by so much. */
const ROUNDED = 0.005

/** Rows of a budget by which money comes in: they say so themselves, or stand below a heading or above a total that does. */
export function incomeRows(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit, around: Around): ReadonlySet<KeptRow> {
  const flow = columns.find(({ field }) => field === 'flow')
  if (flow === undefined) return new Set([...belowHeadings(rows, around.groups), ...aboveTotals(rows, columns, above, around)])
  const isIncome = (cell: string): boolean =>
    flow.income === undefined ? (flow.titles ? flowOfTitle : flowOf)(cell) === 'income' : cell !== '' && flow.income.includes(cell[0]!)
  return new Set(rows.filter(({ cells }) => isIncome(cells[flow.position]!)))
}

/** "Erträge" and "Aufwendungen", both of them, each above its rows; other headings between them are of parts. */
function belowHeadings(rows: readonly KeptRow[], groups: readonly KeptRow[]): readonly KeptRow[] {
  const headings = groups.flatMap(({ line, cells, label }) => {
    const flow = saidFlow(label?.text ?? cells.find((cell) => cell !== '') ?? '')
    return flow === undefined ? [] : [{ line, flow }]
  })
  if (new Set(headings.map(({ flow }) => flow)).size < 2) return []
  let [next, now] = [0, undefined as Flow | undefined]
  return rows.filter(({ line }) => {
    for (; next < headings.length && headings[next]!.line < line; next++) now = headings[next]!.flow
    return now === 'income'
  })
}

/** "= Ordentliche Erträge" sums up the rows above it up to the total or heading before, in a list that has a total of expenditure too. */
function aboveTotals(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit, { groups, totals }: Around): readonly KeptRow[] {
  const said = new Map(totals.map(({ row, text }) => [row.line, { row, flow: saidFlow(text) }]))
  if (new Set([...said.values()].flatMap(({ flow }) => flow ?? [])).size < 2) return []
  const breaks = [...said.keys(), ...groups.map(({ line }) => line)].sort((a, b) => a - b)
  const amounts = columns.filter(({ field }) => isAmountField(field) && field !== 'unitPrice')
  const found: KeptRow[] = []
  let at = 0
  for (const line of breaks) {
    const part: KeptRow[] = []
    for (; at < rows.length && rows[at]!.line < line; at++) part.push(rows[at]!)
    const total = said.get(line)
    if (total?.flow === 'income' && amounts.some((column) => isSum(total.row, part, column, above))) for (const row of part) found.push(row)
  }
  return found
}

function isSum(total: KeptRow, part: readonly KeptRow[], column: Placed, above: Unit): boolean {
  const valueOf = (row: KeptRow): number => {
    const read = numberAt(row, column, above)
    return typeof read === 'string' ? 0 : Number(read.value)
  }
  const says = valueOf(total)
  const sum = part.reduce((all, row) => all + valueOf(row), 0)
  return says !== 0 && Math.abs(sum - says) <= Math.abs(says) * ROUNDED
}

/** "I. Ordentliche Erträge", "= Summe Einzahlungen" */
const saidFlow = (text: string): Flow | undefined =>
  flowOf(
    fold(text)
      .replace(/^(?:=|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]) ?/, '')
      .replace(/^(?:summe|gesamt) (?=[a-z]+e [a-z])/, '')
      .replace(/:$/, ''),
  )
