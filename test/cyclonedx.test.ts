import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Item } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import { Problem } from '../src/model/problem.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string | Uint8Array, name = 'bom'): Reading {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readInput({ ...inMemory(name, bytes), sha256: () => '' }, { limits: LIMITS }).reading
}

const bom = (components: unknown, more: object = {}) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'app', 'bom-ref': 'app' } },
    components,
    ...more,
  })
const withoutRoot = ({ items }: Reading) => items.filter(({ relation }) => relation !== 'root')

describe('CycloneDX JSON', () => {
  it('a long list of licences or addresses keeps what it says once', () => {
    const many = { name: 'a', licenses: Array.from({ length: 100_000 }, (_, i) => ({ license: { id: i === 50_000 ? 'ISC' : 'MIT' } })) }
    const texts = ({ said }: Item) => new Set(said.licences!.map(({ text }) => text))
    const [, item] = read(bom([many])).items
    expect(item!.said.licences!.length).toBeLessThan(20)
    expect(texts(item!)).toEqual(new Set(['MIT', 'ISC']))
    const entries = many.licenses.map(({ license }) => `<license><id>${license.id}</id></license>`).join('')
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses>${entries}</licenses></component></components></bom>`
    expect(read(xml).items[0]!.said.licences!.length).toBeLessThan(20)
    const links = Array.from({ length: 100_000 }, (_, i) => ({ type: 'license', url: `https://example.org/${i}` }))
    expect(read(bom([{ name: 'a', externalReferences: links }])).items[1]!.said.licences).toHaveLength(100_000)
  })

  it('an empty member is none', () => {
    const said = { name: 'a', supplier: { name: 'Muster GmbH' } }
    const empty = { group: '', publisher: '', author: '', version: '', cpe: '', licenses: [], manufacturer: { name: '' } }
    const [item] = read(bom([said])).items.slice(1)
    expect(read(bom([{ ...said, ...empty }])).items[1]).toMatchObject({ id: item!.id, said: item!.said })
  })

  it('tells direct from transitive by the graph, through references that name nothing', () => {
    const { items } = read(
      bom(
        ['a', 'b', 'c', 'd'].map((name) => ({ name, 'bom-ref': name })),
        {
          dependencies: [
            { ref: 'app', dependsOn: ['a', 'ghost'] },
            { ref: 'a', dependsOn: ['b'] },
            { ref: 'ghost', dependsOn: ['c'] },
            { ref: 'b', dependsOn: ['a', 'b'] },
          ],
        },
      ),
    )
    expect(items.map(({ name, relation }) => [name, relation])).toEqual([
      ['app', 'root'],
      ['a', 'direct'],
      ['b', 'transitive'],
      ['c', 'transitive'],
      ['d', 'unknown'],
    ])
  })

  it('reads licences in every form with their place', () => {
    const [item] = withoutRoot(
      read(
        bom([
          {
            name: 'x',
            licenses: [
              { license: { id: 'MIT' } },
              { license: { name: 'Own', url: 'https://example.org/l' } },
              { expression: 'A OR B', acknowledgement: 'concluded' },
              { license: { text: { content: 'TUlU', encoding: 'base64' } } },
            ],
          },
        ]),
      ),
    )
    expect(item!.said.licences).toEqual([
      { text: 'MIT', as: 'id', at: '/licenses/0/license/id' },
      { text: 'Own', as: 'name', at: '/licenses/1/license/name', url: 'https://example.org/l' },
      { text: 'A OR B', as: 'expression', at: '/licenses/2/expression', acknowledgement: 'concluded' },
      { text: 'MIT', as: 'licence-text', at: '/licenses/3/license/text' },
    ])
  })

  it('reads the texts beside an expression of 1.7, in JSON and XML; texts that contradict each other all count', () => {
    const content = 'All rights reserved.'
    const details = [
      { licenseIdentifier: 'LicenseRef-a', text: { content: Buffer.from(content).toString('base64'), encoding: 'base64' } },
      { licenseIdentifier: 'LicenseRef-b', text: { content: 'one' } },
      { licenseIdentifier: 'LicenseRef-b', text: { content: 'another' } },
      { licenseIdentifier: 'MIT', text: { content: 'MIT' } },
    ]
    const expression = 'LicenseRef-a AND LicenseRef-b AND MIT'
    const [item] = withoutRoot(read(bom([{ name: 'x', licenses: [{ expression, expressionDetails: details }] }])))
    const expected = { text: expression, as: 'expression', references: { 'LicenseRef-a': content, 'LicenseRef-b': 'one\n\nanother' } }
    expect(item!.said.licences).toEqual([expect.objectContaining(expected)])
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.7"><components><component type="library"><name>x</name><licenses>
      <expression-detailed expression="${expression}"><details license-identifier="LicenseRef-a"><text>${content}</text></details><details license-identifier="LicenseRef-b"><text>one</text></details><details license-identifier="LicenseRef-b"><text>another</text></details></expression-detailed>
      </licenses></component></components></bom>`
    expect(read(xml).items[0]!.said.licences).toEqual([expect.objectContaining(expected)])
  })

  it.each([
    [[{ vendor: 'npm', name: 'cli', version: '10' }], 'npm cli 10'],
    [
      [
        { vendor: 'npm', name: 'cli', version: '10' },
        { vendor: '@cyclonedx', name: 'cyclonedx-npm', version: '1' },
      ],
      '@cyclonedx/cyclonedx-npm 1',
    ],
    [
      { components: [{ name: 'npm' }, { group: '@cyclonedx', name: 'cyclonedx-library' }, { group: '@cyclonedx', name: 'cyclonedx-npm' }] },
      '@cyclonedx/cyclonedx-npm',
    ],
    [{ components: [{ group: 'aquasecurity', name: 'trivy', version: '0.59' }] }, 'trivy 0.59'],
    [{ components: [{ group: '@cyclonedx', name: 'cdxgen' }, { name: 'cyclonedx-cli' }] }, '@cyclonedx/cdxgen'],
  ])('names what made it: %j', (tools, generator) => {
    expect(read(bom([], { metadata: { tools } })).generator).toBe(generator)
  })

  it('keeps the names of persons nowhere', () => {
    const reading = read(
      bom([
        {
          name: 'x',
          authors: [{ name: 'Erika Mustermann', email: 'e@example.org' }],
          supplier: { name: 'S', contact: [{ name: 'Max Mustermann' }] },
        },
      ]),
    )
    expect(JSON.stringify(reading)).not.toContain('ustermann')
  })

  it('counts neither the root, nor files, nor what is excluded', () => {
    const { items } = read(
      bom([
        { name: 'f', type: 'file' },
        { name: 'e', scope: 'excluded' },
        { name: 'o', scope: 'optional' },
        { name: 'd', type: 'device' },
      ]),
    )
    expect(items.map(({ name, counted, kind }) => [name, counted, kind])).toEqual([
      ['app', false, 'software'],
      ['f', false, 'software'],
      ['e', false, 'software'],
      ['o', true, 'software'],
      ['d', true, 'hardware'],
    ])
  })

  it('treats a repeated key as a contradiction', () => {
    const reading = read(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"x","licenses":[{"license":{"id":"MIT"}}],"licenses":[{"license":{"id":"BUSL-1.1"}}]}]}',
    )
    expect(reading.items[0]!.said.licences).toBeUndefined()
    expect(reading.notes.map(({ code }) => code)).toContain('W-DUPLICATE-KEY')
  })

  it('takes nothing from links and evidence that stand twice', () => {
    const twice = (key: string, first: unknown, second: unknown) => `"${key}":${JSON.stringify(first)},"${key}":${JSON.stringify(second)}`
    const link = (account: string) => [{ type: 'vcs', url: `https://github.com/${account}/x` }]
    const found = (id: string) => ({ licenses: [{ license: { id } }] })
    const reading = read(
      `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"x",${twice('externalReferences', link('microsoft'), link('apache'))},${twice('evidence', found('MIT'), found('GPL-3.0-only'))}}]}`,
    )
    expect([reading.items[0]!.said.links, reading.items[0]!.said.licences]).toEqual([undefined, undefined])
    expect(reading.notes.filter(({ code }) => code === 'W-DUPLICATE-KEY')).toHaveLength(2)
  })

  it('takes nothing from a licence that contradicts itself', () => {
    const reading = read(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"x","licenses":[{"license":{"id":"BUSL-1.1","id":"MIT"}}]}]}',
    )
    expect(reading.items[0]!.said.licences).toBeUndefined()
    expect(reading.notes.map(({ code }) => code)).toContain('W-DUPLICATE-KEY')
  })

  it('passes over values of the wrong type and says where', () => {
    const reading = read(bom([{ name: 7 }, { name: 'ok', purl: ['x'], version: {}, licenses: 'MIT', supplier: 'S' }]))
    expect(withoutRoot(reading).map(({ name }) => name)).toEqual(['ok'])
    expect(reading.rejected).toBe(1)
    expect(reading.notes.filter(({ code }) => code === 'W-TYPE').map(({ at }) => at)).toEqual([
      '/components/0',
      '/components/1',
      '/components/1',
      '/components/1/licenses',
      '/components/1/supplier',
    ])
  })

  it.each([
    ['9.9', 'E3201'],
    ['1.1', 'E3201'],
  ])('refuses spec version %s', (version, id) => {
    expect(() => read(`{"bomFormat":"CycloneDX","specVersion":"${version}","components":[]}`)).toThrowError(
      expect.objectContaining({ id, place: expect.objectContaining({ line: 1, column: 40 }) }),
    )
  })

  it('does not let a name reach the prototype', () => {
    read(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"polluted":1},"components":[{"name":"x","__proto__":{"licenses":[{"license":{"id":"MIT"}}]}}]}',
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('reads UTF-16, a byte order mark and Latin-1', () => {
    const text = bom([{ name: 'Müller' }])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const content of [utf16, Buffer.from(text, 'utf16le'), Buffer.from(`\uFEFF${text}`), Buffer.from(text, 'latin1')]) {
      expect(withoutRoot(read(content))[0]!.name).toBe('Müller')
    }
    expect(read(Buffer.from(text, 'latin1')).notes[0]!.code).toBe('W-ENCODING')
  })
})

