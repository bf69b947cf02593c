import { isAbsolute, join } from 'node:path'
import { environment } from '../config.ts'
import { exists, readOwn } from '../files.ts'
import type { Audit } from '../model/audit.ts'
import type { Editorial, ReportOptions, StoredAudit } from '../model/ports.ts'
import { YAML_FILE } from '../model/own-file.ts'
import { unreadable } from '../model/unreadable.ts'
import { auditBefore, comparisonOf } from './comparison.ts'
import { Flags } from './oclif.ts'
import type { Prepared } from './prepare.ts'
import { openDatabase } from './store.ts'

/** Flags about the report itself. */
export const reportFlags = {
  editorial: Flags.string({
    summary: 'Angaben der Bearbeitung: Status, Beschlussvorschlag, Stellungnahmen · what the editor adds: status, resolution, comments',
    helpValue: 'FILE',
  }),
  'print-appendix': Flags.boolean({ summary: 'Anhänge mit drucken · print the appendices too' }),
}

/** `--editorial`, else the file that the project file names. E2110: it cannot be read; E21…: what is wrong in it. */
export async function editorialOf(
  flag: string | undefined,
  { project, folder }: Pick<Prepared, 'project' | 'folder'>,
): Promise<Editorial | undefined> {
  const shown = flag ?? project.editorial
  if (shown === undefined) return undefined
  const base = flag === undefined ? folder : environment.workingDirectory()
  const text = readOwn(isAbsolute(shown) ? shown : join(base, shown), shown, YAML_FILE, 'E2110')
  if (text === undefined) throw unreadable(shown, undefined, 'E2110')
  const { parseEditorial } = await import('../knowledge/editorial.ts')
  return parseEditorial(text, shown)
}

/** Comments that fit no finding of the audit. */
export function strayResponses(audit: Audit, editorial: Editorial | undefined): readonly string[] {
  const known = new Set(audit.findings.map(({ fingerprint }) => fingerprint))
  return Object.keys(editorial?.responses ?? {}).filter((fingerprint) => !known.has(fingerprint))
}

/** What the store knows of the project before this audit: its course, and the comparison with the last one of an earlier day. */
export async function pastOf(
  { audit, knowledge, set }: Prepared,
  version: string,
  path: string,
): Promise<Pick<ReportOptions, 'comparison' | 'history'>> {
  if (!exists(path)) return {}
  const store = await openDatabase(path, false)
  try {
    const before = auditBefore(audit, store)
    if (before === undefined) return {}
    const seenBefore = store.foundBefore(audit.project.id, before.asOf)
    const history = [...store.history(audit.project.id).filter(({ asOf }) => asOf < audit.asOf), asPoint(audit)]
    return { comparison: comparisonOf(before, audit, { knowledge, set, version }, seenBefore), history }
  } finally {
    store.close()
  }
}

/** This audit as the last point of its course; it is stored only after the report was made. */
function asPoint({ project, asOf, level, rules, tool, items, findings }: Audit): StoredAudit {
  return {
    number: 0,
    project: project.id,
    asOf,
    best: level?.best ?? null,
    worst: level?.worst ?? null,
    provisional: level?.provisional ?? true,
    set: rules.set,
    rulesSha256: rules.sha256,
    toolVersion: tool.version,
    items: items.length,
    findings: findings.length,
    figures: [],
  }
}
