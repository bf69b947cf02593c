import type { Interval } from '../model/audit.ts'
import type { ComparedFigure, ComparedFinding, Comparison, DatedRate, DayEffects } from '../model/comparison.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

interface Spoken extends Speaker {
  readonly f: Formats
}

export function figureName({ say, term }: Speaker, { id, basis }: ComparedFigure): string {
  if (id === 'spend-per-year' || id === 'spend-as-stated') return say(`change.${id}`)
  const name = id === 'level' ? say('level.name') : basis === null ? term('axis', id) : term('figure', id)
  return basis === null ? name : `${name} (${term('basis', basis)})`
}

/** A level, a share, an HHI or a sum at one step; a dash where there is none. */
export function valueText({ f }: Spoken, { id, basis }: ComparedFigure, value: Interval | null): string {
  if (value === null) return '–'
  if (id === 'spend-per-year' || id === 'spend-as-stated') return f.money(String(value.low))
  return basis === null || id === 'concentration' || id === 'amount-unknown' ? f.hhi(value) : f.shares(value)
}

export interface Step {
  readonly key: 'before' | 'rescored' | 'projectFile' | 'onDay' | 'after'
  readonly title: string
  /** What makes it differ from the step before it. */
  readonly note?: string
}

/** From then to now, one step for each cause there is. Without the steps in between nothing is put down to the data. */
export function stepsOf({ say }: Speaker, { changed, rescored }: Comparison): readonly Step[] {
  const { rules, method, projectFile, day, data } = changed
  const byRules = rules || method
  const mixed = projectFile === null && byRules
  const steps: readonly (Step & { readonly shown: boolean })[] = [
    { key: 'before', title: say('change.then'), shown: true },
    {
      key: 'rescored',
      title: say('change.rescored'),
      note: say(mixed ? 'change.rescored.note.with-file' : 'change.rescored.note'),
      shown: rescored && byRules,
    },
    {
      key: 'projectFile',
      title: say('change.with-file'),
      note: say('change.with-file.note'),
      shown: rescored && projectFile !== false && !mixed,
    },
    { key: 'onDay', title: say('change.on-day'), note: say('change.on-day.note'), shown: rescored && day },
    {
      key: 'after',
      title: say('change.now'),
      ...(data && (rescored || isOnlyData(changed)) && { note: say('change.now.note') }),
      shown: true,
    },
  ]
  return steps.filter(({ shown }) => shown)
}

const isOnlyData = ({ rules, method, projectFile, day }: Comparison['changed']): boolean =>
  !rules && !method && projectFile === false && !day

/** What is different, cause by cause, in a sentence each. Levels and shares move for more than one reason; each is named. */
export function causesText(spoken: Spoken, comparison: Comparison): readonly string[] {
  const { say } = spoken
  const { changed, before, after, rescored } = comparison
  const versions = { then: before.tool, now: after.tool }
  return [
    say(changed.data ? 'change.data.other' : 'change.data.same'),
    ...comparison.limits.filter(isIncomplete).map((limit) => limitText(spoken, limit)),
    ...(changed.rules && changed.method
      ? [say('change.both', versions)]
      : [rulesText(spoken, comparison), changed.method ? say('change.method.other', versions) : say('change.method.same')]),
    projectFileText(spoken, comparison),
    ...(changed.day ? [dayText(spoken, comparison)] : []),
    ...(rescored ? [say('change.again')] : isOnlyData(changed) ? [] : [say('change.inseparable')]),
  ]
}

function rulesText({ say, f }: Spoken, { changed, rulesChanged, before, after, limits }: Comparison): string {
  // the columns are by one yardstick, the audits as they are stored were not
  if (!changed.rules && limits.includes('later-rules-unknown')) return say('change.rules.today')
  if (!changed.rules) return say('change.rules.same')
  if (rulesChanged === undefined || before.rules.set !== after.rules.set) return say('change.rules.other')
  if (rulesChanged.length === 0) return say('change.rules.words')
  return say('change.rules.parts', { parts: f.list(rulesChanged.map((part) => say(`change.rules.${part}`))) })
}

function projectFileText({ say, f }: Spoken, { changed, projectFileChanged = [] }: Comparison): string {
  if (changed.projectFile === null) return say('change.file.unknown')
  if (!changed.projectFile) return say('change.file.same')
  return say('change.file.other', { keys: f.list(projectFileChanged.map((key) => say(`change.file.${key}`))) })
}

function dayText(spoken: Spoken, { before, after, dayEffects }: Comparison): string {
  const { say, f } = spoken
  const days = { then: f.day(before.asOf), now: f.day(after.asOf) }
  if (dayEffects === undefined) return say('change.day', days)
  const effects = effectsTexts(spoken, dayEffects)
  return effects.length === 0 ? say('change.day.none', days) : say('change.day.effects', { ...days, effects: effects.join('; ') })
}

function effectsTexts({ say, f }: Spoken, { ended, owners, rates }: DayEffects): readonly string[] {
  const rate = (one: DatedRate | undefined) =>
    one === undefined ? say('change.day.no-rate') : say('change.rate', { eur: f.rate(one.eur), day: f.day(one.date) })
  return [
    ...(ended > 0 ? [say('change.day.ended', { n: ended })] : []),
    ...(owners > 0 ? [say('change.day.owners', { n: owners })] : []),
    ...rates.map(({ currency, before, after }) => say('change.day.rate', { currency, then: rate(before), now: rate(after) })),
  ]
}

/** Waivers that began, ended, or lost their case; each rule once, with what it is about. */
export function waiverTexts(
  spoken: Spoken,
  { findings }: Comparison,
  titleOf: (policy: string) => string,
  nameOf: (one: ComparedFinding) => string,
) {
  const { say, f } = spoken
  const told = (key: 'began' | 'ended' | 'gone', cases: readonly ComparedFinding[]): string[] => {
    if (cases.length === 0) return []
    const rules = [...Map.groupBy(cases, ({ policy }) => policy)].map(([policy, of]) => {
      const names = [...new Set(of.map(nameOf))]
      const shown = names.slice(0, NAMED)
      const more = names.length - shown.length
      return say('change.waivers.case', { rule: titleOf(policy), names: f.list(more > 0 ? [...shown, say('more', { n: more })] : shown) })
    })
    return [say(`change.waivers.${key}`, { cases: rules.join('; ') })]
  }
  const isWaived = ({ status }: ComparedFinding): boolean => status === 'waived'
  return [
    ...told('began', findings.filter((one) => isWaived(one) && (one.state === 'unchanged' ? one.statusBefore !== undefined : one.state !== 'solved'))),
    ...told('ended', findings.filter(({ statusBefore }) => statusBefore === 'waived')),
    ...told('gone', findings.filter((one) => isWaived(one) && one.state === 'solved')),
  ] // prettier-ignore
}

/** Subjects named of one rule; the others are counted. */
export const NAMED = 3

/** What is missing from the data itself is told beside them. */
export const isIncomplete = (limit: Comparison['limits'][number]): boolean => limit === 'before-incomplete' || limit === 'after-incomplete'

export const limitText = ({ say }: Speaker, limit: Comparison['limits'][number]): string => say(`change.limit.${limit}`)
