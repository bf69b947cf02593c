import { partsOf, readFolder } from '../../src/files.ts'
import { compileRules } from '../../src/knowledge/compile.ts'
import { thawRules } from '../../src/knowledge/frozen.ts'
import type { Knowledge } from '../../src/model/knowledge.ts'
import { RULES_BUILT } from './rules-built.ts'

/** All our knowledge, as the build froze it: to compile it takes as long as many tests. From the files where rules or code changed since. */
export const KNOWLEDGE: Knowledge =
  process.env[RULES_BUILT] === 'true' ? thawRules((name) => partsOf(`dist/rules/${name}`)) : compileRules(readFolder('rules'))
