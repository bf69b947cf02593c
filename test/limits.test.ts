import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../src/cli/flags.ts'
import { openInput } from '../src/input-file.ts'
import type { Limits } from '../src/model/ports.ts'
import { Problem } from '../src/model/problem.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { readOf, refusalOf } from './support/read-bytes.ts'

const json = (...components: object[]) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components })
const spdx = '{"spdxVersion":"SPDX-2.3","packages":[{"name":"a"},{"name":"b"},{"name":"c"}]}'
const xml = (inner: string) => `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${inner}</components></bom>`
const list = 'Produkt;Lieferant;Auftragswert netto (EUR)\nA;X GmbH;1.000,00\nB;Y GmbH;2.000,00\n'
const libraries = ['a', 'b', 'c'].map((name) => ({ name }))
const long = 'n'.repeat(50)

/** A limit, a content that comes to exactly this much, the error above it. Those of archives are in zip-hostile.test.ts. */
const CASES: readonly (readonly [string, keyof Limits, string | Uint8Array, number, string])[] = [
  ['depth of JSON', 'depth', json({ name: 'a', licenses: [{ license: { id: 'MIT' } }] }), 6, 'E3102'],
  ['depth of JSON that is skipped', 'depth', json({ name: 'a', x: [[[[1]]]] }), 7, 'E3102'],
  ['depth of XML', 'depth', xml('<component><name>a</name></component>'), 4, 'E3403'],
  ['components of CycloneDX JSON', 'components', json(...libraries), 3, 'E3104'],
  ['components of CycloneDX JSON, nested', 'components', json({ name: 'a', components: [{ name: 'b', components: [{ name: 'c' }] }] }), 3, 'E3104'],
  ['components of CycloneDX XML', 'components', xml('<component><name>a</name></component>'.repeat(3)), 3, 'E3104'],
  ['packages of SPDX JSON', 'components', spdx, 3, 'E3104'],
  ['packages of SPDX tag-value', 'components', `SPDXVersion: SPDX-2.3\n${'PackageName: a\n'.repeat(3)}`, 3, 'E3104'],
  ['packages of SPDX YAML', 'components', `spdxVersion: SPDX-2.3\npackages:\n${'- name: a\n'.repeat(3)}`, 3, 'E3104'],
  ['lines of a list', 'components', list, 2, 'E3104'],
  ['a string of JSON', 'stringBytes', json({ name: long }), 50, 'E3103'],
  ['a text of XML', 'stringBytes', xml(`<component><name>${long}</name></component>`), 50, 'E3103'],
  ['a line of SPDX tag-value', 'stringBytes', `SPDXVersion: SPDX-2.3\nPackageName: ${long}`, 63, 'E3103'],
  ['columns of a list', 'columns', list, 3, 'E3305'],
  ['a record of a list', 'recordBytes', list, 42, 'E3306'],
] // prettier-ignore

describe('each limit holds just below, at, just above and at 0', () => {
  it.each(CASES)('%s', (_, key, content, measure, id) => {
    const flag = Object.entries(LIMITS).find(([, limit]) => limit.key === key)![0]
    for (const limit of [measure + 1, measure]) expect(readOf(content, { [key]: limit }).length).toBe(1)
    for (const limit of [measure - 1, 0]) expect(refusalOf(content, { [key]: limit })).toMatchObject({ id, hint: expect.stringContaining(`--${flag}`) })
  }) // prettier-ignore

  it('bytes of a file', () => {
    const path = join(temporary(), 'a.json')
    writeFileSync(path, json())
    const { length } = json()
    for (const limit of [length + 1, length]) openInput(path, 'a.json', limit).close()
    for (const limit of [length - 1, 0]) expect(() => openInput(path, 'a.json', limit)).toThrow(Problem)
  })

  it('the highest that can be set is read without falling over', () => {
    const depth = LIMITS['max-depth'].most
    // an object and a list for each level
    let text = '{"name":"a"}'
    for (let i = 0; i < depth / 2 - 2; i++) text = `{"name":"a","components":[${text}]}`
    expect(readOf(`{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${text}]}`, { depth })[0]!.reading.items.length).toBe(depth / 2 - 1)
    const nested = `${'<component><name>a</name><components>'.repeat(depth / 2 - 3)}${'</components></component>'.repeat(depth / 2 - 3)}`
    expect(readOf(xml(nested), { depth })[0]!.reading.items.length).toBe(depth / 2 - 3)
    const ran = eigenstand(['check', 'a.json', '--max-depth', String(depth + 1)])
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('[E2001]')])
  }) // prettier-ignore
})

it('the page has every limit, its flag, its default and its most', () => {
  const rows = readFileSync(join(ROOT, 'docs/limits.md'), 'utf8').split('\n').filter((row) => row.includes('`--max')).map((row) => row.split('|').map((cell) => cell.trim()).slice(2, 5)) // prettier-ignore
  const told = (n?: number) => (n === undefined ? '' : n.toLocaleString('en-US'))
  expect(rows).toEqual(Object.entries(LIMITS).map(([flag, limit]) => [`\`--${flag}\``, told(limit.standard), told('most' in limit ? limit.most : undefined)])) // prettier-ignore
})
