import type { Score } from '../model/audit.ts'
import type { Controller, Dossier } from '../model/dossier.ts'
import { order } from './interval.ts'
import { isLarge, type Measured } from './standing.ts'

type Portable = NonNullable<Dossier['binding']>['portable']

/** A service that software ties its user to, over all items that do. */
interface BoundService {
  readonly service: string
  readonly provider: string
  readonly controller: Controller | undefined
  portable: Portable
  readonly items: number[]
}

/** What the bindings of an SBOM say at least about switching. */
export interface BoundLevel {
  readonly level: number
  readonly by: string
}

/** From the loosest to the tightest, with the level of docs/scoring.md. */
const LEVELS: Readonly<Record<Portable, number>> = { removable: 2, yes: 3, no: 4 }
/** So many services without a portable interface, all of one controller, are level 5. */
const MANY = 3

function boundServices(items: readonly Measured[]): BoundService[] {
  const services = new Map<string, BoundService>()
  for (const { dossier, index } of items) {
    const { binding } = dossier
    if (binding === undefined) continue
    const { service, provider, controller, portable } = binding
    const key = `${ownerOf({ provider, controller })}\0${service}`
    const known = services.get(key)
    if (known === undefined) services.set(key, { service, provider, controller, portable, items: [index] })
    else {
      if (LEVELS[portable] > LEVELS[known.portable]) known.portable = portable
      known.items.push(index)
    }
  }
  return [...services.values()].sort(
    (a, b) => order(LEVELS[b.portable], LEVELS[a.portable]) || order(a.service, b.service) || order(ownerOf(a), ownerOf(b)),
  )
}

const ownerOf = ({ provider, controller }: { readonly provider: string; readonly controller: Controller | undefined }): string =>
  controller?.id ?? provider

/** Bound services whose controller is a large vendor or not known; the tightest first. */
export function servicesOfLargeVendors(items: readonly Measured[]): Score['boundServices'] {
  return boundServices(items)
    .filter(({ controller }) => controller === undefined || isLarge(controller))
    .map(({ service, controller, portable, items }) => ({
      service,
      ...(controller === undefined ? {} : { controller: controller.id }),
      portable,
      items,
    }))
}

/** `undefined` where no component binds: that says nothing, for what runs under a product is not in its SBOM. */
export function bindingLevel(components: readonly Measured[]): BoundLevel | undefined {
  const services = boundServices(components)
  const [tightest] = services
  if (tightest === undefined) return undefined
  const perOwner = new Map<string, BoundService[]>()
  for (const service of services) {
    if (service.portable !== 'no') continue
    const owner = ownerOf(service)
    perOwner.set(owner, [...(perOwner.get(owner) ?? []), service])
  }
  const many = [...perOwner.values()].find((bound) => bound.length >= MANY)?.[0]
  return many === undefined ? { level: LEVELS[tightest.portable], by: bindingReason(tightest) } : { level: 5, by: bindingReason(many) }
}

export const bindingReason = ({ service }: { readonly service: string }): string => `bindings:${service}`
