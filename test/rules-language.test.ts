import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tryExamples } from '../src/examples.ts'
import { glob, OPERATORS, type FactValue } from '../src/evaluate/operators.ts'
import { compile } from '../src/evaluate/prove.ts'
import { compileRules } from '../src/knowledge/compile.ts'
import { valueWords } from '../src/knowledge/issue.ts'
import { overlay } from '../src/knowledge/overlay.ts'
import { policy } from '../src/knowledge/policies.ts'
import { parseYaml } from '../src/knowledge/yaml.ts'
import type { Problem } from '../src/model/problem.ts'
import type { Truth } from '../src/model/policy.ts'
import { liesIn, versionRange } from '../src/model/version.ts'
import { KNOWLEDGE } from './support/gated.ts'

const POLICY = readFileSync('rules/policies/notice-soon.yaml', 'utf8')
/** The shipped policy with another condition and other examples. */
const asked = (when: string, facts = '{}') =>
  `${POLICY.replace(/^when: .*$/m, `when: ${when}`).split('examples:')[0]}examples:\n  - { says: a, facts: ${facts}, expect: yes }\n  - { says: b, facts: {}, expect: unknown }\n`
const read = (text: string) => policy(parseYaml(text, 'p.yaml'), new Map(KNOWLEDGE.lists.map((list) => [list.id, list])))
const truth = (when: string, facts: string) => tryExamples(read(asked(when, facts)))[0]!.actual

function problem(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    return error as Problem
  }
  throw new Error('nothing went wrong')
}

describe('versions', () => {
  it.each([
    ['1.9', '<1.10', 'yes'],
    ['2', '=2.0.0', 'yes'],
    ['2.0', '>=2.0 <3.0', 'yes'],
    ['3.0', '>=2.0 <3.0', 'no'],
    ['v2.1.0', '>= 2.0, < 3.0', 'yes'],
    ['2.0-rc1', '<2.0', 'yes'],
    ['2.0.0-SNAPSHOT', '<2.0', 'yes'],
    ['2.0-beta.2', '<2.0-beta.11', 'yes'],
    ['1.0a1', '<1.0', 'yes'],
    ['1.0.2k', '>1.0.2', 'yes'],
    ['5.3.31.RELEASE', '=5.3.31', 'yes'],
    ['1.0~rc1', '<1.0', 'yes'],
    ['1.0+build.7', '=1.0', 'yes'],
    ['2024.10', '>2024.9', 'yes'],
    ['007', '=7', 'yes'],
    ['99999999999999999999', '>99999999999999999998', 'yes'],
    ['latest', '>=1', 'unknown'],
    ['', '>=1', 'unknown'],
  ])('%s lies in %s: %s', (version, range, expected) => expect(liesIn(version, versionRange(range)!)).toBe(expected))

  it.each(['', '>=', '>=x', '>= >1', '1.0 latest', '=>1', '^1.2'])('"%s" is no range', (range) =>
    expect(versionRange(range)).toBeUndefined(),
  )

  it('are in one order whatever they are: exactly one of <, =, > holds, and it turns around', () => {
    const version = fc.stringMatching(/^[0-9]{1,3}([.-]?([0-9]{1,3}|rc|alpha|b|sp|final)){0,4}$/)
    fc.assert(
      fc.property(version, version, (a, b) => {
        const order = (x: string, y: string) => ['<', '=', '>'].filter((sign) => liesIn(x, versionRange(`${sign}${y}`)!) === 'yes')
        expect(order(a, b)).toHaveLength(1)
        expect(order(b, a)).toEqual(order(a, b).map((sign) => ({ '<': '>', '=': '=', '>': '<' })[sign]))
      }),
    )
  })
})

describe('patterns', () => {
  it.each([
    ['*a*b*', 'xxaxxbxx', true],
    ['a*b', 'ab', true],
    ['a*a', 'a', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['', '', true],
    ['A*', 'abc', true],
    ['**c', 'abc', true],
    ['a.c', 'abc', false],
    ['*abc*abc', 'abcabc', true],
    ['*abc*abc', 'abc', false],
  ])('%s fits "%s": %s', (pattern, text, fits) => expect(glob(pattern)(text)).toBe(fits))

  it('fit as a regular expression would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => {
        expect(glob(pattern)(text)).toBe(new RegExp(`^${pattern.replaceAll(/\*+/g, '.*')}$`).test(text))
      }),
    )
  })

  it('take time in proportion to the text, however they are written', () => {
    const text = 'a'.repeat(1 << 20)
    for (const pattern of [`${'*a'.repeat(100)}b`, `*${'a'.repeat(198)}b`, `*${'a*'.repeat(99)}b`]) {
      const started = performance.now()
      expect(OPERATORS.matches([pattern])(text)).toBe('no')
      expect(performance.now() - started).toBeLessThan(1000)
    }
    expect(liesIn(`1${'.1'.repeat(1 << 19)}`, versionRange('>1')!)).toBe('unknown')
  })
})

