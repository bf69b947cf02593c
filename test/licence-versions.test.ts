import { describe, expect, it } from 'vitest'
import { identify } from '../src/identify/index.ts'
import { licenceOn } from '../src/identify/licence-history.ts'
import { isBelow, parseVersion } from '../src/identify/version.ts'
import type { Dossier } from '../src/model/dossier.ts'
import type { Knowledge } from '../src/model/knowledge.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import type { Item, SaidLicence, Source } from '../src/model/item.ts'
import { read } from './support/licences.ts'
import { shipped } from './support/vendors.ts'

const histories = [...shipped.licenceHistories.values()]

const source: Source = {
  path: 'bom.json', format: 'cyclonedx-json', sha256: '', bytes: 0, encoding: 'utf-8', records: 1, read: 1, rejected: 0, unusable: 0,
  notation: 'pointer', fields: { name: '/name', version: '/version', purl: '/purl', licences: '/licenses' },
} as unknown as Source // prettier-ignore

interface Given extends Partial<Pick<Item, 'version' | 'purl' | 'line'>> {
  readonly name: string
  readonly licences?: readonly SaidLicence[]
  readonly asOf?: string
}

function concluded({ name, licences, asOf = '2026-11-29', ...rest }: Given, knowledge: Knowledge = shipped): Dossier {
  const item: Item = {
    id: name, ref: name, source: 0, kind: 'software', name, relation: 'direct', counted: true, seenAt: [{ source: 0, at: '/components/0' }],
    said: licences === undefined ? {} : { licences }, ...rest,
  } // prettier-ignore
  return identify({ sources: [source], items: [item], notes: [] }, knowledge, { asOf, project: EMPTY_PROJECT }).dossiers[0]!
}

const licenceOf = (purl: string, version?: string) => concluded({ name: 'x', purl, ...(version !== undefined && { version }) }).licence

describe('versions', () => {
  it.each([
    ['7.2.4', 'semver', [7, 2, 4]],
    ['v1.15.0', 'semver', [1, 15, 0]],
    ['5:7.0.15-1~deb12u1', 'semver', [7, 0, 15]],
    ['6.2.6-2.el9', 'semver', [6, 2, 6]],
    ['7.2.4-r0', 'semver', [7, 2, 4]],
    ['7.4-bookworm', 'semver', [7, 4]],
    ['2.4.0+dfsg', 'semver', [2, 4, 0]],
    ['8.0.0-rc1', 'semver', [8, 0, 0]],
    ['1.6.0rc2', 'semver', [1, 6, 0]],
    ['latest', 'semver', undefined],
    ['alpine3.18', 'semver', undefined],
    ['7f3abc2', 'semver', undefined],
    ['sha256:7f3abc', 'semver', undefined],
    ['RELEASE.2021-04-22T15-44-28Z', 'date', [2021, 4, 22]],
    ['20210422154428.0.0-1', 'date', [2021, 4, 22]],
    ['v0.0.0-20210512000000-abcdef012345', 'date', [2021, 5, 12]],
    ['2021-13-45', 'date', undefined],
    ['1.8.0_202', 'java', [8, 0, 202]],
    ['1.8.0_202-b08', 'java', [8, 0, 202]],
    ['8u211', 'java', [8, 0, 211]],
    ['1.8.0:update_202', 'java', [8, 0, 202]],
    ['17.0.12+8', 'java', [17, 0, 12]],
  ] as const)('%s (%s)', (text, scheme, numbers) => {
    expect(parseVersion(text, scheme)).toEqual(numbers)
  })

  it('that are too short lie neither below nor above', () => {
    expect(isBelow([7], [7, 4])).toBeUndefined()
    expect(isBelow([7], [7, 0])).toBe(false)
    expect(isBelow([6], [7, 4])).toBe(true)
    expect(isBelow([7, 10], [7, 4])).toBe(false)
    expect(isBelow([7, 4, 1], [7, 4])).toBe(false)
  })
})

