import { PROJECT_FILE } from '../../model/project.ts'
import type { GateCondition, GateConditionId } from '../../model/policy.ts'
import type { Explained, Known } from './things.ts'
import { rulesWords } from '../text/rules-words.ts'
import { limitText, setDocument, setText } from '../text/set.ts'
import { list } from '../text/table.ts'
import { cliWords } from '../text/words.ts'

/** A condition of the gate, `check --json` names it by its id: what each set does where it is violated, from which limit on, and which policies it counts. */
export function condition(id: string, { knowledge, project, language }: Known): Explained | undefined {
  const { conditions } = cliWords(language)
  if (!Object.hasOwn(conditions, id)) return undefined
  const words = rulesWords(language).set
  const asked: readonly Asked[] = [
    ...[...knowledge.sets.values()].flatMap((set) => set.gate.filter((one) => one.id === id).map((one) => ({ set: set.id, ...one }))),
    ...(project === undefined ? [] : ofProject(id as GateConditionId, project)),
  ]
  const rows = asked.map(({ set, ...one }) => [
    `  ${set}`,
    one.action === undefined ? '' : words.action[one.action],
    limitText({ ...one, action: one.action ?? 'fail' }, language),
    (one.policies ?? []).join(', '),
  ])
  const text = [`${id}: ${conditions[id as GateConditionId]}`, ...(rows.length === 0 ? [] : [list(rows)]), '  docs/scoring.md'].join('\n')
  return { text, document: { kind: 'condition', id, sets: asked.map(({ id: _, ...one }) => one) } }
}

interface Asked extends Omit<GateCondition, 'action'> {
  readonly set: string
  /** Left out where the project file changes no more than the limit. */
  readonly action?: GateCondition['action']
}

/** What the project file asks for or changes, as one more row: it goes before the set. */
function ofProject(id: GateConditionId, { limits, requires }: NonNullable<Known['project']>): Asked[] {
  const changed = limits.flatMap((one) => (one.condition === id ? [{ set: `${PROJECT_FILE} (${one.date})`, id, limit: one.limit }] : []))
  if (id === 'seal-ceiling' && requires?.seal !== undefined) return [{ set: PROJECT_FILE, id, action: 'fail', limit: requires.seal }]
  return id === 'tr03183' && requires?.tr03183 === true ? [{ set: PROJECT_FILE, id, action: 'fail' }] : changed
}

export function ruleSet(id: string, { knowledge, language }: Known): Explained | undefined {
  const set = knowledge.sets.get(id)
  if (set === undefined) return undefined
  const { format: _, ...document } = setDocument(set, knowledge.policies)
  return { text: setText(set, knowledge.policies, language), document: { kind: 'set', ...document } }
}
