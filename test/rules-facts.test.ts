import { expect, test } from 'vitest'
import { ITEM_FACTS } from '../src/evaluate/facts.ts'
import { evaluate } from '../src/evaluate/index.ts'
import type { Dossier } from '../src/model/dossier.ts'
import type { FactId } from '../src/model/facts.ts'
import { isLockInReason } from '../src/model/lock-in.ts'
import { policies } from './support/rules.ts'
import { AS_OF, CLOSED, OPEN, SELF_MADE, UNKNOWN_LICENCE, UNKNOWN_MAKER, by, component, line, scored } from './support/scored.ts'

const asked = (item: Dossier, ...facts: FactId[]) =>
  facts.map((fact) => ITEM_FACTS[fact]!(item, { asOf: AS_OF, openSourceDeliverable: false, lockIn: isLockInReason }))
const bound = (service: Partial<NonNullable<Dossier['binding']>>): Partial<Dossier> => ({
  binding: { service: 's', provider: 'p', portable: 'no', ...service },
})

test('facts about what is there: identifier, version, maker, licence, amount', () => {
  expect(asked(component({ purl: 'pkg:npm/a@1', version: '1' }), 'has-identifier', 'has-version', 'amount-state', 'notice-day')).toEqual([
    true,
    true,
    null,
    null,
  ])
  expect(asked(component({ cpe: 'cpe:2.3:a:b:c' }), 'has-identifier', 'has-version')).toEqual([true, false])
  expect(asked(component(), 'has-identifier', 'maker-known')).toEqual([false, false])
  expect([component(by('gamma')), component(SELF_MADE)].flatMap((item) => asked(item, 'maker-known'))).toEqual([true, true])
  const stated = { said: { licences: [{ text: 'X', as: 'name' as const }] } }
  expect(asked(component(UNKNOWN_LICENCE, stated), 'licence-stated', 'licence-known')).toEqual([true, false])
  expect(asked(component(UNKNOWN_LICENCE), 'licence-stated')).toEqual([false])
  expect(asked(component({ licence: { ...UNKNOWN_LICENCE.licence, by: ['silence'] } }, stated), 'licence-stated')).toEqual([false])
  expect(asked(component(OPEN), 'licence-known', 'product-open-share')).toEqual([true, null])
  expect(asked(component({ openPart: [0.8, 0.95] }), 'product-open-share')).toEqual([{ low: 0.8, high: 0.95 }])
  expect([line(100), line(undefined)].flatMap((item) => asked(item, 'amount-state'))).toEqual(['counts', 'missing'])
  expect(asked(line(1, { amount: { ...line(1).amount!, counts: false, why: 'expired' } }), 'amount-state')).toEqual(['expired'])
})

