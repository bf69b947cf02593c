/** Shorter words are changed into another word by one sign too easily. */
const SHORTEST_WORD = 5
/** Longer texts are sentences. */
const MOST_WORDS = 8

/**
 * Puts words right that differ by one sign from exactly one word of the register (`Apche`, `Lisence`, `Propietary`): one sign
 * too many, too few, another one, or two exchanged. Only words are compared, never whole names, and a word that the register
 * knows stays as it is, so `UNLICENSED` cannot become `Unlicense`. `undefined` where nothing was changed.
 */
export class Spelling {
  private readonly byStart = new Map<string, string[]>()
  private readonly words = new Set<string>()

  /** `words`: in small letters. */
  constructor(words: Iterable<string>) {
    for (const word of words) this.add(word)
  }

  correct(text: string): string | undefined {
    if (text.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return undefined
    const corrected = text.replace(/\p{L}+/gu, (word) => this.word(word.toLowerCase()) ?? word)
    return corrected === text ? undefined : corrected
  }

  private add(word: string): void {
    if (word.length < SHORTEST_WORD || this.words.has(word)) return
    this.words.add(word)
    const same = this.byStart.get(word[0]!)
    if (same === undefined) this.byStart.set(word[0]!, [word])
    else same.push(word)
  }

  private word(word: string): string | undefined {
    if (word.length < SHORTEST_WORD || this.words.has(word)) return undefined
    const near = (this.byStart.get(word[0]!) ?? []).filter((known) => differByOne(word, known))
    return near.length === 1 ? near[0] : undefined
  }
}

/** The words of a text in small letters, without digits and signs. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

function differByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  const exchanged = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.slice(at + 1) === long.slice(at + 1) || (exchanged && short.slice(at + 2) === long.slice(at + 2))
}
