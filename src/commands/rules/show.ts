import { join } from 'node:path'
import { BaseCommand } from '../../cli/base.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { Args, Flags } from '../../cli/oclif.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { policyText } from '../../cli/text/policy.ts'
import { setDocument, setText } from '../../cli/text/set.ts'
import { HOME } from '../../config.ts'
import { exists, readText } from '../../files.ts'
import { writeStdout } from '../../output-file.ts'
import { askedFor, nearest } from '../../model/nearest.ts'
import { Problem } from '../../model/problem.ts'
import { unreadable } from '../../model/unreadable.ts'

export default class RulesShow extends BaseCommand {
  static override summary = 'Eine Regel oder einen Regelsatz zeigen · show a policy or a rule set'
  static override args = { id: Args.string({ description: 'Kennung der Regel oder des Satzes · id of the policy or the set', required: true, ignoreStdin: true }) }
  static override flags = {
    ...commonFlags,
    ...rulesFlags,
    yaml: Flags.boolean({ summary: 'die Datei selbst, zum Ändern · the file itself, to be changed', exclusive: ['json'] }),
  }
  static override examples = ['<%= config.bin %> <%= command.id %> single-bid --yaml > meine-regeln/policies/single-bid.yaml', '<%= config.bin %> <%= command.id %> default']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesShow)
    this.speakIn(flags.lang)
    const folder = await rulesFolder(flags.rules)
    const { policies, sets } = await loadKnowledge(folder)
    const policy = policies.find(({ id }) => id === args.id)
    const set = policy === undefined ? sets.get(args.id) : undefined
    if (policy === undefined && set === undefined) {
      const near = nearest(args.id, [...policies.map(({ id }) => id), ...sets.keys()])
      throw new Problem('E2006', { id: args.id, hint: near === undefined ? 'eigenstand rules list' : askedFor(near) })
    }
    if (flags.yaml) return writeStdout([fileText(policy?.place.file ?? setFile(args.id, folder), folder)])
    if (set !== undefined) {
      if (flags.json) this.printJson(setDocument(set, policies))
      else this.print(setText(set, policies, this.language))
      return
    }
    const { place, ...said } = policy!
    if (flags.json) this.printJson({ format: 'eigenstand/policy/1', ...said, rule: `${place.file}:${place.line}` })
    else this.print(policyText(policy!, this.language))
  }
}

function setFile(id: string, own: string | undefined): string {
  const path = own === undefined ? undefined : join(own, 'sets', `${id}.yaml`)
  return path !== undefined && exists(path) ? path : `rules/sets/${id}.yaml`
}

/** One's own are named from the working directory, ours from the folder of the tool. */
function fileText(file: string, own: string | undefined): string {
  const theirs = own !== undefined && file.startsWith(`${own.replace(/\/$/, '')}/`)
  const text = readText(theirs ? file : join(HOME, file))
  if (text === undefined) throw unreadable(file, undefined, 'E2108')
  return text
}
