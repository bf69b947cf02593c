import { readFileSync, readdirSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ReadSource } from '../src/read/source.ts'
import { CORPUS } from './support/corpus.ts'
import { readOf as read, refusalOf as refusal, within } from './support/read-bytes.ts'
import { zip } from './support/zip.ts'

const bom = (...names: string[]) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: names.map((name) => ({ name, type: 'library' })),
})
const json = (value: unknown) => JSON.stringify(value)
const spdx = { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages: [{ name: 'p', SPDXID: 'SPDXRef-p' }] }
const statement = (predicate: unknown, predicateType = 'https://cyclonedx.org/bom') => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [],
  predicateType,
  predicate,
})
const dsse = (payload: unknown) => ({
  payload: Buffer.from(typeof payload === 'string' ? payload : json(payload)).toString('base64'),
  payloadType: 'application/vnd.in-toto+json',
  signatures: [],
})
const shape = (sources: readonly ReadSource[]) => sources.map(({ path, reading }) => [path, reading.items.map(({ name }) => name)])
const places = (sources: readonly ReadSource[]) => sources.flatMap(({ reading }) => reading.items.map(({ seenAt }) => seenAt[0]))

describe('several documents in one text', () => {
  const two = [bom('ä', 'b'), bom('c')]
  it.each([
    ['an array', json(two)],
    ['JSON Lines', two.map(json).join('\n') + '\n'],
    ['one after the other', two.map(json).join('')],
  ])('%s: each is a source of its own', (_, text) => {
    expect(shape(read(text))).toEqual([
      ['f#1', ['ä', 'b']],
      ['f#2', ['c']],
    ])
    expect(read(text).map(({ sha256 }) => sha256)).toEqual(['whole', 'whole'])
  })

  it('has the places of the file', () => {
    const lines = `[\n  ${json(two[0])},\n  {"bomFormat":"CycloneDX","specVersion":"1.6","components":[\n    {"name":"c"}]}\n]`
    const columnOfB = (lines.split('\n')[1] as string).indexOf('{"name":"b"') + 1
    expect(places(read(lines))).toEqual([
      { source: 0, at: '/0/components/0', line: 2, column: (lines.split('\n')[1] as string).indexOf('{"name":"ä"') + 1 },
      { source: 0, at: '/0/components/1', line: 2, column: columnOfB },
      { source: 0, at: '/1/components/0', line: 4, column: 5 },
    ])
    expect(places(read(two.map(json).join('\n')))[2]).toEqual({
      source: 0,
      at: '/components/0',
      line: 2,
      column: json(two[1]).indexOf('{"name"') + 1,
    })
  })

  it('is refused as a whole if one of them is broken, where that is', () => {
    expect(refusal(`${json(bom('a'))}\n{"bomFormat":"CycloneDX","specVersion":"9.9"}`)).toMatchObject({
      id: 'E3201',
      place: { file: 'f#2', line: 2, column: 40 },
    })
    expect(refusal(`${json(bom('a'))} and more`)).toMatchObject({ id: 'E3101', place: { file: 'f', line: 1 } })
    expect(refusal(`[${json(bom('a'))},{"x":1}]`)).toMatchObject({ id: 'E3003', place: { file: 'f#2' } })
  })

  it('holds the limit of their number', () => {
    const text = Array.from({ length: 3 }, (_, i) => json(bom(`n${i}`))).join('\n')
    expect(read(text, { parts: 3 })).toHaveLength(3)
    expect(refusal(text, { parts: 2 })).toMatchObject({ id: 'E3518', hint: expect.stringContaining('--max-parts') })
    expect(refusal(text, { parts: 0 })).toMatchObject({ id: 'E3518' })
  })

  it('keeps Latin-1 and its note', () => {
    const [first, second] = read(Buffer.from(two.map(json).join('\n'), 'latin1'))
    expect(first!.reading.items[0]!.name).toBe('ä')
    expect([first, second].map((source) => source!.reading.notes[0]!.code)).toEqual(['W-ENCODING', 'W-ENCODING'])
  })

  it('reads an array of one as the file itself, and none at all as nothing known', () => {
    expect(shape(read(json([bom('a')])))).toEqual([['f', ['a']]])
    expect(refusal('[]').id).toBe('E3003')
  })
})

