import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { audit } from '../src/audit.ts'
import { inBrief } from '../src/in-brief.ts'
import { openInput } from '../src/input-file.ts'
import { ITEM_FACTS } from '../src/evaluate/facts.ts'
import { OWN_FACTS } from '../src/evaluate/profile.ts'
import type { Audit } from '../src/model/audit.ts'
import { concluded, isBrief } from '../src/model/brief.ts'
import { auditChunks } from '../src/model/document.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join as joined, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import type { ReadSource } from '../src/read/source.ts'
import { ROOT } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { auditInBrief, auditOf, auditsOf, KNOWLEDGE, OPTIONS } from './support/whole-audit.ts'

const written = (audit: Audit) => [...auditChunks(audit)].join('')
const briefs = ({ items }: Audit) => items.filter(isBrief).length

/** JSON files below a folder that are CycloneDX or SPDX 2. */
function sbomsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder, file))
    .filter((path) =>
      readFileSync(path, 'utf8')
        .slice(0, 4096)
        .match(/"(?:bomFormat|spdxVersion)"/),
    )
}

/** The audit, or the id of what refuses the file. */
function outcome(make: () => Audit): { text: string; briefs: number } {
  try {
    const made = make()
    return { text: written(made), briefs: briefs(made) }
  } catch (error) {
    return { text: String((error as { id?: string }).id), briefs: 0 }
  }
}

