import { describe, expect, it } from 'vitest'
import { gate } from '../src/gate.ts'
import type { Audit, Concentration } from '../src/model/audit.ts'
import type { Baseline } from '../src/model/baseline.ts'
import { auditOf, contracts, SET } from './support/gated.ts'

const base = auditOf({ inputs: { 'v.csv': contracts(['Microsoft 365 E3', 'Microsoft', '48300000-1', 1000]) } })

type Then = Pick<Baseline['concentration'][number], 'hhi' | 'largestSpend'>
interface Now {
  readonly hhi: { readonly low: number; readonly high: number }
  /** Of the largest, of 100,000 EUR. */
  readonly largest: { readonly low: number; readonly high: number }
}

/** The condition for one layer with these figures. */
function rise(then: Then, { hhi, largest }: Now) {
  const layer: Concentration = { ...base.concentration[0]!, layer: 'plattform', of: '100000.00', hhi, largestPrivate: largest, largestPrivateOf: String(largest.low * 100_000) } // prettier-ignore
  const audit: Audit = { ...base, concentration: [layer] }
  const baseline: Baseline = { format: 'eigenstand/baseline/1', project: 'x', asOf: '2026-01-01', rules: base.rules, axes: [], concentration: [{ layer: 'plattform', basis: layer.basis, ...then }], findings: [] } // prettier-ignore
  return gate(audit, SET, baseline).conditions.find(({ id }) => id === 'concentration-rise')!
}
const range = (low: number, high = low) => ({ low, high })

describe('a rise of the HHI has two ends', () => {
  it.each([
    ['both ends rise, and overlap', { hhi: range(2500, 6400), largestSpend: 50_000 }, { hhi: range(4133, 7347), largest: range(0.6, 0.85) }, null],
    ['surely: the lower end is above what the upper was', { hhi: range(2500, 3000), largestSpend: 50_000 }, { hhi: range(3500, 7347), largest: range(0.55, 0.85) }, false],
    ['surely not: nothing has risen', { hhi: range(2500, 6400), largestSpend: 50_000 }, { hhi: range(2500, 6400), largest: range(0.5, 0.8) }, true],
    ['a better register alone', { hhi: range(2500, 6400), largestSpend: 50_000 }, { hhi: range(6400), largest: range(0.8) }, true],
    ['the upper end rises, but nobody can get more money', { hhi: range(2500, 6400), largestSpend: 90_000 }, { hhi: range(2500, 7347), largest: range(0.5, 0.85) }, true],
    ['less than the limit', { hhi: range(2500, 6400), largestSpend: 50_000 }, { hhi: range(2600, 6549), largest: range(0.52, 0.8) }, true],
    ['not concentrated even at its worst', { hhi: range(500, 1000), largestSpend: 10_000 }, { hhi: range(600, 2000), largest: range(0.15, 0.4) }, true],
  ] as const)('%s', (_, then, now, met) => {
    const line = rise(then, now)
    expect(line.met).toBe(met)
    expect([line.possible, line.because]).toEqual(met === null ? [['plattform'], []] : [undefined, met ? [] : ['plattform']])
  }) // prettier-ignore
})
