import { changedAt, newestChange, partsOf, readFolder } from '../../src/files.ts'
import { compileRules } from '../../src/knowledge/compile.ts'
import { thawRules } from '../../src/knowledge/frozen.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'

/** Nothing below a folder is left out. */
const NONE = ''

/** All our knowledge, as the build froze it: to compile it takes as long as many tests. From the files where rules or code changed since. */
export const KNOWLEDGE: Knowledge = isBuilt() ? thawRules((name) => partsOf(`dist/rules/${name}`)) : compileRules(readFolder('rules'))

function isBuilt(): boolean {
  const built = changedAt('dist/rules/rules.json')
  return ['rules', 'src'].every((folder) => newestChange(folder, NONE) < built)
}
