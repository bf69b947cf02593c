import { describe, expect, it } from 'vitest'
import type { Inventory } from '../src/model/item.ts'
import { join, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { MIT } from './support/licence-texts.ts'
import { readAll } from './support/licences.ts'
import { LIMITS } from './support/limits.ts'

type Texts = Readonly<Record<string, string>>

const read = (texts: Texts): Inventory =>
  join(Object.entries(texts).flatMap(([name, text]) => readInputs({ ...inMemory(name, Buffer.from(text)), sha256: () => name }, { limits: LIMITS }))) // prettier-ignore
/** What the licence of the package `a` comes to. */
const licence = (texts: string | Texts) => {
  const { items } = read(typeof texts === 'string' ? { document: texts } : texts)
  return readAll(items.find(({ name }) => name === 'a')!.said.licences ?? [])
}
const codes = (texts: Texts) => read(texts).notes.map(({ code }) => code)

const mit = MIT.join('\n\n')
const EULA =
  'END USER LICENSE AGREEMENT. You may not copy, modify, reverse engineer, decompile, or distribute the Software. All rights reserved.'
const COMMONS_CLAUSE = 'The Software is provided to you by the Licensor under the License, as defined below, subject to the following condition. Without limiting other conditions in the License, the grant of rights under the License will not include, and the License does not grant to you, the right to Sell the Software.' // prettier-ignore
const EULA_ADDRESS = 'https://go.microsoft.com/fwlink/?LinkId=329770'
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const spdx = (more: object, declared = 'LicenseRef-1', address = 'https://example.org/a') =>
  JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    documentNamespace: address,
    packages: [{ SPDXID: 'SPDXRef-a', name: 'a', versionInfo: '1', licenseDeclared: declared }],
    ...more,
  })
const spdx3 = (...more: readonly object[]) =>
  JSON.stringify({
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      { type: 'CreationInfo', '@id': '_:i', specVersion: '3.0.1' },
      { type: 'software_Package', spdxId: 'urn:a', name: 'a' },
      { type: 'Relationship', spdxId: 'urn:r', from: 'urn:a', relationshipType: 'hasDeclaredLicense', to: ['urn:x#l'] },
      ...more,
    ],
  })
const cyclonedx = (licences: object, more: object = {}) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.7', components: [{ type: 'library', name: 'a', licenses: licences, ...more }] })
const custom = (name: string, text: string) =>
  spdx3({ type: 'expandedlicensing_CustomLicense', spdxId: 'urn:x#l', name, simplelicensing_licenseText: text })
const described = (name: string, text: string) => ({ licenseId: 'LicenseRef-1', name, extractedText: text })

