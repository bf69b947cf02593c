import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDatabase } from '../src/config.ts'
import { eigenstand, ROOT, temporary, type Ran } from './support/cli.ts'

const component = (name: string, licence: string, more: object = {}) => ({
  type: 'library',
  name,
  version: '1',
  purl: `pkg:npm/${name}@1`,
  'bom-ref': name,
  licenses: [{ license: { id: licence } }],
  ...more,
})

/** A BOM whose components are all direct. */
function bom(...components: ReturnType<typeof component>[]): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'app', 'bom-ref': 'app' } },
    components,
    dependencies: [{ ref: 'app', dependsOn: components.map((one) => one['bom-ref']) }],
  })
}

const OPEN = bom(component('lodash', 'MIT'), component('express', 'MIT'))
const CLOSED = bom(component('lodash', 'MIT'), component('geheim', 'BUSL-1.1'))
const UNKNOWN = bom(component('lodash', 'MIT'), { ...component('raetsel', 'MIT'), licenses: [] })

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = temporary()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

/** Files in a folder but those that were put there. */
const left = (path: string, ...known: string[]) => readdirSync(path).filter((name) => !known.includes(name) && name !== '.cache')

function error({ stdout }: Ran): { code: string; exitCode: number; file?: string; line?: number; column?: number; hint: string } {
  return (JSON.parse(stdout) as { error: ReturnType<typeof error> }).error
}

