import { firstFew } from '../../model/first-few.ts'
import type { StoredAudit } from '../../model/ports.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { levelText } from '../../report/level.ts'
import { speaker, type Speaker } from '../../report/words/say.ts'
import { list } from './table.ts'
import { cliWords } from './words.ts'

const FIGURES = ['large-vendors', 'proprietary'] as const

/** A row for each stored audit, oldest first within its project; a change of rules is marked. */
export function historyText(audits: readonly StoredAudit[], language: Language): string {
  const words = cliWords(language).history
  if (audits.length === 0) return words.none
  const spoken = speaker(language)
  const f = formats(language)
  const projects = [...new Set(audits.map(({ project }) => project))].sort()
  return projects
    .map((project) => {
      const own = audits
        .filter((audit) => audit.project === project)
        .sort((a, b) => (a.asOf === b.asOf ? a.number - b.number : a.asOf < b.asOf ? -1 : 1))
      const changed = own.map((audit, i) => i > 0 && audit.rulesSha256 !== own[i - 1]!.rulesSha256)
      const rows = own.map((audit, i) => [
        String(audit.number),
        f.day(audit.asOf),
        audit.best === null || audit.worst === null ? '–' : levelText(spoken, { best: audit.best, worst: audit.worst }, audit.provisional),
        ...FIGURES.map((id) => figure(audit, id, f.shares)),
        basis(audit, spoken),
        f.number(audit.findings),
        f.number(audit.items),
        `${audit.set}${changed[i] ? ' *' : ''}`,
      ])
      const head = [
        words.number,
        words.asOf,
        words.level,
        ...FIGURES.map((id) => spoken.say(`figure.${id}`)),
        words.basis,
        words.findings,
        words.items,
        words.set,
      ]
      return [project, list([head, ...rows], '  '), ...(changed.includes(true) ? [`  ${words.rulesChanged}`] : [])].join('\n')
    })
    .join('\n\n')
}

/** The weightiest basis there is, on which the shares are told. */
function basis(audit: StoredAudit, { term }: Speaker): string {
  const found = basisOf(audit)
  return found === undefined ? '–' : term('basis', found)
}

const basisOf = ({ figures }: StoredAudit) =>
  (['spend', 'lines', 'components'] as const).find((one) => figures.some((figure) => figure.id === FIGURES[0] && figure.basis === one))

/** The share on that basis. */
function figure(audit: StoredAudit, id: string, shares: (interval: { low: number; high: number }) => string): string {
  const found = audit.figures.find((one) => one.id === id && one.basis === basisOf(audit))
  return found === undefined ? '–' : shares(found)
}

/** That nothing is stored of a project, and of which something is. */
export function unknownProjectText(project: string, stored: readonly StoredAudit[], language: Language): string {
  const words = cliWords(language).history
  const known = [...new Set(stored.map((audit) => audit.project))].sort()
  const shown = firstFew(known, MOST_KNOWN)
  return known.length === 0 ? words.none : words.unknown(project, shown)
}

const MOST_KNOWN = 20