const FORMATS: Readonly<Record<string, (name: string, text: string) => string>> = {
  'SPDX JSON': (name, text) => spdx({ hasExtractedLicensingInfos: [described(name, text)] }),
  'SPDX YAML': (name, text) =>
    `spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\npackages:\n- SPDXID: SPDXRef-a\n  name: a\n  licenseDeclared: LicenseRef-1\nhasExtractedLicensingInfos:\n- licenseId: LicenseRef-1\n  name: ${name}\n  extractedText: ${JSON.stringify(text)}\n`,
  'SPDX tag-value': (name, text) =>
    `SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nPackageLicenseDeclared: LicenseRef-1\nLicenseID: LicenseRef-1\nLicenseName: ${name}\nExtractedText: <text>${text}</text>\n`,
  'SPDX XML': (name, text) =>
    `<Document><SPDXID>SPDXRef-DOCUMENT</SPDXID><spdxVersion>SPDX-2.3</spdxVersion><packages><SPDXID>SPDXRef-a</SPDXID><name>a</name><licenseDeclared>LicenseRef-1</licenseDeclared></packages><hasExtractedLicensingInfos><licenseId>LicenseRef-1</licenseId><name>${name}</name><extractedText>${xml(text)}</extractedText></hasExtractedLicensingInfos></Document>`,
  'SPDX RDF': (name, text) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#"><spdx:SpdxDocument rdf:about="https://example.org/a#SPDXRef-DOCUMENT"><spdx:specVersion>SPDX-2.3</spdx:specVersion></spdx:SpdxDocument><spdx:Package rdf:about="https://example.org/a#SPDXRef-a"><spdx:name>a</spdx:name><spdx:licenseDeclared><spdx:ExtractedLicensingInfo rdf:about="https://example.org/a#LicenseRef-1"><spdx:licenseId>LicenseRef-1</spdx:licenseId><spdx:name>${name}</spdx:name><spdx:extractedText>${xml(text)}</spdx:extractedText></spdx:ExtractedLicensingInfo></spdx:licenseDeclared></spdx:Package></rdf:RDF>`,
  'SPDX 3': custom,
  'CycloneDX JSON': (name, text) => cyclonedx([{ license: { name, text: { content: text } } }]),
  'CycloneDX JSON, base64': (name, text) =>
    cyclonedx([{ license: { name, text: { content: Buffer.from(text).toString('base64'), encoding: 'base64' } } }]),
  'CycloneDX JSON, id': (name, text) =>
    cyclonedx([{ license: { ...(name === 'MIT License' ? { id: 'MIT' } : { name }), text: { content: text } } }]),
  'CycloneDX XML': (name, text) =>
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses><license><name>${name}</name><text>${xml(text)}</text></license></licenses></component></components></bom>`,
  'CycloneDX XML, id': (name, text) =>
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses><license>${name === 'MIT License' ? '<id>MIT</id>' : `<name>${name}</name>`}<text>${xml(text)}</text></license></licenses></component></components></bom>`,
}

