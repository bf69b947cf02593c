import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ROOT } from './support/cli.ts'
import { readOf, refusalOf } from './support/read-bytes.ts'
import { ods, xlsx } from './support/workbook.ts'
import { zip } from './support/zip.ts'

const rosetta = (name: string) => readFileSync(join(ROOT, 'fixtures/rosetta', name))
const utf16 = (text: string, mark = '\uFEFF') => Buffer.from(mark + text, 'utf16le')
const swapped = (text: string, mark?: string) => utf16(text, mark).swap16()

const bom = (version: string, name = 'Müller') =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: version, components: [{ type: 'library', name }] })
const xml = (version: string, declaration = '') =>
  `${declaration}<bom xmlns="http://cyclonedx.org/schema/bom/${version}"><components><component type="library"><name>Müller</name></component></components></bom>`
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`

describe('versions', () => {
  it.each(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])('CycloneDX JSON %s', (version) => {
    expect(readOf(bom(version))).toMatchObject([
      { reading: { format: 'cyclonedx-json', specVersion: version, items: [{ name: 'Müller' }] } },
    ])
  })

  it.each(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])('CycloneDX XML %s', (version) => {
    expect(readOf(xml(version))).toMatchObject([
      { reading: { format: 'cyclonedx-xml', specVersion: version, items: [{ name: 'Müller' }] } },
    ])
  })

  it.each([
    ['JSON 1.0, which never was', bom('1.0')],
    ['JSON 1.8', bom('1.8')],
    ['JSON without one', '{"bomFormat":"CycloneDX","components":[]}'],
    ['XML 1.8', xml('1.8')],
    ['XML 2.0', xml('2.0')],
    ['XML of a wrong namespace', xml('16')],
  ])('CycloneDX %s is refused with the versions that are read', (_, text) => {
    expect(refusalOf(text)).toMatchObject({ id: 'E3201', hint: expect.stringMatching(/1\.[02]–1\.7/), place: { line: 1 } })
  })

  it.each(['2.1', '2.2', '2.3'])('SPDX %s in every form', (version) => {
    for (const name of ['bom.spdx', 'bom.spdx.json', 'bom.spdx.yaml', 'bom.spdx.rdf', 'bom.spdx.xml']) {
      const [source] = readOf(rosetta(name).toString().replaceAll('SPDX-2.3', `SPDX-${version}`))
      expect(source!.reading).toMatchObject({ specVersion: version, rejected: 0 })
      expect(source!.reading.items).toHaveLength(29)
    }
  })

  it.each(['1.2', '2.0', '2.4'])('SPDX %s is refused in every form', (version) => {
    for (const name of ['bom.spdx', 'bom.spdx.json', 'bom.spdx.yaml', 'bom.spdx.rdf', 'bom.spdx.xml'])
      expect(refusalOf(rosetta(name).toString().replaceAll('SPDX-2.3', `SPDX-${version}`)).id).toBe('E3203')
  })
})

describe('encodings', () => {
  const forms: readonly (readonly [string, string, number])[] = [
    ['CycloneDX JSON', bom('1.6'), 1],
    ['CycloneDX XML', xml('1.6'), 1],
    ...['bom.spdx', 'bom.spdx.json', 'bom.spdx.yaml', 'bom.spdx.xml', 'bom.spdx.rdf', 'bom.spdx3.json'].map(
      (name) => [name, rosetta(name).toString().replace(/<\?xml[^>]*>\s*/, '').replace('wohngeld-online', 'wöhngeld-online'), 29] as const,
    ),
  ] // prettier-ignore

  it.each(forms)('%s as UTF-8 with a mark, UTF-16 in both orders and Latin-1', (_, text, count) => {
    const read = (content: Uint8Array) => readOf(content)[0]!.reading
    const plain = read(Buffer.from(text))
    expect(plain.items).toHaveLength(count)
    const names = plain.items.map(({ name }) => name)
    for (const [content, encoding] of [
      [Buffer.from(`\uFEFF${text}`), 'utf-8'],
      [utf16(text), 'utf-16le'],
      [swapped(text), 'utf-16be'],
      [Buffer.from(text, 'latin1'), 'windows-1252'],
    ] as const) {
      const reading = read(content)
      expect([reading.encoding, reading.items.map(({ name }) => name)]).toEqual([encoding, names])
      expect(reading.notes.some(({ code }) => code === 'W-ENCODING')).toBe(encoding === 'windows-1252')
    }
  })

  it('tag-value with every kind of line end', () => {
    const text = rosetta('bom.spdx').toString()
    for (const end of ['\n', '\r\n', '\r']) expect(readOf(text.replaceAll('\n', end))[0]!.reading.items).toHaveLength(29)
  })

  it.each([
    ['ISO-8859-1', Buffer.from(xml('1.6', declared('ISO-8859-1')), 'latin1'), 'windows-1252'],
    ['UTF-16 that is', utf16(xml('1.6', declared('UTF-16'))), 'utf-16le'],
    ['UTF-16 that is not', Buffer.from(xml('1.6', declared('utf-16'))), 'utf-8'],
  ])('XML that declares %s', (_, content, encoding) => {
    expect(readOf(content)).toMatchObject([{ reading: { encoding, items: [{ name: 'Müller' }] } }])
  })

  it.each(['UTF-7', 'EBCDIC-CP-DE', 'x'])('XML that declares %s is refused, never guessed', (encoding) => {
    expect(refusalOf(xml('1.6', declared(encoding)))).toMatchObject({ id: 'E3105', says: expect.stringContaining(encoding) })
  })
})

/** As SPDX's own tools write it; its packages would pass for a list of products and suppliers. */
const spdxWorkbook = (cover: string) =>
  xlsx([
    { name: cover, rows: [['Spreadsheet Version', 'SPDX Version'], ['2.3.0', 'SPDX-2.3']] },
    { name: 'Package Info', rows: [['Package Name', 'Package Supplier', 'Package Description'], ['libx', 'Person: Erika Muster', 'X library']] },
  ]) // prettier-ignore

describe('OCDS that was flattened into tables', () => {
  const main = { name: 'main', rows: [['uri', 'publisher/name', 'version'], ['https://x.example', 'Stadt', '1.1']] } // prettier-ignore
  const releases = { name: 'releases', rows: [['ocid', 'id', 'tender/title', 'buyer/name'], ['ocds-1', '1', 'Wartung', 'Stadt']] } // prettier-ignore
  const awards = { name: 'rel_awards', rows: [['ocid', 'id', 'rel_awards/0/value/amount'], ['ocds-1', '1', '20.50']] } // prettier-ignore

  it.each([
    ['a workbook', xlsx([main, releases, awards])],
    ['one with awards only', xlsx([main, awards])],
    ['ODS', ods([releases])],
    ['CSV with points', 'ocid,id,tender.title,awards.0.value.amount\nocds-1,1,Wartung,20.50\n'],
    ['its main table by keys', '_link,_link_main,ocid,id,buyer_name,tender_title,tender_value_amount\n1,1,ocds-1,1,Stadt,Wartung,20.50\n'],
    ['its awards by keys', '_link,_link_main,id,title,status,value_amount,value_currency\n1.awards.0,1,a1,Wartung,active,20.50,EUR\n'],
    ['CSV', 'ocid,id,tender/title,buyer/name,awards/0/value/amount\nocds-1,1,Wartung,Stadt,20.50\n'],
  ])('%s is refused, with what is read instead', (_, content) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3310', hint: expect.stringContaining('JSON') })
  })

  it('a list that names the procedures of its lines is a list, and so is what a mapping makes one', () => {
    const list = 'ocid,Produkt/Leistung,Lieferant,Betrag EUR\nocds-1,Wartung,Acme,20.50\n'
    expect(readOf(list)[0]?.reading.items.map(({ name }) => name)).toEqual(['Wartung'])
    const keyed = '_link,_link_main,Produkt,Lieferant,Betrag EUR\n1,1,Wartung,Acme,20.50\n'
    expect(readOf(keyed)[0]?.reading.items.map(({ name }) => name)).toEqual(['Wartung'])
    const mapping = { columns: { 'tender/title': 'title' } }
    expect(readOf('ocid,id,tender/title,buyer/name\nocds-1,1,Wartung,Stadt\n', {}, mapping)[0]?.reading.items).toHaveLength(1)
  })
})

describe('what is not read is named as what it is', () => {
  it.each([
    ['Trivy of old', '[{"Target":"a","Type":"npm","Vulnerabilities":[]}]', 'Trivy'],
    ['a table of Syft', 'NAME      VERSION  TYPE\nadduser   3.118    deb\n', 'Syft'],
    ['OSV-Scanner', '{"results":[],"experimental_config":{}}', 'OSV-Scanner'],
    ['an OSV entry', '{"id":"GHSA-x","affected":[],"schema_version":"1.4"}', 'OSV'],
    ['Dependency-Check', '{"reportSchema":"1.1","scanInfo":{},"dependencies":[]}', 'Dependency-Check'],
    ['ScanCode', '{"headers":[],"packages":[],"files":[]}', 'ScanCode'],
    ['SCANOSS', '{"src/a.c":[{"id":"file","lines":"all","oss_lines":"all","matched":"100%"}]}', 'SCANOSS'],
    ['ClearlyDefined', '{"described":{},"licensed":{"declared":"MIT"},"coordinates":{}}', 'ClearlyDefined'],
    ['ORT', '{"repository":{},"analyzer":{}}', 'ORT'],
    ['Snyk', '{"vulnerabilities":[],"packageManager":"npm"}', 'Snyk'],
    ['an ORT result as YAML', '---\nrepository:\n  vcs:\n    type: "Git"\nanalyzer:\n  start_time: "x"\n', 'ORT'],
    ['a tree of Snyk', '{"name":"a","version":"1","dependencies":{},"packageFormatVersion":"npm:0.0.1"}', 'Snyk'],
    ['npm audit', '{"auditReportVersion":2,"vulnerabilities":{}}', 'npm audit'],
    ['GitLab', '{"version":"15.0.0","vulnerabilities":[],"scan":{}}', 'GitLab'],
    ['GitHub', '{"version":0,"detector":{},"manifests":{}}', 'GitHub'],
    ['SARIF', '{"version":"2.1.0","runs":[]}', 'SARIF'],
    ['CSAF', '{"document":{},"vulnerabilities":[]}', 'CSAF'],
    ['OpenVEX', '{"@context":"https://openvex.dev/ns/v0.2.0","statements":[]}', 'OpenVEX'],
    ['package.json', '{"name":"a","version":"1","dependencies":{}}', 'npm'],
    ['composer.lock', '{"content-hash":"x","packages":[]}', 'Composer'],
    ['a JSON schema', '{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}', 'JSON schema'],
    ['our own audit', '{"format":"eigenstand/audit/1"}', 'eigenstand'],
    ['SWID', '<SoftwareIdentity xmlns="http://standards.iso.org/iso/19770/-2/2015/schema.xsd" name="x"/>', 'SWID'],
    ['a POM', '<!-- bom --><project xmlns="http://maven.apache.org/POM/4.0.0"><a/></project>', 'Maven'],
  ])('%s: no SBOM', (_, content, says) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3702', says: expect.stringContaining(says) })
  })

  it.each([
    ['SPDX Turtle', '@prefix spdx: <http://spdx.org/rdf/terms#> .\n<http://x#D> a spdx:SpdxDocument ; spdx:specVersion "SPDX-2.3" .\n'],
    ['SPDX N-Triples', '<http://x#D> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://spdx.org/rdf/terms#SpdxDocument> .\n'],
    ['CycloneDX YAML', 'bomFormat: CycloneDX\nspecVersion: "1.5"\ncomponents: []\n'],
    ['CycloneDX 2.0', '{"specFormat":"CycloneDX","specVersion":"2.0"}'],
    ['CycloneDX protobuf', Buffer.from('\x0a\x031.7\x10\x01\x1a-urn:uuid:', 'latin1')],
    ['SPDX (XLSX)', spdxWorkbook('Document Info')],
    ['SPDX (XLSX)', spdxWorkbook('Origins')],
  ])('%s: an SBOM in a form that is not read', (format, content) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3703', says: expect.stringContaining(format) })
  })

  it.each([
    ['comments before a tag', `${'<!-- a -->\n'.repeat(40)}<foo/>`],
    ['comments before nothing', `${'// '.repeat(40)}x`],
    ['comments before a prefix', `${'# '.repeat(40)}x`],
    ['nothing but line breaks', '\n'.repeat(60_000)],
  ])('%s: looked at once, and of no known format', (_, content) => {
    expect(refusalOf(content).id).toMatch(/^E300[23]$/)
  })

  it.each([
    ['xz', '\xfd7zXZ\0\0'], ['bzip2', 'BZh91AY&SY'], ['Zstandard', '\x28\xb5\x2f\xfd\0'], ['7-Zip', '7z\xbc\xaf\x27\x1c'], ['RAR', 'Rar!\x1a\x07\x01'], ['LZMA', '\x5d\0\0\x80\0'],
    ['tar', `a.json${'\0'.repeat(251)}ustar\0`],
  ])('%s: packed', (format, content) => {
    expect(refusalOf(Buffer.from(content, 'latin1'))).toMatchObject({ id: 'E3701', says: expect.stringContaining(format) })
  }) // prettier-ignore

  it.each([
    ['HTML', '<!DOCTYPE html>\n<html><body>Bitte anmelden</body></html>'],
    ['HTML', '\n<!-- proxy -->\n<HTML lang="de"><body>404</body></html>'],
    ['PDF', '%PDF-1.7\n%\xe2\xe3'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['EXE', 'MZ\x90\0\x03'],
    ['SQLite', 'SQLite format 3\0'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ['Word', zip([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'word/document.xml', data: '<d/>' }])],
    ['DECP', '{"marches":[{"id":"1"}]}'],
    ['DECP', '<?xml version="1.0"?>\n<marches><marche><id>1</id></marche></marches>'],
    ['JSON with comments', '// made by hand\n{"bomFormat":"CycloneDX","specVersion":"1.6"}'],
    ['CycloneDX without the right bomFormat', '{"$schema":"http://cyclonedx.org/schema/bom-1.6.schema.json","specVersion":"1.6"}'],
    ['CycloneDX without the right bomFormat', '{"bomFormat":"cyclonedx","specVersion":"1.6"}'],
  ])('%s: of no known format', (looks, content) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3003', says: expect.stringContaining(`(${looks}`) })
  }) // prettier-ignore

  it('XLS, and what only looks like one of these is read', () => {
    expect(refusalOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])).id).toBe('E3525')
    // sorted keys: what tells the format may stand last
    const late = '{"analyzer":1,"vulnerabilities":[],"scan":{},"repository":1,"components":[{"name":"a"}],"specVersion":"1.6","bomFormat":"CycloneDX"}'
    expect(readOf(late)[0]!.reading.items).toHaveLength(1)
  }) // prettier-ignore
})

describe('around an SBOM', () => {
  const spdx = { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages: [{ name: 'p', SPDXID: 'SPDXRef-p' }] }
  const attested = (predicateType: string, predicate: unknown) => ({
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType, subject: [], predicate })).toString('base64'),
    signatures: [],
  }) // prettier-ignore
  const names = (content: string | Uint8Array) => readOf(content).map(({ path, reading }) => [path, reading.items.map(({ name }) => name)])

  it.each([
    ["BuildKit's export", { SPDX: spdx }, 'p'],
    ['a text as sbom', { sbom: bom('1.6', 'a') }, 'a'],
    ["cosign's predicate without a type", attested('cosign.sigstore.dev/attestation/v1', { Data: bom('1.6', 'a'), Timestamp: '' }), 'a'],
    ['SPDX 3 in in-toto', attested('https://spdx.dev/Document/v3.0', JSON.parse(rosetta('bom.spdx3.json').toString())), 'wohngeld-online'],
    ['a versioned predicate type', attested('https://cyclonedx.org/bom/v1.6', JSON.parse(bom('1.6', 'a'))), 'a'],
  ])('%s', (_, wrapped, name) => {
    expect(readOf(JSON.stringify(wrapped))[0]!.reading.items[0]!.name).toBe(name)
  })

  it('every attestation of an image at once: those that are no SBOM are left out by name', () => {
    const lines = [attested('https://slsa.dev/provenance/v1', {}), attested('https://cyclonedx.org/bom', JSON.parse(bom('1.6', 'a')))]
    const [source, ...others] = readOf(lines.map((line) => JSON.stringify(line)).join('\n'))
    expect([source!.path, others]).toEqual(['f#2', []])
    expect(source!.reading.notes[0]).toMatchObject({ code: 'W-SKIPPED', params: { n: 1, first: 'f#1' } })
    expect(refusalOf(JSON.stringify([lines[0], lines[0]]))).toMatchObject({ id: 'E3702', place: { file: 'f#1' } })
  })

  it('gzip and ZIP hold any form, and ZIP what is no input beside it', () => {
    for (const [content, name] of [
      [Buffer.from(xml('1.6')), 'Müller'],
      [rosetta('bom.spdx'), 'wohngeld-online'],
      [utf16(bom('1.6')), 'Müller'],
    ] as const)
      expect(readOf(gzipSync(content))[0]!.reading.items[0]!.name).toBe(name)
    expect(
      names(zip([{ name: 'package.json', data: '{"name":"a","dependencies":{}}' }, { name: 'b', data: bom('1.6', 'b') }])),
    ).toEqual([['f!b', ['b']]]) // prettier-ignore
  })
})
