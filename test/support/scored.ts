import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Concentration, Score, Share, ShareId, Basis } from '../../src/model/audit.ts'
import type { Controller, Dossier, MakerClaim } from '../../src/model/dossier.ts'
import type { AxisId, LevelBounds } from '../../src/model/policy.ts'
import { EMPTY_PROJECT, type Project } from '../../src/model/project.ts'
import type { Layer } from '../../src/model/register.ts'
import { score } from '../../src/score/index.ts'

export const AS_OF = '2026-11-23'
export const BOUNDS = (parse(readFileSync('rules/sets/default.yaml', 'utf8')) as { levels: LevelBounds }).levels
export const LAYERS = (parse(readFileSync('rules/layers.yaml', 'utf8')) as { layers: readonly Layer[] }).layers

/** Vendors of the tests; `town` belongs to the public hand, `afar` has no known seat. */
export const VENDORS = {
  alpha: { tier: 'T1', country: 'US' },
  beta: { tier: 'T1', country: 'DE' },
  gamma: { tier: 'T2', country: 'FR' },
  delta: { tier: 'T3', country: 'US' },
  kappa: { tier: 'none', country: 'DE' },
  lambda: { tier: 'none', country: 'AT' },
  mu: { tier: 'none', country: 'NL' },
  afar: { tier: 'none' },
  town: { tier: 'none', country: 'DE' },
} as const satisfies Record<string, Omit<Controller, 'id' | 'name'>>
export type Vendor = keyof typeof VENDORS

type Made = Pick<Dossier, 'control'> & Partial<Pick<Dossier, 'maker' | 'controller' | 'selfMade'>>

export function by(vendor: string, { tier, country }: Omit<Controller, 'id' | 'name'> = VENDORS[vendor as Vendor]): Made {
  const named = { id: vendor, name: vendor, tier }
  return {
    maker: maker(vendor, vendor === 'town'),
    control: 'controlled',
    controller: country === undefined ? named : { ...named, country },
  }
}

export const maker = (id: string, publicHand = false): MakerClaim => ({
  id,
  name: id,
  kind: 'company',
  publicHand,
  confidence: 0.9,
  by: [],
  evidence: [],
})
export const UNKNOWN_MAKER: Made = { control: 'unknown' }
export const COMMUNITY: Made = { control: 'none' }
export const SELF_MADE: Made = { control: 'none', selfMade: true }

type Licence = Dossier['licence']
const licence = (family: Licence['family'], openness: Licence['openness']): { readonly licence: Licence } => ({
  licence: { family, openness, confidence: 0.9, by: [], osi: openness === 'open', evidence: [] },
})
export const OPEN = licence('permissive', 'open')
export const CLOSED = licence('proprietary', 'proprietary')
export const RESTRICTED = licence('restricted', 'restricted')
export const NO_LICENCE = licence('none', 'unknown')
export const UNKNOWN_LICENCE = licence('unknown', 'unknown')
export const BESIDE = licence('not-applicable', 'not-applicable')

let next = 0

/** A direct component of nobody, open, under a foundation. */
export function component(...more: readonly Partial<Dossier>[]): Dossier {
  const n = ++next
  return Object.assign(
    {
      id: `pkg:npm/part-${n}`, ref: `c${n}`, source: 0, kind: 'software', name: `part-${n}`, relation: 'direct', counted: true, said: {},
      ...COMMUNITY, governance: 'foundation', ...OPEN, structuralClass: '?', layer: { id: 'fachanwendung', confidence: 0.7, by: 'project' },
      critical: false, seenAt: [{ source: 0, at: `/components/${n}` }],
    } satisfies Dossier,
    ...more,
  ) // prettier-ignore
}

/** A contract of so many EUR a year. */
export function line(euro: number | string | undefined, ...more: readonly Partial<Dossier>[]): Dossier {
  const n = ++next
  const amount = { value: String(euro), currency: 'EUR', basis: 'net', kind: 'annual', counts: true } as const
  return component(
    {
      id: `contract::${n}`,
      ref: `line ${n}`,
      source: 1,
      kind: 'contract',
      relation: 'unknown',
      line: true,
      seenAt: [{ source: 1, at: `line ${n}` }],
    },
    euro === undefined ? {} : { amount },
    ...more,
  )
}

/** The item as if nothing had been said of this. */
export function without(item: Dossier, key: 'layer' | 'amount'): Dossier {
  const rest: Partial<Dossier> = { ...item }
  delete (rest as { -readonly [K in keyof Dossier]?: Dossier[K] })[key]
  return rest as Dossier
}

export const layer = (id: string): Partial<Dossier> => ({ layer: { id, confidence: 0.9, by: 'product' } })

export interface Changes {
  readonly project?: Partial<Project>
  readonly bounds?: LevelBounds
  readonly asOf?: string
}

export const scored = (items: readonly Dossier[], { project, bounds = BOUNDS, asOf = AS_OF }: Changes = {}): Score =>
  score(items, { asOf, bounds, layers: LAYERS, project: { ...EMPTY_PROJECT, ...project }, organisationNames: (id) => `Name of ${id}` })

export const shareOf = (result: Score, id: ShareId, basis: Basis): Share =>
  found(result.shares, (share) => share.id === id && share.basis === basis)
export const layerOf = (result: Score, layerId: string): Concentration => found(result.concentration, (one) => one.layer === layerId)
export const axisOf = (result: Score, id: AxisId) => found(result.axes, (one) => one.id === id)

function found<T>(all: readonly T[], test: (one: T) => boolean): T {
  const one = all.find(test)
  if (one === undefined) throw new Error('not there')
  return one
}
