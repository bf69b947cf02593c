import { firstFew } from '../model/first-few.ts'
import type { Audit } from '../model/audit.ts'
import { numberFindings } from '../model/numbering.ts'
import type { Finding } from '../model/policy.ts'
import type { WaiverEntry } from '../knowledge/waivers.ts'
import { fullName } from '../model/full-name.ts'
import { Problem } from '../model/problem.ts'
import { stateOf, WAIVER_REASONS, type WaiverReason } from '../model/waiver.ts'
import type { Language, Words } from '../model/words.ts'
import { formats } from '../report/format.ts'
import { speaker } from '../report/words/say.ts'
import { ownProject } from './own-files.ts'
import { slug } from './prepare.ts'

const MIN_PREFIX = 6

/** The id of the project that the project file names, if it does. */
export async function namedProject(): Promise<string | undefined> {
  const { id, name } = (await ownProject()).project
  return id ?? (name === undefined ? undefined : slug(name))
}

/** The findings that `F-01` or the beginning of a fingerprint means; several only where `all` are asked for. E2006, E2301. */
export function findingsOf(audit: Audit, id: string, all: boolean): readonly Finding[] {
  const wanted = id.toLowerCase()
  const numbered = numberFindings(audit).find(({ number }) => number.toLowerCase() === wanted)
  const found =
    numbered?.findings ?? (wanted.length < MIN_PREFIX ? [] : audit.findings.filter(({ fingerprint }) => fingerprint.startsWith(wanted)))
  if (found.length === 0) throw new Problem('E2006', { id, hint: 'F-01, …' })
  if (found.length === 1 || (all && numbered !== undefined)) return found
  const known = found.map(({ fingerprint, subject }) => `${fingerprint.slice(0, 12)} ${subject.id}`)
  throw new Problem('E2301', { id, n: found.length, known: firstFew(known) })
}

/** The flag that a key of the file is given by: `--approved-by` for `approvedBy`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** The same in a sentence. */
export function flagWords(key: string): Words {
  const flag = flagOf(key)
  return key === 'from' ? { de: `${flag}, ohne Angabe heute`, en: `${flag}, today if not given` } : { de: flag, en: flag }
}

const HEADINGS = {
  de: ['Projekt', 'Gegenstand', 'Lizenz', 'Hersteller', 'Stand', 'Entscheidung', 'Entschieden von', 'Zeitraum', 'Nachweis', 'Endet am'],
  en: ['project', 'item', 'licence', 'maker', 'state', 'decision', 'reviewer', 'date', 'trail', 'ends'],
} as const
const STATES = {
  waived: { de: 'gilt', en: 'waived' },
  expired: { de: 'abgelaufen', en: 'expired' },
  later: { de: 'gilt später', en: 'holds later' },
  unused: { de: 'ohne Feststellung', en: 'without finding' },
} as const

/**
 * Every waiver as a row, with what the audit knows of its finding, where there is one; the first row is the heading. `local`: days as
 * the office's readers write them, else as ISO does.
 */
export function waiverRows(
  entries: readonly WaiverEntry[],
  audit: Audit | undefined,
  asOf: string,
  language: Language,
  local = false,
): string[][] {
  const findings = new Map(audit?.findings.map((finding) => [finding.fingerprint, finding]))
  const day = (iso: string) => (local ? formats(language).day(iso) : iso)
  const rows = entries.map((entry) => {
    const finding = findings.get(entry.finding)
    const item = finding?.subject.kind === 'item' ? audit?.items[finding.items[0] ?? -1] : undefined
    const state = audit !== undefined && finding === undefined ? 'unused' : stateOf(entry, asOf)
    const places =
      item?.seenAt.map(({ source, at, line }) => `${audit?.sources[source]?.path ?? ''}${line === undefined ? '' : `:${line}`}${/^line \d/.test(at) ? '' : ` ${at}`}`) ?? [] // prettier-ignore
    const of = finding?.subject.kind === 'item' ? finding.subject.id : undefined
    return [
      audit?.project.id ?? entry.project ?? '',
      (finding === undefined || audit === undefined ? undefined : subjectName(finding, audit, language)) ?? entry.subject ?? '',
      item?.licence.expression ?? item?.licence.said ?? '',
      item?.maker?.name ?? '',
      STATES[state][language],
      [WAIVER_REASONS[entry.reason as WaiverReason][language], entry.words, entry.legalBasis]
        .filter((part) => part !== undefined)
        .join('; '),
      entry.approvedBy,
      local ? `${day(entry.from)} – ${day(entry.until)}` : `${entry.from}/${entry.until}`,
      [finding?.policy, entry.finding, of, ...places].filter((part) => part !== undefined).join('; '),
      day(entry.until),
    ]
  })
  return [[...HEADINGS[language]], ...rows]
}

/** What the finding is about, as reports call it. */
function subjectName({ subject: { kind, id }, items }: Finding, audit: Audit, language: Language): string {
  const item = kind === 'item' ? audit.items[items[0] ?? -1] : undefined
  if (item !== undefined) return fullName(item)
  if (kind === 'layer') return speaker(language).term('layer', id)
  if (kind === 'vendor') return audit.organisations.find((one) => one.id === id)?.name ?? id
  return kind === 'project' ? audit.project.name : id
}
