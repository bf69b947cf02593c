import type { Evidence } from '../../../model/evidence.ts'
import type { Dossier } from '../../../model/dossier.ts'
import type { NumberedFinding } from '../../../model/numbering.ts'
import type { Finding } from '../../../model/policy.ts'
import { conversionText } from '../../conversion.ts'
import { licenceLine, makerLines, registerLines } from './conclusion.ts'
import type { Context } from '../context.ts'
import { evidenceLines, seenText } from './place.ts'
import { proofEvidence } from './proof.ts'
import { OF_ONE } from '../shown.ts'
import { cell, column, line, rowAt, small, streamed, type Line, type Row, type Table } from '../table.ts'

/** Places shown for one item. */
const PLACES = 6

/** The evidence of every finding, each item once: what stands where, what follows from it, and which register entry says so. */
export function evidenceTable(context: Context): Table | null {
  const { say, evidenced } = context
  if (evidenced.size === 0) return null
  const columns = [column(say('cases.item')), column(say('cases.place')), column(say('cases.conclusion')), column(say('cases.register'))]
  return streamed(context, { id: 'evidence-t', caption: say('cases.caption'), columns, sortable: evidenced.size > 9 }, rows(context))
}

function* rows(context: Context): Iterable<Row> {
  const own = ownFindings(context)
  for (const index of context.evidenced) yield evidenceRow(context, index, own.get(index))
}

/** For each item the gravest finding that is about it alone: its proof says which places count. */
function ownFindings({ numbered }: Context): ReadonlyMap<number, Finding> {
  const own = new Map<number, Finding>()
  for (const { findings } of numbered) {
    for (const one of findings) {
      const [item] = one.items
      if (one.subject.kind === 'item' && item !== undefined && !own.has(item)) own.set(item, one)
    }
  }
  return own
}

function evidenceRow(context: Context, index: number, own: Finding | undefined): Row {
  const item = context.audit.items[index]
  const id = `e${index}`
  if (item === undefined) return rowAt(id, cell(String(index)), cell(''), cell(''), cell(''))
  const proved = own === undefined ? [] : proofEvidence(own.proof)
  const concluded: readonly Evidence[] = [...(item.maker?.evidence ?? []), ...item.licence.evidence, ...(item.amount?.evidence ?? [])]
  const places = evidenceLines(context, unique([...proved, ...concluded]).slice(0, PLACES))
  const numbers = context.numbersOf(index).map((number) => line(number, { href: `#${number}`, small: true, inline: true }))
  return rowAt(
    id,
    cell(line(context.nameOf(item), { href: `#i${index}` }), ...numbers),
    cell(...(places.length > 0 ? places : [small(seenText(context, item.seenAt[0]))]), ...conversionLines(context, item)),
    cell(...makerLines(context, item), licenceLine(context, item)),
    cell(...registerLines(context, item)),
  )
}

/** How a foreign or gross amount came to what counts. */
function conversionLines(context: Context, item: Dossier): readonly Line[] {
  const text = conversionText(context, context.audit, item)
  return text === undefined ? [] : [small(text)]
}

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.source}\0${one.at}`, one])).values()]
}

/** From a finding to the evidence of its items; what has no row there is counted and stands in appendix A. */
export function evidenceLinks(context: Context, { number, items }: NumberedFinding) {
  if (items.length === 0) return []
  const { audit, evidenced, say } = context
  const shown = items.filter((index) => evidenced.has(index)).slice(0, OF_ONE)
  const links: Line[] = shown.flatMap((index) => {
    const item = audit.items[index]
    return item === undefined ? [] : [line(context.nameOf(item), { href: `#e${index}` })]
  })
  const left = items.length - shown.length
  return [{ number, links, left: left > 0 ? say('finding.left', { n: left }) : null }]
}
