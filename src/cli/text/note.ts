import type { Note } from '../../model/evidence.ts'
import type { Language } from '../../model/words.ts'
import { noteIn } from '../../report/note-text.ts'

/** A note in the language of the terminal; fingerprints are cut to what tells them apart. */
export function noteText(note: Note, language: Language): string {
  return `${note.code}: ${noteIn(note, language).replace(/\b([0-9a-f]{12})[0-9a-f]{20}\b/g, '$1')}`
}

/** The notes that a gate has to show: what becomes of waivers, and what a comparison rests on. */
export const isGateNote = ({ code }: Note): boolean => /^W-(WAIVER-|BASELINE-|LIMIT$|REPLACED$|NOT-COUNTED$)/.test(code)
