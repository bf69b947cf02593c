import { Args } from '../../cli/oclif.ts'
import { BaseCommand } from '../../cli/base.ts'
import { auditFlags } from '../../cli/flags.ts'
import { prepare } from '../../cli/prepare.ts'
import { progressLine } from '../../cli/progress.ts'
import { cliWords } from '../../cli/text/words.ts'
import { organisationCalled } from '../../vendor-history.ts'
import { leftUnmatched, unmatched, unmatchedYaml } from '../../unmatched.ts'

const { lang, json, quiet, debug, rules, project, map, 'as-of': asOf, ...others } = auditFlags
const {
  db: _db,
  authority: _authority,
  set: _set,
  format: _format,
  output: _output,
  report: _report,
  'no-store': _noStore,
  'keep-going': _keepGoing,
  ...limits
} = others

export default class VendorsUnmatched extends BaseCommand {
  static override summary =
    'Was niemand zuordnet, nach Gewicht, als Vorlagen für eigene Einträge · what nothing matches, by weight, as templates to fill in'
  static override strict = false
  static override args = {
    input: Args.string({ description: 'Dateien, „-“ für stdin · files, "-" for stdin', required: true, ignoreStdin: true }),
  }
  static override flags = { lang, json, quiet, debug, rules, project, map, 'as-of': asOf, ...limits }
  static override examples = ['<%= config.bin %> <%= command.id %> bom.json > unbekannt.yaml']

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(VendorsUnmatched)
    this.speakIn(flags.lang)
    const { audit, failures, knowledge } = await prepare(argv as string[], flags, this.config.version, {
      command: 'vendors unmatched',
      progress: progressLine(flags.quiet),
    })
    if (failures[0] !== undefined) throw failures[0]
    const isKnown = (name: string) => organisationCalled(name, knowledge) !== undefined
    const [groups, leftOut] = [unmatched(audit, isKnown), leftUnmatched(audit, isKnown)]
    if (flags.json) this.printJson({ format: 'eigenstand/unmatched/1', asOf: audit.asOf, groups, leftOut })
    else this.print(unmatchedYaml(groups, leftOut, audit.asOf, cliWords(this.language).unmatched, knowledge.organisations))
  }
}
