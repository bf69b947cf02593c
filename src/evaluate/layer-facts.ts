import type { Interval } from '../model/audit.ts'
import { exactly, tidy } from '../model/exact.ts'
import type { FactId } from '../model/facts.ts'
import type { FactValue } from './operators.ts'
import type { LayerSubject } from './subjects.ts'

/**
 * Facts of a layer. A line of which the layer is not known may belong to any: it is undecided in each, as what has no known
 * vendor is (docs/scoring.md, "Concentration"), so a share is known as a range as long as there are such lines.
 */
export const LAYER_FACTS: Readonly<Partial<Record<FactId, (subject: LayerSubject) => FactValue>>> = {
  layer: ({ concentration: { layer } }) => (layer === 'unknown' ? undefined : layer),
  hhi: widenedHhi,
  'largest-share': (subject) => widened(subject, subject.concentration.largestPrivate),
  'three-largest-share': (subject) => widened(subject, subject.concentration.top3),
  'five-largest-share': (subject) => widened(subject, subject.concentration.top5),
  'open-share': (subject) =>
    subject.concentration.openShare === undefined ? undefined : widened(subject, subject.concentration.openShare),
  'layer-weight': layerWeight,
  lines: ({ concentration: { lines }, elsewhere }) => ({ low: lines, high: lines + elsewhere.lines }),
  'licence-coverage': (subject) => ofKnown(subject, 'licence'),
  'maker-coverage': (subject) => ofKnown(subject, 'maker'),
}

/** Sums are told in cents; what lies between two of them may be on either side. */
const HALF_A_CENT = 0.005

/** How much of what may be in the layer surely is. */
function sure({ concentration, elsewhere }: LayerSubject): number {
  if (elsewhere.lines === 0) return 1
  const weight = Number(concentration.of)
  return Math.max(0, weight - HALF_A_CENT) / Math.max(HALF_A_CENT, weight + elsewhere.weight)
}

function layerWeight({ concentration, total, elsewhere }: LayerSubject): FactValue {
  if (total === 0) return undefined
  const weight = Number(concentration.of)
  if (elsewhere.lines === 0) return { low: tidy(weight / total), high: tidy(weight / total) }
  const most = weight + elsewhere.weight + HALF_A_CENT
  return { low: rounded(Math.max(0, weight - HALF_A_CENT) / (total + HALF_A_CENT)), high: Math.min(1, rounded(most / total)) }
}

/** A share of the layer: low if all that has no layer belongs to others in it, high if to those that are asked for. */
function widened(subject: LayerSubject, share: Interval): Interval {
  const part = sure(subject)
  const { low, high } = exactly(share)
  return part === 1 ? { low: tidy(low), high: tidy(high) } : { low: rounded(low * part), high: rounded(high * part + 1 - part) }
}

function ofKnown(subject: LayerSubject, of: 'maker' | 'licence'): FactValue {
  const { exact, known: fourDecimals } = subject.concentration
  const known = exact?.[of] ?? fourDecimals?.[of]
  return known === undefined ? undefined : widened(subject, { low: known, high: known })
}

/** To where half a cent does not show. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** The published formula with what has no layer as more of what is undecided. */
function widenedHhi(subject: LayerSubject): Interval {
  const { hhi, top1, undecided, exact } = subject.concentration
  const part = sure(subject)
  if (part === 1) return hhi
  const [low, largest, open] = [hhi.low * part * part, exactly(top1).low * part, (exact?.undecided ?? undecided) * part + 1 - part]
  return { low: Math.round(low), high: Math.min(10_000, Math.round(low + 10_000 * (2 * largest * open + open * open))) }
}
