import { compare, type Again } from '../compare.ts'
import { kindOf } from '../files.ts'
import type { Audit } from '../model/audit.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Store } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { rescore, type Yardstick } from '../rescore.ts'
import { auditOf } from './audit-file.ts'

const NAMED = 5

/** What changed between two audits; the earlier one is measured again wherever rules, method or day differ. */
export function comparisonOf(before: Audit, after: Audit, yardstick: Yardstick, seenBefore?: ReadonlySet<string>): Comparison {
  const again = measuredAgain(before, after, yardstick)
  return compare(before, after, { ...(again !== undefined && { again }), ...(seenBefore !== undefined && { seenBefore }) })
}

function measuredAgain(before: Audit, after: Audit, yardstick: Yardstick): Again | undefined {
  const isOurs = ({ rules, tool }: Audit): boolean =>
    rules.sha256 === yardstick.knowledge.sha256 && rules.set === yardstick.set.id && tool.version === yardstick.version
  const same = isOurs(before)
  if (same && isOurs(after) && before.asOf === after.asOf) return undefined
  const rescored = same ? before : rescore(before, yardstick, before.asOf)
  const onDay = before.asOf === after.asOf ? rescored : rescore(before, yardstick, after.asOf)
  return { rescored, onDay, ...(!isOurs(after) && { after: rescore(after, yardstick, after.asOf) }) }
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
  const last = store.history(project).findLast(({ asOf }) => asOf === day)
  return last === undefined ? undefined : store.load(last.number)
}

function known(store: Store | undefined): string {
  const audits = store?.history() ?? []
  const names = audits.slice(-NAMED).map(({ project, asOf }) => `${project}@${asOf}`)
  return names.length === 0 ? 'audit.json, PROJECT@YYYY-MM-DD' : [...names, 'audit.json'].join(', ')
}

/** The audit to compare a new one with: the last one of the same project of an earlier day. */
export function auditBefore(audit: Audit, store: Store): Audit | undefined {
  const last = store.history(audit.project.id).findLast(({ asOf }) => asOf < audit.asOf)
  return last === undefined ? undefined : store.load(last.number)
}
