import type { Note } from '../model/evidence.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import { fill } from '../model/problem.ts'

/** Notes of that kind that are kept one by one. */
const KEPT = 20

/** The first notes of a kind, and how many more there are. */
export function shortened(notes: Note[], code: NoteId): Note[] {
  let n = 0
  const kept = notes.filter((note) => note.code !== code || ++n <= KEPT)
  if (n <= KEPT) return notes
  const params = { n: n - KEPT, code }
  return [...kept, { code: 'W-MORE', message: fill(NOTES['W-MORE'].en, params), params }]
}
