import { registerIndex } from './identify/register-index.ts'
import { compileRules, type RuleFile } from './knowledge/compile.ts'
import { frozenRules } from './knowledge/frozen.ts'

/** What the build makes of rules/: file name → bytes. */
export function freezeRules(files: readonly RuleFile[]): ReadonlyMap<string, Uint8Array> {
  const knowledge = compileRules(files)
  return frozenRules(knowledge, registerIndex(knowledge))
}
