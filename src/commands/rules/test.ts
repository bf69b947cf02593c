import { BaseCommand } from '../../cli/base.ts'
import { commonFlags } from '../../cli/flags.ts'
import { knowledgeWith, rulesAt } from '../../cli/knowledge.ts'
import { Args } from '../../cli/oclif.ts'
import { rulesWords } from '../../cli/text/rules-words.ts'
import { list } from '../../cli/text/table.ts'
import { tryExamples } from '../../examples.ts'

export default class RulesTest extends BaseCommand {
  static override summary = 'Beispiele von Regeln ausführen und jedes zeigen · run the examples of policies and show each'
  static override args = { path: Args.string({ description: 'Ordner oder Datei mit eigenen Regeln · folder or file of own rules', required: true, ignoreStdin: true }) }
  static override flags = commonFlags
  static override examples = ['<%= config.bin %> <%= command.id %> meine-regeln']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesTest)
    this.speakIn(flags.lang)
    const own = rulesAt(args.path, true)
    const { policies } = await knowledgeWith(own)
    const tried = policies.filter(({ place }) => own.asked.has(place.file)).flatMap(tryExamples)
    const failed = tried.filter(({ expect, actual }) => expect !== actual)
    const words = rulesWords(this.language).rules
    if (flags.json) this.printJson({ format: 'eigenstand/rules-test/1', failed: failed.length, examples: tried })
    else {
      if (!flags.quiet && tried.length > 0) this.print(list(tried.map(({ policy, says, expect, actual, because }) => [expect === actual ? '✓' : '✗', policy, actual, expect === actual ? says : `${says} (${words.expected(expect)}; ${because.join('; ')})`])))
      this.print(words.tested(tried.length, failed.length))
    }
    if (failed.length > 0) process.exitCode = 2
  }
}
