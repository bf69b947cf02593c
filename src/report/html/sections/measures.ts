import { expired } from '../../../model/money.ts'
import type { NumberedFinding } from '../../../model/numbering.ts'
import { standingOf } from '../../../model/notice.ts'
import { passedTexts } from '../../standing-text.ts'
import { amountCell } from '../parts/amount.ts'
import type { Context } from '../context.ts'
import { deadline } from '../parts/deadline.ts'
import { placeText, seenText } from '../parts/place.ts'
import { reach } from '../parts/reach.ts'
import { firstSentence } from '../safe.ts'
import { isOpen, subjectText } from '../parts/subject.ts'
import { cell, column, line, numberColumn, row, small, table, wide, type Table } from '../table.ts'

/** Contracts listed by their last day of notice; the others are counted and summed up. */
const TERMS = 30
/** The room of `letzter Tag für` on paper. */
const LAST_DAY = 17

/** Section 5: what can be done, how far it reaches, and when contracts give the occasion. */
export function measures(context: Context) {
  return { measures: measuresTable(context), ...termsTable(context) }
}

/** The measures of the open findings, the most urgent first; the same advice stands once. In full it is told in section 3. */
function measuresTable(context: Context): Table | null {
  const { numbered, policy, options, say, f } = context
  const byText = new Map<string, { found: NumberedFinding[]; items: Set<number>; subject: string }>()
  for (const found of numbered.filter(isOpen)) {
    const fix = policy(found.policy)?.fix[options.language]
    if (fix === undefined) continue
    const known = byText.get(fix) ?? { found: [], items: new Set<number>(), subject: subjectText(context, found) }
    known.found.push(found)
    for (const item of found.items) known.items.add(item)
    byText.set(fix, known)
  }
  const rows = Array.from(byText, ([fix, { found, items, subject }]) => {
    const numbers = found.map(({ number }) => number)
    return { fix, numbers, held: [...items], subject, next: deadline(context, found) }
  })
    .toSorted((a, b) => ((a.next?.day ?? '9') < (b.next?.day ?? '9') ? -1 : (a.next?.day ?? '9') > (b.next?.day ?? '9') ? 1 : 0))
    .map(({ fix, numbers, held, subject, next }) =>
      row(
        cell(firstSentence(fix), small(subject)),
        cell(...(next === undefined ? ['–'] : [f.day(next.day), small(say(`deadline.${next.kind}.short`))])),
        cell(...numbers.map((number) => line(number, { href: `#${number}`, inline: true }))),
        cell(held.length === 0 ? say('reach.project') : reach(context, held, true)),
      ),
    )
  const columns = [
    column(say('measures.measure')),
    wide(LAST_DAY, column(say('finding.by-when'))),
    column(say('finding.name')),
    column(say('measures.reach')),
  ]
  return table(context, 'measures-t', say('measures.caption'), columns, rows)
}

/** Contracts that run or have yet to begin, by the day to come on which something has to be decided: the last for a notice, else the end. */
function termsTable(context: Context): { readonly terms: Table | null; readonly left: string | null } {
  const { audit, say, f } = context
  const running = audit.items
    .flatMap((item, index) => {
      const { term } = item
      if (!item.counted || term === undefined || expired(term, audit.asOf)) return []
      const { end = term.end, notice, bound, next } = standingOf(term, audit.asOf)
      const due = next ?? end
      return due === undefined ? [] : [{ item, index, term, end, bound, notice, due, passed: passedTexts(context, term, audit.asOf) }]
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.index - b.index))
  const rows = running.slice(0, TERMS).map(({ item, index, term, end, bound, notice, passed }) => {
    const numbers = context.numbersOf(index).map((number) => line(number, { href: `#${number}`, small: true, inline: true }))
    const begins = term.start !== undefined && term.start > audit.asOf ? [small(say('terms.begins', { day: f.day(term.start) }))] : []
    return row(
      cell(line(context.nameOf(item), context.listed.items.has(index) ? { href: `#i${index}` } : {}), ...numbers, ...begins),
      cell(item.maker === undefined ? say('maker.unknown') : context.organisationLink(item.maker.id, item.maker.name).text),
      end === undefined
        ? cell(
            say(term.endless ? 'terms.endless' : 'terms.unstated'),
            ...(bound === undefined ? [] : [small(say('terms.to', { day: f.day(bound) }))]),
          )
        : cell(f.day(end), ...(term.renewsItself === true ? [small(say('terms.renews'))] : [])),
      cell(
        ...(passed.length > 0
          ? [passed[0]!, ...passed.slice(1).map(small)]
          : [notice === undefined ? say('terms.no-notice') : f.day(notice)]),
      ),
      amountCell(context, item),
      cell(audit.sources.length > 1 ? seenText(context, item.seenAt[0]) : placeText(context, item.seenAt[0]?.at ?? '')),
    )
  })
  const columns = [
    column(say('terms.contract')), column(say('items.maker')), column(say('terms.end')), column(say('terms.cancel')), numberColumn(say('items.amount'), say(`unit.${audit.spend?.unit ?? 'as-stated'}`)), column(say('items.place')),
  ] // prettier-ignore
  const others = running.slice(TERMS).map(({ index }) => index)
  const left = others.length > 0 ? say('terms.left', { n: others.length, reach: reach(context, others, true) }) : null
  return { terms: table(context, 'terms', say('terms.caption'), columns, rows), left }
}
