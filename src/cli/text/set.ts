import { TAKES } from '../../model/gate-conditions.ts'
import { isApplied, type GateCondition, type Policy, type RuleSet } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { speaker } from '../../report/words/say.ts'
import { rulesWords } from './rules-words.ts'
import { list } from './table.ts'

/** A set for readers: what applies in it, where the levels begin, what the gate does. */
export function setText(set: RuleSet, policies: readonly Policy[], language: Language): string {
  const words = rulesWords(language).set
  const { term } = speaker(language)
  const applied = policies.filter(({ id }) => isApplied(set, id))
  const left = policies.filter(({ id }) => !isApplied(set, id)).map(({ id }) => id)
  const gate = set.gate.map((condition) => [
    `  ${condition.id}`,
    words.action[condition.action],
    limitText(condition, language),
    (condition.policies ?? []).join(', '),
  ])
  return [
    `${set.id}: ${set.words[language]}`,
    '',
    `${words.gate}:`,
    list(gate),
    '',
    `${words.levels}:`,
    ...boundsText(set, language).map((line) => `  ${line}`),
    '',
    `${words.applied(applied.length)}:`,
    list(
      applied.map(({ id, severity, title }) => [
        `  ${id}`,
        `${term('severity', set.severity?.[id] ?? severity)}${set.severity?.[id] === undefined ? '' : ` (${words.instead(term('severity', severity))})`}`,
        title[language],
      ]),
    ),
    ...(left.length === 0 ? [] : ['', `${words.left}: ${left.join(', ')}`]),
  ].join('\n')
}

export function limitText({ id, action, limit }: GateCondition, language: Language): string {
  if (action === 'off') return ''
  const kind = TAKES[id].limit
  if (kind === undefined || (limit === undefined && kind !== 'count')) return '–'
  const f = formats(language)
  return kind === 'share' ? f.percent(limit!) : f.number(limit ?? 0)
}

function boundsText({ levels }: RuleSet, language: Language): string[] {
  const { term } = speaker(language)
  const words = rulesWords(language).set
  const f = formats(language)
  const { wechselmoeglichkeit: switching, gestaltungsfaehigkeit, einfluss, margin } = levels
  return [
    `${term('axis', 'wechselmoeglichkeit')}: HHI > ${switching.hhi.map((hhi) => f.number(hhi)).join(', ')}; ${words.largest} ≥ ${f.percent(switching.largest)}; ${words.layerShare} ≥ ${f.percent(switching.layerShare)}; ${words.minLines(switching.minLines)}`,
    `${term('axis', 'gestaltungsfaehigkeit')}: ${words.open} ≥ ${gestaltungsfaehigkeit.map((share) => f.percent(share)).join(', ')}`,
    `${term('axis', 'einfluss')}: ${words.quarter} ≥ ${f.percent(einfluss)}`,
    `${words.margin}: ${f.percent(margin.share)}, ${f.number(margin.hhi)} HHI`,
  ]
}

/** `rules show SET --json`. */
export function setDocument(set: RuleSet, policies: readonly Policy[]): Readonly<Record<string, unknown>> {
  const { id, words, levels, gate } = set
  const applied = policies.filter((policy) => isApplied(set, policy.id))
  return {
    format: 'eigenstand/set/1',
    id,
    words,
    levels,
    gate,
    policies: applied.map((policy) => ({ id: policy.id, severity: set.severity?.[policy.id] ?? policy.severity })),
    leftOut: policies.filter((policy) => !isApplied(set, policy.id)).map((policy) => policy.id),
  }
}
