import type { NumberedFinding } from '../../../model/numbering.ts'
import { standingOf } from '../../../model/notice.ts'
import { occasionsFor } from '../../occasions.ts'
import type { Context } from '../context.ts'
import { reach } from './reach.ts'
import { isOpen } from './subject.ts'

/** The next day on which contracts give the occasion to act. */
export interface Deadline {
  readonly day: string
  /** Indices of the items whose contracts share the day. */
  readonly items: readonly number[]
  /** How many contracts it is one of. */
  readonly of: number
  readonly kind: 'notice' | 'end'
}

/** The earliest day after that of the audit, of what is still open: the last one for a notice, and where none is known or left the end of the term. */
export function deadline(context: Context, found: readonly NumberedFinding[]): Deadline | undefined {
  const { audit } = context
  const concerned = [...new Set(found.filter(isOpen).flatMap((one) => occasionsFor(context, one)))]
  const days = concerned.flatMap((item) => {
    const next = dayOf(context, item)
    return next === undefined || next.day <= audit.asOf ? [] : [{ ...next, item }]
  })
  const [first] = days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  if (first === undefined) return undefined
  const items = days.filter(({ day, kind }) => day === first.day && kind === first.kind).map(({ item }) => item)
  return { day: first.day, kind: first.kind, items, of: concerned.length }
}

function dayOf({ audit }: Context, index: number): Pick<Deadline, 'day' | 'kind'> | undefined {
  const item = audit.items[index]
  if (item?.term === undefined || !item.counted) return undefined
  const { next, end, passed } = standingOf(item.term, audit.asOf)
  if (typeof next === 'string') return { day: next, kind: 'notice' }
  // what renews itself, and for how long nobody says, has no day on which it ends
  return end === undefined || (passed && item.term.renewsItself === true) ? undefined : { day: end, kind: 'end' }
}

/** `Kündigung nur bis 30.11.2026 möglich („Citrix“).` Where there are more contracts than one, also how much it is of. */
export function deadlineText(context: Context, { day, items, of, kind }: Deadline): string {
  const { audit, say, f } = context
  const names = items.slice(0, 1).map((index) => say('quoted', { text: context.nameOf(audit.items[index]!) }))
  if (items.length > 1) names.push(say('more', { n: items.length - 1 }))
  const text = say(`deadline.${kind}`, { day: f.day(day), names: f.list(names) })
  return of > 1 ? `${text} ${say('deadline.part', { reach: reach(context, items, true) })}` : text
}