describe('CycloneDX XML', () => {
  const xml = (inner: string, head = '') =>
    `${head}<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components>${inner}</components></bom>`

  it('knows where a component begins', () => {
    const { items } = read(xml('\n  <component type="library"><name>ä</name></component>'))
    expect(items[0]!.seenAt).toEqual([{ source: 0, at: '/components/0', line: 2, column: 3 }])
  })

  it.each([
    ['an internal entity', '<!DOCTYPE b [<!ENTITY a "x">]>', '&a;'],
    ['an external entity', '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a bare DOCTYPE', '<!DOCTYPE bom>', ''],
  ])('refuses %s', (_, head, name) => {
    expect(() => read(xml(`<component><name>${name}</name></component>`, head))).toThrowError(expect.objectContaining({ id: 'E3402' }))
  })

  it('refuses what is not closed, with its place', () => {
    expect(() => read('<bom xmlns="http://cyclonedx.org/schema/bom/1.5">\n<components>')).toThrowError(
      expect.objectContaining({ id: 'E3401', place: expect.objectContaining({ line: 2 }) }),
    )
  })

  it('reads no element of a foreign namespace', () => {
    const { items } = read(xml('<component><name>a</name></component><x:component xmlns:x="urn:x"><name>b</name></x:component>'))
    expect(items.map(({ name }) => name)).toEqual(['a'])
  })

  it('holds the depth limit', () => {
    expect(() => read(xml('<component>'.repeat(200)))).toThrowError(expect.objectContaining({ id: 'E3403' }))
  })
})

