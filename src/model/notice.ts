import { isDay, lastDayOf } from './days.ts'
import { durationOf, LAST_YEAR, moved, type Duration } from './duration.ts'
import type { Term } from './item.ts'
import { expired, mayBeExtended } from './money.ts'

const COMMON_YEAR = 2001

/**
 * The last day on which notice can be given to the end of the term, ISO. The end is inclusive: with three months' notice to
 * 31 December it is 30 September. `undefined` where end or period are not known or not exact.
 */
export function lastDayOfNotice({ end, notice }: Pick<Term, 'end' | 'notice'>): string | undefined {
  const period = durationOf(notice)
  return end === undefined || !isDay(end) || period === undefined ? undefined : moved(end, period, -1)
}

/** How a contract stands on a day. What is not known is left out. */
export interface Standing {
  /** End of the term that runs: as stated, or after the renewals since. */
  readonly end?: string
  /** The last day for a notice to that end. */
  readonly notice?: string
  /** The day for the term that runs is over; never of a contract that has ended. */
  readonly passed: boolean
  /** Until when one is bound, also if notice is given at once. */
  readonly bound?: string
  /** The next last day for a notice; `null` where none is needed, because the contract ends by itself. */
  readonly next?: string | null
}

/** The day of a year to which notice can be given; of a leap year's last of February that of any year. */
const YEARLY = /^--(\d{2})-(\d{2})$/

/** Which term runs on `asOf`, and what a notice can still reach. What renews itself for a time nobody states binds for a time nobody knows. */
export function standingOf(term: Term, asOf: string): Standing {
  if (term.end === undefined && term.noticeTo !== undefined) return yearlyStanding(term, asOf)
  const end = runningEnd(term, asOf)
  const notice = dayOfNotice(term, end)
  if (mayBeExtended(term, asOf)) return { passed: false }
  if (expired(term, asOf)) return { ...(end !== undefined && { end }), ...(notice !== undefined && { notice }), passed: false }
  // a term that has been renewed for an unknown time can at least not be ended at the end that is stated
  const passed = notice === undefined ? term.end !== undefined && end === undefined : notice < asOf
  const reachable = notice === undefined ? undefined : passed ? renewedUntil(term, (day) => dayOfNotice(term, day)! >= asOf) : end
  const fixed = term.renewsItself === false
  const bound = fixed ? end : reachable
  return {
    ...(end !== undefined && { end }),
    ...(notice !== undefined && { notice }),
    passed,
    ...(bound !== undefined && { bound }),
    ...(fixed && (passed || notice === undefined) ? { next: null } : bound !== undefined && { next: dayOfNotice(term, bound)! }),
  }
}

/** A contract without an end that can be ended on days of each year: bound to the first such day that a notice given on `asOf` or later reaches. */
function yearlyStanding({ notice, noticeTo, noticeEvery }: Term, asOf: string): Standing {
  const period = durationOf(notice)
  const [, month = '', day = ''] = YEARLY.exec(noticeTo ?? '') ?? []
  const soonest = period && moved(asOf, period)
  if (soonest === undefined || month === '') return { passed: false }
  const year = Number(soonest.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((each) => daysOfYear(each, { month, day }, durationOf(noticeEvery)))
  for (const to of days) {
    const next = lastDayOfNotice({ end: to, notice: notice! })
    if (next !== undefined && next >= asOf) return { notice: next, passed: false, bound: to, next }
  }
  return { passed: false }
}

function dayOfYear(year: number, month: string, day: string): string {
  const last = lastDayOf(year, Number(month))
  return `${String(year).padStart(4, '0')}-${month}-${Number(day) > last ? last : day}`
}

/** The day of a year, behind those that are so many months before it. */
function daysOfYear(year: number, { month, day }: { month: string; day: string }, every: Duration | undefined): string[] {
  const last = dayOfYear(year, month, day)
  const times = every?.unit === 'M' && every.count > 0 ? Math.floor(12 / every.count) : 1
  return Array.from({ length: times }, (_, at) => (at === times - 1 ? last : (moved(last, every!, at - times + 1) ?? last)))
}

/** All days of a common year to which notice can be given, `MM-DD`. */
export function noticeDays({ noticeTo, noticeEvery }: Term): string[] {
  const [, month = '', day = ''] = YEARLY.exec(noticeTo ?? '') ?? []
  if (noticeEvery === undefined) return month === '' ? [] : [`${month}-${day}`]
  return daysOfYear(COMMON_YEAR, { month, day }, durationOf(noticeEvery)).map((date) => date.slice(5))
}

const dayOfNotice = ({ notice }: Term, end: string | undefined): string | undefined =>
  lastDayOfNotice({ ...(end !== undefined && { end }), ...(notice !== undefined && { notice }) })

/** The stated end, unless the contract has renewed itself since: then that of the running term. */
function runningEnd(term: Term, asOf: string): string | undefined {
  if (term.end === undefined || term.end >= asOf || term.renewsItself !== true) return term.end
  return renewedUntil(term, (day) => day >= asOf)
}

/** The first end after renewals of which `reaches` holds; `undefined` where it is not known how long they are. */
function renewedUntil({ end, renewal, renewsItself }: Term, reaches: (end: string) => boolean): string | undefined {
  const each = renewsItself === true ? durationOf(renewal) : undefined
  if (end === undefined || !isDay(end) || each === undefined || each.count === 0) return undefined
  const after = (times: number) => moved(end, each, times)
  // the later the end, the more it reaches; no list says more renewals than there are days
  let [low, high] = [1, LAST_YEAR * 366]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const day = after(middle)
    if (day === undefined || reaches(day)) high = middle
    else low = middle + 1
  }
  return after(low)
}
