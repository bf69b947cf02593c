import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceAt, type Item, type SaidLicence, type Source } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import type { Problem } from '../src/model/problem.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string | Uint8Array, limits = LIMITS): Reading {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readInput({ ...inMemory('bom', bytes), sha256: () => '' }, { limits }).reading
}

const FIXTURES = join(import.meta.dirname, '../fixtures/rosetta')
const fixture = (name: string) => read(readFileSync(join(FIXTURES, name)))
const relations = ({ items }: Reading) => Object.fromEntries(items.map(({ name, relation }) => [name, relation]))
const codes = ({ notes }: Reading) => notes.map(({ code }) => code)
const only = ({ items }: Reading) => items[0]!
const failing = (id: string, place: object = {}) => expect.objectContaining({ id, place: expect.objectContaining(place) })

const json = (packages: unknown, more: object = {}) =>
  JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages, ...more })
const named = (...names: string[]) => names.map((name) => ({ SPDXID: name, name }))
const graph = (...triples: string[]) => ({
  relationships: triples.map((triple) => {
    const [spdxElementId, relationshipType, relatedSpdxElement] = triple.split(' ')
    return { spdxElementId, relationshipType, relatedSpdxElement }
  }),
})

describe('one inventory in every form of SPDX', () => {
  const FORMS = ['bom.spdx.json', 'bom.spdx', 'bom.spdx.yaml', 'bom.spdx.rdf', 'bom.spdx.xml', 'bom.spdx3.json']
  const words = ({ text, references }: SaidLicence) => references?.[text] ?? text
  const party = (text: string | undefined) => text?.replace(/^Organization: /, '')

  /**
   * What SPDX and CycloneDX can both say. Left out: refs and places; `kind`, because SPDX knows no services; `group`, which only CycloneDX has;
   * addresses of parties; CycloneDX's provider is compared as supplier, its publisher as originator.
   */
  const common = ({ id, name, version, purl, relation, counted, said }: Item) => ({
    id: purl === undefined ? id.slice(id.indexOf(':')) : id, name, version, purl, relation, counted,
    supplier: party(said.supplier ?? said.provider), originator: party(said.manufacturer ?? said.publisher), licences: said.licences?.map(words),
  }) // prettier-ignore

  it.each(FORMS)('%s says what the CycloneDX file says', (name) => {
    const [reading, expected] = [fixture(name), fixture('bom.cdx.json')]
    expect(reading.items.map(common)).toEqual(expected.items.map(common))
    expect(reading.subject).toEqual(expected.subject)
    expect(codes(reading)).toEqual([])
  })

  it.each(FORMS.slice(1, -1))('%s gives the items of the JSON form, save for lines and columns', (name) => {
    const plain = ({ items, specVersion, generator }: Reading) => ({
      specVersion,
      generator,
      items: items.map(({ seenAt, ...item }) => ({ ...item, at: seenAt.map(({ at }) => at) })),
    })
    expect(plain(fixture(name))).toEqual(plain(fixture('bom.spdx.json')))
  })

  it.each([
    ['bom.spdx.json', '"name": "highcharts"', -1],
    ['bom.spdx', 'PackageName: highcharts', 0],
    ['bom.spdx.yaml', 'name: "highcharts"', 0],
    ['bom.spdx.rdf', '<spdx:name>highcharts', -1],
    ['bom.spdx.xml', '<name>highcharts', -1],
    ['bom.spdx3.json', '"name": "highcharts"', -4],
  ])('%s: the place is the line of the package', (name, mark, shift) => {
    const lines = readFileSync(join(FIXTURES, name), 'utf8').split('\n')
    const found = lines.findIndex((line) => line.includes(mark))
    const item = fixture(name).items.find((one) => one.name === 'highcharts')!
    expect(item.seenAt[0]!.line).toBe(found + 1 + shift)
    expect(item.seenAt[0]!.column).toBe(lines[found + shift]!.search(/(?<=^\s*(?:- )?)[^\s-]/) + 1)
  })

  it('leads to the fields', () => {
    const { items, notation, fields } = fixture('bom.spdx.json')
    const at = items.findIndex(({ name }) => name === 'highcharts')
    const place = (field: Parameters<typeof evidenceAt>[2], within?: string) =>
      evidenceAt(items[at]!, [{ notation, fields } as Source], field, '', within).at
    expect(place('version')).toBe(`/packages/${at}/versionInfo`)
    expect(place('licences', items[at]!.said.licences![0]!.at)).toBe(`/packages/${at}/licenseDeclared`)
  })
})

