import type { AmountUnknown, Ends } from '../model/audit.ts'
import type { LevelBounds } from '../model/policy.ts'
import type { SpendBase } from './bases.ts'
import { IN_SHARE } from './shares.ts'

/** Lines that are missing from every spend figure because nobody knows what they cost, and what they would be. */
export function amountUnknown({ amountUnknown: lines, members }: SpendBase): AmountUnknown {
  const count = (share: 'large-vendors' | 'proprietary'): Ends => {
    const parts = lines.map(({ standing }) => IN_SHARE[share](standing))
    return { low: parts.filter(([low]) => low > 0n).length, high: parts.filter(([, high]) => high > 0n).length }
  }
  return { lines: lines.length, of: members.length, largeVendors: count('large-vendors'), proprietary: count('proprietary') }
}

/** Whether so many are missing that what the others show is not certain. */
export function leavesOut({ amountUnknown: lines, members }: SpendBase, { amountUnknown: limit }: LevelBounds): boolean {
  return limit !== undefined && lines.length > limit * members.length
}
