import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.ts'
import { thawRules } from '../src/knowledge/frozen.ts'
import type { Audit } from '../src/model/audit.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join as joined, readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { ROOT } from './support/cli.ts'
import { LIMITS } from './support/limits.ts'

const knowledge = thawRules((name) => readFileSync(join(ROOT, 'dist/rules', name)))
const bom = JSON.parse(readFileSync(join(ROOT, 'fixtures/rosetta/bom.cdx.json'), 'utf8')) as { components: object[] } & Record<
  string,
  unknown
>
const list = readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'))

function audited(...files: readonly (readonly [name: string, content: object | Uint8Array])[]): Audit {
  const sources = files.map(([name, content]) => {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
    return readInput({ ...inMemory(name, bytes), sha256: () => '' }, { limits: LIMITS })
  })
  return audit(joined(sources), knowledge, {
    asOf: '2026-11-23',
    set: knowledge.sets.get('default')!,
    project: EMPTY_PROJECT,
    id: 'p',
    name: 'P',
    version: '0',
  })
}

/** What must not depend on how the same facts are handed in. */
const figures = ({ shares, concentration, coverage, axes, level }: Audit) => ({
  shares: shares.map(({ parts, ...share }) => ({ ...share, parts: [...parts].sort((a, b) => (a.id < b.id ? -1 : 1)) })),
  concentration,
  coverage,
  axes: axes.map(({ id, best, worst, byBasis }) => ({ id, best, worst, byBasis })),
  level: level && { best: level.best, worst: level.worst },
})
const fingerprints = ({ findings }: Audit) => findings.map(({ fingerprint }) => fingerprint).sort()

const whole = audited(['bom.json', bom])

describe('the same facts, handed in differently', () => {
  it('in any order of components', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(bom.components, { minLength: bom.components.length }), (components) => {
        expect(figures(audited(['bom.json', { ...bom, components }]))).toEqual(figures(whole))
      }),
      { numRuns: 10 },
    )
  })

  it('in two SBOMs instead of one, in either order, under other names', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: bom.components.length, maxLength: bom.components.length }), (left) => {
        const part = (side: boolean) => ({ ...bom, components: bom.components.filter((_, i) => left[i] === side) })
        const split = audited(['x.json', part(true)], ['y.json', part(false)])
        expect(figures(split).shares).toEqual(figures(whole).shares)
        expect(figures(audited(['b.json', part(false)], ['a.json', part(true)])).shares).toEqual(figures(whole).shares)
        expect(fingerprints(split)).toEqual(fingerprints(whole))
      }),
      { numRuns: 10 },
    )
  })

  it('twice', () => {
    expect(figures(audited(['a.json', bom], ['b.json', bom]))).toEqual(figures(whole))
  })

  it('with a list before or after it', () => {
    expect(figures(audited(['l.csv', list], ['b.json', bom]))).toEqual(figures(audited(['b.json', bom], ['l.csv', list])))
  })

  it('with members nobody knows, and indented', () => {
    const content = Buffer.from(
      JSON.stringify({ 'x-note': [{ deep: {} }], ...bom, components: bom.components.map((one) => ({ ...one, 'x-more': 7 })) }, null, 3),
    )
    expect(figures(audited(['b.json', content]))).toEqual(figures(whole))
  })
})
