import { describe, expect, it } from 'vitest'
import { gate } from '../src/gate.ts'
import { ruleSets } from '../src/knowledge/sets.ts'
import { parseYaml } from '../src/knowledge/yaml.ts'
import { appliedPolicies } from '../src/model/policy.ts'
import type { Problem } from '../src/model/problem.ts'
import { auditOf, bom, KNOWLEDGE } from './support/gated.ts'

const HEAD = 'id: mine\nextends: default\nwords: { de: A, en: B }\n'
const ids = KNOWLEDGE.policies.map(({ id }) => id)
const read = (...bodies: string[]) =>
  ruleSets(
    bodies.map((body, i) => parseYaml(body.startsWith('id:') ? body : HEAD + body, `${i}.yaml`)),
    ids,
    KNOWLEDGE.sets,
  )
const mine = (body: string) => read(body).get('mine')!

function faults(...bodies: string[]): string[] {
  try {
    read(...bodies)
  } catch (error) {
    const first = error as Problem
    return [first, ...first.others].map(({ id, place, message }) => `${id} ${place.line}:${place.column} ${message}`)
  }
  return []
}

describe('a condition that counts findings of a policy that does not apply is refused, for it would always hold', () => {
  it('its own condition, at the name', () => {
    expect(
      faults('without: [single-bid]\ngate:\n  - { condition: lock-in-award, action: fail, policies: [lock-in-award, single-bid] }\n'),
    ).toEqual([expect.stringMatching(/^E2112 6:73 The condition lock-in-award counts findings of the policy "single-bid"/)])
  })

  it('an inherited one counts what still applies, and is not evaluated where nothing does', () => {
    const set = mine('policies: [single-bid, lock-in-award]\n')
    expect(set.policies).toEqual(['single-bid', 'lock-in-award'])
    const counted = (id: string) => set.gate.find((condition) => condition.id === id)?.policies
    expect(counted('single-bid')).toEqual(['single-bid'])
    expect(counted('new-large-vendor')).toEqual([])
    const audit = auditOf({ inputs: { 'a.json': bom({ name: 'a', licence: 'MIT' }) }, set })
    const lines = gate(audit, set).conditions
    expect(lines.find(({ id }) => id === 'new-large-vendor')).toMatchObject({ actual: null, met: null })
    expect(lines.find(({ id }) => id === 'single-bid')).toMatchObject({ met: true })
  })

  it('says in both languages what to write instead', () => {
    try {
      read('without: [single-bid]\ngate:\n  - { condition: single-bid, action: fail, policies: [single-bid] }\n')
    } catch (error) {
      expect((error as Problem).hint('de')).toContain('- { condition: single-bid, action: "off" }')
      expect((error as Problem).says('de')).toContain('Sie wäre immer erfüllt')
    }
  })
})

it.each([
  ['  - { condition: single-bid, action: fail }\n', 'E2103 5:7 single-bid: policies is missing'],
  ['  - { condition: single-bid, action: fail, policies: [] }\n', 'E2103 5:54 gate 1, policies: at least 1 entry'],
  ['  - { condition: unknown-licence, action: fail, policies: [single-bid] }\n', 'E2103 5:49 unknown-licence: no findings are counted here'],
  ['  - { condition: level-worse, action: fail, limit: 1 }\n', 'E2103 5:45 level-worse: has no limit'],
  ['  - { condition: single-bid, action: warn, limit: 0.5, policies: [single-bid] }\n', 'E2103 5:44 single-bid: a number of findings'],
  ['  - { condition: concentration-rise, action: fail, limit: -1 }\n', 'E2103 5:52 concentration-rise: a rise of the HHI'],
  ['  - { condition: seal-ceiling, action: fail }\n', 'E2103 5:7 seal-ceiling: limit is missing'],
  ['  - { condition: seal-ceiling, action: fail, limit: 5 }\n', 'E2103 5:46 seal-ceiling: a SEAL, 1 to 4'],
  ['  - { condition: single-bid, action: "off" }\n  - { condition: single-bid, action: "off" }\n', 'E2104 6:18 "single-bid" is there twice: also in 0.yaml:5:5'],
])('what a condition is given must be of its kind: %s', (entries, expected) => {
  expect(faults(`gate:\n${entries}`)).toEqual([expect.stringContaining(expected)])
}) // prettier-ignore

describe('without and severity', () => {
  it('leave out and raise policies, so that ours of tomorrow apply all the same', () => {
    const set = mine('without: [term-ends-soon, five-vendors]\nseverity: { single-bid: high }\n')
    expect(set.policies).toBeUndefined()
    const applied = appliedPolicies(set, KNOWLEDGE.policies)
    expect(applied.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'term-ends-soon' && id !== 'five-vendors'))
    expect(applied.find(({ id }) => id === 'single-bid')?.severity).toBe('high')
    expect(KNOWLEDGE.policies.find(({ id }) => id === 'single-bid')?.severity).not.toBe('high')
  })

  it('an inherited condition counts what is left of its policies', () => {
    const set = mine('without: [five-vendors]\n')
    expect(set.gate.find(({ id }) => id === 'layer-concentration')?.policies).toEqual(['dominant-vendor', 'three-vendors'])
  })

  it('are inherited, and added to', () => {
    const sets = read(
      'without: [five-vendors]\nseverity: { single-bid: high }\n',
      'id: child\nextends: mine\nwords: { de: A, en: B }\nwithout: [term-ends-soon]\nseverity: { single-bid: low, renews-itself: high }\n',
    )
    expect(sets.get('child')).toMatchObject({
      without: ['five-vendors', 'term-ends-soon'],
      severity: { 'single-bid': 'low', 'renews-itself': 'high' },
    })
  })

  it('name policies that are there, and severities that there are', () => {
    expect(faults('without: [singel-bid]\nseverity: { singel-bit: high }\n')).toEqual([
      expect.stringMatching(/^E2105 4:11 "singel-bid" is defined nowhere \(without; did you mean "single-bid"\?\)/),
      expect.stringMatching(/^E2105 5:13 "singel-bit" is defined nowhere \(severity; did you mean "single-bid"\?\)/),
    ])
    expect(faults('severity: { single-bid: hoch }\n')).toEqual([expect.stringMatching(/^E2103 4:25 severity\.single-bid: /)])
  })
})

it('two sets of one id are told, not merged', () => {
  expect(faults('', '')).toEqual([expect.stringMatching(/^E2104 1:5 "mine" is there twice/)])
})

it('a severity of the set is that of its findings, and changes none of their identities', () => {
  const inputs = { 'bom.json': bom({ name: 'a', licence: 'BUSL-1.1' }) }
  const plain = auditOf({ inputs })
  const raised = auditOf({ inputs, set: mine('severity: { restricted-licence: critical }\n') })
  expect(raised.findings.map(({ fingerprint }) => fingerprint)).toEqual(plain.findings.map(({ fingerprint }) => fingerprint))
  const of = (audit: typeof plain) => audit.findings.find(({ policy }) => policy === 'restricted-licence')?.severity
  expect([of(plain) === 'critical', of(raised)]).toEqual([false, 'critical'])
  expect(gate(raised, mine('')).exitCode).toBe(1)
})
