import { firstBy } from './first-by.ts'
import { saying, type Lines } from './line.ts'
import type { Commitment } from './ocds-contracts.ts'
import type { OcdsParty, Release } from './ocds-release.ts'

/** The parties of one release. */
export class Parties {
  private readonly byId: ReadonlyMap<string, OcdsParty>
  private readonly byIdentifier: ReadonlyMap<string, OcdsParty>
  /** Who may have won where an award names nobody. */
  private readonly possible: readonly OcdsParty[]

  constructor({ parties = [] }: Release) {
    this.byId = firstBy(parties, ({ id }) => id)
    this.byIdentifier = firstBy(parties, ({ identifier }) => identifier?.id)
    const having = (role: string) => parties.filter(({ roles }) => roles?.includes(role) === true)
    const [suppliers, tenderers] = [having('supplier'), having('tenderer')]
    this.possible = suppliers.length > 0 ? suppliers : tenderers.length === 1 ? tenderers : []
  }

  /**
   * Names of those who won, several joined by `; `. Where the award names nobody, the parties with the role `supplier`,
   * else the only one with the role `tenderer`; `null` where that would guess who won which of several awards.
   */
  suppliersOf({ award, place }: Commitment, awards: number, lines: Lines): string | null | undefined {
    const named = this.namesOf(award?.suppliers ?? [])
    if (named !== undefined) return named
    if (this.possible.length > 1 && awards > 1) {
      lines.notes.add('W-SUPPLIER-UNLINKED', { n: this.possible.length }, place.at)
      return null
    }
    return this.namesOf(this.possible)
  }

  private namesOf(references: readonly OcdsParty[]): string | undefined {
    const names = new Set(references.flatMap((reference) => this.nameOf(reference) ?? []))
    return names.size === 0 ? undefined : [...names].join('; ')
  }

  /** The name of a reference, else of the party that it means by id or identifier: publishers swap the two. */
  private nameOf({ id, identifier, name }: OcdsParty): string | undefined {
    const own = saying(name) ?? saying(identifier?.legalName)
    if (own !== undefined) return own
    const ids = [id, identifier?.id].filter((one) => one !== undefined)
    const known = [this.byId, this.byIdentifier].flatMap((by) => ids.flatMap((one) => by.get(one) ?? []))[0]
    return saying(known?.name) ?? saying(known?.identifier?.legalName)
  }
}
