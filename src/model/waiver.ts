import type { Waiver } from './policy.ts'
import type { Language, Words } from './words.ts'

/** Why a finding may be left standing for a time. The list is closed, so that decisions can be counted. */
export const WAIVER_REASONS = {
  'no-alternative': { de: 'keine Alternative vorhanden', en: 'no alternative' },
  'migration-running': { de: 'Ablösung läuft', en: 'migration running' },
  'legally-prescribed': { de: 'rechtlich vorgeschrieben', en: 'prescribed by law' },
  'accepted-risk': { de: 'Risiko angenommen', en: 'risk accepted' },
  'false-positive': { de: 'Feststellung trifft nicht zu', en: 'finding does not apply' },
  other: { de: 'anderer Grund', en: 'other reason' },
} as const satisfies Record<string, Words>

export type WaiverReason = keyof typeof WAIVER_REASONS

/** Why it was waived: as it was decided in words, else by its reason. */
export function waiverText({ words, reason }: Pick<Waiver, 'words' | 'reason'>, language: Language): string {
  return words ?? (Object.hasOwn(WAIVER_REASONS, reason) ? WAIVER_REASONS[reason as WaiverReason][language] : reason)
}

/** Beside the project file, else in the working directory. */
export const WAIVERS_FILE = 'eigenstand.waivers.yaml'

/** Waivers that end within so many days are announced. */
export const ANNOUNCED_DAYS = 90

export type WaiverState = 'waived' | 'expired' | 'later'

/** Both days belong to the time in which a waiver holds. */
export function stateOf({ from, until }: Waiver, asOf: string): WaiverState {
  if (until < asOf) return 'expired'
  return from > asOf ? 'later' : 'waived'
}
