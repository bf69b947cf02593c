import type { KeptRow } from '../rows/rows.ts'
import { countShapeOf } from './count-shapes.ts'
import { saysNothing } from './numbers.ts'
import type { Decimal } from './decimal.ts'
import { numberIn } from './marks.ts'
import type { Placed } from './amount-column.ts'

/** How many pieces a row says; `nothing`: it does not say. */
export function countAt(row: KeptRow, column: Placed): Decimal | 'nothing' | 'unreadable' {
  const text = row.cells[column.position]!
  if (saysNothing(text)) return 'nothing'
  const shape = countShapeOf(text)
  const typed = row.types?.[column.position] === 'number'
  const style = typed || column.numbers === undefined ? ({ mark: '.', by: 'none', thirds: true } as const) : column.numbers
  const count = shape && numberIn(style, shape)
  return count ?? 'unreadable'
}
