import type { Note } from '../../model/evidence.ts'
import { NOTES } from '../../model/notes.ts'
import { fill, Problem } from '../../model/problem.ts'
import type { PartReading } from './part.ts'

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

/** The refusal of a file in which, as far as can be seen, there is neither SBOM nor list; for other files its id means that one is broken. */
export class NoInput extends Problem {}

/** Refusals that always mean so: empty, of no known format, packed in a way that is not unpacked, known to be something else, an archive of such. */
const NO_INPUT: ReadonlySet<string> = new Set(['E3002', 'E3003', 'E3701', 'E3702', 'E3706'])

/** Whether a file that stands among others may be left out. What begins as an SBOM or a list and is broken may not. */
export function isSkipped(error: unknown): error is Problem {
  return error instanceof NoInput || (error instanceof Problem && NO_INPUT.has(error.id))
}

/** The readings of a file, with the note on what was left out of it. */
export function noted([first, ...others]: readonly PartReading[], skipped: readonly string[]): PartReading[] {
  return [{ ...first!, reading: { ...first!.reading, notes: [skippedNote(skipped), ...first!.reading.notes] } }, ...others]
}
