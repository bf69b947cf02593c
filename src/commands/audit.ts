import { Args, Flags } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { auditFlags } from '../cli/flags.ts'
import { errorText } from '../cli/fatal.ts'
import { outputsOf, stage, usualReport } from '../cli/outputs.ts'
import { prepare } from '../cli/prepare.ts'
import { repeated } from '../cli/repeat.ts'
import { inRepository } from '../cli/repository.ts'
import { progressLine } from '../cli/progress.ts'
import { editorialOf, pastOf, reportFlags, strayResponses } from '../cli/report-options.ts'
import { holdingSignals } from '../cli/signals.ts'
import { databasePath, openDatabase } from '../cli/store.ts'
import { summary } from '../cli/text/summary.ts'
import { cliWords } from '../cli/text/words.ts'
import { writeStderr } from '../output-file.ts'
import type { Audit as AuditDocument } from '../model/audit.ts'
import { Problem } from '../model/problem.ts'
import type { Language } from '../model/words.ts'

export default class Audit extends BaseCommand {
  static override summary = 'SBOMs und Beschaffungslisten prüfen, ablegen, berichten · audit SBOMs and procurement lists, store, report'
  static override strict = false
  static override args = {
    input: Args.string({ description: 'Dateien, „-“ für stdin · files, "-" for stdin', required: true, ignoreStdin: true }),
  }
  static override flags = {
    ...auditFlags,
    ...reportFlags,
    force: Flags.boolean({
      summary:
        'ohne --output und --report: am üblichen Ort auch eine fremde Datei ersetzen · without --output and --report: replace a foreign file, too, in the usual place',
    }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json vertraege.csv --project "Wohngeld Online"']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit)
    this.speakIn(flags.lang)
    const asked = outputsOf(flags)
    const prepared = await prepare(argv as string[], flags, this.config.version, {
      progress: progressLine(flags.quiet),
      outputs: asked.map(({ path }) => path),
    })
    const { audit, failures } = prepared
    if (failures.length > 0 && !(flags['keep-going'] && audit.sources.length > 0)) throw this.allBut(failures)

    const outputs = asked.length > 0 ? asked : [usualReport(audit)]
    const editorial = await editorialOf(flags.editorial, prepared)
    const words = cliWords(this.language)
    for (const finding of strayResponses(audit, editorial)) this.tell(words.strayResponse(finding))
    const past =
      flags['no-store'] || !outputs.some(({ format }) => format === 'html')
        ? {}
        : await pastOf(prepared, this.config.version, await databasePath(flags.db))
    const options = {
      language: (flags.lang ?? 'de') as Language,
      commands: repeated(this.argv, flags['as-of'] ?? audit.asOf, process.platform),
      printAppendix: flags['print-appendix'],
      ...(editorial !== undefined && { editorial }),
      inRepository: inRepository(prepared.files, prepared.folder),
      ...past,
    }
    const { staged, stored } = await holdingSignals(async (pause) => {
      const staged = await stage(outputs, audit, options, flags.force, pause)
      try {
        const stored = flags['no-store'] ? undefined : await this.store(audit, flags.db)
        staged.commit()
        return { staged, stored }
      } catch (error) {
        staged.discard()
        throw error
      }
    })
    staged.print()
    if (!outputs.some(({ path }) => path === '-')) {
      if (!flags.quiet) this.print(summary(audit, this.language))
      for (const { path } of outputs) this.print(words.report(path))
      if (stored !== undefined && !flags.quiet) this.print(stored)
    }
    this.finish(failures, prepared.inputs)
  }

  private async store(audit: AuditDocument, flag: string | undefined): Promise<string> {
    const path = await databasePath(flag)
    const store = await openDatabase(path, true)
    try {
      return cliWords(this.language).stored(store.save(audit), path)
    } finally {
      store.close()
    }
  }

  /** Tells every failure but the first, which ends the run. */
  private allBut(failures: readonly Problem[]): Problem {
    for (const failure of failures.slice(1)) writeStderr(errorText(failure, this.language))
    return failures[0]!
  }

  private finish(failures: readonly Problem[], inputs: number): void {
    if (failures.length === 0) return
    for (const failure of failures) writeStderr(errorText(failure, this.language))
    const incomplete = new Problem('E5002', { n: failures.length, all: inputs })
    writeStderr(errorText(incomplete, this.language))
    process.exitCode = incomplete.exitCode
  }
}
