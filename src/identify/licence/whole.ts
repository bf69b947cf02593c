import { lazily } from '../../model/lazily.ts'
import { SLOT, wordingOf, type Wording } from './wording.ts'
import type { Node } from './tree.ts'

/** A licence of which the whole text is known, as signs; after a bar stand other wordings of parts of it. */
export interface WholeText {
  readonly node: Node
  readonly signs: string
}

/** Words `[from, to)` of a text that a licence does not have. */
export interface Run {
  readonly from: number
  readonly to: number
  /** The licence has a gap there, for words of each copy. */
  readonly inGap: boolean
  /** They stand in place of a few words of the licence. */
  readonly replaces: boolean
}

/** How far a licence goes with a text. */
export interface Coverage {
  readonly node: Node
  readonly runs: readonly Run[]
  /** Words of the text that no run holds. */
  readonly covered: number
  /** Whether most of the licence stands in the text, and not only a line of it. */
  readonly complete: boolean
}

const BAR = '|'
/** So many words in a row tell a place in a licence. */
const GRAM = 4
/** So many tell a licence; of eight such runs one is kept. */
const PROBE = 6
const SAMPLE = 7
const RIVALS = 4
/** Copies leave out an appendix, or a disclaimer; what holds less of a licence only quotes it. */
const MOST = 0.6
/** No more words than these are replaced by others of the same meaning. */
const FEW = 8

type Grams = ReadonlyMap<string, readonly number[]>

/** The licences whose whole text is known. */
export class WholeTexts {
  private readonly texts: readonly WholeText[]
  private readonly grams = new Map<WholeText, Grams>()
  private readonly probes = lazily(() => probesOf(this.texts))

  constructor(texts: readonly WholeText[]) {
    this.texts = texts
  }

  /** The text of a licence by its identifier. */
  of(id: string): WholeText | undefined {
    return this.texts.find(({ node }) => node.kind === 'licence' && node.id === id)
  }

  /** The licences that have most in common with a text. */
  rivals({ signs }: Wording): readonly WholeText[] {
    const hits = new Map<WholeText, number>()
    for (const probe of samples(signs)) for (const text of this.probes().get(probe) ?? []) hits.set(text, (hits.get(text) ?? 0) + 1)
    const best = [...hits].sort(([a, m], [b, n]) => n - m || a.signs.length - b.signs.length)
    return best.slice(0, RIVALS).map(([text]) => text)
  }

  /** Lays a licence over a text. Its parts may stand in any order; what the text leaves out of it is not asked for. */
  cover({ signs }: Wording, known: WholeText): Coverage {
    const runs: Run[] = []
    const grams = this.gramsOf(known)
    const used = new Set<number>()
    let expected = -1
    let covered = 0
    for (let i = 0; i < signs.length;) {
      if (known.signs[expected] === SLOT && signs[i] === known.signs[expected + 1]) expected++
      if (signs[i] === known.signs[expected] && signs[i] !== SLOT) {
        used.add(expected++)
        covered++
        i++
        continue
      }
      const from = i
      let next: number | undefined
      for (; i < signs.length && next === undefined; i++) next = nearest(grams.get(signs.slice(i, i + GRAM)), expected)
      if (next !== undefined) i--
      const skipped = (next ?? known.signs.length) - expected
      if (i > from) runs.push({ from, to: i, inGap: isGap(signs, from, known, grams), replaces: skipped > 0 && skipped <= FEW })
      if (next === undefined) break
      expected = next
    }
    return { node: known.node, runs, covered, complete: used.size >= lengthOf(known) * MOST }
  }

  private gramsOf(known: WholeText): Grams {
    const before = this.grams.get(known)
    if (before !== undefined) return before
    const grams = new Map<string, number[]>()
    for (let i = 0; i + GRAM <= known.signs.length; i++) {
      const gram = known.signs.slice(i, i + GRAM)
      if (!gram.includes(SLOT) && !gram.includes(BAR)) put(grams, gram, i)
    }
    this.grams.set(known, grams)
    return grams
  }
}

/** How far two licences go together: what neither has is left. */
export function joint(one: Coverage, other: Coverage): Coverage {
  const runs: Run[] = []
  for (let i = 0, k = 0; i < one.runs.length && k < other.runs.length;) {
    const [a, b] = [one.runs[i]!, other.runs[k]!]
    const from = Math.max(a.from, b.from)
    const to = Math.min(a.to, b.to)
    if (from < to) runs.push({ from, to, inGap: a.inGap || b.inGap, replaces: a.replaces && b.replaces })
    if (a.to <= b.to) i++
    else k++
  }
  const length = (all: readonly Run[]) => all.reduce((sum, { from, to }) => sum + to - from, 0)
  return { ...one, runs, covered: one.covered + length(one.runs) - length(runs) }
}

/** Signs of a text that is kept as words. */
export const signsOf = (text: string): string => wordingOf(text).signs

/** Signs of a licence and of other wordings of parts of it. */
export const joinedSigns = (signs: readonly string[]): string => signs.join(BAR)

/** Whether in one of its wordings the licence has a gap after the words that stand before that place. */
function isGap(signs: string, at: number, { signs: known }: WholeText, grams: Grams): boolean {
  return at === 0
    ? known.startsWith(SLOT)
    : (grams.get(signs.slice(Math.max(0, at - GRAM), at)) ?? []).some((place) => known[place + GRAM] === SLOT)
}

function probesOf(texts: readonly WholeText[]): ReadonlyMap<string, readonly WholeText[]> {
  const probes = new Map<string, WholeText[]>()
  for (const text of texts) for (const probe of samples(text.signs)) put(probes, probe, text)
  return probes
}

/** The same runs of words in every text. */
function samples(signs: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i + PROBE <= signs.length; i++)
    if (((signs.charCodeAt(i) + signs.charCodeAt(i + 3)) & SAMPLE) === 0) found.add(signs.slice(i, i + PROBE))
  return found
}

function put<T>(into: Map<string, T[]>, key: string, value: T): void {
  const before = into.get(key)
  if (before === undefined) into.set(key, [value])
  else before.push(value)
}

function lengthOf({ signs }: WholeText): number {
  const bar = signs.indexOf(BAR)
  return bar === -1 ? signs.length : bar
}

/** The first place from there on, else the first of all. */
function nearest(places: readonly number[] | undefined, from: number): number | undefined {
  return places === undefined ? undefined : (places.find((place) => place >= from) ?? places[0])
}
