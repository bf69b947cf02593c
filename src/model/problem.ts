import { MESSAGES, type MessageId } from './messages.ts'
import type { Language } from './words.ts'

export type Params = Readonly<Record<string, string | number>>

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
  readonly params: Params
  readonly place: ProblemPlace

  constructor(id: MessageId, params: Params = {}, place: ProblemPlace = {}) {
    super(fill(MESSAGES[id].en, params))
    this.id = id
    this.params = params
    this.place = place
  }

  get exitCode(): number {
    return MESSAGES[this.id].exit
  }

  says(language: Language): string {
    return fill(MESSAGES[this.id][language], this.params)
  }

  hint(language: Language): string {
    return fill(MESSAGES[this.id].hint[language], this.params)
  }
}

/** Puts `params` into `{names}`. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
}