describe('licences by version', () => {
  it.each([
    ['pkg:docker/library/redis@7.2.4', 'open', 'permissive'],
    ['pkg:deb/debian/redis-server@5:7.0.15-1~deb12u1', 'open', 'permissive'],
    ['pkg:docker/library/redis@7.4.1-alpine', 'restricted', 'restricted'],
    ['pkg:docker/library/redis@8.2', 'open', 'network-copyleft'],
    ['pkg:maven/org.elasticsearch/elasticsearch@7.10.2', 'open', 'permissive'],
    ['pkg:maven/org.elasticsearch/elasticsearch@7.17.0', 'restricted', 'restricted'],
    ['pkg:docker/elasticsearch@7.10.2', 'restricted', 'restricted'],
    ['pkg:docker/hashicorp/terraform@1.5.7', 'open', 'weak-copyleft'],
    ['pkg:docker/hashicorp/terraform@1.6.0', 'restricted', 'restricted'],
    ['pkg:golang/github.com/hashicorp/vault@v1.14.9', 'open', 'weak-copyleft'],
    ['pkg:deb/ubuntu/mongodb-server-core@1:3.6.3-0ubuntu1', 'open', 'network-copyleft'],
    ['pkg:docker/library/mongo@3.6.23', 'restricted', 'restricted'],
    ['pkg:docker/library/mongo@6.0', 'restricted', 'restricted'],
    ['pkg:docker/grafana/grafana@7.5.17', 'open', 'permissive'],
    ['pkg:docker/grafana/grafana@11.1.0', 'open', 'network-copyleft'],
    ['pkg:docker/minio/minio@RELEASE.2021-04-22T15-44-28Z', 'open', 'permissive'],
    ['pkg:docker/minio/minio@RELEASE.2024-01-16T16-07-38Z', 'open', 'network-copyleft'],
    ['pkg:nuget/EPPlus@4.5.3.3', 'open', 'weak-copyleft'],
    ['pkg:nuget/EPPlus@7.0.0', 'restricted', 'restricted'],
    ['pkg:nuget/FluentAssertions@8.0.1', 'restricted', 'restricted'],
    ['pkg:maven/com.typesafe.akka/akka-actor_2.13@2.6.20', 'open', 'permissive'],
    ['pkg:maven/com.typesafe.akka/akka-actor-typed_2.13@2.8.0', 'restricted', 'restricted'],
  ])('%s is %s', (purl, openness, family) => {
    const version = purl.slice(purl.lastIndexOf('@') + 1)
    expect(licenceOf(purl, version)).toMatchObject({ openness, family, confidence: 0.75, by: ['product-version', expect.any(String)] })
    expect(licenceOf(purl)).toMatchObject({ openness })
  })

  it('show name and version as their evidence, and say no more than the document said', () => {
    const { licence } = concluded({ name: 'redis', purl: 'pkg:docker/redis@7.2.4', version: '7.2.4' })
    expect(licence.evidence).toEqual([
      { source: 0, at: '/components/0/name', says: 'redis' },
      { source: 0, at: '/components/0/version', says: '7.2.4' },
    ])
    expect(licence.said).toBeUndefined()
    const silent = concluded({ name: 'redis', purl: 'pkg:docker/redis@7.2.4', licences: [{ text: 'NOASSERTION', as: 'name' }] }).licence
    expect(silent).toMatchObject({ expression: 'BSD-3-Clause', said: 'NOASSERTION' })
  })

  it('never go before what the document states, readable or not', () => {
    const given = (text: string) =>
      concluded({ name: 'redis', purl: 'pkg:docker/redis@7.4.0', version: '7.4.0', licences: [{ text, as: 'name' }] }).licence
    expect(given('BSD-3-Clause')).toMatchObject({ expression: 'BSD-3-Clause', by: ['exact'] })
    expect(given('NONE')).toMatchObject({ family: 'none' })
    expect(given('LicenseRef-7')).toMatchObject({ openness: 'unknown' })
  })

  it('stay unknown, with both ends, where the version does not tell', () => {
    for (const version of ['latest', '7', undefined])
      expect(licenceOf('pkg:docker/library/redis', version)).toMatchObject({
        openness: 'unknown',
        range: ['open', 'restricted'],
        confidence: 0,
      })
    expect(licenceOf('pkg:docker/library/redis', '6')).toMatchObject({ expression: 'BSD-3-Clause' })
    expect(licenceOf('pkg:docker/grafana/grafana', 'latest')).toMatchObject({ openness: 'open', family: 'unknown' })
    expect(licenceOf('pkg:oci/redis@sha256:aa?repository_url=docker.io/library/redis&tag=7.4-alpine')).toMatchObject({
      openness: 'restricted',
    })
  })

  it('are not those of a vendor’s other packages', () => {
    for (const purl of [
      'pkg:golang/github.com/hashicorp/vault/api@v1.15.0',
      'pkg:golang/github.com/hashicorp/terraform-plugin-sdk@v2.0.0',
      'pkg:maven/org.elasticsearch.client/elasticsearch-rest-client@8.0.0',
      'pkg:npm/redis@7.4.0',
      'pkg:maven/com.typesafe.akka/akka-stream-kafka_2.13@3.0.0',
    ])
      expect(concluded({ name: 'x', purl, version: '9.9' }).licenceChange, purl).toBeUndefined()
  })

  it('tell Oracle’s Java by version, OpenJDK builds apart', () => {
    const java = (version: string) => concluded({ name: 'Oracle Java SE', version }).licence.expression
    expect(['8u202', '8u211', '11.0.20', '17.0.12', '17.0.13', '21.0.4'].map(java)).toEqual([
      'LicenseRef-oracle-bcl', 'LicenseRef-oracle-otn', 'LicenseRef-oracle-otn', 'LicenseRef-oracle-nftc', 'LicenseRef-oracle-otn', 'LicenseRef-oracle-nftc',
    ]) // prettier-ignore
    expect(concluded({ name: 'OpenJDK', version: '17.0.12' }).licence.openness).toBe('open')
  })

  it('change on a day where that is known', () => {
    const akka = (asOf: string) =>
      concluded({ name: 'x', purl: 'pkg:maven/com.typesafe.akka/akka-actor_2.13', version: '2.7.0', asOf }).licence.openness
    expect([akka('2025-06-01'), akka('2026-11-29')]).toEqual(['restricted', 'open'])
  })
})

