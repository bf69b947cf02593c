import { describe, expect, it } from 'vitest'
import { glob } from '../src/evaluate/operators.ts'
import { readRules } from '../src/knowledge/compile.ts'
import { policy } from '../src/knowledge/policies.ts'
import { parseMapping, parseProject } from '../src/knowledge/project.ts'
import { parseWaivers } from '../src/knowledge/waivers.ts'
import { OUR_NODES, parseYaml } from '../src/knowledge/yaml.ts'
import type { Knowledge } from '../src/model/knowledge.ts'
import { Problem } from '../src/model/problem.ts'
import { guardYaml } from '../src/read/yaml/guard.ts'
import { within } from './support/read-bytes.ts'

/** Id and place of what is refused. */
function refused(action: () => unknown): { readonly id: string; readonly line: number | undefined; readonly says: string } {
  try {
    action()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { id: error.id, line: error.place.line, says: error.says('de') }
  }
  throw new Error('nothing was refused')
}

const indented = (sign: string) => `${Array.from({ length: 700 }, (_, i) => ' '.repeat(i) + sign).join('\n')} 1`
const DEEP: readonly (readonly [string, string])[] = [
  ['brackets', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['braces', `${'{a: '.repeat(1000)}1${'}'.repeat(1000)}`],
  ['hyphens', `${'- '.repeat(1000)}x`],
  ['question marks', `${'? '.repeat(1000)}x`],
  ['both by turns', `${'- ? '.repeat(500)}x`],
  ['hyphens with tabs', `${'-\t'.repeat(1000)}x`],
  ['indented keys', indented('a:')],
  ['indented hyphens', indented('-')],
  ['indented question marks', indented('?')],
  ['thirty hyphens on each of sixty levels', `${Array.from({ length: 60 }, (_, i) => `${' '.repeat(i * 61)}${'- '.repeat(30)}a:`).join('\n')} 1`],
] // prettier-ignore

describe('YAML that is a thousand levels deep', () => {
  it.each(DEEP)('%s: refused, and the second time alike', (_, text) => {
    const first = refused(() => parseYaml(text, 'f.yaml'))
    expect(first.id).toMatch(/^E210[17]$/)
    expect(refused(() => parseYaml(text, 'f.yaml'))).toEqual(first)
    for (let i = 0; i < 2; i++) expect(refused(() => guardYaml(text, 'f.yaml')).id).toBe('E3502')
  })
})

describe('YAML of rules and configuration', () => {
  it('fifty thousand keys, one of them twice', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n')
    expect(within(10_000, () => refused(() => policy(parseYaml(keys, 'f.yaml')))).id).toBe('E2107')
    const most = Array.from({ length: 49_000 }, (_, i) => `k${i}: 1`).join('\n')
    const twice = `${most}\nk7: 2`
    expect(within(10_000, () => refused(() => parseYaml(twice, 'f.yaml', OUR_NODES)))).toMatchObject({ id: 'E2104', line: 49_001 })
    for (const parse of [parseProject, parseMapping, parseWaivers]) expect(refused(() => parse(keys, 'f.yaml')).id).toBe('E2107')
  })

  it.each([
    ['a list', (n: number) => '- a\n'.repeat(n - 1)],
    ['a list of nothing', (n: number) => '-\n'.repeat(n - 1)],
    ['a list in brackets', (n: number) => `[${'a,'.repeat(n - 1)}]`],
    ['lists in brackets', (n: number) => `[${'[a],'.repeat((n - 2) / 2)}a]`],
    ['keys and values', (n: number) => `${Array.from({ length: n / 2 - 1 }, (_, i) => `k${i}: "v" # why\n`).join('')}`],
  ])('%s of 10,000 nodes is read and one of more refused, of a user; ours may have 100,000', (_, text) => {
    expect(() => parseYaml(text(10_000), 'f.yaml')).not.toThrow()
    expect(refused(() => parseYaml(text(10_002), 'f.yaml'))).toMatchObject({ id: 'E2107', says: expect.stringContaining('mehr als 10000') })
    expect(() => parseYaml(text(10_002), 'f.yaml', OUR_NODES)).not.toThrow()
  })

  it('the rules folder of a user has the limit of a user', () => {
    const text = `- { id: x, values: [${'a,'.repeat(10_000)}] }`
    const ours = { licences: {}, lists: [] } as unknown as Knowledge
    expect(refused(() => readRules([{ path: 'lists/x.yaml', text }], 'own', ours)).id).toBe('E2107')
    expect(refused(() => readRules([{ path: 'lists/x.yaml', text }])).id).toBe('E2103')
  })

  it.each([
    ['a number', 'project:\n  name: 1.20\n'],
    ['a truth value', 'project:\n  name: true\n'],
    ['nothing', 'project:\n  name: null\n'],
    ['a list', 'project:\n  name: [a]\n'],
  ])('%s where text belongs is refused at its place, never turned into text', (_, text) => {
    expect(refused(() => parseProject(text, 'f.yaml'))).toMatchObject({ id: 'E2103', line: 2 })
  })

  it('what looks like a number or a truth value and stands in quotation marks stays as it is', () => {
    expect(parseProject('project:\n  name: "1.20"\n', 'f.yaml')).toMatchObject({ name: '1.20' })
    expect(parseProject('project:\n  name: "no"\n', 'f.yaml')).toMatchObject({ name: 'no' })
    expect(parseProject('project:\n  name: no\n', 'f.yaml')).toMatchObject({ name: 'no' })
  })

  it.each(['!!js/function "function () {}"', '!!binary aGk=', '!include /etc/passwd', '!!python/object:os.system x', '&a x', '*a'])(
    '%s is refused with its line',
    (value) => {
      for (const parse of [parseProject, parseMapping, parseWaivers, parseYaml])
        expect(refused(() => parse(`project:\n  name: ${value}\n`, 'f.yaml'))).toMatchObject({ id: 'E2107', line: 2 })
    },
  )

  it.each(['include', 'extends', '$ref', 'import', '<<', '__proto__', 'constructor'])('the key %s leads nowhere', (key) => {
    const found = refused(() => policy(parseYaml(`${key}: ../../../etc/passwd\nid: a\n`, 'f.yaml')))
    expect([found.id, found.says.includes('root:')]).toEqual(['E2102', false])
    expect(({} as Record<string, unknown>)['id']).toBeUndefined()
  })

  it('a pattern that brings regular expressions down is answered at once', () => {
    const text = `${'a'.repeat(20_000)}!`
    for (const pattern of ['(a+)+$', `${'a*'.repeat(30)}b`, '*'.repeat(5000), `${'*a'.repeat(1000)}*b`])
      expect(within(2000, () => glob(pattern)(text))).toBe(/^\*+$/.test(pattern))
  })
})