test('what is only listed as installed was no award and has no term; what was bought may have', () => {
  const facts = ['bids', 'lock-in-award', 'term-end', 'notice-passed', 'licence-model'] as const
  const installed = line(undefined, { kind: 'software' })
  expect(asked(installed, ...facts)).toEqual([null, null, null, null, null])
  expect(asked({ ...installed, kind: 'contract' }, ...facts)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(asked({ ...installed, said: { supplier: 'Muster GmbH', licenceModel: 'Miete' } }, ...facts)).toEqual([undefined, undefined, undefined, undefined, 'Miete']) // prettier-ignore
  expect(asked({ ...installed, said: { bids: 1 } }, 'bids')).toEqual([1])
})

test('of a contract of which it is said that it has no end nothing about its end is unknown', () => {
  const endless = line(1, { term: { start: '2020-01-01', endless: true } })
  expect(asked(endless, 'term-start', 'term-end', 'notice-day', 'notice-passed', 'bound-until')).toEqual([
    '2020-01-01',
    null,
    null,
    null,
    null,
  ])
  expect(asked(line(1, { term: { start: '2020-01-01' } }), 'term-end')).toEqual([undefined])
})

test('a bound service whose provider is not known is large, and seated outside, perhaps', () => {
  const facts = ['binding', 'binding-large-vendor', 'binding-in-eea'] as const
  expect(asked(component(), ...facts)).toEqual(['none', false, null])
  expect(asked(component(bound({})), ...facts)).toEqual(['no', undefined, undefined])
  expect(asked(component(bound({ controller: by('beta').controller! })), ...facts)).toEqual(['no', true, true])
  expect(asked(component(bound({ controller: by('delta').controller! })), ...facts)).toEqual(['no', false, false])
})

test.each([
  [{ end: '2026-12-31', notice: 'P3M' }, '2026-09-30'],
  [{ end: '2027-02-28', notice: 'P3M' }, '2026-11-30'],
  [{ end: '2026-05-30', notice: 'P3M' }, '2026-02-27'],
  [{ end: '2028-02-29', notice: 'P1Y' }, '2027-02-28'],
  [{ end: '2026-12-31', notice: 'P90D' }, '2026-10-02'],
  [{ end: '2026-12-31', notice: 'P6W' }, '2026-11-19'],
  [{ end: '2026-12', notice: 'P3M' }, undefined],
  [{ end: '2026-12-31' }, undefined],
  [{ notice: 'P3M' }, undefined],
])('notice: the last day for %o is %s', (term, day) => {
  expect(asked(line(1, { term }), 'notice-day')).toEqual([day])
})

test('a finding about a layer or a vendor affects no contract that has ended', () => {
  const items = [line(60_000, by('alpha'), CLOSED), line(60_000, by('alpha'), CLOSED, { name: 'over', counted: false })]
  const { findings } = evaluate(items, scored(items), policies, { asOf: AS_OF, project: 'p', openSourceDeliverable: false })
  const affected = findings.filter(({ subject }) => subject.kind === 'layer' || subject.kind === 'vendor').map(({ items: of }) => of)
  expect(affected.length).toBeGreaterThan(1)
  expect(affected).toEqual(affected.map(() => [0]))
})

test('what all policies together say of a small project', () => {
  const items = [
    component(by('alpha'), CLOSED, { name: 'closed part', purl: 'pkg:npm/x@1', version: '1', structuralClass: 'E' }),
    component(by('gamma'), bound({ controller: by('alpha').controller! }), {
      name: 'sdk',
      purl: 'pkg:npm/sdk@1',
      version: '1',
      critical: true,
    }),
    line(60_000, by('gamma'), CLOSED, {
      name: 'suite',
      said: { licenceModel: 'Miete', bids: 1, awardReason: 'technical' },
      term: { end: '2027-03-31', notice: 'P3M', renewsItself: true },
    }),
    line(40_000, UNKNOWN_MAKER, { name: 'riddle', licence: { ...UNKNOWN_LICENCE.licence, osi: 'unknown' } }),
  ]
  const result = evaluate(items, scored(items), policies, { asOf: AS_OF, project: 'p', openSourceDeliverable: true })
  const of = (name: string) =>
    result.findings.filter(({ items: [at], subject }) => subject.kind === 'item' && items[at!]?.name === name).map(({ policy }) => policy)
  expect(of('closed part')).toEqual(['gatekeeper-item', 'non-osi-licence', 'proprietary-item'])
  expect(of('sdk')).toEqual([
    'binding-without-portable-interface',
    'critical-not-open',
    'critical-vendor-dependence',
    'gatekeeper-item',
    'outside-eea-service',
    'vendor-steered-open-source',
  ])
  expect(of('suite')).toEqual([
    'evb-it-typ-b', 'large-vendor-item', 'lock-in-award', 'non-osi-licence', 'notice-soon', 'openness-16a-egovg', 'proprietary-item', 'renews-itself', 'single-bid', 'term-ends-soon',
  ]) // prettier-ignore
  expect(of('riddle')).toEqual(['unmatched-maker'])
  const rest = result.findings
    .filter(({ subject }) => subject.kind !== 'item')
    .map(({ policy, subject }) => `${policy} ${subject.kind}:${subject.id}`)
  expect(rest).toEqual([
    'concentrated-layer layer:fachanwendung',
    'dominant-vendor layer:fachanwendung',
    'gatekeeper-present vendor:alpha',
    'low-influence project:p',
    'low-open-share project:p',
    'three-vendors layer:fachanwendung',
    'unknown-licence project:p',
    'unknown-maker project:p',
    'vendor-over-quarter vendor:gamma',
  ])
  // gamma surely holds 60 %, and perhaps the riddle too: two thirds are open
  expect(result.undecided.find(({ policy }) => policy === 'five-vendors')?.count).toBe(1)
  expect(result.undecided.find(({ policy }) => policy === 'proprietary-item')?.count).toBe(1)
})
