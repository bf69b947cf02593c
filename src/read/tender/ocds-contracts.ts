import { firstBy } from './first-by.ts'
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
  const byId = firstBy(awards, ({ id }) => id)
  const ofLot = new Map<string, OcdsAward[]>()
  for (const award of awards) for (const lot of lotsOf(award)) ofLot.set(lot, [...(ofLot.get(lot) ?? []).slice(0, 1), award])
  for (const contract of contracts) {
    if (contract.status === 'cancelled') continue
    const award = byId.get(contract.awardID ?? '') ?? strayAward(contract, awards, ofLot)
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

/** `ofLot`: two awards of each lot at most; more say as little. */
function strayAward(
  contract: OcdsContract,
  awards: readonly OcdsAward[],
  ofLot: ReadonlyMap<string, readonly OcdsAward[]>,
): OcdsAward | undefined {
  const sharing = new Set(lotsOf(contract).flatMap((lot) => ofLot.get(lot) ?? []))
  const [only] = sharing.size === 1 ? sharing : awards.length === 1 ? awards : []
  return only
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
