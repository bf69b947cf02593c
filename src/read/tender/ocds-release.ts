import { mergeReleases } from './ocds-merge.ts'
import { list, object, placedObject, pointedObject, text, texts, versionedList, type Picked } from './pick.ts'

/** OCDS 1.0–1.2, https://standard.open-contracting.org/latest/en/schema/release/: what is kept of a release. No contact points, no addresses. */
const VALUE = pointedObject({ amount: text, amountNet: text, amountGross: text, valueAddedTaxIncluded: text, currency: text })
const PERIOD = object({ startDate: text, endDate: text, durationInDays: text })
const CLASS = object({ scheme: text, id: text })
const ITEM = { id: text, description: text, relatedLot: text, classification: CLASS, additionalClassifications: list(CLASS) } as const
const PARTY = { id: text, name: text, identifier: object({ id: text, legalName: text }), roles: texts } as const
const LOT = object({ id: text, title: text, description: text, value: VALUE, contractPeriod: PERIOD })
const TENDER = object({
  title: text, description: text, classification: CLASS, items: versionedList(ITEM), value: VALUE, maximumValue: VALUE, estimatedValue: VALUE,
  procurementMethod: text, procurementMethodDetails: text, procurementMethodRationale: text, procurementMethodRationaleClassifications: list(CLASS),
  numberOfTenderers: text, contractPeriod: PERIOD, techniques: object({ hasFrameworkAgreement: text }),
  lots: list(LOT),
}) // prettier-ignore
const AWARD = placedObject({
  id: text, title: text, description: text, status: text, value: VALUE, maximumValue: VALUE, estimatedValue: VALUE,
  suppliers: versionedList(PARTY), items: versionedList(ITEM), contractPeriod: PERIOD, relatedLots: texts,
}) // prettier-ignore
const CONTRACT = placedObject({
  id: text, awardID: text, title: text, description: text, status: text, value: VALUE, maximumValue: VALUE, estimatedValue: VALUE,
  items: versionedList(ITEM), period: PERIOD, relatedLots: texts,
}) // prettier-ignore

export const RELEASE = {
  ocid: text,
  id: text,
  date: text,
  tag: texts,
  parties: versionedList(PARTY),
  tender: TENDER,
  awards: list(AWARD),
  contracts: list(CONTRACT),
  bids: object({ statistics: list(object({ measure: text, value: text, relatedLot: text, relatedLots: texts })) }),
} as const

export type Release = Picked<{ is: 'object'; fields: typeof RELEASE; placed: true }>
export type OcdsAward = Picked<typeof AWARD>
export type OcdsContract = Picked<typeof CONTRACT>
export type OcdsValue = Picked<typeof VALUE>
export type OcdsParty = Picked<{ is: 'object'; fields: typeof PARTY }>
export type OcdsLot = Picked<typeof LOT>
export type OcdsItem = Picked<{ is: 'object'; fields: typeof ITEM }>

/** How the releases of one ocid are to be joined. */
export type Role = 'release' | 'compiled' | 'versioned'

/** All that is known of one contracting process. */
export class Process {
  private role: Role | undefined
  private releases: Release[] = []

  /** A compiled release replaces the releases it was made of; versioned ones count only where nothing else is there. */
  add(release: Release, role: Role): void {
    const rank = RANKS.indexOf(role)
    const known = this.role === undefined ? -1 : RANKS.indexOf(this.role)
    if (rank < known) return
    if (rank > known) this.releases = []
    this.role = role
    this.releases.push(release)
  }

  /** Several releases are merged in the order of their dates, lists by id: what a later one says holds. */
  get merged(): Release {
    const ordered = [...this.releases].sort((a, b) => compare(a.date, b.date))
    return this.role === 'release' ? mergeReleases(ordered) : ordered.at(-1)!
  }

  get count(): number {
    return this.releases.length
  }
}

const RANKS: readonly Role[] = ['versioned', 'release', 'compiled']

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)
