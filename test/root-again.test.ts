import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

function read(content: object): Reading {
  return readInput({ ...inMemory('bom', Buffer.from(JSON.stringify(content))), sha256: () => '' }, { limits: LIMITS }).reading
}

const placed = ({ items }: Reading) => items.slice(1).map(({ relation, counted }) => [relation, counted])
const cyclonedx = (root: string, other: string, inRoot: boolean) => {
  const inner = { type: 'application', name: 'inner', version: '1', 'bom-ref': 'inner', purl: other }
  const library = { type: 'library', name: 'a', version: '1', 'bom-ref': 'a' }
  const component = { type: 'application', name: 'app', version: '1', 'bom-ref': 'r', purl: root, ...(inRoot && { components: [inner] }) }
  return {
    bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component },
    components: inRoot ? [library] : [inner, library], dependencies: [{ ref: 'r' }, { ref: 'inner', dependsOn: ['a'] }],
  } // prettier-ignore
}
const spdx = (root: string, other: string) => {
  const packed = (name: string, purl: string) => ({
    SPDXID: `SPDXRef-${name}`, name, versionInfo: '1', externalRefs: [{ referenceType: 'purl', referenceLocator: purl }],
  }) // prettier-ignore
  return {
    spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', documentDescribes: ['SPDXRef-app'],
    packages: [packed('app', root), packed('inner', other), packed('a', 'pkg:npm/a@1')],
    relationships: [{ spdxElementId: 'SPDXRef-inner', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-a' }],
  } // prettier-ignore
}

const CARGO = 'pkg:cargo/app@1?download_url=file://.'
const GO = 'pkg:golang/example.org/app@v1'

describe('what is built of a part of the root is the root', () => {
  it.each([
    ['a target of a crate', CARGO, `${CARGO}#src/main.rs`],
    ['a command of a module', GO, `${GO}#cmd/tool`],
    ['of one folder and of another', `${GO}#cmd/a`, `${GO}#cmd/b`],
  ])('%s', (_, root, other) => {
    for (const document of [cyclonedx(root, other, true), cyclonedx(root, other, false), spdx(root, other)])
      expect(placed(read(document))).toEqual([['root', false], ['direct', true]]) // prettier-ignore
  })

  it.each([
    ['another version', GO, 'pkg:golang/example.org/app@v2#cmd/tool'],
    ['another package', CARGO, 'pkg:cargo/other@1?download_url=file://.#src/main.rs'],
    ['another place to have it from', CARGO, 'pkg:cargo/app@1#src/main.rs'],
  ])('%s is not', (_, root, other) => {
    for (const document of [cyclonedx(root, other, false), spdx(root, other)])
      expect(placed(read(document))).toEqual([['unknown', true], ['unknown', true]]) // prettier-ignore
  })
})
