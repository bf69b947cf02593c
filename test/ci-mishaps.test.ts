import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

// What goes wrong in a pipeline is told as what it is, and nothing of it opens the gate.

const BOM = readFileSync(join(ROOT, 'fixtures/rosetta/bom.cdx.json'), 'utf8')
const POLICY = readFileSync(join(ROOT, 'rules/policies/single-bid.yaml'), 'utf8').replace('id: single-bid', 'id: probe')
/** A rule that looks like a list: two lines with semicolons. */
const LIST_LIKE = POLICY.replace(/^title:.*$/m, 'title: { de: "Vertrag; Produkt; Betrag", en: "contract; product; amount" }')
const BASELINE = { format: 'eigenstand/baseline/1', project: 'app', asOf: '2026-11-01', rules: { set: 'default', sha256: 'x' }, axes: [], concentration: [], findings: [] } // prettier-ignore

function folder(files: Readonly<Record<string, string>>): string {
  const cwd = temporary()
  for (const [path, content] of Object.entries({ 'bom.json': BOM, ...files })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), content)
  }
  return cwd
}
const check = (cwd: string, ...args: readonly string[]) => eigenstand(['check', ...args, '--as-of', '2026-11-23', '--lang', 'en'], { cwd })

describe('files of one’s own are no inputs', () => {
  const files = {
    'eigenstand.yaml': 'project: { id: app, name: "App; Fach; verfahren" }\nrules: regeln\n',
    'eigenstand.waivers.yaml': '# Ausnahmen; Produkt; Betrag\n# Ausnahmen; Produkt; Betrag\n',
    'eigenstand.baseline.json': JSON.stringify(BASELINE),
    'regeln/policies/probe.yaml': LIST_LIKE,
  }

  it.each([['.'], ['*'], ['**/*']])('where %s is given', (input) => {
    const [here, alone] = [check(folder(files), input, '--json'), check(folder(files), 'bom.json', '--json')]
    expect([here.code, here.stderr]).toEqual([alone.code, ''])
    expect(JSON.parse(here.stdout)).toEqual(JSON.parse(alone.stdout))
  })

  it('also where rules are links to a hidden folder, as in a ConfigMap', () => {
    const { 'regeln/policies/probe.yaml': rule, ...others } = files
    const cwd = folder({ ...others, 'regeln/..data/policies/probe.yaml': rule })
    symlinkSync('..data/policies', join(cwd, 'regeln/policies'))
    expect(check(cwd, '.', '--json')).toMatchObject({ code: 1, stderr: '' })
  })

  it('unless one is named itself', () => {
    expect(check(folder(files), 'bom.json', 'regeln/policies/probe.yaml').stderr).toContain('regeln/policies/probe.yaml')
  })
})

describe('a folder of rules that holds none is no gate that passes', () => {
  it.each([
    ['the flag', {}, ['--rules', 'leer']],
    ['the project file', { 'eigenstand.yaml': 'rules: leer\n' }, []],
  ])('named by %s', (_, files, args) => {
    const cwd = folder({ 'leer/.gitkeep': '', 'leer/README.md': '', ...files })
    expect(check(cwd, 'bom.json', ...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('[E2118] leer – ') })
    expect(eigenstand(['rules', 'list', ...args], { cwd }).code).toBe(0)
  })

  it('and one that is not there is told without a stray blank', () => {
    expect(check(folder({}), 'bom.json', '--rules', 'nix').stderr).toContain('The rules folder "nix" cannot be read.\n')
  })
})

it('several outputs in one --report are refused, not written under a strange name', () => {
  const ran = check(folder({}), 'bom.json', '--report', 'sarif=a.sarif,gitlab=b.json')
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('several outputs in one --report') })
  expect(check(folder({}), 'bom.json', '--report', 'junit=a,b=c.xml').code).toBe(1)
})

it.each([
  ['gibt/es/nicht.xml', 'there is no such folder (ENOENT)'],
  ['bom.json/x.xml', 'there is no such folder (ENOTDIR)'],
  ['folder', 'a folder lies there (EISDIR)'],
])('an output to %s is told in words', (path, why) => {
  const ran = check(folder({ 'folder/x': '' }), 'bom.json', '--report', `junit=${path}`)
  expect(ran).toMatchObject({ code: 4, stderr: expect.stringContaining(why) })
})

it.each([
  ['eigenstand.yaml', '[E2101] eigenstand.yaml:2:1'],
  ['eigenstand.waivers.yaml', '[E2101] eigenstand.waivers.yaml:2:1'],
  ['eigenstand.baseline.json', '[E2202] eigenstand.baseline.json:2:1'],
])('a merge in %s that was not resolved is told as that', (name, where) => {
  const ran = check(folder({ [name]: '\n<<<<<<< HEAD\nproject: { id: a }\n=======\nproject: { id: b }\n>>>>>>> main\n' }), 'bom.json')
  expect(ran.code).toBe(2)
  expect(ran.stderr).toContain(where)
  expect(ran.stderr).toContain('here are conflict marks of version control')
})

describe('the folder of rules that the project file names', () => {
  it('is where a new one goes, though it is not there yet', () => {
    const cwd = folder({ 'eigenstand.yaml': 'rules: gate/regeln\n', 'sub/x': '' })
    expect(eigenstand(['rules', 'new', 'eins'], { cwd }).stdout).toContain('gate/regeln/policies/eins.yaml')
    expect(eigenstand(['rules', 'new', 'zwei'], { cwd: join(cwd, 'sub') }).code).toBe(0)
    expect(readFileSync(join(cwd, 'gate/regeln/policies/zwei.yaml'), 'utf8')).toContain('id: zwei')
  })

  it('is what rules check looks at', () => {
    const cwd = folder({ 'eigenstand.yaml': 'rules: regeln\n', 'regeln/policies/x.yaml': 'id: x\n' })
    expect(eigenstand(['rules', 'check'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('regeln/policies/x.yaml') })
    expect(eigenstand(['rules', 'check'], { cwd: folder({}) }).code).toBe(0)
  })
})

it('a finding about a layer of a list is shown at the list, not at the SBOM that happens to stand first', () => {
  const cwd = folder({ 'liste.csv': readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'), 'utf8') })
  check(cwd, 'bom.json', 'liste.csv', '--report', 'gitlab=out.json')
  const entries = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as { check_name: string; location: object }[]
  expect(entries.find(({ check_name: name }) => name === 'dominant-vendor')!.location).toEqual({ path: 'liste.csv', lines: { begin: 1 } })
})

it('a baseline is shown in one language', () => {
  const cwd = folder({ 'liste.csv': readFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'), 'utf8') })
  eigenstand(['baseline', 'create', 'liste.csv', '--as-of', '2026-11-23'], { cwd })
  expect(eigenstand(['baseline', 'show', '--lang', 'de'], { cwd }).stdout).not.toMatch(/\bspend\b/)
})
