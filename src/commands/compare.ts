import { Args } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { auditCalled, comparisonOf } from '../cli/comparison.ts'
import { comparisonText } from '../cli/text/comparison.ts'
import { commonFlags, rulesFlags, storeFlags } from '../cli/flags.ts'
import { loadKnowledge, ruleSet } from '../cli/knowledge.ts'
import { rulesFolder } from '../cli/own-files.ts'
import { storeToRead } from '../cli/store.ts'

export default class Compare extends BaseCommand {
  static override summary = 'was sich zwischen zwei Prüfungen geändert hat, und warum · what changed between two audits, and why'
  static override args = {
    old: Args.string({
      description: 'PROJEKT@TAG, Nummer oder JSON-Datei einer Prüfung · PROJECT@DAY, number or JSON file of an audit',
      required: true,
      ignoreStdin: true,
    }),
    new: Args.string({ description: 'die spätere, ebenso · the later one, likewise', required: true, ignoreStdin: true }),
  }
  static override flags = { ...commonFlags, ...rulesFlags, ...storeFlags }
  static override examples = [
    '<%= config.bin %> <%= command.id %> wohngeld@2026-05-01 wohngeld@2026-11-23',
    '<%= config.bin %> <%= command.id %> alt.json neu.json --json',
  ]

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Compare)
    this.speakIn(flags.lang)
    const store = await storeToRead(flags.db)
    try {
      const [before, after] = [auditCalled(args.old, store), auditCalled(args.new, store)]
      const knowledge = await loadKnowledge(await rulesFolder(flags.rules))
      const set = ruleSet(knowledge, knowledge.sets.has(after.rules.set) ? after.rules.set : 'default')
      const seenBefore = store?.foundBefore(before.project.id, before.asOf)
      const compared = comparisonOf(before, after, { knowledge, set, version: this.config.version }, seenBefore)
      if (flags.json) this.printJson(compared)
      else this.print(comparisonText(compared, this.language))
    } finally {
      store?.close()
    }
  }
}
