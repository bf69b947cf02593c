import { ownRules, rulesIn } from '../config.ts'
import { compileRules, fromJson } from '../knowledge/compile.ts'
import { overlay } from '../knowledge/overlay.ts'
import { Problem } from '../model/problem.ts'
import type { RuleSet } from '../model/policy.ts'
import type { Knowledge } from '../model/register.ts'

/** Our rules, with the user's own folder laid over them. */
export function loadKnowledge(folder: string | undefined): Knowledge {
  const rules = ownRules()
  const ours = 'compiled' in rules ? fromJson(rules.compiled) : compileRules(rules.files)
  return folder === undefined ? ours : overlay(ours, rulesIn(folder), folder)
}

export function ruleSet(knowledge: Knowledge, id: string): RuleSet {
  const set = knowledge.sets.get(id)
  if (set === undefined) throw new Problem('E2003', { set: id, known: [...knowledge.sets.keys()].join(', ') })
  return set
}
