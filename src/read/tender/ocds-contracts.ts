import type { Lines } from './line.ts'
import type { Place } from './pick.ts'
import type { OcdsAward, OcdsContract, OcdsItem, Release } from './ocds-release.ts'

/** An award with its contracts, or a contract of which no award is known. */
export interface Commitment {
  readonly id: string | undefined
  readonly award?: OcdsAward
  readonly contracts: readonly OcdsContract[]
  readonly lots: readonly string[]
  readonly place: Place
}

/**
 * Contracts find their award by `awardID`. Where that leads nowhere they find it by a common lot, else by being the only
 * one; publishers confuse the two ids. Cancelled contracts were never signed and are left out.
 */
export function linkContracts({ awards = [], contracts = [] }: Release, lines: Lines): Commitment[] {
  const ofAward = new Map<OcdsAward, OcdsContract[]>(awards.map((award) => [award, []]))
  const alone: OcdsContract[] = []
  for (const contract of contracts) {
    if (contract.status === 'cancelled') continue
    const award = awards.find(({ id }) => id !== undefined && id === contract.awardID) ?? strayAward(contract, awards)
    if (award === undefined) alone.push(contract)
    else ofAward.get(award)!.push(contract)
    if (contract.awardID !== undefined && award?.id !== contract.awardID && awards.length > 0)
      lines.notes.add('W-CONTRACT-LINK', { contract: contract.id ?? '?', award: contract.awardID }, contract.place.at)
  }
  return [
    ...awards.map((award) => ({ id: award.id, award, contracts: ofAward.get(award)!, lots: lotsOf(award), place: award.place })),
    ...alone.map((contract) => ({
      id: contract.awardID ?? contract.id,
      contracts: [contract],
      lots: lotsOf(contract),
      place: contract.place,
    })),
  ]
}

function strayAward(contract: OcdsContract, awards: readonly OcdsAward[]): OcdsAward | undefined {
  const lots = new Set(lotsOf(contract))
  const sharing = awards.filter((award) => lotsOf(award).some((lot) => lots.has(lot)))
  if (sharing.length === 1) return sharing[0]
  return awards.length === 1 ? awards[0] : undefined
}

function lotsOf({
  relatedLots,
  items,
}: {
  readonly relatedLots?: readonly string[]
  readonly items?: readonly OcdsItem[]
}): readonly string[] {
  const lots =
    relatedLots !== undefined && relatedLots.length > 0 ? relatedLots : (items ?? []).flatMap(({ relatedLot }) => relatedLot ?? [])
  return [...new Set(lots)]
}
