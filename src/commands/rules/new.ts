import { dirname, join } from 'node:path'
import { BaseCommand } from '../../cli/base.ts'
import { loadKnowledge } from '../../cli/knowledge.ts'
import { commonFlags, rulesFlags } from '../../cli/flags.ts'
import { Args, Flags } from '../../cli/oclif.ts'
import { namedRules, ownProject } from '../../cli/own-files.ts'
import { rulesWords } from '../../cli/text/rules-words.ts'
import { environment } from '../../config.ts'
import { exists, makeFolder } from '../../files.ts'
import { writeWhole } from '../../cli/whole.ts'
import { SCOPES, type Scope } from '../../model/policy.ts'
import { Problem } from '../../model/problem.ts'

/** Where own rules go unless the call or the project file names another folder; as in docs/rules.md. */
const FOLDER = 'meine-regeln'

export default class RulesNew extends BaseCommand {
  static override summary = 'Eine Regel zum Ausfüllen anlegen · write a policy to be filled in'
  static override args = { id: Args.string({ description: 'Kennung: Kleinbuchstaben, Ziffern, Bindestriche · id: small letters, digits, hyphens', required: true, ignoreStdin: true }) }
  static override flags = { ...commonFlags, ...rulesFlags, scope: Flags.string({ summary: 'wonach gefragt wird · what is asked', options: [...SCOPES], default: 'item' }) }
  static override examples = ['<%= config.bin %> <%= command.id %> teurer-vertrag --scope item']

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesNew)
    this.speakIn(flags.lang)
    if (!/^[a-z0-9][a-z0-9-]*$/.test(args.id)) throw new Problem('E2001', { what: badId(args.id), command: 'rules new' })
    const folder = flags.rules ?? namedRules(await ownProject()) ?? FOLDER
    const path = join(folder, 'policies', `${args.id}.yaml`)
    if (exists(path)) throw new Problem('E2109', { path }, { file: path })
    // with the id of one of ours it would replace that
    const { policies } = await loadKnowledge(undefined)
    if (policies.some(({ id }) => id === args.id)) throw new Problem('E2001', { what: ours(args.id), command: 'rules new' })
    const { newPolicy } = await import('../../knowledge/new-policy.ts')
    makeFolder(dirname(path))
    await writeWhole(path, [newPolicy(args.id, flags.scope as Scope, environment.today())])
    const words = rulesWords(this.language).rules
    if (flags.json) return this.printJson({ format: 'eigenstand/rules-new/1', file: path })
    this.print(words.written(path))
    this.print(words.next(`eigenstand rules check ${folder}`))
  }
}

const ours = (id: string) => ({
  de: `${id}: so heißt eine Regel von uns; ihre Datei gibt „eigenstand rules show ${id} --yaml“ aus, unter dieser Kennung ersetzt sie unsere`,
  en: `${id}: a policy of ours is called so; "eigenstand rules show ${id} --yaml" prints its file, which under this id replaces ours`,
})
const badId = (id: string) => ({
  de: `${id}: eine Kennung hat nur Kleinbuchstaben, Ziffern und Bindestriche`,
  en: `${id}: an id has only small letters, digits and hyphens`,
})