describe('wrappers', () => {
  it("GitHub's export keeps its places", () => {
    const text = `{"sbom":\n {"note":"ü", "spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[{"name":"p","SPDXID":"SPDXRef-p"}]}}`
    expect(places(read(text))).toEqual([
      { source: 0, at: '/sbom/packages/0', line: 2, column: text.split('\n')[1]!.indexOf('{"name"') + 1 },
    ])
    expect(refusal('{"sbom":{"spdxVersion":"SPDX-9"}}')).toMatchObject({ id: 'E3203', place: { line: 1, column: 24 } })
  })

  it.each([
    ['an in-toto statement', statement(bom('a'))],
    ['old cosign, an object', statement({ Data: bom('a'), Timestamp: '' })],
    ['old cosign, a text', statement({ Data: json(bom('a')) })],
    ['a DSSE envelope', dsse(statement(bom('a')))],
    ['a payload that is the SBOM itself', dsse(bom('a'))],
    [
      'a Sigstore bundle',
      {
        mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.3',
        verificationMaterial: {},
        dsseEnvelope: dsse(statement(bom('a'))),
      },
    ],
    ['a bundle that begins with its envelope', { dsseEnvelope: dsse(statement({ Data: bom('a') })) }],
  ])('%s', (_, wrapped) => {
    expect(shape(read(json(wrapped)))).toEqual([['f', ['a']]])
  })

  const bundle = (predicate: unknown, type?: string) => ({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { certificate: { rawBytes: 'AA==' }, tlogEntries: [] },
    dsseEnvelope: dsse(statement(predicate, type)),
  })
  const provenance = bundle({}, 'https://slsa.dev/provenance/v1')
  const entry = (one: unknown) => ({ repository_id: 1, bundle_url: 'https://example.org/x', bundle: one })

  it.each([
    ["GitHub's API", json({ attestations: [entry(bundle(bom('a')))] }), 'f'],
    ["GitHub's API, with a provenance before it", json({ attestations: [entry(provenance), entry(bundle(bom('a')))] }), 'f#2'],
    [
      "pages of GitHub's API",
      [[entry(provenance)], [entry(bundle(bom('a')))]].map((attestations) => json({ attestations })).join(''),
      'f#2',
    ],
    ['an entry of its own', json(entry(bundle(bom('a')))), 'f'],
    ['gh attestation download', [provenance, bundle(bom('a'))].map(json).join('\n'), 'f#2'],
    [
      'gh attestation verify',
      json([{ attestation: entry(bundle(bom('a'))), verificationResult: { statement: statement(bom('a')) } }]),
      'f',
    ],
  ])('attestations: %s', (_, text, path) => {
    const sources = read(text)
    expect(shape(sources)).toEqual([[path, ['a']]])
    expect(sources[0]!.reading.notes.some(({ code }) => code === 'W-SKIPPED')).toBe(path !== 'f')
  })

  it("BuildKit's export of an image for several platforms is a document for each", () => {
    const sources = read(json({ 'linux/amd64': { SPDX: spdx }, 'linux/arm/v7': { SPDX: spdx } }))
    expect(shape(sources)).toEqual([
      ['f#1', ['p']],
      ['f#2', ['p']],
    ])
    expect(places(sources).map((seen) => seen?.at)).toEqual(['/linux~1amd64/SPDX/packages/0', '/linux~1arm~1v7/SPDX/packages/0'])
    expect(refusal(json({ 'linux/amd64': { SPDX: spdx }, other: {} }))).toMatchObject({ id: 'E3003' })
  })

  it('attestations without an SBOM are refused as what they are', () => {
    expect(refusal(json({ attestations: [entry(provenance)] }))).toMatchObject({ id: 'E3702', says: expect.stringContaining('provenance') })
    expect(refusal(json({ attestations: [entry(null)] }))).toMatchObject({ id: 'E3707', says: expect.stringContaining('"bundle_url"') })
    expect(refusal('{ "attestations": [ ] }')).toMatchObject({ id: 'E3707', says: expect.stringContaining('no document') })
    for (const text of ['{"bundle":"x"}', '{"attestation":{}}', '{"attestations":[{"claim":"x"}]}']) expect(refusal(text).id).toBe('E3003')
  })

  it('an SPDX tag-value text as predicate', () => {
    const text = 'SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: d\nPackageName: t\nSPDXID: SPDXRef-t\n'
    expect(shape(read(json(dsse(statement({ Data: text }, 'https://spdx.dev/Document')))))).toEqual([['f', ['t']]])
  })

  it('says the pointer and no line where the text does not stand in the file', () => {
    expect(places(read(json(dsse(statement(bom('a'))))))).toEqual([{ source: 0, at: '/predicate/components/0' }])
    expect(places(read(json(statement({ Data: json(bom('a')) }))))).toEqual([{ source: 0, at: '/components/0' }])
    expect(places(read(json(statement({ Data: bom('a') }))))[0]).toMatchObject({ at: '/predicate/Data/components/0', line: 1 })
  })

  it('lines of envelopes', () => {
    expect(shape(read([dsse(statement(bom('a'))), dsse(statement(spdx, 'https://spdx.dev/Document'))].map(json).join('\n')))).toEqual([
      ['f#1', ['a']],
      ['f#2', ['p']],
    ])
  })

  it('a payload longer than a string may be', () => {
    const long = bom(...Array.from({ length: 2000 }, (_, i) => `component-${i}`))
    expect(read(json(dsse(statement(long))), { stringBytes: 1000 })[0]!.reading.items).toHaveLength(2000)
  })

  it.each([
    ['no base64', { payloadType: 'x', payload: '{}' }],
    ['no payload', { payloadType: 'x' }],
    ['an empty payload', { payloadType: 'x', payload: '' }],
    ['a number', { payloadType: 'x', payload: 1 }],
    ['no predicate', statement(null)],
  ])('refuses %s', (_, wrapped) => {
    expect(refusal(json(wrapped)).id).toBe('E3707')
  })

  it('refuses a payload that is not UTF-8', () => {
    expect(refusal(json({ payloadType: 'x', payload: Buffer.from('{"bomFormat":"\xfc"}', 'latin1').toString('base64') })).id).toBe('E3105')
  })

  it('refuses a wrapper that contradicts itself, and one without an end', () => {
    expect(refusal(`{"sbom":${json(spdx)},"sbom":${json(spdx)}}`)).toMatchObject({
      id: 'E3707',
      says: expect.stringContaining('"sbom" is there twice'),
    })
    let wrapped: unknown = bom('a')
    for (let i = 0; i < 20; i++) wrapped = { sbom: wrapped }
    expect(refusal(json(wrapped)).id).toBe('E3707')
    expect(refusal('['.repeat(100_000)).id).toBe('E3102')
  })
})

