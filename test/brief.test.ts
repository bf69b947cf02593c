import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { audit, Identifier, inBrief } from '../src/audit.ts'
import { openInput } from '../src/files.ts'
import type { Audit } from '../src/model/audit.ts'
import { isBrief } from '../src/model/brief.ts'
import { auditChunks } from '../src/model/document.ts'
import { join as joined, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import type { ReadSource } from '../src/read/source.ts'
import { ROOT } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { auditInBrief, auditOf, KNOWLEDGE, OPTIONS } from './support/whole-audit.ts'

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
    const identifier = new Identifier(KNOWLEDGE, OPTIONS)
    const input = openInput(path, 'bom.json', 1 << 20)
    const sources = readInputs(input, { limits: LIMITS, keep: inBrief(identifier) })
    input.close()
    happens(path)
    return audit(joined(sources), KNOWLEDGE, OPTIONS, identifier)
  }

  it('is not made of what can only be read onward, such as a large archive', () => {
    const identifier = new Identifier(KNOWLEDGE, OPTIONS)
    const file = { ...inMemory('bom.json', Buffer.from(JSON.stringify(bom(lodash)))), onward: true as const, sha256: () => '' }
    const [{ reading }] = readInputs(file, { limits: LIMITS, keep: inBrief(identifier) }) as [ReadSource]
    expect(reading.items.map(isBrief)).toEqual([false])
  })

  it('reads from a file that is closed by now', () => {
    expect(auditedThen(() => {}).items.map(({ name }) => name)).toEqual(['lodash', 'lodash-es'])
  })

  it.each([
    [
      'is another',
      'E3007',
      (path: string) => writeFileSync(path, JSON.stringify(bom({ ...lodash, name: 'x', purl: 'pkg:npm/x@4.17.21' }, lodash))),
    ],
    ['is no JSON', 'E3007', (path: string) => writeFileSync(path, 'x'.repeat(1000))],
    ['is gone', 'E3001', (path: string) => rmSync(path)],
  ])('says so where the file %s', (_, id, happens) => {
    expect(() => auditedThen(happens).items.map(({ name }) => name)).toThrow(expect.objectContaining({ id }))
  })
})
