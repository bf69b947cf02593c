import type { PartsSaid } from '../../model/whole-text.ts'
import type { Hit } from './register-tables.ts'
import { TEXT_LIMIT } from './normalise.ts'
import { unread, type Node } from './tree.ts'

/** In the order in which they are tried; the first that finds something ends the reading. */
export const STEPS = ['silence', 'exact', 'case', 'name', 'url', 'alias', 'compound', 'text', 'veto', 'spelling'] as const
/** What a reading can rest on: a step, a `LicenseRef-` known by its name or the document, or an exception. */
export type Step = (typeof STEPS)[number] | 'reference' | 'exception'

/** How far each step is to be trusted; a reading is as sure as the weakest of its parts. */
export const SURE = {
  exact: 0.99,
  case: 0.97,
  name: 0.95,
  url: 0.9,
  alias: 0.9,
  assumed: 0.7,
  text: 0.85,
  reference: 0.6,
  exception: 0.7,
  veto: 0.75,
  spelling: 0.6,
} as const

/** What one string says. */
export interface Reading {
  readonly node: Node
  readonly by: readonly Step[]
  /** 0 where nothing could be read. */
  readonly confidence: number
  readonly assumes: readonly string[]
  /** The document says that it says nothing. */
  readonly silent?: true
  /** Told by nothing but whose terms they are: a guess where nothing else is said. */
  readonly byVendor?: true
}

/** What the document says about the parts of an expression. */
export type References = PartsSaid

export function found(hit: Hit | undefined, step: 'name' | 'url' | 'alias' | 'text' | 'veto'): Reading | undefined {
  if (hit === undefined) return undefined
  if (hit.assumes === undefined) return { node: hit.node, by: [step], confidence: SURE[step], assumes: [] }
  return { node: hit.node, by: [step], confidence: Math.min(SURE.assumed, SURE[step]), assumes: [hit.assumes] }
}

export function nothing(text: string): Reading {
  return { node: unread(text.slice(0, TEXT_LIMIT)), by: [], confidence: 0, assumes: [] }
}

/** Are there more than `limit` words? */
export function wordy(text: string, limit: number): boolean {
  return text.split(' ', limit + 1).length > limit
}
