import { ownCopy } from '../own-copy.ts'

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

/** The same of an object that does not change, as a column: columns are compared each with each. */
export function rememberedOf<K extends object, T>(of: (one: K) => T): (one: K) => T {
  const answers = new WeakMap<K, { readonly answer: T }>()
  return (one) => {
    const known = answers.get(one)
    if (known !== undefined) return known.answer
    const answer = of(one)
    answers.set(one, { answer })
    return answer
  }
}

/** Keeps one copy of the texts of a column; of those that come first if there are many, and of none if they hardly repeat. */
export class SharedTexts {
  private texts: Map<string, string> | undefined = new Map()
  private repeated = 0

  of(text: string): string {
    const known = this.texts?.get(text)
    if (known !== undefined) {
      this.repeated++
      return known
    }
    const own = ownCopy(text)
    if (this.texts !== undefined && this.texts.size < ENTRIES) this.texts.set(own, own)
    else if (this.repeated < ENTRIES) this.texts = undefined
    return own
  }
}

/** Keeps one copy of values that say the same; they are not changed by anybody. */
export class SharedValues<T> {
  private readonly values = new Map<string, T>()

  of(value: T): T {
    const key = JSON.stringify(value)
    const known = this.values.get(key)
    if (known !== undefined) return known
    if (this.values.size < ENTRIES) this.values.set(key, value)
    return value
  }
}
