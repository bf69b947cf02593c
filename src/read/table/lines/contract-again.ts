import { firstFew } from '../../../model/first-few.ts'
import type { Item } from '../../../model/item.ts'
import { normalised } from '../../../model/identity.ts'
import { expired } from '../../../model/money.ts'
import { fold } from '../columns/fold.ts'
import type { NoteBook } from '../notes.ts'
import { LineList } from './line-list.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'
import type { Money } from '../values/money.ts'

type Line = { -readonly [K in keyof Item]: Item[K] }

/** Headings of what a contract is worth as a whole; a call-off or an order may well be there twice. */
const WHOLE = /(?:auftrag|vertrag|contract|commitment|original)/
const CALL_OFF = /abruf|call-?off/

/**
 * Lists with a row for each amendment name a contract several times: where number, supplier, what it is for, beginning and the
 * value of the contract are the same, only the row with the latest end counts. Payments, orders and positions are many, and
 * all count; where the number of what has not ended comes again with another value for the same, or with the same value for something else, that is said.
 */
export function countContractOnce(items: readonly Line[], { columns, used }: Money, notes: NoteBook, table: Table, asOf?: string): void {
  const values = columns.filter(({ field, index }) => field === 'contractValue' && used.has(index)).map(({ heading }) => fold(heading))
  if (!values.every((heading) => WHOLE.test(heading) && !CALL_OFF.test(heading))) return
  const lines = items.filter(isOfContract)
  const dropped = new LineList()
  for (const same of Map.groupBy(lines, allOf).values()) {
    const kept = same.reduce((best, one) => (endOf(one) > endOf(best) ? one : best))
    const others = same.filter((line) => line !== kept)
    for (const line of others) {
      line.counted = false
      dropped.add(line.seenAt[0]!.line!)
    }
    if (others.length > 0) kept.seenAt = [kept, ...others].flatMap(({ seenAt }) => seenAt)
  }
  if (dropped.count > 0) notes.add('W-CONTRACT-AGAIN', { n: dropped.count, lines: someLines(dropped) }, table.at(dropped.first(1)[0]!))
  nameAgain(
    lines.filter(({ counted, term }) => counted && !(asOf !== undefined && expired(term, asOf))),
    notes,
  )
}

const isOfContract = ({ amount, said, counted }: Item): boolean =>
  counted &&
  said.contractNumber !== undefined &&
  amount?.kind === 'contract' &&
  amount.placeholder === undefined &&
  !amount.value.startsWith('-')

const contractOf = ({ said }: Item): string => [said.contractNumber!, said.supplier ?? ''].map(normalised).join('\n')
const subjectOf = ({ name, version = '', said }: Item): string =>
  [name, version, said.product ?? '', said.description ?? '', said.quantity ?? ''].map(normalised).join('\n')
const valueOf = ({ amount }: Item): string => `${amount!.value} ${amount!.currency}`
const allOf = (line: Item): string => [contractOf(line), subjectOf(line), valueOf(line), line.term?.start ?? ''].join('\n')
const endOf = ({ term }: Item): string => (term?.endless === true ? '9999' : (term?.end ?? ''))

function nameAgain(lines: readonly Item[], notes: NoteBook): void {
  const found: string[] = []
  for (const rows of Map.groupBy(lines, contractOf).values())
    if (differ(rows, subjectOf, valueOf) || differ(rows, valueOf, subjectOf))
      found.push(`${rows[0]!.said.contractNumber} (${firstFew(rows.map(({ ref }) => ref))})`)
  if (found.length > 0) notes.add('W-NUMBER-AGAIN', { n: found.length, which: firstFew(found) })
}

/** Whether rows that are the same in one are not in the other. */
function differ(rows: readonly Item[], same: (row: Item) => string, other: (row: Item) => string): boolean {
  return rows.length > 1 && [...Map.groupBy(rows, same).values()].some((group) => new Set(group.map(other)).size > 1)
}
