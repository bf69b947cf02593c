import type { NamedOrganisation } from '../model/audit.ts'
import { concluded } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Organisation } from '../model/register.ts'
import type { Ownerships } from './control.ts'
import { holds } from './names/namespaces.ts'

/** Every organisation the dossiers name, with the chain above it on the day and what each link rests on; sorted by id. */
export function namedOrganisations(
  dossiers: readonly Dossier[],
  organisations: ReadonlyMap<string, Organisation>,
  ownerships: Ownerships,
  asOf: string,
): NamedOrganisation[] {
  const ids = new Set<string>()
  for (const { maker, controller, reseller, binding } of new Set(dossiers.map(concluded))) {
    for (const id of [maker?.id, controller?.id, reseller?.id, binding?.provider, binding?.controller?.id])
      if (id !== undefined && organisations.has(id)) ids.add(id)
  }
  for (const id of [...ids]) for (const { owner } of ownerships.chain(id)) ids.add(owner)
  return [...ids].sort().map((id) => {
    const { name, kind, country, publicHand, sources, tiers, place } = organisations.get(id)!
    const controller = ownerships.controller(id)
    const tier = controller?.id === id ? controller.tier : 'none'
    const finding = tiers.find((entry) => entry.tier === tier && holds(entry, asOf))
    return {
      id,
      name,
      kind,
      ...(country !== undefined && { country }),
      publicHand,
      tier,
      ...(finding !== undefined && { tierBecause: finding.because, tierSource: finding.source }),
      chain: ownerships
        .chain(id)
        .map(({ owner, from, source }) => ({ owner, name: organisations.get(owner)!.name, ...(from !== undefined && { from }), source })),
      sources,
      rule: `${place.file}:${place.line}`,
    }
  })
}