describe('an audit of which only briefs are kept', () => {
  const folders = [join(ROOT, 'fixtures'), ...(CORPUS === undefined ? [] : [join(CORPUS, 'sbom')])]
  it.each(folders)('is the same document as one that keeps everything: every SBOM in %s', { timeout: 240_000 }, (folder) => {
    let kept = 0
    for (const path of sbomsIn(folder)) {
      const file = ['bom.json', readFileSync(path)] as const
      const brief = outcome(() => auditInBrief(file))
      expect(brief.text === outcome(() => auditOf(file)).text, path).toBe(true)
      kept += brief.briefs
    }
    expect(kept).toBeGreaterThan(10)
  })

  const bom = (...components: object[]) => ({ bomFormat: 'CycloneDX', specVersion: '1.6', components })
  const lodash = { type: 'library', name: 'lodash', version: '4.17.21', purl: 'pkg:npm/lodash@4.17.21' }

  it('is the same where documents say different things of one component', () => {
    const files = [
      [
        'a.json',
        bom(lodash, { ...lodash, licenses: [{ license: { id: 'MIT' } }] }, { type: 'library', name: 'x', cpe: 'cpe:2.3:a:y:x:1' }),
      ],
      ['b.json', bom({ type: 'library', name: 'z', components: [lodash] }, { ...lodash, supplier: { name: 'Microsoft' } })],
      ['c.json', { payloadType: 'application/vnd.in-toto+json', payload: inToto(bom(lodash)), signatures: [] }],
    ] as const
    const brief = auditInBrief(...files)
    expect(written(brief)).toBe(written(auditOf(...files)))
    expect(brief.items.find(({ name }) => name === 'lodash')).toMatchObject({ licence: { expression: 'MIT' } })
    expect(briefs(brief)).toBe(2)
  })

  it('is the same where an SPDX document explains its licences at its end', () => {
    const pack = (name: string, licence: string) => ({ SPDXID: `SPDXRef-${name}`, name, versionInfo: '1', downloadLocation: 'NOASSERTION', licenseDeclared: licence }) // prettier-ignore
    const file = [
      'a.spdx.json',
      {
        spdxVersion: 'SPDX-2.3',
        SPDXID: 'SPDXRef-DOCUMENT',
        packages: [
          pack('root', 'NOASSERTION'),
          pack('a', 'LicenseRef-1'),
          pack('b', 'MIT'),
          pack('b', 'MIT'),
          pack('c', 'MIT OR LicenseRef-1'),
        ],
        hasExtractedLicensingInfos: [{ licenseId: 'LicenseRef-1', name: 'Apache License 2.0' }],
        relationships: [
          { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-root' },
          { spdxElementId: 'SPDXRef-root', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-a' },
        ],
      },
    ] as const
    const brief = auditInBrief(file)
    expect(written(brief)).toBe(written(auditOf(file)))
    expect(brief.items[1]).toMatchObject({ name: 'a', relation: 'direct', licence: { openness: 'open' } })
    expect(briefs(brief)).toBe(3)
  })

  const inToto = (predicate: object) =>
    Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'https://cyclonedx.org/bom', predicate })).toString('base64') // prettier-ignore

  const folder = mkdtempSync(join(tmpdir(), 'eigenstand-brief-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The audit of a file on disk that is closed, and then something happens to it. */
  function auditedThen(happens: (path: string) => void): Audit {
    const path = join(folder, 'bom.json')
    writeFileSync(path, JSON.stringify(bom(lodash, { ...lodash, name: 'lodash-es', purl: 'pkg:npm/lodash-es@4.17.21' })))
    const { keep, identifier } = inBrief(KNOWLEDGE, OPTIONS)!
    const input = openInput(path, 'bom.json', 1 << 20)
    const sources = readInputs(input, { limits: LIMITS, keep })
    input.close()
    happens(path)
    return audit(joined(sources), KNOWLEDGE, OPTIONS, identifier)
  }

  it('is not made of what can only be read onward, such as a large archive', () => {
    const { keep } = inBrief(KNOWLEDGE, OPTIONS)!
    const file = { ...inMemory('bom.json', Buffer.from(JSON.stringify(bom(lodash)))), onward: true as const, sha256: () => '' }
    const [{ reading }] = readInputs(file, { limits: LIMITS, keep }) as [ReadSource]
    expect(reading.items.map(isBrief)).toEqual([false])
  })

  it('reads from a file that is closed by now', () => {
    expect(auditedThen(() => {}).items.map(({ name }) => name)).toEqual(['lodash', 'lodash-es'])
  })

  it('reads what was removed since, as long as it is held open', () => {
    expect(auditedThen((path) => rmSync(path)).items.map(({ name }) => name)).toEqual(['lodash', 'lodash-es'])
  })

  it('reads as many files as there are, though it holds only some of them open', () => {
    const paths = Array.from({ length: 150 }, (_, i) => join(folder, `${i}.json`))
    const { keep, identifier } = inBrief(KNOWLEDGE, OPTIONS)!
    const sources = paths.flatMap((path, i) => {
      writeFileSync(path, JSON.stringify(bom({ ...lodash, name: `n${i}`, purl: `pkg:npm/n${i}@1` })))
      const input = openInput(path, path, 1 << 20)
      const read = readInputs(input, { limits: LIMITS, keep })
      input.close()
      return read
    })
    const { items } = audit(joined(sources), KNOWLEDGE, OPTIONS, identifier)
    expect(items.slice(1).map(({ name }) => name)).toEqual(paths.slice(1).map((_, i) => `n${i + 1}`))
    for (const path of paths) rmSync(path)
    expect(() => items[0]!.name).toThrow(expect.objectContaining({ id: 'E3001' }))
  })

  const other = JSON.stringify(bom({ ...lodash, name: 'x', purl: 'pkg:npm/x@4.17.21' }, lodash))
  it.each([
    ['other components', other],
    ['another version in the same place', JSON.stringify(bom({ ...lodash, version: '4.17.20' }))],
    ['no JSON', 'x'.repeat(1000)],
    ['no UTF-8', Buffer.alloc(1000, 0xff)],
  ])('says so where the file holds %s by now', (_, content) => {
    expect(() => auditedThen((path) => writeFileSync(path, content)).items.map(({ name }) => name)).toThrow(
      expect.objectContaining({ id: 'E3007' }),
    )
  })

  it('reads no file again to tell components without a purl apart', () => {
    const parts = Array.from({ length: 300 }, (_, i) => ({
      type: 'library',
      group: 'g',
      name: 'n',
      version: '1',
      cpe: `cpe:2.3:a:g:n:${i}`,
    }))
    let reads = 0
    const file = inMemory('bom.json', Buffer.from(JSON.stringify(bom(...parts))))
    const counted = { ...file, sha256: () => '', read: (into: Uint8Array, at: number) => (reads++, file.read(into, at)) }
    const read = readInputs(counted, { limits: LIMITS, keep: inBrief(KNOWLEDGE, OPTIONS)!.keep })
    const before = reads
    expect(joined(read).items).toHaveLength(300)
    expect(reads).toBe(before)
  })

  it('is not made where a policy asks every component what only its document says', () => {
    const asks = (fact: string) => {
      const policy = {
        ...KNOWLEDGE.policies.find(({ id }) => id === 'unmatched-maker')!,
        when: { fact, operator: 'is', value: 'x' } as const,
      }
      return inBrief({ ...KNOWLEDGE, policies: [policy] }, OPTIONS) === undefined
    }
    expect([asks('name'), asks('package'), asks('scope')]).toEqual([true, true, true])
    expect([asks('version'), asks('maker'), asks('licence-change-day')]).toEqual([false, false, false])
  })
})

describe('what components share', () => {
  const project = {
    ...EMPTY_PROJECT,
    selfMade: ['lodash', 'pkg:npm/%40angular/*'],
    critical: ['react', 'pkg:maven/org.springframework*'],
    makers: { 'left-pad': 'sap', chalk: 'microsoft' },
  }
  const context = { asOf: '2026-11-23', openSourceDeliverable: true, lockIn: () => false }
  const folders = [join(ROOT, 'fixtures'), ...(CORPUS === undefined ? [] : [join(CORPUS, 'sbom')])]

  it.each(folders)(
    'answers every fact as each of them would, also in a project with words of its own: %s',
    { timeout: 240_000 },
    (folder) => {
      let asked = 0
      for (const path of sbomsIn(folder)) {
        let audits: ReturnType<typeof auditsOf>
        try {
          audits = auditsOf([['bom.json', readFileSync(path)]], project)
        } catch {
          continue
        }
        expect(written(audits.brief) === written(audits.whole), path).toBe(true)
        audits.brief.items.forEach((item, index) => {
          if (!isBrief(item)) return
          const own = audits.whole.items[index]!
          const { id, ref, name, source, relation, counted, seenAt } = own
          const shared = { ...concluded(item), id, ref, name, source, relation, counted, seenAt }
          for (const [fact, read] of Object.entries(ITEM_FACTS)) {
            if (OWN_FACTS.has(fact)) continue
            const [ofIt, ofAll] = [own, shared].map((one) => JSON.stringify(read(one, context)))
            expect([path, index, fact, ofAll]).toEqual([path, index, fact, ofIt])
            asked++
          }
        })
      }
      expect(asked).toBeGreaterThan(1000)
    },
  )
})