describe('packages', () => {
  it('reads purl, CPE, parties and links, and keeps no persons', () => {
    const reading = read(
      json([
        {
          SPDXID: 'SPDXRef-a', name: 'a', versionInfo: '1.10', supplier: 'Organization: Firma (info@firma.example)', originator: 'Person: Erika Muster (e@example.org)',
          downloadLocation: 'git+https://git.example.org/a.git@v1', homepage: 'https://a.example', primaryPackagePurpose: 'OPERATING-SYSTEM',
          externalRefs: [
            { referenceCategory: 'SECURITY', referenceType: 'cpe22Type', referenceLocator: 'cpe:/a:x:a:1' },
            { referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: 'cpe:2.3:a:x:a:1:*:*:*:*:*:*:*' },
            { referenceCategory: 'PACKAGE_MANAGER', referenceType: 'purl', referenceLocator: 'pkg:rpm/redhat/a@1.10?arch=src' },
            { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'http://spdx.org/rdf/references/purl', referenceLocator: 'pkg:rpm/redhat/a@1.10' },
            { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'nonsense' },
          ],
        },
        { SPDXID: 'SPDXRef-b', name: 'b', supplier: 'Organization: NOASSERTION', originator: 'Organization: Stiftung ()', downloadLocation: 'NONE', homepage: 'NOASSERTION' },
        { SPDXID: 'SPDXRef-c', name: 'c', supplier: 'Person: Erika Muster' },
      ]),
    ) // prettier-ignore
    const [a, b, c] = reading.items
    expect(a).toMatchObject({
      ref: 'SPDXRef-a',
      id: 'pkg:rpm/redhat/a',
      version: '1.10',
      purl: 'pkg:rpm/redhat/a@1.10?arch=src',
      cpe: 'cpe:2.3:a:x:a:1:*:*:*:*:*:*:*',
    })
    expect(a!.said).toEqual({
      type: 'operating-system',
      supplier: 'Organization: Firma (info@firma.example)',
      links: [
        { kind: 'vcs', url: 'git+https://git.example.org/a.git@v1', at: '/downloadLocation' },
        { kind: 'website', url: 'https://a.example', at: '/homepage' },
      ],
    })
    expect([b!.said, c!.said]).toEqual([{ manufacturer: 'Organization: Stiftung ()' }, {}])
    expect(b!.id).toBe('software:stiftung:b')
    expect(codes(reading)).toEqual(['W-PURL', 'W-NO-ROOT', 'W-PURLS'])
    expect(JSON.stringify(reading)).not.toContain('Muster')
  })

  it('reads what is declared, what is concluded, and what the document says of its own licences', () => {
    const licences = [
      { licenseId: 'LicenseRef-1', name: 'GPLv2+', extractedText: 'NOASSERTION' },
      { licenseId: 'LicenseRef-2', name: 'NOASSERTION', extractedText: 'Alle Rechte vorbehalten.' },
    ]
    const reading = read(
      json(
        [
          { name: 'a', licenseDeclared: 'LicenseRef-1 AND LicenseRef-2', licenseConcluded: 'NONE' },
          { name: 'b', licenseDeclared: 'NOASSERTION', licenseConcluded: 'MIT' },
        ],
        { hasExtractedLicensingInfos: licences },
      ),
    )
    expect(reading.items.map(({ said }) => said.licences)).toEqual([
      [
        {
          text: 'LicenseRef-1 AND LicenseRef-2',
          as: 'expression',
          acknowledgement: 'declared',
          at: '/licenseDeclared',
          references: { 'LicenseRef-1': 'GPLv2+', 'LicenseRef-2': 'Alle Rechte vorbehalten.' },
        },
        { text: 'NONE', as: 'expression', acknowledgement: 'concluded', at: '/licenseConcluded' },
      ],
      [{ text: 'MIT', as: 'expression', acknowledgement: 'concluded', at: '/licenseConcluded' }],
    ])
  })

  it('counts hardware and software, but no files, data or documents', () => {
    const { items } = read(
      json(['DEVICE', 'FILE', 'LIBRARY', 'DOCUMENTATION', 'OTHER'].map((primaryPackagePurpose) => ({ name: 'x', primaryPackagePurpose }))),
    )
    expect(items.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['hardware', true],
      ['software', false],
      ['software', true],
      ['software', false],
      ['software', true],
    ])
  })

  it('rejects entries without a name and numbers refs that stand twice', () => {
    const reading = read(
      json([null, {}, { SPDXID: 'SPDXRef-a', name: 'a' }, { SPDXID: 'SPDXRef-a', name: 'b' }], { files: [{}, {}], snippets: [{}] }),
    )
    expect([reading.items.map(({ ref }) => ref), reading.rejected, reading.unusable]).toEqual([['SPDXRef-a', 'SPDXRef-a (2)'], 2, 3])
    expect(codes(reading)).toEqual(['W-NO-NAME', 'W-NO-NAME', 'W-DUPLICATE-REF', 'W-NO-ROOT', 'W-FILES'])
  })

  it('treats a repeated key as a contradiction in every form', () => {
    const texts = [
      '{"spdxVersion":"SPDX-2.3","packages":[{"name":"a","licenseDeclared":"MIT","licenseDeclared":"BUSL-1.1"}]}',
      'SPDXVersion: SPDX-2.3\nPackageName: a\nPackageLicenseDeclared: MIT\nPackageLicenseDeclared: BUSL-1.1\n',
      'spdxVersion: SPDX-2.3\npackages:\n- name: a\n  licenseDeclared: MIT\n  licenseDeclared: BUSL-1.1\n',
      '<Document><spdxVersion>SPDX-2.3</spdxVersion><packages><name>a</name><licenseDeclared>MIT</licenseDeclared><licenseDeclared>BUSL-1.1</licenseDeclared></packages></Document>',
      rdf(
        '<s:Package r:about="#SPDXRef-a"><s:name>a</s:name><s:licenseDeclared r:resource="http://spdx.org/licenses/MIT"/><s:licenseDeclared r:resource="http://spdx.org/licenses/BUSL-1.1"/></s:Package>',
      ),
    ]
    for (const reading of texts.map((text) => read(text))) {
      expect(only(reading).said.licences).toBeUndefined()
      expect(codes(reading)).toContain('W-DUPLICATE-KEY')
    }
  })
})

