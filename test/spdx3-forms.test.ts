import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: object | string): Reading {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return readInput({ ...inMemory('bom', Buffer.from(text)), sha256: () => '' }, { limits: LIMITS }).reading
}

const placed = ({ items }: Reading) => Object.fromEntries(items.map(({ name, relation }) => [name, relation]))
const codes = ({ notes }: Reading) => notes.map(({ code }) => code)

const SPDX = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld'
const TERMS = 'https://spdx.org/rdf/3.0.1/terms'
const ID = 'https://example.org/d#'
const creation = { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1' }
const software = (id: string, more: object = {}) => ({ type: 'software_Package', spdxId: id, name: id.replace(/^.*[:#]/, ''), ...more })
const about = (id: string) => ({ type: 'SpdxDocument', spdxId: `${ID}document`, rootElement: [id] })
const depends = (from: string, ...to: string[]) => ({ type: 'Relationship', spdxId: `${ID}r`, from, relationshipType: 'dependsOn', to })
const GRAPH = [creation, about(`${ID}root`), software(`${ID}root`), software(`${ID}a`), depends(`${ID}root`, `${ID}a`)]
const EXPECTED = { root: 'root', a: 'direct' }

/** The graph with every class and member as its address, every text and reference as an object. */
const whole = (name: string, value: unknown) => ({ [`${TERMS}/Core/${name}`]: value })
const EXPANDED = [
  { '@id': '_:c', '@type': `${TERMS}/Core/CreationInfo`, ...whole('specVersion', [{ '@value': '3.0.1' }]) },
  { '@id': `${ID}document`, '@type': [`${TERMS}/Core/SpdxDocument`], ...whole('rootElement', [{ '@id': `${ID}root` }]) },
  { '@id': `${ID}root`, '@type': ['https://example.org/Product', `${TERMS}/Software/Package`], ...whole('name', [{ '@value': 'root' }]) },
  { '@id': `${ID}a`, '@type': `${TERMS}/Software/Package`, ...whole('name', 'a'), [`${TERMS}/Software/packageVersion`]: '2' },
  {
    '@type': [`${TERMS}/Core/Relationship`],
    ...whole('from', { '@id': `${ID}root` }),
    ...whole('to', { '@list': [{ '@id': `${ID}a` }] }),
    ...whole('relationshipType', { '@id': `${TERMS}/Core/RelationshipType/dependsOn` }),
  },
]
const OWN = { ex: ID, term: `${TERMS}/Core/`, package: { '@id': `${TERMS}/Software/Package` }, bare: 'urn:' }
const SHORT = [
  creation,
  { type: 'SpdxDocument', spdxId: 'ex:document', 'term:rootElement': ['ex:root'] },
  { type: 'package', spdxId: 'ex:root', 'term:name': 'root' },
  { type: 'package', spdxId: `${ID}a`, name: 'a', software_homePage: 'ex://home' },
  depends(`${ID}root`, 'ex:a'),
]

describe('one SPDX 3 document in the forms of JSON-LD', () => {
  it('with its slashes escaped, as some programs write them', () => {
    const expanded = JSON.stringify({ '@context': SPDX, '@graph': EXPANDED }).replaceAll('/', '\\/')
    expect(placed(read(expanded))).toEqual(EXPECTED)
  })

  it.each<[string, object]>([
    ['compact, as tools write it', { '@context': SPDX, '@graph': GRAPH }],
    ['with every name as its address', { '@context': { '@vocab': `${TERMS}/` }, '@graph': EXPANDED }],
    ['with prefixes of its own', { '@context': [SPDX, OWN], '@graph': SHORT }],
    ['with a named graph in the graph', { '@context': SPDX, '@graph': [{ '@id': 'urn:g', '@graph': GRAPH }] }],
  ])('%s', (_, document) => {
    const reading = read(document)
    expect(placed(reading)).toEqual(EXPECTED)
    expect(reading.items.map(({ ref }) => ref)).toEqual([`${ID}root`, `${ID}a`])
    expect(codes(reading)).toEqual([])
  })

  it('one element alone is a document', () => {
    const { items, specVersion } = read({ '@context': SPDX, ...software('urn:solo', { software_packageVersion: '1' }) })
    expect([items.map(({ name, version, counted }) => [name, version, counted]), specVersion]).toEqual([[['solo', '1', true]], '3.0.1'])
  })

  it('a reference does not hide what is said elsewhere of what it names', () => {
    const company = { type: 'Organization', spdxId: 'urn:o', name: 'Firma' }
    const [item] = read({ '@context': SPDX, '@graph': [company, software('urn:a', { suppliedBy: { '@id': 'urn:o' } })] }).items
    expect(item!.said.supplier).toBe('Firma')
  })

  it('a class that is there twice is none', () => {
    const reading = read(
      `{"@context":"${SPDX}","@graph":[{"type":"Tool","type":"software_Package","spdxId":"urn:a","name":"a"},{"type":"Tool"}]}`,
    )
    expect([reading.items, codes(reading)]).toEqual([[], ['W-DUPLICATE-KEY']])
  })

  it.each<[string, string]>([
    ['classes that are not of SPDX 3', `{"@context":"${SPDX}","@graph":[{"type":"spdx:Package","spdxId":"urn:a","name":"a"}]}`],
    ['names that are explained after them', `{"@graph":${JSON.stringify(SHORT)},"@context":["${SPDX}",${JSON.stringify(OWN)}]}`],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrowError(expect.objectContaining({ id: 'E3204' }))
  })

  it.each(['NoneElement', 'NoAssertionElement', `${TERMS}/Core/NoneElement`, `${TERMS}/Core/NoAssertionElement`])(
    '%s is no element',
    (none) => {
      const reading = read({ '@context': SPDX, '@graph': [...GRAPH, depends(`${ID}a`, none)] })
      expect([placed(reading), codes(reading)]).toEqual([EXPECTED, []])
    },
  )
})
