import { basename, resolve } from 'node:path'
import { ownRules, rulesIn } from '../config.ts'
import { readText } from '../files.ts'
import { thawRules } from '../knowledge/frozen.ts'
import { Problem } from '../model/problem.ts'
import type { Policy, RuleSet } from '../model/policy.ts'
import type { Knowledge } from '../model/register.ts'

/** Our rules, with the user's own folder laid over them. What reads YAML is loaded only where there is some to read. */
export async function loadKnowledge(folder: string | undefined): Promise<Knowledge> {
  const rules = ownRules()
  const ours = 'frozen' in rules ? thawRules(rules.frozen) : (await import('../knowledge/compile.ts')).compileRules(rules.files)
  if (folder === undefined) return ours
  const { overlay } = await import('../knowledge/overlay.ts')
  return overlay(ours, rulesIn(folder), folder)
}

export function ruleSet(knowledge: Knowledge, id: string): RuleSet {
  const set = knowledge.sets.get(id)
  if (set === undefined) throw new Problem('E2003', { set: id, known: [...knowledge.sets.keys()].join(', ') })
  return set
}

/** The policies of a rules folder, of its `policies` folder alone, or of one file; nothing is laid over ours. */
export async function policiesIn(path: string): Promise<readonly Policy[]> {
  const [{ policy }, { parseYaml }] = await Promise.all([import('../knowledge/policies.ts'), import('../knowledge/yaml.ts')])
  const text = path.endsWith('.yaml') ? readText(path) : undefined
  if (text !== undefined) return [policy(parseYaml(text, path))]
  const files = rulesIn(path).filter((file) => file.path.endsWith('.yaml'))
  const ofPolicies = basename(resolve(path)) === 'policies' ? files : files.filter((file) => file.path.startsWith('policies/'))
  return ofPolicies.map((file) => policy(parseYaml(file.text, `${path.replace(/\/+$/, '')}/${file.path}`)))
}
