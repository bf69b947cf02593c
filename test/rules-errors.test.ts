import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkExamples, tryExamples } from '../src/examples.ts'
import type { RuleFile } from '../src/knowledge/compile.ts'
import { overlay } from '../src/knowledge/overlay.ts'
import type { Problem } from '../src/model/problem.ts'
import { KNOWLEDGE } from './support/gated.ts'

const FOLDER = 'fixtures/own-rules'
const OWN: readonly RuleFile[] = ['policies', 'lists', 'sets'].flatMap((room) =>
  readdirSync(`${FOLDER}/${room}`).map((name) => ({ path: `${room}/${name}`, text: readFileSync(`${FOLDER}/${room}/${name}`, 'utf8') })),
)
const CONTRACT = 'policies/vertrag-drittland-endet-bald.yaml'
const LAYER = 'policies/serverschicht-ein-anbieter.yaml'
const COPYLEFT = 'policies/copyleft-oder-change-date.yaml'

/** What is said, in both languages, when one text in one file is another. */
function said(path: string, from: string, to: string): { at: string; de: string; en: string; all: string[] } {
  const { text } = OWN.find((file) => file.path === path)!
  if (!text.includes(from)) throw new Error(`${from} is not in ${path}`)
  const files = OWN.map((file) => (file.path === path ? { path, text: text.replace(from, to) } : file))
  try {
    checkExamples(overlay(KNOWLEDGE, files, 'r').policies)
  } catch (error) {
    const problem = error as Problem
    const { file, line, column } = problem.place
    const place = text
      .replace(from, to)
      .split('\n')
      [(line ?? 1) - 1]?.slice((column ?? 1) - 1)
    return {
      at: file === `r/${path}` ? (place ?? '') : `${file}:${line}:${column}`,
      de: `${problem.id} ${problem.says('de')} ${problem.hint('de')}`,
      en: `${problem.id} ${problem.says('en')} ${problem.hint('en')}`,
      all: [problem, ...problem.others].map(({ id, place: where }) => `${id} ${where.line}:${where.column}`),
    }
  }
  throw new Error(`nothing was wrong with ${to}`)
}

it('rules that were written from the documentation alone hold, with their examples and their lists', () => {
  const { policies, sets } = overlay(KNOWLEDGE, OWN, 'r')
  const own = policies.filter(({ place }) => place.file.startsWith('r/'))
  expect(own).toHaveLength(6)
  for (const policy of own) {
    expect(tryExamples(policy).filter(({ expect: wanted, actual }) => wanted !== actual)).toEqual([])
    expect(new Set(policy.examples.map(({ expect: wanted }) => wanted))).toEqual(new Set(['yes', 'no', 'unknown']))
  }
  expect(sets.get('ministerium')?.gate.find(({ id }) => id === 'layer-concentration')?.policies).toEqual(['serverschicht-ein-anbieter'])
})

