import { STRUCTURAL_CLASSES, type LicenceClaim, type StructuralClass } from '../../model/dossier.ts'
import type { Openness } from '../../model/register.ts'
import { structuralClass } from './structural.ts'
import { verdictOf, type Verdict } from './combine.ts'
import { plain } from './normalise.ts'
import { STEPS } from './reading.ts'
import { leaves, format } from './tree.ts'
import type { LicenceReader } from './reader.ts'

/** `limited`: allowed, but not to everybody, for every purpose or unconditionally. */
export type Allowed = 'yes' | 'limited' | 'no' | 'unknown'

/** The four questions behind § 16a EGovG: is the source public, may one use, change and pass on. */
export interface Freedoms {
  readonly source: Allowed
  readonly use: Allowed
  readonly change: Allowed
  readonly passOn: Allowed
}

export interface TriedStep {
  readonly step: (typeof STEPS)[number]
  /** The expression that this step reads on its own; left out where it finds nothing. */
  readonly found?: string
}

/** One licence or part within an expression. */
export interface ExplainedPart {
  readonly text: string
  readonly name?: string
  readonly family: LicenceClaim['family']
  readonly openness: Openness
}

export interface LicenceExplanation extends Verdict {
  readonly text: string
  /** What all steps look at: one line, plain signs. */
  readonly plain: string
  /** Every step up to the one that found something. */
  readonly steps: readonly TriedStep[]
  readonly parts: readonly ExplainedPart[]
  readonly freedoms: Freedoms
  /** Classes that remain possible while maker and spread of copyright are not known. */
  readonly classes: readonly StructuralClass[]
}

const FREEDOMS: Readonly<Record<Openness, Freedoms>> = {
  open: { source: 'yes', use: 'yes', change: 'yes', passOn: 'yes' },
  restricted: { source: 'limited', use: 'limited', change: 'limited', passOn: 'limited' },
  proprietary: { source: 'no', use: 'limited', change: 'no', passOn: 'no' },
  unknown: { source: 'unknown', use: 'unknown', change: 'unknown', passOn: 'unknown' },
  'not-applicable': { source: 'unknown', use: 'unknown', change: 'unknown', passOn: 'unknown' },
}
/** All rights reserved: nothing is granted, whether the source can be seen or not. */
const NOTHING_GRANTED: Freedoms = { source: 'unknown', use: 'no', change: 'no', passOn: 'no' }

/** How a string is read, step by step, and what it means; `country` is the seat of the maker, where it is known. */
export function explainLicence(text: string, reader: LicenceReader, country?: string): LicenceExplanation {
  const { steps, lookup } = reader
  const verdict = verdictOf(steps.read(text), lookup)
  const tried: TriedStep[] = []
  for (const step of STEPS) {
    const reading = steps.take(step, text)
    tried.push({ step, ...(reading !== undefined && { found: format(reading.node) }) })
    if (reading !== undefined) break
  }
  const parts = leaves(steps.read(text).node).map((leaf): ExplainedPart => {
    const entry = leaf.kind === 'licence' ? lookup.entry(leaf.id) : undefined
    return {
      text: leaf.kind === 'unread' ? leaf.text : format(leaf),
      ...(entry && { name: entry.name }),
      family: entry?.family ?? 'unknown',
      openness: entry?.openness ?? 'unknown',
    }
  })
  return {
    ...verdict,
    text,
    plain: plain(text),
    steps: tried,
    parts,
    freedoms: verdict.family === 'none' ? NOTHING_GRANTED : FREEDOMS[verdict.openness],
    classes: classesOf(verdict, country),
  }
}

function classesOf(verdict: Verdict, country: string | undefined): readonly StructuralClass[] {
  const possible = new Set((country === undefined ? ['DE', 'US'] : [country]).map((seat) => structuralClass(verdict, seat)))
  return STRUCTURAL_CLASSES.filter((one) => possible.has(one))
}
