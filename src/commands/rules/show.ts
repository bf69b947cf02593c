import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { Args } from '../../cli/oclif.ts'
import { policyText } from '../../cli/policy-text.ts'
import { nearest } from '../../model/nearest.ts'
import { Problem } from '../../model/problem.ts'

export default class RulesShow extends BaseCommand {
  static override summary = 'Eine Regel mit Bedingung, Quelle und Beispielen · a policy with condition, source and examples'
  static override args = { id: Args.string({ description: 'Kennung der Regel · id of the policy', required: true, ignoreStdin: true }) }
  static override flags = { ...commonFlags, ...rulesFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesShow)
    this.speakIn(flags.lang)
    const { policies } = await loadKnowledge(flags.rules)
    const policy = policies.find(({ id }) => id === args.id)
    if (policy === undefined) {
      const near = nearest(args.id, policies.map(({ id }) => id)) // prettier-ignore
      throw new Problem('E2006', { id: args.id, hint: near === undefined ? 'eigenstand rules list' : `„${near}“?` })
    }
    const { place, ...said } = policy
    if (flags.json) this.printJson({ format: 'eigenstand/policy/1', ...said, rule: `${place.file}:${place.line}` })
    else this.print(policyText(policy, this.language))
  }
}
