import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { findNumbered, numberFindings } from '../src/model/numbering.ts'
import type { Finding, Severity } from '../src/model/policy.ts'
import { weigher } from '../src/model/weight.ts'
import { component, contract } from './support/audit-items.ts'
import { sample } from './support/audit.ts'
import { huge } from './support/audit-variants.ts'

const proof: Finding['proof'] = { test: 'all', truth: 'yes', evidence: [], parts: [] }
const finding = (policy: string, severity: Severity, kind: Finding['subject']['kind'], id: string, items: number[], status: Finding['status'] = 'open'): Finding => ({
  fingerprint: `${policy} ${kind} ${id}`, policy, subject: { kind, id }, items, severity, status, proof, waiver: null,
}) // prettier-ignore

const items = [
  contract(2, 'A', 'x', 'sap', 'proprietary', 'plattform', 100),
  contract(3, 'B', 'x', 'sap', 'proprietary', 'plattform', 300),
  contract(4, 'C', 'x', 'sap', 'proprietary', 'plattform', 600),
  component(0, 'pkg:npm/d@1', 'openjs', 'MIT', 'open', { relation: 'transitive' }),
  component(1, 'pkg:npm/e@1', 'openjs', 'MIT', 'open'),
]
const audit = (findings: readonly Finding[]) => ({ items, findings, spend: sample.spend })

describe('numbering', () => {
  it('goes by severity, then by the weight affected, then by id', () => {
    const numbered = numberFindings(
      audit([
        finding('low-but-heavy', 'low', 'project', 'p', [0, 1, 2]),
        finding('z-policy', 'high', 'vendor', 'v', [0]),
        finding('a-policy', 'high', 'vendor', 'w', [0]),
        finding('heavy', 'high', 'layer', 'l', [2]),
        finding('grave', 'critical', 'project', 'p', []),
      ]),
    )
    expect(numbered.map(({ number, policy }) => [number, policy])).toEqual([
      ['F-01', 'grave'],
      ['F-02', 'heavy'],
      ['F-03', 'a-policy'],
      ['F-04', 'z-policy'],
      ['F-05', 'low-but-heavy'],
    ])
    expect(numbered[1]?.weight).toBe(0.6)
  })

  it('does not depend on the order of the findings', () => {
    const numbers = (one: Pick<Audit, 'items' | 'findings' | 'spend'>) =>
      numberFindings(one).map(({ number, findings }) => [number, findings.map(({ fingerprint }) => fingerprint)])
    expect(numbers({ ...sample, findings: sample.findings.toReversed() })).toEqual(numbers(sample))
  })

  it('makes one matter of all that a policy hits, heaviest first, but keeps exceptions apart', () => {
    const numbered = numberFindings(
      audit([
        finding('closed', 'high', 'item', 'a', [0]),
        finding('closed', 'high', 'item', 'c', [2]),
        finding('closed', 'high', 'item', 'b', [1], 'waived'),
        finding('layer', 'high', 'layer', 'x', [0]),
        finding('layer', 'high', 'layer', 'y', [1, 0]),
      ]),
    )
    expect(numbered.map(({ policy, status, items: hit }) => [policy, status, hit])).toEqual([
      ['closed', 'open', [2, 0]],
      ['layer', 'open', [1, 0]],
      ['closed', 'waived', [1]],
    ])
  })

  it('finds the matter of a fingerprint', () => {
    const numbered = numberFindings(sample)
    expect(findNumbered(numbered, sample.findings[0]?.fingerprint ?? '')?.number).toBe('F-01')
    expect(findNumbered(numbered, 'f'.repeat(32))).toBeUndefined()
  })

  it('is quick on a large audit', () => {
    const large = huge(100_000)
    const start = performance.now()
    expect(numberFindings(large)[1]?.items.length).toBe(10_009)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('weights', () => {
  const weigh = weigher(sample)
  const total = (basis: 'components' | 'spend' | 'lines') => sample.items.reduce((sum, item) => sum + weigh(item, basis), 0)

  it('add up to the whole of each basis', () => {
    expect([total('components'), total('spend'), total('lines')]).toEqual([13, 450_000, 14])
  })

  it('count every component where none is known to be direct', () => {
    const unknown = items.slice(3).map((item) => ({ ...item, relation: 'unknown' as const }))
    expect(unknown.map((item) => weigher({ items: unknown, spend: null })(item, 'components'))).toEqual([1, 1])
  })

  it('leave out credits, placeholders and what does not count', () => {
    const amount = { value: '900.00', currency: 'EUR', basis: 'net', kind: 'contract' } as const
    const of = (more: object) =>
      weigh(contract(9, 'X', 'x', 'sap', 'proprietary', undefined, undefined, { amount: { ...amount, counts: true, ...more } }), 'spend')
    expect(of({ counts: false, why: 'placeholder', perYear: '5.00' })).toBe(0)
    expect(of({ setOff: { of: '900.00', left: '300.00' } })).toBe(300)
    expect(of({ euro: '450.00' })).toBe(450)
    expect(of({ perYear: '450.00', euro: '900.00' })).toBe(450)
  })
})
