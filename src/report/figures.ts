import type { Audit, Basis, Coverage } from '../model/audit.ts'
import type { FigureId } from '../model/figures.ts'
import type { Key, Speaker } from './words/say.ts'

const TEXTS = {
  level: ['level.name', 'method.levels.text'],
  'large-vendors': ['figure.large-vendors', 'method.figures.large'],
  proprietary: ['figure.proprietary', 'method.figures.proprietary'],
  open: ['figure.open', 'figure.open.note'],
  'vendor-steered-open': ['figure.vendor-steered-open', 'figure.vendor-steered-open.note'],
  concentration: ['figure.concentration', 'method.figures.hhi'],
  coverage: ['figure.coverage', 'method.figures.coverage'],
  'bound-services': ['bound.title', 'bound.intro'],
} as const satisfies Readonly<Record<FigureId, readonly [name: Key, meaning: Key]>>

/** What the report calls a headline figure. */
export const figureName = ({ say }: Pick<Speaker, 'say'>, id: FigureId): string => say(TEXTS[id][0])

/** What it is. */
export const figureMeaning = ({ say }: Pick<Speaker, 'say'>, id: FigureId): string => say(TEXTS[id][1])

/** The part of the coverage that is known worst, in which all others are known as well; what is paid for a thing is no part of it. */
export function leastCovered({ coverage }: Pick<Audit, 'coverage'>, basis: Basis): Coverage | undefined {
  return coverage
    .filter((one) => one.basis === basis && one.of !== 'amount')
    .reduce<Coverage | undefined>((worst, one) => (worst === undefined || one.known < worst.known ? one : worst), undefined)
}
