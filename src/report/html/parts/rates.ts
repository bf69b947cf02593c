import { PROJECT_FILE } from '../../../model/project.ts'
import { isMadeNet } from '../../conversion.ts'
import type { Context } from '../context.ts'
import { cell, column, numberCell, numberColumn, row, table, type Row, type Table } from '../table.ts'

/** What amounts were converted by, with its day and who says so; nothing where every amount is net and EUR. */
export function ratesTable(context: Context): Table | null {
  const { audit, say, f } = context
  const { vat } = audit.projectFile ?? {}
  const net = audit.items.filter((item) => isMadeNet(audit, item)).length
  const told = (what: string, value: number, day: string, source: string, amounts: number): Row =>
    row(cell(what), numberCell(f.rate(value), value), cell(f.day(day)), cell(source), numberCell(f.number(amounts), amounts))
  const rows = [
    ...(audit.rates ?? []).map(({ currency, eur, date, source, amounts }) =>
      told(say('rates.of', { currency }), eur, date, source, amounts),
    ),
    ...(vat === undefined || net === 0 ? [] : [told(say('rates.vat'), vat.factor, vat.date, PROJECT_FILE, net)]),
  ]
  const columns = [
    column(say('rates.what')), numberColumn(say('rates.value')), column(say('rates.day')), column(say('rates.source')), numberColumn(say('rates.amounts')),
  ] // prettier-ignore
  return rows.length === 0 ? null : table(context, 'rates', say('rates.caption'), columns, rows)
}
