import { BaseCommand } from '../../cli/base.ts'
import { auditForBaseline, baselinePlace, changeDocument, writeBaseline } from '../../cli/baseline.ts'
import { drawArgs, drawFlags } from '../../cli/baseline-flags.ts'
import { rulesWords } from '../../cli/text/rules-words.ts'
import { baselineOf } from '../../baseline.ts'
import { isThere } from '../../files.ts'
import { Problem } from '../../model/problem.ts'

export default class BaselineCreate extends BaseCommand {
  static override summary = 'Vergleichsbasis der Schranke anlegen · make the baseline of the gate'
  static override strict = false
  static override args = drawArgs
  static override flags = drawFlags
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(BaselineCreate)
    this.speakIn(flags.lang)
    const { audit, folder } = await auditForBaseline(argv as string[], flags, this.config.version, this.language)
    const place = baselinePlace(flags.baseline, folder)
    if (isThere(place.path)) throw new Problem('E2204', { path: place.shown }, { file: place.shown })
    const after = baselineOf(audit)
    await writeBaseline(place, after)
    if (flags.json) this.printJson(changeDocument(place, { after, added: after.findings, dropped: [], kept: [], moved: [] }))
    else this.print(rulesWords(this.language).baseline.made(place.shown, after.findings.length))
  }
}
