import { MAX_CONFIDENCE } from '../model/evidence.ts'
import type { Candidate, Shown } from './clue.ts'

/** Below this a maker stays unknown. */
export const ASSIGN = 0.5
/** What a second, independent clue adds of its strength. */
const CONFIRMS = 0.6
/** What a contradicting organisation takes away of its own weight. */
const CONTRADICTS = 0.5

export interface Verdict {
  readonly organisation: string
  readonly product?: string | undefined
  readonly confidence: number
  readonly by: readonly string[]
  /** What shows it, the strongest first. */
  readonly shown: readonly Shown[]
}

/**
 * The organisation that the candidates speak for. Clues of one stem count once; independent ones confirm each other;
 * an organisation under other control takes confidence away. `undefined` where nothing is shown well enough.
 */
export function weigh(candidates: readonly Candidate[], sameControl: (a: string, b: string) => boolean): Verdict | undefined {
  if (candidates.length === 0) return undefined
  if (candidates.length === 1) return alone(candidates[0]!)
  const of = candidates[0]!.organisation
  if (candidates.every(({ organisation }) => organisation === of)) {
    const list = [...candidates].sort(strongest)
    const confidence = Math.min(MAX_CONFIDENCE, weightOf(list))
    return confidence < ASSIGN ? undefined : verdictOf(list, list, confidence)
  }
  // a handful: looking through them is quicker than any table
  const byOrganisation: { readonly organisation: string; readonly list: Candidate[] }[] = []
  for (const candidate of candidates) {
    const known = byOrganisation.find(({ organisation }) => organisation === candidate.organisation)
    if (known === undefined) byOrganisation.push({ organisation: candidate.organisation, list: [candidate] })
    else known.list.push(candidate)
  }
  const ranked = byOrganisation
    .map(({ organisation, list }) => ({ organisation, list: list.sort(strongest), weight: weightOf(list) }))
    .sort((a, b) => b.weight - a.weight || (a.organisation < b.organisation ? -1 : 1))
  const best = ranked[0]!
  const against = ranked.find((other) => other !== best && !sameControl(other.organisation, best.organisation))
  const confidence = Math.min(MAX_CONFIDENCE, best.weight - (against === undefined ? 0 : against.weight * CONTRADICTS))
  if (confidence < ASSIGN) return undefined
  const naming = hasProduct(best) ? best : ranked.find((other) => hasProduct(other) && sameControl(other.organisation, best.organisation))
  // „vSphere“ of VMware says more than Broadcom beside it: one controls the other, and the product is known
  const maker = naming ?? best
  return verdictOf(maker.list, maker === best ? best.list : [...maker.list, ...best.list].sort(strongest), confidence)
}

/** `own` name the maker, `shown` speak for it, both the strongest first. */
function verdictOf(own: readonly Candidate[], shown: readonly Candidate[], confidence: number): Verdict {
  const by: string[] = []
  const kept: Candidate[] = []
  for (const one of shown) {
    if (!by.includes(one.by)) by.push(one.by)
    if (!kept.some((other) => isSame(one, other))) kept.push(one)
  }
  const product = own.find((candidate) => candidate.product !== undefined)?.product
  return { organisation: own[0]!.organisation, product, confidence: rounded(confidence), by, shown: kept }
}

const hasProduct = ({ list }: { readonly list: readonly Candidate[] }) => list.some(({ product }) => product !== undefined)

/** Most components have one clue. */
function alone(candidate: Candidate): Verdict | undefined {
  const { organisation, product, strength, by } = candidate
  const confidence = rounded(Math.min(MAX_CONFIDENCE, strength))
  if (confidence < ASSIGN) return undefined
  return { organisation, product, confidence, by: [by], shown: [candidate] }
}

/** Two clues may be shown by the same text. */
const isSame = (a: Shown, b: Shown) => a.field === b.field && a.within === b.within && a.says === b.says

const rounded = (confidence: number) => Math.round(confidence * 100) / 100

function weightOf(candidates: readonly Candidate[]): number {
  const stems: string[] = []
  const strengths: number[] = []
  for (const { stem, strength } of candidates) {
    const known = stems.indexOf(stem.toLowerCase())
    if (known === -1) {
      stems.push(stem.toLowerCase())
      strengths.push(strength)
    } else if (strength > strengths[known]!) strengths[known] = strength
  }
  const [first = 0, ...others] = strengths.sort((a, b) => b - a)
  return 1 - others.reduce((doubt, strength) => doubt * (1 - strength * CONFIRMS), 1 - first)
}

function strongest(a: Candidate, b: Candidate): number {
  return b.strength - a.strength || (a.by < b.by ? -1 : 1)
}
