import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string): Reading {
  return readInput({ ...inMemory('bom', Buffer.from(content)), sha256: () => '' }, { limits: LIMITS }).reading
}

const FOREIGN = 'xmlns:n="urn:example" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const cyclonedx = (components: string, dependencies = '') =>
  `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" ${FOREIGN}><metadata><component type="application" bom-ref="r"><name>app</name></component></metadata>
   <components>${components}</components><dependencies>${dependencies}</dependencies></bom>`
const told = ({ items }: Reading) => items.map(({ ref, kind, relation, counted, said }) => [ref, kind, said.type, relation, counted])

describe('attributes of foreign namespaces say nothing of the element', () => {
  it.each([
    ['a type', '<component type="library" bom-ref="a" n:type="file"><name>a</name></component>', 'software', 'library'],
    ['a type of XML Schema', '<component type="device" xsi:type="component" bom-ref="a"><name>a</name></component>', 'hardware', 'device'],
    [
      'a reference',
      '<component type="library" n:bom-ref="z" bom-ref="a" xml:bom-ref="y"><name>a</name></component>',
      'software',
      'library',
    ],
  ])('in CycloneDX: %s', (_, component, kind, type) => {
    expect(told(read(cyclonedx(component, '<dependency ref="r"><dependency ref="a" n:ref="b"/></dependency>'))).slice(1)).toEqual([
      ['a', kind, type, 'direct', true],
    ])
  })

  it.each([
    ['with a prefix', 'n:about="urn:other" rdf:about="urn:d#SPDXRef-a"', 'SPDXRef-a'],
    ['of RDF without one', 'about="urn:d#SPDXRef-a"', 'SPDXRef-a'],
    ['in the terms of SPDX', 'rdf:about="urn:d#SPDXRef-a" s:about="urn:other"', 'SPDXRef-a'],
  ])('in RDF: %s', (_, attributes, ref) => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://spdx.org/rdf/terms#" ${FOREIGN}>
      <s:SpdxDocument rdf:about="urn:d#SPDXRef-DOCUMENT"><s:specVersion>SPDX-2.3</s:specVersion></s:SpdxDocument>
      <s:Package ${attributes}><s:name>a</s:name></s:Package></rdf:RDF>`
    expect(read(rdf).items.map((item) => item.ref)).toEqual([ref])
  })
})

describe('a format is told by the root element and its namespace', () => {
  const inside = (prefix: string) =>
    `<${prefix}components><${prefix}component type="library"><${prefix}name>a</${prefix}name></${prefix}component></${prefix}components>`
  const CYCLONEDX = 'http://cyclonedx.org/schema/bom/1.5'
  const terms = 'http://spdx.org/rdf/terms#'
  const rdf = (prefix: string, more = '') =>
    `<${prefix}:RDF ${more} xmlns:${prefix}="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${terms}"><SpdxDocument ${prefix}:about="urn:d#SPDXRef-DOCUMENT">
     <specVersion>SPDX-2.3</specVersion></SpdxDocument><Package ${prefix}:about="urn:d#SPDXRef-a"><name>a</name></Package></${prefix}:RDF>`

  it.each([
    ['a prefix with a hyphen', `<c-dx:bom xmlns:c-dx="${CYCLONEDX}">${inside('c-dx:')}</c-dx:bom>`],
    ['a prefix with a full stop', `<c.1:bom xmlns:c.1='${CYCLONEDX}'>${inside('c.1:')}</c.1:bom>`],
    ['a prefix of other letters', `<stück:bom xmlns:stück="${CYCLONEDX}">${inside('stück:')}</stück:bom>`],
    ['a value with brackets before it', `<bom n:x="a>b" xmlns:n="urn:n" xmlns="${CYCLONEDX}">${inside('')}</bom>`],
    ['a comment before it', `\uFEFF<?xml version="1.0"?><!-- <bom> --> <bom xmlns="${CYCLONEDX}">${inside('')}</bom>`],
    ['RDF of another prefix', rdf('r-d.f')],
    ['RDF behind a value with brackets', rdf('rdf', 'n:x="a>b" xmlns:n="urn:n"')],
  ])('%s', (_, text) => {
    expect(read(text).items.map(({ name }) => name)).toEqual(['a'])
  })

  it.each([
    ['another namespace', `<bom xmlns="urn:other" n="${CYCLONEDX}"/>`, 'E3003'],
    ['a namespace within a value', `<bom n=" xmlns='${CYCLONEDX}'"/>`, 'E3003'],
    ['what breaks off in its first element', `<bom xmlns="${CYCLONEDX}" version=1>`, 'E3401'],
    ['a DOCTYPE', `<!DOCTYPE bom [<!ENTITY a "]">]><bom xmlns="${CYCLONEDX}"/>`, 'E3402'],
  ])('%s is not', (_, text, id) => {
    expect(() => read(text)).toThrowError(expect.objectContaining({ id }))
  })
})
