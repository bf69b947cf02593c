import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { baselineNotes, baselineOf } from '../src/baseline.ts'
import { excuse } from '../src/evaluate/excuse.ts'
import { overlay } from '../src/knowledge/overlay.ts'
import type { Waiver } from '../src/model/policy.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, bom, contracts, KNOWLEDGE } from './support/gated.ts'

const SINGLE_BID = readFileSync('rules/policies/single-bid.yaml', 'utf8')
const LIST = contracts(['Microsoft 365 E3', 'Microsoft', '', 240_000], ['SAP S/4HANA', 'SAP', '', 90_000, '', 1])
const notes = (inputs: Readonly<Record<string, string>>) => auditOf({ inputs }).notes

it('says how many components are counted nowhere and asked by nothing', () => {
  const text = JSON.parse(bom({ name: 'a', licence: 'BUSL-1.1' }, { name: 'b', licence: 'MIT' })) as { components: { scope?: string }[] }
  text.components[0]!.scope = 'excluded'
  expect(notes({ 'bom.json': JSON.stringify(text) })).toContainEqual(expect.objectContaining({ code: 'W-NOT-COUNTED', params: { n: 1 } }))
  expect(notes({ 'bom.json': bom({ name: 'a' }) }).map(({ code }) => code)).not.toContain('W-NOT-COUNTED')
})

it('a component that one SBOM names twice is not said to be in several', () => {
  const text = JSON.parse(bom({ name: 'a' })) as { components: object[] }
  text.components.push({ ...text.components[0], 'bom-ref': 'again' })
  const merged = notes({ 'bom.json': JSON.stringify(text) }).find(({ code }) => code === 'W-MERGED')
  expect(merged?.message).toBe('What the SBOMs name more than once counts once (1 further mention).')
})

it('an own rule with the id of one of ours is noticed, in rules check and in every audit', () => {
  const file = { path: 'policies/single-bid.yaml', text: SINGLE_BID }
  expect(overlay(KNOWLEDGE, [file], 'r').replaced).toEqual([{ what: 'policy', id: 'single-bid', file: 'r/policies/single-bid.yaml' }])
  expect(overlay(KNOWLEDGE, [{ ...file, text: SINGLE_BID.replace('id: single-bid', 'id: mine') }], 'r').replaced).toEqual([])
  const cwd = temporary()
  mkdirSync(join(cwd, 'r/policies'), { recursive: true })
  writeFileSync(join(cwd, 'r/policies/single-bid.yaml'), SINGLE_BID)
  writeFileSync(join(cwd, 'liste.csv'), LIST)
  expect(eigenstand(['rules', 'check', 'r'], { cwd }).stdout).toContain('r/policies/single-bid.yaml ersetzt unsere Datei gleicher Kennung: policy single-bid\n')
  expect(eigenstand(['check', 'liste.csv', '--rules', 'r', '--as-of', '2026-01-15'], { cwd }).stdout).toContain('W-REPLACED')
}) // prettier-ignore

it('a licence, a spelling, a service or a change of licence that is judged otherwise is noticed, the same again is not', () => {
  const source = 'source: { what: Gutachten, date: "2026-11-23", seen: primary }\n'
  const replaced = (path: string, text: string) => overlay(KNOWLEDGE, [{ path, text: source + text }], 'r').replaced
  const file = 'r/licences/eigene.yaml'
  const licences = (text: string) => replaced('licences/eigene.yaml', text)
  expect(licences('licences: [{ id: SSPL-1.0, name: SSPL, family: network-copyleft, openness: open }]')).toEqual([{ what: 'licence', id: 'SSPL-1.0', file }]) // prettier-ignore
  expect(licences('licences: [{ id: SSPL-1.0, name: SSPL, family: restricted, openness: restricted }, { id: LicenseRef-haus, family: permissive, openness: open }]')).toEqual([]) // prettier-ignore
  expect(licences('aliases: [{ is: MIT, written: [gpl-3.0] }]\nurls: [{ is: MIT, written: ["https://haus.example/lizenz"] }]')).toEqual([{ what: 'spelling', id: 'gpl-3.0', file }]) // prettier-ignore
  expect(licences('aliases: [{ is: GPL-3.0-only, written: [GPL-3.0] }]')).toEqual([])
  expect(replaced('bindings.yaml', 'bindings: [{ id: aws-s3, service: S3, provider: amazon, portable: "no", namespaces: { pypi: [s3fs] } }]')).toEqual([{ what: 'binding', id: 'aws-s3', file: 'r/bindings.yaml' }]) // prettier-ignore
})

it('the waiver of another project in the same file is not told as unused', () => {
  const waiver = (project?: string): Waiver => ({ finding: '0'.repeat(32), ...(project !== undefined && { project }), reason: 'other', words: 'a', approvedBy: 'b', from: '2026-01-01', until: '2027-01-01' }) // prettier-ignore
  const told = (project?: string) => excuse([], [waiver(project)], '2026-06-01', 'probe').notes.map(({ code }) => code)
  expect([told('probe'), told(), told('another')]).toEqual([['W-WAIVER-UNUSED'], ['W-WAIVER-UNUSED'], []])
})

