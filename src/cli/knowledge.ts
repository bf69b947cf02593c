import { basename, dirname, join, resolve, sep } from 'node:path'
import { ownRules, rulesIn } from '../config.ts'
import { entriesOf, kindOf, readOwn } from '../files.ts'
import { thawRules } from '../knowledge/frozen.ts'
import type { YamlFile } from '../knowledge/yaml.ts'
import { Problem } from '../model/problem.ts'
import type { Policy, RuleSet } from '../model/policy.ts'
import type { Knowledge } from '../model/knowledge.ts'

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

/** The policies of a rules folder, of its `policies` folder alone, or of one file; lists are those beside them, else ours. */
export async function policiesIn(path: string): Promise<readonly Policy[]> {
  const [{ policy }, { namedList }] = await Promise.all([import('../knowledge/policies.ts'), import('../knowledge/lists.ts')])
  const isFile = path.endsWith('.yaml') && kindOf(path) === 'file'
  const folder = isFile ? dirname(path) : path
  const isPolicies = basename(resolve(folder)) === 'policies'
  const inside = isPolicies || kindOf(join(folder, 'policies')) !== 'folder'
  const lists = new Map((await loadKnowledge(undefined)).lists.map((list) => [list.id, list]))
  for (const yaml of await yamlFiles(join(isPolicies ? join(folder, '..') : folder, 'lists')))
    lists.set(namedList(yaml).id, namedList(yaml))
  if (isFile) return [policy(await yamlFile(path), lists)]
  if (kindOf(path) !== 'folder') throw new Problem('E2108', { path }, { file: path })
  return (await yamlFiles(inside ? folder : join(folder, 'policies'))).map((yaml) => policy(yaml, lists))
}

/** The YAML files that lie directly in a folder, if there is one. */
async function yamlFiles(folder: string): Promise<YamlFile[]> {
  if (kindOf(folder) !== 'folder') return []
  const names = entriesOf(folder).filter(({ name, folder: isFolder }) => !isFolder && name.endsWith('.yaml'))
  return Promise.all(names.map(({ name }) => yamlFile(join(folder, name))))
}

async function yamlFile(path: string): Promise<YamlFile> {
  const { parseYaml } = await import('../knowledge/yaml.ts')
  return parseYaml(readOwn(path)!, path.split(sep).join('/'))
}
