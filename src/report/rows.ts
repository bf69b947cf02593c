import type { Note, Seen } from '../model/evidence.ts'
import { fullName } from '../model/full-name.ts'
import type { Finding } from '../model/policy.ts'
import { waiverText } from '../model/waiver.ts'
import type { Context } from './html/context.ts'
import { clip } from './html/safe.ts'
import { subjectName, titleOf } from './html/parts/subject.ts'
import { noteIn } from './note-text.ts'

/** Where a finding is shown in a repository: the file as CI systems look for it, line and column from 1. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  /** The place in the notation of its source; left out where the finding has none of its own. */
  readonly at?: string
}

/** One finding as CI systems list it. All texts are as they were said: not escaped. */
export interface FindingRow {
  readonly number: string
  readonly finding: Finding
  readonly title: string
  /** Name of the item, vendor, layer or project; without a version, so that it stays the same. */
  readonly subject: string
  readonly place: Place
}

/** Every finding, by severity, then in the order of the report. */
export function* findingRows(context: Context): Generator<FindingRow, void, undefined> {
  for (const { number, policy, findings } of context.numbered) {
    const title = clip(titleOf(context, policy), 300)
    for (const finding of findings) {
      yield { number, finding, title, subject: subjectOf(context, finding), place: placeOfFinding(context, finding) }
    }
  }
}

/** A note that an input could not be read: the audit is of the others only. */
export const isUnread = ({ code }: Pick<Note, 'code'>): boolean => code === 'W-INPUT-FAILED'

/** What could not be read, a text for each input. A CI system has to see that the run was not whole. */
export const unreadTexts = ({ audit, options }: Context): readonly string[] =>
  audit.notes.filter(isUnread).map((note) => noteIn(note, options.language))

/** A finding that a waiver or the baseline's owner has settled: shown, but it fails nothing. */
export const isSettled = ({ status }: Pick<Finding, 'status'>): boolean => status === 'waived' || status === 'accepted'

/** Of a finding that has a decision, also one that has run out, the status is told beside the text. */
export const isDecided = (finding: Finding): boolean => isSettled(finding) || finding.waiver !== null

/** `begründete Ausnahme: Ablösung beauftragt (Leitung IT, bis 31.03.2027)`; the bare status where there is no waiver. */
export function settledText({ say, term, f, options }: Context, { status, waiver }: Finding): string {
  const settled = term('finding-status', status)
  if (waiver === null) return settled
  const { approvedBy, until } = waiver
  return say('ci.waiver', {
    status: settled,
    reason: clip(waiverText(waiver, options.language), 300),
    by: clip(approvedBy, 100),
    until: clip(f.day(until), 40),
  })
}

function subjectOf(context: Context, { subject, items }: Finding): string {
  const item = subject.kind === 'item' ? context.audit.items[items[0] ?? -1] : undefined
  const name = item === undefined ? subjectName(context, subject) : clip(fullName(item))
  return name.trim() === '' ? context.say('unknown') : name
}

const NO_FILE = 'eigenstand.yaml'

/** Items and vendors where the first item stands; a layer or the project has no line, so it gets the first of the file in which its first item stands, else of the first source. */
function placeOfFinding(context: Context, finding: Finding): Place {
  const { items, sources } = context.audit
  const hasLine = finding.subject.kind === 'item' || finding.subject.kind === 'vendor'
  const seen = items[finding.items[0] ?? -1]?.seenAt[0]
  const path = pathOf(context, sources[seen?.source ?? 0]?.path)
  if (seen === undefined || !hasLine) return { path, line: 1, column: 1 }
  return { path, line: lineOf(seen), column: seen.column ?? 1, at: seen.at }
}

/** A path of the audit as CI systems look for it: standard input and what has no file get a name. */
export function pathOf({ options }: Context, path: string | undefined): string {
  if (path === '-') return 'stdin'
  const { inRepository = fromRoot } = options
  return inRepository(path === undefined || /^[./]*$/.test(path) ? NO_FILE : path)
}

/** Where nobody knows the repository: what the audit names lies in it. */
const fromRoot = (path: string): string => path.replace(/^(?:\.{0,2}\/)+/, '')

/** The line in the text; of a sheet the row; else the first. */
function lineOf({ line, at }: Seen): number {
  const [, said] = /^line (\d{1,9})\b/.exec(at) ?? /![A-Z]{0,3}(\d{1,9})$/.exec(at) ?? []
  return Math.max(1, line ?? Number(said ?? 1))
}
