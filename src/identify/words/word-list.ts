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
  const parts = [
    ...listed(begin).map((word) => `^${escaped(word)}`),
    ...listed(end).map((word) => `${escaped(word)}$`),
    ...listed(hold).map(escaped),
  ]
  const some = parts.length === 0 ? undefined : new RegExp(parts.join('|'), 'u')
  const none = except === undefined ? undefined : new RegExp(listed(except).map(escaped).join('|'), 'u')
  return (word) => (whole.has(word) || some?.test(word) === true) && none?.test(word) !== true
}

const listed = (words = ''): readonly string[] => words.split(/\s+/).filter((word) => word !== '')
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
