import { BaseCommand } from '../../cli/base.ts'
import { baselineFlag, baselineFor, baselinePlace, baselineShown } from '../../cli/baseline.ts'
import { commonFlags } from '../../cli/flags.ts'
import { projectFolder } from '../../config.ts'

export default class BaselineShow extends BaseCommand {
  static override summary = 'Vergleichsbasis zeigen · show the baseline'
  static override flags = { ...commonFlags, baseline: baselineFlag }

  async run(): Promise<void> {
    const { flags } = await this.parse(BaselineShow)
    this.speakIn(flags.lang)
    const place = baselinePlace(flags.baseline, projectFolder())
    const baseline = await baselineFor(place, undefined)
    if (flags.json) this.printJson(baseline)
    else this.print(baselineShown(place, baseline, this.language))
  }
}
