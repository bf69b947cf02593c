import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { slug } from '../src/cli/prepare.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

const TOOL = join(ROOT, 'bin/run.js')
const HEAP = ['--max-old-space-size=512']
const left = (cwd: string) => readdirSync(cwd).filter((name) => name !== '.cache').sort() // prettier-ignore

/** Names that mean something to a terminal, a database, a spreadsheet, a browser or JavaScript. */
const NAMES = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '{"a":1}', '{{name}}', '${name}', '</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
  '<!--', ']]>', '=cmd|\' /C calc\'!A0', '@SUM(1)', '\u001b[31mrot\u001b[0m', '\u0000nul', 'a\u0007\u0008b', '\ud800', '\u202etxt.exe', '\u200b', '\u2028\u2029', '| a | `b` </details> @all #1',
  '[a](javascript:alert(1))', 'İıſK', '💣'.repeat(50), 'x'.repeat(5000), '%s%n%00', "'; DROP TABLE audit; --", '../../etc/passwd', 'CON', '\r\n::error::x', '-0', 'NaN', '[object]',
] // prettier-ignore
const LICENCES = [
  Array.from({ length: 10_000 }, () => 'MIT').join(' OR '), `${'('.repeat(5000)}MIT`, `MIT${')'.repeat(5000)}`, 'MIT AND', ...NAMES,
] // prettier-ignore
const TYPES = ['npm', 'deb', 'maven', 'pypi', 'constructor', '__proto__', 'toString']

const hostile = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'application', name: NAMES.join(' '), 'bom-ref': 'r' } },
  components: [
    ...NAMES.map((name, i) => ({
      type: 'library', name, version: name, group: name, publisher: name, author: name, supplier: { name, url: [name] }, 'bom-ref': `n${i}`, cpe: name,
      externalReferences: [{ type: 'website', url: name }, { type: 'vcs', url: 'java\nscript:alert(1)' }, { type: name, url: '//evil' }],
    })),
    ...LICENCES.map((text, i) => ({ type: 'library', name: `l${i}`, version: '1', licenses: [i % 2 === 0 ? { expression: text } : { license: { name: text } }] })),
    ...TYPES.flatMap((type) => ['constructor', '__proto__', 'valueOf'].map((word) => ({ type: 'library', name: word, purl: `pkg:${type}/${word}/${word}@1`, supplier: { name: 'X' } }))),
  ],
}) // prettier-ignore

describe('one hostile SBOM in every output', () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'a.json'), hostile)
  const formats = ['html', 'json', 'cyclonedx', 'sarif', 'gitlab', 'junit', 'markdown', 'csv', 'csv-rfc4180']
  const ran = eigenstand(['audit', 'a.json', ...formats.flatMap((format) => ['--report', `${format}=${format}.out`]), '--db', 't.db'], { cwd, node: HEAP }) // prettier-ignore
  const out = (format: string) => readFileSync(join(cwd, `${format}.out`), 'utf8')

  it('is audited: nothing crashes, nothing on the terminal that is not text', () => {
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b]/)
    expect(left(cwd)).toEqual(['a.json', ...formats.map((format) => `${format}.out`), 't.db'].sort())
  })

  it('gives every name back as it was, in JSON and in the database', () => {
    const audit = JSON.parse(out('json')) as { items: { name: string }[]; sources: { records: number; read: number }[] }
    const names = audit.items.map(({ name }) => name)
    for (const name of NAMES) expect(names).toContain(name)
    expect(audit.sources[0]).toMatchObject({ records: 1 + NAMES.length + LICENCES.length + TYPES.length * 3, rejected: 0 })
    expect(eigenstand(['history', '--db', 't.db', '--json'], { cwd }).code).toBe(0)
  })

  it('is valid in every form and shows nothing active', () => {
    for (const format of ['json', 'cyclonedx', 'sarif', 'gitlab']) expect(() => JSON.parse(out(format)) as unknown).not.toThrow()
    const xml = new SaxesParser()
    xml.on('error', (error) => {
      throw error
    })
    xml.write(out('junit')).close()
    const html = out('html')
    expect(html).not.toMatch(/<script>alert|<img src=x|href="(?:javascript|data|\/\/)/i)
    for (const format of formats.filter((one) => !['json', 'cyclonedx'].includes(one))) expect(out(format)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/) // prettier-ignore
    for (const format of formats) expect(out(format)).not.toMatch(/\[object (?:Object|Function)|function Object\(/)
  })

  it('is the same again, without HOME, in another place, zone and language', () => {
    const env = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }
    const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, 'audit', 'a.json', '--json', '--no-store'], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 }) // prettier-ignore
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(out('json'))
  })
})

