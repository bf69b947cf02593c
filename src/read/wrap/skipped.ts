import type { Note } from '../../model/evidence.ts'
import { NOTES } from '../../model/messages.ts'
import { fill } from '../../model/problem.ts'

const NAMES_SHOWN = 3

/** Says of files without a known format, in a folder or archive, that they were left out. */
export function skippedNote(names: readonly string[]): Note {
  const params = skippedParams(names)
  return { code: 'W-SKIPPED', message: fill(NOTES['W-SKIPPED'].en, params), params }
}

/** Their number and first names. */
export function skippedParams(names: readonly string[]): { n: number; first: string } {
  const shown = names.slice(0, NAMES_SHOWN).join(', ')
  return { n: names.length, first: names.length === 0 ? '–' : names.length > NAMES_SHOWN ? `${shown} …` : shown }
}