describe('what is no SBOM is named', () => {
  it.each([
    ['SLSA', json(statement({}, 'https://slsa.dev/provenance/v1')), 'E3702', 'provenance'],
    ['SLSA in an envelope', json(dsse(statement({}, 'https://slsa.dev/provenance/v0.2'))), 'E3702', 'provenance'],
    ['vuln', json(statement({}, 'https://cosign.sigstore.dev/attestation/vuln/v1')), 'E3702', 'vulnerability report'],
    ['an unknown attestation', json(statement({}, 'https://example.org/x/v1')), 'E3702', 'https://example.org/x/v1'],
    ['Trivy', '{"SchemaVersion":2,"ArtifactName":"x","Results":[]}', 'E3702', 'Trivy'],
    ['Syft', '{"artifacts":[],"schema":{}}', 'E3702', 'Syft'],
    ['Grype', '{"matches":[],"source":{},"descriptor":{}}', 'E3702', 'Grype'],
    ['xz', Buffer.from('\xfd7zXZ\0\0\0', 'latin1'), 'E3701', 'xz'],
    ['bzip2', Buffer.from('BZh91AY&SY'), 'E3701', 'bzip2'],
    ['protobuf', Buffer.from('\x0a\x031.7\x10\x01\x1a-urn:uuid:', 'latin1'), 'E3703', 'protobuf'],
    ['CycloneDX 2.0', '{"specFormat":"CycloneDX","specVersion":"2.0"}', 'E3703', 'CycloneDX 2.0'],
  ])('%s', (_, content, id, says) => {
    expect(refusal(content)).toMatchObject({ id, says: expect.stringContaining(says) })
  })
})

