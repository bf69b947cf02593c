import { TAKES } from '../model/gate-conditions.ts'
import type { GateConditionId } from '../model/policy.ts'
import type { Words } from '../model/words.ts'

const KINDS: Readonly<Record<'count' | 'hhi' | 'seal', { readonly holds: (limit: number) => boolean; readonly words: Words }>> = {
  count: { holds: (limit) => Number.isInteger(limit) && limit >= 0, words: { de: 'eine Anzahl: ganze Zahl ab 0', en: 'a number of findings: a whole number from 0' } }, // prettier-ignore
  hhi: { holds: (limit) => limit >= 0 && limit <= 10_000, words: { de: 'ein Anstieg des HHI, 0 bis 10000', en: 'a rise of the HHI, 0 to 10000' } }, // prettier-ignore
  seal: { holds: (limit) => [1, 2, 3, 4].includes(limit), words: { de: 'ein SEAL, 1 bis 4', en: 'a SEAL, 1 to 4' } },
}

/** What is wrong with a condition's limit; `undefined` if nothing is. Shares are looked at by the schemas. */
export function limitFault(condition: GateConditionId, limit: number): Words | undefined {
  const kind = TAKES[condition].limit
  if (kind === undefined) return { de: 'hat keine Grenze', en: 'has no limit' }
  return kind === 'share' || KINDS[kind].holds(limit) ? undefined : KINDS[kind].words
}
