import { Args, Flags } from '../../cli/oclif.ts'
import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { vendorHistoryText } from '../../cli/vendor-history.ts'
import { environment } from '../../config.ts'
import { isDay } from '../../model/days.ts'
import { askedFor, nearest } from '../../model/nearest.ts'
import { Problem } from '../../model/problem.ts'
import { vendorHistory } from '../../vendor-history.ts'

export default class VendorsExplain extends BaseCommand {
  static override summary =
    'Geschichte einer Organisation: Eigentümer, Feststellungen, Namen · history of an organisation: owners, findings, names'
  static override args = { vendor: Args.string({ description: 'Kennung oder Name · id or name', required: true, ignoreStdin: true }) }
  static override flags = {
    ...commonFlags,
    ...rulesFlags,
    'as-of': Flags.string({ summary: 'Stichtag (heute) · day (today)', helpValue: 'DATE' }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> github --as-of 2018-01-01']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(VendorsExplain)
    this.speakIn(flags.lang)
    const asOf = flags['as-of'] ?? environment.today()
    if (!isDay(asOf)) throw new Problem('E2002', { value: asOf })
    const knowledge = await loadKnowledge(await rulesFolder(flags.rules))
    const history = vendorHistory(args.vendor, knowledge, asOf)
    if (history === undefined) {
      const near = nearest(
        args.vendor,
        [...knowledge.organisations.values()].flatMap(({ id, names }) => [id, ...names]),
      )
      throw new Problem('E2006', { id: args.vendor, hint: near === undefined ? 'eigenstand vendors find' : askedFor(near) })
    }
    if (flags.json) this.printJson(history)
    else this.print(vendorHistoryText(history, this.language))
  }
}
