import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TR03183_FIELDS, type Tr03183 } from '../src/model/tr03183.ts'
import { readInputs } from '../src/read/index.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

function tr(content: string | Buffer): Tr03183 {
  const [source] = readInputs({ ...bytesOf(Buffer.from(content), 'bom'), sha256: () => '' }, { limits: LIMITS })
  return source!.reading.tr03183!
}

/** `met/of` by field. */
const counts = ({ fields }: Tr03183) => Object.fromEntries(fields.map(({ id, met, of }) => [id, `${met}/${of}`]))

const full = {
  'bom-ref': 'a',
  type: 'library',
  name: 'a',
  version: '1',
  purl: 'pkg:npm/a@1',
  manufacturer: { name: 'Beispiel GmbH', contact: [{ name: 'Postfach' }, { email: 'sbom@beispiel.example' }] },
  licenses: [{ expression: 'MIT', acknowledgement: 'concluded' }, { license: { id: 'MIT', acknowledgement: 'declared' } }],
  externalReferences: [
    { type: 'distribution', url: 'https://beispiel.example/a.tgz', hashes: [{ alg: 'SHA-256', content: 'ab' }, { alg: 'SHA-512', content: 'ab' }] },
    { url: 'https://beispiel.example/a-src.tgz', type: 'source-distribution' },
    { type: 'vcs', url: 'https://beispiel.example/a.git', hashes: [{ alg: 'SHA-512', content: 'ab' }] },
  ],
  properties: [
    { name: 'other:thing', value: 'x' },
    { name: 'bsi:component:filename', value: 'a.tgz' },
    { value: 'non-executable', name: 'bsi:component:executable' },
    { name: 'bsi:component:archive', value: 'archive' },
    { name: 'bsi:component:structured', value: '' },
  ],
} // prettier-ignore
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  metadata: { timestamp: '2026-11-23T10:00:00Z', manufacturer: { url: ['https://beispiel.example'] }, component: { 'bom-ref': 'root', type: 'application', name: 'app' } },
  components: [full, { 'bom-ref': 'b', type: 'library', name: 'b', licenses: [{ license: { name: 'Eigene', acknowledgement: 'concluded' } }] }],
  services: [{ name: 'not a component' }],
  dependencies: [{ ref: 'root', dependsOn: ['a', 'b'] }, { ref: 'a' }],
  compositions: [{ aggregate: 'complete', dependencies: ['a'] }, { aggregate: 'not_specified', assemblies: ['b'] }],
} // prettier-ignore

const EXPECTED = {
  'sbom-creator': '1/1', timestamp: '1/1', 'sbom-uri': '1/1', 'no-vulnerabilities': '1/1', creator: '1/3', name: '3/3', version: '1/3',
  filename: '1/3', dependencies: '2/3', completeness: '1/3', 'distribution-licence': '1/3', 'deployable-hash': '1/3', executable: '1/3',
  archive: '1/3', structured: '0/3', 'source-uri': '1/3', 'deployable-uri': '1/3', identifiers: '1/3', 'original-licence': '1/3',
  'effective-licence': '0/3', 'source-hash': '0/3', 'security-txt': '0/3',
} // prettier-ignore

