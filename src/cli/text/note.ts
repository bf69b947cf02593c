import type { Note } from '../../model/evidence.ts'
import type { Language } from '../../model/words.ts'
import { noteIn } from '../../report/note-text.ts'
import { cliWords } from './words.ts'

/** A note in the language of the terminal; fingerprints are cut to what tells them apart. */
export function noteText(note: Note, language: Language): string {
  return `${note.code}: ${noteIn(note, language).replace(/\b([0-9a-f]{12})[0-9a-f]{20}\b/g, '$1')}`
}

const COLUMNS_NAMED = 20

/** Columns of which a note of one kind is shown one by one. */
const COLUMNS_SHOWN = 5

/** Notes of one kind: of columns that were not read one line names each, of others the first of each column with their number. */
export function notesText(notes: readonly Note[], language: Language): string[] {
  const byColumn = Map.groupBy(notes, ({ params }) => String(params?.['column'] ?? ''))
  const words = cliWords(language)
  if (byColumn.size === 1) return [firstText(notes, language)]
  if (notes[0]!.code === 'W-COLUMN') {
    const columns = [...byColumn.keys()]
    return [`W-COLUMN: ${words.unread(columns.slice(0, COLUMNS_NAMED), Math.max(0, columns.length - COLUMNS_NAMED))}`]
  }
  const shown = [...byColumn.values()].slice(0, COLUMNS_SHOWN).map((some) => firstText(some, language))
  return byColumn.size > COLUMNS_SHOWN ? [...shown, `${notes[0]!.code}: ${words.moreColumns(byColumn.size - COLUMNS_SHOWN)}`] : shown
}

function firstText(notes: readonly Note[], language: Language): string {
  const [first] = notes as [Note, ...Note[]]
  return first.code === 'W-COLUMN' || notes.length === 1 ? noteText(first, language) : `${noteText(first, language)} (${notes.length}×)`
}

/** The notes that a gate has to show: what becomes of waivers, what a comparison rests on, and what was not read. */
export const isGateNote = ({ code }: Pick<Note, 'code'>): boolean =>
  /^W-(WAIVER-|BASELINE-|LIMIT(-LATER)?$|ENTRY-UNUSED$|REPLACED$|NOT-COUNTED$|SKIPPED$|LINK$)/.test(code)
