import type { AuditOptions } from '../../src/assemble.ts'
import { audit } from '../../src/audit.ts'
import { inBrief, type InBrief } from '../../src/in-brief.ts'
import type { Audit } from '../../src/model/audit.ts'
import { EMPTY_PROJECT, type Project } from '../../src/model/project.ts'
import { inMemory } from '../../src/read/json/window.ts'
import { join as joined, readInputs } from '../../src/read/index.ts'
import { KNOWLEDGE } from './knowledge.ts'
import { LIMITS } from './limits.ts'

export { KNOWLEDGE }

export const OPTIONS = {
  asOf: '2026-11-23',
  set: KNOWLEDGE.sets.get('default')!,
  project: EMPTY_PROJECT,
  id: 'p',
  name: 'P',
  version: '0',
}

type File = readonly [name: string, content: object | Uint8Array]

/** The audit of files that lie in memory, with the rules as they are built, on a fixed day. */
export const auditOf = (...files: readonly File[]): Audit => audited(files)

/** The same as a gate makes it: of components no more is kept than a brief. */
export const auditInBrief = (...files: readonly File[]): Audit => auditsOf(files, EMPTY_PROJECT).brief

/** Both ways, for a project. */
export function auditsOf(files: readonly File[], project: Project): { readonly whole: Audit; readonly brief: Audit } {
  const options = { ...OPTIONS, project }
  return { whole: audited(files, undefined, options), brief: audited(files, inBrief(KNOWLEDGE, options), options) }
}

function audited(files: readonly File[], kept?: InBrief, options: AuditOptions = OPTIONS): Audit {
  const sources = files.flatMap(([name, content]) => {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
    return readInputs({ ...inMemory(name, bytes), sha256: () => '' }, { limits: LIMITS, ...(kept && { keep: kept.keep }) })
  })
  return audit(joined(sources), KNOWLEDGE, options, kept?.identifier)
}

/** Where something is said, which differs with the form of a file; what is said must not. */
const PLACES = new Set(['sources', 'source', 'ref', 'at', 'line', 'column', 'notes', 'seenAt'])

/** An audit without the places in its files. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  if ('toJSON' in value) return withoutPlaces((value.toJSON as () => unknown)())
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !PLACES.has(key))
      .map(([key, inner]) => [key, withoutPlaces(inner)]),
  )
}
