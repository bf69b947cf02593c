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
  const shown = maker === best ? best.list : [...maker.list, ...best.list].sort(strongest)
  const product = maker.list.find((candidate) => candidate.product !== undefined)?.product
  return {
    organisation: maker.organisation,
    product,
    confidence: rounded(confidence),
    by: [...new Set(shown.map((candidate) => candidate.by))],
    shown: shown.filter((one, i) => shown.findIndex((other) => isSame(one, other)) === i),
  }
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
  if (candidates.length === 1) return 1 - (1 - candidates[0]!.strength)
  const byStem = new Map<string, number>()
  for (const { stem, strength } of candidates) {
    const key = stem.toLowerCase()
    byStem.set(key, Math.max(byStem.get(key) ?? 0, strength))
  }
  const [first = 0, ...others] = [...byStem.values()].sort((a, b) => b - a)
  return 1 - others.reduce((doubt, strength) => doubt * (1 - strength * CONFIRMS), 1 - first)
}

function strongest(a: Candidate, b: Candidate): number {
  return b.strength - a.strength || (a.by < b.by ? -1 : 1)
}
