import type { Context } from '../context.ts'
import { taxTexts } from '../parts/tax.ts'
import { cell, column, row, table, type Table } from '../table.ts'

/** Section 7: how the figures and levels come about, with the boundaries that were used. */
export function method(context: Context) {
  return { bounds: boundsTable(context), tax: taxTexts(context) }
}

function boundsTable(context: Context): Table | null {
  const { audit, say, term, f } = context
  const { bounds } = audit
  if (bounds === undefined) return null
  const { hhi, largest, layerShare, minLines } = bounds.wechselmoeglichkeit
  const [first, second, third, fourth] = bounds.gestaltungsfaehigkeit.map((share) => f.percent(share))
  const rows = [
    row(
      cell(term('axis', 'wechselmoeglichkeit')),
      cell(
        say('bounds.switch.1', { hhi: f.number(hhi[0]) }),
        say('bounds.switch.2', { hhi: f.number(hhi[0]) }),
        say('bounds.switch.3', { hhi: f.number(hhi[1]) }),
        say('bounds.switch.4', { share: f.percent(largest) }),
        say('bounds.switch.5'),
      ),
      cell(say('bounds.switch.note', { share: f.percent(layerShare), n: minLines })),
    ),
    row(
      cell(term('axis', 'gestaltungsfaehigkeit')),
      cell(
        ...[first, second, third, fourth].map((share, index) => say('bounds.shape', { level: index + 1, share: share ?? '' })),
        say('bounds.shape.5', { share: fourth ?? '' }),
      ),
      cell(say('bounds.shape.note')),
    ),
    row(cell(term('axis', 'einfluss')), cell(say('bounds.voice', { share: f.percent(bounds.einfluss) })), cell(say('bounds.voice.note'))),
    row(
      cell(say('bounds.margin')),
      cell(say('bounds.margin.text', { points: Math.round(bounds.margin.share * 1000) / 10, hhi: f.number(bounds.margin.hhi) })),
      cell(say('bounds.margin.note')),
    ),
  ]
  return table(
    context,
    'bounds',
    say('bounds.caption', { set: audit.rules.set }),
    [column(say('axes.axis')), column(say('bounds.levels')), column(say('bounds.also'))],
    rows,
  )
}
