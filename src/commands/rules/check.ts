import { Args } from '../../cli/oclif.ts'
import { BaseCommand } from '../../cli/base.ts'
import { commonFlags } from '../../cli/flags.ts'
import { knowledgeWith, loadKnowledge, rulesAt } from '../../cli/knowledge.ts'
import { rulesFolder } from '../../cli/own-files.ts'
import { rulesWords } from '../../cli/text/rules-words.ts'
import { cliWords } from '../../cli/text/words.ts'
import { ownRules } from '../../config.ts'
import { checkExamples } from '../../examples.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Condition } from '../../model/policy.ts'
import { Problem } from '../../model/problem.ts'

export default class RulesCheck extends BaseCommand {
  static override summary = 'Regeldateien prüfen, samt ihren Beispielen · check rule files with their examples'
  static override args = { dir: Args.string({ description: 'Ordner oder Datei mit eigenen Regeln; sonst der Ordner der Projektdatei, sonst unsere · folder or file of own rules; else the folder of the project file, else ours', ignoreStdin: true }) }
  static override flags = commonFlags

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RulesCheck)
    this.speakIn(flags.lang)
    const dir = args.dir ?? (await rulesFolder(undefined))
    const own = dir === undefined ? undefined : rulesAt(dir)
    // nothing that is checked is nothing that is fine
    if (own?.asked.size === 0) throw new Problem('E2118', { path: dir! }, { file: dir! })
    const rules = ownRules()
    const knowledge = own === undefined ? await loadKnowledge(undefined) : await knowledgeWith(own)
    checkExamples(knowledge.policies)
    const ours = 'files' in rules ? rules.files.length : knowledge.organisations.size + knowledge.policies.length
    const counts = { files: own?.asked.size ?? ours, policies: knowledge.policies.length, organisations: knowledge.organisations.size }
    const { replaced = [] } = knowledge
    const unused = unusedLists(knowledge)
    if (flags.json) return this.printJson({ format: 'eigenstand/rules-check/1', ...counts, replaced, unusedLists: unused })
    const words = rulesWords(this.language).rules
    for (const { what, id, file } of replaced) this.print(words.replaces(file, what, id))
    for (const id of dir === undefined ? [] : unused) this.print(words.unusedList(id))
    this.print(cliWords(this.language).rules.fine(counts.files, counts.policies, counts.organisations))
  }
}

/** Lists that no condition takes its values from. */
function unusedLists({ lists, policies, frameworks }: Knowledge): string[] {
  const used = new Set<string>()
  const visit = (condition: Condition): void => {
    if ('fact' in condition) return void (condition.list !== undefined && used.add(condition.list))
    for (const part of 'not' in condition ? [condition.not] : 'all' in condition ? condition.all : condition.any) visit(part)
  }
  for (const { when } of policies) visit(when)
  for (const { answers } of frameworks.flatMap(({ criteria }) => criteria)) for (const { when } of answers ?? []) if (when !== undefined) visit(when)
  return lists.map(({ id }) => id).filter((id) => !used.has(id))
}
