import { describe, expect, it } from 'vitest'
import { join, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { readAll } from './support/licences.ts'
import { LIMITS } from './support/limits.ts'

type Stated = Readonly<{ declared?: string; concluded?: string }>

const FORMATS: Readonly<Record<string, (packages: readonly Stated[], tool: string) => string>> = {
  'SPDX JSON': (packages, tool) =>
    JSON.stringify({
      packages: packages.map(({ declared, concluded }, i) => ({ SPDXID: `SPDXRef-${i}`, name: `p${i}`, licenseDeclared: declared, licenseConcluded: concluded })),
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      creationInfo: { creators: tool === '' ? ['Organization: Example'] : [`Tool: ${tool}`] },
    }), // prettier-ignore
  'SPDX tag-value': (packages, tool) =>
    [
      `SPDXVersion: SPDX-2.3\nCreator: Tool: ${tool}`,
      ...packages.map(({ declared, concluded }, i) =>
        [`PackageName: p${i}\nSPDXID: SPDXRef-${i}`, declared && `PackageLicenseDeclared: ${declared}`, concluded && `PackageLicenseConcluded: ${concluded}`].filter(Boolean).join('\n'),
      ),
    ].join('\n'), // prettier-ignore
  'SPDX 3': (packages, tool) =>
    JSON.stringify({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'CreationInfo', '@id': '_:i', specVersion: '3.0.1', createdUsing: tool === '' ? [] : ['urn:tool'] },
        { type: 'Tool', spdxId: 'urn:tool', name: tool },
        ...packages.flatMap((stated, i) => [
          { type: 'software_Package', spdxId: `urn:p${i}`, name: `p${i}` },
          ...Object.entries(stated).flatMap(([kind, text]) => [
            { type: 'simplelicensing_LicenseExpression', spdxId: `urn:l${i}${kind}`, simplelicensing_licenseExpression: text },
            { type: 'Relationship', spdxId: `urn:r${i}${kind}`, from: `urn:p${i}`, relationshipType: kind === 'declared' ? 'hasDeclaredLicense' : 'hasConcludedLicense', to: [`urn:l${i}${kind}`] },
          ]),
        ]),
      ],
    }), // prettier-ignore
}

const read = (text: string) => join([...readInputs({ ...inMemory('a', Buffer.from(text)), sha256: () => 'a' }, { limits: LIMITS })])

describe.each(Object.entries(FORMATS))('NONE as a licence in %s', (_, write) => {
  const openness = (packages: readonly Stated[], tool = 'example-1') =>
    read(write(packages, tool)).items.map(({ said }) => readAll(said.licences ?? []).openness)
  const noted = (packages: readonly Stated[], tool = 'example-1') =>
    read(write(packages, tool)).notes.find(({ code }) => code === 'W-LICENCE-NONE')?.params
  const both = (text: string) => ({ declared: text, concluded: text })

  it('is what a tool has found, whether it has another word for what it could not read or not', () => {
    expect(openness([both('NONE'), both('MIT')])).toEqual(['unknown', 'open'])
    expect(openness([both('NONE'), both('NOASSERTION')])).toEqual(['unknown', 'unknown'])
    expect(noted([both('NONE'), both('NONE'), both('MIT')])).toEqual({ n: 2 })
  })

  it('is a statement where somebody concludes it who is no tool', () => {
    expect(openness([both('NONE'), both('NOASSERTION')], '')).toEqual(['proprietary', 'unknown'])
    expect(openness([{ declared: 'NOASSERTION', concluded: 'NONE' }], '')).toEqual(['proprietary'])
    expect(noted([both('NONE')], '')).toBeUndefined()
  })

  it('draws no conclusion where it is only declared', () => {
    expect(openness([{ declared: 'NONE', concluded: 'NOASSERTION' }])).toEqual(['unknown'])
    expect(openness([{ declared: 'NONE' }])).toEqual(['unknown'])
    expect(openness([{ declared: 'NONE', concluded: 'MIT' }])).toEqual(['open'])
    expect(noted([{ declared: 'NONE', concluded: 'MIT' }])).toBeUndefined()
  })

  it('is how Yocto writes what may not be passed on', () => {
    expect(openness([{ declared: 'NONE', concluded: 'NOASSERTION' }], 'OpenEmbedded Core create-spdx.bbclass')).toEqual(['proprietary'])
  })
})

it('NONE as a licence in CycloneDX is told as in SPDX', () => {
  const licences = [[{ license: { name: 'NONE' } }], [{ expression: 'NONE' }], [{ license: { id: 'MIT' } }], [], undefined]
  const components = licences.map((all, i) => ({ type: 'library', name: `p${i}`, licenses: all }))
  const { items, notes } = read(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components }))
  expect(items.slice(0, 2).map(({ said }) => readAll(said.licences ?? []).openness)).toEqual(['unknown', 'unknown'])
  expect(notes.find(({ code }) => code === 'W-LICENCE-NONE')?.params).toEqual({ n: 2 })
})

it('two documents may mean different licences by one reference, in whatever order', () => {
  const document = (name: string) => ({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    documentNamespace: `https://example.org/${name.replace(' ', '-')}`,
    packages: [{ SPDXID: 'SPDXRef-a', name: 'a', licenseDeclared: 'LicenseRef-1', externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/a@1' }] }],
    hasExtractedLicensingInfos: [{ licenseId: 'LicenseRef-1', name, extractedText: 'NOASSERTION' }],
  }) // prettier-ignore
  const verdicts = [
    ['MIT', 'Acme EULA'],
    ['Acme EULA', 'MIT'],
  ].map((names) => {
    const { items } = join(names.flatMap((name, i) => readInputs({ ...inMemory(`${i}`, Buffer.from(JSON.stringify(document(name)))), sha256: () => `${i}` }, { limits: LIMITS }))) // prettier-ignore
    return readAll(items[0]!.said.licences ?? [])
  })
  expect(verdicts[0]).toEqual(verdicts[1])
  expect(verdicts[0]).toMatchObject({ openness: 'unknown', range: ['open', 'proprietary'] })
})

it.each([
  ['JSON', '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","licenses":[{"expression":"NONE"}]}]}'],
  [
    'XML',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>a</name><licenses><license><name>NONE</name></license></licenses></component></components></bom>',
  ],
])('in CycloneDX %s it is nothing that was found', (_, text) => {
  expect(readAll(read(text).items[0]!.said.licences ?? [])).toMatchObject({ openness: 'unknown', by: ['silence'] })
})
