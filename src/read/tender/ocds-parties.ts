import { normalised } from '../../model/identity.ts'
import { saying, type Lines } from './line.ts'
import type { Commitment } from './ocds-contracts.ts'
import type { OcdsParty, Release } from './ocds-release.ts'

/**
 * Names of those who won, several joined by `; `. Where the award names nobody, the parties with the role `supplier`,
 * else the only one with the role `tenderer`; `null` where that would guess who won which of several awards.
 */
export function suppliersOf(release: Release, { award, place }: Commitment, awards: number, lines: Lines): string | null | undefined {
  const parties = release.parties ?? []
  const named = (award?.suppliers ?? []).flatMap((supplier) => nameOfParty(supplier, parties) ?? [])
  if (named.length > 0) return joined(named)
  const suppliers = parties.filter(({ roles }) => roles?.includes('supplier') === true)
  const tenderers = parties.filter(({ roles }) => roles?.includes('tenderer') === true)
  const possible = suppliers.length > 0 ? suppliers : tenderers.length === 1 ? tenderers : []
  if (possible.length > 1 && awards > 1) {
    lines.notes.add('W-SUPPLIER-UNLINKED', { n: possible.length }, place.at)
    return null
  }
  const names = possible.flatMap((party) => nameOfParty(party, parties) ?? [])
  return names.length === 0 ? undefined : joined(names)
}

/** Reference by id, by the identifier, by name: publishers swap the first two. */
function nameOfParty(reference: OcdsParty, parties: readonly OcdsParty[]): string | undefined {
  const own = saying(reference.name) ?? saying(reference.identifier?.legalName)
  const ids = [reference.id, reference.identifier?.id].filter((id) => id !== undefined)
  const known =
    ids.map((id) => parties.find((party) => party.id === id)).find((party) => party !== undefined) ??
    ids.map((id) => parties.find((party) => party.identifier?.id === id)).find((party) => party !== undefined) ??
    (own === undefined ? undefined : parties.find((party) => normalised(party.name ?? '') === normalised(own)))
  return own ?? saying(known?.name) ?? saying(known?.identifier?.legalName)
}

const joined = (names: readonly string[]): string => [...new Set(names)].join('; ')
