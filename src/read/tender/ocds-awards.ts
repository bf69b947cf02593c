import type { Amount, Said, Term } from '../../model/item.ts'
import { nameOf, naming, saying, type Lines } from './line.ts'
import { amountOf, preferred, total } from './money.ts'
import { linkContracts, type Commitment } from './ocds-contracts.ts'
import { Parties } from './ocds-parties.ts'
import { nameOthers } from './other-amounts.ts'
import { grossBeside, statedValue } from './ocds-value.ts'
import type { OcdsValue, Release } from './ocds-release.ts'
import { cpvOf, ItemsByLot, OcdsTender } from './ocds-tender.ts'

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
  const tender = new OcdsTender(release)
  for (const commitment of won) {
    const suppliers = parties.suppliersOf(commitment, won.length, lines)
    new OneAward(release, tender, commitment, suppliers, all.length, lines).add()
  }
}

class OneAward {
  private readonly release: Release
  private readonly tender: OcdsTender
  private readonly commitment: Commitment
  /** As `Parties` tells them. */
  private readonly suppliers: string | null | undefined
  /** Awards and contracts without award in the release, won or not. */
  private readonly count: number
  private readonly lines: Lines
  private readonly at: string
  /** Its own title, and description. */
  private readonly title: string | undefined
  private readonly description: string | undefined
  private readonly over: boolean
  /** Its own, if they are classified, else the tender's. */
  private readonly items: ItemsByLot

  constructor(
    release: Release,
    tender: OcdsTender,
    commitment: Commitment,
    suppliers: string | null | undefined,
    count: number,
    lines: Lines,
  ) {
    const { award, contracts } = commitment
    this.release = release
    this.tender = tender
    this.commitment = commitment
    this.suppliers = suppliers
    this.count = count
    this.lines = lines
    this.at = commitment.place.at
    const said = [...(award === undefined ? [] : [award]), ...contracts]
    this.title = firstOf(said, ({ title }) => naming(title))
    this.description = firstOf(said, ({ description }) => saying(description))
    this.over = contracts.length > 0 && contracts.every(({ status }) => status === 'terminated')
    const own = said.flatMap(({ items }) => items ?? [])
    this.items = own.some(({ classification }) => classification !== undefined) ? new ItemsByLot(own, own) : tender.items
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
    const lot = this.tender.lot(lotId)
    const title = this.title ?? naming(tender?.title)
    const texts = [lot?.description, tender?.description, this.items.of(lotId)[0]?.description]
    const description = this.description ?? firstOf(texts, saying)
    const inLots = (tender?.lots ?? []).length > 1 && (several || this.title === undefined)
    const name = nameOf(title, inLots ? saying(lot?.title) : undefined) ?? description ?? suppliers ?? undefined
    if (name === undefined) return this.lines.reject('W-NO-NAME', {}, at)
    const status = contracts[0]?.status ?? award?.status
    const said: Said = {
      ...(typeof suppliers === 'string' && { supplier: suppliers }),
      ...(description !== undefined && description !== name && { description }),
      ...this.tender.procedure,
      ...this.tender.bids(lotId, this.count),
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
      over: this.over,
      unnamed: suppliers === undefined,
    })
  }

  private ref(lot: string | undefined): string {
    const ocid = this.release.ocid ?? this.release.id ?? this.at
    const id = this.commitment.id ?? this.at
    return lot !== undefined ? `${ocid}#${id}/${lot}` : this.count > 1 ? `${ocid}#${id}` : ocid
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
    const lot = lots.length === 1 ? this.tender.lot(lots[0]) : undefined
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

  private cpv(lot: string | undefined): readonly string[] {
    const found = this.items.cpv(lot)
    return found.length > 0 ? found : cpvOf([this.release.tender?.classification])
  }
}

function firstOf<T, U>(things: readonly T[], say: (thing: T) => U | undefined): U | undefined {
  for (const thing of things) {
    const said = say(thing)
    if (said !== undefined) return said
  }
  return undefined
}
