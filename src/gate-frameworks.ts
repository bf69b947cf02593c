import type { Audit } from './model/audit.ts'
import type { CriterionResult } from './model/framework.ts'

/** What a condition came to; see the gate. */
interface Answer {
  readonly limit: number | null
  readonly actual: number | null
  readonly met: boolean | null
  readonly because: readonly string[]
}

/**
 * No SEAL is reached by this tool. Violated where the facts rule the wanted one out; met only where every criterion that they
 * inform leaves nothing lower possible; else null: nobody knows.
 */
export function sealCeiling(audit: Audit, minimum: number | undefined): Answer {
  const limit = minimum ?? null
  const mapped = audit.frameworks.filter(({ sealCeiling }) => sealCeiling !== undefined)
  if (limit === null || mapped.length === 0) return { limit, actual: null, met: null, because: [] }
  const criteria = mapped.flatMap((one) => one.criteria)
  const ceilings = criteria.flatMap(({ ceiling }) => ceiling ?? [])
  const below = criteria.filter(({ ceiling }) => ceiling !== undefined && ceiling < limit).map(({ id }) => id)
  const sure = criteria.every((one) => one.ceiling !== undefined && lowest(one) >= limit)
  const actual = ceilings.length === 0 ? null : Math.min(...ceilings)
  return { limit, actual, met: below.length > 0 ? false : sure ? true : null, because: below }
}

/** The lowest SEAL among what stays possible; a declaration that has lifted the ceiling settles it. */
function lowest({ answers, declared, ceiling = 0 }: CriterionResult): number {
  return declared?.seal === ceiling ? ceiling : Math.min(ceiling, ...answers.flatMap(({ seal }) => seal ?? []))
}

/** Whether every required field of TR-03183-2 is there, in an allowed format. `actual`: what is missing; `because`: `path: field`. */
export function tr03183(audit: Audit): Answer {
  const sboms = audit.sources.flatMap(({ path, tr03183: found }) => (found === undefined ? [] : [{ path, found }]))
  if (sboms.length === 0) return { limit: 0, actual: null, met: null, because: [] }
  const because = sboms.flatMap(({ path, found: { format, fields } }) => [
    ...(format === 'ok' ? [] : [`${path}: format`]),
    ...fields.filter(({ required, met, of }) => required === 'shall' && met < of).map(({ id }) => `${path}: ${id}`),
  ])
  return { limit: 0, actual: because.length, met: because.length === 0, because }
}
