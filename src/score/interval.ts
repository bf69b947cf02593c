import type { Interval } from '../model/audit.ts'

const SCALE = 10_000n
const FINE = 1_000_000_000_000n

/** `part / whole` with four decimals, rounded half up; 0 of nothing. */
export const ratio = (part: bigint, whole: bigint): number => divided(part, whole, SCALE)

/** The same with twelve, for who rounds it again. */
export const fineRatio = (part: bigint, whole: bigint): number => divided(part, whole, FINE)

const divided = (part: bigint, whole: bigint, scale: bigint): number =>
  whole === 0n ? 0 : Number((2n * scale * part + whole) / (2n * whole)) / Number(scale)

/** Are four decimals all of it? */
export const isRound = (part: bigint, whole: bigint): boolean => whole === 0n || (part * SCALE) % whole === 0n

/** A share whose width is the undecided weight. Rounding keeps the order, so the bounds hold after it too. */
export function interval(low: bigint, high: bigint, whole: bigint): Interval {
  const rounded = { low: ratio(low, whole), high: ratio(high, whole) }
  if (isRound(low, whole) && isRound(high, whole)) return rounded
  return { ...rounded, exact: { low: fineRatio(low, whole), high: fineRatio(high, whole) } }
}

/** Is `part / whole ≥ limit`? Exact for limits of up to four decimals. */
export function reaches(part: bigint, whole: bigint, limit: number): boolean {
  return part * SCALE >= BigInt(Math.round(limit * Number(SCALE))) * whole
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** For `sort`: by value, never by locale. */
export const order = <T extends bigint | string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
