import { Args, Flags } from '../cli/oclif.ts'
import { BaseCommand } from '../cli/base.ts'
import { auditCalled } from '../cli/comparison.ts'
import type { Explained } from '../cli/explain/things.ts'
import { explain, isOfAudit, message as messageOf } from '../cli/text/explain.ts'
import { commonFlags, rulesFlags, storeFlags } from '../cli/flags.ts'
import { loadKnowledge } from '../cli/knowledge.ts'
import { ownProject, rulesFolder } from '../cli/own-files.ts'
import { storeToRead } from '../cli/store.ts'
import { namedProject } from '../cli/waive.ts'
import { cliWords } from '../cli/text/words.ts'
import type { Audit } from '../model/audit.ts'
import { FACTS } from '../model/facts.ts'
import { FIGURES } from '../model/figures.ts'
import { askedFor, nearest } from '../model/nearest.ts'
import { MESSAGES } from '../model/messages.ts'
import { NOTES } from '../model/notes.ts'
import { AXES, GATE_CONDITIONS } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import { formats } from '../report/format.ts'

/** What is told from the newest audit. */
const FROM_AUDIT: ReadonlySet<unknown> = new Set(['finding', 'item', 'axis', 'layer', 'vendor', 'policy', 'figure'])

export default class Explain extends BaseCommand {
  static override summary = 'Erklären, was eine Kennung bedeutet · explain what an id means'
  static override args = {
    id: Args.string({
      description:
        'F-01, Kennung (ab 6 Zeichen), Regel, Eintrag, Vertragsnummer, Anbieter, Schicht, Achse, Kennzahl, Fakt, Bedingung, Regelsatz, Liste, Rahmenwerk, Kriterium, Meldung · F-01, fingerprint (from 6 characters), policy, item, contract number, vendor, layer, axis, figure, fact, condition, set, list, framework, criterion, message',
      required: true,
      ignoreStdin: true,
    }),
  }
  static override flags = {
    ...commonFlags,
    ...rulesFlags,
    ...storeFlags,
    audit: Flags.string({
      summary:
        'diese Prüfung statt der zuletzt abgelegten: PROJEKT, PROJEKT@TAG, Nummer oder JSON-Datei · this audit instead of the newest stored: PROJECT, PROJECT@DAY, number or JSON file',
      helpValue: 'AUDIT',
    }),
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> F-01',
    '<%= config.bin %> <%= command.id %> large-vendors',
    '<%= config.bin %> <%= command.id %> F-01 --audit wohngeld@2026-11-23',
    '<%= config.bin %> <%= command.id %> E3301',
  ]

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain)
    this.speakIn(flags.lang)
    // that a message is asked for may be because rules or the database cannot be read; one that the call names has to be there
    const message = flags.db === undefined && flags.audit === undefined ? messageOf(args.id, this.language) : undefined
    if (message !== undefined) return this.tellAll(message, flags.json)
    const store = await storeToRead(flags.db)
    try {
      const knowledge = await loadKnowledge(await rulesFolder(flags.rules))
      const audit = flags.audit === undefined ? store?.newest(await namedProject()) : auditCalled(flags.audit, store)
      const openSourceDeliverable = audit?.projectFile?.deliverable === 'open-source'
      const { project } = await ownProject()
      const found = explain(args.id, { audit, knowledge, openSourceDeliverable, project, language: this.language })
      if (found === undefined) {
        if (audit === undefined && isOfAudit(args.id)) throw new Problem('E2305')
        const near = nearest(args.id, [
          ...knowledge.policies.map(({ id }) => id),
          ...AXES,
          ...FIGURES,
          ...knowledge.layers.map(({ id }) => id),
          ...Object.keys(FACTS),
          ...GATE_CONDITIONS,
          ...knowledge.sets.keys(),
          ...knowledge.lists.map(({ id }) => id),
          ...knowledge.frameworks.flatMap(({ id, criteria }) => [id, ...criteria.map((one) => one.id)]),
          ...[...knowledge.organisations.values()].flatMap(({ id, names }) => [id, ...names]),
          // a message has a form of its own, and nothing else is meant by it: V-001 is no E2001
          ...(/^(E\d|W-)/i.test(args.id) ? [...Object.keys(MESSAGES), ...Object.keys(NOTES)] : []),
        ])
        throw new Problem('E2006', { id: args.id, hint: near === undefined ? 'F-01, E3301, …' : askedFor(near) })
      }
      // several projects may lie in one database: whose numbers these are has to be said
      const { kind, axes } = found.document
      const told =
        FROM_AUDIT.has(kind) || ['figure', 'layer'].some((part) => part in found.document) || (Array.isArray(axes) && axes.length > 0)
      const of = told ? audit : undefined
      this.tellAll(found, flags.json, of, flags.audit !== undefined)
    } finally {
      store?.close()
    }
  }

  private tellAll({ text, document }: Explained, json: boolean, of?: Audit, asked = false): void {
    if (json) this.printJson({ format: 'eigenstand/explain/1', ...document, ...(of && { project: of.project.id, asOf: of.asOf }) })
    else if (of === undefined) this.print(text)
    else this.print(`${text}\n${cliWords(this.language)[asked ? 'asked' : 'newest'](of.project.name, formats(this.language).day(of.asOf))}`)
  }
}
