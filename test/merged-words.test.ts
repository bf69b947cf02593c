import { describe, expect, it } from 'vitest'
import { identify } from '../src/identify/index.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { KNOWLEDGE } from './support/knowledge.ts'
import { LIMITS } from './support/limits.ts'

const bom = (...components: readonly object[]) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: [{ type: 'library', name: 'first', version: '1' }, ...components],
  })
const component = (said: object) => ({ type: 'library', name: 'dup', version: '1', purl: 'pkg:generic/dup@1', ...said })

function audited(...texts: readonly string[]) {
  const inventory = join(
    texts.flatMap((text, i) => readInputs({ ...inMemory(`${i}.json`, Buffer.from(text)), sha256: () => `${i}` }, { limits: LIMITS })),
  )
  const { dossiers } = identify(inventory, KNOWLEDGE, { asOf: '2026-11-23', project: EMPTY_PROJECT })
  return { notes: inventory.notes.map(({ code }) => code), item: dossiers.find(({ name }) => name === 'dup')! }
}

const microsoft = bom(component({ supplier: { name: 'Microsoft' } }))
const sap = bom(component({ supplier: { name: 'SAP SE' } }))

describe('what two statements say of one component', () => {
  it('makes the maker doubtful where they name different parties, in either order', () => {
    for (const texts of [
      [microsoft, sap],
      [sap, microsoft],
    ]) {
      const { item, notes } = audited(...texts)
      expect(item.maker).toBeUndefined()
      expect(notes).toContain('W-CONTESTED')
    }
  })

  it('is no contradiction where both parties are of one house', () => {
    const { item } = audited(microsoft, bom(component({ supplier: { name: 'Microsoft Corporation' } })))
    expect(item.maker).toMatchObject({ id: 'microsoft', confidence: 0.75 })
  })

  it('is shown where each of them stands', () => {
    const silent = bom(component({}))
    const { item, notes } = audited(silent, microsoft)
    expect(item.maker!.evidence).toEqual([{ source: 1, at: '/components/1/supplier/name', says: 'Microsoft' }])
    expect(notes).not.toContain('W-CONTESTED')

    const mit = bom(component({ licenses: [{ license: { id: 'MIT' } }] }))
    const gpl = bom(component({ licenses: [{ license: { name: 'x' } }, { license: { id: 'GPL-3.0-only' } }].slice(1) }))
    const places = audited(mit, gpl).item.licence.evidence.map(({ source, at, says }) => `${source}${at} ${says}`)
    expect(places.toSorted()).toEqual(['0/components/1/licenses/0/license/id MIT', '1/components/1/licenses/0/license/id GPL-3.0-only'])
  })
})
