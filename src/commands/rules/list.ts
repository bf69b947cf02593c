import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { list } from '../../cli/text/table.ts'
import { cliWords } from '../../cli/text/words.ts'
import { speaker } from '../../report/words/say.ts'

export default class RulesList extends BaseCommand {
  static override summary = 'Regeln und Regelsätze auflisten · list policies and rule sets'
  static override flags = { ...commonFlags, ...rulesFlags }

  async run(): Promise<void> {
    const { flags } = await this.parse(RulesList)
    this.speakIn(flags.lang)
    const { policies, sets } = await loadKnowledge(await rulesFolder(flags.rules))
    if (flags.json) {
      const named = policies.map(({ id, scope, severity, title, source, place }) => ({ id, scope, severity, title, source, rule: `${place.file}:${place.line}` }))
      return this.printJson({ format: 'eigenstand/rules/1', policies: named, sets: [...sets.values()].map(({ id, words }) => ({ id, words })) })
    }
    const words = cliWords(this.language).rules
    const { term } = speaker(this.language)
    this.print(list([[words.policy, words.scope, words.severity, words.title], ...policies.map(({ id, scope, severity, title }) => [id, scope, term('severity', severity), title[this.language]])])) // prettier-ignore
    this.print('')
    this.print(list([...sets.values()].map((set) => [set.id, set.words[this.language]])))
  }
}