describe('inputs', () => {
  it('a file above the limit is refused before it is read', () => {
    const cwd = temporary()
    const descriptor = openSync(join(cwd, 'a.json'), 'w')
    writeSync(descriptor, '{"bomFormat":"CycloneDX","x":"')
    ftruncateSync(descriptor, 2 ** 30 + 1)
    closeSync(descriptor)
    const start = performance.now()
    const ran = eigenstand(['check', 'a.json', '--json'], { cwd, node: [...HEAP, '--require', join(ROOT, 'test/support/peak.cjs')] })
    expect(ran.code).toBe(3)
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'E3004', file: 'a.json', hint: expect.stringContaining('--max-file') } })
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(Number(/peak (\d+) kB/.exec(ran.stderr)![1])).toBeLessThan(200_000)
  })

  it('standard input: empty, broken off, larger than allowed', () => {
    const cwd = temporary()
    for (const [input, code] of [['', 'E3002'], ['{"bomFormat":"CycloneDX"', 'E3101']] as const)
      expect(eigenstand(['audit', '-', '--no-store'], { cwd, input }).stderr).toContain(`FEHLER [${code}] -`)
    expect(eigenstand(['audit', '-', '--no-store', '--max-file', '10'], { cwd, input: 'x'.repeat(100_000) }).stderr).toContain('[E3004]')
    expect(left(cwd)).toEqual([])
  }) // prettier-ignore

  it.skipIf(spawnSync('script', ['--version']).status !== 0)('a terminal as standard input is answered at once', () => {
    const cwd = temporary()
    const { status, stdout } = spawnSync('script', ['-qec', `'${process.execPath}' '${TOOL}' audit - --no-store`, '/dev/null'], {
      cwd, encoding: 'utf8', timeout: 30_000, stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'de_DE.UTF-8' },
    }) // prettier-ignore
    expect([status, stdout]).toEqual([2, expect.stringContaining('[E2001]')])
  })

  it.skipIf(spawnSync('script', ['--version']).status !== 0)(
    'O-06: a terminal gets text only, whatever files and things are called',
    () => {
      const cwd = temporary()
      writeFileSync(join(cwd, 'a\u001b[31m\u0007b.json'), hostile)
      const { status, stdout } = spawnSync('script', ['-qec', `'${process.execPath}' '${TOOL}' audit *.json --no-store`, '/dev/null'], {
      cwd, encoding: 'utf8', timeout: 60_000, env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'de_DE.UTF-8' },
    }) // prettier-ignore
      // the line of progress erases itself, and so does nothing else
      const shown = stdout.replaceAll('\r\u001b[K', '').replaceAll('\r\n', '\n')
      expect([status, shown]).toEqual([0, expect.not.stringMatching(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b]/)])
    },
  )

  it('O-13: files in which a pipeline collects variables are not touched', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'a.json'), hostile)
    const env = Object.fromEntries(
      ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY', 'GITHUB_PATH'].map((name) => [name, join(cwd, name)]),
    )
    for (const file of Object.values(env)) writeFileSync(file, '')
    const ran = eigenstand(['check', 'a.json', '--no-store'], { cwd, env: { ...env, GITHUB_ACTIONS: 'true', CI: 'true' } })
    expect(ran.code).toBeLessThanOrEqual(5)
    // a line that begins with :: would be a command to the runner
    expect(`${ran.stdout}\n${ran.stderr}`).not.toMatch(/^::/m)
    for (const file of Object.values(env)) expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('umlauts, blanks, signs and long paths', () => {
    const cwd = temporary()
    const folder = join(cwd, ...Array.from({ length: 12 }, (_, i) => `Ordner mit einem langen Namen ${i}`), 'ü')
    mkdirSync(folder, { recursive: true })
    const name = 'Prüfung #1 %20 & Ä?.json'
    writeFileSync(join(folder, name), '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","licenses":[{"license":{"id":"BUSL-1.1"}}]}]}') // prettier-ignore
    const path = join(folder, name).slice(cwd.length + 1)
    expect(path.length).toBeGreaterThan(260)
    const ran = eigenstand(['audit', path, '--no-store', '--report', 'sarif=s.sarif', '--report', 'json=a.json'], { cwd })
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8'))).toMatchObject({ sources: [{ path }] })
    const sarif = readFileSync(join(cwd, 's.sarif'), 'utf8')
    expect(sarif).toContain('Pr%C3%BCfung%20%231%20%2520%20%26%20%C3%84%3F.json')
    expect(sarif).not.toMatch(/"uri":"[^"]*[ #?ä-ü][^"]*"/)
  })

  it.skipIf(spawnSync('unshare', ['-n', 'true']).status !== 0)('without any network everything works', () => {
    const cwd = temporary()
    writeFileSync(
      join(cwd, 'a.json'),
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","purl":"pkg:npm/a@1"}]}',
    )
    const { status } = spawnSync('unshare', ['-n', process.execPath, TOOL, 'audit', 'a.json', '--db', 't.db'], { cwd, env: { PATH: process.env['PATH'] ?? '', HOME: cwd } }) // prettier-ignore
    expect(status).toBe(0)
    expect(left(cwd)).toHaveLength(3)
  })
})

