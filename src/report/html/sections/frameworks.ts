import { scaleOf } from '../../../model/fact-notes.ts'
import type { CriterionResult, Figure, FrameworkResult } from '../../../model/framework.ts'
import type { Context } from '../context.ts'
import { fileOf, placeText } from '../parts/place.ts'
import { clip } from '../safe.ts'
import { cell, column, line, row, small, table, type Line, type Table } from '../table.ts'
import { trTables } from '../parts/tr03183.ts'

/** Section 8: per framework its criteria, with what was assessed, declared or not assessable; and the fields of TR-03183-2 apart from all levels. */
export function frameworks(context: Context) {
  return { all: context.audit.frameworks.map((framework, index) => framed(context, framework, index)), tr: trTables(context) }
}

function framed(context: Context, framework: FrameworkResult, index: number) {
  const { options, say, f } = context
  const { criteria, source } = framework
  const title = clip(framework.title[options.language], 160)
  const count = (status: CriterionResult['status']) => criteria.filter((one) => one.status === status).length
  return {
    title,
    version: say('frameworks.version', { version: clip(framework.version, 40) }),
    about: clip(framework.about[options.language], 800),
    source: say('frameworks.source', { what: clip(source.what, 300), day: f.day(source.date) }),
    seal: sealText(context, framework),
    profiles: (framework.profiles ?? []).map(
      ({ id, date, weights }) =>
      say('seal.profile', { id: clip(id, 40), date: f.day(date), weights: f.list(Object.entries(weights).map(([name, weight]) => `${clip(name, 20)} ${f.percent(weight / 100)}`)) }), // prettier-ignore
    ),
    summary: say('frameworks.summary', {
      all: criteria.length,
      assessed: count('assessed'),
      declared: count('declared'),
      silent: count('not-assessable'),
    }),
    table: criteriaTable(context, framework, `framework-${index + 1}`, title),
  }
}

/** Always an upper bound. No SEAL that was reached is ever printed, and none is made from a score. */
function sealText({ options, say, f }: Context, { sealCeiling, cappedBy = [], criteria }: FrameworkResult): string | null {
  if (sealCeiling === undefined) return null
  if (sealCeiling === null) return say('seal.open')
  const caps = criteria.filter(({ id }) => cappedBy.includes(id))
  const words = caps.map(({ id, answers, declared, ceiling }) => {
    // where facts and declaration differ, the one that limits is named
    const said =
      declared?.words === undefined || answers.some(({ seal }) => seal === ceiling) ? answers.map((one) => one.words) : [declared.words]
    return say('seal.cap', { id: clip(id, 40), words: f.choice(said.map((one) => clip(one[options.language], 160))) })
  })
  return say('seal.ceiling', { n: sealCeiling, criteria: f.list(words) })
}

function criteriaTable(context: Context, { criteria }: FrameworkResult, id: string, title: string): Table | null {
  const { options, say } = context
  const columns = [
    column(say('frameworks.criterion')),
    column(say('frameworks.answer')),
    column(say('frameworks.rests')),
    column(say('frameworks.reason')),
  ]
  const rows = criteria.map((criterion) =>
    row(
      cell(clip(criterion.title[options.language], 160), { ...small(clip(criterion.id, 40)), code: true }),
      cell(...answerLines(context, criterion)),
      cell(...criterion.figures.flatMap((figure) => figureLines(context, figure))),
      cell(...remarkLines(context, criterion)),
    ),
  )
  return table(context, id, say('frameworks.criteria', { title }), columns, rows)
}

function answerLines({ options, say, f }: Context, { status, answers, declared, ceiling }: CriterionResult): readonly Line[] {
  const assessed = answers.map(({ words }, index) => {
    const text = clip(words[options.language], 240)
    if (index > 0) return line(say('frameworks.or', { words: text }))
    return line(declared === undefined ? text : say('frameworks.facts', { words: text }))
  })
  const stated =
    declared === undefined
      ? []
      : [
          ...(declared.words === undefined ? [] : [line(clip(declared.words[options.language], 240))]),
          line(say('frameworks.says', { says: clip(declared.says, 400) })),
          small(say('frameworks.by', { by: clip(declared.by, 120), day: f.day(declared.date) })),
        ]
  const value = status === 'assessed' && answers.length === 0 ? [line(say('frameworks.value'))] : []
  const seal = ceiling === undefined || ceiling === 4 ? [] : [line(say('frameworks.ceiling', { n: ceiling }))]
  return [...stated, ...assessed, ...value, small(say(`frameworks.${status}`)), ...seal]
}

function remarkLines({ options, say }: Context, { reason, assumes, question, declared }: CriterionResult): readonly Line[] {
  const text = (words: string) => clip(words, 400)
  return [
    ...(reason === undefined ? [] : [line(text(reason[options.language]))]),
    ...(question === undefined || declared !== undefined ? [] : [line(say('frameworks.question', { question: text(question[options.language]) }))]),
    ...(assumes === undefined ? [] : [small(text(assumes[options.language]))]),
  ] // prettier-ignore
}

/** The figure, and the first places that show it. */
function figureLines(context: Context, figure: Figure): readonly Line[] {
  const { say, term } = context
  const places = figure.evidence.map(({ source, at, says }) => {
    const place = `${fileOf(context, source)}: ${placeText(context, at)}`
    const field = figure.fact.startsWith('tr03183-')
    return small(field ? `${place}: ${term('tr-field', says)}` : say('place.says', { place, text: clip(says, 80) }))
  })
  const more = places.length === 0 ? 0 : countOf(figure) - places.length
  return [
    line(say('frameworks.figure', { fact: term('fact', figure.fact), value: valueText(context, figure) })),
    ...places,
    ...(more > 0 ? [small(say('more', { n: more }))] : []),
  ]
}

/** How many things a figure counts, as far as they may be; 0 where it counts none. */
function countOf({ fact, value }: Figure): number {
  if (scaleOf(fact) === 'share' || value === null) return 0
  return typeof value === 'number' ? value : typeof value === 'object' ? value.high : 0
}

function valueText({ say, term, f }: Context, { fact, value }: Figure): string {
  if (value === undefined) return say('unknown')
  if (value === null) return say('frameworks.inapplicable')
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (typeof value === 'string') return term('tr-format', value)
  const isShare = scaleOf(fact) === 'share'
  if (typeof value === 'number') return isShare ? f.percent(value) : f.number(value)
  if (isShare) return f.shares(value)
  return value.low === value.high ? f.number(value.low) : `${f.number(value.low)}–${f.number(value.high)}`
}
