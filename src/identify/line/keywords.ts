/** A word or words as they stand in a text of words: with the blank before them, and one behind them where nothing may follow. */
interface Keyword<T> {
  readonly words: string
  readonly value: T
}

interface Placed<T> extends Keyword<T> {
  readonly order: number
}

/** Letters by which keywords are looked up. */
const LETTERS = 3

/** Finds in a text of words, blanks around each, the first of the keywords that stands at the beginning of one; all at once. */
export class Keywords<T> {
  private readonly byLetters = new Map<string, Placed<T>[]>()
  private readonly short: Placed<T>[] = []

  /** In the order in which they are to be found. */
  constructor(keywords: readonly Keyword<T>[]) {
    for (const [order, keyword] of keywords.entries()) {
      const letters = keyword.words.slice(1, 1 + LETTERS)
      const known = this.byLetters.get(letters)
      if (letters.length < LETTERS) this.short.push({ ...keyword, order })
      else if (known === undefined) this.byLetters.set(letters, [{ ...keyword, order }])
      else known.push({ ...keyword, order })
    }
  }

  find(text: string): T | undefined {
    let best: Placed<T> | undefined
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      best = earlier(this.byLetters.get(text.slice(at + 1, at + 1 + LETTERS)), text, at, best)
      best = earlier(this.short, text, at, best)
    }
    return best?.value
  }
}

function earlier<T>(
  keywords: readonly Placed<T>[] | undefined,
  text: string,
  at: number,
  best: Placed<T> | undefined,
): Placed<T> | undefined {
  const found = keywords?.find(({ words }) => text.startsWith(words, at))
  return found !== undefined && (best === undefined || found.order < best.order) ? found : best
}
