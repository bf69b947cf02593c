import { join } from 'node:path'
import { BaseCommand } from '../cli/base.ts'
import { commonFlags, dialectFlag, storeFlags } from '../cli/flags.ts'
import { Args, Flags } from '../cli/oclif.ts'
import { rulesWords } from '../cli/text/rules-words.ts'
import { storeToRead } from '../cli/store.ts'
import { auditOf } from '../cli/audit-file.ts'
import { findingsOf, flagOf, flagWords, namedProject, waiverRows } from '../cli/waive.ts'
import { environment, projectFolder } from '../config.ts'
import { writeStdout } from '../output-file.ts'
import { changeWhole } from '../cli/whole.ts'
import { waiversText } from '../cli/own-files.ts'
import type { WaiverEntry } from '../knowledge/waivers.ts'
import type { Audit } from '../model/audit.ts'
import { isDay } from '../model/days.ts'
import { Problem } from '../model/problem.ts'
import { WAIVER_REASONS, WAIVERS_FILE } from '../model/waiver.ts'
import { CSV_DIALECTS, textTable, type DialectId } from '../report/cells.ts'
import { formats } from '../report/format.ts'

interface AuditAt {
  readonly audit?: string | undefined
  readonly db?: string | undefined
}

export default class Waive extends BaseCommand {
  static override summary = 'Feststellung für eine Zeit begründet ausnehmen · waive a finding for a time, with a reason'
  static override args = {
    finding: Args.string({
      description: 'F-01 oder Anfang der Kennung (ab 6 Zeichen) · F-01 or beginning of the fingerprint (from 6 characters)',
      ignoreStdin: true,
    }),
  }
  static override flags = {
    ...commonFlags,
    ...storeFlags,
    audit: Flags.string({
      summary: 'Prüfung als JSON statt der zuletzt abgelegten · audit as JSON instead of the newest stored',
      helpValue: 'FILE',
    }),
    reason: Flags.string({ summary: 'Grund · reason', options: Object.keys(WAIVER_REASONS) }),
    words: Flags.string({ summary: 'Begründung in Worten · reason in words', helpValue: 'TEXT' }),
    'legal-basis': Flags.string({ summary: 'Rechtsgrundlage · legal basis', helpValue: 'TEXT' }),
    'approved-by': Flags.string({ summary: 'Rolle, keine Person · role, not a person', helpValue: 'ROLE' }),
    from: Flags.string({ summary: 'erster Tag (heute) · first day (today)', helpValue: 'DATE' }),
    until: Flags.string({ summary: 'letzter Tag · last day', helpValue: 'DATE' }),
    all: Flags.boolean({ summary: 'alle Feststellungen einer Nummer · every finding of a number' }),
    export: Flags.string({ summary: 'alle Ausnahmen als Tabelle · every waiver as a table', options: ['csv'] }),
    'csv-dialect': dialectFlag,
    'as-of': Flags.string({ summary: 'Stichtag der Tabelle (heute) · day of the table (today)', helpValue: 'DATE', dependsOn: ['export'] }),
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> F-03 --reason migration-running --until 2027-06-30 --approved-by "IT-Leitung"',
  ]

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Waive)
    this.speakIn(flags.lang)
    const folder = projectFolder()
    const { appendWaivers, entryFault, parseWaivers } = await import('../knowledge/waivers.ts')
    const entries = parseWaivers(waiversText(folder) ?? '', WAIVERS_FILE)
    const asOf = day(flags['as-of'] ?? environment.today())
    if (flags.export !== undefined) {
      const dialect = CSV_DIALECTS[flags['csv-dialect'] as DialectId]
      const local = !flags.json && dialect.local && this.language === 'de'
      const rows = waiverRows(entries, await this.stored(flags), asOf, this.language, local)
      return flags.json ? this.printJson({ format: 'eigenstand/waivers/1', rows }) : writeStdout(textTable(rows, dialect))
    }
    const { reason, until } = flags
    const approvedBy = flags['approved-by']
    if (args.finding === undefined || reason === undefined || until === undefined || approvedBy === undefined) {
      const needed = { FINDING: args.finding, '--reason': reason, '--until': until, '--approved-by': approvedBy }
      const missing = Object.keys(needed).filter((name) => needed[name as keyof typeof needed] === undefined).join(', ') // prettier-ignore
      throw new Problem('E2001', { what: { de: `es fehlt ${missing}`, en: `missing ${missing}` }, command: 'waive' })
    }

    const decision = {
      reason,
      ...(flags.words !== undefined && { words: flags.words }),
      ...(flags['legal-basis'] !== undefined && { legalBasis: flags['legal-basis'] }),
      approvedBy,
      from: day(flags.from ?? environment.today()),
      until: day(until),
    }
    const audit = await this.audit(flags)
    const added = findingsOf(audit, args.finding, flags.all).map(({ fingerprint, subject }): WaiverEntry => ({
      finding: fingerprint,
      project: audit.project.id,
      subject: subject.id,
      ...decision,
    }))
    for (const entry of added) {
      const fault = entryFault(entry, flagWords)
      if (fault === undefined) continue
      const { key, words } = fault
      throw new Problem('E2001', { what: { de: `${flagOf(key)}: ${words.de}`, en: `${flagOf(key)}: ${words.en}` }, command: 'waive' })
    }
    await changeWhole(join(folder, WAIVERS_FILE), WAIVERS_FILE, {
      read: () => waiversText(folder),
      change: (before) => appendWaivers(before, added, WAIVERS_FILE),
    })
    if (flags.json) return this.printJson({ format: 'eigenstand/waive/1', file: WAIVERS_FILE, added })
    const words = rulesWords(this.language).waive
    const last = formats(this.language).day(until)
    for (const { finding, subject } of added) this.print(words.added(`${finding.slice(0, 12)} ${subject ?? ''}`, last))
  }

  private async audit(flags: AuditAt): Promise<Audit> {
    const audit = await this.stored(flags)
    if (audit === undefined) throw new Problem('E2302')
    return audit
  }

  /** The audit given, else the newest one stored of the project that the project file names, else of all. */
  private async stored(flags: AuditAt): Promise<Audit | undefined> {
    if (flags.audit !== undefined) return auditOf(flags.audit)
    const store = await storeToRead(flags.db)
    try {
      return store?.newest(await namedProject())
    } finally {
      store?.close()
    }
  }
}

function day(value: string): string {
  if (!isDay(value)) throw new Problem('E2002', { value })
  return value
}