describe.skipIf(CORPUS === undefined)('the corpus', () => {
  const folder = join(CORPUS ?? '', 'sbom/conformance')
  const versions = CORPUS === undefined ? [] : readdirSync(folder)
  const files = versions.flatMap((version) => readdirSync(join(folder, version)).map((name) => join(folder, version, name)))

  it.each(files.filter((path) => basename(path).startsWith('valid-') && /\.(json|xml)$/.test(path)))('accepts %s', (path) => {
    expect(read(readFileSync(path), basename(path)).rejected).toBe(0)
  })

  it('reads no invalid file in silence, unless its fault lies where we do not look', () => {
    const problems = files
      .filter((path) => basename(path).startsWith('invalid-'))
      .map((path) => {
        try {
          return read(readFileSync(path)).notes.length > 0 ? 'noted' : 'read'
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          return 'refused'
        }
      })
    expect(problems.length).toBeGreaterThan(20)
    expect(new Set(problems).size).toBeGreaterThan(1)
  })

  it('finds the same in the JSON and the XML of one BOM', () => {
    const plain = ({ items, specVersion, generator, subject }: Reading) => ({
      specVersion,
      generator,
      subject,
      items: items.map(({ seenAt, ...item }) => ({ ...item, at: seenAt[0]!.at })),
    })
    const path = join(CORPUS!, 'sbom/CycloneDX+cyclonedx-node-npm/bare/bom.1.6')
    const json = plain(read(readFileSync(`${path}.json`)))
    expect(json.items.length).toBeGreaterThan(50)
    expect(plain(read(readFileSync(`${path}.xml`)))).toEqual(json)
  })
})
