import { createHash } from 'node:crypto'
import { isNothing, notAssessable, type GateLine, type GateResult } from '../gate.ts'
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

/** Every condition that the gate fails by, or because of which it cannot be assessed, in words, with a file that CI systems can show it at. */
export function failedConditions(result: GateResult, audit: Audit, places: GatePlaces, language: Language): FailedCondition[] {
  const { say } = speaker(language)
  const told = (effect: FailedCondition['effect'], line: GateLine): FailedCondition => {
    const name = conditionName(line, audit, language)
    const because = becauseText(line, language)
    const params = { name, actual: figure(line.actual, line, language), limit: figure(line.limit, line, language) }
    const came = say(effect === 'fails' ? 'ci.condition' : line.met === null ? 'ci.condition-nothing' : 'ci.condition-open', params)
    const text = because === '' ? came : say('ci.condition-because', { came, because })
    return { id: line.id, effect, title: name, text, path: placeOf(line, audit, places), fingerprint: identity(audit, line.id) }
  }
  const nothing = { id: 'E5001', effect: 'not-assessable', title: say('no-level.nothing'), text: say('no-level.nothing') } as const
  return [
    ...result.conditions.filter(isViolated).map((line) => told('fails', line)),
    ...(isNothing(audit) ? [{ ...nothing, path: audit.sources[0]?.path ?? PROJECT_FILE, fingerprint: identity(audit, nothing.id) }] : []),
    ...notAssessable(result).map((line) => told('not-assessable', line)),
  ]
}

const identity = ({ project }: Audit, id: string): string =>
  createHash('sha256').update(`gate\0${project.id}\0${id}`).digest('hex').slice(0, 32)

const COMPARES: ReadonlySet<string> = new Set(['level-worse', 'level-possibly-worse', 'concentration-rise'])

/** What compares is shown at the baseline, all else at the project file, which may ask for it; else at the first input. */
function placeOf({ id }: GateLine, audit: Audit, { hasProjectFile, baseline }: GatePlaces): string {
  const first = COMPARES.has(id) ? [baseline] : []
  const project = hasProjectFile ? PROJECT_FILE : undefined
  return [...first, project, baseline, audit.sources[0]?.path].find((path) => path !== undefined) ?? PROJECT_FILE
}
