import { isAbsolute, join, resolve } from 'node:path'
import { baselineText, type Accepted, type BaselineChange } from '../baseline.ts'
import { environment } from '../config.ts'
import { readOwn } from '../files.ts'
import { renewWhole } from './whole.ts'
import { kept } from './kept.ts'
import { gate } from '../gate.ts'
import { BASELINE_FILE, type Baseline } from '../model/baseline.ts'
import { BASELINE } from '../model/own-file.ts'
import { Problem } from '../model/problem.ts'
import { CONFLICT, CONFLICT_MARK } from '../model/yaml-words.ts'
import { unreadable } from '../model/unreadable.ts'
import type { Language } from '../model/words.ts'
import { checkJson } from '../read/json/check.ts'
import { formats } from '../report/format.ts'
import { speaker } from '../report/words/say.ts'
import { conditionName } from './text/gate.ts'
import { Flags } from './oclif.ts'
import { prepare, type PrepareFlags, type Prepared } from './prepare.ts'
import { rulesWords } from './text/rules-words.ts'
import { list } from './text/table.ts'
import { cliWords } from './text/words.ts'

export const baselineFlag = Flags.string({ summary: `Vergleichsbasis (${BASELINE_FILE}) · baseline`, helpValue: 'FILE' })

/** A baseline is small; what is deeper or longer is none. */
const LIMITS = { fileBytes: BASELINE.bytes, depth: 8, components: 0, stringBytes: 1 << 20, recordBytes: 0, columns: 0 }

export interface BaselinePlace {
  /** As it is shown. */
  readonly shown: string
  readonly path: string
}

/** `--baseline`, else the file beside the project file or in the working directory. */
export function baselinePlace(flag: string | undefined, folder: string): BaselinePlace {
  if (flag === undefined) return { shown: BASELINE_FILE, path: join(folder, BASELINE_FILE) }
  return { shown: flag, path: isAbsolute(flag) ? flag : join(environment.workingDirectory(), flag) }
}

/** The baseline of a place; `undefined` if there is none. E2201 if it cannot be read; E2202, E2102, E2103 with line and column if it is broken. */
export async function loadBaseline({ shown, path }: BaselinePlace): Promise<Baseline | undefined> {
  const text = readOwn(path, shown, BASELINE, 'E2201')?.replace(/^\ufeff/, '')
  if (text === undefined) return undefined
  try {
    checkJson(Buffer.from(text), shown, LIMITS)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const mark = CONFLICT_MARK.exec(text)
    if (mark !== null) throw new Problem('E2202', { what: CONFLICT }, { file: shown, line: text.slice(0, mark.index).split('\n').length, column: 1 }) // prettier-ignore
    throw new Problem('E2202', { what: error.params['what'] ?? { de: error.says('de'), en: error.says('en') } }, error.place)
  }
  return kept(`baseline ${resolve(path)}`, [text, shown], async () => (await import('../knowledge/baseline.ts')).parseBaseline(text, shown))
}

/** The baseline that must be there: E2201 without one, E2203 if it is another project's. */
export async function baselineFor(place: BaselinePlace, project: string | undefined): Promise<Baseline> {
  const baseline = await loadBaseline(place)
  if (baseline === undefined) throw unreadable(place.shown, undefined, 'E2201')
  assertProject(baseline, project, place)
  return baseline
}

/** What `check` compares with: none is fine, unless one was asked for. */
export async function comparedWith(
  flags: { readonly baseline?: string | undefined; readonly 'no-baseline'?: boolean | undefined },
  { audit, folder }: Prepared,
): Promise<Baseline | undefined> {
  if (flags['no-baseline']) return undefined
  const place = baselinePlace(flags.baseline, folder)
  // where nothing could be read nobody knows whose project it is, and that is what has to be said
  const project = audit.sources.length === 0 ? undefined : audit.project.id
  if (flags.baseline !== undefined) return baselineFor(place, project)
  const baseline = await loadBaseline(place)
  if (baseline !== undefined) assertProject(baseline, project, place)
  return baseline
}

