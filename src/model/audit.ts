import type { Dossier } from './dossier.ts'
import type { FactSource, Note } from './evidence.ts'
import type { FrameworkResult } from './framework.ts'
import type { Source } from './item.ts'
import type { AxisId, Finding, LevelBounds, Policy, Undecided } from './policy.ts'
import type { KeptProject, PROJECT_FILE } from './project.ts'
import type { OrganisationKind, Tier } from './register.ts'

export const BASES = ['components', 'spend', 'lines'] as const
export type Basis = (typeof BASES)[number]
export const SHARES = ['large-vendors', 'proprietary', 'open', 'vendor-steered-open'] as const
export type ShareId = (typeof SHARES)[number]

export interface Ends {
  readonly low: number
  readonly high: number
}

/** A share whose width is what we do not know; 0…1 with four decimals. */
export interface Interval extends Ends {
  /** The same with twelve decimals, where four are not all: who prints it rounds this, not what is rounded already. */
  readonly exact?: Ends
}

export interface SharePart extends Interval {
  readonly id: string
  readonly name: string
}

export interface Share extends Interval {
  readonly id: ShareId
  readonly basis: Basis
  /** The whole: a count, or EUR with two decimals. */
  readonly of: string
  /** By controller, largest first. */
  readonly parts: readonly SharePart[]
  /** On `components`: the same share over transitive components. */
  readonly transitive?: Interval & { readonly of: string }
}

export interface Concentration {
  /** A layer id, `unknown`, or `all`. */
  readonly layer: string
  readonly basis: Exclude<Basis, 'components'>
  readonly of: string
  /** Number of lines with weight. */
  readonly lines: number
  readonly hhi: Interval
  readonly top1: Interval
  readonly top3: Interval
  readonly top5: Interval
  /** Share of the largest controller that is not the public hand. */
  readonly largestPrivate: Interval
  /** What its low end is: EUR with two decimals, or a number of lines. */
  readonly largestPrivateOf?: string
  readonly holders: readonly SharePart[]
  /** Open or made in-house: nobody's share. */
  readonly open: number
  /** Under open licences, whoever made it. */
  readonly openShare?: Interval
  readonly undecided: number
  /** Coverage within the layer: known share of its weight. */
  readonly known?: { readonly maker: number; readonly licence: number }
  /** Those of these numbers of which four decimals are not all, with twelve. */
  readonly exact?: { readonly open?: number; readonly undecided?: number; readonly maker?: number; readonly licence?: number }
}

export interface Coverage {
  readonly of: 'maker' | 'licence' | 'layer' | 'amount'
  readonly basis: Basis
  /** Known share of the weight; for amounts, of the lines. */
  readonly known: number
  /** The same with twelve decimals, where four are not all. */
  readonly exact?: number
}

/** Both ends of a level; 1 (gering) to 5 (sehr hoch). */
export interface LevelRange {
  readonly best: number
  readonly worst: number
}

export interface Axis {
  readonly id: AxisId
  /** `null` where the inputs allow facts but no level. */
  readonly best: number | null
  readonly worst: number | null
  readonly byBasis: Readonly<Partial<Record<Basis, LevelRange>>>
  /** Fingerprint of the finding that explains it, else the reason in words of the contract (docs/audit-json.md). */
  readonly governedBy: string
  /** Within the margin of a boundary: the level on the other side. */
  readonly borderline: boolean
  readonly neighbour?: number
  /** What the axis would be a margin away from every boundary on the better side, where that differs: the gate takes it. */
  readonly milder?: LevelRange
}

export interface Level extends LevelRange {
  readonly provisional: boolean
  readonly borderline: boolean
  readonly governedBy: string
}

/** An organisation named in this audit, with what its place in it rests on. */
export interface NamedOrganisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly country?: string
  readonly publicHand: boolean
  readonly tier: Tier
  readonly tierBecause?: string
  readonly tierSource?: FactSource
  /** From the organisation upwards, valid on the audit's day. */
  readonly chain: readonly { readonly owner: string; readonly name: string; readonly from?: string; readonly source: FactSource }[]
  readonly sources: readonly FactSource[]
  readonly rule: string
}

/**
 * Software lines that run and of which it is not known what they cost: no amount is given or can be read, or it is foreign and
 * there is no rate. They have no weight in the spend, and what they would be can only be counted.
 */
export interface AmountUnknown {
  readonly lines: number
  /** All software lines that run. */
  readonly of: number
  readonly largeVendors: Ends
  readonly proprietary: Ends
}

/** What a share of the software weight, its axes and levels come to. */
export interface Score {
  readonly shares: readonly Share[]
  readonly concentration: readonly Concentration[]
  readonly coverage: readonly Coverage[]
  readonly axes: readonly Axis[]
  readonly level: Level | null
  /** Bound services of large vendors, by service. */
  readonly boundServices: readonly {
    readonly service: string
    readonly controller?: string
    readonly portable: string
    readonly items: readonly number[]
  }[]
  /** Whether spend is EUR a year or as stated, and what stands outside it. */
  readonly spend: null | {
    readonly unit: 'per-year' | 'as-stated'
    readonly total: string
    readonly lines: number
    readonly linesWithoutAmount: number
    readonly beside: string
    /** Audits stored earlier lack it. */
    readonly amountUnknown?: AmountUnknown
  }
  /** Reasons that make the result provisional, as message codes. */
  readonly provisionalBecause: readonly string[]
}

/** A policy as far as a reader of the audit needs it. */
export type NamedPolicy = Pick<Policy, 'id' | 'scope' | 'severity' | 'axis' | 'title' | 'why' | 'fix' | 'assumes' | 'source'> & {
  readonly rule: string
}

/** The rules that an audit was made with. */
export interface UsedRules {
  readonly set: string
  /** Over every byte of every rule file. */
  readonly sha256: string
  /** Over what decides, apart: the registers, the conditions of the policies that apply, the boundaries of the levels. Sentences and sources are in none of them. */
  readonly decides?: { readonly register: string; readonly policies: string; readonly levels: string }
}

/** What one unit of a foreign currency counts on the day of the audit. */
export interface UsedRate {
  readonly currency: string
  readonly eur: number
  /** The day that the rate is of. */
  readonly date: string
  /** Who says so. */
  readonly source: typeof PROJECT_FILE
  /** How many of the amounts that count were made EUR by it. */
  readonly amounts: number
}

/** The one document that everything after the evaluation reads. */
export interface Audit extends Score {
  readonly format: 'eigenstand/audit/1'
  readonly tool: { readonly name: 'eigenstand'; readonly version: string }
  readonly rules: UsedRules
  /** The boundaries that the levels were drawn with, so that a report can print them. */
  readonly bounds?: LevelBounds
  readonly project: { readonly id: string; readonly name: string; readonly authority?: string; readonly fileNumber?: string }
  readonly asOf: string
  /** What of the project file decided; empty where there was none. Audits stored earlier do not have it. */
  readonly projectFile?: KeptProject
  /** The rates of foreign money that amounts were counted by, by currency. Left out where there is no such amount. */
  readonly rates?: readonly UsedRate[]
  readonly sources: readonly Source[]
  readonly items: readonly Dossier[]
  readonly findings: readonly Finding[]
  readonly undecided: readonly Undecided[]
  readonly frameworks: readonly FrameworkResult[]
  readonly organisations: readonly NamedOrganisation[]
  readonly policies: readonly NamedPolicy[]
  readonly notes: readonly Note[]
}
