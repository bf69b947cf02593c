import type { ComparedFinding, Comparison } from '../../model/comparison.ts'
import { SEVERITIES } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { causesText, figureName, isIncomplete, limitText, stepsOf, valueText, waiverTexts } from '../../report/comparison.ts'
import { clip } from '../../report/html/safe.ts'
import { projectName } from '../../report/project-name.ts'
import { formats } from '../../report/format.ts'
import { speaker } from '../../report/words/say.ts'
import { list } from './table.ts'

/** Findings of one state that are named; the others are counted. */
const NAMED = 20
const STATES = ['new', 'back', 'solved'] as const

/** The comparison for the terminal: causes, figures step by step, findings that came and went. */
export function comparisonText(compared: Comparison, language: Language): string {
  const spoken = { ...speaker(language), f: formats(language) }
  const { say, f } = spoken
  const title = (policy: string) => compared.titles[policy]?.[language] ?? policy
  const name = ({ name: known, subject, state }: ComparedFinding) =>
    known ??
    (subject.kind === 'layer'
      ? spoken.term('layer', subject.id)
      : subject.kind === 'project'
        ? projectName(compared[state === 'solved' ? 'before' : 'after'].project, spoken)
        : subject.id)
  const head = [compared.before, compared.after]
    .map(({ project, asOf }) => `${clip(projectName(project, spoken))}, ${f.day(asOf)}`)
    .join(' → ')
  const steps = stepsOf(spoken, compared)
  const columns = [say('figures.figure'), ...steps.map((step) => step.title)]
  const figures = compared.figures.map((figure) => [
    figureName(spoken, figure),
    ...steps.map(({ key }) => valueText(spoken, figure, figure[key])),
  ])
  const limits = compared.limits.filter((limit) => !isIncomplete(limit))
  const counts = [...STATES, 'unchanged' as const].map((state) => `${say(`change.state.${state}`)}: ${count(compared, state)}`)
  return [
    head,
    ...causesText(spoken, compared).map((line) => `  ${line}`),
    '',
    list([columns, ...figures], '  '),
    '',
    `${say('change.findings')}: ${counts.join(', ')}`,
    ...STATES.flatMap((state) => named(compared, state, (one) => `  ${say(`change.state.${state}`)}, ${say(`cause.${one.cause ?? 'data'}`)}: ${title(one.policy)}: ${name(one)}`, (n) => `  ${say('more', { n })}`)),
    ...waiverTexts(spoken, compared, title, name),
    ...(limits.length > 0 ? ['', ...limits.map((limit) => limitText(spoken, limit))] : []),
  ].join('\n') // prettier-ignore
}

const count = ({ findings }: Comparison, state: ComparedFinding['state']): number => findings.filter((one) => one.state === state).length

function named({ findings }: Comparison, state: ComparedFinding['state'], text: (one: ComparedFinding) => string, more: (n: number) => string): string[] {
  const found = findings.filter((one) => one.state === state).sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
  return [...found.slice(0, NAMED).map(text), ...(found.length > NAMED ? [more(found.length - NAMED)] : [])]
} // prettier-ignore
