import { join, resolve } from 'node:path'
import { environment, templates } from '../config.ts'
import { beginning, exists } from '../files.ts'
import { stageFile, writeStdout, type StagedFile } from '../output-file.ts'
import type { Audit } from '../model/audit.ts'
import type { ReportOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { FORMATS, type FormatId } from '../report/formats.ts'
import { slug } from './prepare.ts'

/** Every report begins with this, so that a later run knows its own file. */
const OWN_MARK = 'content="eigenstand'
const MARK_WITHIN = 4096

/** One thing to write: a format and where it goes (`-`: stdout). */
export interface Output {
  readonly format: FormatId
  readonly path: string
  /** Named by us, not by the user: a foreign file in its place is not replaced. */
  readonly byDefault?: true
}

export interface OutputFlags {
  readonly json?: boolean | undefined
  readonly format?: string | undefined
  readonly output?: string | undefined
  readonly report?: readonly string[] | undefined
  readonly 'csv-dialect'?: string | undefined
}

/** What the flags ask for; `--json` is `--format json --output -`. `taken`: standard output is the command's own. */
export function outputsOf(flags: OutputFlags, taken = false, command: 'audit' | 'check' = 'audit'): Output[] {
  const asked = (flags.report ?? []).map((entry): Output => {
    const cut = entry.indexOf('=')
    if (cut < 1)
      throw new Problem('E2001', {
        what: { de: `--report ${entry}: gemeint ist FORMAT=DATEI`, en: `--report ${entry}: FORMAT=FILE is meant` },
        command,
      })
    const path = entry.slice(cut + 1)
    const [, second] = /,([a-z0-9-]+)=/.exec(path) ?? []
    if (second !== undefined && (FORMATS as readonly string[]).includes(second)) throw new Problem('E2001', { what: SEVERAL, command })
    return { format: formatOf(entry.slice(0, cut), flags), path }
  })
  const { json = false, output = '-' } = flags
  const format = flags.format ?? (flags.output === undefined || (json && output === '-') ? undefined : endingOf(output, command))
  if (format !== undefined && !(json && format === 'json' && output === '-')) asked.push({ format: formatOf(format, flags), path: output })
  if (flags.json) asked.push({ format: 'json', path: '-' })
  if (asked.filter(({ path }) => path === '-').length > (taken ? 0 : 1)) throw new Problem('E2001', { what: ALONE, command })
  const twice = asked.find(({ path }, i) => path !== '-' && asked.findIndex((other) => resolve(other.path) === resolve(path)) < i)
  if (twice !== undefined) throw new Problem('E2001', { what: { de: `zwei Ausgaben nach ${twice.path}`, en: `two outputs to ${twice.path}` }, command }) // prettier-ignore
  return asked
}

const SEVERAL = { de: 'mehrere Ausgaben in einem --report; für jede eines angeben: --report sarif=a.sarif --report junit=b.xml', en: 'several outputs in one --report; give one for each: --report sarif=a.sarif --report junit=b.xml' } as const // prettier-ignore

const ALONE = { de: 'nur eine Ausgabe kann auf die Standardausgabe gehen (--json, --output -)', en: 'only one output can go to standard output (--json, --output -)' } as const // prettier-ignore

const ENDINGS: Readonly<Record<string, FormatId>> = {
  html: 'html',
  htm: 'html',
  json: 'json',
  csv: 'csv',
  md: 'markdown',
  sarif: 'sarif',
}

/** The format that a file's name tells. E2001 where it tells none. */
function endingOf(output: string, command: string): FormatId {
  const format = ENDINGS[/\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? '']
  if (format === undefined) throw new Problem('E2001', { what: UNTOLD, command })
  return format
}

const UNTOLD = { de: '--output ohne --format: Die Endung sagt nicht, welches Format gemeint ist', en: '--output without --format: its ending does not say which format is meant' } as const // prettier-ignore

/** The report's usual place: in the working directory, named after project and day. */
export function usualReport(audit: Audit): Output {
  return { format: 'html', path: `pruefbericht-${slug(audit.project.id)}-${audit.asOf}.html`, byDefault: true }
}

function formatOf(format: string, flags: OutputFlags): FormatId {
  if (format === 'csv' && flags['csv-dialect'] === 'rfc4180') return 'csv-rfc4180'
  if ((FORMATS as readonly string[]).includes(format)) return format as FormatId
  throw new Problem('E2005', { format, known: FORMATS.join(', ') })
}

/** Outputs that are written but not visible yet. */
export interface Staged {
  /** Gives every file its name. */
  commit(): void
  /** Leaves no file behind; harmless after `commit`. */
  discard(): void
  /** Writes what goes to stdout, as slowly as that is read. */
  print(): void
}

const NOTHING: Staged = { commit: () => {}, discard: () => {}, print: () => {} }

/** Writes every output beside its place. `pause` is called between them and may throw. */
export async function stage(
  outputs: readonly Output[],
  audit: Audit,
  options: ReportOptions,
  force: boolean,
  pause: () => Promise<void>,
): Promise<Staged> {
  if (outputs.length === 0) return NOTHING
  const { reporters } = await import('../report/index.ts')
  const table = reporters(templates)
  const staged: StagedFile[] = []
  const toStdout: Iterable<string>[] = []
  const discard = () => staged.forEach((file) => file.discard())
  try {
    for (const { format, path, byDefault } of outputs) {
      const place = path === '-' ? path : join(environment.workingDirectory(), '.', path)
      const target = path === '-' || path.startsWith('/') || /^[a-zA-Z]:/.test(path) ? path : place
      if (byDefault && !force && exists(target) && !beginning(target, MARK_WITHIN).includes(OWN_MARK)) throw new Problem('E2004', { path })
      const chunks = await table[format]().render(audit, options)
      if (path === '-') toStdout.push(chunks)
      else staged.push(stageFile(target, chunks))
      await pause()
    }
  } catch (error) {
    discard()
    throw error
  }
  return {
    commit: () => {
      for (const file of staged) file.commit()
    },
    discard,
    print: () => {
      for (const chunks of toStdout) writeStdout(chunks)
    },
  }
}
