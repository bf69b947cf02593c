import type { NamedOrganisation } from '../../../model/audit.ts'
import { FIGURES } from '../../../model/figures.ts'
import { figureName } from '../../figures.ts'
import type { Context } from '../context.ts'
import { rulePlaceText, sourceLines } from '../parts/place.ts'
import { anchor, clip } from '../safe.ts'
import { tierText } from '../parts/vendors.ts'
import { cell, column, line, row, rowAt, small, table, type Line, type Row, type Table } from '../table.ts'

/** Appendix E: who stands behind whom and what shows it; with which tool and rules; how to do it again. */
export function trail(context: Context) {
  const { audit, say } = context
  const columns = [column(say('trail.organisation')), column(say('trail.tier')), column(say('trail.chain')), column(say('trail.source'))]
  return {
    organisations: table(
      context,
      'organisations',
      say('trail.caption'),
      columns,
      audit.organisations.map((one) => organisationRow(context, one)),
    ),
    askIntro: say('trail.ask', { audit: clip(`${audit.project.id}@${audit.asOf}`, 200) }),
    ask: askTable(context),
    entries: [
      { label: say('trail.tool'), value: `${audit.tool.name} ${audit.tool.version}` },
      { label: say('trail.set'), value: audit.rules.set },
      { label: say('trail.hash'), value: audit.rules.sha256 },
      { label: say('trail.format'), value: audit.format },
      ...commands(context),
    ].map((entry) => ({ ...entry, words: entry.value.split(' ') })),
  }
}

/** How each figure, goal and finding of the page can be asked for what it is made of. */
function askTable(context: Context): Table | null {
  const { audit, numbered, say, term } = context
  const [first] = numbered
  const asked: readonly (readonly [name: string, id: string])[] = [
    ...FIGURES.map((id) => [figureName(context, id), id] as const),
    ...audit.axes.map(({ id }) => [term('axis', id), id] as const),
    ...(first === undefined ? [] : [[say('trail.ask-finding', { number: first.number }), first.number] as const]),
  ]
  const rows = asked.map(([name, id]) => row(cell(name), cell(line(`eigenstand explain ${id}`, { code: true }))))
  return table(context, 'ask', say('trail.ask-caption'), [column(say('trail.ask-what')), column(say('trail.ask-command'))], rows)
}

function commands({ options, say }: Context) {
  const given = options.commands ?? []
  if (given.length === 0) return [{ label: say('trail.command'), value: say('head.none') }]
  return given.map(({ line: command, shell }) => ({
    label: shell === undefined ? say('trail.command') : say('trail.command-in', { shell }),
    value: clip(command, 1000),
  }))
}

function organisationRow(context: Context, one: NamedOrganisation): Row {
  const { term, say } = context
  const seat = one.country === undefined ? say('unknown') : clip(one.country, 8)
  const because = one.tierBecause === undefined ? [] : [line(clip(one.tierBecause, 300), { small: true, german: true })]
  const named = new Set([one.tierSource, ...one.chain.map(({ source }) => source)].map((source) => `${source?.what} ${source?.url}`))
  const others = one.sources.filter(({ what, url }) => !named.has(`${what} ${url}`))
  const tierSource = one.tierSource === undefined ? [] : sourceLines(context, one.tierSource).map((found) => ({ ...found, small: true }))
  return rowAt(
    anchor('org', one.id),
    cell(clip(one.name), small(`${term('kind', one.kind)}, ${say('trail.seat', { seat })}`), {
      ...small(rulePlaceText(one.rule)),
      code: true,
    }),
    cell(tierText(context, one.id), ...because, ...tierSource),
    cell(...chainLines(context, one)),
    cell(...others.flatMap((source) => sourceLines(context, source))),
  )
}

function chainLines(context: Context, { chain }: NamedOrganisation): readonly Line[] {
  const { say, f } = context
  if (chain.length === 0) return [line(say('trail.top'))]
  return chain.flatMap(({ name, from, source }) => [
    line(say('trail.owned', { name: clip(name) })),
    ...(from === undefined ? [] : [small(say('trail.since', { day: f.day(from) }))]),
    ...sourceLines(context, source).map((found) => ({ ...found, small: true })),
  ])
}
