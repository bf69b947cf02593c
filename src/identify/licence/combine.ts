import type { SaidLicence } from '../../model/item.ts'
import { lowest } from '../../model/many.ts'
import type { Openness } from '../../model/register.ts'
import { wholeTextsOf } from '../../model/whole-text.ts'
import { withAddress } from './beside.ts'
import type { Lookup } from './lookup.ts'
import { meaningOf, type Meaning } from './meaning.ts'
import { nothing, type Reading, type References, type Step } from './reading.ts'
import type { Steps } from './steps.ts'
import { format, join, type Node } from './tree.ts'

/** What one item's statements come to. */
export interface Verdict extends Meaning {
  readonly expression?: string
  readonly confidence: number
  readonly by: readonly string[]
  readonly assumes: readonly string[]
}

interface Habit {
  readonly join: 'and' | 'or'
  readonly usual: boolean
}

/**
 * CycloneDX leaves open whether several entries are a choice or apply together. What is usual where the package comes from:
 * Maven lists dual licences; distributions and Python classifiers list what is in the package. Elsewhere nothing is usual,
 * and entries of different openness stay undecided.
 */
const HABITS: ReadonlyMap<string | undefined, Habit> = new Map([
  ['maven', { join: 'or', usual: true }],
  ['deb', { join: 'and', usual: true }],
  ['rpm', { join: 'and', usual: true }],
  ['apk', { join: 'and', usual: true }],
  ['alpm', { join: 'and', usual: true }],
  ['pypi', { join: 'and', usual: true }],
])
const NO_HABIT: Habit = { join: 'and', usual: false }

/** What a doubt takes from the confidence. */
const DOUBT = { entries: 0.9, entriesDiffer: 0.6, contradiction: 0.6, model: 0.8 } as const

const WORST_LAST: readonly Openness[] = ['open', 'restricted', 'proprietary', 'unknown']

/** A licence entry: its name with what its address and the text beside it say. */
export function readEntry(said: SaidLicence, steps: Steps, lookup: Lookup): Reading {
  if (said.absent === true) return { ...nothing(said.text), by: ['silence'], silent: true }
  const body = wholeTextsOf(said).body ?? said.body
  const references = partsOf(said, body)
  const text = said.as === 'licence-text' ? (body ?? said.text) : said.text
  const own = references === undefined ? steps.read(text) : steps.read(text, references)
  // the text of a reference was read with it
  if (said.as === 'licence-text' || said.text.includes('LicenseRef-')) return own
  const named = said.url === undefined ? own : withAddress(own, steps.read(said.url), lookup)
  return body === undefined ? named : steps.beside(named, body)
}

/** What is said about parts of an expression. A text that stands beside a single `LicenseRef-` is the text of that. */
function partsOf(said: SaidLicence, body: string | undefined): References | undefined {
  const { references, texts } = { ...said, ...wholeTextsOf(said) }
  const { addresses } = said
  if (references !== undefined || texts !== undefined || addresses !== undefined)
    return { ...(references && { references }), ...(texts && { texts }), ...(addresses && { addresses }) }
  if (body === undefined) return undefined
  const [only, ...more] = new Set(said.text.match(/LicenseRef-[A-Za-z0-9.-]+/g))
  return only === undefined || more.length > 0 ? undefined : { references: { [only]: body } }
}

/**
 * All statements about one item. Concluded goes before declared, unless it is silent; what was concluded and cannot be read
 * is not replaced by what was declared: it may be worse.
 */
export function combine(said: readonly SaidLicence[], ecosystem: string | undefined, steps: Steps, lookup: Lookup): Verdict {
  const observed = said.filter((one) => one.observed === true)
  const stated = combineStated(observed.length === 0 ? said : said.filter((one) => one.observed !== true), ecosystem, steps, lookup)
  if (stated === undefined) return entries(observed, ecosystem, steps, lookup) ?? silence(said.length === 0 ? [] : ['silence'])
  return observed.length === 0 ? stated : contested(stated, observed, ecosystem, steps, lookup)
}

/** `undefined` where nothing is stated. */
function combineStated(said: readonly SaidLicence[], ecosystem: string | undefined, steps: Steps, lookup: Lookup): Verdict | undefined {
  const group = (which: 'declared' | 'concluded') => said.filter((one) => (one.acknowledgement ?? 'declared') === which)
  const declared = entries(group('declared'), ecosystem, steps, lookup)
  const concluded = entries(group('concluded'), ecosystem, steps, lookup)
  if (concluded === undefined) return declared
  if (declared === undefined || declared.expression === concluded.expression) return concluded
  const both = { ...concluded, by: ['concluded', ...concluded.by, 'declared'] }
  if (declared.openness === concluded.openness || declared.openness === 'unknown') return both
  return { ...both, confidence: concluded.confidence * DOUBT.contradiction, range: span(declared, concluded) }
}

