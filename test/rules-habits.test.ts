import { describe, expect, it } from 'vitest'
import { overlay } from '../src/knowledge/overlay.ts'
import type { Problem } from '../src/model/problem.ts'
import { KNOWLEDGE } from './support/gated.ts'

// How people write who know word processors and contracts, and no YAML: each habit is told as what it is, at its place.

const RULE = `id: probe
scope: item
severity: low
title: { de: Teurer Vertrag, en: Costly }
when:
  all:
    - { fact: line, is: true }
    - { fact: per-year, atLeast: 100000 }
why: { de: a, en: b }
fix: { de: a, en: b }
source:
  what: Dienstanweisung
  date: "2026-11-23"
  seen: primary
examples:
  - { says: one, facts: { line: true }, expect: unknown }
  - { says: two, facts: { line: false }, expect: no }
`

/** Place and words of what is wrong when `said` is written otherwise. */
function told(said: string, otherwise: string, path = 'policies/probe.yaml', text = RULE): string {
  expect(text).toContain(said)
  try {
    overlay(KNOWLEDGE, [{ path, text: text.replace(said, otherwise) }], 'r')
    return 'fine'
  } catch (error) {
    const problem = error as Problem
    expect(problem.says('de')).not.toBe(problem.says('en'))
    return `${problem.place.line}:${problem.place.column} ${problem.says('en')} | ${problem.hint('en')}`
  }
}

describe('what does not belong into YAML is told as what it is', () => {
  it.each([
    ['de: Teurer Vertrag', 'de: Vertrag über 25,000 EUR', '4:30 the comma parts two entries here, and "000 EUR" is none'],
    ['de: Teurer Vertrag', 'de: „Teuer, lang“', '4:22 the comma parts two entries here'],
    ['atLeast: 100000', 'atLeast: 0,5', '8:36 the comma parts two entries here'],
    ['what: Dienstanweisung', 'what: „Anweisung: Nr. 3“', '12:9 Not valid YAML: curly quotation marks are none here'],
    ['- { fact: line', '-{ fact: line', '7:14 Not valid YAML: a blank is missing after the hyphen'],
    ['- { fact: line', '– { fact: line', '7:15 Not valid YAML: here is a dash'],
    ['{ fact: line, is', '{ fact: line is', '7:15 Not valid YAML: between brackets a comma is missing'],
    ['what: Dienstanweisung', 'what: ? offen', '12:9 Not valid YAML: a text that begins with ?'],
    ['what: Dienstanweisung', 'what: - offen', '12:9 Not valid YAML: a text that begins with ?'],
    ['what: Dienstanweisung', 'what: > 100.000 EUR', '12:11 Not valid YAML: a text that begins with ?'],
    ['scope: item', 'scope:\u00a0item', '2:1 Not valid YAML: after a colon or hyphen is a non-breaking space'],
    ['  all:', '\u00a0\u00a0all:', '6:1 Not valid YAML: indented with a non-breaking space'],
    ['what: Dienstanweisung', 'what: Anweisung Nr. #3', '12:9 the text ends before "#3" here'],
    ['    - { fact: per', '   - { fact: per', '8:1 Not valid YAML: the indentation'],
  ])('%s → %s', (said, otherwise, expected) => expect(told(said, otherwise)).toContain(expected)) // prettier-ignore

  it('a comment is one, and a text that only holds such a sign is fine', () => {
    expect(told('severity: low', 'severity: low # 3 votes')).toBe('fine')
    expect(told('what: Dienstanweisung', 'what: "Anweisung Nr. #3, C#, „neu“: ja"')).toBe('fine')
  })
})

describe('what was probably meant', () => {
  it.each([
    ['100000', '100000 EUR', 'as a number: 100000'],
    ['100000', '100 000', 'as a number: 100000'],
    ['100000', '100.000,50 €', 'the comma parts two entries'],
    ['100000', '"100.000,50 €"', 'as a number: 100000.50'],
    ['100000', '"25 %"', 'as a number: 0.25'],
    ['100000', 'viel', 'text found |'],
    ['{ fact: per-year, atLeast: 100000 }', '{ fact: notice-day, withinMonths: 6 Monate }', 'as a number: 6'],
    ['{ fact: per-year, atLeast: 100000 }', '{ fact: controller, is: SAP SE }', 'did you mean "sap"?'],
    ['{ fact: per-year, atLeast: 100000 }', '{ fact: controller, is: Microsoft Deutschland GmbH }', 'did you mean "microsoft"?'],
    ['severity: low', 'Schweregrad: low', 'Did you mean "severity"?'],
    // nothing alike: a guess would lead astray
    ['fix:', 'Rechtsgrundlage:', '| Allowed: id, scope,'],
    ['  all:', 'all:', 'If it belongs to "when", indent it by two blanks. Allowed: id, scope,'],
    // what cannot be seen is shown
    ['id: probe', 'id: pro\u00adbe', '"pro\\u00adbe"'],
  ])('%s → %s', (said, otherwise, expected) => expect(told(said, otherwise)).toContain(expected)) // prettier-ignore

  it('also in sets', () => {
    const set = 'id: x\nextends: default\nwords: { de: a, en: b }\ngate:\n  - { condition: unknown-maker, action: fail, limit: 0.3 }\n'
    expect(told('0.3', '"30 %"', 'sets/x.yaml', set)).toContain('as a number: 0.3')
    expect(told('0.3', '0,3', 'sets/x.yaml', set)).toContain('5:56 the comma parts two entries')
  })
})

it('a template of vendors unmatched that nobody has filled in is refused', () => {
  const text = 'id: x\nname: "X"\nkind: company\nsources:\n  website: { what: "Seite", date: "2026-12-01", seen: primary }\n'
  expect(told('"X"', '"?"', 'vendors/x.yaml', text)).toContain('2:7 name: still to be filled in')
  expect(told('"Seite"', '"?"', 'vendors/x.yaml', text)).toContain('5:20 sources.website.what: still to be filled in')
})