describe('relations', () => {
  it('tells direct from transitive in both directions and through references to nothing', () => {
    const triples = [
      'SPDXRef-DOCUMENT DESCRIBES app',
      'app DEPENDS_ON a',
      'b RUNTIME_DEPENDENCY_OF app',
      'a STATIC_LINK c',
      'c DEPENDS_ON a',
      'a DEPENDS_ON ghost',
      'ghost DEPENDS_ON d',
      'app DEPENDS_ON NOASSERTION',
    ]
    const reading = read(json(named('app', 'a', 'b', 'c', 'd', 'e'), graph(...triples)))
    expect(relations(reading)).toEqual({ app: 'root', a: 'direct', b: 'direct', c: 'transitive', d: 'transitive', e: 'unknown' })
    expect(reading.notes.map(({ code, params }) => [code, params])).toEqual([['W-DANGLING', { n: 1 }]])
    expect(only(reading).counted).toBe(false)
  })

  it('does not take what the root only contains for direct', () => {
    const flat = read(
      json(named('app', 'layer', 'a', 'b'), {
        documentDescribes: ['app'],
        ...graph('app CONTAINS layer', 'layer CONTAINS a', 'a DEPENDS_ON b'),
      }),
    )
    expect(relations(flat)).toEqual({ app: 'root', layer: 'unknown', a: 'unknown', b: 'transitive' })
    const both = read(
      json(named('app', 'a', 'b'), {
        documentDescribes: ['app'],
        ...graph('app CONTAINS a', 'app CONTAINS b', 'app DEPENDS_ON a', 'a DEPENDS_ON b'),
      }),
    )
    expect(relations(both)).toEqual({ app: 'root', a: 'direct', b: 'transitive' })
  })

  it('takes no list of everything for roots, but several products', () => {
    const list = read(json(named('a', 'b'), { documentDescribes: ['a', 'b'] }))
    expect([relations(list), codes(list)]).toEqual([{ a: 'unknown', b: 'unknown' }, ['W-NO-ROOT']])
    const products = read(
      json(named('p', 'q', 'a', 'b'), { documentDescribes: ['p', 'q', 'a'], ...graph('p DEPENDS_ON a', 'q DEPENDS_ON b') }),
    )
    expect(relations(products)).toEqual({ p: 'root', q: 'root', a: 'direct', b: 'direct' })
  })

  it('numbers 50,000 refs that are all the same', { timeout: 5000 }, () => {
    const { items } = read(`{"spdxVersion":"SPDX-2.3","packages":[${Array(50_000).fill('{"SPDXID":"a","name":"a"}').join(',')}]}`)
    expect(items.at(-1)!.ref).toBe('a (50000)')
  })

  it('keeps 200,000 equal relationships once', { timeout: 5000 }, () => {
    const one = '{"spdxElementId":"a","relationshipType":"DEPENDS_ON","relatedSpdxElement":"a"}'
    const reading = read(
      `{"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"a","name":"a"}],"documentDescribes":["a"],"relationships":[${Array(200_000).fill(one).join(',')}]}`,
    )
    expect([relations(reading), reading.notes]).toEqual([{ a: 'root' }, []])
  })
})

