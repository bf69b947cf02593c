import type { Amount, Item } from '../../model/item.ts'
import type { Lines } from './line.ts'
import { sameMoney, total } from './money.ts'

/** As a note names it. */
const shown = ({ kind, value, currency, basis }: Amount): string => `${kind} ${value} ${currency}${basis === 'gross' ? ' gross' : ''}`

/** Names what is stated beside what is used. */
export function nameOthers(used: readonly Amount[], others: readonly Amount[], lines: Lines, at: string): void {
  const show = (amounts: readonly Amount[]) => amounts.map(shown).join(', ')
  if (others.length > 0) lines.notes.add('W-OTHER-AMOUNTS', { used: used.length === 0 ? '–' : show(used), others: show(others) }, at)
}

/** Names what a notice states for the whole of it, where its lines do not come to that. */
export function nameUnused(stated: readonly (Amount | undefined)[], items: readonly Item[], lines: Lines, at: string): void {
  const amounts = items.flatMap(({ amount }) => (amount === undefined || amount.placeholder ? [] : [amount]))
  const used = sums(amounts, ({ kind, currency, basis }) => `${kind} ${currency} ${basis}`)
  const known = [...used, ...sums(amounts, ({ currency }) => currency)]
  const others = stated.filter((one) => one !== undefined && one.placeholder === undefined && !known.some((sum) => sameMoney(sum, one)))
  nameOthers(used, others as Amount[], lines, at)
}

function sums(amounts: readonly Amount[], key: (amount: Amount) => string): readonly Amount[] {
  return [...Map.groupBy(amounts, key).values()].flatMap((group) => total(group) ?? [])
}
