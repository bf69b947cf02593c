import { fold } from '../columns/fold.ts'
import { COUNTABLE } from '../columns/pieces.ts'
import type { KeptRow } from '../rows.ts'
import { saysNothing, shapeOf, type NumberShape } from './numbers.ts'
import type { Decimal } from './decimal.ts'
import { numberIn } from './marks.ts'
import type { Placed } from './preference.ts'

/** A number before what is counted: "10 Stk.", "1.200 Named User", "30 Liz."; "ca. 20" and "50+5" are none. */
const COUNTED = new RegExp(`^(\\d[\\d.,']*) ?(?:${COUNTABLE})\\.?$`)
/** Longer texts are sentences. */
const LONGEST = 40

/** The number of pieces in a cell as written, with or without a word for them. */
export function countShapeOf(text: string): NumberShape | undefined {
  if (text.length > LONGEST) return undefined
  return shapeOf(text) ?? shapeOf(COUNTED.exec(fold(text))?.[1] ?? '')
}

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
