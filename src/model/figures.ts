import { SHARES } from './audit.ts'
import type { FactId } from './facts.ts'

/** The headline figures of a report, by the names under which they can be asked. */
export const FIGURES = ['level', ...SHARES, 'concentration', 'coverage', 'bound-services'] as const
export type FigureId = (typeof FIGURES)[number]

/** Facts of the project that are a headline figure, or one number of it. */
export const FIGURE_OF_FACT: Readonly<Partial<Record<FactId, FigureId>>> = {
  level: 'level',
  'large-vendor-share': 'large-vendors',
  'proprietary-share': 'proprietary',
  'open-share': 'open',
  'vendor-steered-open-share': 'vendor-steered-open',
  'largest-vendor-share': 'concentration',
  'maker-coverage': 'coverage',
  'licence-coverage': 'coverage',
  'layer-coverage': 'coverage',
  'amount-coverage': 'coverage',
  'bound-services': 'bound-services',
}
