import type { Finding, Subject } from '../model/policy.ts'
import type { Compiled } from './prove.ts'

/** A subject for which a policy holds. */
export interface Found {
  readonly subject: Subject
  /** Items affected, as indices. */
  readonly indices: readonly number[]
  readonly proof: () => Finding['proof']
}

/** Subjects that could not be decided: all are counted, the first few kept. */
export interface Open {
  count: number
  readonly examples: Subject[]
  /** For how many each fact was not known, or not exactly enough. */
  readonly missing: Map<string, number>
}

/** Asks one policy of all subjects of its scope. */
export type Asked = (compiled: Compiled) => { readonly found: readonly Found[]; readonly open: Open }

/** So many subjects that could not be decided are named. */
export const EXAMPLES = 3

export const nothingOpen = (): Open => ({ count: 0, examples: [], missing: new Map() })

/** Counts the facts for want of which `times` subjects could not be decided. */
export function noteMissing({ missing }: Open, facts: readonly string[], times: number): void {
  for (const fact of new Set(facts)) missing.set(fact, (missing.get(fact) ?? 0) + times)
}

/** `first`: ids of the first few of these `count` subjects. */
export function leaveOpen(open: Open, kind: Subject['kind'], count: number, first: readonly string[]): void {
  open.count += count
  for (const id of first) if (open.examples.length < EXAMPLES) open.examples.push({ kind, id })
}
