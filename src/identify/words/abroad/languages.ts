import { together, wordList, type WordForms, type WordTest } from '../word-list.ts'

/** The languages of Europe beside German and English, by ISO 639-1. */
export const LANGUAGES = [
  'fr', 'it', 'es', 'ca', 'pt', 'ro', 'nl', 'sv', 'da', 'no', 'fi', 'et', 'lv', 'lt', 'pl', 'cs', 'sk', 'sl', 'hr', 'sr', 'hu', 'bg', 'el', 'uk',
] as const // prettier-ignore
export type Language = (typeof LANGUAGES)[number]

/**
 * Words of one meaning in every language, blanks between: `word` stands so, `stem-` begins a word, `-end` ends one, `-part-` is in
 * one. Serbian is written in Latin letters here and found in Cyrillic ones too.
 */
export type Abroad = Readonly<Record<Language, string>>
/** The same where not every language has such words. */
export type SomeAbroad = Readonly<Partial<Record<Language, string>>>

/** Where what is done, or what a thing is, stands after its name: „SAP-koppeling“, „VMware kiváltása“. */
export const NAME_FIRST: readonly Language[] = ['nl', 'sv', 'da', 'no', 'fi', 'et', 'lv', 'lt', 'hu']

/** What may stand in a title for each of the lists. */
export function formsOf(...lists: readonly SomeAbroad[]): WordForms {
  return formsIn(LANGUAGES, ...lists)
}

/** The same in some languages alone. */
export function formsIn(languages: readonly Language[], ...lists: readonly SomeAbroad[]): WordForms {
  const forms = { are: '', begin: '', end: '', hold: '' }
  for (const list of lists)
    for (const language of languages)
      for (const entry of (list[language] ?? '').split(/\s+/).filter((part) => part !== '')) {
        const [field, word] = fieldOf(entry)
        for (const spelled of new Set(spellings(word, language))) forms[field] += ` ${spelled}`
      }
  return forms
}

/** Words of German and English together with lists of all others. */
export const inAll = (own: WordForms, ...abroad: readonly SomeAbroad[]): WordTest => wordList(() => together(own, formsOf(...abroad)))

/** The words of lists that have whole ones alone. */
export const wholeOf = (...lists: readonly SomeAbroad[]): readonly string[] =>
  formsOf(...lists)
    .are!.trim()
    .split(' ')

function fieldOf(entry: string): readonly [Exclude<keyof WordForms, 'except'>, string] {
  const word = entry.replaceAll('-', '')
  const open = entry.endsWith('-')
  if (entry.startsWith('-')) return [open ? 'hold' : 'end', word]
  return [open ? 'begin' : 'are', word]
}

/** A short word without its marks may be another. */
const LONG = 6
const MARKS = /\p{M}/gu

/** As it is written, and as it is typed where marks are left out: „inlocuire“, „ΑΝΤΙΚΑΤΑΣΤΑΣΗ“. */
function spellings(word: string, language: Language): readonly string[] {
  const plain = word.normalize('NFD').replace(MARKS, '')
  const written = [word, ...(word.length >= LONG || language === 'el' ? [plain] : [])]
  if (language === 'ro') return [...written, word.replaceAll('ș', 'ş').replaceAll('ț', 'ţ')]
  return language === 'sr' ? [...written, cyrillic(word)] : written
}

const CYRILLIC: Readonly<Record<string, string>> = {
  lj: 'љ', nj: 'њ', dž: 'џ', a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', đ: 'ђ', e: 'е', ž: 'ж', z: 'з', i: 'и', j: 'ј', k: 'к', l: 'л', m: 'м',
  n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', ć: 'ћ', u: 'у', f: 'ф', h: 'х', c: 'ц', č: 'ч', š: 'ш',
} // prettier-ignore

const cyrillic = (word: string): string => word.replace(/lj|nj|dž|./gu, (letter) => CYRILLIC[letter] ?? letter)
