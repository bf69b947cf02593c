import type { Item } from '../../../model/item.ts'
import { MAPPED } from '../columns/candidate.ts'
import { fold } from '../columns/fold.ts'
import { shorten } from '../columns/header.ts'
import type { NoteBook } from '../notes.ts'
import type { AmountColumn, Placed } from '../values/amount-column.ts'
import type { Money } from '../values/money.ts'

/** „Preis“ says less than „Kosten“ or „Gesamtpreis“: it may be that of one piece. */
const PRICE = /(?<![a-z])(?:preis|price)(?![a-z])/
const OF_ALL = /gesamt|summe|total|insgesamt|alle[rs]?(?![a-z])/
const MANY = /^(?:[2-9]|[1-9]\d+)(?:[.,]0+)?$/

/** Names amounts of which a list leaves open whether they are for one piece or for all, and prices of pieces that nobody counted. */
export function notePrices(items: readonly Item[], { used, columns, amounts }: Money, placed: readonly Placed[], notes: NoteBook): void {
  const quantity = placed.find(({ field }) => field === 'quantity')
  const open = columns.filter((column) => used.has(column.index) && isOpen(column))
  const [price] = open
  if (quantity !== undefined && price !== undefined && used.size === 1) {
    const n = items.filter(({ counted, amount, said }) => counted && amount !== undefined && MANY.test(said.quantity?.trim() ?? '')).length
    const line = `${JSON.stringify(price.heading)}: unitPrice`
    if (n > 0) notes.add('W-PRICE-OR-SUM', { column: shorten(price.heading, 60), quantity: shorten(quantity.heading, 60), n, line })
  }
  const prices = items.filter(({ counted, amount }) => counted && amount?.kind === 'unit-price' && amount.placeholder !== true)
  const column = amounts.find(({ field, index }) => field === 'unitPrice' && used.has(index))
  if (prices.length > 0 && column !== undefined) notes.add('W-UNIT-PRICES', { n: prices.length, column: shorten(column.heading, 60) })
}

function isOpen({ field, heading, confidence }: AmountColumn): boolean {
  const folded = fold(heading)
  return (field === 'amount' || field === 'annualValue') && confidence < MAPPED && PRICE.test(folded) && !OF_ALL.test(folded)
}
