import { describe, expect, it } from 'vitest'
import { licenceForm } from '../src/knowledge/licence-form.ts'
import { overlay } from '../src/knowledge/overlay.ts'
import { Problem } from '../src/model/problem.ts'
import { versionRange } from '../src/model/version.ts'
import { KNOWLEDGE } from './support/gated.ts'

// A value that no audit writes so makes a rule that never holds, and nobody would notice: it is refused when the rule is read.

const policyOf = (when: string, facts = '{ line: true }') => `id: probe
scope: item
severity: low
title: { de: a, en: b }
when: ${when}
why: { de: a, en: b }
fix: { de: a, en: b }
source: { what: a, date: "2026-11-23", seen: primary }
examples:
  - { says: one, facts: ${facts}, expect: unknown }
  - { says: two, facts: { line: false }, expect: unknown }
`

/** What is wrong, in English, with the code; `fine` if nothing is. */
function said(text: string): string {
  try {
    overlay(KNOWLEDGE, [{ path: 'policies/probe.yaml', text }], 'r')
    return 'fine'
  } catch (error) {
    const problem = error as Problem
    expect(`${problem.says('de')}`).not.toMatch(/did you|never/)
    return `${problem.id} ${problem.says('en')}`
  }
}

describe('a value as no audit has it', () => {
  it.each([
    ['cpv, is: "48300000-1"', 'did you mean "48300000"?'],
    ['cpv, is: "483"', 'eight digits'],
    ['cpv, matches: "48300000-1"', 'did you mean "48300000"?'],
    ['cpv, matches: "483*-1"', 'did you mean "483*"?'],
    ['licence, is: GPL-3.0', 'did you mean "GPL-3.0-only"?'],
    ['licence, is: [MIT, mit]', '"mit" is never written so'],
    ['licence, isNot: apache2', 'SPDX'],
    ['licence, is: "Mein Vertrag"', '"Mein Vertrag" is never written so'],
    ['licence, is: "(MIT or Apache-2.0)"', 'did you mean "MIT OR Apache-2.0"?'],
    ['licence, matches: gpl-3.0', 'did you mean "GPL-3.0-only"?'],
    ['package, is: "pkg:npm/%40arcgis/core"', 'did you mean "pkg:npm/@arcgis/core"?'],
    ['package, is: "pkg:npm/@arcgis/core@1"', 'did you mean "pkg:npm/@arcgis/core"?'],
    ['package, is: "@arcgis/core"', 'purl without version'],
    ['package, is: "pkg:pypi/Django_Rest"', 'did you mean "pkg:pypi/django-rest"?'],
    ['package, matches: "pkg:npm/%40arcgis/*"', 'did you mean "pkg:npm/@arcgis/*"?'],
    ['package, matches: "*%40arcgis*"', 'percent signs decoded'],
    ['name, is: "*charts*"', 'did you mean { fact: name, matches: "*charts*" }?'],
    ['name, isNot: "*charts*"', 'did you mean not: { fact: name, matches: "*charts*" }?'],
    ['version, is: "2.*"', 'is a pattern'],
    ['product, is: nonexistent-product', '"nonexistent-product" is defined nowhere'],
    ['reseller, is: Microsoft', 'did you mean "microsoft"?'],
    ['per-year, above: .inf', 'number expected, .inf or .nan found'],
    ['version, inRange: "2.x"', 'no range of versions'],
    ['version, inRange: ">=2.x"', 'no range of versions'],
    ['version, inRange: "2.0.*"', 'no range of versions'],
    ['version, inRange: "2.0|3.0"', 'no range of versions'],
    ['version, inRange: "2.0)"', 'no range of versions'],
  ])('%s', (test, expected) => {
    const found = said(policyOf(`{ fact: ${test} }`))
    expect(found).toMatch(/^E210[35] /)
    expect(found).toContain(expected)
  })

  it.each([
    ['cpv: "48300000-1"', 'did you mean "48300000"?'],
    ['cpv: ["48000000", "4830"]', 'eight digits'],
    ['licence: GPL-3.0', 'did you mean "GPL-3.0-only"?'],
    ['package: "pkg:npm/x@1"', 'did you mean "pkg:npm/x"?'],
    ['product: nonexistent-product', 'is defined nowhere'],
  ])('%s, in an example', (fact, expected) => {
    expect(said(policyOf('{ fact: bids, is: 1 }', `{ ${fact} }`))).toContain(expected)
  })
})

