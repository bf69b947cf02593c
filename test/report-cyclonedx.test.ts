import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation'
import { Version } from '@cyclonedx/cyclonedx-library/Spec'
import { expect, test } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { cyclonedx } from '../src/report/cyclonedx.ts'
import { component, contractLine, HOSTILE, largeAudit, smallAudit } from './support/small-audit.ts'

interface Written {
  readonly 'bom-ref': string
  readonly type: string
  readonly name: string
  readonly properties?: readonly { readonly name: string; readonly value: string }[] | undefined
  readonly [key: string]: unknown
}
interface Bom {
  readonly metadata: {
    readonly component: Written
    readonly properties: Written['properties']
    readonly tools: unknown
    readonly timestamp?: string
  }
  readonly components: readonly Written[]
  readonly services: readonly Written[]
  readonly [key: string]: unknown
}

const render = async (audit: Audit) => [...(await cyclonedx.render(audit, { language: 'de' }))].join('')
const write = async (audit: Audit) => JSON.parse(await render(audit)) as Bom
const validate = (text: string) => new JsonStrictValidator(Version.v1dot6).validate(text)

/** Our properties, without the namespace; repeated ones as a list. */
function facts({ properties = [] }: { readonly properties?: Written['properties'] }): Record<string, string | string[]> {
  const grouped = Object.groupBy(properties, ({ name }) => name.replace('eigenstand:', ''))
  return Object.fromEntries(
    Object.entries(grouped).map(([name, all = []]) => [name, all.length === 1 ? all[0]!.value : all.map(({ value }) => value)]),
  )
}

const hostileItem = component(7, {
  name: HOSTILE,
  ref: HOSTILE,
  version: '',
  purl: 'not a purl',
  cpe: 'cpe:2.3:broken',
  said: { type: 'banana', supplier: HOSTILE, manufacturer: HOSTILE, group: '', description: HOSTILE },
  licence: {
    expression: 'LicenseRef-x AND (MIT OR Apache-2.0)',
    family: 'unknown',
    openness: 'unknown',
    confidence: 0,
    by: [],
    osi: 'unknown',
    evidence: [],
  },
})

test('what is written is valid CycloneDX 1.6', async () => {
  const service = component(8, { kind: 'service', said: { provider: 'Example Corp' } })
  for (const audit of [
    smallAudit(),
    smallAudit({ items: [...smallAudit().items, hostileItem, service] }),
    smallAudit({ items: [], level: null, sources: [] }),
    smallAudit({ items: [contractLine(1)] }),
  ]) {
    const text = await render(audit)
    expect(await validate(text)).toBeNull()
    expect(text.endsWith('\n}\n')).toBe(true)
  }
  expect(await validate((await render(smallAudit())).replace('"bom-ref":"c1"', '"bom-ref":1'))).not.toBeNull()
})

test('conclusions are properties, and only what is known', async () => {
  const { components } = await write(smallAudit())
  expect(components.map(({ name }) => name)).toEqual(['part-1', HOSTILE])
  const [known, unknown] = components
  expect(known).toMatchObject({
    'bom-ref': 'c1',
    type: 'library',
    version: '1.0.1',
    purl: 'pkg:npm/part-1@1.0.1',
    licenses: [{ license: { id: 'MIT', acknowledgement: 'concluded' } }],
  })
  expect(facts(known!)).toEqual({
    id: 'pkg:npm/part-1',
    source: 'bom.json',
    at: '/components/1',
    relation: 'direct',
    maker: 'Example Corp',
    'maker:id': 'example-corp',
    'maker:confidence': '0.95',
    control: 'controlled',
    controller: 'Example Corp',
    'controller:id': 'example-corp',
    'controller:country': 'US',
    tier: 'T1',
    family: 'permissive',
    openness: 'open',
    'licence:confidence': '0.99',
    structuralClass: 'C',
    layer: 'fachanwendung',
    boundService: 'Example Cloud',
    'boundService:portable': 'no',
    evidence: 'maker: bom.json /components/1/purl: pkg:npm/part-1@1.0.1',
  })
  expect(unknown).toMatchObject({
    cpe: 'cpe:2.3:a:example:part:1.0.2:*:*:*:*:*:*:*',
    licenses: [{ license: { name: HOSTILE, acknowledgement: 'declared' } }],
  })
  expect(Object.keys(facts(unknown!))).toEqual(['id', 'source', 'at', 'relation', 'structuralClass', 'layer'])
})

