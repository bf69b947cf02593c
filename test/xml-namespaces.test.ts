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
