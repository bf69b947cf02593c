import { Args } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { commonFlags, storeFlags } from '../cli/flags.ts'
import { historyText } from '../cli/text/history.ts'
import { databasePath, openDatabase } from '../cli/store.ts'
import { exists } from '../files.ts'

export default class History extends BaseCommand {
  static override summary = 'Verlauf der abgelegten Prüfungen · trend of the stored audits'
  static override args = { project: Args.string({ description: 'Kennung des Projekts · id of the project', ignoreStdin: true }) }
  static override flags = { ...commonFlags, ...storeFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(History)
    this.speakIn(flags.lang)
    const path = await databasePath(flags.db)
    const store = exists(path) ? await openDatabase(path, false) : undefined
    try {
      const audits = store?.history(args.project) ?? []
      if (flags.json) this.printJson({ format: 'eigenstand/history/1', audits })
      else this.print(historyText(audits, this.language))
    } finally {
      store?.close()
    }
  }
}
