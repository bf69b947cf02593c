import type { Audit, Axis, LevelRange } from '../model/audit.ts'
import type { Speaker } from './words/say.ts'

/** A level as docs/scoring.md wants it written: never a single number where the unknown leaves two. */
export function levelText({ say, term }: Speaker, { best, worst }: LevelRange, provisional = false): string {
  if (best === worst) {
    const exact = say('level.exact', { n: best, word: term('level', String(best)) })
    return provisional ? say('level.exact-provisional', { level: exact }) : exact
  }
  const atLeast = say('level.at-least', { best, worst })
  return worst - best > 1 ? say('level.undetermined', { level: atLeast }) : atLeast
}

/** An axis without level, or one that nothing is known about. */
export function axisText(speaker: Speaker, axis: Audit['axes'][number]): string {
  if (axis.best === null || axis.worst === null) return speaker.say('level.none')
  if (axis.governedBy === 'no-data') return speaker.say('level.open')
  return levelText(speaker, { best: axis.best, worst: axis.worst })
}

/** Which end of an axis's range lies close to `neighbour`. */
export function endThatMoves({ best, worst, neighbour, milder }: Pick<Axis, 'best' | 'worst' | 'neighbour' | 'milder'>): 'lower' | 'upper' {
  if (neighbour === undefined || best === null || worst === null) return 'upper'
  if (neighbour > worst) return 'upper'
  if (neighbour < best) return 'lower'
  // between the ends: the upper one falls where that is on record, else the lower one rises
  return milder?.worst === neighbour && neighbour < worst ? 'upper' : 'lower'
}

/** The one sentence that answers the question. */
export function verdict({ say, term }: Speaker, level: Audit['level']): string {
  if (level === null) return say('verdict.none')
  const [low, high] = [term('level', String(level.best)), term('level', String(level.worst))]
  const { best, worst, provisional } = level
  if (best === worst) return say(provisional ? 'verdict.exact-provisional' : 'verdict.exact', { word: low, best })
  return say(worst - best > 1 ? 'verdict.undetermined' : 'verdict.range', { low, high, best, worst })
}