describe('values that could not hold', () => {
  it.each([
    ['a share in per cent', LAYER, 'above: 0.6 ', 'above: 60 ', '60 }', 'meinten Sie 0.6?'],
    ['a share as text', LAYER, 'above: 0.6 ', 'above: 60 % ', '60 % }', 'als Zahl: 0.6'],
    ['a country in small letters', CONTRACT, 'country, isNot: CH', 'country, isNot: ch', 'ch }', 'meinten Sie „CH“?'],
    ['a country by its name', CONTRACT, 'country, isNot: CH', 'country, isNot: Schweiz', 'Schweiz }', 'meinten Sie „CH“?'],
    ['a country that is none', CONTRACT, 'country, isNot: CH', 'country, isNot: XX', 'XX }', 'kein Land nach ISO 3166-1'],
    ['a code of another list', CONTRACT, 'country, isNot: CH', 'country, isNot: UK', 'UK }', 'meinten Sie „GB“?'],
    ['an empty range', COPYLEFT, 'inRange: "<5.0"', 'inRange: ">3.0 <2.0"', '">3.0 <2.0" }', 'liegt keine Version'],
    ['an example range upside down', LAYER, '{ low: 0.5, high: 0.7 }', '{ low: 0.7, high: 0.5 }', '{ low: 0.7', 'low (0.7) ist größer'],
    ['an example in per cent', LAYER, 'largest-share: 0.7,', 'largest-share: 70,', '70,', 'meinten Sie 0.7?'],
    ['a layer in an example', LAYER, 'layer: server-os, largest', 'layer: serveros, largest', 'serveros,', 'meinten Sie „server-os“?'],
    ['a German day in an example', CONTRACT, 'term-end: "2026-05-31"', 'term-end: "31.05.2026"', '"31.05.2026"', 'meinten Sie "2026-05-31"?'],
    ['a day that is none', CONTRACT, 'date: "2026-11-29"', 'date: "2026-02-30"', '"2026-02-30"', 'den Tag 2026-02-30 gibt es nicht'],
    ['a German number', CONTRACT, 'atLeast: 50000', 'atLeast: 50.000', '50.000 }', '50.000 wäre hier 50; ohne Tausenderpunkt: 50000'],
    ['a German number as text', CONTRACT, 'atLeast: 50000', 'atLeast: "50.000"', '"50.000" }', 'als Zahl: 50000'],
    ['no for false', CONTRACT, 'in-eea, is: false', 'in-eea, is: nein', 'nein }', 'als Wahrheitswert: false'],
    ['a decimal comma', CONTRACT, 'atLeast: 50000', 'atLeast: 50000,00', '00 }', 'Dezimalzahlen mit Punkt'],
    ['an organisation that a list names', 'lists/private-equity.yaml', 'thoma-bravo', 'thoma-brave', 'thoma-brave,', 'meinten Sie „thoma-bravo“?'],
  ])('%s', (_, path, from, to, at, expected) => {
    const found = said(path, from, to)
    expect(found.at.startsWith(at)).toBe(true)
    expect(found.de).toContain(expected)
    expect(found.en).not.toMatch(/meinten|erwartet|liegt|„/)
  }) // prettier-ignore

  it('an organisation in a list that nothing uses, if the list says what it is of', () => {
    const text =
      'id: haus\nof: organisations\nwords: { de: a, en: b }\nvalues: [sap, orakle]\nsource: { what: a, date: "2026", seen: primary }\n'
    const run = () => overlay(KNOWLEDGE, [{ path: 'lists/haus.yaml', text }], 'r')
    expect(run).toThrow(/"orakle" is defined nowhere \(organisations; did you mean "oracle"/)
    const countries = text.replace('organisations', 'countries').replace('[sap, orakle]', '[US, Schweiz]')
    expect(() => overlay(KNOWLEDGE, [{ path: 'lists/haus.yaml', text: countries }], 'r')).toThrow(/did you mean "CH"/)
  })
})

describe('what was meant', () => {
  it.each([
    ['another operator', CONTRACT, 'per-year, atLeast:', 'per-year, greaterThan:', 'greaterThan', 'Meinten Sie „above“? Erlaubt: is, isNot, above'],
    ['less, for a number', CONTRACT, 'per-year, atLeast:', 'per-year, less:', 'less', 'Meinten Sie „below“?'],
    ['less, for a share', LAYER, 'above: 0.6 ', 'less: 0.6 ', 'less', 'Meinten Sie „below“?'],
    ['more than', LAYER, 'above: 0.6 ', 'more-than: 0.6 ', 'more-than', 'Meinten Sie „above“?'],
    ['equals, for a share, which has no such operator', LAYER, 'above: 0.6 ', 'equals: 0.6 ', 'equals', 'is gibt es nicht für diese Art von Fakt (interval)'],
    ['a German operator', CONTRACT, 'per-year, atLeast:', 'per-year, mindestens:', 'mindestens', 'Meinten Sie „atLeast“?'],
    ['an operator of another type', CONTRACT, 'in-eea, is: false', 'in-eea, below: 1', 'below', 'below gibt es nicht für diese Art von Fakt (truth). Möglich: is'],
    ['a fact of another scope', CONTRACT, 'fact: bids, is: 1', 'fact: largest-share, above: 0.4', 'largest-share', '„largest-share“ ist ein Fakt von layer; hier wird item gefragt'],
    ['a German name of a fact', CONTRACT, 'fact: country, isNot', 'fact: land, isNot', 'land', 'Meinten Sie „country“?'],
    ['a misspelt fact', CONTRACT, 'fact: term-end,', 'fact: term-ends,', 'term-ends', 'Meinten Sie „term-end“?'],
    ['and', LAYER, '  all:', '  and:', 'and:', 'Meinten Sie „all“? Erlaubt: fact, all, any, not'],
    ['ja', CONTRACT, 'expect: yes', 'expect: ja', 'ja', 'meinten Sie „yes“?'],
    ['mittel', CONTRACT, 'severity: medium', 'severity: mittel', 'mittel', 'meinten Sie „medium“?'],
    ['a list that is not there', CONTRACT, 'country, isNot: CH', 'country, isNot: { list: privat-equity }', 'privat-equity', 'meinten Sie „private-equity“?; vorhanden: '],
    ['an unquoted pattern', CONTRACT, 'matches: "*"', 'matches: *technisch*', '*technisch*', 'gehört in Anführungszeichen: "*technisch*"'],
    ['curly quotation marks', CONTRACT, 'date: "2026-11-29"', 'date: „2026-11-29“', '„2026', 'krummen Anführungszeichen'],
    ['a colon in a text', CONTRACT, 'de: Den Bedarf', 'de: Tipp: den Bedarf', '', 'enthält einen Doppelpunkt'],
    ['a colon in a text between brackets', CONTRACT, 'de: Den Bedarf', 'de: { de: Achtung: zu wenig, en: x }\n  xx: Den Bedarf', '', 'enthält einen Doppelpunkt'],
    ['a list with hyphens between brackets', CONTRACT, '    - { fact: line, is: true }', '    - { fact: line, is: [\n      - true\n      ] }', '', 'Liste mit Bindestrichen'],
    ['a tab', CONTRACT, '    - { fact: line, is: true }', '\t- { fact: line, is: true }', '', 'Tabulator'],
    ['a tab that the parser takes for a text', CONTRACT, 'scope: item', 'scope: item\n\taxis: einfluss', '\taxis', 'Tabulator'],
    ['a tab between brackets', CONTRACT, 'fix:\n', 'assumes: { de: a,\n\ten: b }\nfix:\n', '\ten: b', 'Tabulator'],
    ['a tab in a long text', CONTRACT, 'fix:\n', 'assumes:\n  de: >-\n    eins\n\tzwei\n  en: x\nfix:\n', '\tzwei', 'Tabulator'],
    ['a hard blank', CONTRACT, '    - { fact: line, is: true }', '  \u00a0 - { fact: line, is: true }', '', 'geschütztem Leerzeichen'],
    ['does not apply, as null', CONTRACT, 'facts: { line: false }', 'facts: { line: false, country: null }', 'null', 'does-not-apply'],
  ])('%s', (_, path, from, to, at, expected) => {
    const found = said(path, from, to)
    expect(found.at).toContain(at)
    expect(found.de).toContain(expected)
    expect(found.en).not.toMatch(/Meinten|Möglich|gehört/)
  }) // prettier-ignore

  it('no sentence runs into the next', () => {
    expect(said(CONTRACT, 'severity: medium', 'severity: qqqqqq').de).toContain('„qqqqqq“ gibt es hier nicht. Möglich: info')
    expect(said(CONTRACT, 'severity: medium', 'severity: qqqqqq').en).toContain('there is no "qqqqqq" here. Possible: info')
  })
})

describe('where it is', () => {
  it('an example that fails is named by number, sentence and line, with the test that decided', () => {
    const found = said(CONTRACT, 'country: CH, term-end', 'country: US, term-end')
    expect(found.at).toMatch(/^says: Schweiz/)
    expect(found.de).toContain(
      'Beispiel 7 („Schweiz“) der Regel vertrag-drittland-endet-bald ergibt yes, erwartet war no. Entscheidend: line is true → yes',
    )
    expect(said(CONTRACT, 'expect: yes', 'expect: no').de).toContain('Beispiel 1 („Ein Angebot, USA, 80.000 EUR, Ende in fünf Monaten“)')
    expect(said(CONTRACT, 'expect: no', 'expect: yes').de).toContain('Entscheidend: term-end withinMonths 9 → no [2026-10-02]')
    expect(said(LAYER, '{ low: 0.5, high: 0.7 }', '{ low: 0.8, high: 0.9 }').de).toContain('→ yes [0.8–0.9]')
  })

  it('a fault in an example is named with the sentence of the example', () => {
    expect(said(CONTRACT, 'expect: unknown', 'expect: vielleicht').de).toContain(
      'examples 9 („Zwei Angebote, kein Grund bekannt“), expect: „vielleicht“',
    )
  })

  it('two policies of one id are both named with line and column', () => {
    const copy = OWN.find(({ path }) => path === CONTRACT)!
    const twice = [copy, { path: 'policies/a.yaml', text: `# a\n${copy.text}` }]
    expect(() => overlay(KNOWLEDGE, twice, 'r')).toThrow('"vertrag-drittland-endet-bald" is there twice: also in r/policies/a.yaml:2:5.')
  })

  it('a misspelt value of a list is told at its line in the list', () => {
    const list = 'lists/private-equity.yaml'
    const text = OWN.find(({ path }) => path === list)!
      .text.replace('of: organisations\n', '')
      .replace('thoma-bravo', 'thoma-brave')
    const files = OWN.map((file) => (file.path === list ? { path: list, text } : file))
    try {
      overlay(KNOWLEDGE, files, 'r')
      expect.unreachable()
    } catch (error) {
      expect((error as Problem).place).toMatchObject({ file: `r/${list}`, line: 3, column: 10 })
    }
  })
})

it('several mistakes in one file, and in several, are told in one run', () => {
  const text = OWN.find(({ path }) => path === CONTRACT)!.text
  const spoilt = text
    .replace('severity: medium', 'severty: medium')
    .replace('fact: country, isNot', 'fact: countrie, isNot')
    .replace('  en: Describe', '  enn: Describe')
  const files = [
    { path: CONTRACT, text: spoilt },
    { path: 'policies/b.yaml', text: 'id: b\nscope: vendr\n' },
    { path: 'lists/c.yaml', text: 'id: c\n' },
  ]
  try {
    overlay(KNOWLEDGE, files, 'r')
    expect.unreachable()
  } catch (error) {
    const all = [error as Problem, ...(error as Problem).others]
    expect(new Set(all.map(({ place }) => place.file))).toEqual(new Set([`r/${CONTRACT}`, 'r/policies/b.yaml', 'r/lists/c.yaml']))
    const keys = all.filter(({ id, place }) => id === 'E2102' && place.file === `r/${CONTRACT}`).map(({ params }) => params['key'])
    expect(keys.sort()).toEqual(['countrie', 'enn', 'severty'])
    // what a misspelt key explains is not told as missing
    expect(all.filter(({ place }) => place.file === `r/${CONTRACT}`)).toHaveLength(3)
  }
})
