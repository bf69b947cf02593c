import type { Item } from '../../../model/item.ts'
import type { NoteBook } from '../notes.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'
import { stepOn } from '../values/steps.ts'
import { LineList } from './line-list.ts'

/** Names the lines of which the amount is one of several that their cell states, each for its time. */
export function noteSteps(items: readonly Item[], notes: NoteBook, table: Table, asOf: string | undefined): void {
  if (asOf === undefined) return
  const lines = new LineList()
  for (const { amount, seenAt } of items)
    if (amount?.stated?.some(({ says }) => says !== undefined && stepOn(says, asOf) !== undefined)) lines.add(seenAt[0]!.line!)
  if (lines.count > 0) notes.add('W-STEPS', { n: lines.count, day: asOf, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}