describe('gzip', () => {
  const text = json(bom('a'))

  it('is the file itself, with its size and hash', () => {
    const packed = gzipSync(text)
    expect(read(packed)).toMatchObject([{ path: 'f', bytes: packed.length, sha256: 'whole', reading: { items: [{ name: 'a' }] } }])
  })

  it('reads several members, a name in the header, and NUL after the end', () => {
    const named = gzipSync(text.slice(9))
    named[3] = 8
    const second = Buffer.concat([named.subarray(0, 10), Buffer.from('name\0'), named.subarray(10)])
    expect(shape(read(Buffer.concat([gzipSync(text.slice(0, 9)), second, Buffer.alloc(512)])))).toEqual([['f', ['a']]])
  })

  it.each([
    ['that breaks off', (packed: Buffer) => packed.subarray(0, -12)],
    ['without its end', (packed: Buffer) => packed.subarray(0, -3)],
    ['of one header', (packed: Buffer) => packed.subarray(0, 6)],
    ['with a wrong check sum', (packed: Buffer) => Buffer.concat([packed.subarray(0, -8), Buffer.alloc(4), packed.subarray(-4)])],
    ['followed by text', (packed: Buffer) => Buffer.concat([packed, Buffer.from('x'.repeat(40))])],
  ])('refuses one %s', (_, damage) => {
    expect(refusal(damage(gzipSync(text)))).toMatchObject({ id: 'E3704', place: { file: 'f' } })
  })

  it('holds its limits, just below, at, above and at 0', () => {
    const packed = gzipSync(text)
    expect(read(packed, { inflatedBytes: text.length + 1 })).toHaveLength(1)
    expect(read(packed, { inflatedBytes: text.length })).toHaveLength(1)
    expect(refusal(packed, { inflatedBytes: text.length - 1 })).toMatchObject({
      id: 'E3516',
      hint: expect.stringContaining('--max-inflated'),
    })
    expect(refusal(packed, { inflatedBytes: 0 }).id).toBe('E3516')
  })

  it('stops a bomb early', () => {
    const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20))
    const before = process.memoryUsage().rss
    expect(within(5000, () => refusal(bomb))).toMatchObject({ id: 'E3517', hint: expect.stringContaining('--max-ratio') })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
    expect(refusal(gzipSync(Buffer.alloc(6 * 2 ** 20)), { inflationRatio: 0 }).id).toBe('E3517')
  })

  it('refuses an archive within', () => {
    expect(refusal(gzipSync(gzipSync(text))).id).toBe('E3705')
    expect(refusal(gzipSync(zip([{ name: 'a', data: text }]))).id).toBe('E3705')
  })

  it('reads what is larger than is kept in memory', () => {
    // incompressible enough for the ratio
    const components = Array.from({ length: 270_000 }, (_, i) => ({
      name: `c${i}`,
      description: createHash('sha256').update(String(i)).digest('base64').repeat(5),
    }))
    const large = Buffer.concat([
      Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6","components":['),
      ...components.map((one, i) => Buffer.from((i === 0 ? '' : ',') + json(one))),
      Buffer.from(']}'),
    ])
    expect(large.length).toBeGreaterThan(64 * 2 ** 20)
    const [source] = read(gzipSync(large, { level: 1 }))
    expect(source!.reading.items).toHaveLength(270_000)
    expect(source!.reading.items.at(-1)!.name).toBe('c269999')
  })
})

