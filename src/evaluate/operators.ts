import type { OperatorId } from '../model/facts.ts'
import type { Scalar, Truth } from '../model/policy.ts'

/** A share or level of which only the bounds are known. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** A fact's value: `undefined` is not known, `null` does not apply. */
export type FactValue = Scalar | Range | null | undefined

/** A test of one value. It is called for known, applicable values only. */
type Operator = (value: Scalar | Range, wanted: readonly Scalar[], days: (date: string) => number) => Truth

const yes = (holds: boolean): Truth => (holds ? 'yes' : 'no')

/** Three-valued: a range that lies on both sides of the boundary decides nothing. */
function compare(value: Scalar | Range, holds: (n: number) => boolean): Truth {
  const { low, high } = typeof value === 'object' ? value : { low: Number(value), high: Number(value) }
  return holds(low) === holds(high) ? yes(holds(low)) : 'unknown'
}

export const OPERATORS = {
  is: (value, wanted) => yes(wanted.includes(value as Scalar)),
  isNot: (value, wanted) => yes(!wanted.includes(value as Scalar)),
  matches: (value, wanted) => yes(wanted.some((pattern) => glob(String(pattern).toLowerCase(), String(value).toLowerCase()))),
  above: (value, [limit]) => compare(value, (n) => n > Number(limit)),
  atLeast: (value, [limit]) => compare(value, (n) => n >= Number(limit)),
  below: (value, [limit]) => compare(value, (n) => n < Number(limit)),
  atMost: (value, [limit]) => compare(value, (n) => n <= Number(limit)),
  withinDays: (value, [limit], days) => yes(days(String(value)) >= 0 && days(String(value)) <= Number(limit)),
} as const satisfies Record<OperatorId, Operator>

/** `*` stands for any run of characters. Linear in practice: it goes back to the last star only, never further. */
export function glob(pattern: string, text: string): boolean {
  let p = 0
  let star = -1
  let mark = 0
  for (let t = 0; t < text.length;) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++
      mark = t
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++mark
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
