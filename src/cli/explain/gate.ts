import type { GateConditionId } from '../../model/policy.ts'
import type { Explained, Known } from './things.ts'
import { rulesWords } from '../text/rules-words.ts'
import { limitText, setDocument, setText } from '../text/set.ts'
import { list } from '../text/table.ts'
import { cliWords } from '../text/words.ts'

/** A condition of the gate, `check --json` names it by its id: what each set does where it is violated, from which limit on, and which policies it counts. */
export function condition(id: string, { knowledge, language }: Known): Explained | undefined {
  const { conditions } = cliWords(language)
  if (!Object.hasOwn(conditions, id)) return undefined
  const words = rulesWords(language).set
  const asked = [...knowledge.sets.values()].flatMap((set) =>
    set.gate.filter((one) => one.id === id).map((one) => ({ set: set.id, ...one })),
  )
  const rows = asked.map(({ set, ...one }) => [
    `  ${set}`,
    words.action[one.action],
    limitText(one, language),
    (one.policies ?? []).join(', '),
  ])
  const text = [`${id}: ${conditions[id as GateConditionId]}`, ...(rows.length === 0 ? [] : [list(rows)]), '  docs/scoring.md'].join('\n')
  return { text, document: { kind: 'condition', id, sets: asked.map(({ id: _, ...one }) => one) } }
}

export function ruleSet(id: string, { knowledge, language }: Known): Explained | undefined {
  const set = knowledge.sets.get(id)
  if (set === undefined) return undefined
  const { format: _, ...document } = setDocument(set, knowledge.policies)
  return { text: setText(set, knowledge.policies, language), document: { kind: 'set', ...document } }
}
