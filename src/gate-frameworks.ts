import type { Audit } from './model/audit.ts'

/** What a condition came to; see the gate. */
interface Answer {
  readonly limit: number | null
  readonly actual: number | null
  readonly met: boolean | null
  readonly because: readonly string[]
}

/** No SEAL is reached by this tool: the condition only fails where the inputs rule the wanted one out. Null where they say nothing. */
export function sealCeiling(audit: Audit, minimum: number | undefined): Answer {
  const limit = minimum ?? null
  const mapped = audit.frameworks.filter(({ sealCeiling }) => sealCeiling !== undefined)
  const known = mapped.some(({ criteria }) => criteria.some(({ ceiling }) => ceiling !== undefined))
  if (limit === null || !known) return { limit, actual: null, met: null, because: [] }
  const caps = mapped.flatMap(({ sealCeiling, cappedBy = [] }) => (typeof sealCeiling === 'number' ? [{ sealCeiling, cappedBy }] : []))
  const actual = Math.min(4, ...caps.map((one) => one.sealCeiling))
  return { limit, actual, met: actual >= limit, because: caps.filter((one) => one.sealCeiling < limit).flatMap((one) => one.cappedBy) }
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
