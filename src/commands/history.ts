import { Args } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { commonFlags, storeFlags } from '../cli/flags.ts'
import { historyText, unknownProjectText } from '../cli/text/history.ts'
import { storeToRead } from '../cli/store.ts'

export default class History extends BaseCommand {
  static override summary = 'Verlauf der abgelegten Prüfungen · trend of the stored audits'
  static override args = { project: Args.string({ description: 'Kennung des Projekts · id of the project', ignoreStdin: true }) }
  static override flags = { ...commonFlags, ...storeFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(History)
    this.speakIn(flags.lang)
    const store = await storeToRead(flags.db)
    try {
      const audits = store?.history(args.project) ?? []
      if (flags.json) this.printJson({ format: 'eigenstand/history/1', audits })
      else if (args.project !== undefined && audits.length === 0)
        this.print(unknownProjectText(args.project, store?.history() ?? [], this.language))
      else this.print(historyText(audits, this.language))
    } finally {
      store?.close()
    }
  }
}