describe.each(Object.entries(FORMATS))('a licence with its text in %s', (_, document) => {
  it('is what the name says where the text agrees, restricted where the text restricts, and the text where the name says nothing', () => {
    expect(licence(document('MIT License', mit))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(licence(document('MIT License', EULA))).toMatchObject({ expression: 'MIT AND LicenseRef-eula', openness: 'proprietary' })
    expect(licence(document('Acme Community License', mit))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(licence(document('Acme Community License', EULA)).openness).toBe('proprietary')
  })
})

describe('SPDX', () => {
  it('an address helps a licence of which nothing else is known', () => {
    const info = { licenseId: 'LicenseRef-1', extractedText: 'See the link' }
    const url = 'https://opensource.org/licenses/MIT'
    for (const more of [{ seeAlsos: [url] }, { crossRefs: [{ url }] }])
      expect(licence(spdx({ hasExtractedLicensingInfos: [{ ...info, ...more }] }))).toMatchObject({ expression: 'MIT', confidence: 0.7 })
    expect(licence(FORMATS['SPDX tag-value']!('Haus', 'Text') + `LicenseCrossReference: ${url}\n`).expression).toBe('MIT')
    const both = [url, 'https://www.gnu.org/licenses/gpl-3.0.html']
    expect(licence(spdx({ hasExtractedLicensingInfos: [{ ...info, seeAlsos: both }] })).openness).toBe('unknown')
  })

  it('a hundred thousand addresses of one licence are kept in a moment', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `LicenseCrossReference: https://example.org/${i}\n`).join('')
    const { items } = read({ document: FORMATS['SPDX tag-value']!('Haus', 'Text') + lines })
    expect(items.find(({ name }) => name === 'a')!.said.licences![0]!.addresses!['LicenseRef-1']).toHaveLength(100_000)
  })

  it('a licence of another document is explained by that one, or told', () => {
    const others = { externalDocumentRefs: [{ externalDocumentId: 'DocumentRef-b', spdxDocument: 'https://example.org/b' }] }
    const A = spdx(others, 'DocumentRef-b:LicenseRef-1 AND ISC')
    const B = JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      documentNamespace: 'https://example.org/b',
      packages: [{ SPDXID: 'SPDXRef-b', name: 'b' }],
      hasExtractedLicensingInfos: [described('MIT License', EULA)],
    })
    expect(licence({ A })).toMatchObject({ openness: 'unknown' })
    expect(codes({ A })).toContain('W-LICENCE-REF')
    for (const texts of [
      { A, B },
      { B, A },
    ]) {
      expect(licence(texts as Texts).openness).toBe('proprietary')
      expect(codes(texts as Texts)).not.toContain('W-LICENCE-REF')
    }
  })

  const twice = (...texts: readonly string[]) =>
    spdx({ hasExtractedLicensingInfos: texts.map((extractedText) => ({ licenseId: 'LicenseRef-1', extractedText })) })
  it.each([
    [[mit, EULA], 'proprietary'],
    [[EULA, mit], 'proprietary'],
    [[mit, `Copyright (c) 2020 Somebody\n\n${mit}`], 'open'],
    [[mit, 'Words that nobody can read as a licence, whatever they may mean to whoever wrote them down.'], 'unknown'],
  ])('a licence that is defined twice is no more open than either definition', (texts, openness) => {
    expect(licence(twice(...texts)).openness).toBe(openness)
    expect(read({ A: twice(...texts) }).notes).toContainEqual(expect.objectContaining({ code: 'W-LICENCE-TWICE', params: { n: 1, which: 'LicenseRef-1' } })) // prettier-ignore
    expect(codes({ A: twice(texts[0]!, texts[0]!) })).not.toContain('W-LICENCE-TWICE')
  })

  it.each([
    [
      [
        { extractedText: 'MIT', name: 'MIT License' },
        { extractedText: 'MIT', name: 'The MIT License' },
      ],
      'open',
    ],
    [[{ extractedText: mit, name: 'MIT License' }, { extractedText: mit.replaceAll(' ', '  ') }], 'open'],
    [[{ extractedText: mit }, { extractedText: mit, name: 'MIT License' }], 'open'],
    [
      ['see COPYING', 'see  COPYING'].map((extractedText) => ({ extractedText, seeAlsos: ['https://opensource.org/licenses/MIT'] })),
      'open',
    ],
    [[{ extractedText: 'Lorem ipsum.', name: 'Foo' }, { extractedText: 'Lorem ipsum.' }], 'unknown'],
  ])('blanks and the wording of a name make no other definition', (infos, openness) => {
    const document = (all: readonly object[]) => spdx({ hasExtractedLicensingInfos: all.map((one) => ({ licenseId: 'LicenseRef-1', ...one })) }) // prettier-ignore
    for (const all of [infos, infos.toReversed()]) {
      expect(licence(document(all)).openness).toBe(openness)
      expect(codes({ A: document(all) })).not.toContain('W-LICENCE-TWICE')
    }
  })

  it('the name in an id makes no definitions open that contradict each other', () => {
    const infos = [mit, EULA].map((extractedText) => ({ licenseId: 'LicenseRef-MIT', extractedText }))
    expect(licence(spdx({ hasExtractedLicensingInfos: infos }, 'LicenseRef-MIT')).openness).toBe('proprietary')
    const details = [mit, EULA].map((content) => ({ licenseIdentifier: 'LicenseRef-MIT', text: { content } }))
    expect(licence(cyclonedx([{ expression: 'LicenseRef-MIT', expressionDetails: details }])).openness).toBe('proprietary')
  })

  it('3: licences whose addresses end alike stay two', () => {
    const own = (spdxId: string, text: string) => ({ type: 'expandedlicensing_CustomLicense', spdxId, simplelicensing_licenseText: text })
    const both = { type: 'expandedlicensing_ConjunctiveLicenseSet', spdxId: 'urn:x#l', expandedlicensing_member: ['urn:y#1', 'urn:z#1'] }
    expect(licence(spdx3(both, own('urn:y#1', mit), own('urn:z#1', EULA))).openness).toBe('proprietary')
    const expression = { type: 'simplelicensing_LicenseExpression', simplelicensing_licenseExpression: 'LicenseRef-1' }
    const by = (spdxId: string, value: string) => ({ ...expression, spdxId, simplelicensing_customIdToUri: [{ type: 'DictionaryEntry', key: 'LicenseRef-1', value }] }) // prettier-ignore
    const sets = { ...both, expandedlicensing_member: ['urn:x#e1', 'urn:x#e2'] }
    const graph = [by('urn:x#e1', 'urn:y#1'), by('urn:x#e2', 'urn:z#1'), own('urn:y#1', mit), own('urn:z#1', EULA)]
    expect(licence(spdx3(sets, ...graph)).openness).toBe('proprietary')
  })

  it.each(['declared', 'in no list of documents'])('RDF: a licence of another document is explained by that one, %s', (how) => {
    const rdf = (address: string, inner: string, more = '') =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#"><spdx:SpdxDocument rdf:about="${address}#SPDXRef-DOCUMENT"><spdx:specVersion>SPDX-2.3</spdx:specVersion>${more}</spdx:SpdxDocument>${inner}</rdf:RDF>`
    const listed = `<spdx:externalDocumentRef><spdx:ExternalDocumentRef rdf:about="https://example.org/a#DocumentRef-b"><spdx:spdxDocument rdf:resource="https://example.org/b"/></spdx:ExternalDocumentRef></spdx:externalDocumentRef>`
    const declared = (id: string) =>
      `<spdx:Package rdf:about="https://example.org/a#SPDXRef-a"><spdx:name>a</spdx:name><spdx:licenseDeclared><spdx:ConjunctiveLicenseSet><spdx:member rdf:resource="http://spdx.org/licenses/ISC"/><spdx:member rdf:resource="https://example.org/b#${id}"/></spdx:ConjunctiveLicenseSet></spdx:licenseDeclared></spdx:Package>`
    const own = `<spdx:ExtractedLicensingInfo rdf:about="https://example.org/a#LicenseRef-1"><spdx:licenseId>LicenseRef-1</spdx:licenseId><spdx:extractedText>${mit}</spdx:extractedText></spdx:ExtractedLicensingInfo>`
    const A = rdf('https://example.org/a', declared('LicenseRef-1') + own, how === 'declared' ? listed : '')
    const B = rdf('https://example.org/b', `<spdx:ExtractedLicensingInfo rdf:about="https://example.org/b#LicenseRef-1"><spdx:licenseId>LicenseRef-1</spdx:licenseId><spdx:extractedText>${EULA}</spdx:extractedText></spdx:ExtractedLicensingInfo>`)
    const asJson = spdx({ documentNamespace: 'https://example.org/b', packages: [], hasExtractedLicensingInfos: [described('Acme', EULA)] })
    expect(licence({ A })).toMatchObject({ openness: 'unknown' })
    expect(codes({ A })).toContain('W-LICENCE-REF')
    for (const texts of [{ A, B }, { B, A }, { A, B: asJson }]) {
      expect(licence(texts).openness).toBe('proprietary')
      expect(codes(texts)).not.toContain('W-LICENCE-REF')
    }
  }) // prettier-ignore

  const graph = (...elements: readonly object[]) => JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [{ type: 'CreationInfo', '@id': '_:i', specVersion: '3.0.1' }, ...elements] }) // prettier-ignore
  const acme = { type: 'expandedlicensing_CustomLicense', spdxId: 'urn:y#acme', name: 'Acme', simplelicensing_licenseText: EULA }
  const free = { ...acme, spdxId: 'urn:y#free', simplelicensing_licenseText: mit }
  const stating = (expression: string, ...ids: readonly (readonly [string, string])[]) => ({
    type: 'simplelicensing_LicenseExpression',
    spdxId: 'urn:x#l',
    simplelicensing_licenseExpression: expression,
    simplelicensing_customIdToUri: ids.map(([key, value]) => ({ type: 'DictionaryEntry', key, value })),
  })
  const set = { type: 'expandedlicensing_ConjunctiveLicenseSet', spdxId: 'urn:x#l', expandedlicensing_member: ['https://spdx.org/licenses/ISC', 'urn:y#l'] } // prettier-ignore
  it.each([
    ['a licence', { A: spdx3(), B: graph({ ...acme, spdxId: 'urn:x#l' }) }, 'proprietary'],
    ['an open one', { A: spdx3(), B: graph({ ...free, spdxId: 'urn:x#l' }) }, 'open'],
    ['an expression', { A: spdx3(), B: graph(stating('MIT OR BUSL-1.1')) }, 'open'],
    ['a member of a set', { A: spdx3(set), B: graph({ ...stating('MIT AND BUSL-1.1'), spdxId: 'urn:y#l' }) }, 'restricted'],
    ['a choice within a set', { A: spdx3(set), B: graph({ ...stating('MIT OR BUSL-1.1'), spdxId: 'urn:y#l' }) }, 'open'],
    ['what an expression names', { A: spdx3(stating('MIT AND LicenseRef-1', ['LicenseRef-1', 'urn:y#acme'])), B: graph(acme) }, 'proprietary'],
    ['what an expression there names', { A: spdx3(), B: graph(stating('MIT AND LicenseRef-1', ['LicenseRef-1', 'urn:y#acme']), acme) }, 'proprietary'],
    ['a third document', { A: spdx3(), B: graph(stating('MIT AND LicenseRef-1', ['LicenseRef-1', 'urn:y#acme'])), C: graph(acme) }, 'proprietary'],
    ['names that both use', { A: spdx3({ ...set, expandedlicensing_member: ['urn:x#LicenseRef-1', 'urn:y#l'] }, { ...free, spdxId: 'urn:x#LicenseRef-1' }), B: graph({ ...stating('LicenseRef-1', ['LicenseRef-1', 'urn:y#acme']), spdxId: 'urn:y#l' }, acme) }, 'proprietary'],
    ['an addition', { A: spdx3({ type: 'expandedlicensing_WithAdditionOperator', spdxId: 'urn:x#l', expandedlicensing_subjectExtendableLicense: 'https://spdx.org/licenses/Apache-2.0', expandedlicensing_subjectAddition: 'urn:y#cc' }), B: graph({ type: 'expandedlicensing_CustomLicenseAddition', spdxId: 'urn:y#cc', name: 'Clause', expandedlicensing_additionText: COMMONS_CLAUSE }) }, 'restricted'],
  ])('3: another document describes %s', (_, texts, openness) => {
    const all = texts as Texts
    expect(licence({ A: all['A']! }).openness).toBe('unknown')
    expect(codes({ A: all['A']! })).toContain('W-LICENCE-REF')
    for (const order of [all, Object.fromEntries(Object.entries(all).reverse())]) {
      expect(licence(order).openness).toBe(openness)
      expect(codes(order)).not.toContain('W-LICENCE-REF')
    }
  }) // prettier-ignore

  it('3: expressions that name each other across documents end', () => {
    const other = (spdxId: string, member: string) => ({
      ...set,
      spdxId,
      expandedlicensing_member: ['https://spdx.org/licenses/ISC', member],
    })
    expect(licence({ A: spdx3(other('urn:x#l', 'urn:y#l')), B: graph(other('urn:y#l', 'urn:x#l')) }).openness).toBe('unknown')
  })

  it.each([
    ['OrLaterOperator', { expandedlicensing_subjectLicense: 'https://spdx.org/licenses/GPL-2.0-only' }, 'GPL-2.0-or-later', 'open'],
    ['OrLaterOperator', { expandedlicensing_subjectLicense: 'https://spdx.org/licenses/LGPL-2.1' }, 'LGPL-2.1-or-later', 'open'],
    ['WithAdditionOperator', { expandedlicensing_subjectExtendableLicense: 'https://spdx.org/licenses/Apache-2.0', expandedlicensing_subjectAddition: 'urn:x#cc' }, 'Apache-2.0 AND LicenseRef-Commons-Clause', 'restricted'],
    ['WithAdditionOperator', { expandedlicensing_subjectExtendableLicense: 'https://spdx.org/licenses/Apache-2.0', expandedlicensing_subjectAddition: 'urn:x#AdditionRef-nobody' }, 'Apache-2.0 AND LicenseRef-AdditionRef-nobody', 'unknown'],
    ['LicenseExpression', { simplelicensing_licenseExpression: 'Apache-2.0 WITH AdditionRef-a', simplelicensing_customIdToUri: [{ type: 'DictionaryEntry', key: 'AdditionRef-a', value: 'urn:x#cc' }] }, 'Apache-2.0 AND LicenseRef-Commons-Clause', 'restricted'],
    ['ListedLicense', { name: 'MIT', simplelicensing_licenseText: EULA }, 'MIT AND LicenseRef-eula', 'proprietary'],
  ])('3: %s', (type, members, expression, openness) => {
    const addition = { type: 'expandedlicensing_CustomLicenseAddition', spdxId: 'urn:x#cc', name: 'Clause', expandedlicensing_additionText: COMMONS_CLAUSE }
    const prefix = type === 'LicenseExpression' ? 'simplelicensing' : 'expandedlicensing'
    expect(licence(spdx3({ type: `${prefix}_${type}`, spdxId: 'urn:x#l', ...members }, addition))).toMatchObject({ expression, openness })
  }) // prettier-ignore

  it('3: a licence that nothing describes is no statement, and told', () => {
    const A = spdx3()
    expect(licence(A)).toMatchObject({ openness: 'unknown', by: ['silence'] })
    expect(codes({ A })).toContain('W-LICENCE-REF')
  })
})

