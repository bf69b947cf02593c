import { chmodSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

// What is there and cannot be read is not what is not there: a gate that takes it for nothing fails open.

const BOM = join(ROOT, 'fixtures/rosetta/bom.cdx.json')
const POLICY = readFileSync(join(ROOT, 'rules/policies/single-bid.yaml'), 'utf8').replace('id: single-bid', 'id: probe')

/** Ways in which a name leads to no text. */
const WAYS = {
  folder: (path: string) => mkdirSync(path, { recursive: true }),
  'dangling link': (path: string) => symlinkSync('nowhere', path),
  'link in a circle': (path: string) => symlinkSync(path, path),
} as const
const WAY_NAMES = Object.keys(WAYS) as (keyof typeof WAYS)[]

function folder(files: Readonly<Record<string, string>>): string {
  const cwd = temporary()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), content)
  }
  return cwd
}
const check = (cwd: string, ...args: string[]) => eigenstand(['check', BOM, '--as-of', '2026-11-23', '--quiet', ...args], { cwd })

describe.each(WAY_NAMES)('a %s in the place of', (way) => {
  it.each([
    ['eigenstand.yaml', 'E2119'],
    ['eigenstand.waivers.yaml', 'E2119'],
    ['eigenstand.baseline.json', 'E2201'],
  ])('%s is refused with %s', (name, id) => {
    const cwd = temporary()
    WAYS[way](join(cwd, name))
    expect(check(cwd)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`[${id}] ${name}`) })
  })

  it('the project file above is refused from below', () => {
    const cwd = folder({ 'a/b/x': '' })
    WAYS[way](join(cwd, 'eigenstand.yaml'))
    const { code, stderr } = check(join(cwd, 'a/b'))
    expect([code, stderr]).toEqual([2, expect.stringContaining('[E2119] ../../eigenstand.yaml')])
  })

  it('the baseline is not made anew', () => {
    const cwd = temporary()
    const path = join(cwd, 'eigenstand.baseline.json')
    WAYS[way](path)
    const before = lstatSync(path).ino
    const { code, stderr } = eigenstand(['baseline', 'create', BOM, '--as-of', '2026-11-23'], { cwd })
    expect([code, stderr, lstatSync(path).ino]).toEqual([2, expect.stringContaining('[E2204]'), before])
  })
})

it('without any of them there is nothing to miss', () => {
  expect(check(temporary()).code).toBe(1)
})

describe('another ending is told, not passed over', () => {
  it.each(['eigenstand.yml', 'eigenstand.waivers.yml', 'eigenstand.yaml.txt', 'eigenstand.waivers.yaml.txt'])('%s', (name) => {
    const cwd = folder({ [name]: '' })
    expect(check(cwd)).toMatchObject({ code: 2, stderr: expect.stringContaining(`[E2120] ${name}`) })
  })

  it('beyond the nearest project file it is nobody’s', () => {
    const cwd = folder({ 'eigenstand.yml': '', 'a/eigenstand.yaml': 'set: default\n' })
    expect(check(join(cwd, 'a')).code).toBe(1)
  })
})

