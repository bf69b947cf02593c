import type { Interval } from '../model/audit.ts'
import type { ComparedFigure, Comparison } from '../model/comparison.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

interface Spoken extends Speaker {
  readonly f: Formats
}

export function figureName({ say, term }: Speaker, { id, basis }: ComparedFigure): string {
  const name = id === 'level' ? say('level.name') : basis === null ? term('axis', id) : term('figure', id)
  return basis === null ? name : `${name} (${term('basis', basis)})`
}

/** A level, a share or an HHI at one step; a dash where there is none. */
export function valueText({ f }: Spoken, { id, basis }: ComparedFigure, value: Interval | null): string {
  if (value === null) return '–'
  return basis === null || id === 'concentration' || id === 'amount-unknown' ? f.hhi(value) : f.shares(value)
}

/** What is different, cause by cause, in a sentence each. Levels and shares move for more than one reason; each is named. */
export function causesText({ say, f }: Spoken, { changed, before, after, rescored }: Comparison): readonly string[] {
  const both = changed.rules && changed.method
  return [
    say(changed.data ? 'change.data.other' : 'change.data.same'),
    ...(both
      ? [say('change.both', { then: before.tool, now: after.tool })]
      : [
          say(changed.rules ? 'change.rules.other' : 'change.rules.same'),
          changed.method ? say('change.method.other', { then: before.tool, now: after.tool }) : say('change.method.same'),
        ]),
    ...(changed.day ? [say('change.day', { then: f.day(before.asOf), now: f.day(after.asOf) })] : []),
    ...(rescored ? [say('change.again')] : []),
  ]
}

export const limitText = ({ say }: Speaker, limit: Comparison['limits'][number]): string => say(`change.limit.${limit}`)