describe('CycloneDX', () => {
  it('texts and addresses of parts of an expression are looked at', () => {
    const details = (licenseIdentifier: string, more: object) => [{ expression: `${licenseIdentifier} AND ISC`, expressionDetails: [{ licenseIdentifier, ...more }] }] // prettier-ignore
    expect(licence(cyclonedx(details('MIT', { text: { content: EULA } }))).openness).toBe('proprietary')
    expect(licence(cyclonedx(details('MIT', { text: { content: mit } })))).toMatchObject({ expression: 'MIT AND ISC', confidence: 0.99 })
    expect(licence(cyclonedx(details('LicenseRef-a', { url: 'https://opensource.org/licenses/MIT' }))).expression).toBe('MIT AND ISC')
  })

  it('evidence and an address speak where nothing is stated', () => {
    const evidence = { evidence: { licenses: [{ license: { id: 'Apache-2.0' } }] } }
    const link = { externalReferences: [{ type: 'license', url: 'https://www.apache.org/licenses/LICENSE-2.0' }] }
    for (const more of [evidence, link])
      expect(licence(cyclonedx([{ license: { name: 'NOASSERTION' } }], more))).toMatchObject({ expression: 'Apache-2.0', openness: 'open' })
    expect(licence(cyclonedx([{ license: { id: 'MIT' } }], { evidence: { licenses: [{ license: { id: 'Elastic-2.0' } }] } })).range).toEqual(['open', 'restricted']) // prettier-ignore
    expect(licence(cyclonedx([{ license: { id: 'MIT' } }], link))).toMatchObject({ expression: 'MIT', confidence: 0.99 })
  })
})

