import type { Dossier } from '../../../model/dossier.ts'
import type { Context } from '../context.ts'
import { makerLines, opennessText } from '../parts/conclusion.ts'
import { evidenceTable } from '../parts/evidence.ts'
import { amountCell } from '../parts/amount.ts'
import { seenText } from '../parts/place.ts'
import { clip } from '../safe.ts'
import { cell, column, line, numberColumn, rowAt, small, streamed, wide, type Line, type Row } from '../table.ts'

/** Appendix A: everything a finding or a bound service points to, and the first others. */
export function items(context: Context) {
  const { audit, say, options, listed } = context
  const columns = [
    wide(10, column(say('items.item'))), wide(10, column(say('items.kind'))), wide(16, column(say('items.maker'))), wide(13, column(say('items.licence'))),
    wide(17, column(say('items.layer'))), wide(11, numberColumn(say('items.amount'), say(`unit.${audit.spend?.unit ?? 'as-stated'}`))),
    wide(10, column(say('items.place'))), wide(14, column(say('items.findings'))),
  ] // prettier-ignore
  const view = { id: 'items-t', caption: say('items.caption'), columns, sortable: true }
  return {
    evidence: evidenceTable(context),
    intro: say('items.intro', { n: audit.items.length, flagged: listed.flagged }),
    flaggedLeft: listed.flaggedLeft > 0 ? say('items.flagged-left', { n: listed.flaggedLeft }) : null,
    left: listed.othersLeft > 0 ? say('items.left', { n: listed.othersLeft, shown: listed.others }) : null,
    table: audit.items.length === 0 ? null : streamed(context, view, itemRows(context)),
    none: say('items.none'),
    printed: options.printAppendix === true,
    unprinted: say('items.unprinted'),
  }
}

/** Those with a finding or a bound service first. */
function* itemRows(context: Context): Iterable<Row> {
  const bound = new Set(context.audit.boundServices.flatMap(({ items }) => items))
  const listed = [...context.listed.items].toSorted((a, b) => a - b)
  const flagged = (index: number): boolean => context.numbersOf(index).length > 0 || bound.has(index)
  for (const index of listed) if (flagged(index)) yield* itemRow(context, index)
  for (const index of listed) if (!flagged(index)) yield* itemRow(context, index)
}

function* itemRow(context: Context, index: number): Iterable<Row> {
  const item = context.audit.items[index]
  if (item === undefined) return
  const numbers = context.numbersOf(index)
  yield rowAt(
    `i${index}`,
    cell(context.nameOf(item), ...identity(item)),
    cell(...kindLines(context, item)),
    cell(...makerLines(context, item).filter((_, at) => at < 2)),
    cell(...licence(context, item)),
    cell(context.term('layer', item.layer?.id ?? 'unknown')),
    amountCell(context, item),
    cell(seenText(context, item.seenAt[0])),
    cell(...(numbers.length > 0 ? numbers.map((number) => line(number, { href: `#${number}` })) : ['–'])),
  )
}

function identity({ purl, said }: Dossier): readonly Line[] {
  const id = purl ?? said.contractNumber
  return id === undefined ? [] : [small(clip(id, 100))]
}

function kindLines({ term, say }: Context, item: Dossier): readonly Line[] {
  const kind = item.line === true ? say('items.line') : term('relation', item.relation)
  return [
    line(kind),
    ...(item.counted ? [] : [small(say('items.uncounted'))]),
    ...(item.critical ? [small(say(item.projectFile?.critical === undefined ? 'items.critical' : 'items.critical.stated'))] : []),
  ]
}

function licence(context: Context, item: Dossier): readonly Line[] {
  const { expression } = item.licence
  const openness = opennessText(context, item)
  return expression === undefined ? [line(openness)] : [line(clip(expression, 60)), small(openness)]
}
