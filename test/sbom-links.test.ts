import { describe, expect, it } from 'vitest'
import type { Inventory } from '../src/model/item.ts'
import { join, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

type Texts = Readonly<Record<string, string>>

const read = (texts: Texts): Inventory =>
  join(
    Object.entries(texts).flatMap(([name, text]) =>
      readInputs({ ...inMemory(name, Buffer.from(text)), sha256: () => name }, { limits: LIMITS }),
    ),
  )
const placed = ({ items }: Inventory) => items.map(({ name, relation, counted }) => [name, counted ? relation : `${relation}, not counted`])
const codes = ({ notes }: Inventory) => notes.map(({ code }) => code)

const address = (name: string) => `https://example.org/${name}`
/** A document that calls the others `DocumentRef-` and their name. */
function json(name: string, packages: readonly (string | object)[], triples: readonly string[], others: readonly string[] = []): string {
  return JSON.stringify({
    spdxVersion: 'SPDX-2.2',
    SPDXID: 'SPDXRef-DOCUMENT',
    relationships: triples.map((triple) => {
      const [spdxElementId, relationshipType, relatedSpdxElement] = triple.split(' ')
      return { spdxElementId, relationshipType, relatedSpdxElement }
    }),
    packages: packages.map((one) => (typeof one === 'string' ? { SPDXID: `SPDXRef-${one}`, name: one, versionInfo: '1' } : one)),
    externalDocumentRefs: others.map((other) => ({ externalDocumentId: `DocumentRef-${other}`, spdxDocument: address(other) })),
    documentNamespace: address(name),
  })
}
const about = (name: string) => `SPDXRef-DOCUMENT DESCRIBES SPDXRef-${name}`

const IMAGE = json('image', ['image'], [about('image'), 'SPDXRef-image CONTAINS DocumentRef-a:SPDXRef-a'], ['a'])
const A = json('a', ['a'], [about('a'), 'SPDXRef-a GENERATED_FROM DocumentRef-recipe:SPDXRef-recipe'], ['recipe'])
const B = json('b', ['b', 'c'], [about('b'), 'SPDXRef-b DEPENDS_ON SPDXRef-c'])
const RUNTIME = json('runtime', [], ['DocumentRef-b:SPDXRef-b RUNTIME_DEPENDENCY_OF DocumentRef-a:SPDXRef-a'], ['a', 'b'])
const RECIPE = json('recipe', ['recipe'], [about('recipe'), 'DocumentRef-gcc:SPDXRef-gcc BUILD_DEPENDENCY_OF SPDXRef-recipe'], ['gcc'])
const GCC = json('gcc', ['gcc'], [about('gcc')])

describe('SPDX documents that name elements of one another', () => {
  it('are one: what another one contains or needs is no root but a part', () => {
    const inventory = read({ A, B, IMAGE, RECIPE, RUNTIME })
    expect(placed(inventory)).toEqual([
      ['a', 'unknown'],
      ['b', 'transitive'],
      ['c', 'transitive'],
      ['image', 'root, not counted'],
      ['recipe', 'unknown, not counted'],
    ])
    expect(inventory.subject).toEqual({ name: 'image', version: '1' })
    expect(codes(inventory)).toEqual([])
  })

  it('in any order', () => {
    const texts = { RUNTIME, RECIPE, B, IMAGE, A }
    expect(placed(read(texts)).sort()).toEqual(placed(read({ A, B, IMAGE, RECIPE, RUNTIME })).sort())
  })

  it('tools of building are no parts', () => {
    expect(placed(read({ RECIPE, GCC }))).toEqual([
      ['recipe', 'root, not counted'],
      ['gcc', 'root, not counted'],
    ])
  })

  it('what is not given is told', () => {
    const inventory = read({ IMAGE })
    expect(placed(inventory)).toEqual([['image', 'root, not counted']])
    expect(inventory.notes.map(({ code, params, source }) => [code, params, source])).toEqual([
      ['W-ELSEWHERE', { n: 1, which: 'https://example.org/a#SPDXRef-a' }, 0],
      ['W-NO-ITEMS', {}, undefined],
    ])
  })

  it('a document that depends on packages of another is about something', () => {
    const build = json(
      'build',
      ['app', 'firmware'],
      [
        about('app'),
        about('firmware'),
        'SPDXRef-firmware HAS_PREREQUISITE DocumentRef-b:SPDXRef-b',
        'SPDXRef-app DEPENDS_ON DocumentRef-own:SPDXRef-own',
      ],
      ['b', 'own'],
    )
    const own = json('own', [{ SPDXID: 'SPDXRef-own', name: 'own', primaryPackagePurpose: 'SOURCE' }], [about('own')])
    expect(placed(read({ build, B, own }))).toEqual([
      ['app', 'root, not counted'],
      ['firmware', 'root, not counted'],
      ['b', 'direct'],
      ['c', 'transitive'],
      ['own', 'direct, not counted'],
    ])
  })

  it('those that name none stay apart', () => {
    expect(placed(read({ B, GCC }))).toEqual([
      ['b', 'root, not counted'],
      ['c', 'direct'],
      ['gcc', 'root, not counted'],
    ])
  })

  it('two that need one another have no root, and all of it counts', () => {
    const one = json('one', ['one'], [about('one'), 'SPDXRef-one DEPENDS_ON DocumentRef-two:SPDXRef-two'], ['two'])
    const two = json('two', ['two'], [about('two'), 'SPDXRef-two DEPENDS_ON DocumentRef-one:SPDXRef-one'], ['one'])
    expect(placed(read({ one, two }))).toEqual([
      ['one', 'unknown'],
      ['two', 'unknown'],
    ])
  })

  const others: Texts = {
    'tag-value': `SPDXVersion: SPDX-2.2
DocumentNamespace: https://example.org/image
ExternalDocumentRef: DocumentRef-b https://example.org/b SHA1: aa
PackageName: image
SPDXID: SPDXRef-image
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-image
Relationship: SPDXRef-image DEPENDS_ON DocumentRef-b:SPDXRef-b`,
    YAML: `spdxVersion: SPDX-2.2
documentNamespace: https://example.org/image
externalDocumentRefs: [{ externalDocumentId: DocumentRef-b, spdxDocument: "https://example.org/b" }]
packages: [{ SPDXID: SPDXRef-image, name: image }]
relationships:
- { spdxElementId: SPDXRef-DOCUMENT, relationshipType: DESCRIBES, relatedSpdxElement: SPDXRef-image }
- { spdxElementId: SPDXRef-image, relationshipType: DEPENDS_ON, relatedSpdxElement: "DocumentRef-b:SPDXRef-b" }`,
    XML: `<Document><spdxVersion>SPDX-2.2</spdxVersion><documentNamespace>https://example.org/image</documentNamespace>
<externalDocumentRefs><externalDocumentId>DocumentRef-b</externalDocumentId><spdxDocument>https://example.org/b</spdxDocument></externalDocumentRefs>
<packages><SPDXID>SPDXRef-image</SPDXID><name>image</name></packages><documentDescribes>SPDXRef-image</documentDescribes>
<relationships><spdxElementId>SPDXRef-image</spdxElementId><relationshipType>DEPENDS_ON</relationshipType><relatedSpdxElement>DocumentRef-b:SPDXRef-b</relatedSpdxElement></relationships></Document>`,
    RDF: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#">
<spdx:SpdxDocument rdf:about="https://example.org/image#SPDXRef-DOCUMENT"><spdx:specVersion>SPDX-2.2</spdx:specVersion><spdx:describesPackage>
<spdx:Package rdf:about="https://example.org/image#SPDXRef-image"><spdx:name>image</spdx:name><spdx:relationship><spdx:Relationship>
<spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
<spdx:relatedSpdxElement rdf:resource="https://example.org/b#SPDXRef-b"/></spdx:Relationship></spdx:relationship></spdx:Package>
</spdx:describesPackage></spdx:SpdxDocument></rdf:RDF>`,
  }
  it.each(Object.entries(others))('in %s too', (_, image) => {
    expect(placed(read({ B, image }))).toEqual([
      ['b', 'direct'],
      ['c', 'transitive'],
      ['image', 'root, not counted'],
    ])
  })
})

describe('SPDX 3 documents that name elements of one another', () => {
  /** What a document has and is about; `depends`: by what, and in what scope. `imports`: what it says to be elsewhere. */
  interface Graph {
    readonly has: readonly string[]
    readonly about?: string
    readonly depends?: Readonly<Record<string, readonly string[]>>
    readonly scope?: string
    readonly imports?: readonly string[]
  }
  const id = (name: string) => (name.startsWith('_') ? name.slice(1) : `https://example.org/${name}`)
  const spdx3 = ({ has, about: root, depends = {}, scope, imports = [] }: Graph): string =>
    JSON.stringify({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'SpdxDocument', spdxId: id(`${has[0]}-document`), rootElement: root === undefined ? [] : [id(root)],
          import: imports.map((name) => ({ type: 'ExternalMap', externalSpdxId: id(name) })) },
        ...has.map((name) => ({ type: 'software_Package', spdxId: id(name), name, software_packageVersion: '1' })),
        ...Object.entries(depends).map(([from, to]) => ({
          type: scope === undefined ? 'Relationship' : 'LifecycleScopedRelationship',
          ...(scope !== undefined && { scope }), from: id(from), relationshipType: 'dependsOn', to: to.map(id),
        })),
      ],
    }) // prettier-ignore
  const LIB = spdx3({ has: ['lib', 'deep'], about: 'lib', depends: { lib: ['deep'] } })
  const app = (more: Omit<Graph, 'has' | 'about'> = { depends: { app: ['lib'] }, imports: ['lib'] }) =>
    spdx3({ has: ['app'], about: 'app', ...more })
  const APP = app()
  const JOINED = { app: 'root, not counted', lib: 'direct', deep: 'transitive' }
  const APART = { app: 'root, not counted', lib: 'root, not counted', deep: 'direct' }

  it.each<[string, Texts, object]>([
    ['are one where the one says that what it needs is elsewhere', { APP, LIB }, JOINED],
    ['in any order', { LIB, APP }, JOINED],
    ['also where it only names it', { LIB, APP: app({ depends: { app: ['lib'] } }) }, JOINED],
    ['or a third one says so', { LIB, APP: app({}), links: spdx3({ has: ['x'], depends: { app: ['lib'] }, imports: ['app', 'lib'] }) }, { ...JOINED, x: 'unknown' }], // prettier-ignore
    ['but not by what only builds it', { LIB, APP: app({ depends: { app: ['lib'] }, imports: ['lib'], scope: 'build' }) }, APART],
    ['nor by ids that are no addresses', { LIB: spdx3({ has: ['_lib'], about: '_lib' }), APP: app({ depends: { app: ['_lib'] } }) }, { app: 'root, not counted', _lib: 'root, not counted' }], // prettier-ignore
  ])('%s', (_, texts, expected) => {
    expect(Object.fromEntries(placed(read(texts)))).toEqual(expected)
  })

  it.each<[string, Texts, readonly (readonly [string, object])[]]>([
    ['that is said to be elsewhere', { APP }, [['W-ELSEWHERE', { n: 1, which: 'https://example.org/lib' }]]],
    ['of which it is not said', { APP: app({ depends: { app: ['lib', 'other'] } }) }, [['W-DANGLING', { n: 2 }]]],
    ['that another document has', { APP: app({ depends: { app: ['lib', 'other'] }, imports: ['other'] }), LIB }, [['W-ELSEWHERE', { n: 1, which: 'https://example.org/other' }]]], // prettier-ignore
    ['without an address', { APP: app({ depends: { app: ['_lib'] } }) }, [['W-DANGLING', { n: 1 }]]],
  ])('tell what is not there: %s', (_, texts, notes) => {
    const found = read(texts).notes.filter(({ code }) => code !== 'W-NO-ITEMS')
    expect(found.map(({ code, params }) => [code, params])).toEqual(notes)
  })
})
