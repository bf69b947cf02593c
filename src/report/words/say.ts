import type { Language } from '../../model/words.ts'
import { formats } from '../format.ts'
import { de, type Key } from './de.ts'
import { en } from './en.ts'

export type { Key }
export type Params = Readonly<Record<string, string | number>>

type Catalogue = readonly Readonly<Record<string, string>>[]

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de, en }

/** The catalogue of one language. */
export interface Speaker {
  /** The text of a key. `{name}` is replaced; `{n|one|# many}` chooses by number, `#` being the number itself. */
  say(key: Key, params?: Params): string
  /** The word for an id of the audit, e.g. `term('layer', 'plattform')`; the id itself where there is none. */
  term(kind: string, id: string): string
}

export function speaker(language: Language): Speaker {
  const catalogue = CATALOGUES[language]
  const { number } = formats(language)

  const insert = (text: string, params: Params): string =>
    text.replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
      const value = params[name]
      if (value === undefined) return whole
      if (typeof value === 'string') return value
      const printed = number(value)
      if (one === undefined || many === undefined) return printed
      // German and English alike
      return (value === 1 ? one : many).replace('#', printed)
    })

  return {
    say: (key, params = {}) => insert(lookUp(catalogue, key) ?? `[${key}]`, params),
    term: (kind, id) => lookUp(catalogue, `${kind}.${id}`) ?? id,
  }
}

function lookUp(catalogue: Catalogue, key: string): string | undefined {
  return catalogue.find((part) => Object.hasOwn(part, key))?.[key]
}
