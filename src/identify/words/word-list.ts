/** Words of titles, each field blanks between: the words that `are` it, that `begin` with it, `end` in it or `hold` it; never those that hold an `except`. */
export interface WordForms {
  readonly are?: string
  readonly begin?: string
  readonly end?: string
  readonly hold?: string
  readonly except?: string
}

/** Tells whether a word, as `wordsOf` gives it, is one of the list. */
export function wordList({ are, begin, end, hold, except }: WordForms): (word: string) => boolean {
  const whole = new Set(listed(are))
  const parts = [oneOf('^', begin, ''), oneOf('', end, '$'), oneOf('', hold, '')].filter((part) => part !== '')
  const some = parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'u')
  const none = except === undefined ? undefined : new RegExp(listed(except).map(escaped).join('|'), 'u')
  return (word) => (whole.has(word) || some?.test(word) === true) && none?.test(word) !== true
}

/**
 * Lists of several languages as one. Marks make no difference: in capitals and on other people's keyboards they are left out
 * („TELEFONIA MOVIL“, „ΥΠΗΡΕΣΙΕΣ“).
 */
export function wordListOfLanguages(languages: Readonly<Record<string, WordForms>>): (word: string) => boolean {
  const all = Object.values(languages)
  const together = (of: keyof WordForms) => withoutMarks(all.map((forms) => forms[of] ?? '').join(' ')).trim()
  const [are, begin, end, hold, except] = (['are', 'begin', 'end', 'hold', 'except'] as const).map(together)
  const is = wordList({ are: are!, begin: begin!, end: end!, hold: hold!, ...(except !== '' && { except: except! }) })
  return (word) => is(withoutMarks(word))
}

const PLAIN = /^[a-z0-9 ]*$/

/** „služby“ as „sluzby“ */
export const withoutMarks = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, ''))

const listed = (words = ''): readonly string[] => words.split(/\s+/).filter((word) => word !== '')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function oneOf(before: string, words: string | undefined, after: string): string {
  const parts = listed(words).map(escaped)
  return parts.length === 0 ? '' : `${before}(?:${parts.join('|')})${after}`
}
