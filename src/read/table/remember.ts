const ENTRIES = 20_000

/** A pure function of a text that remembers its answers: lists repeat their cells. Bounded, so that it cannot grow with a file. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as T
    const answer = of(text)
    if (answers.size < ENTRIES) answers.set(text, answer)
    return answer
  }
}

/** Keeps one copy of the texts of a column, until it turns out that they do not repeat. */
export class SharedTexts {
  private texts: Map<string, string> | undefined = new Map()

  of(text: string): string {
    if (this.texts === undefined) return text
    const known = this.texts.get(text)
    if (known !== undefined) return known
    if (this.texts.size < ENTRIES) this.texts.set(text, text)
    else this.texts = undefined
    return text
  }
}