function assertProject({ project: other }: Baseline, project: string | undefined, { shown }: BaselinePlace): void {
  if (project !== undefined && other !== project) throw new Problem('E2203', { other, project }, { file: shown })
}

/** An audit that may stand for what a project has: everything could be read, and nothing that the set asks for is missing. */
export async function auditForBaseline(
  paths: readonly string[],
  flags: PrepareFlags & Record<string, unknown>,
  version: string,
  language: Language,
): Promise<Prepared> {
  const prepared = await prepare(paths, flags, version, { command: 'baseline create' })
  if (prepared.failures.length > 0) throw prepared.failures[0]!
  assertComplete(prepared, language)
  return prepared
}

function assertComplete({ audit, set }: Prepared, language: Language): void {
  const { conditions, exitCode } = gate(audit, set)
  const f = formats(language)
  const missing = conditions.filter(({ action, met }) => action === 'not-assessable' && met === false)
  const words = missing.map(
    (line) => `${conditionName(line, audit, language)}: ${f.percent(line.actual ?? 1)} > ${f.percent(line.limit ?? 0)}`,
  )
  if (missing.length > 0) throw new Problem('E5003', { what: words.join('; ') })
  if (exitCode === 5) throw new Problem('E5001')
}

export function writeBaseline({ path }: BaselinePlace, baseline: Baseline): Promise<void> {
  return renewWhole(path, [baselineText(baseline)])
}

/** What a change adds, drops and keeps, one finding a line. */
export function changeText({ shown }: BaselinePlace, { after, added, dropped, kept, moved }: BaselineChange, language: Language): string {
  const words = rulesWords(language).baseline
  const rows = (name: string, findings: readonly Accepted[]) =>
    findings.map(({ fingerprint, policy, subject }) => [name, fingerprint.slice(0, 12), policy, subject])
  const lines = [...rows(words.added, added), ...rows(words.dropped, dropped), ...rows(words.kept, kept)]
  const rest = moved.map((part) => words.parts[part]).join(', ')
  const findings = lines.length > 0 ? [list(lines)] : moved.length === 0 ? [words.unchanged] : [words.sameFindings]
  return [...findings, ...(rest === '' ? [] : [words.moved(rest)]), words.made(shown, after.findings.length)].join('\n')
}

export function changeDocument({ shown }: BaselinePlace, { after, added, dropped, kept, moved }: BaselineChange): unknown {
  return {
    format: 'eigenstand/baseline-change/1',
    file: shown,
    asOf: after.asOf,
    added,
    dropped,
    kept,
    moved,
    findings: after.findings.length,
  }
}

/** A baseline for readers. */
export function baselineShown({ shown }: BaselinePlace, baseline: Baseline, language: Language): string {
  const words = rulesWords(language).baseline
  const { term } = speaker(language)
  const f = formats(language)
  const part = (rows: readonly (readonly string[])[]) => (rows.length < 2 ? [] : ['', list(rows)])
  return [
    `${baseline.project} · ${cliWords(language).asOf} ${f.day(baseline.asOf)} · ${cliWords(language).set} ${baseline.rules.set}`,
    ...part([
      [words.axis, words.level],
      ...baseline.axes.map(({ id, best, worst }) => [term('axis', id), best === worst ? `${best}` : `${best}–${worst}`]),
    ]),
    ...part([
      [words.layer, words.basis, 'HHI', words.spend],
      ...baseline.concentration.map(({ layer, basis, hhi, largestSpend }) => [
        term('layer', layer),
        term('basis', basis),
        f.hhi(hhi),
        f.number(largestSpend),
      ]),
    ]),
    ...part([
      [words.finding, '', ''],
      ...baseline.findings.map(({ fingerprint, policy, subject }) => [fingerprint.slice(0, 12), policy, subject]),
    ]),
    '',
    words.made(shown, baseline.findings.length),
  ].join('\n')
}
