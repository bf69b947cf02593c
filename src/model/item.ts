import type { Evidence, Note, Seen } from './evidence.ts'
import { parsePurl, type Purl } from './purl.ts'
import type { Tr03183 } from './tr03183.ts'

export const ITEM_KINDS = ['software', 'service', 'hardware', 'contract'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const RELATIONS = ['root', 'direct', 'transitive', 'unknown'] as const
export type Relation = (typeof RELATIONS)[number]

/** A licence statement as it stands in the document, before any reading of it. */
export interface SaidLicence {
  /** The raw text: an SPDX id, a name, an expression or a URL. */
  readonly text: string
  readonly as: 'id' | 'name' | 'expression' | 'url' | 'licence-text'
  readonly acknowledgement?: 'declared' | 'concluded'
  /** Found by analysis, or told by an address alone, beside what is stated. */
  readonly observed?: true
  /** The document's word for that nothing was found: no statement. */
  readonly absent?: true
  /** Address and first lines of the text, where they stand beside a name or an id. */
  readonly url?: string
  readonly body?: string
  /** `LicenseRef-…` or `AdditionRef-…` of the expression → what the document says about it: its name, or the beginning of its text. */
  readonly references?: Readonly<Record<string, string>>
  /** The same, and ids of listed licences → the beginning of the text, where it stands beside a name or an id. */
  readonly texts?: Readonly<Record<string, string>>
  /** `LicenseRef-…` → addresses that the document gives for it. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>
  /** Field suffix of the place, e.g. `/licenses/0/license/id`. */
  readonly at?: string
}

export interface SaidLink {
  readonly kind: 'vcs' | 'website' | 'distribution' | 'other'
  readonly url: string
  readonly at?: string
}

/** Fields of `Said` that name who stands behind a thing. */
export const PARTIES = ['supplier', 'manufacturer', 'publisher', 'author', 'provider'] as const

/** What the document says about an item: raw, unjudged, only what is there. Names of natural persons are not kept. */
export interface Said {
  readonly type?: string | undefined
  readonly group?: string | undefined
  readonly supplier?: string | undefined
  readonly manufacturer?: string | undefined
  readonly publisher?: string | undefined
  readonly author?: string | undefined
  readonly provider?: string | undefined
  /** Web addresses or mail domains given with supplier or manufacturer. */
  readonly partyUrls?: readonly string[] | undefined
  readonly description?: string
  readonly licences?: readonly SaidLicence[] | undefined
  readonly links?: readonly SaidLink[] | undefined
  /** Procurement only: a separate product column beside the title. */
  readonly product?: string
  readonly contractNumber?: string
  /** Number of the framework contract that a line was called off from, as written. */
  readonly framework?: string
  /** Rahmenvertrag, Abruf, Einzelvertrag: as written. */
  readonly agreement?: string
  /** Kauf, Miete, Subskription, EVB-IT …: as written. */
  readonly licenceModel?: string
  /** A category or layer column, as written. */
  readonly category?: string
  readonly quantity?: string
  readonly procedure?: string
  /** Reason of a direct award, as written or coded (eForms BT-136). */
  readonly awardReason?: string
  readonly bids?: number
  readonly status?: string
  /** SBOMs only, and only what differs from what the format takes for granted. */
  readonly scope?: 'optional' | 'excluded' | undefined
}

/** The names of `Said`'s fields and the item's own, for `evidenceAt`. */
export type Field = keyof Said | 'name' | 'version' | 'purl' | 'cpe' | 'cpv' | 'amount' | 'start' | 'end' | 'notice' | 'id'

export interface Amount {
  /** Decimal string in major units, e.g. `1234.56`; negative for credits. */
  readonly value: string
  /** ISO 4217. */
  readonly currency: string
  readonly basis: 'net' | 'gross' | 'unknown'
  readonly kind: 'contract' | 'award' | 'annual' | 'payment' | 'framework-max' | 'estimate' | 'unit-price' | 'budget' | 'unknown'
  /** Set where the value is a placeholder (0, 0.01; 1, a masked 9.99 and nothing but nines unless they were paid) and therefore no amount. */
  readonly placeholder?: true
  /** Of a framework contract: what was called off from it stands in the lists, and counts. */
  readonly calledOff?: true
  /** It is what was planned or paid for one year, whatever the term. */
  readonly ofYear?: true
  /** Of a credit, and of the lines that it reduces: the number of the document or contract by which it names them. */
  readonly document?: string
  /** What it was read from: the sum itself, or its parts, or a price and how many or how often. */
  readonly stated?: readonly Stated[]
}

/** A raw value at its place in the item's own source. */
export type Stated = Omit<Evidence, 'source'>

export interface Term {
  /** ISO dates; the end is inclusive. */
  readonly start?: string
  readonly end?: string
  /** It is said that there is no end. */
  readonly endless?: true
  /** ISO 8601 duration, e.g. `P3M`. */
  readonly notice?: string
  /** Where no end is stated: the day of each year to which notice can be given, ISO 8601 without the year, e.g. `--12-31`. */
  readonly noticeTo?: string
  /** Notice can be given to the end of each so many months before and after that day, too: `P3M` for quarters. */
  readonly noticeEvery?: string
  readonly renewsItself?: boolean
  /** By how long it renews itself each time, ISO 8601 duration. */
  readonly renewal?: string
  /** By how long it can be extended in all, ISO 8601 duration, where that is said: „+ 2 x 1 Jahr Option“. */
  readonly option?: string
}

/** What other statements about the same thing say, where they say something else or more: of each field every word, and where it stands first. */
export type OtherWords = ReadonlyMap<Field, ReadonlyMap<string, Seen>>

/** One thing a project relies on, exactly as one document states it. */
export interface Item {
  /** Identity from what is said; survives new versions and a better register. Not unique. */
  readonly id: string
  /** Its name in its document; with `source` unique. */
  readonly ref: string
  readonly source: number
  readonly kind: ItemKind
  readonly name: string
  readonly version?: string | undefined
  readonly purl?: string | undefined
  /** The purl taken apart; kept while the audit is made, written into no document. */
  readonly parsed?: Purl | undefined
  readonly cpe?: string | undefined
  readonly relation: Relation
  /** Scope `excluded`, files, data and levels between root and components are read but never counted. */
  readonly counted: boolean
  readonly said: Said
  readonly amount?: Amount
  readonly term?: Term
  readonly cpv?: readonly string[]
  /** Every place the same item was seen at; the first is its own. */
  readonly seenAt: readonly Seen[]
  /** Of a merged item; kept while the audit is made, written into no document. */
  readonly also?: OtherWords
  /** Set where the item comes from a table of procurement lines, not from an SBOM. */
  readonly line?: true
}

/** One input file and what became of its records: `read + rejected + unusable = records`. */
export interface Source {
  readonly path: string
  readonly format: string
  readonly specVersion?: string
  readonly generator?: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly records: number
  readonly read: number
  readonly rejected: number
  readonly unusable: number
  readonly notes: number
  /** How `at` of this source is written. */
  readonly notation: 'pointer' | 'line' | 'cell'
  /** Where a field stands relative to the item: pointer suffix, column heading or column letter. */
  readonly fields: Readonly<Partial<Record<Field, string>>>
  /** SBOMs only: the fields of BSI TR-03183-2 that it shows. */
  readonly tr03183?: Tr03183
}

/** The thing an SBOM is about (its root component). */
export interface RootComponent {
  readonly name: string
  readonly version?: string
  readonly purl?: string
}

/** What all documents together say. */
export interface Inventory {
  readonly sources: readonly Source[]
  readonly subject?: RootComponent
  /** How many different things the documents say they are about, where there are several. */
  readonly roots?: number
  readonly items: readonly Item[]
  readonly notes: readonly Note[]
}

/** Where an item's document says something in a field: the source and the place in its notation. */
export function evidenceAt(
  item: Pick<Item, 'source' | 'seenAt' | 'also'>,
  sources: readonly Source[],
  field: Field,
  says: string,
  within?: string,
): Evidence {
  const seen = item.also?.get(field)?.get(says) ?? item.seenAt[0]
  return seen === undefined
    ? { source: item.source, at: '', says }
    : { source: seen.source, at: placeIn(seen, sources[seen.source], field, within), says }
}

function placeIn(seen: Seen, source: Source | undefined, field: Field, within: string | undefined): string {
  const suffix = within ?? source?.fields[field]
  if (suffix === undefined || source === undefined) return seen.at
  if (source.notation === 'pointer') return seen.at + suffix
  if (source.notation === 'line') return `${seen.at}, ${suffix}`
  const cut = seen.at.lastIndexOf('!') + 1
  return seen.at.slice(0, cut) + suffix + seen.at.slice(cut)
}

/** The parts of an item's purl; `undefined` where it has none or an invalid one. */
export function purlOf(item: Pick<Item, 'purl' | 'parsed'>): Purl | undefined {
  return item.parsed ?? (item.purl === undefined ? undefined : parsePurl(item.purl))
}
