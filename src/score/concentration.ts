import type { Concentration } from '../model/audit.ts'
import type { Layer } from '../model/register.ts'
import { partOf, sizeOf, type Base } from './bases.ts'
import { KNOWN } from './coverage.ts'
import { fineRatio, interval, isRound, least, order, ratio } from './interval.ts'
import { UNKNOWN_LAYER, type Kind } from './standing.ts'

export const ALL_LAYERS = 'all'
const HHI_WHOLE = 10_000n

/** What one holder has of a layer. */
export interface Holder {
  readonly id: string
  weight: bigint
  /** The part of `weight` whose maker is not the public hand. */
  privateWeight: bigint
  /** Is there an award with a lock-in reason among the private items? */
  lockIn: boolean
}

/** What is held in one layer, before any boundary is applied to it. Weights: Σ holders + open + undecided = total. */
export interface LayerMeasure {
  readonly layer: string
  total: bigint
  lines: number
  /** Surely open or made in-house: nobody can exclude others from it. */
  open: bigint
  /** Controller or openness undecided: may be anybody's, or open. */
  undecided: bigint
  /** An undecided item was awarded with a lock-in reason. */
  undecidedLockIn: boolean
  critical: boolean
  /** Weight whose maker, and whose licence, is known. */
  makerKnown: bigint
  licenceKnown: bigint
  /** Weight under open licences, surely and perhaps; what is made in-house goes by its licence here. */
  openSure: bigint
  openPerhaps: bigint
  readonly holders: Map<string, Holder>
}

/** One measure a layer, in the order of the layers, then the items without one; the last is all of them together. */
export function measureLayers(base: Base, layers: readonly Layer[]): LayerMeasure[] {
  const measures = new Map([...layers.map(({ id }) => id), UNKNOWN_LAYER, ALL_LAYERS].map((layer) => [layer, empty(layer)]))
  const all = measures.get(ALL_LAYERS) as LayerMeasure
  for (const kind of base.kinds) {
    add(measures.get(kind.standing.layer) as LayerMeasure, kind)
    add(all, kind)
  }
  return [...measures.values()].filter(({ total }) => total > 0n)
}

const empty = (layer: string): LayerMeasure => ({ layer, total: 0n, lines: 0, open: 0n, undecided: 0n, undecidedLockIn: false, critical: false, makerKnown: 0n, licenceKnown: 0n, openSure: 0n, openPerhaps: 0n, holders: new Map() }) // prettier-ignore

function add(measure: LayerMeasure, { standing, weight, count }: Kind): void {
  const { holder, closed, unsure, selfMade, publicHand, lockIn } = standing
  measure.total += weight
  measure.lines += count
  if (standing.critical) measure.critical = true
  if (KNOWN.maker(standing)) measure.makerKnown += weight
  if (KNOWN.licence(standing)) measure.licenceKnown += weight
  measure.openSure += partOf(weight, standing.open)
  measure.openPerhaps += partOf(weight, standing.open + unsure)
  const held = selfMade ? 0n : partOf(weight, closed)
  const undecided = selfMade ? 0n : partOf(weight, unsure)
  measure.open += weight - held - undecided
  measure.undecided += holder === undefined ? undecided + held : undecided
  if (selfMade) return
  if (holder !== undefined && closed > 0n) hold(measure.holders, holder, held, publicHand, lockIn)
  else if (lockIn && closed + unsure > 0n) measure.undecidedLockIn = true
}

function hold(holders: Map<string, Holder>, id: string, weight: bigint, publicHand: boolean, lockIn: boolean): void {
  const holder = holders.get(id) ?? { id, weight: 0n, privateWeight: 0n, lockIn: false }
  holders.set(id, holder)
  holder.weight += weight
  if (publicHand) return
  holder.privateWeight += weight
  holder.lockIn ||= lockIn
}

/** 10,000·Σs² at both ends, as a fraction of `total²` (docs/scoring.md, "Concentration"). High gives all that is undecided to the largest. */
export function squares({ holders, undecided }: LayerMeasure): { readonly low: bigint; readonly high: bigint } {
  let sum = 0n
  let largest = 0n
  for (const { weight } of holders.values()) {
    sum += weight * weight
    if (weight > largest) largest = weight
  }
  return { low: HHI_WHOLE * sum, high: HHI_WHOLE * (sum + 2n * largest * undecided + undecided * undecided) }
}

export const largestPrivate = ({ holders }: LayerMeasure): bigint =>
  [...holders.values()].reduce((largest, { privateWeight }) => (privateWeight > largest ? privateWeight : largest), 0n)

/** The figures of one layer as they are printed. */
export function concentration(base: Base, measure: LayerMeasure, nameOf: (id: string) => string): Concentration {
  const { total, undecided } = measure
  const holders = [...measure.holders.values()]
    .filter(({ weight }) => weight > 0n)
    .sort((a, b) => order(b.weight, a.weight) || order(a.id, b.id))
  const upTo = (weight: bigint) => interval(weight, least(total, weight + undecided), total)
  const top = (count: number) => upTo(holders.slice(0, count).reduce((sum, { weight }) => sum + weight, 0n))
  const { low, high } = squares(measure)
  return {
    layer: measure.layer,
    basis: base.id as Concentration['basis'],
    of: sizeOf(base, total),
    lines: measure.lines,
    hhi: { low: rounded(low, total * total), high: rounded(high, total * total) },
    top1: top(1),
    top3: top(3),
    top5: top(5),
    largestPrivate: upTo(largestPrivate(measure)),
    largestPrivateOf: sizeOf(base, largestPrivate(measure)),
    holders: holders.map(({ id, weight }) => ({ id, name: nameOf(id), ...upTo(weight) })),
    open: ratio(measure.open, total),
    openShare: interval(measure.openSure, measure.openPerhaps, total),
    undecided: ratio(undecided, total),
    known: { maker: ratio(measure.makerKnown, total), licence: ratio(measure.licenceKnown, total) },
    ...exact(measure),
  }
}

function exact({ open, undecided, makerKnown, licenceKnown, total }: LayerMeasure): Pick<Concentration, 'exact'> {
  const fine = Object.entries({ open, undecided, maker: makerKnown, licence: licenceKnown })
    .filter(([, weight]) => !isRound(weight, total))
    .map(([name, weight]) => [name, fineRatio(weight, total)] as const)
  return fine.length === 0 ? {} : { exact: Object.fromEntries(fine) }
}

const rounded = (part: bigint, whole: bigint): number => Number((2n * part + whole) / (2n * whole))
