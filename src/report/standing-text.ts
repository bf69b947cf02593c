import type { Term } from '../model/item.ts'
import { standingOf } from '../model/notice.ts'
import type { Proof } from '../model/policy.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

/** Where the day of notice has passed: since when, until when one is bound, and when notice can be given next. Else nothing. */
export function passedTexts(
  { say, f }: Pick<Speaker, 'say'> & { readonly f: Pick<Formats, 'day'> },
  term: Term,
  asOf: string,
): readonly string[] {
  const { end, notice, passed, bound, next } = standingOf(term, asOf)
  if (!passed) return []
  const since = notice === undefined ? [] : [say('terms.passed', { day: f.day(notice) })]
  if (bound !== undefined) {
    const tied = say('terms.bound', { day: f.day(bound) })
    return [...since, tied, ...(typeof next === 'string' ? [say('terms.next', { day: f.day(next) })] : [])]
  }
  if (end === undefined) return [...since, say('terms.renewed', { day: f.day(term.end ?? '') })]
  return [...since, say(term.renewsItself === true ? 'terms.longer' : 'terms.at-least', { day: f.day(end) })]
}

/** Whether it is a reason of the finding that a day of notice has passed. */
export function asksStanding({ test, truth, parts }: Proof): boolean {
  if (truth !== 'yes' || test === 'not') return false
  return test === 'notice-passed is true' || parts.some(asksStanding)
}
