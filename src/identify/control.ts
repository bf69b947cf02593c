import type { Controller } from '../model/dossier.ts'
import { inEea } from '../model/eea.ts'
import type { Organisation, Ownership, Tier } from '../model/register.ts'
import { holds } from './names/namespaces.ts'

/** Who stands above an organisation on one day. */
export class Ownerships {
  private readonly organisations: ReadonlyMap<string, Organisation>
  private readonly asOf: string
  private readonly tops = new Map<string, Organisation>()
  private readonly controllers = new Map<string, Controller>()

  constructor(organisations: ReadonlyMap<string, Organisation>, asOf: string) {
    this.organisations = organisations
    this.asOf = asOf
  }

  /** The links from an organisation to the top, valid on the day; empty where it stands on its own or several hold it jointly. */
  chain(id: string): readonly (Ownership & { readonly of: string })[] {
    const links: (Ownership & { of: string })[] = []
    for (let at = this.organisations.get(id); at !== undefined;) {
      const link: Ownership | undefined = at.owners.find((owner) => owner.control === undefined && holds(owner, this.asOf))
      if (link === undefined) break
      links.push({ ...link, of: at.id })
      at = this.organisations.get(link.owner)
    }
    return links
  }

  top(id: string): Organisation {
    let top = this.tops.get(id)
    if (top === undefined) this.tops.set(id, (top = this.organisations.get(this.chain(id).at(-1)?.owner ?? id)!))
    return top
  }

  /** The controlling company, or `undefined` where none stands on top: foundation, community, public body and what it owns wholly. */
  controller(id: string): Controller | undefined {
    const top = this.top(id)
    if (top.kind !== 'company' || top.publicHand) return undefined
    let controller = this.controllers.get(top.id)
    if (controller === undefined) {
      controller = { id: top.id, name: top.name, ...(top.country !== undefined && { country: top.country }), tier: this.tier(top) }
      this.controllers.set(top.id, controller)
    }
    return controller
  }

  /** T1 and T2 by reviewed finding valid on the day; T3: another company seated outside EU and EEA, or nobody knows where. */
  tier(top: Organisation): Tier {
    const found = top.tiers.filter((tier) => holds(tier, this.asOf)).map(({ tier }) => tier)
    if (found.includes('T1')) return 'T1'
    if (found.includes('T2')) return 'T2'
    return inEea(top.country) === true ? 'none' : 'T3'
  }
}
