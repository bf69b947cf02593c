import type { Claim, Evidence, FactSource } from './evidence.ts'
import type { Amount, Item } from './item.ts'
import type { Family, Governance, Openness, OrganisationKind, Tier } from './register.ts'

export type Control = 'controlled' | 'none' | 'unknown'
export const STRUCTURAL_CLASSES = ['A', 'B', 'A/B', 'C', 'D', 'E', '?'] as const
/** Buytaert's Software Sovereignty Scale, https://dri.es/the-software-sovereignty-scale. */
export type StructuralClass = (typeof STRUCTURAL_CLASSES)[number]

/** Who made an item, as a claim. */
export interface MakerClaim {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly publicHand: boolean
  readonly confidence: number
  readonly by: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** The company on top of the chain of ownership on the audit's day. */
export interface Controller {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly tier: Tier
}

export interface LicenceClaim {
  /** SPDX expression; left out where none could be read. */
  readonly expression?: string
  readonly family: Family
  readonly openness: Openness
  /** Raw statements, joined by `; `. */
  readonly said?: string
  readonly confidence: number
  /** The steps of the reading, in order: `exact`, `case`, `name`, `url`, `alias`, `compound`, `text`, `product`, `model` … */
  readonly by: readonly string[]
  /** Where statements can be read two ways (several entries, AND or OR): the freest and the most restrictive reading. */
  readonly range?: readonly [Openness, Openness]
  /** OSI approval of the whole expression: can the licensee choose approved terms throughout? */
  readonly osi: boolean | 'unknown'
  readonly evidence: readonly Evidence[]
}

/** The register knows that the licence of this item's product changed with a version. */
export interface LicenceChange {
  readonly product: string
  /** On which side of the change the item's version lies; `unknown` where it gives none, or one that is too short to tell. */
  readonly state: 'before' | 'after' | 'unknown'
  /** SPDX expressions: what held before, and what holds since, or from the next change on. */
  readonly from: string
  readonly to: string
  /** The first version under `to`. */
  readonly version?: string
  /** ISO day on which it was announced or released. */
  readonly on?: string
  readonly source: FactSource
}

export interface AmountConclusion extends Omit<Amount, 'stated'> {
  readonly counts: boolean
  /** Why an amount has no weight. */
  readonly why?: 'placeholder' | 'uncounted' | 'kind' | 'expired' | 'not-begun' | 'currency' | 'credit'
  readonly perYear?: string
  /** EUR net after credits, not converted to a year; decimal string. */
  readonly euro?: string
  /** EUR net of the positive amounts of its contract or product, and what credits leave of them: the amount counts in this proportion. A credit that has it is set off. */
  readonly setOff?: { readonly of: string; readonly left: string }
  /** What stands where. Audits that were stored earlier do not have it. */
  readonly evidence?: readonly Evidence[]
}

/** What a document says about an item and what we conclude from it. This is what stands in the audit's `items`. */
export interface Dossier extends Omit<Item, 'amount' | 'parsed' | 'also'> {
  readonly product?: { readonly id: string; readonly name: string; readonly confidence: number; readonly evidence: readonly Evidence[] }
  readonly maker?: MakerClaim
  /** True where the project file says the item was made in-house. */
  readonly selfMade?: true
  /** The entries of the project file, as written there, by which it is critical, made in-house or has its maker. */
  readonly projectFile?: { readonly critical?: string; readonly selfMade?: string; readonly makers?: string }
  readonly control: Control
  readonly controller?: Controller
  readonly reseller?: { readonly id?: string; readonly name: string }
  readonly governance: Governance
  readonly licence: LicenceClaim
  readonly licenceChange?: LicenceChange
  readonly structuralClass: StructuralClass
  /** Of a line: nothing tells whether it is software, people's work or a thing. It counts as software of unknown licence. */
  readonly isSoftware?: 'unknown'
  readonly layer?: { readonly id: string; readonly confidence: number; readonly by: string }
  readonly binding?: {
    readonly service: string
    readonly provider: string
    readonly controller?: Controller
    readonly portable: 'removable' | 'yes' | 'no'
  }
  readonly amount?: AmountConclusion
  /** Marked in the project file, or of a layer that everything stands on, or bound without a portable interface. */
  readonly critical: boolean
  /** Surely open and at most open share of a mixed product. */
  readonly openPart?: readonly [number, number]
}

export type OrganisationClaim = Claim<string>
