import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { meant } from '../src/knowledge/meant.ts'
import { ITEM_FACTS, VENDOR_FACTS } from '../src/evaluate/facts.ts'
import { LAYER_FACTS } from '../src/evaluate/layer-facts.ts'
import { PROJECT_FACTS } from '../src/evaluate/project-facts.ts'
import { checkExamples } from '../src/examples.ts'
import { organisation } from '../src/knowledge/organisations.ts'
import { namedList } from '../src/knowledge/lists.ts'
import { policy } from '../src/knowledge/policies.ts'
import { overlay } from '../src/knowledge/overlay.ts'
import { ruleSets } from '../src/knowledge/sets.ts'
import { parseYaml } from '../src/knowledge/yaml.ts'
import { FACTS, factEntry, type FactId } from '../src/model/facts.ts'
import { OPERATORS } from '../src/model/operators.ts'
import type { Problem } from '../src/model/problem.ts'
import { GATE_CONDITIONS, type GateConditionId, type Scope } from '../src/model/policy.ts'
import { factsPage } from './support/facts-page.ts'
import { KNOWLEDGE } from './support/gated.ts'
import { lists, negations, policies, sets } from './support/rules.ts'

const PAGE = 'docs/rules.md'
const page = () => readFileSync(PAGE, 'utf8')
const ids = policies.map(({ id }) => id)

/** What went wrong, and where. */
function problem(run: () => unknown): Pick<Problem, 'id' | 'params'> & { readonly at: string } {
  try {
    run()
  } catch (error) {
    const { id, params, place } = error as Problem
    return { id, params, at: `${place.line}:${place.column}` }
  }
  throw new Error('nothing went wrong')
}

test.each(policies.map((one) => [one.id, one] as const))(
  '%s: its examples hold, and would not if its condition were turned around',
  (id, one) => {
    expect(one.place.file).toBe(`rules/policies/${id}.yaml`)
    checkExamples([one])
    expect(problem(() => checkExamples([{ ...one, when: { not: one.when } }])).id).toBe('E2106')
    for (const { test, turned } of negations(one.when)) {
      expect(() => checkExamples([{ ...one, when: turned }]), `no example needs ${test.fact}`).toThrow()
    }
    expect(new Set(one.examples.map(({ expect }) => expect))).toEqual(new Set(['yes', 'no', 'unknown']))
  },
)

test.each(policies.map((one) => [one.id, one] as const))(
  '%s: its examples give facts of its scope, of their type',
  (_, { scope, examples }) => {
    for (const [fact, value] of examples.flatMap(({ facts }) => Object.entries(facts))) {
      const entry = FACTS[fact as FactId] as { scopes: readonly Scope[]; type: string } | undefined
      expect(entry?.scopes, fact).toContain(scope)
      const type = { text: 'string', version: 'string', date: 'string', number: 'number', truth: 'boolean', interval: 'object' }[
        entry!.type
      ]
      // a range of which both ends are one may be written as a number
      expect(entry!.type === 'interval' && typeof value === 'number' ? 'object' : typeof value, fact).toBe(type)
    }
  },
)

test.each(policies.map((one) => [one.id, one] as const))(
  '%s: its words show and do not judge',
  (_, { title, why, fix, assumes, source }) => {
    for (const words of [title, why, fix, ...(assumes === undefined ? [] : [assumes])]) {
      expect(words.de).not.toMatch(/Verstoß|verstößt|rechtswidrig|illegal|kritische Note|unzulässig/i)
      expect(words.en).not.toMatch(/violat|unlawful|illegal|breach|infring/i)
      for (const text of [words.de, words.en])
        expect(Math.max(...text.split(/[.:?!] /).map((sentence) => sentence.split(/\s+/).length)), text).toBeLessThanOrEqual(28)
    }
    expect(source.date).toBe('2026-11-23')
    expect(source.what).not.toBe('')
  },
)

test('every axis has policies that explain it, for items, layers or the project', () => {
  const explains = (axis: string) => policies.filter((one) => one.axis === axis).map(({ id, scope }) => `${scope} ${id}`)
  expect(explains('wechselmoeglichkeit')).toEqual([
    'item binding-without-portable-interface',
    'layer concentrated-layer',
    'layer dominant-vendor',
    'item portable-binding',
  ])
  expect(explains('gestaltungsfaehigkeit')).toEqual(['item critical-not-open', 'project low-open-share'])
  expect(explains('einfluss')).toEqual(['item critical-vendor-dependence', 'project low-influence'])
})