describe('dates, from 1 January 2026', () => {
  it.each([
    ['{ fact: notice-day, withinMonths: 9 }', '"2026-10-01"', 'yes'],
    ['{ fact: notice-day, withinMonths: 9 }', '"2026-10-02"', 'no'],
    ['{ fact: notice-day, withinMonths: 9 }', '"2025-12-31"', 'no'],
    ['{ fact: notice-day, withinDays: 0 }', '"2026-01-01"', 'yes'],
    ['{ fact: notice-day, withinDays: 0 }', '"2026-01-02"', 'no'],
    ['{ fact: term-end, before: "2027-01-01" }', '"2026-12-31"', 'yes'],
    ['{ fact: term-end, before: "2027-01-01" }', '"2027-01-01"', 'no'],
    ['{ fact: term-end, after: "2027-01-01" }', '"2027-01-01"', 'no'],
    ['{ fact: term-end, after: "2027-01-01" }', '"2027-02"', 'yes'],
    ['{ fact: term-end, before: "2026-06-15" }', '"2026-06"', 'unknown'],
    ['{ fact: term-end, withinMonths: 12 }', '"2027"', 'unknown'],
    ['{ fact: term-end, withinMonths: 12 }', '"2026"', 'yes'],
  ])('%s of %s: %s', (when, day, expected) => {
    const [, fact] = /fact: ([\w-]+)/.exec(when)!
    expect(truth(when, `{ ${fact}: ${day} }`)).toBe(expected)
  })
  it('count months by the calendar: from 31 January one month is the end of February', () => {
    const within = OPERATORS.withinMonths([1], '2026-01-31')
    expect([within('2026-02-28'), within('2026-03-01')]).toEqual(['yes', 'no'])
  })
})

test('a fact with several texts: one suffices, and isNot means none', () => {
  const ask = (operator: string, value: string | string[], actual: FactValue): Truth =>
    compile({ fact: 'cpv', operator, value }, '2026-01-01').truth({ value: () => actual, evidence: () => [] })
  expect(ask('matches', '48*', ['72000000', '48300000'])).toBe('yes')
  expect(ask('is', ['48300000'], ['72000000'])).toBe('no')
  expect(ask('isNot', '48300000', ['72000000', '48300000'])).toBe('no')
  expect(ask('isNot', '48300000', ['72000000'])).toBe('yes')
  expect(ask('is', '48300000', undefined)).toBe('unknown')
})

describe('what cannot hold is refused, with what was probably meant, in both languages', () => {
  it.each([
    ['{ fact: openness, is: propietary }', 'E2103', 'proprietary'],
    ['{ fact: relation, isNot: [direct, transitiv] }', 'E2103', 'transitive'],
    ['{ fact: tier, is: T4 }', 'E2103', 'T1'],
    ['{ fact: line, is: yes }', 'E2103', 'true'],
    ['{ fact: per-year, above: "100000" }', 'E2103', 'Zahl erwartet, Text gefunden'],
    ['{ fact: name, is: 1.20 }', 'E2103', 'in Anführungszeichen setzen'],
    ['{ fact: per-year, above: [1, 2] }', 'E2103', 'genau einen Wert'],
    ['{ fact: per-year, above: 1, below: 2 }', 'E2103', 'nur eines von above und below'],
    ['{ fact: name, is: [] }', 'E2103', 'mindestens einen Wert'],
    ['{ fact: term-end, before: "1.1.2027" }', 'E2103', 'JJJJ-MM-TT'],
    ['{ fact: version, inRange: "^1.2" }', 'E2103', 'Versionsbereich'],
    ['{ fact: notice-day, withinMonths: 2.5 }', 'E2103', 'ganze Zahl'],
    [`{ fact: name, matches: "${'a'.repeat(201)}" }`, 'E2103', '200 Zeichen'],
    ['{ fact: licence-model, matches: { list: cloud-model } }', 'E2105', 'cloud-models'],
    ['{ fact: licence-model, matches: { lsit: cloud-models } }', 'E2102', 'list'],
    ['{ any: [{ fact: line, is: true }], fact: name }', 'E2103', 'any'],
  ])('%s', (when, id, expected) => {
    const found = problem(() => read(asked(when)))
    expect([found.id, found.exitCode, found.place.line]).toEqual([id, 2, 5])
    expect(`${found.says('de')} ${found.hint('de')}`).toContain(expected)
    expect(found.says('en') + found.hint('en')).not.toMatch(/erwartet|gefunden|fehlt|Möglich|Meinten/)
  })

  it.each([
    ['{ notice-day: "2026-01" }', undefined],
    ['{ notice-day: 2026-01-01x }', 'ein Tag als JJJJ-MM-TT'],
    ['{ notice-day: "31.05.2026" }', 'meinten Sie "2026-05-31"?'],
    ['{ notice-day: "2026-02-30" }', 'den Tag 2026-02-30 gibt es nicht'],
    ['{ bids: -1 }', 'Anzahl ab 0'],
    ['{ product-open-share: 70 }', 'meinten Sie 0.7?'],
    ['{ product-open-share: { low: 0.7, high: 0.5 } }', 'low (0.7) ist größer als high (0.5)'],
    ['{ product-open-share: { low: 0.7, high: 5 } }', 'Anteil von 0 bis 1'],
    ['{ country: ch }', 'meinten Sie „CH“?'],
    ['{ country: null }', 'does-not-apply'],
    ['{ per-year: "50.000" }', 'als Zahl: 50000'],
    ['{ per-year: "12" }', 'Zahl erwartet'],
    ['{ openness: offen }', 'meinten Sie „open“?'],
    ['{ line: 1 }', 'true oder false erwartet'],
  ])('an example with %s', (facts, expected) => {
    if (expected === undefined) return expect(() => read(asked('{ fact: notice-day, withinDays: 1 }', facts))).not.toThrow()
    const found = problem(() => read(asked('{ fact: notice-day, withinDays: 1 }', facts)))
    expect([found.id, found.says('de')]).toEqual(['E2103', expect.stringContaining(expected)])
  })

  it.each([
    ['severity: high', 'severity: hoch', 'gibt es hier nicht'],
    ['severity: high', 'severity: hihg', 'meinten Sie „high“?'],
    [/^id: .*$/m, 'id: 12', 'Text erwartet, Zahl gefunden; in Anführungszeichen setzen'],
    [/^id: .*$/m, 'id: Ärger', 'Kleinbuchstaben'],
    [/^scope: .*$/m, '# scope', 'scope: fehlt'],
    ['date: "2026-11-23"', 'date: "gestern"', 'ein Tag als JJJJ-MM-TT'],
  ])('a file with %s as %s', (from, to, expected) => {
    const found = problem(() => read(POLICY.replace(from, to)))
    expect([found.id, found.says('de')]).toEqual(['E2103', expect.stringContaining(expected)])
    expect(found.says('en')).not.toBe(found.says('de'))
  })
})

