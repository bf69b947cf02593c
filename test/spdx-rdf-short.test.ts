import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string): Reading {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://spdx.org/rdf/terms#" xmlns:doap="http://usefulinc.com/ns/doap#" xmlns:n="urn:n">
    <s:SpdxDocument rdf:about="urn:d#SPDXRef-DOCUMENT"><s:specVersion>SPDX-2.3</s:specVersion><s:describesPackage rdf:resource="urn:d#SPDXRef-r"/></s:SpdxDocument>
    <s:Package rdf:about="urn:d#SPDXRef-r"><s:name>r</s:name></s:Package>${content}</rdf:RDF>`
  return readInput({ ...inMemory('bom', Buffer.from(rdf)), sha256: () => '' }, { limits: LIMITS }).reading
}

const A = 'rdf:about="urn:d#SPDXRef-a"'
const TYPE = 's:relationshipType'
const dependencyOf = 'rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependencyOf"'
const whole = `<s:Package ${A}><s:name>a</s:name><s:versionInfo>2</s:versionInfo><doap:homepage>https://a.example</doap:homepage>
  <s:relationship><s:Relationship><${TYPE} ${dependencyOf}/><s:relatedSpdxElement rdf:resource="urn:d#SPDXRef-r"/></s:Relationship></s:relationship></s:Package>`
const inAttributes = `<s:Package ${A} s:name="a" s:versionInfo="2" doap:homepage="https://a.example" n:name="other">
  <s:relationship><rdf:Description rdf:type="http://spdx.org/rdf/terms#Relationship"><${TYPE} ${dependencyOf}/><s:relatedSpdxElement rdf:resource="urn:d#SPDXRef-r"/></rdf:Description></s:relationship></s:Package>`
const asResource = `<s:Package ${A}><s:name>a</s:name><s:versionInfo>2</s:versionInfo><doap:homepage>https://a.example</doap:homepage>
  <s:relationship rdf:parseType="Resource"><${TYPE} ${dependencyOf}/><s:relatedSpdxElement rdf:resource="urn:d#SPDXRef-r"/></s:relationship></s:Package>`
const ofProperty = `<rdf:Description ${A} rdf:type="http://spdx.org/rdf/terms#Package" s:name="a" s:versionInfo="2" doap:homepage="https://a.example"/>
  <rdf:Description ${A}><s:relationship s:relationshipType="relationshipType_dependencyOf" rdf:nodeID="x"/></rdf:Description>
  <rdf:Description rdf:nodeID="x"><s:relatedSpdxElement rdf:resource="urn:d#SPDXRef-r"/></rdf:Description>`

describe('RDF/XML says the same in short', () => {
  it.each([
    ['every value in an element', whole],
    ['values in attributes', inAttributes],
    ['things without an element', asResource],
    ['attributes of a property', ofProperty],
  ])('%s', (_, content) => {
    const { items, notes } = read(content)
    const [, a] = items
    expect([a?.name, a?.version, a?.relation, a?.said.links?.map(({ url }) => url)]).toEqual(['a', '2', 'direct', ['https://a.example']])
    expect(notes).toEqual([])
  })

  it('a text stays what it is, whatever its element is given', () => {
    const [, a] = read(`<s:Package ${A}><s:name s:comment="x" xml:lang="en" rdf:datatype="urn:string">a</s:name></s:Package>`).items
    expect(a?.name).toBe('a')
  })

  it('two values of one property are a contradiction, wherever they stand', () => {
    const { items, notes } = read(`<s:Package ${A} s:versionInfo="1"><s:name>a</s:name><s:versionInfo>2</s:versionInfo></s:Package>`)
    expect([items[1]?.version, notes.map(({ code }) => code)]).toEqual([undefined, ['W-DUPLICATE-KEY']])
  })
})