describe('own rules', () => {
  it.each([
    ['file', (cwd: string) => symlinkSync('../../probe.yaml', join(cwd, 'r/policies/probe.yaml')), 'r/policies/probe.yaml'],
    ['folder', (cwd: string) => symlinkSync('../lists', join(cwd, 'r/lists')), 'r/lists'],
    ['file beside the folder whose name begins alike', (cwd: string) => symlinkSync('../../rules/x.yaml', join(cwd, 'r/policies/probe.yaml')), 'r/policies/probe.yaml'], // prettier-ignore
    ['folder in a circle', (cwd: string) => symlinkSync('..', join(cwd, 'r/policies/sub')), 'r/policies/sub'],
    ['device', (cwd: string) => symlinkSync('/dev/null', join(cwd, 'r/policies/x.yaml')), 'r/policies/x.yaml'],
    ['link to nowhere', (cwd: string) => symlinkSync('nowhere', join(cwd, 'r/policies/x.yaml')), 'r/policies/x.yaml'],
  ])('that are a linked %s are refused, not left out', (_, link, shown) => {
    const cwd = folder({ 'probe.yaml': POLICY, 'lists/x': '', 'rules/x.yaml': POLICY, 'r/policies/other.yaml': POLICY })
    link(cwd)
    expect(check(cwd, '--rules', 'r')).toMatchObject({ code: 2, stderr: expect.stringContaining(`[E2119] ${shown} – `) })
  })

  // as Kubernetes mounts a ConfigMap: files and folders link into a dated folder, so that all of them are renewed at once
  it.each([
    ['with folders', (cwd: string) => ({ mount: join(cwd, 'r'), link: 'policies', file: 'policies/probe.yaml' })],
    ['for one sub-folder', (cwd: string) => ({ mount: join(cwd, 'r/policies'), link: 'probe.yaml', file: 'probe.yaml' })],
  ])('may be links within their folder: a ConfigMap %s', (_, made) => {
    const cwd = temporary()
    const { mount, link, file } = made(cwd)
    const dated = join(mount, '..2026_11_23_08_00_00.123')
    mkdirSync(join(dated, file, '..'), { recursive: true })
    writeFileSync(join(dated, file), POLICY)
    symlinkSync('..2026_11_23_08_00_00.123', join(mount, '..data'))
    symlinkSync(`..data/${link}`, join(mount, link))
    const listed = eigenstand(['rules', 'check', 'r', '--lang', 'en'], { cwd })
    expect(listed).toMatchObject({ code: 0, stderr: '' })
    const { policies } = JSON.parse(eigenstand(['rules', 'list', '--json', '--rules', 'r'], { cwd }).stdout) as { policies: { id: string; rule?: string }[] } // prettier-ignore
    expect(policies.filter(({ id }) => id === 'probe')).toHaveLength(1)
    expect(check(cwd, '--rules', 'r').code).toBe(1)
    // the folder itself may be one
    symlinkSync('r', join(cwd, 'linked'))
    expect(check(cwd, '--rules', 'linked').code).toBe(1)
  })

  it('may be named by a whole path in the project file', () => {
    const cwd = folder({ 'rules/policies/probe.yaml': POLICY })
    writeFileSync(join(cwd, 'eigenstand.yaml'), `rules: ${join(cwd, 'rules')}\n`)
    expect(eigenstand(['rules', 'list', '--json'], { cwd }).stdout).toContain('"probe"')
    writeFileSync(join(cwd, 'eigenstand.yaml'), `rules: ${join(cwd, 'none')}\n`)
    const elsewhere = join(cwd, 'rules')
    expect(eigenstand(['rules', 'list'], { cwd: elsewhere }).stderr).toMatch(/\[E2108\] (?:\.\.\/)?eigenstand\.yaml:1:8 – .*none/)
  })
})

it.skipIf(process.getuid?.() === 0)('without permission nothing is taken for absent', () => {
  const cwd = folder({ 'eigenstand.baseline.json': '{}', 'r/policies/probe.yaml': POLICY, 's/policies/probe.yaml': POLICY })
  for (const path of ['eigenstand.baseline.json', 'r/policies', 's/policies/probe.yaml']) chmodSync(join(cwd, path), 0)
  expect(check(cwd)).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2201] eigenstand.baseline.json – ') })
  expect(check(cwd, '--rules', 'r')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2108] r/policies – ') })
  expect(check(cwd, '--rules', 's')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2119] s/policies/probe.yaml – ') })
  chmodSync(join(cwd, 'r/policies'), 0o700)
})

describe('what is kept from run to run stays a link', () => {
  it('the baseline', () => {
    const cwd = folder({ 'kept/b.json': '' })
    symlinkSync('kept/b.json', join(cwd, 'eigenstand.baseline.json'))
    eigenstand(['baseline', 'create', BOM, '--as-of', '2026-11-23', '--baseline', 'b.json'], { cwd })
    const later = readFileSync(join(cwd, 'b.json'), 'utf8')
    writeFileSync(join(cwd, 'kept/b.json'), later.replace('2026-11-23', '2026-11-22'))
    expect(eigenstand(['baseline', 'update', BOM, '--as-of', '2026-11-23'], { cwd }).code).toBe(0)
    expect(lstatSync(join(cwd, 'eigenstand.baseline.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(cwd, 'kept/b.json'), 'utf8')).toBe(later)
  })
})
