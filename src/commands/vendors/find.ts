import { Args, Flags } from '../../cli/oclif.ts'
import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { vendorDocument, vendorText } from '../../cli/text/vendor.ts'
import { environment } from '../../config.ts'
import { isDay } from '../../model/days.ts'
import { Problem } from '../../model/problem.ts'
import { findVendors } from '../../search.ts'

export default class VendorsFind extends BaseCommand {
  static override summary = 'Wen das Register unter einem Namen kennt, und warum · whom the register knows by a name, and why'
  static override args = {
    text: Args.string({
      description: 'Name, Produkt, Marke, Namensraum, purl oder Domain · name, product, brand, namespace, purl or domain',
      required: true,
      ignoreStdin: true,
    }),
  }
  static override flags = {
    ...commonFlags,
    ...rulesFlags,
    'as-of': Flags.string({ summary: 'Stichtag (heute) · day (today)', helpValue: 'DATE' }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> "GitHub" --as-of 2018-01-01']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(VendorsFind)
    this.speakIn(flags.lang)
    const asOf = flags['as-of'] ?? environment.today()
    if (!isDay(asOf)) throw new Problem('E2002', { value: asOf })
    const found = findVendors(args.text, await loadKnowledge(await rulesFolder(flags.rules)), asOf)
    if (flags.json) this.printJson(vendorDocument(found, asOf))
    else this.print(vendorText(found, this.language))
  }
}