it('one creator alone is no list in some files', () => {
  const creationInfo = { creators: 'Tool: tern-2.12.1' }
  expect(read(json([], { creationInfo }))).toMatchObject({ generator: 'tern-2.12.1', notes: [] })
  expect(read('spdxVersion: SPDX-2.2\ncreationInfo:\n  creators: "Tool: tern"\npackages: []\n').generator).toBe('tern')
  expect(read(json([], { creationInfo: { creators: 7 } })).notes.map(({ code, params }) => [code, params])).toEqual([
    ['W-TYPE', { field: 'creators' }],
  ])
})

it("a licence's text without the words with which Tern introduces it", () => {
  const own = [{ licenseId: 'LicenseRef-1', extractedText: 'Original license: GPL-3+' }]
  const { items } = read(json([{ SPDXID: 'a', name: 'a', licenseDeclared: 'LicenseRef-1' }], { hasExtractedLicensingInfos: own }))
  expect(items[0]!.said.licences).toEqual([expect.objectContaining({ references: { 'LicenseRef-1': 'GPL-3+' } })])
})

describe('versions', () => {
  it.each([
    ['{"spdxVersion":"SPDX-2.0","packages":[]}', { line: 1, column: 16 }],
    ['{"SPDXID":"SPDXRef-DOCUMENT","packages":[]}', { line: 1 }],
    ['\nSPDXVersion: SPDX-1.2\n', { line: 2, column: 1 }],
    ['spdxVersion: SPDX-2.4\n', { line: 1 }],
    ['<Document><spdxVersion>SPDX-9</spdxVersion></Document>', { line: 1 }],
    ['{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"CreationInfo","specVersion":"3.1.0"}]}', {}],
  ])('refuses %s', (text, place) => {
    expect(() => read(text)).toThrowError(failing('E3203', place))
  })

  it.each([
    ['SPDX-2.2.1', '{"spdxVersion":"SPDX-2.2.1","packages":[]}'],
    ['SPDX-2.3.0', 'SPDXVersion: SPDX-2.3.0\n'],
    ['SPDX-2.2.1', 'spdxVersion: SPDX-2.2.1\n'],
    ['SPDX-2.2.1', '<Document><spdxVersion>SPDX-2.2.1</spdxVersion></Document>'],
  ])('reads %s as the version it is an edition of, and says so: %s', (written, text) => {
    const { specVersion, notes } = read(text)
    expect(specVersion).toBe(written.slice(5, 8))
    expect(notes).toContainEqual(expect.objectContaining({ code: 'W-SPDX-PATCH', params: { written, version: specVersion } }))
  })

  it.each([
    ['an empty one', 'SPDXVersion: \n', 'SPDX ohne Angabe der Fassung wird nicht unterstützt.'],
    ['none', '{"SPDXID":"SPDXRef-DOCUMENT","packages":[]}', 'SPDX ohne Angabe der Fassung wird nicht unterstützt.'],
    ['a further number', '{"spdxVersion":"SPDX-2.3.0.1"}', 'SPDX 2.3.0.1 wird nicht unterstützt.'],
  ])('names %s when it refuses it', (_, text, says) => {
    try {
      read(text)
      expect.unreachable()
    } catch (error) {
      expect((error as Problem).says('de')).toBe(says)
    }
  })

  it('notes the first of many ids that stand twice, and how many more there are', () => {
    const { notes } = read(json(Array.from({ length: 40 }, () => ({ SPDXID: 'a', name: 'a' }))))
    expect(notes.filter(({ code }) => code === 'W-DUPLICATE-REF')).toHaveLength(20)
    expect(notes).toContainEqual(expect.objectContaining({ code: 'W-MORE', params: { n: 19, code: 'W-DUPLICATE-REF' } }))
  })

  it('finds the version after everything else', () => {
    const reading = read(
      `{"SPDXID":"SPDXRef-DOCUMENT","packages":[{"name":"a","description":"${'x'.repeat(200_000)}"}],"spdxVersion":"SPDX-2.2"}`,
    )
    expect([reading.specVersion, reading.items.length]).toEqual(['2.2', 1])
  })
})

