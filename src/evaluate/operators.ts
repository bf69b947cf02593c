import { daysOf, monthsAfter } from '../model/days.ts'
import type { OperatorId } from '../model/operators.ts'
import type { Scalar, Truth } from '../model/policy.ts'
import { liesIn, versionRange } from '../model/version.ts'

/** A share or level of which only the bounds are known. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** A fact's value: `undefined` is not known, `null` does not apply; of several texts one suffices. */
export type FactValue = Scalar | Range | readonly string[] | null | undefined

type Known = Scalar | Range

/** A test made ready: what is wanted is looked at once, then asked of many values. It is asked for known, applicable values only. */
type Operator = (wanted: readonly Scalar[], asOf: string) => (value: Known) => Truth

const yes = (holds: boolean): Truth => (holds ? 'yes' : 'no')

/** Three-valued: a range that lies on both sides of the boundary decides nothing. */
const compare =
  (holds: (n: number, limit: number) => boolean): Operator =>
  ([wanted]) => {
    const limit = Number(wanted)
    return (value) => {
      const { low, high } = typeof value === 'object' ? value : { low: Number(value), high: Number(value) }
      return holds(low, limit) === holds(high, limit) ? yes(holds(low, limit)) : 'unknown'
    }
  }

/** Three-valued: of a month or year without a day both ends are asked. */
const onDay = (holds: (day: string) => boolean) => (value: Known): Truth => {
  const [first, last] = daysOf(String(value))
  return holds(first) === holds(last) ? yes(holds(first)) : 'unknown'
} // prettier-ignore

const between = (from: string, to: string) => onDay((day) => day >= from && day <= to)

export const OPERATORS = {
  is: (wanted) => (value) => yes(wanted.includes(value as Scalar)),
  isNot: (wanted) => (value) => yes(!wanted.includes(value as Scalar)),
  matches: (wanted) => {
    const globs = wanted.map((pattern) => glob(String(pattern)))
    return (value) => {
      const text = String(value).toLowerCase()
      return yes(globs.some((fits) => fits(text)))
    }
  },
  inRange: (wanted) => {
    const ranges = wanted.map((text) => versionRange(String(text))!)
    return (value) => {
      const truths = ranges.map((range) => liesIn(String(value), range))
      return truths.includes('yes') ? 'yes' : (truths[0] ?? 'no')
    }
  },
  above: compare((n, limit) => n > limit),
  atLeast: compare((n, limit) => n >= limit),
  below: compare((n, limit) => n < limit),
  atMost: compare((n, limit) => n <= limit),
  withinDays: ([count], asOf) => between(asOf, daysAfter(asOf, Number(count))),
  withinMonths: ([count], asOf) => between(asOf, monthsAfter(asOf, Number(count))),
  known:
    ([wanted]) =>
    (value) =>
      yes((typeof value !== 'object' || value.low === value.high) === wanted),
  before: ([limit]) => onDay((day) => day < String(limit)),
  after: ([limit]) => onDay((day) => day > String(limit)),
} as const satisfies Record<OperatorId, Operator>

function daysAfter(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10)
}

/** `*` stands for any run of characters; small letters. The parts between stars are looked for one after the other, never again. */
export function glob(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
    let at = first.length
    const end = text.length - last.length
    for (const part of rest) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
    }
    return at <= end
  }
}
