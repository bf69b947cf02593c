import { Args } from '../../cli/oclif.ts'
import { BaseCommand } from '../../cli/base.ts'
import { commonFlags } from '../../cli/flags.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { cliWords } from '../../cli/words.ts'
import { ownRules, rulesIn } from '../../config.ts'
import { checkExamples } from '../../examples.ts'

export default class RulesCheck extends BaseCommand {
  static override summary = 'Regeldateien prüfen, samt ihren Beispielen · check rule files with their examples'
  static override args = { dir: Args.string({ description: 'Ordner mit eigenen Regeln; sonst unsere · folder of own rules; else ours', ignoreStdin: true }) }
  static override flags = commonFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesCheck)
    this.speakIn(flags.lang)
    const rules = ownRules()
    const files = args.dir === undefined ? ('files' in rules ? rules.files : undefined) : rulesIn(args.dir)
    const knowledge = args.dir === undefined && files !== undefined ? (await import('../../knowledge/compile.ts')).compileRules(files) : await loadKnowledge(args.dir)
    checkExamples(knowledge.policies)
    const counts = { files: files?.length ?? knowledge.organisations.size + knowledge.policies.length, policies: knowledge.policies.length, organisations: knowledge.organisations.size }
    if (flags.json) this.printJson({ format: 'eigenstand/rules-check/1', ...counts })
    else this.print(cliWords(this.language).rules.fine(counts.files, counts.policies, counts.organisations))
  }
}
