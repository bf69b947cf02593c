import type { Limits } from '../../model/ports.ts'

/** Upper bounds of archives and workbooks; each has a flag (docs/limits.md). Used where `Limits` does not say otherwise. */
export const ARCHIVE_LIMITS = {
  inflatedBytes: 2 ** 31,
  inflationRatio: 200,
  parts: 10_000,
  cells: 50_000_000,
  textBytes: 2 ** 28,
} as const

export type ArchiveLimit = keyof typeof ARCHIVE_LIMITS

/** The limit in force. */
export function limitOf(limits: Limits, key: ArchiveLimit): number {
  return limits[key] ?? ARCHIVE_LIMITS[key]
}

/** Below this size of a part its ratio is of no interest: a table of blanks packs well. */
export const RATIO_FROM = 5 * 2 ** 20
