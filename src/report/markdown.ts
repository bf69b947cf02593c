import type { NumberedFinding } from '../model/numbering.ts'
import { inPieces } from '../model/pieces.ts'
import type { Reporter } from '../model/ports.ts'
import { markdownText } from './escape.ts'
import { context, type Context } from './html/context.ts'
import { figuresTable } from './html/parts/figures.ts'
import { clip } from './html/safe.ts'
import { noteText, whyNoLevel } from './html/parts/needs.ts'
import { subjectText, titleOf } from './html/parts/subject.ts'
import type { Cell } from './html/table.ts'
import { levelText, verdict } from './level.ts'
import { projectName } from './project-name.ts'

/** GitHub drops a job summary above 1,024 KiB whole, GitLab takes a million characters as a comment. */
const MOST_BYTES = 1_000_000
/** Kept free for the line that says what was cut. */
const CUT_LINE = 500

/** A job summary or a comment on a merge request: level, figures, numbered findings. */
export const markdown: Reporter = {
  id: 'markdown',
  extension: 'md',
  render: (audit, options) => inPieces(texts(context(audit, options))),
}

function* texts(context: Context): Generator<string, void, undefined> {
  const { numbered, say } = context
  const [before, after] = [[...head(context), ...findingsHead(context)].join(''), tail(context)]
  let room = MOST_BYTES - CUT_LINE - Buffer.byteLength(before) - Buffer.byteLength(after)
  yield before
  for (const [index, found] of numbered.entries()) {
    const line = findingLine(context, found)
    room -= Buffer.byteLength(line)
    if (room < 0) {
      yield `\n**${say('ci.shortened', { n: numbered.length - index })}**\n`
      break
    }
    yield line
  }
  yield after
}

function* head(context: Context): Generator<string, void, undefined> {
  const { audit, say, f } = context
  const { project, asOf, level } = audit
  const facts = [project.authority, project.fileNumber].flatMap((text) => text ?? [])
  yield `## ${safe(say('page.title', { project: clip(projectName(project, context), 120), day: f.day(asOf) }))}\n\n`
  if (facts.length > 0) yield `${facts.map((text) => safe(clip(text))).join(' · ')}\n\n`
  yield `**${safe(verdict(context, level))}**\n\n`
  const { failedConditions: failed = [] } = context.options
  for (const [effect, heading] of [
    ['fails', 'ci.gate-fails'],
    ['not-assessable', 'ci.gate-open'],
  ] as const) {
    const lines = failed.filter((one) => one.effect === effect).map(({ text }) => `- ${safe(clip(text, 600))}\n`)
    if (lines.length > 0) yield `**${safe(say(heading))}**\n\n${lines.join('')}\n`
  }
  if (level === null) yield `${safe(whyNoLevel(context))}\n\n`
  else yield `${safe(say('level.name'))}: ${safe(levelText(context, level, level.provisional))}\n\n`
  yield* figures(context)
}

/** The four figures of the report's first page, every basis in its own column. */
function* figures(context: Context): Generator<string, void, undefined> {
  const table = figuresTable(context)
  if (table === null) return yield `${safe(context.say('figures.empty'))}\n\n`
  yield tableHead(table.columns.map(({ label, note }) => (note === null ? label : `${label} (${note})`)))
  for (const { cells } of context.tables.get(table.id) ?? []) yield row(cells.map(cellText))
  yield '\n'
}

const cellText = ({ lines }: Cell): string => lines.map(({ text }) => safe(text)).join('<br>')

function findingsHead({ numbered, say }: Context): readonly string[] {
  const heading = `### ${safe(say('section.findings'))}\n\n`
  if (numbered.length === 0) return [heading, `${safe(say('ci.no-findings'))}\n`]
  const columns = [
    say('ci.number'),
    say('finding.name'),
    say('finding.severity'),
    say('finding.affected'),
    say('ci.count'),
    say('ci.status'),
  ]
  return [heading, tableHead(columns)]
}

function findingLine(context: Context, found: NumberedFinding): string {
  const { say, term, f } = context
  const ends = found.findings.flatMap(({ waiver }) => (waiver === null ? [] : [waiver.until])).sort()
  const until = ends[0] === undefined ? '' : `, ${say('ci.until', { day: f.day(ends[0]) })}`
  const status = found.status === 'open' ? say('ci.open') : `${term('finding-status', found.status)}${until}`
  const texts = [clip(titleOf(context, found.policy), 200), term('severity', found.severity), clip(subjectText(context, found), 300)]
  return row([found.number, ...texts.map(safe), found.items.length === 0 ? '–' : f.number(found.items.length), safe(status)])
}

/** What becomes of waivers and changed limits asks for a decision, and what was not read has to be known, so they are said here too. */
const MOST_NOTES = 20
const SAID_HERE = /^W-(WAIVER-|LIMIT(-LATER)?$|ENTRY-UNUSED$|INPUT-FAILED$)/

function tail(context: Context): string {
  const { audit, say } = context
  const { tool, rules } = audit
  const notes = audit.notes.filter(({ code }) => SAID_HERE.test(code))
  const told = notes.slice(0, MOST_NOTES).map((note) => `\n${safe(clip(noteText(context, note), 400))}\n`)
  const more = notes.length > MOST_NOTES ? `\n${safe(say('more', { n: notes.length - MOST_NOTES }))}\n` : ''
  const made = say('head.tool', { tool: tool.name, version: tool.version, set: clip(rules.set, 80), hash: rules.sha256.slice(0, 12) })
  return `${told.join('')}${more}\n${safe(say('notice.short'))}\n\n<sub>${safe(made)}</sub>\n`
}

const tableHead = (columns: readonly string[]): string => row(columns.map(safe)) + row(columns.map(() => '---'))
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const safe = markdownText
