import * as z from 'zod'
import { isDay } from '../model/days.ts'
import type { Waiver } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import { WAIVER_REASONS, type WaiverReason } from '../model/waiver.ts'
import type { Words } from '../model/words.ts'
import { checked } from './check.ts'
import { issueWords } from './issue.ts'
import { withoutUndefined } from './organisations.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

const IDENTITY = 32
/** Letters of a fingerprint that are shown. */
const SHOWN = 12
const text = z.string().trim().min(1)
const day = z.string().refine(isDay, 'a day as YYYY-MM-DD, in quotes')
const reasons = Object.keys(WAIVER_REASONS) as [WaiverReason, ...WaiverReason[]]

const waiver = z.strictObject({
  finding: z.string().regex(/^[0-9a-f]{32,64}$/, 'a fingerprint of 32 small hex digits, in quotes'),
  project: text.optional(),
  /** Words for whoever reads the file; never compared with anything. */
  subject: text.optional(),
  reason: z.enum(reasons),
  words: text.optional(),
  legalBasis: text.optional(),
  approvedBy: text.refine((role) => !role.includes('@'), 'a role, not a person or an address'),
  from: day,
  until: day,
})
/** An empty file, or one of comments alone, holds no waivers. */
const waiversFile = z.array(waiver).nullable()

/** One entry of the file: what counts, and words for readers. */
export interface WaiverEntry extends Waiver {
  readonly subject?: string
}

/** eigenstand.waivers.yaml as data. A mistake, or a second waiver of the same finding, is a problem with line and column. */
export function parseWaivers(content: string, file: string): readonly WaiverEntry[] {
  const yaml = parseYaml(content, file, undefined, 'docs/waivers.md')
  const entries = (checked(waiversFile, yaml) ?? []).map(
    (entry) => ({ ...withoutUndefined(entry), finding: entry.finding.slice(0, IDENTITY) }) as WaiverEntry,
  )
  const seen = new Map<string, number>()
  entries.forEach((entry, i) => {
    const other = seen.get(entry.finding)
    if (other !== undefined)
      throw new Problem('E2104', { id: entry.finding, other: `${file}:${yaml.place([other]).line}` }, yaml.place([i, 'finding']))
    seen.set(entry.finding, i)
    complete(entry, i, yaml)
  })
  return entries
}

function complete(entry: WaiverEntry, i: number, yaml: YamlFile): void {
  const fault = incomplete(entry, (key) => ({ de: key, en: key }))
  if (fault === undefined) return
  const { key, words } = fault
  const what = { de: `${i + 1}, ${key}: ${words.de}`, en: `${i + 1}, ${key}: ${words.en}` }
  throw new Problem('E2103', { what, doc: yaml.doc }, yaml.place([i, key]))
}

/** The key of an entry that is wrong, and what is wrong with it. */
export interface EntryFault {
  readonly key: keyof WaiverEntry
  readonly words: Words
}

/** What the reader knows a key by. */
type Named = (key: keyof WaiverEntry) => Words

/** What is wrong with an entry that stands at no line of a file yet. */
export function entryFault(entry: WaiverEntry, named: Named): EntryFault | undefined {
  const issue = waiver.safeParse(entry, { reportInput: true }).error?.issues[0]
  return issue === undefined ? incomplete(entry, named) : { key: issue.path[0] as keyof WaiverEntry, words: issueWords(issue) }
}

function incomplete({ from, until, reason, words, legalBasis }: WaiverEntry, named: Named): EntryFault | undefined {
  if (until < from) {
    const first = named('from')
    return { key: 'until', words: { de: `${until} liegt vor ${from} (${first.de})`, en: `${until} is before ${from} (${first.en})` } }
  }
  const needs = (key: keyof WaiverEntry): EntryFault => {
    const other = named(key)
    return { key: 'reason', words: { de: `${reason} braucht ${other.de}`, en: `${reason} needs ${other.en}` } }
  }
  if (reason === 'other' && words === undefined) return needs('words')
  return reason === 'legally-prescribed' && legalBasis === undefined ? needs('legalBasis') : undefined
}

/** What a waivers file says as data counts; the subject is for readers alone. */
export function waiversOf(entries: readonly WaiverEntry[]): readonly Waiver[] {
  return entries.map(({ subject: _, ...counts }) => counts)
}

const HEAD = '# Begründete Ausnahmen von Feststellungen · findings waived with a reason: docs/waivers.md\n'
const KEYS = ['finding', 'project', 'subject', 'reason', 'words', 'legalBasis', 'approvedBy', 'from', 'until'] as const

/**
 * The file with entries added at its end, with its own line ends and indentation. Everything that stands in it stays as it is, comments
 * too. Throws what `parseWaivers` throws about that; E2303 where the file has such an entry, E2304 where none can follow. No line is
 * named that nobody wrote.
 */
export function appendWaivers(content: string | undefined, added: readonly WaiverEntry[], file: string): string {
  const lineEnd = content !== undefined && /\r?\n/.exec(content)?.[0] === '\r\n' ? '\r\n' : '\n'
  const before = content === undefined || content.trim() === '' ? HEAD : content.replace(/(?<!\n)$/, lineEnd)
  const entries = parseWaivers(before, file)
  const { place } = parseYaml(before, file)
  const there = entries.findIndex(({ finding }) => added.some((entry) => entry.finding === finding))
  if (there >= 0) throw new Problem('E2303', { id: entries[there]!.finding.slice(0, SHOWN) }, place([there, 'finding']))
  const after = before + added.map((entry) => entryText(entry, entries.length === 0 ? PLAIN : styleOf(place), lineEnd)).join('')
  try {
    parseWaivers(after, file)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem('E2304', { what: { de: error.says('de'), en: error.says('en') } }, { file })
  }
  return after
}

/** How entries are set: what stands before the hyphen, and before the keys below it. */
interface Style {
  readonly outer: string
  readonly inner: string
}
const PLAIN: Style = { outer: '', inner: '  ' }

/** As the first entry is: the hyphen stands where the list begins, the keys below its first one. */
function styleOf(place: YamlFile['place']): Style {
  const [list, keys] = [place([]).column, place([0]).column]
  return { outer: ' '.repeat(list - 1), inner: ' '.repeat(Math.max(list + 1, keys - 1)) }
}

function entryText(entry: WaiverEntry, { outer, inner }: Style, lineEnd: string): string {
  const lines = KEYS.flatMap((key) => (entry[key] === undefined ? [] : [`${key}: ${scalar(entry[key])}`]))
  return lines.map((line, i) => `${i === 0 ? `${outer}-`.padEnd(inner.length) : inner}${line}${lineEnd}`).join('')
}

/** Plain where nothing can be misread, else in quotation marks. */
function scalar(value: string): string {
  return /^[a-z]+(-[a-z]+)+$/.test(value) ? value : JSON.stringify(value).replace(HIDDEN, escaped)
}

/** What a reader of the file could not see, or would see elsewhere than it stands; control characters are escaped already. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** The same character as YAML writes it between quotation marks. */
function escaped(character: string): string {
  const code = character.codePointAt(0)!
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}
