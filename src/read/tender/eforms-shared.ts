import type { Amount } from '../../model/item.ts'
import { unitsOf } from '../../model/money.ts'
import type { XmlElement } from '../xml/elements.ts'
import { hides, MASKS } from './eforms-notice.ts'
import type { Tenderers, Win } from './eforms-winners.ts'
import { amountOf, sameMoney } from './money.ts'
import { all, first, statedIn, textAt } from './xml.ts'

type Won = Win & { readonly tender: XmlElement }

/**
 * Winning tenders whose value is not theirs alone → how many tenders state it. Publishers enter the value of a framework,
 * a lot or the whole notice at each of its tenders. It is taken for that where it
 * - equals the lot's framework value, and others have won the lot too;
 * - equals the notice's total, and another tender states the same;
 * - is the same at several tenders of a lot, unless the notice's total holds the sum of all.
 * Where all are one party's, the first keeps it.
 */
export function sharedTenders(result: XmlElement, wins: readonly Win[], tenderers: Tenderers): ReadonlyMap<XmlElement, number> {
  const won = wins.filter((win): win is Won => win.tender !== null)
  const values = new Map(won.flatMap(({ tender }) => known(tender) ?? []))
  const totals = ['TotalAmount', 'OverallMaximumFrameworkContractsAmount'].flatMap(
    (name) => money(first(result, name), name === 'TotalAmount' && hides(result, MASKS.total)) ?? [],
  )
  const held = totals.length > 0 && totals.every((total) => units(total) >= sum([...values.values()], total.currency))
  const groups = new Map<string, Set<XmlElement>>()
  const add = (key: string, tender: XmlElement) => void groups.set(key, (groups.get(key) ?? new Set()).add(tender))
  const shared = new Map<XmlElement, number>()
  const parties = partiesOfLots(won, tenderers)
  for (const { lot, lotResult, tender, winners } of won) {
    const value = values.get(tender)
    if (value === undefined) continue
    if (totals.some((total) => sameMoney(total, value))) add(`notice ${value.value} ${value.currency}`, tender)
    if (!held) add(`${value.value} ${value.currency} ${lot}`, tender)
    if (parties.get(lot)!.size > 1 && lotValues(lotResult).some((of) => sameMoney(of, value))) shared.set(tender, winners)
  }
  for (const group of groups.values()) {
    const [, ...others] = group
    const own = new Set([...group].map((tender) => partyOf(tender, tenderers))).size === 1
    if (others.length > 0) for (const tender of own ? others : group) shared.set(tender, group.size)
  }
  return shared
}

function known(tender: XmlElement): readonly (readonly [XmlElement, Amount])[] | undefined {
  const value = money(first(tender, 'LegalMonetaryTotal', 'PayableAmount'), hides(tender, MASKS.tender))
  return value && [[tender, value]]
}

function lotValues(lotResult: XmlElement | undefined): readonly Amount[] {
  const values = first(lotResult, 'FrameworkAgreementValues')
  const masked = all(values, 'FieldsPrivacy').length > 0
  return ['MaximumValueAmount', 'ReestimatedValueAmount'].flatMap((name) => money(first(values, name), masked) ?? [])
}

/** What is money, and neither withheld nor a placeholder. */
function money(element: XmlElement | undefined, masked: boolean): Amount | undefined {
  const amount = element && amountOf(statedIn(element), element.attributes['currencyID'], 'award', { masked })
  return amount?.placeholder === undefined ? amount : undefined
}

function partiesOfLots(won: readonly Won[], tenderers: Tenderers): ReadonlyMap<string, ReadonlySet<string>> {
  const parties = new Map<string, Set<string>>()
  for (const { lot, tender } of won) parties.set(lot, (parties.get(lot) ?? new Set()).add(partyOf(tender, tenderers)))
  return parties
}

/** A tender that names nobody is a party of its own. */
function partyOf(tender: XmlElement, tenderers: Tenderers): string {
  const ids = [...tenderers(tender)].sort()
  return ids.length > 0 ? ids.join(' ') : `tender ${textAt(tender, 'ID')}`
}

const units = ({ value }: Amount): bigint => unitsOf(value) ?? 0n
const sum = (amounts: readonly Amount[], currency: string): bigint =>
  amounts.filter((amount) => amount.currency === currency).reduce((total, amount) => total + units(amount), 0n)
