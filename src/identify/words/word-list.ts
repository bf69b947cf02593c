import { lazily } from '../../model/lazily.ts'

/** Words of titles, each field blanks between: the words that `are` it, that `begin` with it, `end` in it or `hold` it; never those that hold an `except`. */
export interface WordForms {
  readonly are?: string
  readonly begin?: string
  readonly end?: string
  readonly hold?: string
  readonly except?: string
}

/** Whether a word, as `wordsOf` gives it, is one of a list. */
export type WordTest = (word: string) => boolean

/** Made when it is first asked: an SBOM has no titles, and needs hardly any of the lists. */
export function wordList(forms: WordForms | (() => WordForms)): WordTest {
  const test = lazily(() => testOf(typeof forms === 'function' ? forms() : forms))
  return (word) => test()(word)
}

function testOf({ are, begin, end, hold, except }: WordForms): WordTest {
  const whole = new Set(listed(are))
  const begins = ofLengths(listed(begin), (word, length) => word.slice(0, length))
  const ends = ofLengths(listed(end), (word, length) => word.slice(-length))
  const holds = anyOf(hold)
  const excepted = anyOf(except)
  return (word) => (whole.has(word) || begins(word) || ends(word) || holds?.test(word) === true) && excepted?.test(word) !== true
}

/** All that stands in any of the lists. */
export function together(...lists: readonly WordForms[]): WordForms {
  const all = (field: keyof WordForms) => lists.map((list) => list[field] ?? '').join(' ')
  return { are: all('are'), begin: all('begin'), end: all('end'), hold: all('hold'), except: all('except') }
}

/** Whether a part of a word is among many: looked up once for each of their lengths, however many they are. */
function ofLengths(parts: readonly string[], cut: (word: string, length: number) => string): (word: string) => boolean {
  const known = new Set(parts)
  const lengths = [...new Set(parts.map(({ length }) => length))]
  return (word) => lengths.some((length) => length <= word.length && known.has(cut(word, length)))
}

function anyOf(words: string | undefined): RegExp | undefined {
  const parts = listed(words)
  return parts.length === 0 ? undefined : new RegExp(parts.map(escaped).join('|'), 'u')
}

/**
 * Lists of several languages as one. Marks make no difference: in capitals and on other people's keyboards they are left out
 * („TELEFONIA MOVIL“, „ΥΠΗΡΕΣΙΕΣ“).
 */
export function wordListOfLanguages(languages: Readonly<Record<string, WordForms>>): WordTest {
  const is = wordList(() => {
    const forms = Object.entries(together(...Object.values(languages))).map(([field, words]) => [field, withoutMarks(words)])
    return Object.fromEntries(forms) as WordForms
  })
  return (word) => is(withoutMarks(word))
}

const PLAIN = /^[a-z0-9 ]*$/

/** „služby“ as „sluzby“ */
export const withoutMarks = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, ''))

export const listed = (words = ''): readonly string[] => words.split(/\s+/).filter((word) => word !== '')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