test('the gate of every set names the policies that it counts', () => {
  const counting: readonly GateConditionId[] = [
    'new-restricted-item',
    'non-osi-in-open-source-deliverable',
    'new-large-vendor',
    'layer-concentration',
    'lock-in-award',
    'single-bid',
  ]
  for (const set of sets.values()) {
    expect(set.gate.map(({ id }) => id).sort()).toEqual([...GATE_CONDITIONS].sort())
    for (const { id, action, policies: named } of set.gate) {
      if (action !== 'off') expect((named ?? []).length > 0, `${set.id} ${id}`).toBe(counting.includes(id))
      for (const name of named ?? []) expect(ids).toContain(name)
    }
  }
  expect(sets.get('default')!.gate.find(({ id }) => id === 'layer-concentration')?.policies).toEqual([
    'dominant-vendor',
    'three-vendors',
    'five-vendors',
  ])
})

test('strict is the default without warnings, and half as much may be unknown', () => {
  const [standard, strict] = [sets.get('default')!, sets.get('strict')!]
  expect(strict.levels).toEqual(standard.levels)
  expect([standard.policies, strict.policies]).toEqual([undefined, undefined])
  for (const { id, action, limit, policies: named } of standard.gate) {
    const now = strict.gate.find((one) => one.id === id)
    const share = action === 'not-assessable' && limit !== undefined ? { limit: limit / 2 } : limit !== undefined && { limit }
    expect(now).toEqual({ id, action: action === 'warn' ? 'fail' : action, ...share, ...(named && { policies: named }) })
  }
})

test('for openCode a licence that is unknown or not approved decides', () => {
  const gate = new Map(sets.get('opencode')!.gate.map((one) => [one.id, one]))
  expect(gate.get('non-osi-in-open-source-deliverable')).toMatchObject({
    action: 'fail',
    policies: ['non-osi-licence', 'opencode-licence', 'no-licence-given'],
  })
  expect(gate.get('unknown-licence')).toMatchObject({ action: 'not-assessable', limit: 0 })
  expect(gate.get('new-restricted-item')?.action).toBe('fail')
})

const SET = 'id: mine\nextends: default\nwords: { de: A, en: B }\n'
const ours = (...texts: string[]) =>
  ruleSets(
    texts.map((text, i) => parseYaml(text, `${i}.yaml`)),
    ids,
    sets,
  )

test('a set of your own takes over what it does not state', () => {
  const set = ours(`${SET}gate:\n  - { condition: single-bid, action: fail, policies: [single-bid] }\n`).get('mine')!
  expect(set.policies).toBeUndefined()
  expect(set.levels).toEqual(sets.get('default')!.levels)
  expect(set.gate.find(({ id }) => id === 'single-bid')?.action).toBe('fail')
  expect(set.gate).toHaveLength(GATE_CONDITIONS.length)
})

test('a set that names what is not there, or itself, is refused at its place', () => {
  expect(problem(() => ours(`${SET}policies: [single-bid, singel-bid]\n`))).toMatchObject({
    id: 'E2105',
    params: { id: 'singel-bid' },
    at: '4:24',
  })
  expect(problem(() => ours(SET.replace('default', 'defualt')))).toMatchObject({ id: 'E2105', params: { id: 'defualt' }, at: '2:10' })
  expect(problem(() => ours(SET.replace('default', 'mine')))).toMatchObject({ id: 'E2103', at: '2:10' })
  expect(problem(() => ours('id: mine\nwords: { de: A, en: B }\n'))).toMatchObject({
    id: 'E2103',
    params: { what: { en: expect.stringContaining('levels') } },
  })
  const gate = `${SET}gate:\n  - { condition: single-bid, action: fail, policies: [singel-bid] }\n`
  expect(problem(() => ours(gate))).toMatchObject({ id: 'E2105', at: '5:55' })
  expect(problem(() => ours(`${SET}gate:\n  - { condition: single-bit, action: fail }\n`)).at).toBe('5:18')
})

