import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { eigenstand, temporary, type Ran } from './support/cli.ts'

// A gate may fail by a condition that rests on no finding: every file for the pipeline has to say by which.

const bom = (licence: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'app', 'bom-ref': 'app' } },
    components: [1, 2, 3].map((n) => ({ type: 'library', name: `lib${n}`, version: '1', 'bom-ref': `lib${n}`, purl: `pkg:npm/lib${n}@1`, licenses: [{ license: { id: licence } }] })), // prettier-ignore
    dependencies: [{ ref: 'app', dependsOn: ['lib1', 'lib2', 'lib3'] }],
  })
const REPORTS = ['gitlab', 'junit', 'sarif', 'markdown'].flatMap((format) => ['--report', `${format}=out.${format}`])

/** A check in a folder of its own, with every file for the pipeline. */
function checked(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = temporary()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  const ran = eigenstand(['check', 'bom.json', '--as-of', '2026-11-23', '--lang', 'en', ...REPORTS, ...args], { cwd })
  const read = (format: string) => readFileSync(join(cwd, `out.${format}`), 'utf8')
  return { ran, gitlab: JSON.parse(read('gitlab')) as { check_name: string; location: object; fingerprint: string; severity: string; description: string }[], junit: read('junit'), sarif: JSON.parse(read('sarif')) as { runs: [{ results: { ruleId: string; ruleIndex: number; level: string }[]; tool: { driver: { rules: { id: string }[] } } }] }, markdown: read('markdown') } // prettier-ignore
}

describe.each([
  {
    name: 'what the project asks for',
    files: () => ({ 'bom.json': bom('MIT'), 'eigenstand.yaml': 'project: { id: app }\nrequires: { tr03183: true }\n' }),
    condition: 'tr03183',
    path: 'eigenstand.yaml',
    says: 'bom.json: sbom-creator',
  },
  {
    name: 'an axis that is worse than the baseline',
    files: () => ({
      'bom.json': bom('BUSL-1.1'),
      'eigenstand.baseline.json': JSON.stringify({ format: 'eigenstand/baseline/1', project: 'app', asOf: '2026-11-01', rules: { set: 'default', sha256: 'x' }, axes: [{ id: 'einfluss', best: 1, worst: 1 }, { id: 'gestaltungsfaehigkeit', best: 1, worst: 1 }], concentration: [], findings: [] }), // prettier-ignore
      'eigenstand.yaml': 'project: { id: app }\n',
    }),
    condition: 'level-worse',
    path: 'eigenstand.baseline.json',
    says: 'Influence',
  },
])('a gate that fails by $name says so', ({ files, condition, path, says }) => {
  let found: ReturnType<typeof checked>
  beforeAll(() => {
    found = checked(files())
  })

  it('on the terminal, before any finding', () => {
    const { code, stdout } = found.ran as Ran
    expect(code).toBe(1)
    expect(stdout).toContain(says)
    expect(stdout).not.toMatch(/ \n/)
  })

  it('in Code Quality', () => {
    const entry = found.gitlab.find((one) => one.check_name === `gate/${condition}`)!
    expect(entry).toMatchObject({ check_name: `gate/${condition}`, severity: 'blocker', location: { path, lines: { begin: 1 } } })
    expect(entry.description).toContain(says)
    expect(entry.fingerprint).toMatch(/^[0-9a-f]{32}$/)
  })

  it('in JUnit', () => {
    const [, tests, failures] = /<testsuites name="eigenstand" tests="(\d+)" failures="(\d+)"/.exec(found.junit)!
    expect(Number(tests)).toBe(found.junit.match(/<testcase /g)!.length)
    expect(Number(failures)).toBe(found.junit.match(/<failure /g)!.length)
    expect(found.junit).toMatch(new RegExp(`<testcase classname="gate" name="[^"]*\\(${condition}\\)" file="${path}" line="1"><failure [^>]*${says}`)) // prettier-ignore
  })

  it('in SARIF', () => {
    const { results, tool } = found.sarif.runs[0]
    const of = results.findIndex(({ ruleId }) => ruleId === `gate/${condition}`)
    expect(results.slice(0, of).every(({ ruleId }) => ruleId.startsWith('gate/'))).toBe(true)
    expect(results[of]!.level).toBe('error')
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
    expect(JSON.stringify(results[of])).toContain(says)
  })

  it('in Markdown', () => {
    expect(found.markdown).toContain('**The gate fails by:**')
    expect(found.markdown.replaceAll('\\', '')).toContain(says)
  })
})