/** What is stated governs; what an analysis found otherwise shows how far that may be wrong. A text that it found is read beside it. */
function contested(
  stated: Verdict,
  observed: readonly SaidLicence[],
  ecosystem: string | undefined,
  steps: Steps,
  lookup: Lookup,
): Verdict {
  const own = stated.expression === undefined ? undefined : steps.read(stated.expression)
  const [texts, all] = own === undefined ? [[], observed] : parted(observed, (one) => one.body !== undefined)
  const named = all.filter(({ as, text }) => as !== 'url' || steps.read(text).byVendor !== true)
  const found = [
    entries(named, ecosystem, steps, lookup),
    ...texts.map((one) => verdictOf(steps.beside(own!, wholeTextsOf(one).body ?? one.body!), lookup)),
  ]
    .filter((one) => one !== undefined)
    .filter(({ openness }) => openness !== 'unknown')
  const others = found.filter(({ openness }) => openness !== stated.openness)
  const isOther = others.length > 0 || found.some(({ family }) => family !== stated.family && family !== 'unknown')
  if (!isOther) return stated
  const by = [...stated.by, 'evidence']
  if (stated.openness === 'unknown') return { ...stated, by }
  if (others.length === 0) return { ...stated, by, confidence: stated.confidence * DOUBT.entries }
  return { ...stated, by, confidence: stated.confidence * DOUBT.contradiction, range: span(stated, ...others) }
}

function parted<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

/** `undefined` where no entry says anything. */
function entries(said: readonly SaidLicence[], ecosystem: string | undefined, steps: Steps, lookup: Lookup): Verdict | undefined {
  const speaking = said.map((one) => readEntry(one, steps, lookup)).filter((one) => !one.silent)
  const surestLast = [...speaking].sort((a, b) => a.confidence - b.confidence)
  const distinct = new Map(speaking.map((one) => [format(one.node), one]))
  for (const one of surestLast) distinct.set(format(one.node), one)
  const [first, ...more] = distinct.values()
  if (first === undefined) return undefined
  return more.length === 0 ? verdictOf(first, lookup) : several([first, ...more], HABITS.get(ecosystem) ?? NO_HABIT, lookup)
}

function several(parts: readonly Reading[], habit: Habit, lookup: Lookup): Verdict {
  const nodes = parts.map((part) => part.node)
  const read = parts.filter((part) => part.confidence > 0)
  const verdict = verdictOf(
    {
      node: join(habit.join, nodes),
      by: [...new Set<Step>(read.flatMap((part) => part.by))],
      confidence: read.length === 0 ? 0 : lowest(read.map((part) => part.confidence)) * DOUBT.entries,
      assumes: [...new Set(read.flatMap((part) => part.assumes))],
    },
    lookup,
  )
  const by = [...verdict.by, habit.join === 'and' ? 'entries-together' : 'entries-choice']
  const other = meaningOf(join(habit.join === 'and' ? 'or' : 'and', nodes), lookup)
  if (other.openness === verdict.openness) return { ...verdict, by }
  const doubtful = { ...verdict, by, range: span(verdict, other), confidence: verdict.confidence * DOUBT.entriesDiffer }
  return habit.usual ? doubtful : undecided(doubtful)
}

/** The licence model of a contract speaks where the licence is not known; where the two contradict each other, neither governs. */
export function withModel(verdict: Verdict, model: string, steps: Steps, lookup: Lookup): Verdict {
  const reading = steps.read(model)
  const said = verdictOf(reading, lookup)
  const by = [...verdict.by, ...reading.by, 'model']
  if (reading.confidence === 0 || said.openness === verdict.openness) return verdict
  if (verdict.openness === 'unknown')
    return verdict.range === undefined ? { ...said, by, confidence: said.confidence * DOUBT.model } : verdict
  if (said.openness === 'unknown' || said.openness === 'not-applicable') return verdict
  return undecided({ ...verdict, by, range: span(verdict, said), confidence: verdict.confidence * DOUBT.contradiction })
}

/** Between restricted and proprietary it is at least restricted; any other doubt leaves it unknown. */
function undecided(verdict: Verdict): Verdict {
  if (verdict.range?.[0] === 'restricted' && verdict.range[1] === 'proprietary')
    return { ...verdict, family: 'restricted', openness: 'restricted', osi: false }
  return { ...verdict, family: 'unknown', openness: 'unknown', osi: 'unknown', confidence: 0 }
}

export function verdictOf(reading: Reading, lookup: Lookup): Verdict {
  const meaning = meaningOf(reading.node, lookup)
  const known = reading.confidence > 0 || namesReference(reading.node)
  return {
    ...(known && { expression: format(reading.node) }),
    ...meaning,
    confidence: meaning.openness === 'unknown' ? 0 : reading.confidence,
    by: reading.by,
    assumes: reading.assumes,
  }
}

/** An SPDX reference is an expression, even if we do not know what it stands for. */
function namesReference(node: Node): boolean {
  return node.kind === 'unread' && /^(?:DocumentRef-[\w.-]+:)?LicenseRef-/.test(node.text)
}

function silence(by: readonly string[]): Verdict {
  return { family: 'unknown', openness: 'unknown', osi: 'unknown', confidence: 0, by, assumes: [] }
}

function span(...meanings: readonly Meaning[]): readonly [Openness, Openness] {
  const ends = meanings.flatMap(({ range, openness }) => range ?? [openness]).sort((x, y) => WORST_LAST.indexOf(x) - WORST_LAST.indexOf(y))
  return [ends[0]!, ends.at(-1)!]
}