describe('fields of TR-03183-2 in CycloneDX', () => {
  it('are counted one by one', () => expect(counts(tr(JSON.stringify(bom)))).toEqual(EXPECTED))

  it('are told by place where they are missing, three at most', () => {
    const many = { ...bom, components: Array.from({ length: 9 }, (_, n) => ({ type: 'library', name: `n${n}`, version: n < 2 ? '1' : undefined })) } // prettier-ignore
    const { fields } = tr(JSON.stringify(many))
    expect(fields.find(({ id }) => id === 'version')).toMatchObject({ met: 2, of: 10, missing: ['/metadata/component', '/components/2', '/components/3'] }) // prettier-ignore
    expect(fields.every(({ missing }) => missing.length <= 3)).toBe(true)
  })

  it('are the same in XML', () => {
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="${bom.serialNumber}">
      <metadata><timestamp>2026-11-23T10:00:00Z</timestamp><component bom-ref="root" type="application"><name>app</name></component>
        <manufacturer><url>https://beispiel.example</url></manufacturer></metadata>
      <components>
        <component bom-ref="a" type="library"><manufacturer><name>Beispiel GmbH</name><contact><name>Postfach</name></contact><contact><email>sbom@beispiel.example</email></contact></manufacturer>
          <name>a</name><version>1</version>
          <licenses><expression acknowledgement="concluded">MIT</expression><license acknowledgement="declared"><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl>
          <externalReferences>
            <reference type="distribution"><url>https://beispiel.example/a.tgz</url><hashes><hash alg="SHA-512">ab</hash></hashes></reference>
            <reference type="source-distribution"><url>https://beispiel.example/a-src.tgz</url></reference>
            <reference type="vcs"><url>https://beispiel.example/a.git</url><hashes><hash alg="SHA-512">ab</hash></hashes></reference>
          </externalReferences>
          <properties><property name="bsi:component:filename">a.tgz</property><property name="bsi:component:executable">non-executable</property><property name="bsi:component:archive">archive</property><property name="bsi:component:structured"></property></properties>
        </component>
        <component bom-ref="b" type="library"><name>b</name><licenses><license acknowledgement="concluded"><name>Eigene</name></license></licenses></component>
      </components>
      <services><service><name>not a component</name></service></services>
      <dependencies><dependency ref="root"><dependency ref="a"/><dependency ref="b"/></dependency><dependency ref="a"/></dependencies>
      <compositions><composition><aggregate>complete</aggregate><dependencies><dependency ref="a"/></dependencies></composition>
        <composition><aggregate>not_specified</aggregate><assemblies><assembly ref="b"/></assemblies></composition></compositions>
    </bom>`
    expect(counts(tr(xml))).toEqual(EXPECTED)
  })

  it('say that vulnerabilities stand in it', () => {
    expect(counts(tr(JSON.stringify({ ...bom, vulnerabilities: [{ id: 'CVE-1' }] })))['no-vulnerabilities']).toBe('0/1')
    expect(counts(tr(JSON.stringify({ ...bom, vulnerabilities: [] })))['no-vulnerabilities']).toBe('1/1')
    const xml = (inner: string) => `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components/>${inner}</bom>`
    expect(counts(tr(xml('<vulnerabilities><vulnerability><id>CVE-1</id></vulnerability></vulnerabilities>')))['no-vulnerabilities']).toBe('0/1') // prettier-ignore
    expect(counts(tr(xml('<vulnerabilities/>')))['no-vulnerabilities']).toBe('1/1')
  })

  it('take a composition that names nothing for one of the whole document', () => {
    expect(counts(tr(JSON.stringify({ ...bom, compositions: [{ aggregate: 'incomplete' }] }))).completeness).toBe('3/3')
  })

  it.each([
    ['metadata', { timestamp: '23.11.2026' }, 'timestamp'],
    ['metadata', { manufacturer: { name: 'Beispiel GmbH', url: ['beispiel'] } }, 'sbom-creator'],
    ['serialNumber', 'urn:uuid:1', 'sbom-uri'],
  ])('do not count what is not in form: %s %o', (key, value, field) => {
    expect(counts(tr(JSON.stringify({ ...bom, [key]: value })))[field]).toBe('0/1')
  })

  it.each([
    ['properties', 'text'],
    ['properties', [1, { name: 1, value: {} }, null]],
    ['externalReferences', [{ type: 'distribution', url: 1, hashes: 'SHA-512' }]],
    ['manufacturer', { contact: [{ email: 7 }, 'x'] }],
  ])('survive what has the wrong shape: %s %o', (key, value) => {
    const { fields } = tr(JSON.stringify({ ...bom, components: [{ type: 'library', name: 'b', [key]: value }] }))
    expect(fields.filter(({ id, met }) => ['filename', 'deployable-uri', 'deployable-hash', 'creator'].includes(id) && met > 0)).toEqual([])
  })

  it('are counted for older versions too, which the guideline no longer takes', () => {
    expect(tr(JSON.stringify({ ...bom, specVersion: '1.5' })).format).toBe('too-old')
    expect(tr(JSON.stringify({ ...bom, specVersion: '1.7' })).format).toBe('ok')
  })
})

const root = (file: string) => readFileSync(join(import.meta.dirname, '..', file))

describe('fields of TR-03183-2 in SPDX', () => {
  it.each(['bom.spdx', 'bom.spdx.json', 'bom.spdx.rdf', 'bom.spdx.xml', 'bom.spdx.yaml'])('%s is excluded', (file) => {
    expect(tr(root(`fixtures/rosetta/${file}`))).toEqual({ version: '2.1.0', format: 'excluded', fields: [] })
  })

  it('are counted in SPDX 3', () => {
    const { format, fields } = tr(root('fixtures/rosetta/bom.spdx3.json'))
    expect(fields.map(({ id }) => id)).toEqual(Object.keys(TR03183_FIELDS))
    expect(['ok', 'too-old']).toContain(format)
  })

  it('stand in files and sources that a package is tied to', () => {
    const creationInfo = { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1', created: '2026-11-23T10:00:00Z', createdBy: ['urn:o'] }
    const graph = (file: object) => ({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        creationInfo,
        { type: 'Organization', spdxId: 'urn:o', name: 'Beispiel', externalIdentifier: [{ type: 'ExternalIdentifier', externalIdentifierType: 'email', identifier: 'sbom@beispiel.example' }] },
        { type: 'software_Package', spdxId: 'urn:p', name: 'a', originatedBy: ['urn:o'] },
        { type: 'software_File', spdxId: 'urn:f', name: 'a.bin', ...file },
        { type: 'Relationship', spdxId: 'urn:r', from: 'urn:p', to: ['urn:f'], relationshipType: 'hasDistributionArtifact' },
        { type: 'Relationship', spdxId: 'urn:s', from: 'urn:p', to: ['urn:f'], relationshipType: 'dependsOn', completeness: 'complete' },
      ],
    }) // prettier-ignore
    const some = counts(tr(JSON.stringify(graph({ software_additionalPurpose: ['container'], verifiedUsing: [{ type: 'Hash', algorithm: 'sha512', hashValue: 'ab' }] })))) // prettier-ignore
    expect(some).toMatchObject({ filename: '1/1', executable: '1/1', archive: '1/1', structured: '1/1', 'deployable-hash': '1/1', creator: '1/1', 'sbom-creator': '1/1', timestamp: '1/1', dependencies: '1/1', completeness: '1/1' }) // prettier-ignore
    const none = counts(tr(JSON.stringify(graph({ verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'ab' }] }))))
    expect(none).toMatchObject({ filename: '1/1', executable: '0/1', structured: '0/1', 'deployable-hash': '0/1' })
  })
})

describe.skipIf(CORPUS === undefined)('files that were written for the guideline', () => {
  const folder = `${CORPUS ?? ''}/sbom/interlynk-io+sbomqs`
  const lacking = (result: Tr03183) => result.fields.flatMap(({ id, required, met, of }) => (required !== 'optional' && met < of ? [[id, met, of]] : [])) // prettier-ignore

  it('CycloneDX 1.6: everything is there but one creator', () => {
    const result = tr(readFileSync(`${folder}/cdx/validFullyCompliantBsiV21.cdx16.json`))
    // its third component has a supplier and no manufacturer
    expect([result.format, lacking(result)]).toEqual(['ok', [['creator', 2, 3]]])
  })

  it('SPDX 3.0.1: its third package is tied to no file', () => {
    const result = tr(readFileSync(`${folder}/spdx3/v2.1.0-complete-all-fields.json`))
    const files = ['filename', 'dependencies', 'completeness', 'deployable-hash', 'executable', 'archive', 'structured', 'source-uri', 'deployable-uri'] // prettier-ignore
    expect([result.format, lacking(result)]).toEqual(['ok', files.map((id) => [id, 2, 3])])
  })

  it('of an ordinary generator lack what the guideline adds', () => {
    const result = tr(readFileSync(`${CORPUS ?? ''}/sbom/made/digitalservicebund_a2j.cdxgen-12.8.4.1.7.cdx.json`))
    expect(counts(result)).toMatchObject({ name: '1038/1038', identifiers: '1038/1038', dependencies: '1038/1038', filename: '0/1038', 'deployable-hash': '0/1038' }) // prettier-ignore
  })
})
