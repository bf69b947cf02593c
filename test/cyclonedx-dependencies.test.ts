import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: string): Reading {
  return readInput({ ...inMemory('bom', Buffer.from(content)), sha256: () => '' }, { limits: LIMITS }).reading
}

interface Dependency {
  readonly ref: string
  readonly dependsOn?: readonly string[]
  readonly provides?: readonly string[]
}

const NAMES = ['a', 'b', 'c'] as const
const json = (dependencies: readonly Dependency[], root: object = { 'bom-ref': 'r' }) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'app', ...root } },
    components: NAMES.map((name) => ({ type: 'library', name, 'bom-ref': name })),
    dependencies,
  })
const xml = (dependencies: string) =>
  `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component type="application" bom-ref="r"><name>app</name></component></metadata>
   <components>${NAMES.map((name) => `<component type="library" bom-ref="${name}"><name>${name}</name></component>`).join('')}</components>
   <dependencies>${dependencies}</dependencies></bom>`
const placed = ({ items }: Reading) => items.slice(1).map(({ relation }) => relation)
const codes = ({ notes }: Reading) => notes.map(({ code }) => code)

describe('the dependencies of CycloneDX', () => {
  it('what is provided is a standard that is followed, and no dependency', () => {
    const provides = json([{ ref: 'r', dependsOn: ['a'], provides: ['b'] }, { ref: 'a', provides: ['standard', 'c'] }]) // prettier-ignore
    const element = '<dependency ref="r"><dependency ref="a"/><provides ref="b"/></dependency><dependency ref="a"><provides ref="c"/><provides ref="standard"/></dependency>' // prettier-ignore
    for (const reading of [read(provides), read(xml(element))]) {
      expect(placed(reading)).toEqual(['direct', 'unknown', 'unknown'])
      expect(codes(reading)).toEqual([])
    }
  })

  it('stand within one another in XML, as deep as they go', () => {
    const nested =
      '<dependency ref="r"><dependency ref="a"><dependency ref="b"><dependency ref="c"/></dependency></dependency></dependency>'
    expect(placed(read(xml(nested)))).toEqual(['direct', 'transitive', 'transitive'])
    expect(placed(read(xml('<dependency ref="r"><dependency ref="b"/></dependency><dependency ref="b"><dependency ref="a"/></dependency>')))).toEqual([
      'transitive', 'direct', 'unknown',
    ]) // prettier-ignore
  })

  it('one that is only named within another does not say that it depends on nothing', () => {
    const lacks = (text: string) => read(text).tr03183?.fields.find(({ id }) => id === 'dependencies')
    const [told, named] = [json([{ ref: 'r', dependsOn: ['a'] }]), '<dependency ref="r"><dependency ref="a"/></dependency>']
    expect(lacks(xml(named))).toMatchObject({ id: 'dependencies', met: 1, of: 4 })
    expect(lacks(xml(named))).toEqual(lacks(told))
  })

  it.each<[string, string, readonly string[], readonly object[]]>([
    [
      'that the root does not lead to',
      json([{ ref: 'r' }, { ref: 'a', dependsOn: ['b', 'x', 'y'] }]),
      ['unknown', 'unknown', 'unknown'],
      [{ n: 2 }],
    ],
    ['where the root is not mentioned', json([{ ref: 'a', dependsOn: ['x'] }]), ['unknown', 'unknown', 'unknown'], [{ n: 1 }]],
    ['that say what they depend on', json([{ ref: 'app', dependsOn: ['a'] }, { ref: 'b' }]), ['unknown', 'unknown', 'unknown'], [{ n: 1 }]],
    [
      'that are mentioned again and again',
      json([
        { ref: 'r', dependsOn: ['x', 'a'] },
        { ref: 'x', dependsOn: ['x'] },
      ]),
      ['direct', 'unknown', 'unknown'],
      [{ n: 1 }],
    ],
    [
      'in XML',
      xml('<dependency ref="r"/><dependency ref="a"><dependency ref="x"/></dependency>'),
      ['unknown', 'unknown', 'unknown'],
      [{ n: 1 }],
    ],
  ])('tells of references to nothing: %s', (_, text, relations, told) => {
    const reading = read(text)
    expect(placed(reading)).toEqual(relations)
    expect(reading.notes.filter(({ code }) => code === 'W-DANGLING').map(({ params }) => params)).toEqual(told)
  })

  it.each<[string, string, readonly string[]]>([
    [
      'a root without a reference',
      json([{ ref: 'pkg:npm/app@1', dependsOn: ['a'] }], { purl: 'pkg:npm/app@1' }),
      ['direct', 'unknown', 'unknown'],
    ],
    [
      'but not one that has one',
      json([{ ref: 'pkg:npm/app@1', dependsOn: ['a'] }], { 'bom-ref': 'r', purl: 'pkg:npm/app@1' }),
      ['unknown', 'unknown', 'unknown'],
    ],
  ])('takes for the reference its purl: %s', (_, text, relations) => {
    const reading = read(text)
    expect(placed(reading)).toEqual(relations)
    expect(codes(reading)).toEqual(relations[0] === 'direct' ? [] : ['W-DANGLING'])
    const stated = reading.tr03183?.fields.find(({ id }) => id === 'dependencies')
    expect(stated).toMatchObject({ met: relations[0] === 'direct' ? 1 : 0, of: 4 })
  })
})