describe('CycloneDX', () => {
  const entry = (members: string) => `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses><license>${members}</license></licenses></component></components></bom>` // prettier-ignore
  it.each([
    ['an address', { id: 'MIT', url: EULA_ADDRESS }, 'proprietary'],
    ['the address of the licence', { id: 'MIT', url: 'https://opensource.org/licenses/MIT' }, 'open'],
    ['an address that nobody knows', { id: 'MIT', url: 'https://example.org/licence' }, 'open'],
    ['a name', { id: 'MIT', name: 'Acme Commercial License' }, 'proprietary'],
    ['its own name', { id: 'MIT', name: 'MIT License' }, 'open'],
    ['a name that says nothing', { id: 'MIT', name: 'LICENSE' }, 'open'],
    ['a choice as its name', { id: 'GPL-2.0-only', name: 'GPL 2 or commercial' }, 'open'],
    ['a free name', { id: 'BUSL-1.1', name: 'MIT License' }, 'restricted'],
  ])('%s beside an id takes away and makes nothing more open', (_, members, openness) => {
    expect(licence(cyclonedx([{ license: members }])).openness).toBe(openness)
    const inner = Object.entries(members).map(([name, said]) => `<${name}>${xml(said)}</${name}>`)
    expect(licence(entry(inner.join(''))).openness).toBe(openness)
  })
})
