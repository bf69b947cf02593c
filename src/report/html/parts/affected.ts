import { standingOf } from '../../../model/notice.ts'
import type { Dossier } from '../../../model/dossier.ts'
import { amountCell } from './amount.ts'
import { holderLines, licenceShort } from './conclusion.ts'
import type { Context } from '../context.ts'
import { passedTexts } from '../../standing-text.ts'
import { placeText, seenText } from './place.ts'
import { cell, column, line, numberColumn, small, streamed, wide, type Cell, type Row, type Table } from '../table.ts'

/** Rows that are printed; the others are on the screen, in the CSV and the JSON. */
const PRINTED = 60

/** Whom or what the findings are about, every item once, with the numbers of all findings that hit it. */
export function affected(context: Context): {
  readonly table: Table | null
  readonly left: string | null
} {
  const { evidenced, say, audit, numbered, options } = context
  const all = new Set(numbered.flatMap(({ items }) => items)).size
  const columns = [
    column(say('cases.item')), column(say('items.maker')), column(say('items.licence')),
    ...(audit.items.some(({ line }) => line === true) ? [numberColumn(say('items.amount'), say(`unit.${audit.spend?.unit ?? 'as-stated'}`)), wide(18, column(say('affected.until')))] : []),
    wide(15, column(say('items.place'))),
  ] // prettier-ignore
  const lists = columns.length > 4
  const view = { id: 'affected', caption: say('affected.caption'), columns, sortable: evidenced.size > 9 }
  const whole = options.printAppendix === true
  const printed = whole ? evidenced.size : Math.min(PRINTED, evidenced.size)
  // appendix A has all of them, and is on paper only where the whole is
  const hidden = whole ? 0 : all - printed
  return {
    table: evidenced.size === 0 ? null : streamed(context, view, rows(context, lists, printed), hidden),
    left: all > evidenced.size ? say('affected.left', { n: all - evidenced.size }) : null,
  }
}

function* rows(context: Context, lists: boolean, printed: number): Iterable<Row> {
  let at = 0
  for (const index of context.evidenced) {
    const item = context.audit.items[index]
    if (item === undefined) continue
    const numbers = context.numbersOf(index).map((number) => line(number, { href: `#${number}`, small: true, inline: true }))
    yield {
      id: null,
      screen: at++ >= printed,
      cells: [
        cell(line(context.nameOf(item), { href: `#e${index}` }), ...numbers),
        cell(...holderLines(context, item)),
        cell(...licenceShort(context, item)),
        ...(lists ? [amountCell(context, item), until(context, item)] : []),
        cell(context.audit.sources.length > 1 ? seenText(context, item.seenAt[0]) : placeText(context, item.seenAt[0]?.at ?? '')),
      ],
    }
  }
}

/** The end of the contract, and the last day for a notice where one is known. */
function until({ f, say, audit }: Context, { term }: Dossier): Cell {
  if (term === undefined) return cell('–')
  const { end = term.end, next } = standingOf(term, audit.asOf)
  const notice = typeof next === 'string' ? [small(say('affected.notice', { day: f.day(next) }))] : []
  if (end === undefined) return cell(term.endless ? say('terms.endless') : '–', ...notice)
  const passed = passedTexts({ say, f }, term, audit.asOf)
  if (passed.length > 0) return cell(f.day(end), ...passed.map(small))
  return cell(f.day(end), ...notice)
}
