import type { Goods } from './register.ts'

/** Whom a name or namespace belongs to: an organisation, or one of its products while that organisation makes it. */
export interface Owner {
  readonly organisation: string
  readonly product?: string
  readonly from?: string
  /** Exclusive. */
  readonly until?: string
}

/** What is said of one namespace: whose it is, and what it is bound to. Of several statements the later ones come first. */
export interface NamespaceEntry {
  readonly owners?: readonly Owner[]
  /** Organisations that say it is not theirs. */
  readonly denied?: readonly string[]
  /** Id of a binding rule. */
  readonly binding?: string
  /** Id of a licence history. */
  readonly history?: string
}

/** Namespaces of all kinds. */
export interface NamespaceEntries {
  /** `npm @angular` or `pypi azure-*`, in small letters → what is said of it. */
  readonly entries: ReadonlyMap<string, NamespaceEntry>
  /** `pypi az` → the lengths of the prefixes that begin so, the longest first. `gitlab gitlab.com`: a host of repositories. */
  readonly starts: ReadonlyMap<string, readonly number[]>
}

/** What a bare name means as a whole party. */
export interface NameEntry {
  /** Organisation id. */
  readonly of?: string
  /** Organisations that say it is not them. */
  readonly denied?: readonly string[]
  /** A common word too: nothing may be added to it. */
  readonly whole?: true
}

/** Whose goods of a kind bear a brand. */
export interface BrandUse {
  readonly goods: Goods
  readonly organisation: string
  readonly from?: string
  readonly until?: string
}

/** What the goods of a firm are called whose name is a common word too. */
export interface OwnGoods {
  readonly organisation: string
  /** Single words, in small letters. */
  readonly words: readonly string[]
}

/** Words in running text, lower-cased and joined by single spaces. */
export interface PhraseEntry {
  /** Products before makers; the first that holds wins. `name`: as the register writes it. */
  readonly owners?: readonly (Owner & { readonly name: string })[]
  /** Organisations for which this is the name of somebody else. */
  readonly denied?: readonly string[]
  /** Where phrases begin with this word: their numbers of words, the largest first. */
  readonly lengths?: readonly number[]
}

export const LICENCE_TABLES = [
  'entries',
  'cases',
  'replaced',
  'exceptions',
  'exceptionNames',
  'names',
  'aliases',
  'urls',
  'silence',
  'lists',
] as const
/** Spellings of licences by table; what stands in them is the business of the licence reader. */
export type LicenceTables = Readonly<Record<(typeof LICENCE_TABLES)[number], ReadonlyMap<string, unknown>>>

/** The register turned round for matching. Derived from it, holds nothing of its own; the build freezes it. */
export interface RegisterIndex {
  /** Of organisations, products, bindings and licence histories in one, so that a name is looked for once. */
  readonly namespaces: NamespaceEntries
  /** Product → the id of its licence history. */
  readonly historyOf: ReadonlyMap<string, string>
  readonly licences: LicenceTables
  readonly names: ReadonlyMap<string, NameEntry>
  readonly phrases: ReadonlyMap<string, PhraseEntry>
  /** Bare name of a brand → whose goods bear it. */
  readonly brands: ReadonlyMap<string, readonly BrandUse[]>
  /** Bare name that is a common word too → who is called so, and by what their goods are told. */
  readonly ownGoods: ReadonlyMap<string, readonly OwnGoods[]>
}