describe.each([
  {
    name: 'too much is unknown',
    files: { 'bom.json': bom('MIT').replaceAll('{"license":{"id":"MIT"}}', ''), 'eigenstand.yaml': 'project: { id: app }\n' },
    condition: 'unknown-licence',
    path: 'eigenstand.yaml',
    says: 'Not assessable: licence unknown, share of components (value 100%, limit 10.0%).',
  },
  {
    name: 'there is nothing to assess',
    files: { 'bom.json': JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }) },
    condition: 'E5001',
    path: 'bom.json',
    says: 'The inputs contain nothing to assess.',
  },
  {
    name: 'nothing is there of what the conditions ask for',
    files: { 'bom.json': JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'device', name: 'Router', version: '1' }] }) }, // prettier-ignore
    condition: 'unknown-licence',
    path: 'bom.json',
    says: 'Not assessable: licence unknown, share of components; the inputs hold nothing of it.',
  },
])('a gate that cannot be assessed because $name says so', ({ files, condition, path, says }) => {
  let found: ReturnType<typeof checked>
  beforeAll(() => {
    found = checked(files)
  })

  it('in Code Quality, SARIF and Markdown', () => {
    expect(found.ran.code).toBe(5)
    expect(found.gitlab.find((one) => one.check_name === `gate/${condition}`)).toMatchObject({ severity: 'major', description: says, location: { path } }) // prettier-ignore
    const { results, tool } = found.sarif.runs[0]
    const result = results.find(({ ruleId }) => ruleId === `gate/${condition}`)!
    expect(result.level).toBe('warning')
    expect(tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId)
    expect(found.markdown).toContain('**The gate cannot be assessed:**')
    expect(found.markdown).not.toContain('The gate fails by')
  })

  it('in JUnit, as a test that could not run', () => {
    const [, tests, failures, errors] = /<testsuites name="eigenstand" tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(found.junit)!
    for (const [count, element] of [
      [tests, 'testcase'],
      [failures, 'failure'],
      [errors, 'error'],
    ] as const)
      expect(Number(count)).toBe([...found.junit.matchAll(new RegExp(`<${element}[ /]`, 'g'))].length)
    expect(found.junit).toMatch(new RegExp(`<testcase classname="gate" name="[^"]*\\(${condition}\\)" file="${path}" line="1"><error `))
  })

  it('with an id that explain knows', () => {
    expect(eigenstand(['explain', `gate/${condition}`, '--lang', 'en'], { cwd: temporary() }).code).toBe(0)
  })
})

it('each condition is told with the id that explain takes', () => {
  const { ran } = checked({ 'bom.json': bom('MIT') })
  expect(ran.stdout).toMatch(/^Condition .* explain$/m)
  expect(ran.stdout).toMatch(/^licence unknown, share of components .* {3}unknown-licence$/m)
})

it('the page of a check tells the command that repeats it', () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'bom.json'), bom('MIT'))
  eigenstand(['check', 'bom.json', '--as-of', '2026-11-23', '--lang', 'en', '--report', 'html=out.html'], { cwd })
  const [, told] = /Command to repeat it<\/dt><dd><code>(.*?)<\/code>/.exec(readFileSync(join(cwd, 'out.html'), 'utf8'))!
  expect(told!.replace(/<\/?span>/g, '').replaceAll('&#x3D;', '=')).toBe('eigenstand check bom.json --as-of 2026-11-23 --lang en --report html=out.html') // prettier-ignore
})

it('a gate that passes is told nowhere', () => {
  const { ran, gitlab, junit, sarif, markdown } = checked({ 'bom.json': bom('MIT') })
  expect(ran.code).not.toBe(1)
  expect(JSON.stringify([gitlab, junit, sarif])).not.toContain('gate')
  expect(markdown).not.toContain('The gate fails by')
})
