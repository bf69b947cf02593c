import { isDay } from '../model/days.ts'
import type { Note } from '../model/evidence.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import { fill, type Params } from '../model/problem.ts'
import type { Language } from '../model/words.ts'
import { formats, type Formats } from './format.ts'

/** A note in a language, its days, counts, amounts and quotations as that language writes them. */
export function noteIn({ code, message, params }: Note, language: Language): string {
  return Object.hasOwn(NOTES, code) ? fill(NOTES[code as NoteId][language], shown(params ?? {}, language)) : message
}

/** Marks around the texts of a list, apart from those within them: `"Hinweis "neu"" (2), "x", …`. */
const OPENING = /(^|, )"/g
const CLOSING = /"( \(\d+\))?(?=$|, [„…])/g

function shown(params: Params, language: Language): Params {
  const f = formats(language)
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(name, value, f, language)]))
}

function written(name: string, value: string | number, f: Formats, language: Language): string | number {
  if (typeof value === 'number') return name === 'n' ? f.number(value) : value
  if (name === 'sum') return value.split(', ').map((sum) => moneyOf(sum, f)).join(', ') // prettier-ignore
  if (name === 'texts' && language === 'de') return value.replace(OPENING, '$1„').replace(CLOSING, '“$1')
  return isDay(value) ? f.day(value) : value
}

/** `1200.00 EUR`, or without a currency where none is known. */
function moneyOf(sum: string, f: Formats): string {
  const [value = '', currency] = sum.split(' ')
  return currency === undefined ? f.number(Number(value)) : f.money(value, currency)
}
