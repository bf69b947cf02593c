import { isDay } from '../../model/days.ts'
import type { Note } from '../../model/evidence.ts'
import { NOTES, type NoteId } from '../../model/messages.ts'
import { fill, type Params } from '../../model/problem.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { cliWords } from './words.ts'

/** A note in the language of the terminal; fingerprints are cut to what tells them apart. */
export function noteText({ code, message, params }: Note, language: Language): string {
  const words = Object.hasOwn(NOTES, code) ? fill(NOTES[code as NoteId][language], shown(params ?? {}, language)) : message
  return `${code}: ${words.replace(/\b([0-9a-f]{12})[0-9a-f]{20}\b/g, '$1')}`
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

function shown(params: Params, language: Language): Params {
  const { day } = formats(language)
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && isDay(value) ? day(value) : value]),
  )
}

/** The notes that a gate has to show: what becomes of waivers, and what a comparison rests on. */
export const isGateNote = ({ code }: Note): boolean => /^W-(WAIVER-|BASELINE-|LIMIT$|REPLACED$|NOT-COUNTED$)/.test(code)
