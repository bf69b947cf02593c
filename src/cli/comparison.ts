import { compare, type Again } from '../compare.ts'
import { kindOf } from '../files.ts'
import type { Audit } from '../model/audit.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Store } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { changedKeys, type KeptProject } from '../model/project.ts'
import { rescore, type Yardstick } from '../rescore.ts'
import { auditOf } from './audit-file.ts'

const NAMED = 5

/**
 * What changed between two audits; the earlier one is measured again wherever rules, method, project file or day differ. What was
 * audited with which project file stands in the audits: the comparison is the same wherever it is started.
 */
export function comparisonOf(before: Audit, after: Audit, yardstick: Yardstick, seenBefore?: ReadonlySet<string>): Comparison {
  const again = measuredAgain(before, after, yardstick)
  return compare(before, after, { ...(again !== undefined && { again }), ...(seenBefore !== undefined && { seenBefore }) })
}

/** `undefined`: only the data differ, or the later audit was stored without what its project file said. */
function measuredAgain(before: Audit, after: Audit, yardstick: Yardstick): Again | undefined {
  const { projectFile: file } = after
  if (file === undefined) return undefined
  const fileBefore = before.projectFile
  const sameFile = fileBefore !== undefined && changedKeys(fileBefore, file).length === 0
  const sameDay = before.asOf === after.asOf
  if (areRulesOf(before, rulesOf(after)) && sameFile && sameDay) return undefined
  const ours = { sha256: yardstick.knowledge.sha256, set: yardstick.set.id, version: yardstick.version }
  const measured = (audit: Audit, asOf: string, projectFile: KeptProject) => rescore(audit, yardstick, { asOf, projectFile })
  const rescored = areRulesOf(before, ours) ? before : measured(before, before.asOf, fileBefore ?? file)
  const withFile = sameFile || (fileBefore === undefined && rescored !== before) ? rescored : measured(before, before.asOf, file)
  const onDay = sameDay ? withFile : measured(before, after.asOf, file)
  return { rescored, projectFile: withFile, onDay, ...(!areRulesOf(after, ours) && { after: measured(after, after.asOf, file) }) }
}

const rulesOf = ({ rules: { sha256, set }, tool: { version } }: Audit) => ({ sha256, set, version })

function areRulesOf(audit: Audit, other: ReturnType<typeof rulesOf>): boolean {
  const { sha256, set, version } = rulesOf(audit)
  return sha256 === other.sha256 && set === other.set && version === other.version
}

/** An audit by a file's name, its number, `project@day`, or a project's id, which means its newest. E2006: there is none. */
export function auditCalled(name: string, store: Store | undefined): Audit {
  if (kindOf(name) === 'file') return auditOf(name)
  const found = store === undefined ? undefined : stored(name, store)
  if (found === undefined) throw new Problem('E2006', { id: name, hint: known(store) })
  return found
}

function stored(name: string, store: Store): Audit | undefined {
  if (/^\d{1,9}$/.test(name)) return store.load(Number(name))
  const [, project, day] = /^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(name) ?? []
  if (project === undefined || day === undefined) return store.newest(name)
  return store.newest(project, { on: day })
}

function known(store: Store | undefined): string {
  const audits = store?.history() ?? []
  const names = [...new Set(audits.map(({ project, asOf }) => `${project}@${asOf}`))].slice(-NAMED)
  return names.length === 0 ? 'audit.json, PROJECT@YYYY-MM-DD' : [...names, 'audit.json'].join(', ')
}

/** The audit to compare a new one with: the last one of the same project of an earlier day. */
export function auditBefore(audit: Audit, store: Store): Audit | undefined {
  return store.newest(audit.project.id, { before: audit.asOf })
}
