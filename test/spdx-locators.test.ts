import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(text: string): Reading {
  return readInput({ ...inMemory('bom', Buffer.from(text)), sha256: () => '' }, { limits: LIMITS }).reading
}

type Reference = readonly [type: string, locator: string]
const json = (...references: readonly Reference[]) =>
  JSON.stringify({
    spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT',
    packages: [{ SPDXID: 'SPDXRef-a', name: 'a', externalRefs: references.map(([referenceType, referenceLocator]) => ({ referenceCategory: 'PACKAGE-MANAGER', referenceType, referenceLocator })) }],
  }) // prettier-ignore

describe('what package managers call a package is its purl', () => {
  it.each<[string, Reference, string | undefined, string]>([
    ['Maven Central', ['maven-central', 'org.example:core:1.0+2'], 'pkg:maven/org.example/core@1.0%2B2', 'pkg:maven/org.example/core'],
    ['without a version', ['maven-central', 'org.example:core'], 'pkg:maven/org.example/core', 'pkg:maven/org.example/core'],
    ['npm', ['npm', 'http-server@0.3.0'], 'pkg:npm/http-server@0.3.0', 'pkg:npm/http-server'],
    ['npm with a scope', ['npm', '@babel/core@7.0.0'], 'pkg:npm/%40babel/core@7.0.0', 'pkg:npm/@babel/core'],
    ['NuGet', ['nuget', 'Microsoft.AspNet.MVC/5.0.0'], 'pkg:nuget/Microsoft.AspNet.MVC@5.0.0', 'pkg:nuget/Microsoft.AspNet.MVC'],
    ['the type as an address', ['http://spdx.org/rdf/references/nuget', 'A/1'], 'pkg:nuget/A@1', 'pkg:nuget/A'],
    ['an address instead of a locator', ['npm', 'https://npmjs.com/package/a'], undefined, 'software::a'],
    ['an artifact of no group', ['maven-central', 'core'], undefined, 'software::a'],
    ['a type that there is not', ['constructor', 'a'], undefined, 'software::a'],
  ])('%s', (_, [type, locator], purl, id) => {
    const tagged = `SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nExternalRef: PACKAGE-MANAGER ${type} ${locator}`
    for (const { items, notes } of [read(json([type, locator])), read(tagged)]) {
      expect([items[0]?.purl, items[0]?.id]).toEqual([purl, id])
      expect(notes.map(({ code }) => code)).toEqual(['W-NO-ROOT'])
    }
  })

  it('a purl of its own counts before it', () => {
    const { items, notes } = read(json(['npm', 'b@2'], ['purl', 'pkg:npm/a@1']))
    expect([items[0]?.purl, notes.map(({ code }) => code)]).toEqual(['pkg:npm/a@1', ['W-NO-ROOT']])
  })

  it('references that are there twice say nothing', () => {
    const references =
      '"externalRefs":[{"referenceType":"npm","referenceLocator":"a@1"},{"referenceType":"cpe22Type","referenceLocator":"cpe:/a:x:a"}]'
    const { items, notes } = read(`{"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"a","name":"a",${references},${references}}]}`)
    expect([items[0]?.purl, items[0]?.cpe, notes[0]?.code]).toEqual([undefined, undefined, 'W-DUPLICATE-KEY'])
  })
})