describe('exit codes', () => {
  it('0: check passes', () => {
    const cwd = folder({ 'a.json': OPEN })
    expect(eigenstand(['check', 'a.json'], { cwd }).code).toBe(0)
    expect(JSON.parse(eigenstand(['check', 'a.json', '--json'], { cwd }).stdout)).toMatchObject({
      format: 'eigenstand/check/1',
      exitCode: 0,
    })
  })

  it('0: audit ends well whatever it finds; history and vendors find also without a hit', () => {
    const cwd = folder({ 'a.json': CLOSED, 'empty.json': bom() })
    expect(eigenstand(['audit', 'a.json'], { cwd }).code).toBe(0)
    expect(eigenstand(['audit', 'empty.json', '--no-store', '--json'], { cwd }).code).toBe(0)
    expect(eigenstand(['history', 'nirgends'], { cwd }).code).toBe(0)
    expect(eigenstand(['vendors', 'find', 'qqqqzzzz'], { cwd }).code).toBe(0)
  })

  it('1: a new restricted item', () => {
    const cwd = folder({ 'a.json': CLOSED })
    const text = eigenstand(['check', 'a.json'], { cwd })
    expect(text.code).toBe(1)
    expect(text.stdout).toContain('pkg:npm/geheim')
    const json = eigenstand(['check', 'a.json', '--json'], { cwd })
    expect(json.code).toBe(1)
    const { exitCode, conditions } = JSON.parse(json.stdout) as {
      exitCode: number
      conditions: { id: string; met: boolean | null; actual: number }[]
    }
    expect(exitCode).toBe(1)
    expect(conditions.find(({ id }) => id === 'new-restricted-item')).toMatchObject({ met: false, actual: 1 })
    expect(conditions.find(({ id }) => id === 'level-worse')).toMatchObject({ met: null })
  })

  it.each([
    ['an unknown command', ['frobnicate'], 'E2001'],
    ['an unknown flag', ['audit', 'a.json', '--frobnicate'], 'E2001'],
    ['no input', ['audit'], 'E2001'],
    ['a wrong date', ['audit', 'a.json', '--as-of', '31.01.2026'], 'E2002'],
    ['a day that does not exist', ['audit', 'a.json', '--as-of', '2026-02-30'], 'E2002'],
    ['an unknown set', ['audit', 'a.json', '--set', 'nix'], 'E2003'],
    ['an unknown format', ['audit', 'a.json', '--format', 'docx'], 'E2005'],
    ['an unknown id', ['explain', 'gibtsnicht'], 'E2006'],
    ['stdin twice', ['audit', '-', '-'], 'E2001'],
    ['two documents on stdout', ['check', 'a.json', '--format', 'sarif', '--report', 'csv=-'], 'E2001'],
    ['rules that are none', ['audit', 'a.json', '--rules', 'rules'], 'E2102'],
  ])('2: %s', (_, args, id) => {
    const cwd = folder({ 'a.json': OPEN })
    mkdirSync(join(cwd, 'rules/policies'), { recursive: true })
    writeFileSync(join(cwd, 'rules/policies/a.yaml'), 'id: a\nscop: item\n')
    const text = eigenstand(args, { cwd })
    expect([text.code, text.stderr]).toEqual([2, expect.stringContaining(`[${id}]`)])
    expect(text.stderr).not.toMatch(/\n\s+at /)
    const json = eigenstand([...args, '--json'], { cwd })
    expect([json.code, error(json).code, error(json).exitCode]).toEqual([2, id, 2])
    expect(left(cwd, 'a.json', 'rules')).toEqual([])
  })

  it.each([
    ['a missing file', 'fehlt.json', undefined, 'E3001'],
    ['an empty file', 'x.json', '', 'E3002'],
    ['a truncated file', 'x.json', OPEN.slice(0, 200), 'E3101'],
    ['broken JSON', 'x.json', '{"bomFormat":"CycloneDX","specVersion":"1.6",\n "components":[,]}', 'E3101'],
    ['a picture', 'x.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), 'E3003'],
    ['an unknown format', 'x.json', '{"hello":"world"}', 'E3003'],
    ['a list without a heading', 'x.csv', 'foo;bar;baz\n1;2;3\n4;5;6\n', 'E3301'],
    ['a version of tomorrow', 'x.json', OPEN.replace('"1.6"', '"9.9"'), 'E3201'],
  ])('3: %s', (_, name, content, id) => {
    const cwd = folder(content === undefined ? {} : { [name]: content })
    for (const command of ['audit', 'check']) {
      const text = eigenstand([command, name], { cwd })
      expect([text.code, text.stderr]).toEqual([3, expect.stringContaining(`FEHLER [${id}] ${name}`)])
      expect(text.stderr).toContain('Hinweis: ')
      const json = eigenstand([command, name, '--json', '--lang', 'en'], { cwd })
      expect([json.code, error(json).code, error(json).file]).toEqual([3, id, name])
    }
    expect(left(cwd, name)).toEqual([])
  })

  it('3: the path that was given is named, and no path of the machine in the audit', () => {
    const cwd = folder({ 'a.json': OPEN })
    const missing = join(temporary(), 'fehlt.json')
    expect(eigenstand(['check', missing], { cwd }).stderr).toContain(`[E3001] ${missing} –`)
    expect(eigenstand(['columns', missing], { cwd }).stderr).toContain(`[E3001] ${missing} –`)
    const kept = eigenstand(['audit', 'a.json', missing, '--keep-going', '--json', '--no-store'], { cwd })
    expect(JSON.parse(kept.stdout)).toMatchObject({ notes: [{ code: 'W-INPUT-FAILED', params: { path: 'fehlt.json' } }] })
    expect(kept.stdout).not.toContain(missing)
  })

  it('2: an unknown command leads to the help of all', () => {
    expect(eigenstand(['frobnicate'], { cwd: temporary() }).stderr).toContain('Hinweis: Hilfe: eigenstand --help\n')
  })

  it('3: a limit, below, at, above and 0', () => {
    const cwd = folder({ 'a.json': OPEN })
    const size = Buffer.byteLength(OPEN)
    const run = (flag: string, value: number) => eigenstand(['check', 'a.json', `--${flag}`, String(value)], { cwd }).code
    expect([size + 1, size, size - 1, 0].map((value) => run('max-file', value))).toEqual([0, 0, 3, 3])
    expect([4, 3, 2, 0].map((value) => run('max-components', value))).toEqual([0, 0, 3, 3])
    expect([7, 6, 5, 0].map((value) => run('max-depth', value))).toEqual([0, 0, 3, 3])
  })

  it('4: a database that cannot be opened, an output that cannot be written', () => {
    const cwd = folder({ 'a.json': OPEN, 'db.db': 'this is no database' })
    const database = eigenstand(['audit', 'a.json', '--db', 'db.db'], { cwd })
    expect([database.code, database.stderr]).toEqual([4, expect.stringContaining('[E4002]')])
    const output = eigenstand(['audit', 'a.json', '--format', 'html', '--output', 'gibt/es/nicht.html', '--no-store', '--json'], { cwd })
    expect(output.code).toBe(4)
    expect(left(cwd, 'a.json', 'db.db')).toEqual([])
  })

  it('5: not assessable, and nothing to assess', () => {
    const cwd = folder({ 'unknown.json': UNKNOWN, 'empty.json': bom() })
    expect(eigenstand(['check', 'unknown.json'], { cwd }).code).toBe(5)
    expect(eigenstand(['check', 'empty.json'], { cwd }).code).toBe(5)
    expect(JSON.parse(eigenstand(['check', 'empty.json', '--json'], { cwd }).stdout)).toMatchObject({ exitCode: 5, level: null })
  })

  it('5: audit --keep-going writes a provisional report', () => {
    const cwd = folder({ 'a.json': OPEN, 'x.json': '' })
    const ran = eigenstand(['audit', 'a.json', 'x.json', '--keep-going', '--format', 'json', '--output', 'out.json'], { cwd })
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('[E3002]')])
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({
      notes: [{ code: 'W-INPUT-FAILED' }],
      level: { provisional: true },
      provisionalBecause: expect.arrayContaining(['W-INPUT-FAILED']),
    })
  })

  it('a folder is as many inputs as it holds: one that cannot be read hides no violation and stops no report', () => {
    const cwd = folder({})
    mkdirSync(join(cwd, 'in'))
    for (const [name, text] of Object.entries({ 'closed.json': CLOSED, 'x.json': '{"bomFormat":"CycloneDX"' }))
      writeFileSync(join(cwd, 'in', name), text)
    expect(eigenstand(['check', 'in'], { cwd }).code).toBe(1)
    expect(eigenstand(['check', 'in/*.json'], { cwd }).code).toBe(1)
    const kept = eigenstand(['audit', 'in', '--keep-going', '--json', '--no-store'], { cwd })
    expect([kept.code, kept.stderr]).toEqual([5, expect.stringContaining('1 von 2')])
    expect(JSON.parse(kept.stdout)).toMatchObject({ sources: [{ path: 'in/closed.json' }] })
  })

  it('3 writes and stores nothing, not even where the gate could say something of the others; 1 writes reports that name what is missing', () => {
    const cwd = folder({ 'open.json': OPEN, 'closed.json': CLOSED, 'x.json': '' })
    const known = ['open.json', 'closed.json', 'x.json']
    const out = ['--report', 'sarif=q.sarif', '--report', 'junit=q.xml', '--db', 'q.db']
    expect(eigenstand(['check', 'open.json', 'x.json', ...out], { cwd }).code).toBe(3)
    expect(eigenstand(['check', 'open.json', 'x.json', '--format', 'sarif'], { cwd })).toMatchObject({ code: 3, stdout: '' })
    expect(left(cwd, ...known)).toEqual([])
    expect(eigenstand(['check', 'closed.json', 'x.json', ...out], { cwd }).code).toBe(1)
    expect(readFileSync(join(cwd, 'q.sarif'), 'utf8')).toContain('"executionSuccessful":false')
    expect(readFileSync(join(cwd, 'q.xml'), 'utf8')).toMatch(/ errors="1".*<error message="Nicht gelesen: x\.json \(E3002\)\."/s)
  })

  it('a violation is not hidden by an unreadable input, nor is an unreadable input by a gate that passed', () => {
    const cwd = folder({ 'open.json': OPEN, 'closed.json': CLOSED, 'x.json': '' })
    expect(eigenstand(['check', 'closed.json', 'x.json'], { cwd }).code).toBe(1)
    expect(eigenstand(['check', 'open.json', 'x.json'], { cwd }).code).toBe(3)
    expect(eigenstand(['audit', 'open.json', 'x.json'], { cwd }).code).toBe(3)
  })
})

