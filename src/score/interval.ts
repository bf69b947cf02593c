import type { Interval } from '../model/audit.ts'

const SCALE = 10_000n

/** `part / whole` with four decimals, rounded half up; 0 of nothing. */
export function ratio(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((2n * SCALE * part + whole) / (2n * whole)) / Number(SCALE)
}

/** A share whose width is the undecided weight. Rounding keeps the order, so the bounds hold after it too. */
export function interval(low: bigint, high: bigint, whole: bigint): Interval {
  return { low: ratio(low, whole), high: ratio(high, whole) }
}

/** Is `part / whole ≥ limit`? Exact for limits of up to four decimals. */
export function reaches(part: bigint, whole: bigint, limit: number): boolean {
  return part * SCALE >= BigInt(Math.round(limit * Number(SCALE))) * whole
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** For `sort`: by value, never by locale. */
export const order = <T extends bigint | string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
