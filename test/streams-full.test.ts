import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, temporary } from './support/cli.ts'

const BOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [{ type: 'library', name: 'lodash', version: '1', purl: 'pkg:npm/lodash@1', licenses: [{ license: { id: 'MIT' } }] }],
})
const FULL = '/dev/full'

/** Runs the tool with streams that take nothing. */
function full(args: readonly string[], streams: readonly (1 | 2)[]): { code: number | null; stderr: string } {
  const cwd = temporary()
  writeFileSync(join(cwd, 'a.json'), BOM)
  const sink = openSync(FULL, 'w')
  const stdio = ['ignore', ...([1, 2] as const).map((stream) => (streams.includes(stream) ? sink : 'pipe'))] as (
    'ignore' | 'pipe' | number
  )[]
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin/run.js'), ...args], {
    cwd,
    stdio,
    encoding: 'utf8',
    env: { HOME: cwd, LANG: 'de_DE.UTF-8', EIGENSTAND_DB: join(cwd, 'test.db') },
  })
  closeSync(sink)
  return { code: status, stderr }
}

describe.skipIf(!existsSync(FULL))('streams that cannot be written', () => {
  it.each([
    'check a.json',
    'check a.json --json',
    'check fehlt.json --json',
    'audit a.json --json',
    'audit a.json --format html --output -',
    'history --json',
    'check --help',
    '--help',
    '--version',
  ])('standard output: %s ends with 4 and says so, without a trace', (call) => {
    const { code, stderr } = full(call.split(' '), [1])
    expect([code, stderr]).toEqual([4, expect.stringContaining('[E4005] Die Standardausgabe kann nicht geschrieben werden: ENOSPC')])
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('standard output: what is graver stays', () => {
    expect(full(['check', 'a.json', '--as-of', 'gestern', '--json'], [1]).code).toBe(2)
  })

  it('standard error: the exit code still tells', () => {
    expect(full(['check', 'fehlt.json'], [2]).code).toBe(3)
    expect(full(['check', 'fehlt.json', '--json'], [1, 2]).code).toBe(4)
  })
})
