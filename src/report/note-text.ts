import { isDay } from '../model/days.ts'
import type { Note } from '../model/evidence.ts'
import { NOTES, type NoteId } from '../model/messages.ts'
import { fill, type Params } from '../model/problem.ts'
import type { Language } from '../model/words.ts'
import { formats } from './format.ts'

/** A note in a language, its days as that language writes them. */
export function noteIn({ code, message, params }: Note, language: Language): string {
  return Object.hasOwn(NOTES, code) ? fill(NOTES[code as NoteId][language], shown(params ?? {}, language)) : message
}

function shown(params: Params, language: Language): Params {
  const { day } = formats(language)
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && isDay(value) ? day(value) : value]),
  )
}
