import { hash } from 'node:crypto'
import type { LicenceClaim } from '../../model/dossier.ts'
import { MAX_CONFIDENCE, type Evidence } from '../../model/evidence.ts'
import type { SaidLicence } from '../../model/item.ts'
import type { LicenceTables } from '../../model/register-index.ts'
import { wholeTextsOf } from '../../model/whole-text.ts'
import { combine, withModel, type Verdict } from './combine.ts'
import { createLookup, type Lookup } from './lookup.ts'
import type { Reading } from './reading.ts'
import { createSteps, type Steps } from './steps.ts'

export interface LicenceReader {
  /**
   * What statements come to; `ecosystem` is the purl type, for the habit with several entries, `model` the licence model of a
   * procurement line, as written: Kauflizenz, Subskription, Open Source. Equal verdicts are one object.
   */
  verdict(said: readonly SaidLicence[], ecosystem: string | undefined, model: string | undefined): Verdict
  /** How many distinct strings were classified so far. */
  classified(): number
  readonly steps: Steps
  readonly lookup: Lookup
}

/** Of a licence text no more than this goes into the audit. */
const SAID_LIMIT = 200
/** Longer ones are remembered by a hash. */
const LONG_TEXT = 500

/** Reads what documents say about licences. Every distinct string is classified once, every distinct set of statements once. */
export function createLicenceReader(tables: LicenceTables): LicenceReader {
  const lookup = createLookup(tables)
  const readings = new Map<string, Reading>()
  const verdicts = new Map<string, Verdict>()
  /** Most components have one licence or none, and nothing beside it: no key is put together for them. */
  const singles = new Map<string, Map<string | undefined, Verdict>>()
  const plainSteps = createSteps(lookup)
  const steps: Steps = {
    ...plainSteps,
    read: (text, references) =>
      references === undefined ? remember(readings, keyOf(text), () => plainSteps.read(text)) : plainSteps.read(text, references),
  }
  const equal = new Map<string, Verdict>()
  /** Many components of a document share a statement with parts. */
  const parts = new WeakMap<SaidLicence, string>()
  const besideOf = (said: SaidLicence): string => remember(parts, said, () => keyOf(besidesIn(said)))
  const conclude = (said: readonly SaidLicence[], ecosystem: string | undefined, model: string | undefined): Verdict => {
    const concluded = combine(said, ecosystem, steps, lookup)
    const whole = model === undefined ? concluded : withModel(concluded, model, steps, lookup)
    return remember(equal, JSON.stringify(whole), () => whole)
  }
  const verdict = (said: readonly SaidLicence[], ecosystem: string | undefined, model: string | undefined): Verdict => {
    if (model !== undefined || said.length > 1 || (said.length === 1 && !isPlain(said[0]!))) {
      return remember(verdicts, identityOf(said, besideOf, ecosystem, model), () => conclude(said, ecosystem, model))
    }
    let known = singles.get(ecosystem ?? '')
    if (known === undefined) singles.set(ecosystem ?? '', (known = new Map()))
    return known.get(said[0]?.text) ?? remember(known, said[0]?.text, () => conclude(said, ecosystem, model))
  }
  return {
    steps,
    lookup,
    classified: () => readings.size,
    verdict,
  }
}

/** Long texts are not kept. */
function keyOf(text: string): string {
  return text.length > LONG_TEXT ? hash('sha256', text) : text
}

function hasParts({ references, texts, addresses }: SaidLicence): boolean {
  return references !== undefined || texts !== undefined || addresses !== undefined
}

function isPlain(said: SaidLicence): boolean {
  return (
    said.acknowledgement === undefined &&
    said.observed === undefined &&
    said.absent === undefined &&
    said.url === undefined &&
    said.as !== 'licence-text' &&
    said.body === undefined &&
    !hasParts(said)
  )
}

/** What stands beside a statement about its parts, and the text of it, as one string; the whole texts of those that are shown cut. */
function besidesIn(said: SaidLicence): string {
  const { references, texts, addresses, body } = said
  return JSON.stringify([{ references, texts, body, ...wholeTextsOf(said) }, addresses])
}

function identityOf(said: readonly SaidLicence[], besideOf: (said: SaidLicence) => string, ecosystem = '', model = ''): string {
  let identity = `${ecosystem}\u0000${model}`
  for (const one of said) {
    const body = wholeTextsOf(one).body ?? one.body
    identity += `\u0000${one.acknowledgement ?? ''}${one.observed === true ? '?' : ''}${one.absent === true ? '-' : ''}${one.as}\u0000${one.text}\u0000${one.url ?? ''}`
    if (hasParts(one)) identity += `\u0000${besideOf(one)}`
    else if (body !== undefined) identity += `\u0000${keyOf(body)}`
  }
  return identity
}

/** What is concluded once for each identity. */
export function remember<K, T>(known: { get(key: K): T | undefined; set(key: K, value: T): unknown }, identity: K, conclude: () => T): T {
  const before = known.get(identity)
  if (before !== undefined) return before
  const now = conclude()
  known.set(identity, now)
  return now
}

/** A verdict with what shows it. */
export function claimOf(verdict: Verdict, evidence: readonly Evidence[]): LicenceClaim {
  const { expression, family, openness, osi, by, range } = verdict
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

/** As much of what was said as goes into the audit. */
export function shown(text: string): string {
  return text.length > SAID_LIMIT ? `${text.slice(0, SAID_LIMIT)}…` : text
}
