import type { KeptRow } from '../rows/rows.ts'
import type { Placed } from './amount-column.ts'
import { dateShapeOf, dayOfMonth } from './dates.ts'

/** The years in which what the rows are about begins, of those that say it. */
export function beginYears(columns: readonly Placed[], rows: readonly KeptRow[]): number[] {
  const start = columns.find(({ field }) => field === 'start')
  return start === undefined ? [] : rows.flatMap(({ cells }) => yearIn(cells[start.position]!) ?? [])
}

function yearIn(text: string): number | undefined {
  const shape = dateShapeOf(text)
  if (shape !== undefined && 'year' in shape) return shape.year
  const day = shape?.iso ?? dayOfMonth(text, 'first')
  return day === undefined ? undefined : Number(day.slice(0, 4))
}