describe('precedence 70 > 2 > 4 > 1 > 3 > 5 > 0, in text and with --json', () => {
  /** Every failure by its code; together in one run the gravest decides. */
  const files = { 'open.json': OPEN, 'closed.json': CLOSED, 'unknown.json': UNKNOWN, 'broken.json': '{', 'bad.baseline': '{' }
  const failures = {
    2: ['--baseline', 'bad.baseline'],
    4: ['--report', 'csv=gibt/es/nicht.csv'],
    1: ['closed.json'],
    3: ['broken.json'],
    5: ['unknown.json'],
    0: ['open.json'],
  } as const
  const order = [2, 4, 1, 3, 5, 0] as const

  it.each(order.flatMap((gravest, at) => order.slice(at + 1).map((other) => [gravest, other] as const)))(
    '%i before %i',
    (gravest, other) => {
      const cwd = folder(files)
      const args = ['check', 'open.json', ...failures[other], ...failures[gravest]].filter(
        (arg, i, all) => arg.startsWith('-') || all.indexOf(arg) === i,
      )
      expect(eigenstand(args, { cwd }).code).toBe(gravest)
      const json = eigenstand([...args, '--json'], { cwd })
      const said = JSON.parse(json.stdout) as { exitCode?: number; error?: { exitCode: number } }
      expect([json.code, said.exitCode ?? said.error?.exitCode]).toEqual([gravest, gravest])
      if (gravest === 2 || gravest === 4) expect(left(cwd, ...Object.keys(files))).toEqual([])
    },
  )

  it('70: what nobody expected, before everything else', () => {
    const cwd = folder({ ...files, 'throw.mjs': "JSON.stringify = () => { throw new TypeError('nobody expected this') }\n" })
    const node = ['--import', join(cwd, 'throw.mjs')]
    const ran = eigenstand(['check', 'closed.json', 'broken.json', '--report', 'gitlab=gl.json'], { cwd, node })
    expect([ran.code, ran.stderr]).toEqual([70, expect.stringContaining('FEHLER [E7001] Interner Fehler: nobody expected this')])
    expect(ran.stderr).not.toMatch(/\n\s+at /)
    expect(left(cwd, ...Object.keys(files), 'throw.mjs')).toEqual([])
  })

  it('78: no usable Node, said before anything is loaded', () => {
    const cwd = folder({ 'old.mjs': "Object.defineProperty(process.versions, 'node', { value: '18.0.0' })\n" })
    const ran = eigenstand(['check', 'a.json'], { cwd, node: ['--import', join(cwd, 'old.mjs')], env: { EIGENSTAND_RESTARTED: '1' } })
    expect([ran.code, ran.stderr]).toEqual([78, expect.stringContaining('[E7801]')])
  })
})

