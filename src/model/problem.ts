import { MESSAGES, type MessageId } from './messages.ts'
import type { Language, Words } from './words.ts'

/** What a note or message names. */
export type Params = Readonly<Record<string, string | number>>

/** The same, where a text of ours comes in both languages. */
export type SpokenParams = Readonly<Record<string, string | number | Words>>

/** Where in a file something is wrong; line and column from 1. */
export interface ProblemPlace {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** A cell or pointer, where line and column say too little. */
  readonly at?: string
}

/** Everything a user can mend. Carries its id, its place and its exit code; the texts are in the catalogue. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly id: MessageId
  readonly params: SpokenParams
  readonly place: ProblemPlace
  /** What else is wrong in what was read at the same time. */
  others: readonly Problem[] = []

  constructor(id: MessageId, params: SpokenParams = {}, place: ProblemPlace = {}) {
    super(fill(MESSAGES[id].en, params))
    this.id = id
    this.params = params
    this.place = place
  }

  get exitCode(): number {
    return MESSAGES[this.id].exit
  }

  says(language: Language): string {
    return fill(MESSAGES[this.id][language], this.params, language)
  }

  hint(language: Language): string {
    return fill(MESSAGES[this.id].hint[language], { doc: 'docs/rules.md', ...this.params }, language)
  }
}

const NAMES = /( ?)\{(\w+)\}/g
/** Names may stand inside. */
const FORMS = /\{(\w+\??)\|((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g

/** What is left out of a list takes the comma along. */
const LEFT_OUT = /, \0|\0, |\0/g

/**
 * Puts `params` into `{names}`; `{n|one row|# rows}` chooses by number, `#` being the number itself. With `{n?|…|…}` in a list
 * it is left out where there are none.
 */
export function fill(text: string, params: SpokenParams, language: Language = 'en'): string {
  return text
    .replace(FORMS, (_, name: string, one: string, many: string) => {
      const value = String(params[name.replace('?', '')])
      if (name.endsWith('?') && value === '0') return '\0'
      return (value === '1' ? one : many).replace('#', value)
    })
    .replace(LEFT_OUT, '')
    .replace(NAMES, (whole, blank: string, name: string) => {
      const value = params[name]
      // what is empty takes the blank before it along
      if (value === undefined) return whole
      const said = typeof value === 'object' ? value[language] : String(value)
      return said === '' ? '' : blank + said
    })
}

/** The text for any number, with its `{names}` still open. */
export const unfilled = (text: string): string =>
  text.replace(FORMS, (_, name: string, __: string, many: string) => many.replace('#', `{${name.replace('?', '')}}`))
