import type { Amount, Said, Term } from '../../model/item.ts'
import { cpvIn, nameOf, naming, saying, type Lines } from './line.ts'
import { amountOf, preferred, total } from './money.ts'
import { linkContracts, type Commitment } from './ocds-contracts.ts'
import { Parties } from './ocds-parties.ts'
import { nameOthers } from './other-amounts.ts'
import { grossBeside, statedValue } from './ocds-value.ts'
import type { OcdsItem, OcdsValue, Release } from './ocds-release.ts'

/** Nothing was bought: https://standard.open-contracting.org/latest/en/schema/codelists/#award-status. A pending award with a contract in force is one nobody updated. */
function isAwarded({ award, contracts }: Commitment): boolean {
  if (award?.status === 'pending') return contracts.some(({ status }) => status === 'active' || status === 'terminated')
  return award?.status !== 'cancelled' && award?.status !== 'unsuccessful'
}

/** Adds one item per award of a release, or per lot where an award has several. */
export function addAwards(release: Release, lines: Lines): void {
  const all = linkContracts(release, lines)
  const won = all.filter(isAwarded)
  lines.unusable += Math.max(all.length - won.length, all.length === 0 ? 1 : 0)
  const parties = new Parties(release)
  for (const commitment of won) {
    const suppliers = parties.suppliersOf(commitment, won.length, lines)
    new OneAward(release, commitment, suppliers, all.length, lines).add()
  }
}

class OneAward {
  private readonly release: Release
  private readonly commitment: Commitment
  /** As `Parties` tells them. */
  private readonly suppliers: string | null | undefined
  /** Awards and contracts without award in the release, won or not. */
  private readonly count: number
  private readonly lines: Lines
  private readonly at: string

  constructor(release: Release, commitment: Commitment, suppliers: string | null | undefined, count: number, lines: Lines) {
    this.release = release
    this.commitment = commitment
    this.suppliers = suppliers
    this.count = count
    this.lines = lines
    this.at = commitment.place.at
  }

  add(): void {
    const lots = this.commitment.lots
    const whole = this.amount()
    if (whole !== undefined && lots.length > 1) this.lines.notes.add('W-AMOUNT-SHARED', { n: lots.length }, this.at)
    const each = lots.length > 1 ? lots : [lots[0]]
    // one sum for several lots stands once: at the first
    each.forEach((lot, index) => this.addLine(lot, index === 0 ? whole : undefined, lots.length > 1))
  }

  private addLine(lotId: string | undefined, amount: Amount | undefined, several: boolean): void {
    const { release, commitment, suppliers, at } = this
    const { award, contracts } = commitment
    const { tender } = release
    const lots = tender?.lots ?? []
    const lot = lots.find(({ id }) => id !== undefined && id === lotId)
    const own = naming(award?.title) ?? contracts.map(({ title }) => naming(title)).find((title) => title !== undefined)
    const title = own ?? naming(tender?.title)
    const texts = [
      award?.description,
      ...contracts.map(({ description }) => description),
      lot?.description,
      tender?.description,
      this.items(lotId)[0]?.description,
    ]
    const description = texts.map(saying).find((one) => one !== undefined)
    const name =
      nameOf(title, lots.length > 1 && (several || own === undefined) ? saying(lot?.title) : undefined) ??
      description ??
      suppliers ??
      undefined
    if (name === undefined) return this.lines.reject('W-NO-NAME', {}, at)
    const status = contracts[0]?.status ?? award?.status
    const said: Said = {
      ...(typeof suppliers === 'string' && { supplier: suppliers }),
      ...(description !== undefined && description !== name && { description }),
      ...this.procedure(lotId),
      ...(status !== undefined && { status }),
    }
    const term = this.term(lot?.contractPeriod)
    this.lines.add({
      ref: this.ref(several ? lotId : undefined),
      name,
      seen: commitment.place,
      said,
      amount,
      term,
      cpv: this.cpv(lotId),
      over: contracts.length > 0 && contracts.every(({ status }) => status === 'terminated'),
      unnamed: suppliers === undefined,
    })
  }

  private ref(lot: string | undefined): string {
    const ocid = this.release.ocid ?? this.release.id ?? this.at
    const id = this.commitment.id ?? this.at
    return lot !== undefined ? `${ocid}#${id}/${lot}` : this.count > 1 ? `${ocid}#${id}` : ocid
  }

  private procedure(lot: string | undefined): Said {
    const { tender } = this.release
    const method = tender?.procurementMethod
    const procedure = [method, tender?.procurementMethodDetails].filter((one) => one !== undefined).join(': ')
    const reasons = [...(tender?.procurementMethodRationaleClassifications ?? []).map(({ id }) => id), tender?.procurementMethodRationale]
    const direct = method === undefined || method === 'direct' || method === 'limited'
    const reason = direct ? reasons.filter((one) => one !== undefined).join('; ') : ''
    const bids = Number(this.bids(lot) ?? 0)
    return {
      ...(procedure !== '' && { procedure }),
      ...(reason !== '' && { awardReason: reason }),
      ...(Number.isInteger(bids) && bids > 0 && { bids }),
    }
  }

