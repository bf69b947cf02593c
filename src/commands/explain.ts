import { Args } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { explain } from '../cli/explain-text.ts'
import { commonFlags, rulesFlags, storeFlags } from '../cli/flags.ts'
import { loadKnowledge } from '../cli/knowledge.ts'
import { databasePath, openDatabase } from '../cli/store.ts'
import { exists } from '../files.ts'
import { nearest } from '../model/nearest.ts'
import { MESSAGES, NOTES } from '../model/messages.ts'
import { Problem } from '../model/problem.ts'

export default class Explain extends BaseCommand {
  static override summary = 'Feststellung, Regel, Eintrag oder Meldung erklären · explain a finding, policy, item or message'
  static override args = {
    id: Args.string({
      description:
        'F-01, Kennung einer Feststellung (ab 6 Zeichen), Regel, Eintrag oder Meldung · F-01, fingerprint (from 6 characters), policy, item or message',
      required: true,
      ignoreStdin: true,
    }),
  }
  static override flags = { ...commonFlags, ...rulesFlags, ...storeFlags }
  static override examples = ['<%= config.bin %> <%= command.id %> F-01', '<%= config.bin %> <%= command.id %> E3301']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain)
    this.speakIn(flags.lang)
    const path = await databasePath(flags.db)
    const store = exists(path) ? await openDatabase(path, false) : undefined
    try {
      const { policies } = await loadKnowledge(flags.rules)
      const found = explain(args.id, { audit: store?.newest(), policies, language: this.language })
      if (found === undefined) {
        const near = nearest(args.id, [...policies.map(({ id }) => id), ...Object.keys(MESSAGES), ...Object.keys(NOTES)])
        throw new Problem('E2006', { id: args.id, hint: near === undefined ? 'F-01, E3301, …' : `„${near}“?` })
      }
      if (flags.json) this.printJson({ format: 'eigenstand/explain/1', ...found.document })
      else this.print(found.text)
    } finally {
      store?.close()
    }
  }
}
