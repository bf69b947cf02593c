import type { Note } from '../../model/evidence.ts'
import type { Language } from '../../model/words.ts'
import { noteIn } from '../../report/note-text.ts'
import { cliWords } from './words.ts'

/** A note in the language of the terminal; fingerprints are cut to what tells them apart. */
export function noteText(note: Note, language: Language): string {
  return `${note.code}: ${noteIn(note, language).replace(/\b([0-9a-f]{12})[0-9a-f]{20}\b/g, '$1')}`
}

const COLUMNS_NAMED = 20

/** Notes of one kind in one line: of columns that were not read each is named, of others the first with their number. */
export function notesText(notes: readonly Note[], language: Language): string {
  const [first, ...others] = notes as [Note, ...Note[]]
  if (others.length === 0) return noteText(first, language)
  if (first.code !== 'W-COLUMN') return `${noteText(first, language)} (${notes.length}×)`
  const columns = [...new Set(notes.map(({ params }) => String(params?.['column'])))]
  if (columns.length === 1) return noteText(first, language)
  return `${first.code}: ${cliWords(language).unread(columns.slice(0, COLUMNS_NAMED), Math.max(0, columns.length - COLUMNS_NAMED))}`
}

/** The notes that a gate has to show: what becomes of waivers, and what a comparison rests on. */
export const isGateNote = ({ code }: Note): boolean => /^W-(WAIVER-|BASELINE-|LIMIT$|REPLACED$|NOT-COUNTED$)/.test(code)