/** A policy with one line changed. */
const POLICY = readFileSync('rules/policies/low-open-share.yaml', 'utf8')
const changed = (from: string, to: string) => problem(() => policy(parseYaml(POLICY.replace(from, to), 'p.yaml')))

test('what every object knows is no word that people write in place of ours', () => {
  expect(meant('konstruktor', ['constructor', 'toString'])).toBe('constructor')
  expect(meant('ist', ['constructor', 'is'])).toBe('is')
})

test('an unknown key, fact or operator is answered with what was meant, at line and column', () => {
  expect(changed('severity:', 'severty:')).toMatchObject({ id: 'E2102', params: { key: 'severty', near: 'severity' }, at: '3:1' })
  expect(changed('assumes:', 'asumes:')).toMatchObject({ id: 'E2102', params: { key: 'asumes', near: 'assumes' }, at: '17:1' })
  expect(changed('{ fact: open-share', '{ fact: open-shere')).toMatchObject({
    id: 'E2102',
    params: { key: 'open-shere', near: 'open-share' },
    at: '6:15',
  })
  expect(changed('below: 0.8', 'belov: 0.8')).toMatchObject({ id: 'E2102', params: { key: 'belov', near: 'below' }, at: '6:27' })
  expect(changed('{ fact: open-share', '{ fakt: open-share')).toMatchObject({ id: 'E2102', params: { key: 'fakt' } })
  expect(changed('when: {', 'when: { al: [], ')).toMatchObject({ id: 'E2102' })
})

test('a fact of another scope, an operator of another type and a value of another type are refused', () => {
  expect(changed('fact: open-share', 'fact: bids')).toMatchObject({
    id: 'E2114',
    params: { fact: 'bids', scopes: 'item', scope: 'project' },
    at: '6:15',
  })
  expect(changed('below: 0.8', 'matches: "*"')).toMatchObject({ id: 'E2103', at: '6:27' })
  expect(changed('below: 0.8', 'below: viel')).toMatchObject({ id: 'E2103', at: '6:34' })
  expect(changed('{ fact: open-share, below: 0.8 }', '{ fact: open-share }')).toMatchObject({ id: 'E2103', at: '6:7' })
  expect(changed('{ fact: open-share, below: 0.8 }', '{ all: [] }')).toMatchObject({ id: 'E2103' })
  expect(changed('severity: medium', 'severity: hoch')).toMatchObject({ id: 'E2103', at: '3:11' })
  expect(changed('scope: project', 'scope: projekt')).toMatchObject({ id: 'E2103', at: '2:8' })
})

test('an example with a fact that is none is refused', () => {
  expect(changed('facts: { open-share', 'facts: { open-shere')).toMatchObject({ id: 'E2102', params: { near: 'open-share' } })
})

test('an example that does not come out names itself and its policy', () => {
  const wrong = policy(parseYaml(POLICY.replace('expect: yes', 'expect: no'), 'p.yaml'))
  expect(problem(() => checkExamples([wrong]))).toMatchObject({
    id: 'E2106',
    params: { says: 'Die Hälfte ist offen', policy: 'low-open-share', actual: 'yes', expect: 'no' },
  })
})

