import type { Context } from '../context.ts'

/** How much of each basis the items hold; `short`: of the weightiest basis alone. */
export function reach({ audit, bases, weigh, totals, say, f }: Context, items: readonly number[], short = false): string {
  const parts = bases.flatMap((basis) => {
    const held = items.reduce((sum, index) => sum + (audit.items[index] === undefined ? 0 : weigh(audit.items[index], basis)), 0)
    if (held === 0) return []
    return [
      say(`reach.${basis}`, { share: f.percent(held / totals[basis]), sum: basis === 'spend' ? f.money(String(held)) : f.number(held) }),
    ]
  })
  if (parts.length === 0) return say('reach.none')
  return short ? (parts.at(bases.includes('spend') && parts.length > 1 ? -2 : 0) ?? '') : parts.join(' · ')
}
