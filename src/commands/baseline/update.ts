import { BaseCommand } from '../../cli/base.ts'
import { auditForBaseline, baselineFor, baselinePlace, changeDocument, changeText, writeBaseline } from '../../cli/baseline.ts'
import { drawArgs, drawFlags } from '../../cli/baseline-flags.ts'
import { baselineText, updated } from '../../baseline.ts'

export default class BaselineUpdate extends BaseCommand {
  static override summary =
    'Vergleichsbasis erneuern; zeigt, was hinzukommt und wegfällt · renew the baseline; shows what it adds and drops'
  static override strict = false
  static override args = drawArgs
  static override flags = drawFlags
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(BaselineUpdate)
    this.speakIn(flags.lang)
    const { audit, folder } = await auditForBaseline(argv as string[], flags, this.config.version, this.language)
    const place = baselinePlace(flags.baseline, folder)
    const before = await baselineFor(place, audit.project.id)
    const change = updated(before, audit)
    if (baselineText(change.after) !== baselineText(before)) await writeBaseline(place, change.after)
    if (flags.json) this.printJson(changeDocument(place, change))
    else this.print(changeText(place, change, this.language))
  }
}