it('a baseline speaks of other rules only where something is decided otherwise, and says what', () => {
  const inputs = { 'liste.csv': LIST }
  const before = baselineOf(auditOf({ inputs }))
  const told = (path: string, text: string) =>
    baselineNotes(before, auditOf({ inputs, rules: [{ path, text }] })).map(({ params }) => String(params?.['changed']).replace(/[0-9a-f]{12}/g, '#')) // prettier-ignore
  expect(told('policies/single-bid.yaml', SINGLE_BID.replace('Nur ein Angebot', 'Nur ein einziges Angebot'))).toEqual([])
  expect(told('policies/single-bid.yaml', `# Kommentar\n${SINGLE_BID.replace('date: "2026-11-23"', 'date: "2026-11-24"')}`)).toEqual([])
  expect(told('policies/single-bid.yaml', SINGLE_BID.replace('{ fact: bids, is: 1 }', '{ fact: bids, atMost: 1 }'))).toEqual([
    'policies # → #',
  ])
  const vendor = 'id: muster-x\nname: Muster X\nkind: company\ncountry: DE\nsources: { a: { what: a, date: "2026", seen: primary } }\n'
  expect(told('vendors/muster-x.yaml', vendor)).toEqual(['register # → #'])
})

it('baseline update says what is new beside the findings, and writes only what is', () => {
  const cwd = temporary()
  const run = (...args: string[]) => eigenstand(args, { cwd })
  const path = join(cwd, 'eigenstand.baseline.json')
  writeFileSync(join(cwd, 'bom.json'), bom({ name: 'a', licence: 'MIT' }))
  expect(run('baseline', 'create', 'bom.json', '--as-of', '2026-01-15').code).toBe(0)
  const [text, written] = [readFileSync(path, 'utf8'), statSync(path).mtimeMs]
  expect(run('baseline', 'update', 'bom.json', '--as-of', '2026-01-15').stdout).toMatch(/^Nichts hat sich geändert; die Datei bleibt, wie sie ist\.\n/)
  expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs]).toEqual([text, written])
  const later = run('baseline', 'update', 'bom.json', '--as-of', '2026-01-16')
  expect(later.stdout).toMatch(/^Feststellungen: dieselben\.\nSonst neu: Stichtag\n/)
  expect(readFileSync(path, 'utf8')).not.toBe(text)
  expect(JSON.parse(run('baseline', 'update', 'bom.json', '--as-of', '2026-01-17', '--json').stdout)).toMatchObject({ moved: ['asOf'], added: [] })
}) // prettier-ignore

it('check twice in one repository, in a copy of it and in the other language decides the same, byte by byte', () => {
  const repository = () => {
    const cwd = temporary()
    mkdirSync(join(cwd, '.git'))
    mkdirSync(join(cwd, 'listen'))
    writeFileSync(join(cwd, 'listen/liste.csv'), LIST)
    writeFileSync(join(cwd, 'eigenstand.yaml'), 'project: { id: probe }\n')
    return cwd
  }
  const first = repository()
  const run = (cwd: string, ...flags: string[]) => eigenstand(['check', 'listen/liste.csv', '--as-of', '2026-01-15', ...flags], { cwd })
  const [data, text] = [run(first, '--json'), run(first)]
  for (const cwd of [first, repository()]) expect([run(cwd, '--json'), run(cwd)]).toEqual([data, text])
  expect(run(first, '--json', '--lang', 'en').stdout).toBe(data.stdout)
  // from a folder below, the inputs are named from the project file all the same
  const below = eigenstand(['check', 'liste.csv', '--as-of', '2026-01-15', '--json'], { cwd: join(first, 'listen') })
  expect(below.stdout).toBe(data.stdout)
})

it('the report says beside the figures of layers how much may belong to any of them', () => {
  const cwd = temporary()
  const row = (product: string, maker: string, eur: number) => [product, maker, '', eur] as const
  writeFileSync(
    join(cwd, 'liste.csv'),
    contracts(row('Windows Server Datacenter', 'Microsoft', 65_000), row('Rätselhaftes XY', 'Niemand Bekanntes', 35_000)),
  )
  writeFileSync(join(cwd, 'klar.csv'), contracts(row('Windows Server Datacenter', 'Microsoft', 65_000)))
  const page = (list: string) => eigenstand(['audit', list, '--as-of', '2026-01-15', '--no-store', '--format', 'html'], { cwd }).stdout
  expect(page('liste.csv')).toMatch(/35,0\s%\sdes Gewichts haben keine Schicht und können zu jeder gehören/)
  expect(page('klar.csv')).not.toContain('haben keine Schicht')
})
