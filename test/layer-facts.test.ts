import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FactValue, Range } from '../src/evaluate/operators.ts'
import { baselineOf } from '../src/baseline.ts'
import { LAYER_FACTS } from '../src/evaluate/layer-facts.ts'
import { layerSubjects } from '../src/evaluate/subjects.ts'
import type { Dossier } from '../src/model/dossier.ts'
import { auditOf, contracts } from './support/gated.ts'
import { by, CLOSED, layer, line, OPEN, scored } from './support/scored.ts'
import { lineItem } from './support/unknowns.ts'

const facts = (items: readonly Dossier[], id: string): Record<string, FactValue> => {
  const subject = layerSubjects(scored(items)).find(({ concentration }) => concentration.layer === id)!
  return Object.fromEntries(Object.entries(LAYER_FACTS).map(([name, ask]) => [name, ask(subject)]))
}
const NOWHERE = layer('nobody-knows')

it('a line without a known layer may belong to each: shares of a layer are ranges as long as there is one', () => {
  const office = line(65_000, by('alpha'), CLOSED, layer('buero-software'))
  expect(facts([office, line(35_000, by('beta'), CLOSED, NOWHERE)], 'buero-software')).toMatchObject({
    'largest-share': { low: 0.65, high: 1 },
    'open-share': { low: 0, high: 0.35 },
    hhi: { low: 4225, high: 10_000 },
    'maker-coverage': { low: 0.65, high: 1 },
    'layer-weight': { low: 0.65, high: 1 },
    lines: { low: 1, high: 2 },
  })
  expect(facts([office, line(35_000, by('beta'), CLOSED, layer('plattform'))], 'buero-software')).toMatchObject({
    'largest-share': { low: 1, high: 1 },
    'open-share': { low: 0, high: 0 },
    hhi: { low: 10_000, high: 10_000 },
  })
})

it('what weighs less than half a cent may belong to a layer too', () => {
  const office = line(0.01, by('alpha'), CLOSED, layer('buero-software'))
  const { hhi, lines } = facts([office, line(0.004, by('beta'), CLOSED, NOWHERE)], 'buero-software')
  expect([(hhi as Range).low < 5000, (hhi as Range).high, lines]).toEqual([true, 10_000, { low: 1, high: 2 }])
})

it('the open share of a layer goes by licences, also where the vendor is not known', () => {
  const items = [line(60, by('alpha'), OPEN, layer('plattform')), line(40, CLOSED, layer('plattform'))]
  expect(facts(items, 'plattform')['open-share']).toEqual({ low: 0.6, high: 0.6 })
})

it('a policy about a layer holds only if it holds wherever lines without a layer belong', () => {
  const above = (share: number) =>
    `id: probe\nscope: layer\nseverity: high\ntitle: { de: a, en: a }\nwhen: { fact: largest-share, above: ${share} }\nwhy: { de: a, en: a }\nfix: { de: a, en: a }\nsource: { what: a, date: "2026-01-01", seen: primary }\nexamples:\n  - { says: a, facts: { largest-share: 1 }, expect: yes }\n  - { says: b, facts: {}, expect: unknown }\n`
  const list = contracts(['Windows Server Datacenter', 'Microsoft', '', 65_000], ['Rätselhaftes XY', 'Niemand Bekanntes', '', 35_000])
  const run = (share: number) => {
    const audit = auditOf({ inputs: { 'liste.csv': list }, rules: [{ path: 'policies/probe.yaml', text: above(share) }] })
    const found = audit.findings.filter(({ policy }) => policy === 'probe').map(({ subject }) => subject.id)
    return [found, audit.undecided.find(({ policy }) => policy === 'probe')?.examples.map(({ id }) => id) ?? []]
  }
  expect(run(0.6)[0]).toContain('server-os')
  expect(run(0.7)[1]).toContain('server-os')
  expect(run(0.7)[0]).not.toContain('server-os')
})

it('whatever layer the lines turn out to have, every fact lies within what was said before', () => {
  const within = (inner: FactValue, outer: FactValue) => {
    const [a, b] = [inner as Range, outer as Range]
    // shares come with four decimals; squared that is up to 5 of 10,000
    const rounding = b.high > 1 ? 5 : 0.0002
    return a.low >= b.low - rounding && a.high <= b.high + rounding
  }
  const lines = fc.array(
    fc.tuple(lineItem(['annual']), fc.boolean()).map(([item, stray]) => ({ ...item, ...(stray ? NOWHERE : {}) })),
    { minLength: 3, maxLength: 10 },
  )
  fc.assert(
    fc.property(lines, fc.array(fc.constantFrom('buero-software', 'plattform'), { minLength: 10, maxLength: 10 }), (items, into) => {
      const settled = items.map((item, i) => (item.layer?.id === 'nobody-knows' ? { ...item, ...layer(into[i]!) } : item))
      const before = layerSubjects(scored(items)).map(({ concentration }) => concentration.layer)
      for (const id of before.filter((one) => one !== 'unknown')) {
        const [wide, narrow] = [facts(items, id), facts(settled, id)]
        for (const fact of Object.keys(LAYER_FACTS).filter((one) => one !== 'layer'))
          if (narrow[fact] !== undefined) expect(within(narrow[fact], wide[fact]), `${fact} ${id}`).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

it('what the largest vendor of a layer gets is exact, however many decimals its share has', () => {
  const list = contracts(
    ['Microsoft 365 E3', 'Microsoft', '', 240_000],
    ['Oracle Database Enterprise', 'Oracle', '', 1],
    ['LibreOffice', 'Collabora', '', 99_998],
  )
  const { concentration } = baselineOf(auditOf({ inputs: { 'liste.csv': list } }))
  expect(concentration.find(({ layer: id }) => id === 'buero-software')?.largestSpend).toBe(240_000)
})