describe('a value as audits have it', () => {
  it.each([
    'cpv, is: ["48300000", "48000000"]',
    'cpv, matches: "48*"',
    'licence, is: [GPL-3.0-only, "MIT OR Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", LicenseRef-eigene]',
    'licence, is: "MIT AND (Apache-2.0 OR BSD-3-Clause)"',
    'licence, matches: ["GPL-3.0*", "*BUSL-1.1*", mit]',
    'package, is: ["pkg:npm/@arcgis/core", "pkg:npm/React", "pkg:golang/github.com/hashicorp/terraform"]',
    'package, matches: ["pkg:npm/@ArcGIS/*", "*arcgis*", "pkg:maven/com.mysql/*"]',
    'name, is: charts',
    'name, matches: "*charts*"',
    'version, is: "2.x"',
    'version, inRange: [">= 2.0, < 3.0", "1:2.0-3~deb", "<=v2.0+build"]',
    'reseller, is: [microsoft, "Bürohaus Muster GmbH"]',
  ])('%s', (test) => {
    expect(said(policyOf(`{ fact: ${test} }`))).toBe('fine')
  })
})

describe('the form of a licence expression', () => {
  const named = (id: string) => (/^(?:a|b|c|x)$/i.test(id) ? id.toUpperCase() : undefined)
  it.each([
    ['a', 'A'],
    ['((a))', 'A'],
    ['a or b', 'A OR B'],
    ['a OR (b or c) OR a', 'A OR B OR C'],
    ['a or b and c', 'A OR (B AND C)'],
    ['(a or b) and c', '(A OR B) AND C'],
    ['(a or b) and (a or b)', 'A OR B'],
    ['a with x', 'A WITH X'],
    ['a+', 'A+'],
    ['LicenseRef-Mine', 'LicenseRef-Mine'],
    ['', undefined],
    ['a b', undefined],
    ['a or', undefined],
    ['(a', undefined],
    ['a)', undefined],
    ['a with', undefined],
    ['q', undefined],
    [`${'('.repeat(100_000)}a`, undefined],
    // so many brackets one beside the other are no depth
    [Array.from({ length: 100 }, () => '(A OR B)').join(' AND '), 'A OR B'],
  ])('%s is %s', (text, expected) => expect(licenceForm(text, named)).toBe(expected))
})

it('a range of any number is none', () => {
  for (const range of ['2.x', '2.X', '*', 'x', '2.0.x', '<2.x']) expect(versionRange(range)).toBeUndefined()
  for (const range of ['2.0', '2.0-xenial', '2.0.x86', '>=2.0 <3.0']) expect(versionRange(range)).toBeDefined()
})

describe('a message leads to the right cure', () => {
  it.each([
    ['two joins at one level', '{ all: [], any: [{ fact: bids, is: 1 }] }', 'only one of all, any, not, fact at one level; here are all and any'],
    ['a join beside a test', '{ fact: bids, is: 1, any: [] }', 'only one of all, any, not, fact at one level; here are any and fact'],
    ['a test without its fact', '{ above: 50000 }', 'the fact is missing: { fact: …, above: … }'],
    ['no value at all', '{ fact: name, is: [] }', 'needs at least one value'],
    ['a list of another kind', '{ fact: version, inRange: { list: cloud-models } }', 'version inRange: no value of the list "cloud-models" fits here; the first ('],
  ])('%s', (_, when, expected) => expect(said(policyOf(when))).toContain(expected)) // prettier-ignore

  it('a key that a record cannot have is told with those it can', () => {
    const text = 'id: x\nname: X\nkind: company\nnamespaces: { npmm: [a] }\nsources: { a: { what: a, date: "2026", seen: primary } }\n'
    try {
      overlay(KNOWLEDGE, [{ path: 'vendors/x.yaml', text }], 'r')
      expect.unreachable()
    } catch (error) {
      expect((error as Problem).hint('en')).toMatch(/^Did you mean "npm"\? Allowed: npm, /)
    }
  })

  it('a hyphen that stands a blank too far is told as indentation', () => {
    const text = policyOf('x').replace('when: x', 'when:\n  all:\n    - { fact: line, is: true }\n     - { fact: bids, is: 1 }')
    expect(said(text)).toMatch(/E2101 .*indentation/)
  })
})
