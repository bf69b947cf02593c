import { daysBetween } from '../model/days.ts'
import type { Note } from '../model/evidence.ts'
import { withStatus } from '../model/finding.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import type { Finding, Waiver } from '../model/policy.ts'
import { fill, type Params } from '../model/problem.ts'
import { ANNOUNCED_DAYS, stateOf } from '../model/waiver.ts'
import { formerFingerprint } from './finding.ts'

export interface Excused {
  readonly findings: readonly Finding[]
  readonly notes: readonly Note[]
}

/**
 * Findings × waivers on a day. A waived finding stays and is marked; an expired one counts again and says so; one whose waiver
 * holds only later is open. Matched by identity alone, so no text, version or better register voids a waiver. `project`: the audit's id.
 */
export function excuse(findings: readonly Finding[], waivers: readonly Waiver[], asOf: string, project?: string): Excused {
  if (waivers.length === 0) return { findings, notes: [] }
  const byFinding = new Map(waivers.map((waiver) => [waiver.finding, waiver]))
  const used = new Set<string>()
  const excused = findings.map((finding) => {
    const former = project === undefined ? undefined : formerFingerprint(finding, project)
    const waiver = byFinding.get(finding.fingerprint) ?? (former === undefined ? undefined : byFinding.get(former))
    if (waiver === undefined) return finding
    used.add(waiver.finding)
    const state = stateOf(waiver, asOf)
    return state === 'later' ? finding : withStatus(finding, state, waiver)
  })
  return { findings: excused, notes: waivers.flatMap((waiver) => noteOn(waiver, used.has(waiver.finding), asOf, project) ?? []) }
}

function noteOn(waiver: Waiver, used: boolean, asOf: string, project: string | undefined): Note | undefined {
  const { finding, from, until } = waiver
  // one file holds the waivers of every project of a folder: those of another are none of this audit's
  if (!used) return waiver.project === undefined || waiver.project === project ? note('W-WAIVER-UNUSED', { finding }) : undefined
  const state = stateOf(waiver, asOf)
  if (state === 'expired') return note('W-WAIVER-EXPIRED', { finding, until })
  if (state === 'later') return note('W-WAIVER-LATER', { finding, from })
  const days = daysBetween(asOf, until)
  return days <= ANNOUNCED_DAYS ? note('W-WAIVER-EXPIRES', { finding, until, days }) : undefined
}

const note = (code: NoteId, params: Params): Note => ({ code, message: fill(NOTES[code].en, params), params })
