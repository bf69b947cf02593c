import * as z from 'zod'
import { isDay } from '../model/days.ts'
import type { Waiver } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import { WAIVER_REASONS, type WaiverReason } from '../model/waiver.ts'
import { checked } from './check.ts'
import { withoutUndefined } from './organisations.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

const IDENTITY = 32
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

function complete({ from, until, reason, words, legalBasis }: WaiverEntry, i: number, yaml: YamlFile): void {
  const fault = (key: string, de: string, en: string) =>
    new Problem('E2103', { what: { de: `${i + 1}, ${key}: ${de}`, en: `${i + 1}, ${key}: ${en}` }, doc: yaml.doc }, yaml.place([i, key]))
  if (until < from) throw fault('until', `${until} liegt vor ${from} (from)`, `${until} is before ${from} (from)`)
  if (reason === 'other' && words === undefined) throw fault('reason', 'other braucht words', 'other needs words')
  if (reason === 'legally-prescribed' && legalBasis === undefined)
    throw fault('reason', 'legally-prescribed braucht legalBasis', 'legally-prescribed needs legalBasis')
}

/** What a waivers file says as data counts; the subject is for readers alone. */
export function waiversOf(entries: readonly WaiverEntry[]): readonly Waiver[] {
  return entries.map(({ subject: _, ...counts }) => counts)
}

const HEAD = '# Begründete Ausnahmen von Feststellungen: docs/waivers.md\n'
const KEYS = ['finding', 'project', 'subject', 'reason', 'words', 'legalBasis', 'approvedBy', 'from', 'until'] as const

/** The file with entries added at its end. Everything that stands in it stays as it is, comments too. Throws what `parseWaivers` throws. */
export function appendWaivers(content: string | undefined, added: readonly WaiverEntry[], file: string): string {
  const before = content === undefined || content.trim() === '' ? HEAD : content.replace(/(?<!\n)$/, '\n')
  const indent = ' '.repeat(Math.max(0, parseYaml(before, file).place([0]).column - '- '.length - 1))
  const after = before + added.map((entry) => entryText(entry, indent)).join('')
  parseWaivers(after, file)
  return after
}

function entryText(entry: WaiverEntry, indent: string): string {
  const lines = KEYS.flatMap((key) => (entry[key] === undefined ? [] : [`${key}: ${scalar(entry[key])}`]))
  return lines.map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}\n`).join('')
}

/** Plain where nothing can be misread, else in quotation marks. */
function scalar(value: string): string {
  return /^[a-z]+(-[a-z]+)+$/.test(value) ? value : JSON.stringify(value)
}
