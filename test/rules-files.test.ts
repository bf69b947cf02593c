import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../src/model/problem.ts'
import { utf8 } from '../src/model/utf8.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

const POLICY = readFileSync(join(ROOT, 'rules/policies/single-bid.yaml'), 'utf8').replace('id: single-bid', 'id: probe')
/** The same text as an editor on Windows saves it. */
const windows1252 = (text: string) => Buffer.from(text, 'latin1')

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = temporary()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), content)
  }
  return cwd
}
const run = (files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) => eigenstand(args, { cwd: folder(files) })

describe('rule files', () => {
  it.each(['x.yml', 'x.YAML', 'x.YML', 'x.yaml.txt'])('policies/%s would not be read, so it is refused', (name) => {
    const { code, stderr } = run({ [`r/policies/${name}`]: POLICY }, 'rules', 'check', 'r')
    expect(code).toBe(2)
    expect(stderr).toContain(`[E2113] r/policies/${name} – Regeldateien enden auf .yaml`)
  })

  it('everything else that lies there is left alone, and not counted', () => {
    const files = { 'r/policies/probe.yaml': POLICY, 'r/policies/.keep': '', 'r/README.md': 'x', 'r/.git/x.yml': ':' }
    const { code, stdout } = run(files, 'rules', 'check', 'r', '--json')
    expect([code, (JSON.parse(stdout) as { files: number }).files]).toEqual([0, 1])
  })

  it('in another encoding are refused at the first letter that is lost', () => {
    const { code, stderr } = run({ 'r/policies/probe.yaml': windows1252(POLICY.replace('ging nur', 'gäng nur')) }, 'rules', 'check', 'r')
    const line = POLICY.split('\n').findIndex((text) => text.includes('ging nur')) + 1
    const column = POLICY.split('\n')[line - 1]!.indexOf('ging nur') + 2
    expect(code).toBe(2)
    expect(stderr).toContain(`[E2111] r/policies/probe.yaml:${line}:${column} – Die Datei ist nicht in UTF-8 gespeichert`)
    expect(stderr).toContain('Hinweis: Die Datei im Editor als UTF-8 speichern')
  })

  it('with a byte order mark are read', () => {
    expect(run({ 'r/policies/probe.yaml': `\ufeff${POLICY}` }, 'rules', 'check', 'r').code).toBe(0)
  })
})

describe('a file that has no end is read up to its limit', () => {
  const endless = (name: string, ...args: string[]) => {
    const cwd = folder({ 'bom.json': readFileSync(join(ROOT, 'fixtures/rosetta/bom.cdx.json')), 'a.csv': 'Produkt\nx\n' })
    symlinkSync('/dev/zero', join(cwd, name))
    const { code, stderr } = eigenstand(args, { cwd })
    return [code, stderr.split(/ – |: /)[0]]
  }
  it.each([
    ['eigenstand.yaml', ['check', 'bom.json'], 'E2107'],
    ['eigenstand.waivers.yaml', ['check', 'bom.json'], 'E2107'],
    ['b.json', ['check', 'bom.json', '--baseline', 'b.json'], 'E2202'],
    ['m.yaml', ['audit', 'a.csv', '--map', 'm.yaml', '--no-store'], 'E2107'],
    ['e.yaml', ['audit', 'bom.json', '--editorial', 'e.yaml', '--no-store', '--report', 'html=r.html'], 'E2107'],
  ])('%s', (name, args, id) => expect(endless(name, ...args)).toEqual([2, `FEHLER [${id}] ${name}`]))
})

describe('every other file that people write for the tool is held to the same', () => {
  const SBOM = readFileSync(join(ROOT, 'fixtures/rosetta/bom.cdx.json'), 'utf8')
  it.each([
    ['eigenstand.yaml', 'project: { name: "Bürgeramt" }\n', '1:20'],
    ['eigenstand.waivers.yaml', '# Ausnahmen für Bürger\n', '1:14'],
    ['eigenstand.baseline.json', '{ "format": "ü" }\n', '1:14'],
  ])('%s', (name, text, place) => {
    const { code, stderr } = run({ 'bom.json': SBOM, [name]: windows1252(text) }, 'check', 'bom.json')
    expect([code, stderr.split(' – ')[0]]).toEqual([2, `FEHLER [E2111] ${name}:${place}`])
  })
})

describe('the place of the first byte that is not UTF-8', () => {
  const place = (bytes: Uint8Array) => {
    try {
      utf8(bytes, 'f')
    } catch (error) {
      const { line, column } = (error as Problem).place
      return `${line}:${column}`
    }
    return 'fine'
  }
  it.each([
    ['äöü€😀\n', 'fine'],
    ['\ufeffä', 'fine'],
  ])('%j is fine', (text, expected) => expect(place(Buffer.from(text))).toBe(expected))
  it.each([
    [[0xe4], '1:1'],
    [[0x61, 0x0a, 0xc3, 0xa4, 0xe4, 0x20], '2:2'],
    [[0xf0, 0x9f, 0x98, 0x80, 0x0a, 0x61, 0xff], '2:2'],
    [[0x61, 0xc3], '1:2'],
  ])('%j: %s', (bytes, expected) => expect(place(Uint8Array.from(bytes))).toBe(expected))
})
