import type { Dossier } from '../../model/dossier.ts'
import { lastDayOfNotice } from '../../model/notice.ts'
import type { Context } from './context.ts'
import { reach } from './findings.ts'
import { seenText } from './place.ts'
import { isOpen, subjectText } from './subject.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, type Table } from './table.ts'

/** Section 5: what can be done, how far it reaches, and when contracts give the occasion. */
export function measures(context: Context) {
  return { measures: measuresTable(context), terms: termsTable(context) }
}

function measuresTable(context: Context): Table | null {
  const { numbered, policy, options, say, audit, f } = context
  const rows = numbered.filter(isOpen).flatMap((found) => {
    const fix = policy(found.policy)?.fix[options.language]
    if (fix === undefined) return []
    const ends = found.items.flatMap((index) => audit.items[index]?.term?.end ?? []).toSorted()
    const next = ends.find((end) => end >= audit.asOf)
    return [
      row(
        cell(line(found.number, { href: `#${found.number}` })),
        cell(fix, small(subjectText(context, found))),
        cell(reach(context, found.items)),
        cell(next === undefined ? say('measures.no-end') : f.day(next)),
      ),
    ]
  })
  const columns = [column(say('finding.name')), column(say('measures.measure')), column(say('measures.reach')), column(say('measures.end'))]
  return table(context, 'measures-t', say('measures.caption'), columns, rows)
}

/** Running contracts by the last day on which they can be ended. */
function termsTable(context: Context): Table | null {
  const { audit, say, f } = context
  const running = audit.items
    .map((item, index) => ({ item, index, end: item.term?.end, cancel: item.term && lastDayOfNotice(item.term) }))
    .filter(({ item, end }) => item.counted && end !== undefined && end >= audit.asOf)
    .toSorted((a, b) => ((a.cancel ?? a.end ?? '') < (b.cancel ?? b.end ?? '') ? -1 : 1))
    .slice(0, 30)
  const rows = running.map(({ item, index, end, cancel }) =>
    row(
      cell(line(context.nameOf(item), context.numbersOf(index).length > 0 ? { href: `#i${index}` } : {})),
      cell(item.maker === undefined ? say('maker.unknown') : context.organisationLink(item.maker.id, item.maker.name).text),
      cell(f.day(end ?? ''), ...(item.term?.renewsItself === true ? [small(say('terms.renews'))] : [])),
      cell(
        cancel === undefined ? say('terms.no-notice') : cancel < audit.asOf ? say('terms.passed', { day: f.day(cancel) }) : f.day(cancel),
      ),
      amountCell(context, item),
      cell(seenText(context, item.seenAt[0])),
    ),
  )
  const columns = [
    column(say('terms.contract')), column(say('items.maker')), column(say('terms.end')), column(say('terms.cancel')), numberColumn(say('items.amount')), column(say('items.place')),
  ] // prettier-ignore
  return table(context, 'terms', say('terms.caption'), columns, rows)
}

/** The amount that counts, or why none does. */
export function amountCell({ say, term, f, audit }: Context, { amount }: Dossier) {
  if (amount === undefined) return numberCell('–')
  const perYear = audit.spend?.unit === 'per-year' && amount.perYear !== undefined
  const value = perYear ? (amount.perYear ?? amount.value) : amount.value
  const beside = amount.counts ? [] : [small(amount.why === undefined ? say('amount.beside') : term('amount', amount.why))]
  return numberCell(f.money(value, perYear ? 'EUR' : amount.currency), Number(value), ...beside)
}
