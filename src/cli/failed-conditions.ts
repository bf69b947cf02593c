import { createHash } from 'node:crypto'
import type { GateLine, GateResult } from '../gate.ts'
import type { Audit } from '../model/audit.ts'
import type { FailedCondition } from '../model/ports.ts'
import { PROJECT_FILE } from '../model/project.ts'
import type { Language } from '../model/words.ts'
import { speaker } from '../report/words/say.ts'
import { becauseText, conditionName, figure, isViolated } from './text/gate.ts'

/** Files that a condition may be shown at, as the audit names files; those that are not there are left out. */
export interface GatePlaces {
  readonly hasProjectFile: boolean
  readonly baseline: string | undefined
}

/** Every condition that the gate fails by, in words, with a file that CI systems can show it at. */
export function failedConditions(result: GateResult, audit: Audit, places: GatePlaces, language: Language): FailedCondition[] {
  const { say } = speaker(language)
  return result.conditions.filter(isViolated).map((line) => {
    const name = conditionName(line, audit, language)
    const because = becauseText(line, language)
    const came = say('ci.condition', { name, actual: figure(line.actual, line, language), limit: figure(line.limit, line, language) })
    return {
      id: line.id,
      title: name,
      text: because === '' ? came : say('ci.condition-because', { came, because }),
      path: placeOf(line, audit, places),
      fingerprint: createHash('sha256').update(`gate\0${audit.project.id}\0${line.id}`).digest('hex').slice(0, 32),
    }
  })
}

const COMPARES: ReadonlySet<string> = new Set(['level-worse', 'level-possibly-worse', 'concentration-rise'])

/** What compares is shown at the baseline, all else at the project file, which may ask for it; else at the first input. */
function placeOf({ id }: GateLine, audit: Audit, { hasProjectFile, baseline }: GatePlaces): string {
  const first = COMPARES.has(id) ? [baseline] : []
  const project = hasProjectFile ? PROJECT_FILE : undefined
  return [...first, project, baseline, audit.sources[0]?.path].find((path) => path !== undefined) ?? PROJECT_FILE
}