  /** Bids received for the lot, else for the procedure; with several lots or awards that number says nothing of one. */
  private bids(lot: string | undefined): string | undefined {
    const { tender, bids } = this.release
    const counted = (bids?.statistics ?? []).filter(({ measure }) => measure === 'bids')
    const ofLot = counted.find(
      ({ relatedLot, relatedLots = [] }) =>
        lot !== undefined && (relatedLot === lot || (relatedLots.length === 1 && relatedLots[0] === lot)),
    )
    if (ofLot !== undefined) return ofLot.value
    if ((tender?.lots ?? []).length > 1 || this.count > 1) return undefined
    return (
      tender?.numberOfTenderers ??
      counted.find(({ relatedLot, relatedLots }) => relatedLot === undefined && relatedLots === undefined)?.value
    )
  }

  /** Contract before award before tender; ceilings before estimates. */
  private amount(): Amount | undefined {
    const { award, contracts, lots } = this.commitment
    const { tender } = this.release
    const framework = tender?.techniques?.hasFrameworkAgreement === 'true'
    const signed = contracts
      .map(({ value }) => this.value(value, framework ? 'framework-max' : 'contract'))
      .filter((one) => one !== undefined)
    const contract = total(signed)
    if (signed.length > 0 && contract === undefined) this.lines.notes.add('W-CURRENCIES', {}, this.at)
    const awarded = this.value(award?.value, framework ? 'framework-max' : 'award')
    const lot = lots.length === 1 ? tender?.lots?.find(({ id }) => id === lots[0]) : undefined
    const alone = this.count === 1
    const stated = [contract, awarded, alone ? this.value(tender?.value, 'estimate') : undefined]
    const chosen = preferred([
      contract,
      awarded,
      ...[...contracts, ...(award === undefined ? [] : [award])].map(({ maximumValue }) => this.value(maximumValue, 'framework-max')),
      alone ? this.value(tender?.maximumValue, 'framework-max') : undefined,
      ...[...contracts, ...(award === undefined ? [] : [award])].map(({ estimatedValue }) => this.value(estimatedValue, 'estimate')),
      this.value(lot?.value, 'estimate'),
      stated[2],
      alone ? this.value(tender?.estimatedValue, 'estimate') : undefined,
    ])
    const beside =
      chosen === contract
        ? contracts.map(({ value }) => grossBeside(value, 'contract'))
        : chosen === awarded
          ? [grossBeside(award?.value, 'award')]
          : []
    const gross = total(beside.filter((one) => one !== undefined))
    const others = [...stated, gross].filter((one) => one !== undefined && one.placeholder === undefined && one.value !== chosen?.value)
    if (chosen !== undefined) nameOthers([chosen], others as Amount[], this.lines, this.at)
    return chosen
  }

  private value(value: OcdsValue | undefined, kind: Amount['kind']): Amount | undefined {
    if (value === undefined) return undefined
    const { stated, basis } = statedValue(value)
    if (stated === undefined) return undefined
    const amount = amountOf(stated, value.currency, kind, { basis })
    if (amount === undefined) this.lines.notes.add('W-CELL', { value: stated.says.slice(0, 40), column: 'value' }, this.at)
    return amount
  }

  private term(ofLot: { startDate?: string; endDate?: string; durationInDays?: string } | undefined): Term | undefined {
    const { award, contracts } = this.commitment
    const periods = [contracts[0]?.period, award?.contractPeriod, ofLot, this.release.tender?.contractPeriod]
    for (const period of periods) {
      if (period === undefined) continue
      const said = { start: period.startDate, end: period.endDate, length: period.durationInDays, unit: 'DAY' }
      const term = this.lines.termOf(said, 'endDate', this.at)
      if (term !== undefined) return term
    }
    return undefined
  }

  private items(lot: string | undefined): readonly OcdsItem[] {
    const { award, contracts } = this.commitment
    const { tender } = this.release
    const own = [...(award?.items ?? []), ...contracts.flatMap(({ items }) => items ?? [])]
    const classified = own.some(({ classification }) => classification !== undefined)
    const items = classified ? own : (tender?.items ?? [])
    const ofLot = items.filter(({ relatedLot }) => relatedLot !== undefined && relatedLot === lot)
    return ofLot.length > 0 ? ofLot : items.filter(({ relatedLot }) => relatedLot === undefined || classified)
  }

  private cpv(lot: string | undefined): string[] {
    const classes = this.items(lot).flatMap(({ classification, additionalClassifications }) => [
      classification,
      ...(additionalClassifications ?? []),
    ])
    const found = cpvIn(classes.map((one) => (isCpv(one?.scheme) ? one?.id : undefined)))
    const whole = this.release.tender?.classification
    return found.length > 0 || !isCpv(whole?.scheme) ? found : cpvIn([whole?.id])
  }
}

/**
 * CPV as named in the code list of item classification schemes, with or without a country's prefix; not CPVS, the
 * supplementary words. ДК 021:2015 is its Ukrainian edition, with the same codes.
 */
const isCpv = (scheme: string | undefined): boolean =>
  scheme !== undefined && /^(?:(?:\w+[-_])?CPV|(?:ДК|DK)[ -]?021(?::2015)?)$/i.test(scheme)