describe('a change of licence', () => {
  const change = (version?: string) =>
    concluded({ name: 'redis', purl: 'pkg:docker/redis', ...(version !== undefined && { version }) }).licenceChange

  it('is told with its version, day and source, whatever the document says about the licence', () => {
    expect(change('7.2.4')).toMatchObject({ product: 'Redis', state: 'before', from: 'BSD-3-Clause', version: '7.4', on: '2024-03-20' })
    expect(change('7.4.2')).toMatchObject({ state: 'after', version: '7.4' })
    expect(change('8.0.1')).toMatchObject({ state: 'after', version: '8.0', on: '2025-05-01' })
    expect(change()).toMatchObject({ state: 'unknown' })
    expect(change('7.2.4')!.source.what).toMatch(/^Redis, 20 March 2024/)
    const stated = concluded({ name: 'x', purl: 'pkg:nuget/AutoMapper@14.0.0', version: '14.0.0', licences: [{ text: 'MIT', as: 'id' }] })
    expect(stated).toMatchObject({ licence: { expression: 'MIT', by: ['exact'] }, licenceChange: { state: 'before', version: '15.0' } })
  })
})

describe('a history that returns to its first licence', () => {
  const place = { file: 'own.yaml', line: 1, column: 1 }
  const versions = [
    { until: '2', licence: 'MIT' },
    { from: '2', until: '3', licence: 'BUSL-1.1' },
    { from: '3', licence: 'MIT' },
  ]
  const own = { ...shipped.licenceHistories.get('redis')!, id: 'own', name: 'Own', products: [], namespaces: { generic: ['own'] }, versions, place } // prettier-ignore
  const { index: _, ...rules } = shipped
  const knowledge = { ...rules, licenceHistories: new Map([['own', own]]) }

  it.each([
    ['1.0', 'before'],
    ['2.0', 'after'],
    ['3.0', undefined],
  ])('version %s lies %s the change', (version, state) => {
    const purl = `pkg:generic/own@${version}`
    expect(concluded({ name: 'own', version, purl }, knowledge).licenceChange?.state).toBe(state)
  })
})

describe('the list of changes', () => {
  const numbers = (text: string, { scheme }: (typeof histories)[number]) => parseVersion(text, scheme)

  it('is long, and every boundary is a version', () => {
    expect(histories.length).toBeGreaterThan(40)
    for (const one of histories)
      for (const { from, until } of one.versions)
        for (const boundary of [from, until])
          if (boundary !== undefined) expect(numbers(boundary, one), `${one.id} ${boundary}`).toBeDefined()
  })

  it('leaves no gap and no overlap', () => {
    for (const { id, versions } of histories) {
      expect(versions[0]!.from, id).toBeUndefined()
      expect(versions.at(-1)!.until, id).toBeUndefined()
      versions.slice(1).forEach(({ from }, i) => expect(from, id).toBe(versions[i]!.until))
    }
  })

  it('names products of the register, each once, and licences that can be read', () => {
    const products = new Set([...shipped.organisations.values()].flatMap(({ products }) => products.map(({ id }) => id)))
    const named = histories.flatMap((one) => one.products)
    expect(named.filter((id) => !products.has(id))).toEqual([])
    expect(new Set(named).size).toBe(named.length)
    const expressions = histories.flatMap(({ versions }) =>
      versions.flatMap(({ licence, becomes }) => [licence, becomes?.licence ?? licence]),
    )
    expect(expressions.filter((licence) => licence !== 'LicenseRef-unspecified' && read(licence).openness === 'unknown')).toEqual([])
  })

  it('agrees with what the register says of the product today', () => {
    const byId = new Map([...shipped.organisations.values()].flatMap(({ products }) => products.map((one) => [one.id, one] as const)))
    const differing = histories.flatMap(({ id, products, versions }) =>
      products
        .filter((product) => {
          const stated = byId.get(product)!.licence
          return stated !== undefined && read(stated).openness !== read(licenceOn(versions.at(-1)!, '2026-11-29')).openness
        })
        .map((product) => `${id}: ${product}`),
    )
    expect(differing).toEqual([])
  })
})
