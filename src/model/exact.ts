import type { Coverage, Ends, Interval } from './audit.ts'

// An audit says its shares with four decimals. What is printed has fewer, and rounding twice is not rounding:
// 97.246 % is 97.2 %, but by way of 97.25 % it would be 97.3 %.

/** Both ends of a share as they were counted; four decimals where the audit has no more. */
export const exactly = ({ low, high, exact }: Interval): Ends => exact ?? { low, high }

/** The known share as it was counted. */
export const exactlyKnown = ({ known, exact }: Coverage): number => exact ?? known

/** What is not known. */
export const exactlyUnknown = (coverage: Coverage): number => tidy(1 - exactlyKnown(coverage))

/** Without what calculating with floats leaves behind: 1 - 0.9 is 0.1. */
export const tidy = (share: number): number => Math.round(share * 1e8) / 1e8
