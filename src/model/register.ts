import type { FactSource, RulePlace } from './evidence.ts'
import type { Words } from './words.ts'

export const ORGANISATION_KINDS = ['company', 'foundation', 'public-body', 'community', 'individual'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const TIERS = ['T1', 'T2', 'T3', 'none'] as const
export type Tier = (typeof TIERS)[number]

export const GOVERNANCES = ['public-body', 'foundation', 'community', 'several-companies', 'single-company', 'unknown'] as const
export type Governance = (typeof GOVERNANCES)[number]

/** Ecosystems and other places where a maker can be recognised by a name prefix. */
export const NAMESPACES = [
  'npm', 'maven', 'nuget', 'pypi', 'golang', 'composer', 'cargo', 'gem', 'conda', 'swift', 'cocoapods', 'pub', 'hex', 'cran',
  'oci', 'deb', 'rpm', 'apk', 'github', 'gitlab', 'cpe', 'domain', 'huggingface', 'vscode', 'os', 'generic',
] as const // prettier-ignore
export type NamespaceKind = (typeof NAMESPACES)[number]
/** `name` (that namespace and everything below it) or `prefix*` (every name that begins so). */
export type Namespaces = Readonly<Partial<Record<NamespaceKind, readonly string[]>>>

/** A span of ownership; days are ISO, `until` is exclusive. Without `from`: since its foundation. */
export interface Ownership {
  readonly owner: string
  /** Only together with others: none of them controls alone, and the chain of control ends below. */
  readonly control?: 'joint'
  readonly from?: string
  readonly until?: string
  readonly source: FactSource
}

export interface TierFinding {
  readonly tier: Exclude<Tier, 'none'>
  readonly because: string
  readonly from?: string
  /** The day on which the basis ends; from then on the tier no longer holds. */
  readonly until?: string
  readonly source: FactSource
}

/** The service that an open-source SDK or driver ties its user to. */
export interface Binding {
  readonly service: string
  /** Organisation id of the service's provider. */
  readonly provider: string
  /** `yes`: an open interface others offer too; `removable`: optional, can be left out; `no`: only this provider. */
  readonly portable: 'removable' | 'yes' | 'no'
}

/** SDKs and drivers by namespace, and the service they tie to; apart from who made them. */
export interface BindingRule extends Binding {
  readonly id: string
  readonly namespaces: Namespaces
  readonly source: FactSource
  readonly place: RulePlace
}

export interface Product {
  readonly id: string
  readonly name: string
  /** Organisation id of the maker. */
  readonly maker: string
  /** Spellings found in free text; matched at word borders, case-insensitively. */
  readonly names: readonly string[]
  readonly namespaces: Namespaces
  readonly layer?: string
  readonly kind?: 'software' | 'service' | 'hardware' | 'people'
  /** SPDX expression or a term of the licence register, used where the documents are silent. */
  readonly licence?: string
  /** Share of the product that is open, [surely, at most]. */
  readonly openPart?: readonly [number, number]
  /** Names of parts that are not open. */
  readonly closedParts?: readonly string[]
  readonly governance?: Governance
  readonly binding?: Binding
  /** When this maker made it; `until` exclusive. */
  readonly from?: string
  readonly until?: string
  readonly source: FactSource
  readonly place: RulePlace
}

/** Kinds of goods that are sold under the name of somebody else's house. */
export const GOODS = [
  'household', 'television', 'monitor', 'lighting', 'dictation', 'mobile-phone', 'cordless-phone', 'telephone-system', 'notebook', 'printer',
  'document-scanner', 'data-centre', 'medical', 'hearing', 'car', 'truck', 'car-battery', 'battery', 'power-tool', 'construction-machine', 'audio', 'forklift', 'surveying',
  'microscope', 'camera', 'heating-control', 'air-conditioning', 'flash-memory', 'protective', 'security', 'radio', 'point-of-sale',
] as const // prettier-ignore
export type Goods = (typeof GOODS)[number]

/** Names of another house that the organisation's goods of one kind bear: licensed, or kept after a spin-off or sale. */
export interface Brand {
  readonly names: readonly string[]
  readonly goods: Goods
  readonly from?: string
  readonly until?: string
  readonly source: FactSource
}

export interface Organisation {
  readonly id: string
  /** Ids that it had before, the oldest first: findings keep the identity that they had under it. */
  readonly formerly?: readonly string[]
  readonly name: string
  readonly kind: OrganisationKind
  /** ISO 3166-1 alpha-2 of the seat; organisations only, never persons. */
  readonly country?: string
  /** A public body, or a firm wholly owned by public bodies. */
  readonly publicHand: boolean
  /** `caretaker`: cares for what others made and sold. `platform`: hosts other people's work; `distributor`, `reseller`, `integrator`: passes it on. None of these makes it the maker. */
  readonly roles: readonly ('maker' | 'reseller' | 'integrator' | 'distributor' | 'platform' | 'caretaker')[]
  readonly names: readonly string[]
  /** Names that are common words too: they mean the organisation only as a whole party, never inside free text. */
  readonly exactNames?: readonly string[]
  /** Names that look alike and are somebody else. */
  readonly notNames: readonly string[]
  readonly namespaces: Namespaces
  readonly notNamespaces: Namespaces
  readonly owners: readonly Ownership[]
  readonly tiers: readonly TierFinding[]
  readonly products: readonly Product[]
  readonly brands?: readonly Brand[]
  /** Governance of its open software, where it is not what the kind suggests. */
  readonly governance?: Governance
  readonly sources: readonly FactSource[]
  readonly place: RulePlace
}

export const FAMILIES = [
  'public-domain', 'permissive', 'weak-copyleft', 'strong-copyleft', 'network-copyleft', 'restricted', 'proprietary', 'unknown', 'none', 'not-applicable',
] as const // prettier-ignore
export type Family = (typeof FAMILIES)[number]

export const OPENNESSES = ['open', 'restricted', 'proprietary', 'unknown', 'not-applicable'] as const
export type Openness = (typeof OPENNESSES)[number]

/** One licence, or one set of commercial terms, as the register knows it. */
export interface LicenceEntry {
  /** SPDX id, or `LicenseRef-…` for terms without one. */
  readonly id: string
  readonly name: string
  readonly family: Family
  readonly openness: Openness
  readonly osi: boolean
  readonly fsf: boolean
  readonly place: RulePlace
}

/** A spelling that people use for a licence. */
export interface LicenceAlias {
  readonly written: string
  /** An SPDX expression over ids of the register. */
  readonly is: string
  /** What is assumed in reading it so; lowers the confidence. */
  readonly assumes?: string
  /** Where it stands, of one that is not ours. */
  readonly file?: string
}

export interface LicenceRegister {
  readonly licences: readonly LicenceEntry[]
  /** SPDX exceptions: does the combination stay as open as its licence? */
  readonly exceptions: readonly string[]
  /** Exceptions that let a work be linked with anything: with them a strong copyleft stays on the work itself. */
  readonly linkingExceptions?: readonly string[]
  readonly aliases: readonly LicenceAlias[]
  readonly urls: readonly LicenceAlias[]
  /** Names in `LicenseRef-…` that are read nowhere else; a star at the end stands for any ending. */
  readonly references?: readonly LicenceAlias[]
  /** Words that veto any reading as open: `proprietary`, `Kauflizenz` … with the terms they mean. */
  readonly vetoWords: readonly LicenceAlias[]
  /** Vendors whose name beside the word licence speaks against open source, where nothing else can be read. */
  readonly vendorWords?: readonly LicenceAlias[]
  /** First lines of licence texts. */
  readonly texts: readonly LicenceAlias[]
  /** Whole licence texts, one sign for each word. */
  readonly wholes?: readonly LicenceAlias[]
  /** Other wordings of licences or parts of them, in words; "…" stands for words of each copy. */
  readonly wordings?: readonly LicenceAlias[]
  /** Words that restrict, where they stand in a licence text beside the licence. */
  readonly restrictions?: readonly LicenceAlias[]
  /** Markers of silence: NOASSERTION, unknown, `-` … */
  readonly silence: readonly string[]
}

export const VERSION_SCHEMES = ['semver', 'date', 'java'] as const
export type VersionScheme = (typeof VERSION_SCHEMES)[number]

/** A product whose licence changed with a version. Used where a document names the product and is silent about the licence. */
export interface LicenceHistory {
  readonly id: string
  readonly name: string
  /** Ids of products in the vendor register. */
  readonly products: readonly string[]
  /** Whole names of packages. */
  readonly namespaces: Namespaces
  readonly scheme: VersionScheme
  /** The first range that fits holds. */
  readonly versions: readonly LicenceRange[]
  readonly source: FactSource
  readonly place: RulePlace
}

export interface LicenceRange {
  /** Inclusive. */
  readonly from?: string
  /** Exclusive. */
  readonly until?: string
  /** An SPDX expression over ids of the register. */
  readonly licence: string
  /** ISO day on which it was announced or released. */
  readonly on?: string
  /** From this day on the range is under another licence. */
  readonly becomes?: { readonly licence: string; readonly on: string }
}

export interface Layer {
  readonly id: string
  readonly place: RulePlace
  /** Ids that it had before, the oldest first: findings keep the identity that they had under it. */
  readonly formerly?: readonly string[]
  readonly words: Words
  /** One of the seven software layers (PwC 2019); the others stand beside. */
  readonly software: boolean
  /** `false`: neither software nor computers nor services about them. */
  readonly it?: false
  /** Items here are critical: everything above stands on them. */
  readonly critical: boolean
  /** CPV code prefixes without trailing zeros. */
  readonly cpv: readonly string[]
  /** Longer ones that are no longer meant. */
  readonly cpvNot: readonly string[]
  /** Beginnings of words in titles and categories. */
  readonly keywords: readonly string[]
  /** Ends of words there. */
  readonly endings: readonly string[]
  /** Parts of words in the names of suppliers. */
  readonly trades: readonly string[]
  /** CycloneDX component types. */
  readonly types: readonly string[]
}
