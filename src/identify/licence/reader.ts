import type { LicenceClaim } from '../../model/dossier.ts'
import { MAX_CONFIDENCE, type Evidence } from '../../model/evidence.ts'
import type { SaidLicence } from '../../model/item.ts'
import type { LicenceTables } from '../../model/register-index.ts'
import { combine, withModel, type Verdict } from './combine.ts'
import { createLookup, type Lookup } from './lookup.ts'
import type { Reading } from './reading.ts'
import { createSteps, type Steps } from './steps.ts'

export interface LicenceContext {
  /** purl type, for the habit with several entries. */
  readonly ecosystem?: string
  /** The licence model of a procurement line: Kauflizenz, Subskription, Open Source …, as written. */
  readonly model?: string
  /** Place of the licence statement, or of what lies within it. */
  place(within?: string): { readonly source: number; readonly at: string }
  /** Place of the licence model; without it that of the licence. */
  readonly modelPlace?: { readonly source: number; readonly at: string }
}

export interface LicenceReader {
  read(said: readonly SaidLicence[], context: LicenceContext): LicenceClaim
  /** How many distinct strings were classified so far. */
  classified(): number
  readonly steps: Steps
  readonly lookup: Lookup
}

/** Of a licence text no more than this goes into the audit. */
const SAID_LIMIT = 200

/** Reads what documents say about licences. Every distinct string is classified once, every distinct set of statements once. */
export function createLicenceReader(tables: LicenceTables): LicenceReader {
  const lookup = createLookup(tables)
  const readings = new Map<string, Reading>()
  const verdicts = new Map<string, Verdict>()
  const plainSteps = createSteps(lookup)
  const steps: Steps = {
    take: plainSteps.take,
    read: (text, references) =>
      references === undefined ? remember(readings, text, () => plainSteps.read(text)) : plainSteps.read(text, references),
  }
  return {
    steps,
    lookup,
    classified: () => readings.size,
    read(said, context) {
      const conclude = (): Verdict => {
        const verdict = combine(said, context.ecosystem, steps, lookup)
        return context.model === undefined ? verdict : withModel(verdict, context.model, steps, lookup)
      }
      const verdict = said.some(hasText) ? conclude() : remember(verdicts, identityOf(said, context), conclude)
      return claim(verdict, said, context)
    },
  }
}

/** Texts are long and seldom alike: not worth remembering whole sets of them. */
function hasText(said: SaidLicence): boolean {
  return said.as === 'licence-text' || said.body !== undefined || said.references !== undefined
}

function identityOf(said: readonly SaidLicence[], context: LicenceContext): string {
  let identity = `${context.ecosystem ?? ''}\u0000${context.model ?? ''}`
  for (const one of said) identity += `\u0000${one.acknowledgement ?? ''}\u0000${one.text}\u0000${one.url ?? ''}`
  return identity
}

function remember<T>(known: Map<string, T>, identity: string, conclude: () => T): T {
  const before = known.get(identity)
  if (before !== undefined) return before
  const now = conclude()
  known.set(identity, now)
  return now
}

function claim(verdict: Verdict, said: readonly SaidLicence[], context: LicenceContext): LicenceClaim {
  const { expression, family, openness, osi, by, range } = verdict
  const evidence = said.map((one): Evidence => {
    const { source, at } = context.place(one.at)
    return { source, at, says: shown(one.text) }
  })
  if (context.model !== undefined) evidence.push({ ...(context.modelPlace ?? context.place()), says: context.model })
  const confidence = Math.round(Math.min(verdict.confidence, MAX_CONFIDENCE) * 100) / 100
  const says = evidence.length === 1 ? evidence[0]!.says : evidence.map((one) => one.says).join('; ')
  // most components have one readable licence: written out, because it runs for each
  if (expression !== undefined && evidence.length > 0 && range === undefined)
    return { expression, family, openness, said: says, confidence, by, osi, evidence }
  return {
    ...(expression !== undefined && { expression }),
    family,
    openness,
    ...(evidence.length > 0 && { said: says }),
    confidence,
    by,
    ...(range !== undefined && { range }),
    osi,
    evidence,
  }
}

function shown(text: string): string {
  return text.length > SAID_LIMIT ? `${text.slice(0, SAID_LIMIT)}…` : text
}
