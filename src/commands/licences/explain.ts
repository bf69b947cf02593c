import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { licenceText } from '../../cli/text/licence.ts'
import { Args, Flags } from '../../cli/oclif.ts'
import { explainLicenceText } from '../../licences.ts'

export default class LicencesExplain extends BaseCommand {
  static override summary = 'Wie eine Lizenzangabe gelesen wird und was sie erlaubt · how a licence statement is read and what it allows'
  static override args = {
    text: Args.string({
      description: 'Kennung, Name, Ausdruck oder Adresse · id, name, expression or address',
      required: true,
      ignoreStdin: true,
    }),
  }
  static override flags = {
    ...commonFlags,
    ...rulesFlags,
    country: Flags.string({
      summary: 'Sitz des Herstellers, z. B. DE; entscheidet über Klasse D oder E · seat of the maker, e.g. DE; decides on class D or E',
      helpValue: 'CC',
    }),
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> "GPLv2+ with Classpath exception"',
    '<%= config.bin %> <%= command.id %> Freeware --country US',
  ]

  async run(): Promise<void> {
    const { args, flags } = await this.parse(LicencesExplain)
    this.speakIn(flags.lang)
    const found = explainLicenceText(args.text, await loadKnowledge(await rulesFolder(flags.rules)), flags.country?.toUpperCase())
    if (flags.json) this.printJson({ format: 'eigenstand/licence/1', ...found })
    else this.print(licenceText(found, this.language))
  }
}
