import type { Source } from '../../../model/item.ts'
import { TR03183_VERSION, type Tr03183Field } from '../../../model/tr03183.ts'
import type { Context } from '../context.ts'
import { fileOf, placeText } from './place.ts'
import { cell, column, numberCell, numberColumn, row, table, type Table } from '../table.ts'

/** Tables printed; the rest stands in the JSON. */
const SHOWN = 5

/** The fields of TR-03183-2 by SBOM: a count beside the score, part of no level. */
export function trTables(context: Context) {
  const { audit, say } = context
  const sboms = audit.sources.flatMap(({ tr03183 }, index) => (tr03183 === undefined ? [] : [{ tr03183, index }]))
  const left = sboms.length - SHOWN
  return {
    intro: say('tr.intro', { version: TR03183_VERSION }),
    sboms: sboms.slice(0, SHOWN).map(({ tr03183, index }) => ({
      format: tr03183.format === 'ok' ? null : say(`tr.${tr03183.format}`, { path: fileOf(context, index) }),
      table: fieldsTable(context, tr03183, index),
    })),
    left: left > 0 ? say('tr.left', { n: left }) : null,
  }
}

function fieldsTable(context: Context, { fields }: NonNullable<Source['tr03183']>, index: number): Table | null {
  const { say, term } = context
  const columns = [column(say('tr.field')), column(say('tr.required')), numberColumn(say('tr.there')), column(say('tr.missing'))]
  const rows = fields.map((field) =>
    row(
      cell(term('tr-field', field.id)),
      cell(term('tr-required', field.required)),
      numberCell(metText(context, field), field.of === 0 ? 1 : field.met / field.of),
      cell(...field.missing.map((at) => placeText(context, at))),
    ),
  )
  return table(context, `tr03183-${index + 1}`, say('tr.caption', { path: fileOf(context, index) }), columns, rows)
}

function metText({ say, f }: Context, { level, met, of }: Tr03183Field): string {
  if (level === 'sbom') return say(met === 1 ? 'yes' : 'no')
  return say('tr.of', { met: f.number(met), of: f.number(of) })
}
