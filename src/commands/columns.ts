import { refused } from '../cli/apart.ts'
import { BaseCommand } from '../cli/base.ts'
import { columnsDocument, columnsText, mappingYaml } from '../cli/text/columns.ts'
import { commonFlags, limitFlags } from '../cli/flags.ts'
import { Args, Flags } from '../cli/oclif.ts'
import { asGiven } from '../cli/inputs.ts'
import { shownPath } from '../cli/names-apart.ts'
import { ownMapping } from '../cli/own-files.ts'
import { limitsOf } from '../cli/prepare.ts'
import { cliWords } from '../cli/text/words.ts'
import { environment } from '../config.ts'
import { exists, placeOf } from '../files.ts'
import { openInput, openStdin, type Input } from '../input-file.ts'
import { writeWhole } from '../cli/whole.ts'
import { Problem } from '../model/problem.ts'

export default class Columns extends BaseCommand {
  static override summary = 'Was über die Spalten einer Liste erkannt wurde · what was inferred about the columns of a list'
  static override args = {
    file: Args.string({
      description: 'CSV, XLSX oder ODS, „-“ für stdin · CSV, XLSX or ODS, "-" for stdin',
      required: true,
      ignoreStdin: true,
    }),
  }
  static override flags = {
    ...commonFlags,
    ...limitFlags,
    map: Flags.string({ summary: 'Zuordnung der Spalten · mapping of the columns', helpValue: 'FILE' }),
    'write-map': Flags.string({
      summary: 'Zuordnung zum Berichtigen hierhin schreiben · write the mapping here, to be corrected',
      helpValue: 'FILE',
    }),
    force: Flags.boolean({ summary: 'vorhandene Zuordnung ersetzen · replace an existing mapping' }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> vertraege.xlsx --write-map zuordnung.yaml']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Columns)
    this.speakIn(flags.lang)
    const target = flags['write-map']
    if (target !== undefined && exists(target) && !flags.force) throw new Problem('E2004', { path: target }, { file: target })
    const limits = limitsOf(flags)
    const { file } = args
    if (target !== undefined && file !== '-' && placeOf(target) === placeOf(file)) throw refused(target)
    const mapping = flags.map === undefined ? undefined : await ownMapping(flags.map)
    const shown = file === '-' ? '-' : shownPath(file, environment.workingDirectory())
    let input: Input | undefined
    try {
      input = file === '-' ? openStdin(limits.fileBytes) : openInput(file, shown, limits.fileBytes)
      const { inspectLists } = await import('../read/inspect.ts')
      const lists = inspectLists(input, { limits, ...(mapping && { mapping }) })
      if (target !== undefined) await writeWhole(target, [mappingYaml(lists, this.language)])
      if (flags.json) this.printJson(columnsDocument(input.path, lists))
      else this.print(columnsText(input.path, lists, this.language))
      if (target !== undefined && !flags.json) this.print(cliWords(this.language).columns.writtenTo(target))
    } catch (error) {
      throw error instanceof Problem ? asGiven(error, file, shown) : error
    } finally {
      input?.close()
    }
  }
}
