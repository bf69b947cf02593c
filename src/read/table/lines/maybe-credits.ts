import type { Item } from '../../../model/item.ts'
import { sumText } from '../../../model/money.ts'
import { LineList } from './line-list.ts'
import type { NoteBook } from '../notes.ts'
import type { Table } from '../table.ts'
import { someLines } from '../told.ts'
import { saysCredit } from '../values/credit-words.ts'

/** Payments that call themselves a credit note and are written like what was spent: they count, and are named. */
export function noteMaybeCredits(items: readonly Item[], payments: boolean, notes: NoteBook, table: Table): void {
  const found = items.filter((item) => item.counted && isPaid(item, payments) && [item.name, item.said.description].some(says))
  if (found.length === 0) return
  const lines = new LineList()
  for (const { seenAt } of found) lines.add(seenAt[0]!.line!)
  const sum = sumText(found.map(({ amount }) => amount!))
  notes.add('W-MAYBE-CREDIT', { n: found.length, sum, lines: someLines(lines) }, table.at(lines.first(1)[0]!))
}

const says = (text: string | undefined): boolean => text !== undefined && saysCredit(text)

function isPaid({ amount }: Item, payments: boolean): boolean {
  return amount !== undefined && (payments || amount.kind === 'payment') && Number(amount.value) > 0 && amount.placeholder !== true
}
