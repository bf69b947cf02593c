import { fold } from '../columns/fold.ts'
import { COUNTABLE } from '../columns/pieces.ts'
import { shapeOf, type NumberShape } from './numbers.ts'

/** A number before what is counted: "10 Stk.", "1.200 Named User", "30 Liz."; "ca. 20" and "50+5" are none. */
const COUNTED = new RegExp(`^(\\d[\\d.,']*) ?(?:${COUNTABLE})\\.?$`)
/** Longer texts are sentences. */
const LONGEST = 40

/** The number of pieces in a cell as written, with or without a word for them. */
export function countShapeOf(text: string): NumberShape | undefined {
  if (text.length > LONGEST) return undefined
  return shapeOf(text) ?? shapeOf(COUNTED.exec(fold(text))?.[1] ?? '')
}
