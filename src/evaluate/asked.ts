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
}

/** Asks one policy of all subjects of its scope. */
export type Asked = (compiled: Compiled) => { readonly found: readonly Found[]; readonly open: Open }

const EXAMPLES = 3

export function leaveOpen(open: Open, kind: Subject['kind'], id: string): void {
  if (++open.count <= EXAMPLES) open.examples.push({ kind, id })
}
