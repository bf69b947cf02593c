import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { join, readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string): Reading {
  return readInput({ ...inMemory('bom', Buffer.from(content)), sha256: () => '' }, { limits: LIMITS }).reading
}

const placed = ({ items }: Reading) =>
  Object.fromEntries(items.map(({ name, relation, counted }) => [name, counted ? relation : `${relation}, not counted`]))
const tree = (graph: Readonly<Record<string, readonly string[]>>) => Object.entries(graph).map(([ref, dependsOn]) => ({ ref, dependsOn }))
const bom = (root: object, components: object[], graph: Readonly<Record<string, readonly string[]>> = {}) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'app', 'bom-ref': 'app', ...root } },
    components,
    dependencies: tree(graph),
  })
const library = (name: string, more: object = {}) => ({
  type: 'library',
  name,
  version: '1',
  'bom-ref': name,
  purl: `pkg:npm/${name}@1`,
  ...more,
})
const application = (name: string, more: object = {}) => ({ type: 'application', name, 'bom-ref': name, ...more })
const scanned = { properties: [{ name: 'aquasecurity:trivy:Class', value: 'lang-pkgs' }] }

describe('levels between root and components in CycloneDX', () => {
  it('a file that packages were found in is not counted, and what it names is direct', () => {
    const graph = { app: ['package-lock.json', 'os'], 'package-lock.json': ['a'], a: ['b'] }
    const os = { type: 'operating-system', name: 'os', version: '12', 'bom-ref': 'os', ...scanned }
    const json = bom({}, [application('package-lock.json', scanned), os, library('a'), library('b')], graph)
    expect(placed(read(json))).toEqual({
      app: 'root, not counted',
      'package-lock.json': 'direct, not counted',
      os: 'direct',
      a: 'direct',
      b: 'transitive',
    })
  })

  it('is the same in XML', () => {
    const property = '<properties><property name="aquasecurity:trivy:Class">lang-pkgs</property></properties>'
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component type="application" bom-ref="app"><name>app</name></component></metadata>
      <components><component type="application" bom-ref="lock"><name>lock</name>${property}</component>
      <component type="library" bom-ref="a"><name>a</name></component></components>
      <dependencies><dependency ref="app"><dependency ref="lock"/></dependency><dependency ref="lock"><dependency ref="a"/></dependency></dependencies></bom>`
    expect(placed(read(xml))).toEqual({ app: 'root, not counted', lock: 'direct, not counted', a: 'direct' })
  })

  it('applications that nothing is said of, in a document of nothing else, are modules', () => {
    const parts = [
      application('web', { components: [library('a'), library('b', { components: [library('c')] })] }),
      application('api', { components: [library('d')] }),
    ]
    const graph = { app: ['web', 'api'], web: ['a'] }
    expect(placed(read(bom({}, parts, graph)))).toEqual({
      app: 'root, not counted',
      web: 'direct, not counted',
      a: 'direct',
      b: 'unknown',
      c: 'transitive',
      api: 'direct, not counted',
      d: 'unknown',
    })
  })

  it.each([
    ['a supplier', { supplier: { name: 'Example AG' } }],
    ['a purl', { purl: 'pkg:generic/web@1' }],
    ['a licence', { licenses: [{ license: { id: 'MIT' } }] }],
  ])('one with %s is a product that holds others', (_, said) => {
    const parts = [application('web', { ...said, components: [library('a')] })]
    expect(placed(read(bom({}, parts)))).toEqual({ app: 'root, not counted', web: 'unknown', a: 'transitive' })
  })

  it('so is one beside components that hold nothing', () => {
    const parts = [application('web', { components: [library('a')] }), library('b')]
    expect(placed(read(bom({}, parts)))).toMatchObject({ web: 'unknown', a: 'transitive', b: 'unknown' })
  })

  it('what lies in the root and depends on others is a module, but not with a supplier of its own', () => {
    const inRoot = {
      purl: 'pkg:maven/de.example/app@1',
      components: [
        application('web', { purl: 'pkg:npm/web@1' }),
        { type: 'library', name: 'core', 'bom-ref': 'core', purl: 'pkg:maven/de.example/core@1' },
        application('bought', { supplier: { name: 'Example AG' } }),
        library('leaf'),
      ],
    }
    const graph = { app: ['web'], web: ['a'], core: ['b'], bought: ['c'], leaf: [] }
    expect(placed(read(bom(inRoot, [library('a'), library('b'), library('c')], graph)))).toEqual({
      app: 'root, not counted',
      web: 'direct, not counted',
      core: 'direct, not counted',
      bought: 'unknown',
      leaf: 'unknown',
      a: 'direct',
      b: 'direct',
      c: 'unknown',
    })
  })

  it('where everything lies in the root, all of it counts', () => {
    const inRoot = { components: [application('web'), library('a')] }
    expect(placed(read(bom(inRoot, [], { app: ['web'], web: ['a'] })))).toMatchObject({ web: 'direct', a: 'transitive' })
  })
})

it('the root that is listed again is the root, and its dependencies are direct', () => {
  const again = { ...application('again'), version: '1', purl: 'pkg:composer/de/app@1' }
  const other = { ...application('other'), version: '1', purl: 'pkg:composer/de/app@1?arch=x' }
  const json = bom({ version: '1', purl: 'pkg:composer/de/app@1' }, [again, other, library('a')], { again: ['a'] })
  expect(placed(read(json))).toEqual({ app: 'root, not counted', again: 'root, not counted', other: 'unknown', a: 'direct' })
  const { items, notes } = join([{ path: 'bom', bytes: 1, sha256: '', reading: read(json) }])
  expect(items.map(({ name, seenAt }) => [name, seenAt.map(({ at }) => at)])).toEqual([
    ['app', ['/metadata/component', '/components/0']],
    ['other', ['/components/1']],
    ['a', ['/components/2']],
  ])
  expect(notes.map(({ code, params }) => [code, params])).toEqual([['W-MERGED', { n: 1 }]])
})

const spdx = (packages: readonly object[], ...triples: string[]) =>
  JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    packages,
    relationships: triples.map((triple) => {
      const [spdxElementId, relationshipType, relatedSpdxElement] = triple.split(' ')
      return { spdxElementId, relationshipType, relatedSpdxElement }
    }),
  })
const packed = (name: string, more: object = {}) => ({ SPDXID: name, name, versionInfo: '1', ...more })
const bare = (name: string, more: object = {}) => ({ SPDXID: name, name, licenseDeclared: 'NOASSERTION', supplier: 'NOASSERTION', ...more })
const DESCRIBED = 'SPDXRef-DOCUMENT DESCRIBES app'

describe('levels between root and packages in SPDX', () => {
  it('a package of which only the name is said, in the root and holding others, is not counted', () => {
    const lock = bare('package-lock.json', { primaryPackagePurpose: 'APPLICATION' })
    const triples = ['app CONTAINS package-lock.json', 'package-lock.json CONTAINS a', 'a DEPENDS_ON b']
    expect(placed(read(spdx([packed('app'), lock, packed('a'), packed('b')], DESCRIBED, ...triples)))).toEqual({
      app: 'root, not counted',
      'package-lock.json': 'unknown, not counted',
      a: 'unknown',
      b: 'transitive',
    })
  })

  it('layers on layers are levels too; a leaf is none, and one with a version is none', () => {
    const packages = [packed('app'), bare('layer1'), bare('layer2'), bare('layer3'), bare('leaf'), packed('kept'), packed('a'), packed('b')]
    const triples = [
      'app CONTAINS layer1',
      'layer1 CONTAINS layer2',
      'layer2 CONTAINS a',
      'app CONTAINS layer3',
      'layer3 HAS_PREREQUISITE layer2',
      'app CONTAINS leaf',
      'leaf DEPENDS_ON a',
      'app CONTAINS kept',
    ]
    expect(placed(read(spdx(packages, DESCRIBED, ...triples, 'kept CONTAINS b')))).toMatchObject({
      layer1: 'unknown, not counted',
      layer2: 'unknown, not counted',
      layer3: 'unknown, not counted',
      leaf: 'unknown',
      kept: 'unknown',
    })
  })
})

it('a package that is only named by a digest is a layer of the image, whatever was found in it', () => {
  const [layer, empty] = [`sha256:${'a1'.repeat(32)}`, `sha256:${'0f'.repeat(32)}`]
  const packages = [packed('app'), bare(layer), bare(empty), packed('a'), bare('loose')]
  const triples = [`app CONTAINS ${layer}`, `app CONTAINS ${empty}`, 'app CONTAINS loose', `${layer} CONTAINS a`]
  expect(placed(read(spdx(packages, DESCRIBED, ...triples)))).toEqual({
    app: 'root, not counted',
    [layer]: 'unknown, not counted',
    [empty]: 'unknown, not counted',
    a: 'unknown',
    loose: 'unknown',
  })
})

it('an image for one platform is the root as the one for all, of which it is a variant', () => {
  const packages = [packed('app'), packed('amd64'), packed('arm64'), packed('a'), packed('b'), packed('c')]
  const triples = ['amd64 VARIANT_OF app', 'arm64 VARIANT_OF app', 'amd64 CONTAINS a', 'arm64 DEPENDS_ON b', 'c VARIANT_OF a']
  expect(placed(read(spdx(packages, DESCRIBED, ...triples)))).toEqual({
    app: 'root, not counted',
    amd64: 'root, not counted',
    arm64: 'root, not counted',
    a: 'unknown',
    b: 'direct',
    c: 'unknown',
  })
})

it('a package that is the root again in SPDX is the root', () => {
  const purl = { externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/app@1' }] }
  const reading = read(spdx([packed('app', purl), packed('again', purl), packed('a')], DESCRIBED, 'again DEPENDS_ON a'))
  expect(placed(reading)).toEqual({ app: 'root, not counted', again: 'root, not counted', a: 'direct' })
})

describe('sources of packages in SPDX', () => {
  const source = (name: string) => packed(name, { primaryPackagePurpose: 'SOURCE' })

  it('do not count beside what was generated from them, at any remove', () => {
    const triples = ['app CONTAINS a', 'a GENERATED_FROM a-src', 'upstream GENERATES a-src']
    const packages = [packed('app'), packed('a'), packed('a-src'), packed('upstream')]
    expect(placed(read(spdx(packages, DESCRIBED, ...triples)))).toMatchObject({
      a: 'unknown',
      'a-src': 'unknown, not counted',
      upstream: 'unknown, not counted',
    })
  })

  it('count where something depends on them, where the root was made of them, and where they are made of one another', () => {
    const packages = [packed('app'), packed('a'), packed('b'), packed('c'), packed('own'), packed('x'), packed('y')]
    const triples = [
      'app DEPENDS_ON a',
      'a GENERATED_FROM b',
      'a DEPENDS_ON b',
      'app GENERATED_FROM own',
      'x GENERATED_FROM y',
      'y GENERATED_FROM x',
    ]
    expect(placed(read(spdx(packages, DESCRIBED, ...triples)))).toMatchObject({
      b: 'transitive',
      own: 'unknown',
      x: 'unknown',
      y: 'unknown',
    })
  })

  it('of a port and its build for a platform the port counts, and nothing that was fetched for it', () => {
    const fetched = bare('fetched', { downloadLocation: 'git+https://example.org/zlib@v1' })
    const packages = [packed('zlib'), packed('zlib:x64-windows'), fetched, bare('unknown'), packed('other')]
    expect(placed(read(spdx(packages, 'zlib GENERATES zlib:x64-windows')))).toEqual({
      zlib: 'unknown',
      'zlib:x64-windows': 'unknown, not counted',
      fetched: 'unknown, not counted',
      unknown: 'unknown',
      other: 'unknown',
    })
  })

  it('do not count as inputs of a build', () => {
    const packages = [packed('app'), packed('tool'), source('src'), source('alone')]
    const triples = ['src BUILD_DEPENDENCY_OF app', 'tool BUILD_DEPENDENCY_OF app']
    expect(placed(read(spdx(packages, DESCRIBED, ...triples)))).toMatchObject({
      tool: 'direct',
      src: 'direct, not counted',
      alone: 'unknown',
    })
  })

  it('nor in SPDX 3, where patches never count and the parts of an image do', () => {
    const pack = (name: string, purpose: string) => ({
      type: 'software_Package',
      spdxId: `https://example.org/${name}`,
      name,
      software_primaryPurpose: purpose,
    })
    const related = (from: string, type: string, ...to: string[]) => ({
      type: 'Relationship',
      spdxId: `https://example.org/${from}-${type}`,
      from: `https://example.org/${from}`,
      relationshipType: type,
      to: to.map((name) => `https://example.org/${name}`),
    })
    const reading = read(
      JSON.stringify({
        '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        '@graph': [
          { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' },
          { type: 'software_Sbom', spdxId: 'https://example.org/sbom', rootElement: ['https://example.org/image'] },
          pack('image', 'archive'),
          pack('a', 'install'),
          pack('a.tar.gz', 'source'),
          pack('fix.patch', 'patch'),
          pack('shipped source', 'source'),
          { type: 'build_Build', spdxId: 'https://example.org/build' },
          related('rootfs', 'hasInput', 'a'),
          related('rootfs', 'hasOutput', 'image'),
          related('build', 'hasInput', 'a.tar.gz'),
          related('build', 'hasOutput', 'a'),
          related('build', 'dependsOn', 'cmake'),
        ],
      }),
    )
    expect(placed(reading)).toEqual({
      image: 'root, not counted',
      a: 'unknown',
      'a.tar.gz': 'unknown, not counted',
      'fix.patch': 'unknown, not counted',
      'shipped source': 'unknown',
    })
    expect(reading.notes).toEqual([])
  })
})
