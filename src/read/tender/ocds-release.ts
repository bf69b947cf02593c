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