describe('a ZIP archive of several files', () => {
  const a = json(bom('a'))

  it('makes each a source with its own hash, and says what was left out', () => {
    const sources = read(
      zip([
        { name: 'x/a.json', data: a },
        { name: 'README.txt', data: 'hello' },
        { name: 'b.jsonl', data: `${a}\n${a}` },
        { name: '__MACOSX/._a.json', data: 'x' },
      ]),
    )
    expect(shape(sources)).toEqual([
      ['f!x/a.json', ['a']],
      ['f!b.jsonl#1', ['a']],
      ['f!b.jsonl#2', ['a']],
    ])
    expect(sources[0]).toMatchObject({ bytes: a.length, sha256: createHash('sha256').update(a).digest('hex') })
    expect(sources[0]!.reading.notes[0]).toMatchObject({ code: 'W-SKIPPED', params: { n: 1, first: 'README.txt' } })
  })

  it('is refused with a broken file, without any that is known, with an archive within', () => {
    expect(
      refusal(
        zip([
          { name: 'a.json', data: a },
          { name: 'b.json', data: a.slice(0, 60) },
        ]),
      ),
    ).toMatchObject({ id: 'E3101', place: { file: 'f!b.json' } })
    expect(refusal(zip([{ name: 'a.txt', data: 'x' }]))).toMatchObject({ id: 'E3706', says: expect.stringContaining('a.txt') })
    expect(refusal(zip([])).id).toBe('E3706')
    expect(
      refusal(
        zip([
          { name: 'a.json', data: a },
          { name: 'i.zip', data: zip([{ name: 'a.json', data: a }]) },
        ]),
      ),
    ).toMatchObject({ id: 'E3705', place: { file: 'f!i.zip' } })
    expect(refusal(zip([{ name: 'a.gz', data: gzipSync(a) }])).id).toBe('E3705')
  })

  it('counts what all its files come to', () => {
    const archive = zip([
      { name: 'a.json', data: a },
      { name: 'b.json', data: a },
    ])
    expect(read(archive, { inflatedBytes: 2 * a.length })).toHaveLength(2)
    expect(refusal(archive, { inflatedBytes: 2 * a.length - 1 }).id).toBe('E3516')
    expect(within(5000, () => refusal(zip([{ name: 'bomb.json', data: Buffer.alloc(100 * 2 ** 20) }]))).id).toBe('E3517')
    expect(deflateRawSync(a).length).toBeLessThan(1000)
  })
})

describe.skipIf(CORPUS === undefined)('the corpus', () => {
  const folder = join(CORPUS ?? '', 'sbom')
  const made = CORPUS === undefined ? [] : readdirSync(join(folder, 'made'))
  const REFUSED: Readonly<Record<string, string>> = {
    'billion-laughs.cdx.xml': 'E3402', 'deep-nesting-4000.cdx.json': 'E3102', 'digitalservicebund_a2j.cdxgen-12.8.4.protobuf.cdx': 'E3703', 'empty.json': 'E3002',
    'json-with-comments.cdx.json': 'E3003', 'ml.NaN.cdx.json': 'E3101', 'null.json': 'E3003', 'only-braces.json': 'E3003', 'trailing-text.cdx.json': 'E3101',
    'truncated.cdx.json': 'E3101', 'xxe-external-entity.cdx.xml': 'E3402', 'yaml-alias-bomb.spdx.yaml': 'E3502',
  } // prettier-ignore

  it.each(made)('made/%s is read or refused as it should be', (name) => {
    const content = readFileSync(join(folder, 'made', name))
    if (REFUSED[name] === undefined) expect(read(content).length).toBeGreaterThan(0)
    else expect(refusal(content).id).toBe(REFUSED[name])
  })

  it.each([
    ['made/laravel.cdx.json.gz', [63]],
    ['made/github-api-wrapped.spdx.json', [425]],
    ['made/dsse-intoto-spdx.json', [425]],
    ['made/intoto-cosign-old-predicate-Data.cdx.json', [63]],
    ['made/intoto-predicate-Data-as-STRING.cdx.json', [63]],
    ['made/two-sboms-and-readme.zip', [63, 425]],
    ['made/array-of-two-docs.cdx.json', [1, 1]],
    ['made/concatenated-two-docs.cdx.json', [1, 1]],
    ['made/ndjson-two-docs.cdx.jsonl', [1, 1]],
    ['aquasecurity+trivy/testdata/sbom.cdx.intoto.jsonl', [10]],
    ['aquasecurity+trivy/testdata/sigstore-bundle.json', [3]],
  ])('%s', (name, counts) => {
    expect(read(readFileSync(join(folder, name))).map(({ reading }) => reading.items.length)).toEqual(counts)
  })

  it('places what GitHub wrapped where it stands', () => {
    const content = readFileSync(join(folder, 'made/github-api-wrapped.spdx.json'))
    const wrapped = JSON.parse(content.toString()) as { sbom: { packages: { name: string }[] } }
    for (const { name, seenAt } of read(content)[0]!.reading.items.slice(0, 20)) {
      const { at, line, column } = seenAt[0]!
      expect(wrapped.sbom.packages[Number(at.split('/')[3])]!.name).toBe(name)
      expect(
        content
          .toString()
          .split('\n')
          [line! - 1]!.slice(column! - 1),
      ).toMatch(/^\{/)
    }
  })
})