describe('outputs that cannot be written leave nothing', () => {
  const bom = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a"}]}'

  it('a folder in the place of the report, a file in the place of its folder', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'r.html'))
    writeFileSync(join(cwd, 'datei'), '')
    for (const path of ['r.html', 'datei/r.html', 'fehlt/r.html']) {
      const { code, stderr } = eigenstand(['audit', '-', '--db', 't.db', '--format', 'html', '--output', path], { cwd, input: bom })
      expect([code, stderr]).toEqual([4, expect.stringMatching(`^FEHLER \\[E4003\\] [^ ]*/${path} – `)])
      expect(stderr).not.toMatch(/\n\s+at /)
    }
    // no temporary file, and no audit in the database
    expect(left(cwd)).toEqual(['datei', 'r.html'])
    expect(readdirSync(join(cwd, 'r.html'))).toEqual([])
  })

  it.skipIf(spawnSync('bash', ['-c', 'ulimit -f 8']).status !== 0)('a disk that is full', () => {
    const cwd = temporary()
    // 16 KiB for a file: too little for the page, and for the database
    for (const args of ['--format html --output r.html --no-store', '--format json --output - --db t.db']) {
      const { status, stderr } = spawnSync('bash', ['-c', `ulimit -f 16; exec '${process.execPath}' '${TOOL}' audit - ${args}`], {
        cwd, input: bom, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: join(tmpdir(), 'nowhere'), LANG: 'de_DE.UTF-8' },
      }) // prettier-ignore
      expect([status, stderr]).toEqual([4, expect.stringMatching(/FEHLER \[E400[13]\]/)])
      expect(left(cwd)).toEqual([])
    }
  })
})

describe('the name of a project as the name of a file', () => {
  it.each(['../x', 'CON', 'nul.html', 'a:b', 'x.', 'x'.repeat(300), '💣', '', '..', 'aux', 'COM1', 'Ärger & Söhne', '\u202e'])(
    '%j',
    (name) => {
      expect(slug(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/)
      expect(slug(name)).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/)
    },
  )

  it('two names that have no letters in common, or only the first sixty, stay two', () => {
    expect(new Set(['💣', '🎉', '漢字', '..', `${'x'.repeat(80)}a`, `${'x'.repeat(80)}b`].map(slug)).size).toBe(6)
    expect(slug('Wohngeld Online')).toBe('wohngeld-online')
  })
})
