import { BaseCommand } from '../../cli/base.ts'
import { auditForBaseline, baselineFor, baselinePlace, changeDocument, changeText, writeBaseline } from '../../cli/baseline.ts'
import { drawArgs, drawFlags } from '../../cli/baseline-flags.ts'
import { pruned } from '../../baseline.ts'

export default class BaselinePrune extends BaseCommand {
  static override summary = 'aus der Vergleichsbasis nehmen, was behoben ist · take out of the baseline what is gone'
  static override strict = false
  static override args = drawArgs
  static override flags = drawFlags
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(BaselinePrune)
    this.speakIn(flags.lang)
    const { audit, folder } = await auditForBaseline(argv as string[], flags, this.config.version, this.language)
    const place = baselinePlace(flags.baseline, folder)
    const change = pruned(await baselineFor(place, audit.project.id), audit)
    await writeBaseline(place, change.after)
    if (flags.json) this.printJson(changeDocument(place, change))
    else this.print(changeText(place, change, this.language))
  }
}
