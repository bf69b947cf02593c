import { standingOf } from '../../../model/notice.ts'
import type { Context } from '../context.ts'
import { reach } from './reach.ts'

/** The next day on which a contract gives the occasion to act. */
export interface Deadline {
  readonly day: string
  /** Index of the item whose contract it is. */
  readonly item: number
  readonly kind: 'notice' | 'end'
}

/** The earliest day to come, of these items: the last one for a notice, and where none is known or left the end of the term. */
export function deadline({ audit }: Context, items: readonly number[]): Deadline | undefined {
  let next: Deadline | undefined
  for (const index of items) {
    const item = audit.items[index]
    if (item?.term === undefined || !item.counted) continue
    const { next: notice, end, passed } = standingOf(item.term, audit.asOf)
    // what renews itself, and for how long nobody says, has no day on which it ends
    const ends = passed && item.term.renewsItself === true ? undefined : end
    const [day, kind] = typeof notice === 'string' ? ([notice, 'notice'] as const) : ([ends, 'end'] as const)
    if (day === undefined || day < audit.asOf) continue
    if (next === undefined || day < next.day) next = { day, item: index, kind }
  }
  return next
}

/** `Bis 30.11.2026: Kündigung („Citrix“).` Where it is the day of one of several, also how much it is of. */
export function deadlineText(context: Context, { day, item, kind }: Deadline, items: readonly number[]): string {
  const { audit, say, f, nameOf } = context
  const known = audit.items[item]
  const text = say(`deadline.${kind}`, { day: f.day(day), name: known === undefined ? '' : nameOf(known) })
  return items.length > 1 ? `${text} ${say('deadline.part', { reach: reach(context, [item], true) })}` : text
}
