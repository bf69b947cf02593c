import { Args, Flags } from '../cli/oclif.ts'
import { baselineNotes } from '../baseline.ts'
import { BaseCommand } from '../cli/base.ts'
import { baselineFlag, baselinePlace, comparedWith } from '../cli/baseline.ts'
import { failedConditions } from '../cli/failed-conditions.ts'
import { errorObject, errorText } from '../cli/fatal.ts'
import { auditFlags } from '../cli/flags.ts'
import { gateDocument, gateText } from '../cli/text/gate.ts'
import { shownPath } from '../cli/names-apart.ts'
import { isGateNote } from '../cli/text/note.ts'
import { outputsOf, stage } from '../cli/outputs.ts'
import { prepare } from '../cli/prepare.ts'
import { inRepository } from '../cli/repository.ts'
import { progressLine } from '../cli/progress.ts'
import { repeated } from '../cli/repeat.ts'
import { holdingSignals } from '../cli/signals.ts'
import { databasePath, openDatabase } from '../cli/store.ts'
import { writeStderr } from '../output-file.ts'
import { accepted, failedBy, gate } from '../gate.ts'
import type { Audit } from '../model/audit.ts'
import type { Problem } from '../model/problem.ts'
import type { Language } from '../model/words.ts'

export default class Check extends BaseCommand {
  static override summary = 'Wie audit, dann die Schranke für CI · like audit, then the gate for CI'
  static override strict = false
  static override args = {
    input: Args.string({ description: 'Dateien, „-“ für stdin · files, "-" for stdin', required: true, ignoreStdin: true }),
  }
  static override flags = {
    ...auditFlags,
    baseline: baselineFlag,
    'no-baseline': Flags.boolean({ summary: 'mit nichts vergleichen · compare with nothing', exclusive: ['baseline'] }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Check)
    this.speakIn(flags.lang)
    const outputs = outputsOf({ ...flags, json: false }, flags.json, 'check')
    const asksLittle = outputs.length === 0 && !flags.json && (flags.db === undefined || flags['no-store'])
    const prepared = await prepare(argv as string[], flags, this.config.version, {
      command: 'check',
      progress: progressLine(flags.quiet),
      brief: asksLittle,
      outputs: outputs.map(({ path }) => path),
    })
    const { audit, set, failures, folder } = prepared
    const baseline = await comparedWith(flags, prepared)
    if (failures.length > 0 && audit.sources.length === 0) return this.refuse(failures)

    const result = gate(audit, set, baseline)
    const compared = {
      baseline,
      notes: [...audit.notes.filter(isGateNote), ...(baseline === undefined ? [] : baselineNotes(baseline, audit))],
    }
    const exitCode = worse(result.exitCode, failures)
    const isWritten = exitCode !== 3
    const staged = await holdingSignals(async (pause) => {
      const shown = outputs.length === 0 ? audit : accepted(audit, baseline)
      const language = (flags.lang ?? 'de') as Language
      const { path } = baselinePlace(flags.baseline, folder)
      const held = { path, shown: shownPath(path, folder) }
      const at = { hasProjectFile: prepared.hasProjectFile, baseline: baseline && held.shown }
      const failed = { failedBy: failedBy(result), failedConditions: failedConditions(result, audit, at, language) }
      const places = { inRepository: inRepository([...prepared.files, held], folder) }
      const commands = repeated(this.argv, flags['as-of'] ?? audit.asOf, process.platform, 'check')
      const staged = await stage(outputs, shown, { language, commands, ...failed, ...places }, true, pause)
      try {
        if (isWritten && flags.db !== undefined && !flags['no-store']) await this.store(audit, flags.db)
        if (isWritten) staged.commit()
        else staged.discard()
        return staged
      } catch (error) {
        staged.discard()
        throw error
      }
    })
    if (isWritten) staged.print()
    for (const failure of failures) writeStderr(errorText(failure, this.language))
    if (flags.json)
      this.printJson(gateDocument(audit, result, exitCode, compared, failures.map((failure) => errorObject(failure, this.language)))) // prettier-ignore
    else if (!outputs.some(({ path }) => path === '-')) this.print(gateText(audit, result, exitCode, compared, this.language, flags.quiet))
    process.exitCode = exitCode
  }

  private async store(audit: Audit, flag: string): Promise<void> {
    const store = await openDatabase(await databasePath(flag), true)
    try {
      store.save(audit)
    } finally {
      store.close()
    }
  }

  private refuse(failures: readonly Problem[]): never {
    for (const failure of failures.slice(1)) writeStderr(errorText(failure, this.language))
    throw failures[0]!
  }
}

/** A violation is not hidden by an unreadable input, and an unreadable input not by a gate that passed or could not be assessed. */
function worse(exitCode: number, failures: readonly Problem[]): number {
  return exitCode === 1 || failures.length === 0 ? exitCode : 3
}
