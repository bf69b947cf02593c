import { lastDayOfNotice } from '../../model/notice.ts'
import type { Context } from './context.ts'

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
    const notice = lastDayOfNotice(item.term)
    const [day, kind] = notice !== undefined && notice >= audit.asOf ? ([notice, 'notice'] as const) : ([item.term.end, 'end'] as const)
    if (day === undefined || day < audit.asOf) continue
    if (next === undefined || day < next.day) next = { day, item: index, kind }
  }
  return next
}

/** `bis 30.11.2026: letzter Tag für die Kündigung („Citrix“)` */
export function deadlineText({ audit, say, f, nameOf }: Context, { day, item, kind }: Deadline): string {
  const known = audit.items[item]
  return say(`deadline.${kind}`, { day: f.day(day), name: known === undefined ? '' : nameOf(known) })
}