describe('outputs', () => {
  it('--json is --format json --output -, byte for byte, and the same in every locale and zone', () => {
    const cwd = folder({ 'a.json': CLOSED })
    const args = ['audit', 'a.json', '--no-store', '--as-of', '2026-11-23']
    const json = eigenstand([...args, '--json'], { cwd }).stdout
    expect(eigenstand([...args, '--format', 'json', '--output', '-'], { cwd }).stdout).toBe(json)
    for (const env of [{ LANG: 'C' }, { LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }, { LC_ALL: 'en_US.UTF-8' }])
      expect(eigenstand([...args, '--json'], { cwd, env }).stdout).toBe(json)
  })

  it('a hint is a failed test of JUnit where the gate fails by it, and no other', () => {
    const row = (product: string, maker: string) => `${product};${maker};48300000;10000,00;01.01.2026;31.12.2026`
    const list = ['Produkt;Hersteller;CPV-Code;Auftragswert netto (EUR);Vertragsbeginn;Vertragsende', row('Microsoft Office', 'Microsoft'), row('Adobe Acrobat', 'Adobe')] // prettier-ignore
    const cwd = folder({ 'liste.csv': `${list.join('\n')}\n` })
    const failures = (set: string) => {
      eigenstand(['check', 'liste.csv', '--as-of', '2026-11-23', '--set', set, '--report', 'junit=out.xml'], { cwd })
      return [...readFileSync(join(cwd, 'out.xml'), 'utf8').matchAll(/classname="([^"]+)"[^>]*><failure/g)].map(([, policy]) => policy)
    }
    expect(failures('default')).not.toContain('three-vendors')
    expect(failures('default')).toContain('dominant-vendor')
    expect(failures('strict')).toEqual(expect.arrayContaining(['three-vendors', 'five-vendors']))
  })

  it('replaces its own report, but a foreign file only with --force', () => {
    const cwd = folder({ 'a.json': OPEN })
    const args = ['audit', 'a.json', '--as-of', '2026-11-23', '--no-store']
    const report = join(cwd, 'pruefbericht-app-2026-11-23.html')
    expect(eigenstand(args, { cwd }).code).toBe(0)
    expect(eigenstand(args, { cwd }).code).toBe(0)
    writeFileSync(report, 'mine')
    expect(eigenstand(args, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2004]') })
    expect(readFileSync(report, 'utf8')).toBe('mine')
    expect(eigenstand([...args, '--force'], { cwd }).code).toBe(0)
    expect(readFileSync(report, 'utf8')).toMatch(/^<!doctype html>/i)
  })

  it('replaces a link instead of writing through it', () => {
    const cwd = folder({ 'a.json': OPEN, 'precious.txt': 'keep me' })
    symlinkSync(join(cwd, 'precious.txt'), join(cwd, 'out.json'))
    expect(eigenstand(['audit', 'a.json', '--no-store', '--format', 'json', '--output', 'out.json'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('keep me')
  })

  it('reads standard input', () => {
    const cwd = temporary()
    const { code, stdout } = eigenstand(['audit', '-', '--no-store', '--json'], { cwd, input: OPEN })
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as { sources: { path: string }[] }).sources[0]!.path).toBe('-')
  })

  it.each([['../../x'], ['CON'], ['nul.html'], ['a:b'], ['🦄🦄'], ['x'.repeat(300)], ['Ärger & Söhne']])(
    'makes a harmless file name of the project %s',
    (project) => {
      const cwd = folder({ 'a.json': OPEN })
      expect(eigenstand(['audit', 'a.json', '--no-store', '--project', project], { cwd }).code).toBe(0)
      const [name, ...others] = left(cwd, 'a.json')
      expect(others).toEqual([])
      expect(name).toMatch(/^pruefbericht-[a-z0-9-]{1,62}-\d{4}-\d\d-\d\d\.html$/)
    },
  )

  it('shows control characters of an input as escapes', () => {
    const cwd = folder({ 'a.json': bom({ ...component('x', 'BUSL-1.1'), purl: 'pkg:npm/x\u001b[31m\u202e@1' }) })
    const { stdout, stderr } = eigenstand(['check', 'a.json'], { cwd })
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(stdout).toContain('\\u001b')
  })
})

describe('the start', () => {
  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(eigenstand(['--version']).stdout).toMatch(new RegExp(`^eigenstand/${version} `))
  })

  it('reads a project file above the working directory', () => {
    const cwd = folder({ 'a.json': OPEN, 'eigenstand.yaml': 'project:\n  id: mein-projekt\n  authority: Amt\n' })
    mkdirSync(join(cwd, 'sub'))
    const { stdout } = eigenstand(['audit', '../a.json', '--no-store', '--json'], { cwd: join(cwd, 'sub') })
    expect(JSON.parse(stdout)).toMatchObject({ project: { id: 'mein-projekt', authority: 'Amt' }, sources: [{ path: 'a.json' }] })
  })

  it('finds the database of the project file beside it, wherever it is called', () => {
    const cwd = folder({ 'a.json': OPEN, 'eigenstand.yaml': 'project: { id: mein-projekt }\ndb: pruefungen.db\n' })
    mkdirSync(join(cwd, 'sub'))
    expect(eigenstand(['audit', '../a.json'], { cwd: join(cwd, 'sub'), env: { EIGENSTAND_DB: '' } }).code).toBe(0)
    expect(existsSync(join(cwd, 'pruefungen.db'))).toBe(true)
  })

  it('takes variables that are set but empty as not set', () => {
    const cwd = folder({ 'a.json': OPEN })
    const empty = { EIGENSTAND_DB: '', XDG_DATA_HOME: '', LC_ALL: '', LANG: 'en_US.UTF-8', HOME: cwd }
    expect(eigenstand(['audit', 'a.json'], { cwd, env: empty }).stdout).toContain('Dependence level')
    expect(existsSync(join(cwd, '.local/share/eigenstand/eigenstand.db'))).toBe(true)
  })

  it('a home that is empty or can hold nothing neither hangs a run nor puts anything into the working directory', () => {
    const cwd = folder({ 'a.json': OPEN, 'eigenstand.yaml': 'project: { id: probe }\n' })
    for (const HOME of ['', '/proc'])
      expect(eigenstand(['check', 'a.json'], { cwd, env: { HOME, EIGENSTAND_DB: '' } })).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(cwd).sort()).toEqual(['a.json', 'eigenstand.yaml'])
    const home = process.env['HOME']
    try {
      process.env['HOME'] = ''
      expect(isAbsolute(defaultDatabase())).toBe(true)
    } finally {
      process.env['HOME'] = home
    }
  })

  it.skipIf(!existsSync('/proc/self'))('4: a database in a folder that cannot be made', () => {
    const cwd = folder({ 'a.json': OPEN })
    expect(eigenstand(['audit', 'a.json', '--db', '/proc/neu/a.db'], { cwd })).toMatchObject({ code: 4, stderr: expect.stringContaining('[E4001]') }) // prettier-ignore
  })

  it('of a project that was never stored it says so, and which were', () => {
    const cwd = folder({ 'a.json': OPEN })
    expect(eigenstand(['history', 'anderes'], { cwd }).stdout).toBe('Noch keine Prüfung abgelegt.\n')
    eigenstand(['audit', 'a.json', '--project', 'Probe', '--quiet'], { cwd })
    expect(eigenstand(['history', 'anderes'], { cwd })).toMatchObject({ code: 0, stdout: 'Vom Projekt „anderes“ ist keine Prüfung abgelegt, wohl aber von: probe.\n' }) // prettier-ignore
  })

  it('finds nothing fine in an empty folder of rules', () => {
    const cwd = folder({})
    mkdirSync(join(cwd, 'regeln'))
    expect(eigenstand(['rules', 'check', 'regeln'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2118] regeln') })
  })

  it('names line and column of a mistake in the project file', () => {
    const cwd = folder({ 'a.json': OPEN, 'eigenstand.yaml': 'project:\n  authorty: Amt\n' })
    const ran = eigenstand(['audit', 'a.json'], { cwd })
    expect([ran.code, ran.stderr]).toEqual([
      2,
      expect.stringMatching(/\[E2102\] eigenstand\.yaml:2:3 .*authorty.*\nHinweis: Meinten Sie „authority“/),
    ])
  })

  it('keeps the history of a project', () => {
    const cwd = folder({ 'a.json': OPEN, 'b.json': CLOSED })
    eigenstand(['audit', 'a.json', '--as-of', '2025-11-01'], { cwd })
    eigenstand(['audit', 'b.json', '--as-of', '2026-11-01'], { cwd })
    const { audits } = JSON.parse(eigenstand(['history', '--json'], { cwd }).stdout) as { audits: { asOf: string; project: string }[] }
    expect(audits.map(({ asOf, project }) => `${project} ${asOf}`)).toEqual(['app 2025-11-01', 'app 2026-11-01'])
    expect(eigenstand(['explain', 'F-01'], { cwd }).stdout).toContain('geheim')
    expect(existsSync(join(cwd, 'test.db'))).toBe(true)
  })

  it('of several projects tells each by its name and on which basis its shares are; an audit can be asked that is not the newest', () => {
    const cwd = folder({ 'a.json': OPEN, 'b.json': CLOSED })
    eigenstand(['audit', 'b.json', '--project', 'zoo', '--as-of', '2025-11-01'], { cwd })
    eigenstand(['audit', 'a.json', '--project', 'amt', '--as-of', '2026-11-01'], { cwd })
    const { stdout } = eigenstand(['history'], { cwd })
    expect(stdout.indexOf('amt\n')).toBe(0)
    expect(stdout).toMatch(/^ +Nr\. .* Grundlage /m)
    expect(stdout).toMatch(/^ +1 +01\.11\.2025 .* Komponenten /m)
    expect(eigenstand(['explain', 'F-01'], { cwd }).stdout).not.toContain('geheim')
    for (const name of ['zoo', 'zoo@2025-11-01', '1']) {
      const { stdout: told } = eigenstand(['explain', 'F-01', '--audit', name], { cwd })
      expect([told.includes('geheim'), told.includes('Aus der Prüfung von „zoo“, Stichtag 01.11.2025')]).toEqual([true, true])
    }
    expect(eigenstand(['explain', 'F-01', '--audit', 'nirgends'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[E2006]'),
    })
  })
})
