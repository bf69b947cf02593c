import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import type { Family, Openness } from '../src/model/register.ts'
import { read } from './support/licences.ts'

interface Label {
  readonly from: string
  readonly family: Family
  readonly openness: Openness
  readonly says: readonly string[]
}

const file = new URL('../fixtures/licences/labelled.yaml', import.meta.url)
const labels = (parse(readFileSync(file, 'utf8')) as { labels: readonly Label[] }).labels
const strings = labels.flatMap(({ says, ...label }) => says.map((text) => ({ ...label, text, claim: read(text) })))
const notOpen = strings.filter(({ openness }) => openness === 'restricted' || openness === 'proprietary')
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

/** What a person can decide and we get right is what counts; the wrong ones are printed. */
function wrong(of: 'family' | 'openness'): string[] {
  return strings
    .filter((one) => one.claim[of] !== one[of])
    .map(({ text, claim, ...label }) => `${JSON.stringify(text)}: ${label[of]}, read as ${claim[of]}`)
}

describe('the strings labelled by hand', () => {
  it('are many and distinct', () => {
    expect(strings.length).toBeGreaterThanOrEqual(300)
    expect(new Set(strings.map(({ text }) => text)).size).toBe(strings.length)
  })

  it('show how much each step decides', () => {
    const steps = new Map<string, number>()
    for (const { claim } of strings.filter(({ claim }) => claim.openness !== 'unknown'))
      steps.set(claim.by[0] ?? 'none', (steps.get(claim.by[0] ?? 'none') ?? 0) + 1)
    const undecided = strings.filter(({ claim }) => claim.openness === 'unknown').length
    console.log(
      [...steps]
        .sort((a, b) => b[1] - a[1])
        .map(([step, count]) => `${step} ${count} (${percent(count, strings.length)})`)
        .join(', ') + `, undecided ${undecided} (${percent(undecided, strings.length)})`,
    )
    expect(steps.size).toBeGreaterThanOrEqual(6)
  })

  it('have their family in at least 95 % of the cases', () => {
    const decidable = strings.filter(({ family }) => family !== 'unknown')
    const failed = decidable.filter((one) => one.claim.family !== one.family).length
    console.log(
      `family ${percent(decidable.length - failed, decidable.length)} of ${decidable.length}, openness ${percent(strings.length - wrong('openness').length, strings.length)} of ${strings.length}`,
      ...wrong('family'),
    )
    expect(failed / decidable.length).toBeLessThanOrEqual(0.05)
  })

  it('have their openness in at least 97 % of the cases', () => {
    expect(wrong('openness').length / strings.length, wrong('openness').join('\n')).toBeLessThanOrEqual(0.03)
  })

  it('are never called open if they are proprietary or restricted', () => {
    expect(notOpen.length).toBeGreaterThan(100)
    expect(notOpen.filter(({ claim }) => claim.openness === 'open').map(({ text }) => text)).toEqual([])
  })
})

describe('what is not open', () => {
  // a choice or a list within would bind differently once something stands beside it
  const single = (some: typeof strings) =>
    fc.constantFrom(...some.map(({ text }) => text).filter((text) => !/[,;/|]|\b(?:or|oder)\b/i.test(text)))
  const terms = single(notOpen)
  const open = single(strings.filter(({ openness }) => openness === 'open'))
  const noise = fc.constantFrom('', ' ', 'The ', 'License: ', 'see: ', 'Acme ', '"', '(c) ')

  it('stays so beside an open licence, unless it is a choice', () => {
    const together = fc.constantFrom(' and ', ', ', '; ', ' AND ', ' with ', ' + ', ' und ', ' & ')
    fc.assert(
      fc.property(terms, together, open, (term, sign, licence) => read(`${licence}${sign}${term}`).openness !== 'open'),
      { numRuns: 3000 },
    )
    fc.assert(
      fc.property(
        terms,
        fc.constantFrom(', ', '; ', ' AND ', ' and '),
        open,
        (term, sign, licence) => read(`(${term})${sign}${licence}`).openness !== 'open',
      ),
      { numRuns: 2000 },
    )
  })

  it('stays so beside a title by which a whole text is known', () => {
    const title = 'Eclipse Public License - v 1.0'
    expect(read(title).openness).toBe('open')
    const beside = notOpen.flatMap(({ text }) => [`${title} ${text}`, `${title}; ${text}`, `${title}/${text}`, `${title} (${text})`])
    expect(beside.filter((text) => !/\b(?:or|oder)\b|\|/i.test(text)).filter((text) => read(text).openness === 'open')).toEqual([])
  })

  it('stays so with words around it', () => {
    fc.assert(
      fc.property(noise, terms, noise, (before, term, after) => read(before + term + after).openness !== 'open'),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(terms, open, (term, licence) => read(`${licence} (${term})`).openness !== 'open'),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(terms, open, (term, licence) => read(`${licence}/${term}`).openness !== 'open'),
      { numRuns: 2000 },
    )
  })

  it('no reading depends on the order in which strings come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          strings.map(({ text }) => text),
          { minLength: 20, maxLength: 40 },
        ),
        (some) => some.every((text) => read(text).openness === strings.find((one) => one.text === text)!.claim.openness),
      ),
      { numRuns: 20 },
    )
  })
})

describe('the strings written before the register was looked at', () => {
  interface Unseen {
    readonly family: Family | readonly Family[]
    readonly openness: Openness | readonly Openness[]
    readonly decidable?: false
    readonly says: readonly string[]
  }
  const unseen = (
    parse(readFileSync(new URL('../fixtures/licences/unseen.yaml', import.meta.url), 'utf8')) as { labels: readonly Unseen[] }
  ).labels.flatMap(({ says, ...label }) => says.map((text) => ({ ...label, text, claim: read(text) })))
  const is = (label: string | readonly string[], found: string) => [label].flat().includes(found)
  const decidable = unseen.filter(({ decidable = true }) => decidable)
  const share = (of: 'family' | 'openness', all: typeof unseen) => all.filter((one) => is(one[of], one.claim[of])).length / all.length

  it('are many, and mostly traps', () => {
    expect(unseen.length).toBeGreaterThan(750)
    expect(decidable.length).toBeGreaterThan(650)
  })

  it('keep the same bounds', () => {
    expect(share('family', decidable)).toBeGreaterThanOrEqual(0.95)
    expect(share('openness', decidable)).toBeGreaterThanOrEqual(0.97)
    const closed = unseen.filter(({ openness }) => !is(openness, 'open') && !is(openness, 'unknown'))
    expect(closed.length).toBeGreaterThan(150)
    expect(closed.filter(({ claim }) => claim.openness === 'open').map(({ text }) => text)).toEqual([])
  })
})

it('the command that prints the accuracy runs', () => {
  const { status, stdout } = spawnSync(process.execPath, ['bench/labelled.mjs'], { encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^labelled\.yaml: \d+ strings[\s\S]*of what says something: /)])
})