describe('own rules over ours', () => {
  const file = (path: string, text: string) => ({ path, text })
  const own = (when: string) => file('policies/notice-soon.yaml', asked(when, '{ line: true }'))
  const list = (id: string, values: string) =>
    file(
      `lists/${id}.yaml`,
      `id: ${id}\nwords: { de: A, en: B }\nvalues: ${values}\nsource: { what: Probe, date: "2026-11-23", seen: primary }\n`,
    )

  it('name organisations and layers that are there', () => {
    const found = problem(() => overlay(KNOWLEDGE, [own('{ fact: controller, is: micorsoft }')], 'eigene'))
    expect([found.id, found.says('de')]).toEqual(['E2105', expect.stringContaining('„microsoft“')])
    expect(problem(() => overlay(KNOWLEDGE, [own('{ fact: layer, is: platform }')], 'eigene')).says('en')).toContain('"plattform"')
    expect(() => overlay(KNOWLEDGE, [own('{ fact: controller, is: microsoft }')], 'eigene')).not.toThrow()
  })

  it('have lists of their own, and replace ours in our policies', () => {
    const mine = overlay(KNOWLEDGE, [list('haus', '[sap]'), own('{ fact: controller, is: { list: haus } }'), list('time-limited-models', '["*nutzungsrecht*"]')], 'eigene') // prettier-ignore
    const when = (id: string) => mine.policies.find((one) => one.id === id)!.when
    expect(when('notice-soon')).toEqual({ fact: 'controller', operator: 'is', value: ['sap'], list: 'haus' })
    expect(when('evb-it-typ-b')).toMatchObject({ value: ['*nutzungsrecht*'], list: 'time-limited-models' })
    expect(mine.sha256).not.toBe(KNOWLEDGE.sha256)
  })

  it('have each id once', () => {
    const twice = [own('{ fact: line, is: true }'), file('policies/noch-eine.yaml', asked('{ fact: line, is: true }'))]
    expect(problem(() => overlay(KNOWLEDGE, twice, 'eigene')).id).toBe('E2104')
    expect(problem(() => compileRules(twice)).id).toBe('E2104')
  })
})

test('a proof names the list, not its hundred values', () => {
  const compiled = compile(read(asked('{ fact: licence-model, matches: { list: cloud-models } }')).when, '2026-01-01')
  expect(compiled.proof({ value: () => 'SaaS', evidence: () => [] })).toMatchObject({ test: 'licence-model matches [cloud-models]', truth: 'yes', actual: 'SaaS' }) // prettier-ignore
})

test('a list where a word is wanted is shown as it was written', () => {
  const { de, en } = valueWords([{ set: 'default' }, 'x'], ['eigenstand/baseline/1'])
  expect([de, en].every((text) => text.includes('[{"set":"default"},"x"]'))).toBe(true)
  expect(de + en).not.toContain('[object')
})