test('the root is what the BOM is about; procurement lines are only counted', async () => {
  const bom = await write(smallAudit())
  expect(bom.metadata.component).toMatchObject({ 'bom-ref': 'root', type: 'application', name: 'Bürgerportal' })
  expect(facts(bom.metadata)).toEqual({
    project: 'buergerportal',
    authority: 'Stadt Beispielstadt',
    asOf: '2026-11-23',
    rules: 'default',
    'rules:sha256': 'a'.repeat(64),
    'level:best': '4',
    'level:worst': '5',
    'level:provisional': 'true',
    procurementLinesLeftOut: '1',
  })
  expect(JSON.stringify(bom)).not.toContain('Office-Lizenzen')
  const [first, second] = [component(1, { relation: 'root', ref: 'a' }), component(2, { relation: 'root', ref: 'b' })]
  const several = await write(smallAudit({ items: [first, second] }))
  expect(several.metadata.component).toEqual({ type: 'application', name: 'Bürgerportal', 'bom-ref': 'eigenstand:project' })
  expect(several.components.map((one) => one['bom-ref'])).toEqual(['a', 'b'])
})

test('services, parties and what the library cannot hold', async () => {
  const service = component(8, { kind: 'service', name: 'Karten', said: { provider: 'Example Corp' } })
  const { components, services } = await write(smallAudit({ items: [hostileItem, service] }))
  expect(services).toHaveLength(1)
  expect(services[0]).toMatchObject({ name: 'Karten', provider: { name: 'Example Corp' } })
  expect(components[0]).toMatchObject({
    type: 'library',
    supplier: { name: HOSTILE },
    manufacturer: { name: HOSTILE },
    licenses: [{ expression: 'LicenseRef-x AND (MIT OR Apache-2.0)', acknowledgement: 'concluded' }],
  })
  expect(components[0]).not.toHaveProperty('cpe')
  expect(facts(components[0]!)).toMatchObject({ cpe: 'cpe:2.3:broken' })
})

test('the references of two SBOMs do not collide', async () => {
  const items = [component(1), component(1, { source: 1 }), component(1, { source: 1, ref: 'c1@1' })]
  const { components } = await write(smallAudit({ items }))
  expect(components.map((one) => one['bom-ref'])).toEqual(['c1', 'c1@1', 'c1@1@1'])
})

test('the same bytes everywhere: no clock, no chance, no locale', async () => {
  const items = ['z', 'ä', 'I', 'ı', 'i', 'a', 'Z'].map((name, n) => component(n, { name, ref: name }))
  const audit = smallAudit({ items })
  const here = await render(audit)
  expect(await render(audit)).toBe(here)
  const bom = JSON.parse(here) as Bom
  expect([bom.serialNumber, bom.metadata.timestamp, bom.dependencies]).toEqual([undefined, undefined, undefined])
  const script = `
    import { cyclonedx } from './src/report/cyclonedx.ts'
    process.stdout.write([...(await cyclonedx.render(JSON.parse(process.argv[1]), { language: 'de' }))].join(''))`
  const node = [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    script,
    JSON.stringify(audit),
  ]
  for (const locale of ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8']) {
    const cwd = fileURLToPath(new URL('..', import.meta.url))
    expect(execFileSync(process.execPath, node, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: locale } })).toBe(here)
  }
})

test('a large BOM comes in bounded pieces', async () => {
  const pieces = [...(await cyclonedx.render(largeAudit(2000), { language: 'de' }))]
  expect(pieces.length).toBeGreaterThan(10)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(80_000)
  expect((JSON.parse(pieces.join('')) as Bom).components).toHaveLength(2000)
})
