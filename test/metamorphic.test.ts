import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { ROOT } from './support/cli.ts'
import { auditOf } from './support/whole-audit.ts'

const bom = JSON.parse(readFileSync(join(ROOT, 'fixtures/rosetta/bom.cdx.json'), 'utf8')) as { components: object[] } & Record<
  string,
  unknown
>
const list = readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'))

/** What must not depend on how the same facts are handed in. */
const figures = ({ shares, concentration, coverage, axes, level }: Audit) => ({
  shares: shares.map(({ parts, ...share }) => ({ ...share, parts: [...parts].sort((a, b) => (a.id < b.id ? -1 : 1)) })),
  concentration,
  coverage,
  axes: axes.map(({ id, best, worst, byBasis }) => ({ id, best, worst, byBasis })),
  level: level && { best: level.best, worst: level.worst },
})
const fingerprints = ({ findings }: Audit) => findings.map(({ fingerprint }) => fingerprint).sort()

const whole = auditOf(['bom.json', bom])

describe('the same facts, handed in differently', () => {
  it('in any order of components', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(bom.components, { minLength: bom.components.length }), (components) => {
        expect(figures(auditOf(['bom.json', { ...bom, components }]))).toEqual(figures(whole))
      }),
      { numRuns: 10 },
    )
  })

  it('in two SBOMs instead of one, in either order, under other names', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: bom.components.length, maxLength: bom.components.length }), (left) => {
        const part = (side: boolean) => ({ ...bom, components: bom.components.filter((_, i) => left[i] === side) })
        const split = auditOf(['x.json', part(true)], ['y.json', part(false)])
        expect(figures(split).shares).toEqual(figures(whole).shares)
        expect(figures(auditOf(['b.json', part(false)], ['a.json', part(true)])).shares).toEqual(figures(whole).shares)
        expect(fingerprints(split)).toEqual(fingerprints(whole))
      }),
      { numRuns: 10 },
    )
  })

  it('twice', () => {
    expect(figures(auditOf(['a.json', bom], ['b.json', bom]))).toEqual(figures(whole))
  })

  it('with a list before or after it', () => {
    expect(figures(auditOf(['l.csv', list], ['b.json', bom]))).toEqual(figures(auditOf(['b.json', bom], ['l.csv', list])))
  })

  it('with members nobody knows, and indented', () => {
    const content = Buffer.from(
      JSON.stringify({ 'x-note': [{ deep: {} }], ...bom, components: bom.components.map((one) => ({ ...one, 'x-more': 7 })) }, null, 3),
    )
    expect(figures(auditOf(['b.json', content]))).toEqual(figures(whole))
  })
})
