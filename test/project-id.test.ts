import { describe, expect, it } from 'vitest'
import { rootId } from '../src/model/root.ts'
import { subjectOf } from '../src/read/subject.ts'
import { readOf } from './support/read-bytes.ts'

const read = (root: object | undefined, ...components: string[]) =>
  readOf(
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      ...(root && { metadata: { component: { type: 'application', ...root } } }),
      components: components.map((purl) => ({ type: 'library', name: purl, version: '1', purl })),
    }),
  )[0]!

describe('the id of a project that nobody named', () => {
  it.each([
    [{ name: 'x', purl: 'pkg:npm/portal@1.2.3?arch=x' }, 'pkg:npm/portal'],
    [{ name: 'registry.x/app:1.2.3' }, 'registry.x/app'],
    [{ name: 'registry.x:5000/app:main@sha256:00ff' }, 'registry.x:5000/app'],
    [{ name: 'registry.x:5000/app' }, 'registry.x:5000/app'],
    [{ name: 'alpine:3.19' }, 'alpine'],
    [{ name: 'alpine:latest' }, 'alpine'],
    [{ name: 'org.example:app' }, 'org.example:app'],
    [{ name: 'Antrag: Fassung 2' }, 'Antrag: Fassung 2'],
    [{ name: '/builds/a/proj' }, 'proj'],
    [{ name: '/home/u/proj/' }, 'proj'],
    [{ name: 'C:\\bau\\proj' }, 'proj'],
    [{ name: './proj' }, 'proj'],
    [{ name: '.' }, undefined],
    [{ name: './' }, undefined],
    [{ name: '/' }, undefined],
  ])('%o is %s', (root, id) => {
    expect(rootId(root)).toBe(id)
  })

  it.each([
    ['the root whose document holds the other', [read({ name: 'b', purl: 'pkg:npm/b@1' }), read({ name: 'z', purl: 'pkg:npm/z@1' }, 'pkg:npm/b@2')], 'z', 2],
    ['else the smallest id', [read({ name: 'n', purl: 'pkg:npm/n@1' }), read({ name: 'm', purl: 'pkg:maven/m/m@1' })], 'm', 2],
    ['one with an id before one without', [read({ name: '.' }), read({ name: 'x' })], 'x', 2],
    ['one root in two versions is one', [read({ name: 'app:2.0' }), read({ name: 'app:1.0' })], 'app:1.0', 1],
  ] as const)('%s, whatever the order', (_, sources, name, roots) => {
    for (const order of [sources, sources.toReversed()]) expect(subjectOf(order, new Set())).toMatchObject({ subject: { name }, roots })
  }) // prettier-ignore
})