describe('tag-value', () => {
  const text =
    'SPDXVersion: SPDX-2.3\nCreator: Tool: t-1\n# Anmerkung\nPackageName: übung\nSPDXID: SPDXRef-a\nPackageCopyrightText: <text>©\nPackageName: keins\n</text>\nPackageVersion: 1\nFileName: ./f\nSPDXID: SPDXRef-f\nLicenseID: LicenseRef-1\nExtractedText: <text>Eins\nPackageName: keins\nZwei</text>\n'

  it.each([
    ['LF', Buffer.from(text)],
    ['CR LF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(text.replaceAll('\n', '\r'))],
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Latin-1', Buffer.from(text, 'latin1')],
  ])('reads %s', (name, bytes) => {
    const reading = read(bytes)
    expect(reading.items.map(({ name, ref, version, seenAt }) => [name, ref, version, seenAt[0]!.line])).toEqual([
      ['übung', 'SPDXRef-a', '1', 4],
    ])
    expect([reading.unusable, reading.generator]).toEqual([1, 't-1'])
    expect(codes(reading).includes('W-ENCODING')).toBe(name === 'Latin-1')
  })

  it('refuses a text that is not closed, and one that is too long', () => {
    expect(() => read('SPDXVersion: SPDX-2.3\nPackageName: a\nPackageComment: <text>a\nb')).toThrowError(failing('E3204', { line: 3 }))
    expect(() => read(`SPDXVersion: SPDX-2.3\nPackageComment: <text>${'a\n'.repeat(600)}`, { ...LIMITS, stringBytes: 1000 })).toThrowError(
      failing('E3103', { line: 2 }),
    )
  })

  it('takes no tag for a member of every object', () => {
    const reading = read('SPDXVersion: SPDX-2.3\nPackageName: a\nconstructor: x\ntoString: y\n')
    expect([reading.items.length, reading.notes.length]).toEqual([1, 1])
  })
})

describe('YAML', () => {
  it('keeps a version 1.10 and passes over what has the wrong type', () => {
    const reading = read('spdxVersion: SPDX-2.3\npackages:\n- name: a\n  versionInfo: 1.10\n- name: {x: y}\n- b\n-\n- name: ~\n')
    expect([reading.items.map(({ name, version }) => [name, version]), reading.rejected]).toEqual([[['a', '1.10']], 4])
    expect(
      reading.notes
        .filter(({ code }) => code === 'W-TYPE')
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['/packages/1', '/packages/2'])
  })

  it.each([
    ['an anchor', 'a: &a [x]'],
    ['an alias', 'a: *a'],
    ['a tag', 'a: !!js/function x'],
    ['two documents', '---\n---'],
    ['deep flow', `a: ${'['.repeat(5000)}`],
    ['deep blocks in a line', `a:\n${'- '.repeat(5000)}x`],
    ['deep blocks', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('refuses %s', (_, text) => {
    expect(() => read(`spdxVersion: SPDX-2.3\n${text}`)).toThrowError(failing('E3502'))
  })

  it('refuses no text that only looks like one, and damage with its place', () => {
    expect(only(read('spdxVersion: SPDX-2.3\npackages:\n- name: a\n  description: |\n    * eins\n    & zwei\n    !drei\n')).name).toBe('a')
    expect(() => read('spdxVersion: SPDX-2.3\npackages:\n- name: "a\n')).toThrowError(failing('E3501'))
  })
})

const rdf = (content: string) =>
  `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://spdx.org/rdf/terms#"><s:SpdxDocument r:about="urn:x#SPDXRef-DOCUMENT"><s:specVersion>SPDX-2.3</s:specVersion></s:SpdxDocument>${content}</r:RDF>`

describe('RDF/XML', () => {
  const licensed = (licence: string) =>
    only(read(rdf(`<s:Package r:about="urn:x#SPDXRef-a"><s:name>a</s:name><s:licenseDeclared>${licence}</s:licenseDeclared></s:Package>`)))
      .said.licences?.[0]!.text
  const member = (id: string) => `<s:member r:resource="http://spdx.org/licenses/${id}"/>`

  it('writes sets and operators as expressions', () => {
    const either = `<s:DisjunctiveLicenseSet>${member('MIT')}${member('ISC')}</s:DisjunctiveLicenseSet>`
    expect(licensed(`<s:ConjunctiveLicenseSet>${member('Apache-2.0')}<s:member>${either}</s:member></s:ConjunctiveLicenseSet>`)).toBe(
      'Apache-2.0 AND (MIT OR ISC)',
    )
    expect(licensed(`<s:OrLaterOperator>${member('LGPL-2.1')}</s:OrLaterOperator>`)).toBe('LGPL-2.1+')
    expect(licensed(`<s:ConjunctiveLicenseSet>${member('MIT')}<s:member r:nodeID="nirgends"/></s:ConjunctiveLicenseSet>`)).toBe(
      'MIT AND NOASSERTION',
    )
  })

  it('finds a package wherever it is described, also below the range of a snippet', () => {
    const inner = `<s:relatedSpdxElement><s:Package r:about="urn:x#SPDXRef-p"><s:name>glibc</s:name></s:Package></s:relatedSpdxElement>`
    const range = `<s:range><p:StartEndPointer xmlns:p="http://www.w3.org/2009/pointers#"><p:startPointer><p:ByteOffsetPointer><p:reference><s:File r:about="urn:x#SPDXRef-f"><s:relationship><s:Relationship>${inner}</s:Relationship></s:relationship></s:File></p:reference></p:ByteOffsetPointer></p:startPointer></p:StartEndPointer></s:range>`
    expect(only(read(rdf(`<s:Snippet r:about="urn:x#SPDXRef-s">${range}</s:Snippet>`))).name).toBe('glibc')
  })

  it('refuses a thing where a property of one has to stand', () => {
    const inside = rdf('').replace(
      '</s:SpdxDocument>',
      '<s:Package r:about="urn:x#SPDXRef-a"><s:name>a</s:name></s:Package></s:SpdxDocument>',
    )
    expect(() => read(inside)).toThrowError(failing('E3204'))
  })

  it('ends at a set that contains itself and at one that doubles without end', () => {
    expect(licensed(`<s:ConjunctiveLicenseSet r:nodeID="x">${member('MIT')}<s:member r:nodeID="x"/></s:ConjunctiveLicenseSet>`)).toBe(
      'MIT AND NOASSERTION',
    )
    const level = (i: number) =>
      `<s:ConjunctiveLicenseSet r:nodeID="n${i}">${`<s:member r:nodeID="n${i + 1}"/>`.repeat(10)}</s:ConjunctiveLicenseSet>`
    expect(licensed(`<s:ConjunctiveLicenseSet r:nodeID="n0"><s:member>${level(1)}</s:member></s:ConjunctiveLicenseSet>`)).toContain(
      'NOASSERTION',
    )
    const bomb = rdf(
      `${Array.from({ length: 30 }, (_, i) => level(i)).join('')}<s:Package r:about="#SPDXRef-a"><s:name>a</s:name><s:licenseDeclared r:nodeID="n0"/></s:Package>`,
    )
    expect(only(read(bomb)).said.licences?.[0]!.text.length ?? 0).toBeLessThan(200_000)
  })

  it('refuses a relationship of many targets that many elements share', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => i)
    const related = many.map((i) => `<s:relatedSpdxElement r:resource="#SPDXRef-p${i}"/>`).join('')
    const packages = many.map(
      (i) => `<s:Package r:about="#SPDXRef-p${i}"><s:name>p${i}</s:name><s:relationship r:resource="#r"/></s:Package>`,
    )
    const shared = `<s:Relationship r:about="#r"><s:relationshipType r:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>${related}</s:Relationship>`
    expect(() => read(rdf(shared + packages.join('')))).toThrowError(failing('E3204'))
  })

  it('refuses a DOCTYPE', () => {
    expect(() => read(`<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rdf('')}`)).toThrowError(failing('E3402'))
  })
})

describe('SPDX 3', () => {
  const spdx3 = (...elements: object[]) =>
    read(JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': elements }))

  it('joins licences and parties by relationship, in both spellings, inline or by id, without a stated version', () => {
    const reading = spdx3(
      { type: 'Relationship', from: 'urn:a', relationshipType: 'HAS_DECLARED_LICENSE', to: ['urn:l'] },
      {
        type: 'Relationship',
        from: 'urn:a',
        relationshipType: 'hasConcludedLicense',
        to: [{ type: 'expandedlicensing_DisjunctiveLicenseSet', expandedlicensing_member: ['http://spdx.org/licenses/MIT', 'urn:own'] }],
      },
      {
        type: 'software_Package',
        spdxId: 'urn:a',
        name: 'a',
        suppliedBy: { type: 'Organization', name: 'Firma' },
        originatedBy: ['urn:p', 'urn:o'],
        externalIdentifier: ['urn:i'],
      },
      { type: 'ExternalIdentifier', spdxId: 'urn:i', externalIdentifierType: 'purl', identifier: 'pkg:npm/a@1' },
      { type: 'Person', spdxId: 'urn:p', name: 'Erika Muster' },
      { type: 'Organization', spdxId: 'urn:o', name: 'Stiftung' },
      { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'Apache-2.0' },
      { type: 'expandedlicensing_CustomLicense', spdxId: 'urn:own', name: 'Hauslizenz', simplelicensing_licenseText: 'Text' },
    )
    const item = only(reading)
    expect([reading.specVersion, item.ref, item.purl, item.said.supplier, item.said.manufacturer]).toEqual([
      '3.0.1',
      'urn:a',
      'pkg:npm/a@1',
      'Firma',
      'Stiftung',
    ])
    expect(item.said.licences).toEqual([
      { text: 'Apache-2.0', as: 'expression', acknowledgement: 'declared' },
      {
        text: 'MIT OR LicenseRef-urn-own',
        as: 'expression',
        acknowledgement: 'concluded',
        references: { 'LicenseRef-urn-own': 'Hauslizenz' },
        texts: { 'LicenseRef-urn-own': 'Text' },
      },
    ])
    expect(JSON.stringify(reading)).not.toContain('Muster')
  })

  it('finds the root through collections and by relationship', () => {
    const packages = ['a', 'b', 'c'].map((name) => ({ type: 'software_Package', spdxId: name, name }))
    const depends = { type: 'Relationship', from: 'a', relationshipType: 'DEPENDS_ON', to: ['b'] }
    const links = { type: 'LifecycleScopedRelationship', from: 'b', relationshipType: 'hasDynamicLink', to: ['c'] }
    const expected = { a: 'root', b: 'direct', c: 'transitive' }
    expect(
      relations(
        spdx3(
          { type: 'SpdxDocument', spdxId: 'd', rootElement: ['s'] },
          { type: 'software_Sbom', spdxId: 's', rootElement: ['a'] },
          ...packages,
          depends,
          links,
        ),
      ),
    ).toEqual(expected)
    expect(
      relations(spdx3(...packages, depends, links, { type: 'Relationship', from: 'd', relationshipType: 'describes', to: ['a'] })),
    ).toEqual(expected)
  })

  it('reads several contexts, of which others add prefixes of their own', () => {
    const context = ['https://spdx.org/rdf/3.0.1/spdx-context.jsonld', { x: 'https://example.org/' }, 'https://example.org/more.jsonld']
    const { specVersion } = read(JSON.stringify({ '@context': context, '@graph': [{ type: 'software_Package', spdxId: 'a', name: 'a' }] }))
    expect(specVersion).toBe('3.0.1')
  })

  it('does not let a name reach the prototype', () => {
    read('{"@graph":[{"type":"software_Package","spdxId":"a","name":"a","__proto__":{"polluted":1},"constructor":"x"}]}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe.skipIf(CORPUS === undefined)('the corpus', () => {
  const corpus = (path: string) => read(readFileSync(join(CORPUS!, 'sbom', path)))

  it('finds the same in the YAML and the XML of one document', () => {
    const plain = ({ items }: Reading) => items.map(({ seenAt, ...item }) => ({ ...item, at: seenAt[0]!.at }))
    expect(plain(corpus('spdx+tools-java/SPDXXMLExample-v2.3.spdx.xml'))).toEqual(
      plain(corpus('spdx+tools-java/SPDXYAMLExample-2.3.spdx.yaml')),
    )
  })

  it('finds the same relations in SPDX 2 and SPDX 3 of one build', () => {
    // the root's purl has the id of the document in it
    const plain = ({ items }: Reading) =>
      items.map(({ name, version, purl, relation }) => `${name} ${version} ${relation === 'root' ? '' : purl} ${relation}`).sort()
    expect(plain(corpus('microsoft+sbom-tool/spdx_3.0/manifest.spdx.json'))).toEqual(
      plain(corpus('microsoft+sbom-tool/spdx_2.2/manifest.spdx.json')),
    )
  })

  it('reads CR and Latin-1 as they are meant', () => {
    for (const name of ['cr-only-line-endings', 'latin1-crlf-multiline'])
      expect(only(corpus(`made/${name}.spdx`)).said.supplier).toBe('Organization: Müller & Söhne GmbH (info@example.org)')
  })
})