const deep = Array.from({ length: 34 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')
test.each([
  ['an anchor', 'a: &x 1', 'E2107'],
  ['an alias', 'a: 1\nb: *x', 'E2107'],
  ['a tag', 'a: !!str 1', 'E2107'],
  ['a tag of its own', 'a: !js/function "x"', 'E2107'],
  ['lists 33 deep', `a: ${'['.repeat(33)}${']'.repeat(33)}`, 'E2107'],
  ['hyphens 33 deep', `${'- '.repeat(33)}x`, 'E2107'],
  ['keys 34 deep', `${deep} 1`, 'E2107'],
  ['100,000 question marks', `a: {${'? '.repeat(100_000)}`, 'E2107'],
  ['a million braces', '{'.repeat(1_000_000), 'E2107'],
  ['more than 1 MiB', `a: "${'x'.repeat(1 << 20)}"`, 'E2107'],
  ['two documents', 'a: 1\n---\nb: 2', /E21/],
  ['a key twice', 'a: 1\nb: 2\na: 3', 'E2104'],
  ['a list as key', '[a]: 1', 'E2101'],
  ['a tab', 'a:\n\tb: 1', 'E2101'],
])('YAML with %s is refused', (_, text, id) => {
  const found = problem(() => parseYaml(text, 'f.yaml'))
  expect(found.id).toMatch(id)
})

test('YAML: lists 32 deep and 1 MiB are read; __proto__ is a key like others, and unknown', () => {
  expect(parseYaml(`a: ${'['.repeat(32)}${']'.repeat(32)}`, 'f.yaml').data).toHaveProperty('a')
  expect(parseYaml(`a: "${'x'.repeat((1 << 20) - 5)}"`, 'f.yaml').data).toHaveProperty('a')
  expect(problem(() => parseYaml('a: 1\nb: 2\na: 3', 'f.yaml')).at).toBe('3:1')
  expect(problem(() => policy(parseYaml(`${POLICY}__proto__: { severity: info }\n`, 'p.yaml')))).toMatchObject({
    id: 'E2102',
    params: { key: '__proto__' },
  })
  expect(({} as Record<string, unknown>)['severity']).toBeUndefined()
})

test('the page of facts is the one that the tool gives, and the page of rules names every operator and condition', () => {
  if (process.env['BLESS']) writeFileSync('docs/facts.md', factsPage())
  expect(readFileSync('docs/facts.md', 'utf8')).toBe(factsPage())
  const prose = page().split('### Operators\n')[1]!.split('### The examples')[0]!
  for (const operator of Object.keys(OPERATORS)) expect(prose).toContain(`\`${operator}\``)
  for (const condition of GATE_CONDITIONS) expect(page()).toContain(`| \`${condition}\` |`)
})

test('every fact that is asked is read somewhere, and every one that is read can be asked', () => {
  const read = { item: ITEM_FACTS, vendor: VENDOR_FACTS, layer: LAYER_FACTS, project: PROJECT_FACTS }
  for (const [scope, table] of Object.entries(read)) {
    const asked = (Object.keys(FACTS) as FactId[]).filter((id) => factEntry(id).scopes.includes(scope as Scope))
    expect(Object.keys(table).sort(), scope).toEqual(asked.sort())
  }
})

test('the complete examples of the page work', () => {
  const files = [...page().matchAll(/^`(?!licences)(\w+)\/([\w-]+)\.yaml`:\n\n```yaml\n([^`]+)```$/gm)].map(([, room, name, text]) => ({
    room,
    name,
    yaml: parseYaml(text!, `${room}/${name}.yaml`),
  }))
  const of = (room: string) => files.filter((file) => file.room === room).map(({ yaml }) => yaml)
  const named = of('lists').map(namedList)
  const written = of('policies').map((yaml) => policy(yaml, lists))
  checkExamples(written)
  for (const one of written)
    for (const { test, turned } of negations(one.when)) expect(() => checkExamples([{ ...one, when: turned }]), test.fact).toThrow()
  const organisations = of('vendors').map(organisation)
  const written_sets = [...ruleSets(of('sets'), ids, sets).keys()].filter((id) => !sets.has(id))
  expect([...written.map(({ id }) => id), ...named.map(({ id }) => id), ...organisations.map(({ id }) => id), ...written_sets]).toEqual(
    files.map(({ name }) => name),
  )
  expect(organisations.flatMap(({ owners }) => owners.map(({ owner }) => owner))).toEqual(['muster-holding'])
  expect(files).toHaveLength(5)
})

test('the examples of the page are one folder of rules, which adds to ours and replaces nothing', () => {
  const files = [...page().matchAll(/^`([\w-]+(?:\/[\w-]+)?\.yaml)`:\n\n```yaml\n([^`]+)```$/gm)].map(([, path, text]) => ({ path: path!, text: text! })) // prettier-ignore
  expect(files).toHaveLength(8)
  const both = overlay(KNOWLEDGE, files, 'meine-regeln')
  expect(both.replaced).toEqual([])
  expect(both.layers.map(({ id }) => id)).toContain('schul-it')
  expect(both.bindings.has('muster-karten')).toBe(true)
  expect(both.licences.licences[0]).toMatchObject({ id: 'LicenseRef-stadt-muster', openness: 'open' })
})
