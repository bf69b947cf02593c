import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ITEM_FACTS } from '../src/evaluate/facts.ts'
import { FINE_FACTS, OWN_FACTS, Profiles } from '../src/evaluate/profile.ts'
import type { Dossier } from '../src/model/dossier.ts'
import { ROOT } from './support/cli.ts'

const { items } = JSON.parse(readFileSync(join(ROOT, 'fixtures/audits/wohngeld/audit.json'), 'utf8')) as { items: Dossier[] }
const components = items.filter((item) => !item.line)
const context = { asOf: '2026-11-23', openSourceDeliverable: false, lockIn: () => false }

/** Changes that a policy could ask about, each of one conclusion. */
const CHANGES: readonly ((item: Dossier) => Dossier)[] = [
  (item) => ({ ...item, critical: !item.critical }),
  (item) => ({ ...item, kind: 'service' }),
  (item) => ({ ...item, relation: 'unknown' }),
  (item) => ({ ...item, selfMade: true }),
  (item) => ({ ...item, control: 'controlled', controller: { id: 'x', name: 'X', country: 'US', tier: 'T1' } }),
  (item) => ({ ...item, governance: 'community' }),
  (item) => ({ ...item, licence: { ...item.licence, openness: 'restricted' } }),
  (item) => ({ ...item, licence: { ...item.licence, family: 'none' } }),
  (item) => ({ ...item, licence: { ...item.licence, osi: 'unknown' } }),
  (item) => ({ ...item, licence: { ...item.licence, by: ['silence'] } }),
  (item) => ({ ...item, structuralClass: 'E' }),
  (item) => ({ ...item, layer: { id: 'plattform', confidence: 0.9, by: 'type' } }),
  (item) => ({
    ...item,
    binding: { service: 'S', provider: 'p', portable: 'no', controller: { id: 'x', name: 'X', country: 'US', tier: 'T1' } },
  }),
  (item) => ({ ...item, openPart: [0.1, 0.2] }),
  ({ version: _version, ...item }) => item,
  ({ purl: _purl, cpe: _cpe, ...item }) => item,
  ({ maker: _maker, ...item }) => item,
]

describe('components of one profile', () => {
  it('have the same value of every fact that is not their own', () => {
    const profiles = new Profiles()
    const all = components.flatMap((item) => [item, ...CHANGES.map((change) => change(item))])
    const groups = Map.groupBy(all, (item) => profiles.of(item))
    expect(groups.size).toBeGreaterThan(CHANGES.length)
    for (const [fact, read] of Object.entries(ITEM_FACTS)) {
      if (OWN_FACTS.has(fact) || FINE_FACTS.has(fact)) continue
      for (const members of groups.values())
        expect([fact, new Set(members.map((item) => JSON.stringify(read(item, context)))).size]).toEqual([fact, 1])
    }
  })

  it('and of one licence, maker and product have the same value of those too', () => {
    const profiles = new Profiles()
    const all = components.flatMap((item) => [item, ...CHANGES.map((change) => change(item))])
    const groups = Map.groupBy(all, (item) => profiles.fineOf(item))
    expect(groups.size).toBeGreaterThan(new Set(all.map((item) => profiles.of(item))).size)
    for (const fact of FINE_FACTS)
      for (const members of groups.values())
        expect([fact, new Set(members.map((item) => JSON.stringify(ITEM_FACTS[fact as 'maker']!(item, context)))).size]).toEqual([fact, 1])
  })

  it('are never lines', () => {
    const profiles = new Profiles()
    expect(items.filter((item) => item.line).map((item) => profiles.of(item))).toEqual(items.filter((item) => item.line).map(() => -1))
  })
})
